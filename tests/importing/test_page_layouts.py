"""Pages in thirteen layouts, each with what is expected of it beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import importing as benchmark

pytest.importorskip("trafilatura")

PAGES = sorted(benchmark.LAYOUTS.glob("*.html"))
# Nothing on this page but its place says that a name is the author's.
WRONG = {"div-soup": {"author"}}


def test_all_are_there() -> None:
    assert len(PAGES) == 13


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_layout_is_read_as_expected(page: Path) -> None:
    score = benchmark.score(page, benchmark.LAYOUTS)
    assert {name for name, right in score.fields.items() if not right} == WRONG.get(
        page.stem, set()
    )
    assert score.runs >= 0.999
    assert score.words == pytest.approx(1)


@pytest.mark.skipif(
    not benchmark.GIVEN.is_dir(), reason="no folder shared/articles beside the repository"
)
@pytest.mark.parametrize("name", ["digital-transition", "ein-jahr-voller-proteste"])
def test_a_given_page_is_read_as_expected(name: str) -> None:
    score = benchmark.score(benchmark.GIVEN / f"{name}.html", benchmark.EXPECTED)
    # One of the two authors of the second is printed at its foot only.
    wrong = {"author"} if name == "ein-jahr-voller-proteste" else set()
    assert {field for field, right in score.fields.items() if not right} == wrong
    assert score.runs >= 0.999


def test_f_falls_with_a_lost_word_and_with_an_added_one() -> None:
    words = [f"word{number}" for number in range(20)]
    whole = benchmark.runs_of(words)
    assert benchmark.shares(whole, whole) == (1, 1)
    precision, recall = benchmark.shares(benchmark.runs_of(words[:19]), whole)
    assert (precision, recall) == (1, 15 / 16)
    precision, recall = benchmark.shares(benchmark.runs_of([*words, "more"]), whole)
    assert (precision, recall) == (16 / 17, 1)
    assert benchmark.unpacked(benchmark.packed(words)) == whole
