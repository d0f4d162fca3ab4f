"""The stage on which commands meet faults."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.faults.trials import Stage


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One process for all tests: loading what commands need takes longer than running them."""
    if not sys.platform.startswith("linux"):
        pytest.skip("steps are told apart by what Linux tells of open files")
    made = Stage(tmp_path_factory.mktemp("stage"))
    yield made
    made.close()
