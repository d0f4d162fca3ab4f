"""What a command did to files and sockets, as the system saw it: ``strace`` read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import generator

ROOT = Path(generator.__file__).resolve().parents[1]

_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)")
_PLACE = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_OPENING = frozenset({"open", "openat", "openat2", "creat"})
_CHANGING = re.compile(
    "f?l?chmod|fchmodat2?|l?chown|fchownat|link(?:at)?|mkdir(?:at)?|mknod(?:at)?|rename(?:at2?)?"
    "|rmdir|setxattr|symlink(?:at)?|truncate|unlink(?:at)?|utime(?:nsat|s)?"
)
_WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)")
_SYSTEM = (
    "/dev/null",
    "/dev/urandom",
    "/etc/ld.so",
    "/etc/localtime",
    "/etc/mime.types",
    "/lib",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/self",
    "/proc/stat",
    "/sys/devices/system/cpu",
    "/sys/fs/cgroup",
    "/sys/kernel/mm/transparent_hugepage",
    "/usr/lib",
    "/usr/share/locale",
    "/usr/share/zoneinfo",
)


@dataclass(frozen=True)
class Trace:
    """Paths that were read and changed, programs that were started, families of sockets."""

    code: int
    said: str
    read: frozenset[str]
    changed: frozenset[str]
    started: frozenset[str]
    sockets: frozenset[str]


@cache
def why_not() -> str:
    """Why nothing can be traced here, ``""`` where it can."""
    program = shutil.which("strace")
    if program is None:
        return "strace is not installed"
    done = subprocess.run(
        [program, "-f", "-o", os.devnull, "true"], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "this system does not let processes be traced"


def environment(spare: Path, **more: str) -> dict[str, str]:
    """A command's environment: ``spare`` is where temporary files go."""
    spare.mkdir(exist_ok=True)
    return {**os.environ, "TMPDIR": str(spare), "PYTHONPATH": str(ROOT), **more}


def traced(site: Path, spare: Path, *arguments: str) -> Trace:
    """Run ``briefing`` in ``site`` and follow it and all that it starts."""
    log = site.parent / "strace.log"
    command = ("strace", "-f", "-y", "-s", "4096", "-e", "trace=%file,%network", "-o", str(log))
    done = subprocess.run(
        [*command, sys.executable, "-P", "-m", "generator", *arguments],
        cwd=site,
        env=environment(spare),
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    return _read(log.read_text(errors="replace"), site, done.returncode, said)


def _read(log: str, site: Path, code: int, said: str) -> Trace:
    read: set[str] = set()
    changed: set[str] = set()
    started: set[str] = set()
    sockets: set[str] = set()
    for line in _whole(log):
        call = _CALL.match(line)
        if call is None:
            continue
        name, arguments, result = call.groups()
        if name == "socket":
            sockets.add(arguments.partition(",")[0])
        if result.startswith("-"):
            continue
        paths = [os.path.join(at or str(site), path) for at, path in _PLACE.findall(arguments)]  # noqa: PTH118
        places = [os.path.normpath(path) for path in paths]
        if name == "execve":
            started.add(places[0])
        elif _CHANGING.fullmatch(name):
            changed.update(places[1:] if name.startswith("symlink") else places)
        elif name in _OPENING:
            writing = name == "creat" or _WRITING.search(arguments)
            (changed if writing else read).add(places[0])
    return Trace(
        code, said, frozenset(read), frozenset(changed), frozenset(started), frozenset(sockets)
    )


def _whole(log: str) -> list[str]:
    """Lines, those that another process interrupted put together again."""
    begun: dict[str, str] = {}
    lines = []
    for line in log.splitlines():
        process, _, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[process] = rest.removesuffix("<unfinished ...>").rstrip()
        elif "resumed>" in rest:
            lines.append(begun.pop(process, "") + rest.partition("resumed>")[2])
        else:
            lines.append(rest)
    return [line.strip() for line in lines]


def readable(site: Path, spare: Path) -> tuple[str, ...]:
    """What an untrusted build may read."""
    own = (ROOT / "generator", ROOT / "templates", ROOT / "docs" / "handbook")
    python = (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())
    return (*map(str, (site, spare, *own)), *python, *_SYSTEM)


def outside(paths: frozenset[str], allowed: tuple[str, ...]) -> list[str]:
    """The paths that are in none of the folders."""
    return sorted(path for path in paths if not path.startswith(allowed))
