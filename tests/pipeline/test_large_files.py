"""A file of any size is told, and never held in memory."""

from __future__ import annotations

import os
import tracemalloc

import pytest

from generator.caching import digest_of_bytes
from generator.pipeline import Workspace, build
from generator.pipeline.standing import file_digest
from tests.conftest import MakeSite

HUGE = 300 << 20  # bytes, none of them on the disk


@pytest.mark.parametrize("name", ["harbour.md", "harbour.annotations.yaml"])
def test_a_huge_text_takes_no_memory(make_site: MakeSite, name: str) -> None:
    root = make_site({"content/articles/harbour.md": "---\ntitle: Harbour\n---\nText.\n"})
    path = root / "content/articles" / name
    with path.open("ab") as file:
        file.truncate(HUGE)
    tracemalloc.start()
    try:
        built = build(Workspace(root))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert "S003" in {item.code for item in built.diagnostics}
    assert not built.done
    assert peak < HUGE // 4
    assert path.stat().st_size == HUGE


def test_a_digest_is_that_of_the_bytes(make_site: MakeSite) -> None:
    root = make_site({})
    for size in (0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20):
        content = os.urandom(size)
        (root / "file").write_bytes(content)
        assert file_digest(str(root / "file")) == digest_of_bytes(content)
