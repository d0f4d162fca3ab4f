from __future__ import annotations

import pytest

from generator.model.suggestion import SuggestionKind
from tests.suggesting.texts import of_kind, suggested

BACKGROUND = SuggestionKind.BACKGROUND
LEAD = (
    "The council of the town said on Monday that the bridge over the river would open again.\n\n"
    "Officials said the repair, which was announced last week, will take three more months.\n\n"
)
OLD = "The bridge was built in 1931 and was closed in 2015 after a flood had taken two piers away."
OLDER = "Since 1990 the town has lost a third of its people, and the ferry was given up in 2001."
NEWS = "The mayor said today that she would ask the government for money for the new piers."


def test_consecutive_paragraphs_are_one_passage() -> None:
    read, found = suggested(f"{LEAD}{OLD}\n\n{OLDER}\n\n{NEWS}\n")
    (passage,) = [item for item in found if item.kind is BACKGROUND]
    assert passage.text == f"{OLD}\n\n{OLDER}"
    assert read.file.text[passage.span.start - 1] == "\n"
    assert read.file.text[passage.span.end] == "\n"


def test_the_lead_is_never_background() -> None:
    assert of_kind(BACKGROUND, f"{OLD}\n\n{OLDER}\n\n{NEWS}") == []


@pytest.mark.parametrize(
    "block",
    [
        f"::: background\n{OLD}\n:::",
        f"> {OLD}",
        f"- {OLD}",
        f"{OLD[:60]}[{OLD[60:70]}]{{.plain}}{OLD[70:]}",
        NEWS,
        "It was the highest figure for the people of the whole region in the summer since 2013.",
        "“It was built in 1931 and it was closed in 2015, after the flood,” she said on Friday.",
    ],
)
def test_what_is_no_background(block: str) -> None:
    assert of_kind(BACKGROUND, f"{LEAD}{block}\n") == []


def test_this_year_is_no_background() -> None:
    text = "The work on the bridge and on both of its approaches started again in March 2024."
    assert of_kind(BACKGROUND, f"{LEAD}{text}") == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whole_lines_with_any_line_end(end: str) -> None:
    body = f"{LEAD}{OLD[:50]}\n{OLD[50:]}\n".replace("\n", end)
    (passage,) = of_kind(BACKGROUND, body)
    assert passage.text == f"{OLD[:50]}{end}{OLD[50:]}"


def test_other_languages() -> None:
    lead = "Die Stadt sagte am Montag, dass die Brücke über den Fluss bald wieder offen sein wird."
    old = "Die Brücke wurde 1931 gebaut und seit 2015 ist sie nach dem Hochwasser damals gesperrt."
    body = f"{lead}\n\nMehr {lead}\n\n{old}"
    assert [item.text for item in of_kind(BACKGROUND, body, language="de")] == [old]
