"""From brackets to annotations: what stands around them and what they say."""

from .complete import complete
from .passages import Passage, run_together
from .readings import edtf
from .sentences import sentences

__all__ = ["Passage", "complete", "edtf", "run_together", "sentences"]
