"""Files written whole or not at all, whatever stops the writing."""

from .creating import create_file
from .exchanging import exchange_files
from .folded import colliding, folded
from .leftovers import is_running, sweep, sweep_below
from .links import LinkFault, leads_out, survey
from .locking import alone_in
from .looks import FileClock, Looks, looks_of
from .replacing import NotReplacedError, Replacement, replace_files
from .spool import Spool
from .staging import replace_file
from .walking import files_below

__all__ = [
    "FileClock",
    "LinkFault",
    "Looks",
    "NotReplacedError",
    "Replacement",
    "Spool",
    "alone_in",
    "colliding",
    "create_file",
    "exchange_files",
    "files_below",
    "folded",
    "is_running",
    "leads_out",
    "looks_of",
    "replace_file",
    "replace_files",
    "survey",
    "sweep",
    "sweep_below",
]
