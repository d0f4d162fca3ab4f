"""A folder on another machine, over ssh: the same layout as a folder here, sent by rsync.

Needs rsync on both sides and a shell on the other, with ``mv -T`` (GNU, BusyBox) or ``mv -h`` (BSD,
macOS). Who logs in and how is ssh's own affair: its configuration and agent.
"""

from __future__ import annotations

import contextlib
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.publishing.published import NAME, Listing

from .copying import copy_release
from .git import last_line, run_program
from .lock import holder, is_alive, read_holder, said_of
from .remote_script import LEFT_MINUTES, STEPS
from .target import Release, TargetError

_SSH: Final = ("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=30")
_PAUSE: Final = 2.0  # seconds
_NO_ANSWER = 255
_LOCKED = 11
_NOTHING = 12


class Rsync:
    """Publishes into ``path`` on ``host``, which may have a user in front: ``user@host``."""

    def __init__(self, host: str, path: str) -> None:
        self._host = host
        self._path = path
        self._holder = holder().strip()

    @property
    def shown(self) -> str:
        """Host and path, as they were given."""
        return f"{self._host}:{self._path}"

    def refusal(self) -> str:
        """Whether the programs are here that are needed."""
        missing = [name for name in ("rsync", "ssh") if shutil.which(name) is None]
        return f"{' and '.join(missing)}: not installed here." if missing else ""

    @contextlib.contextmanager
    def locked(self, wait: float = 0) -> Iterator[str]:
        """Hold the lock on the other machine, a folder that only one can make."""
        taken = self._take(wait)
        try:
            yield taken
        finally:
            with contextlib.suppress(TargetError):
                self._step("unlock", self._holder)

    def listing(self) -> bytes | None:
        """The list in the release that is served."""
        return self._printed("listing")

    def publish(self, site: Path, listing: Listing, *, keep: int) -> Release:
        """Send a release beside the others, unchanged files linked there, then serve it."""
        prepared = self._step("prepare").decode().split()
        number, served = prepared[0], prepared[1] if len(prepared) > 1 else ""
        part = f"{self._path}/releases/.{number}.part/"
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            staged = Path(folder) / "site"
            copy_release(site, staged, listing)
            shared = ("--link-dest", f"../{served}") if served else ()
            done = run_program(
                (
                    *("rsync", "--recursive", "--links", "--checksum", "--delete-after"),
                    *("--chmod=D755,F644", "--perms", "--protect-args", *shared),
                    *("--rsh", shlex.join(_SSH), "--", f"{staged}/", f"{self._host}:{part}"),
                ),
                Path.cwd(),
            )
        if done.returncode:
            raise TargetError(f"rsync failed: {last_line(done.stderr)}")
        self._step("serve", self._holder, number, str(keep))
        return Release(self.shown, f"release {int(number)}")

    def roll_back(self) -> Release:
        """Serve the release before the present one."""
        number = self._printed("roll-back", self._holder)
        if number is None:
            raise TargetError(f"{self.shown} holds no earlier release to go back to.")
        return Release(self.shown, f"release {int(number)}")

    def previous(self) -> bytes | None:
        """The list in the release before the present one."""
        return self._printed("previous")

    def _take(self, wait: float) -> str:
        """Make the lock; one that was left by a process that has died is taken over."""
        end = time.monotonic() + wait
        first = self._run("lock", self._holder)
        while first.returncode == _LOCKED and time.monotonic() < end and not self._left(first):
            time.sleep(_PAUSE)
            first = self._run("lock", self._holder)
        if first.returncode == 0:
            return ""
        if first.returncode != _LOCKED:
            raise self._failed("lock", first.returncode, first.stderr)
        text = _text(first).partition("\n")[2]
        if not self._left(first):
            raise TargetError(
                f"{said_of(text)} is publishing to {self.shown}. Wait until it is done; a lock "
                f"that was left is taken over after {LEFT_MINUTES} minutes."
            )
        again = self._run("take-over", self._holder)
        if again.returncode:
            raise self._failed("take-over", again.returncode, again.stderr)
        return said_of(text)

    @staticmethod
    def _left(answer: subprocess.CompletedProcess[bytes]) -> bool:
        """Whether the lock that is in the way is old, or its holder, who ran here, is dead."""
        age, _, text = _text(answer).partition("\n")
        who = read_holder(text)
        dead = who is not None and who["host"] == socket.gethostname() and not is_alive(who)
        return dead or age.strip() == "old"

    def _printed(self, step: str, *arguments: str) -> bytes | None:
        done = self._run(step, *arguments)
        if done.returncode == _NOTHING:
            return None
        if done.returncode:
            raise self._failed(step, done.returncode, done.stderr)
        return done.stdout

    def _step(self, step: str, *arguments: str) -> bytes:
        done = self._run(step, *arguments)
        if done.returncode:
            raise self._failed(step, done.returncode, done.stderr)
        return done.stdout

    def _run(self, step: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        words = shlex.join((self._path, NAME, *arguments))
        script = f"set -- {words}\n{STEPS[step]}"
        return run_program((*_SSH, "--", self._host, f"sh -c {shlex.quote(script)}"), Path.cwd())

    def _failed(self, step: str, code: int, said: bytes) -> TargetError:
        if code == _NO_ANSWER:
            return TargetError(f"{self._host} cannot be reached: {last_line(said)}")
        return TargetError(f"{self.shown}: the step {step} failed: {last_line(said)}")


def _text(answer: subprocess.CompletedProcess[bytes]) -> str:
    return answer.stdout.decode("utf-8", errors="replace")
