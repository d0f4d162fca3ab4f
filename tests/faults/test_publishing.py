"""`briefing publish` with a fault at every step: what is served is one whole release."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.newsroom import AFTER, BEFORE, lay
from tests.faults.trials import Outcome, Stage, Tree, copied, each_step, left_over, tree

pytestmark = pytest.mark.slow


def served(out: Path) -> Tree:
    return tree((out / "current").resolve())


@pytest.fixture
def desk(stage: Stage, tmp_path: Path) -> Path:
    """A site of which an earlier release is published, into ``out`` beside it."""
    folder = tmp_path / "desk"
    root = lay(folder / "site", {**BEFORE, "mkdocs.yml": BEFORE["mkdocs.yml"] + GONE})
    done = stage.run(root, "publish", "--to", "../out")
    assert done.code == 0, done.said
    lay(root, {**AFTER, "mkdocs.yml": BEFORE["mkdocs.yml"] + GONE})
    assert stage.run(root, "build").code == 0
    return folder


GONE = """\
extra:
  briefing:
    gone: [articles/closed/, briefings/closed/]
"""


def test_a_fault_at_any_step_leaves_one_release_online(
    stage: Stage, tmp_path: Path, desk: Path
) -> None:
    command = ("-C", "site", "publish", "--no-build", "--to", "../out", "--keep", "2")
    old, site = served(desk / "out"), tree(desk / "site" / "site")
    whole = copied(desk, tmp_path / "whole")
    assert stage.run(whole, *command).code == 0
    new = served(whole / "out")
    assert old != new

    def judge(root: Path, outcome: Outcome) -> None:
        assert tree(root / "site" / "site") == site
        assert served(root / "out") in (old, new)
        if outcome.code == 0:
            assert served(root / "out") == new
        again = stage.run(root, *command)
        assert again.code == 0, again.said
        assert served(root / "out") == new
        assert left_over(root / "out") == []

    each_step(stage, command, lambda: copied(desk, tmp_path / "trial"), judge)


def test_a_fault_at_any_step_of_a_rollback(stage: Stage, tmp_path: Path, desk: Path) -> None:
    first = served(desk / "out")
    assert stage.run(desk, "-C", "site", "publish", "--no-build", "--to", "../out").code == 0
    second = served(desk / "out")
    command = ("-C", "site", "publish", "--rollback", "--to", "../out")

    def judge(root: Path, outcome: Outcome) -> None:
        assert served(root / "out") in (first, second)
        if outcome.code == 0:
            assert served(root / "out") == first
        else:
            expected = 0 if served(root / "out") == second else 1
            assert stage.run(root, *command).code == expected
            assert served(root / "out") == first

    each_step(stage, command, lambda: copied(desk, tmp_path / "trial"), judge)
