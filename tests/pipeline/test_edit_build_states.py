"""Any order of edits, builds and crashes: a build gives the pages of a clean build.

A state machine that Hypothesis drives; ``test_incremental.py`` walks longer paths at random.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from generator.pipeline import Workspace
from generator.pipeline.build import write_pages
from tests.pipeline.changing_site import EDITS, Changer, Edit, tree
from tests.pipeline.test_incremental import made, made_clean


class CrashError(BaseException):
    """The process ends here."""


def seen(docs: Path) -> dict[str, bytes]:
    """The pages; what a crash leaves behind beside them is hidden, and no builder reads it."""
    return {path: content for path, content in tree(docs).items() if "/.briefing-" not in path}


class Builds(RuleBasedStateMachine):
    """``state`` is the content as of the last build without errors."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="briefing-states-"))
        self.root = self.folder / "site"
        self.site = Changer(self.root, 1)
        assert made(self.root).written is not None
        self.state = self.site.state()
        self.edited = False

    @rule(edit=st.sampled_from(EDITS), seed=st.integers(0, 99))
    def edit(self, edit: Edit, seed: int) -> None:
        self.site.chance = random.Random(seed)  # noqa: S311  no secret
        edit(self.site)
        self.edited = True

    @precondition(lambda self: self.edited)
    @rule()
    def build(self) -> None:
        pages = made(self.root)
        clean = made_clean(self.root, self.folder / "clean")
        assert pages.diagnostics == clean.diagnostics
        assert (pages.written is None) == (clean.written is None)
        if pages.written is None:
            self.site.restore(self.state)
            return
        assert seen(self.root / "docs") == seen(self.folder / "clean" / "docs")
        self.state, self.edited = self.site.state(), False

    @precondition(lambda self: self.edited)
    @rule(writes=st.integers(0, 12))
    def crash(self, writes: int) -> None:
        """A build that ends in the middle of what it writes, without a word."""
        left = writes

        def dying(path: Path, target: Path) -> Path:
            nonlocal left
            if left <= 0:
                raise CrashError
            left -= 1
            return original(path, target)

        original = Path.replace
        with pytest.MonkeyPatch.context() as patched, suppress(CrashError):
            patched.setattr(Path, "replace", dying)
            write_pages(Workspace(self.root))

    @precondition(lambda self: not self.edited)
    @rule()
    def build_again(self) -> None:
        again = made(self.root)
        assert again.written is not None
        assert again.written.nothing

    def teardown(self) -> None:
        if self.edited:
            self.build()
        shutil.rmtree(self.folder)


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Builds,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.generate,),  # a path found is short; building is slow
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_few_paths() -> None:
    _run(1, 4)


@pytest.mark.slow
def test_many_paths() -> None:
    _run(20, 12)
