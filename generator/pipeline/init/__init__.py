"""Sets up a newsroom's site, and says what a newer version would set up otherwise."""

from .answers import Answers, Host, WrongAnswerError
from .create import Created, create_site, is_empty
from .record import RecordError
from .upgrade import State, Step, Upgrade, find_upgrade, write_upgrade

__all__ = [
    "Answers",
    "Created",
    "Host",
    "RecordError",
    "State",
    "Step",
    "Upgrade",
    "WrongAnswerError",
    "create_site",
    "find_upgrade",
    "is_empty",
    "write_upgrade",
]
