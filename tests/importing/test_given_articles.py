"""The given articles, where their folder stands beside the repository."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.config import Settings
from generator.importing import import_file, slug_for
from generator.model.document import Caption, Heading, ReadMore, SourceLine
from generator.model.draft import Draft

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"
pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="no folder shared/articles beside the repository"
)
FALLBACK = dt.date(2024, 5, 6)


def draft_of(name: str) -> tuple[Draft, list[str]]:
    data = (ARTICLES / name).read_bytes()
    draft, found = import_file(data, path=name, settings=Settings(), fallback_date=FALLBACK)
    return draft, [item.code for item in found]


def test_a_text_without_headline_and_date() -> None:
    draft, codes = draft_of("putin-assad-2021.txt")
    matter = draft.front_matter
    assert codes == ["I004", "I005", "I006"]
    assert matter["review"] == ("title", "date", "source")
    assert matter["date"] == "2021-09-13"
    assert str(matter["summary"]).startswith("Despite ")
    assert matter["source"] == {"publisher": "TRTWorld"}
    assert slug_for(draft, "putin-assad-2021.txt") == "putin-assad-2021"
    kinds = [type(block) for block in draft.blocks]
    assert [kinds.count(kind) for kind in (Caption, ReadMore, SourceLine, Heading)] == [1, 2, 1, 1]


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("at-least-107-killed-in-mecca-crane-collapse.txt", "2015-09-12"),
        ("new-faces-emerge-as-veteran-politicians-step-dow.txt", "2016-09-09"),
        ("new-zealand-begins-process-to-consider-changing.txt", "2015-05-07"),
        ("north-korea-puts-military-in-quasi-state-of-war.txt", "2015-08-21"),
        ("over-900-asylum-seekers-rescued-off-indonesian-c.txt", "2015-05-18"),
        ("reports-streamlined-uk-asylum-process-to-replace.txt", "2023-02-23"),
    ],
)
def test_texts_with_headline_and_date(name: str, date: str) -> None:
    draft, codes = draft_of(name)
    assert codes == []
    assert draft.front_matter["date"] == date


def test_every_other_text_lacks_its_date_only() -> None:
    for path in sorted(ARTICLES.glob("*.txt")):
        draft, codes = draft_of(path.name)
        if path.name != "putin-assad-2021.txt":
            assert codes in ([], ["I005"]), path.name
            assert "title" not in draft.front_matter.get("review", ())
            assert "language" not in draft.front_matter
