"""What a confined process may take and reach.

The first wall is that nothing untrusted runs as Python. This one stands behind it: an audit hook
(PEP 578), which cannot be taken out again, refuses files elsewhere, sockets and other programs.
"""

from __future__ import annotations

import errno
import mimetypes
import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.publishing.theme import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_MEMORY: Final = 4 << 30
"""Bytes of addresses that a process may have."""
MOST_SECONDS: Final = 900
"""Seconds of processor time of a process."""
LARGEST_FILE: Final = 512 << 20

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING: Final = {
    "os.chmod": (1, 1),
    "os.chown": (1, 1),
    "os.link": (2, 2),
    "os.mkdir": (1, 1),
    "os.remove": (1, 1),
    "os.rename": (2, 2),
    "os.rmdir": (1, 1),
    "os.symlink": (2, 1),
    "os.truncate": (1, 0),
    "os.utime": (1, 1),
}
"""Events of files that change: how many arguments are paths at the front, and open folders last."""
_LOOKING: Final = frozenset({"os.listdir", "os.scandir", "os.chdir"})
_REFUSED: Final = frozenset(
    {
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.system",
        "pty.spawn",
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendmsg",
        "socket.sendto",
        "winreg.OpenKey",
    }
)
_SYSTEM: Final = (
    "/dev/null",
    "/dev/random",
    "/dev/urandom",
    "/etc/localtime",
    "/etc/os-release",
    "/etc/timezone",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/self",
    "/sys/devices/system/cpu",
    "/sys/fs/cgroup",
    "/usr/lib/os-release",
    "/usr/share/zoneinfo",
)
"""What libraries read of a system, and what holds nothing of anybody's."""


class RefusedError(PermissionError):
    """A confined process reached for what it may not."""

    def __init__(self, what: str) -> None:
        super().__init__(errno.EACCES, f"An untrusted build may not reach {what}")


def confine(root: Path, spare: Path) -> None:
    """Confine this process for good to the site in ``root`` and the folder ``spare``."""
    _limit()
    writable = tuple(os.path.realpath(path) for path in (root, spare))
    sys.addaudithook(_Guard((*writable, *_readable()), writable, _indexer()))


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (least, least))
        except (OSError, ValueError):  # macOS knows the limit of memory and refuses to set it
            continue


def _readable() -> tuple[str, ...]:
    """Where Python, its packages and the generator's own files are."""
    package = Path(__file__).resolve().parents[2]
    folders: Iterable[str | os.PathLike[str]] = (
        package,
        shipped_templates(),
        package.parent / "docs" / "handbook",
        sys.prefix,
        sys.base_prefix,
        sys.exec_prefix,
        *sysconfig.get_paths().values(),
        *(path for path in sys.path if path and Path(path) != package.parent),
        *mimetypes.knownfiles,
        *_SYSTEM,
    )
    found = {os.path.realpath(path) for path in folders} | {"/proc/self"}
    return tuple(sorted(found - {os.sep, os.path.realpath("/usr")}))


def _indexer() -> str:
    """The one program that is started: the indexer of the search page."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415
    except ImportError:
        return ""
    return os.path.realpath(str(get_executable()))


class _Guard:
    """The audit hook: answers each event that reaches out of the process."""

    def __init__(self, readable: tuple[str, ...], writable: tuple[str, ...], indexer: str) -> None:
        self._readable = readable
        self._writable = writable
        self._indexer = indexer

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._opened(*arguments)
        elif event in _CHANGING:
            self._changed(event, arguments)
        elif event in _LOOKING:
            self._refuse_outside(arguments[0], self._readable)
        elif event == "socket.__new__":
            if arguments[1] in _INTERNET:
                raise RefusedError("the network")
        elif event == "subprocess.Popen":
            program = os.fsdecode(arguments[0])
            if not self._indexer or os.path.realpath(program) != self._indexer:
                raise RefusedError(f"the program {program!r}")
        elif event in _REFUSED:
            raise RefusedError(event)

    def _opened(self, path: object, _mode: object, flags: object) -> None:
        writing = isinstance(flags, int) and flags & _WRITING
        allowed = self._writable if writing and path != os.devnull else self._readable
        self._refuse_outside(path, allowed)

    def _changed(self, event: str, arguments: tuple[Any, ...]) -> None:
        paths, folders = _CHANGING[event]
        # A name within an open folder: the folder itself was asked for.
        if all(folder == -1 for folder in arguments[len(arguments) - folders :]):
            for path in arguments[:paths]:
                self._refuse_outside(path, self._writable)

    def _refuse_outside(self, path: object, allowed: tuple[str, ...]) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # an open file, or the folder in which the process runs
        name = os.path.realpath(os.fsdecode(path))
        own = f"/proc/{os.getpid()}{os.sep}"
        if any(name == top or name.startswith(top + os.sep) for top in allowed):
            return
        if allowed is not self._readable or not name.startswith(own):
            raise RefusedError(repr(os.fsdecode(path)))


_INTERNET: Final = frozenset({2, 10, 23, 24, 28, 30})
"""AF_INET, and AF_INET6 on Linux, Windows, BSD and macOS; ``socket`` itself is not imported."""
