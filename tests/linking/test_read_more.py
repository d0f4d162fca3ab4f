"""READ MORE lines find their article, and never a wrong one."""

from __future__ import annotations

import pytest

from generator.linking import link
from generator.model.links import Origin, Problem, ReadMoreLink, Register, Unresolved
from tests.linking.building import article, background, site

TITLE = "What the truce in Daraa changed"


def linked(line: str, *titles: str, **keys: str) -> tuple[ReadMoreLink, tuple[Unresolved, ...]]:
    others = (
        article(f"other{n}", title=title, aliases=["old-story"] if n == 0 else [])
        for n, title in enumerate(titles)
    )
    result = link(site(article("own", f"READ MORE: {line}", **keys), *others))  # type: ignore[arg-type]  # strings all
    return result.briefings["own"].read_more[0], result.unresolved


@pytest.mark.parametrize(
    "line", [TITLE, TITLE.upper(), "“What the truce in Daraa changed”", "Old Story", "Other0"]
)
def test_a_printed_title_finds_its_briefing(line: str) -> None:
    found, unresolved = linked(line, TITLE, "Another")
    assert found.briefing == "other0"
    assert unresolved == ()


def test_a_near_title_is_proposed_and_not_linked() -> None:
    found, (item,) = linked("What the truce in Dara changed", TITLE)
    assert found.briefing == ""
    assert (item.problem, item.candidates) == (Problem.UNKNOWN, ("other0",))


def test_a_title_that_is_not_there_yet() -> None:
    found, (item,) = linked("Something else entirely", TITLE)
    assert (found.briefing, item.problem, item.candidates) == ("", Problem.UNKNOWN, ())
    assert item.file.text[slice(*item.span)] == "Something else entirely"


def test_two_briefings_of_one_title_are_ambiguous() -> None:
    found, (item,) = linked(TITLE, TITLE, TITLE.lower())
    assert found.briefing == ""
    assert (item.problem, item.candidates) == (Problem.AMBIGUOUS, ("other0", "other1"))


def test_a_line_does_not_lead_to_its_own_page() -> None:
    result = link(site(article("own", f"READ MORE: {TITLE}", title=TITLE)))
    assert result.unresolved[0].problem is Problem.CLASH
    assert result.briefings["own"].read_more[0].briefing == ""
    found, unresolved = linked(TITLE, TITLE, title=TITLE)
    assert (found.briefing, unresolved) == ("other0", ())


@pytest.mark.parametrize(
    ("target", "url", "briefing"),
    [
        ("https://desk.example/a?b#c", "https://desk.example/a?b#c", ""),
        ("HTTP://desk.example", "HTTP://desk.example", ""),
        ("../briefings/other0.md", "", "other0"),
        ("/articles/other0/", "", "other0"),
        ("briefings/old-story", "", "other0"),
        ("about.md", "about.md", ""),
    ],
)
def test_a_printed_address_is_kept(target: str, url: str, briefing: str) -> None:
    found, unresolved = linked(f"[Else]({target})", TITLE)
    assert (found.url, found.briefing, unresolved) == (url, briefing, ())


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "https:evil",
        "ftp://desk.example",
    ],
)
def test_an_address_that_is_not_safe_is_reported(target: str) -> None:
    found, (item,) = linked(f"[Else]({target})", TITLE)
    assert (found.url, found.briefing) == ("", "")
    assert (item.field, item.wanted) == ("read-more-target", target)


def test_a_briefing_shows_each_title_once_and_not_itself() -> None:
    result = link(
        site(
            article(
                "a", f"READ MORE: {TITLE}\nREAD MORE: Later", briefing="joint", background=["b"]
            ),
            article("b", f"READ MORE: {TITLE.upper()}\nREAD MORE: Title of a", briefing="joint"),
            article("c", title=TITLE),
            background("b", "READ MORE: later!\nREAD MORE: Title of b\nREAD MORE: More"),
        )
    )
    titles = [item.line.title for item in result.briefings["joint"].read_more]
    assert titles == [TITLE, "Later", "More"]


def test_a_title_of_the_same_briefing_leads_to_its_source() -> None:
    result = link(
        site(
            article("a", "READ MORE: Title of b", briefing="joint"),
            article("b", briefing="joint"),
        )
    )
    (found,) = result.read_more[Origin(Register.ARTICLE, "a")]
    assert (found.article, found.briefing, result.unresolved) == ("b", "", ())
    assert result.briefings["joint"].read_more == ()
