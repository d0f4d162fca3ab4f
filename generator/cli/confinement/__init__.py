"""``--untrusted``: the command runs again in a process of its own, which may take and reach little.

Time is limited everywhere, and Python refuses files and sockets everywhere. Memory, processor time
and the size of a file are limited where the system knows such limits (Linux; macOS all but memory),
so not on Windows.
"""

from .supervisor import CONFINED, run_confined
from .walls import confine

__all__ = ["CONFINED", "confine", "run_confined"]
