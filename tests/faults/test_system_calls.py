"""Killed by the system at the n-th call of a kind that changes a disk: `strace` does it.

Beside the other tests here this shows what no Python code sees: exchanging folders, what libraries
write, the programs that a build starts.
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.faults.newsroom import AFTER, BEFORE, lay
from tests.faults.trials import ALL, build, copied, left_over, tree

pytestmark = pytest.mark.slow

_CALLS = {"write": 150, "rename": 40, "link": 30, "unlink": 60, "mkdir": 20, "renameat2": 1}
"""The calls, and how often one build of the small site makes each at least."""
_PARTS = (0.5,)


def killing(call: str, number: int) -> tuple[str, ...]:
    inject = f"inject={call}:signal=KILL:when={number}"
    return "strace", "-f", "-qq", "-o", os.devnull, "--seccomp-bpf", "-e", inject


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A built site whose content was edited, and the site that must come of it."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    folder = tmp_path_factory.mktemp("killed")
    before, clean = lay(folder / "before", BEFORE), lay(folder / "clean", AFTER)
    assert build(before).returncode == 0
    assert build(clean).returncode == 0
    traced = copied(before, folder / "traced")
    if build(traced, *killing("renameat2", 999)).returncode:
        pytest.skip("processes cannot be traced here")
    return lay(before, AFTER), clean


@pytest.mark.parametrize("call", sorted(_CALLS))
def test_a_build_killed_at_a_system_call(
    tmp_path: Path, edited: tuple[Path, Path], call: str
) -> None:
    before, clean = edited
    old, new = tree(before / "site"), tree(clean / "site")
    content = tree(before / "content")
    most = _CALLS[call]
    every = range(1, most + 1)
    few = sorted({max(round(most * part), 1) for part in _PARTS})
    killed = 0
    for number in every if os.environ.get(ALL) == "all" else few:
        root = copied(before, tmp_path / "trial")
        done = build(root, *killing(call, number))
        killed += done.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}
        assert tree(root / "content") == content
        assert tree(root / "site") in (old, new), number

        again = build(root)
        assert again.returncode == 0, again.stdout
        assert tree(root / "site") == new, number
        assert left_over(root) == []
    assert killed
