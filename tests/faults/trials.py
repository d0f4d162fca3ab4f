"""One command, tried again and again from the same state, with a fault at one step or another."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.interference import KILL

ROOT: Final = Path(__file__).resolve().parents[2]
ALL: Final = "BRIEFING_FAULTS"
"""``all`` in this variable of the environment tries every step; a number, so many of each kind."""
_FEW: Final = 4
FAULTS: Final = ("full", "denied", KILL)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``code`` is negative for a signal. ``steps`` are the steps that were begun."""

    code: int
    said: str
    steps: tuple[str, ...]

    @property
    def killed(self) -> bool:
        return self.code < 0


class Stage:
    """Where commands are run: see ``tests.faults.stage``."""

    def __init__(self, folder: Path) -> None:
        self._out = folder / "out"
        self._tmp = folder / "tmp"
        self._out.mkdir(parents=True)
        self._tmp.mkdir()
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": "1700000000",
            "COLUMNS": "200",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stage"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        folder: Path,
        *arguments: str,
        at: int = 0,
        fault: str = "",
        beside: Path | None = None,
    ) -> Outcome:
        """Run ``briefing ARGUMENTS`` in ``folder``; steps below it, or ``beside``, are counted."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        for left in self._tmp.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        job = {
            "folder": str(folder),
            "arguments": arguments,
            "watched": [str(folder), str(self._tmp), *([str(beside)] if beside else [])],
            "at": at,
            "fault": fault,
            "out": str(self._out),
            "tmp": str(self._tmp),
        }
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        said = (self._out / "said").read_text(encoding="utf-8", errors="replace")
        steps = (self._out / "steps").read_text(encoding="utf-8", errors="replace").splitlines()
        return Outcome(answer["code"], said, tuple(steps))

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        if self._process.stdout is not None:
            self._process.stdout.close()


Tree = Mapping[str, str]


def tree(folder: Path) -> Tree:
    """The digest of each file below a folder by its path; of a link, where it leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.blake2b(path.read_bytes(), digest_size=12).hexdigest()
    return found


def copied(source: Path, target: Path) -> Path:
    """A copy of a folder with its times, in place of what ``target`` was."""
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(source, target, symlinks=True)
    return target


def build(root: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """A build by the command, in a process of its own that the words ``before`` start."""
    return subprocess.run(
        [*before, sys.executable, "-m", "generator", "build"],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "SOURCE_DATE_EPOCH": "1700000000",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def left_over(folder: Path) -> list[str]:
    """What a killed command left below ``folder``, outside of the cache."""
    return [
        name
        for path in sorted(folder.rglob("*"))
        if not (name := path.relative_to(folder).as_posix()).startswith(".briefing/spare")
        and (path.name.endswith((".tmp", ".part", ".gone")) or path.name.startswith(".site-"))
    ]


def chosen(steps: int) -> Iterator[int]:
    """The steps that are tried: every one, or a few that are evenly apart."""
    asked = os.environ.get(ALL, "")
    wanted = steps if asked == "all" else min(steps, int(asked) if asked.isdigit() else _FEW)
    return (1 + round(number * (steps - 1) / max(wanted - 1, 1)) for number in range(wanted))


def sound(outcome: Outcome, fault: str) -> None:
    """A fault ends a command with a sentence and an exit code, or does not matter to it."""
    if fault == KILL:
        assert outcome.killed
        return
    assert "Traceback" not in outcome.said, outcome.said
    assert outcome.code in {0, 1}, outcome.said
    if outcome.code:
        assert outcome.said.strip(), outcome.steps[-1]


def each_step(
    stage: Stage,
    command: tuple[str, ...],
    fresh: Callable[[], Path],
    judge: Callable[[Path, Outcome], None],
    *,
    beside: Path | None = None,
) -> int:
    """Let the command meet each fault at each step; ``judge`` looks at what stands then.

    Returns the number of steps. ``fresh`` gives the folder as it is before the command.
    """
    whole = stage.run(fresh(), *command, beside=beside)
    assert whole.code == 0, whole.said
    steps = len(whole.steps)
    for fault in FAULTS:
        for at in chosen(steps):
            folder = fresh()
            outcome = stage.run(folder, *command, at=at, fault=fault, beside=beside)
            if len(outcome.steps) < at:
                continue  # the command took a shorter way this time
            try:
                sound(outcome, fault)
                judge(folder, outcome)
            except AssertionError as error:
                where = outcome.steps[at - 1].removeprefix(str(folder))
                raise AssertionError(
                    f"{fault} at step {at} of {steps} ({where}):\n{outcome.said}\n{error}"
                ) from error
    return steps
