"""Git as a program, told where to work and heard out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .target import TargetError

_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


class Git:
    """Runs git in the folder ``root``."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def run(self, *arguments: str, environment: dict[str, str] | None = None) -> bytes:
        """What ``git ARGUMENTS`` prints.

        Raises:
            TargetError: it fails; the message has its last line.
        """
        done = self.tried(*arguments, environment=environment)
        if done.returncode:
            raise TargetError(f"git {arguments[0]} failed: {last_line(done.stderr)}")
        return done.stdout

    def tried(
        self, *arguments: str, environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """``git ARGUMENTS``, however it ends.

        Raises:
            TargetError: git is not installed.
        """
        return run_program(("git", *arguments), self._root, environment)


def run_program(
    command: tuple[str, ...], folder: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a program in ``folder`` without a terminal.

    Raises:
        TargetError: it is not installed.
    """
    try:
        return subprocess.run(  # noqa: S603  no shell
            command,
            cwd=folder,
            env={**os.environ, **_QUIET, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise TargetError(f"{command[0]} is not installed.") from error


def last_line(output: bytes) -> str:
    """The last line that says something, as programs put their reason there."""
    lines = output.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1].strip() if lines else "it does not say why"
