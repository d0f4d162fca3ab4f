"""Files written whole or not at all, whatever stops the writing."""

from .creating import create_file
from .replacing import NotReplacedError, Replacement, replace_files
from .spool import Spool
from .staging import replace_file
from .walking import files_below

__all__ = [
    "NotReplacedError",
    "Replacement",
    "Spool",
    "create_file",
    "files_below",
    "replace_file",
    "replace_files",
]
