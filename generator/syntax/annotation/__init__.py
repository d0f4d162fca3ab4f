"""From brackets to annotations: what stands around them and what they say."""

from .complete import Beside, complete
from .passages import Passage, run_together
from .readings import edtf

__all__ = ["Beside", "Passage", "complete", "edtf", "run_together"]
