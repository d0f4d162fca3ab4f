"""Files written whole or not at all, whatever stops the writing."""

from .creating import create_file
from .replacing import NotReplacedError, Replacement, replace_files
from .staging import replace_file

__all__ = ["NotReplacedError", "Replacement", "create_file", "replace_file", "replace_files"]
