"""Files that a writer killed midway left behind, and how the next one finds them."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sys
import tempfile
import threading
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"\.briefing-(\d{1,10})-\w+\.tmp")
_guard: Final = threading.Lock()
_swept: Final[set[tuple[int, str]]] = set()


def temporary_file(folder: Path) -> tuple[int, Path]:
    """A new hidden file in ``folder``, open for writing, with a name that says whose it is.

    What killed writers left in the folder is removed first.

    Raises:
        OSError: the disk refuses.
    """
    sweep(folder)
    handle, name = tempfile.mkstemp(prefix=f".briefing-{os.getpid()}-", suffix=".tmp", dir=folder)
    return handle, Path(name)


def free_name(folder: Path) -> Path:
    """A name in ``folder`` that nothing has. What gets it is swept up if this process dies."""
    sweep(folder)
    return folder / f".briefing-{os.getpid()}-{secrets.token_hex(8)}.tmp"


def sweep(folder: Path) -> None:
    """Remove what killed writers left in ``folder``; each process looks into a folder once.

    What bears the number of this process is of an earlier one too: it has written nothing here yet.
    """
    place = os.getpid(), os.path.abspath(folder)  # noqa: PTH100  no link is to be followed
    with _guard:
        if place in _swept:
            return
        _swept.add(place)
        with contextlib.suppress(OSError):
            for name in os.listdir(folder):  # noqa: PTH208  names are all that is wanted
                found = _NAME.fullmatch(name)
                if found and (int(found[1]) == os.getpid() or not is_running(int(found[1]))):
                    (folder / name).unlink(missing_ok=True)


def sweep_below(folder: Path) -> None:
    """As ``sweep``, for a folder and all folders in it that are not hidden."""
    for name, folders, _ in os.walk(folder):
        folders[:] = (one for one in folders if not one.startswith("."))
        sweep(Path(name))


def is_running(process: int) -> bool:
    """Whether a process of this number runs on this machine; ``True`` where nothing tells."""
    if sys.platform == "win32":
        return True  # asking would end it
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
