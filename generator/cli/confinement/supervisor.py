"""The process that starts another and ends it in time."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFINED: Final = "BRIEFING_CONFINED"
"""In the environment of the confined process: the folder that it may write to beside the site."""

LONGEST: Final = 900
"""Seconds that an untrusted command may take."""

STOPPED: Final = 137
"""What is returned for a process that was ended."""

_KEPT: Final = (
    "COLUMNS",
    "DIRECTORY_ADDRESSES",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LD_LIBRARY_PATH",
    "NO_COLOR",
    "PATH",
    "PYTHONHOME",
    "PYTHONUTF8",
    "SOURCE_DATE_EPOCH",
    "SYSTEMROOT",
    "TERM",
    "WINDIR",
)
"""What of the environment is passed on: nothing that could be a secret."""


def run_confined(context: click.Context) -> tuple[int, str]:
    """Run the command of ``context`` again, confined; its exit code, and why it was stopped."""
    command = (sys.executable, "-P", "-m", "generator", *_arguments(context))
    with tempfile.TemporaryDirectory(prefix="briefing-untrusted-") as folder:
        process = subprocess.Popen(  # noqa: S603  this program itself
            command, env=_environment(folder), start_new_session=os.name == "posix"
        )
        try:
            code = process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            return STOPPED, f"it took more than {LONGEST} seconds"
        finally:
            _end(process)
    if code < 0:
        return STOPPED, f"the system ended it ({signal.Signals(-code).name})"
    return code, ""


def _arguments(context: click.Context) -> Iterator[str]:
    yield context.info_name or ""
    for item in context.command.params:
        value = context.params.get(item.name or "")
        if not isinstance(item, click.Option) or value is None or value is False:
            continue
        yield item.opts[0]
        if not item.is_flag:
            yield _shown(value)


def _shown(value: Any) -> str:  # noqa: ANN401  whatever an option holds
    return value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else str(value)


def _environment(folder: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **kept,
        CONFINED: folder,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(Path(__file__).resolve().parents[3]),
        "TEMP": folder,
        "TMP": folder,
        "TMPDIR": folder,
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and where the system has groups those that it started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
