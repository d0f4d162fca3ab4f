from __future__ import annotations

import pytest

from generator.model.suggestion import SuggestionKind
from tests.suggesting.texts import of_kind

READ_MORE = SuggestionKind.READ_MORE


@pytest.mark.parametrize(
    ("line", "title", "language"),
    [
        ("Also read: What the truce changed", "What the truce changed", "en"),
        ("RELATED: Why rivers run dry", "Why rivers run dry", "en"),
        ("**See also:** Why rivers run dry", "Why rivers run dry", "en"),
        ("Also read: [What changed](https://desk.example/a)", "What changed", "en"),
        ("Mehr zum Thema: Was bisher geschah", "Was bisher geschah", "de"),
        ("Voir aussi : Ce qui a changé", "Ce qui a changé", "fr"),
        ("طالع أيضا: ماذا تغير", "ماذا تغير", "ar"),
    ],
)
def test_lines_that_lead_elsewhere(line: str, title: str, language: str) -> None:
    (found,) = of_kind(READ_MORE, f"Text.\n\n{line}\n\nText.", language=language)
    assert (found.text, found.label, found.ref) == (line, title, "")


@pytest.mark.parametrize(
    "body",
    [
        "READ MORE: What the truce changed",
        "Related: this is a sentence about something else.",
        "He said: see also the other page",
        "Related: [x]{.plain} and more",
        "# Related: What changed",
        "Related:",
    ],
)
def test_other_lines(body: str) -> None:
    assert of_kind(READ_MORE, body) == []


def test_a_title_of_the_site_is_surer() -> None:
    # The helper's only article is called "What happened".
    (known,) = of_kind(READ_MORE, "Also read: What happened")
    (unknown,) = of_kind(READ_MORE, "Also read: What else happened")
    assert known.ref == "a"
    assert known.confidence > unknown.confidence


def test_no_names_are_suggested_within() -> None:
    assert of_kind(SuggestionKind.ACTOR, "Also read: What President Jane Roe said") == []
