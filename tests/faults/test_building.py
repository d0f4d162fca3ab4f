"""`briefing build` with a fault at every step: a whole old site or a whole new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.newsroom import AFTER, BEFORE, lay
from tests.faults.trials import Outcome, Stage, copied, each_step, left_over, tree

pytestmark = pytest.mark.slow


def pages(root: Path) -> dict[str, str]:
    """What MkDocs sees: names that begin with a dot are hidden from it."""
    found = tree(root / "docs")
    return {name: one for name, one in found.items() if not Path(name).name.startswith(".")}


def test_a_fault_at_any_step_leaves_one_whole_site(stage: Stage, tmp_path: Path) -> None:
    before = lay(tmp_path / "before", BEFORE)
    assert stage.run(before, "build").code == 0
    old_site = tree(before / "site")
    old_pages = pages(before)
    lay(before, AFTER)
    content = tree(before / "content")
    clean = lay(tmp_path / "clean", AFTER)
    assert stage.run(clean, "build").code == 0
    new_site = tree(clean / "site")
    new_pages = pages(clean)
    assert old_site != new_site

    def judge(root: Path, outcome: Outcome) -> None:
        assert tree(root / "content") == content
        site = tree(root / "site")
        assert site in (old_site, new_site)
        if not outcome.killed:
            assert pages(root) in (old_pages, new_pages)
            assert (site == new_site) or outcome.code == 1
        again = stage.run(root, "build")
        assert again.code == 0, again.said
        assert tree(root / "site") == new_site
        assert pages(root) == new_pages
        assert tree(root / "content") == content
        if outcome.code:  # a file that could not be removed stays until its folder is written to
            assert left_over(root) == []

    steps = each_step(stage, ("build",), lambda: copied(before, tmp_path / "trial"), judge)
    assert steps > 50
