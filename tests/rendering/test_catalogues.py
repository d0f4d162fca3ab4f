from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator import rendering
from generator.rendering import (
    date_text,
    events,
    figure_cards,
    index_links,
    people,
    quantity_text,
    search_view,
    teasers,
)
from generator.rendering.messages import messages

ROOT = Path(__file__).parents[2]
CATALOGUES = Path(rendering.__file__).with_name("catalogues")
LANGUAGES = ("ar", "de", "es", "fa", "fr", "he", "ru", "tr")

CALL = re.compile(r"""(?<![a-zA-Z])(?:_|say|fill|text)\(\s*["']([^"']+)["']""")
PLURAL = re.compile(r'ngettext\(\s*"([^"]+)",\s*"([^"]+)"')
PLACEHOLDER = re.compile(r"%\(\w+\)s")

# Tables of messages, and messages that are chosen before they are said.
TABLES = (
    *date_text._SEASONS.values(),
    *quantity_text._QUALIFIERS.values(),
    *people._KINDS.values(),
    *filter(None, teasers._RIGHTS.values()),
    *events._STATUSES.values(),
    *figure_cards._MOVES.values(),
    *figure_cards._VERDICTS.values(),
    *(title for title, _ in index_links._INDEXES),
    *(word for _, word in search_view._KINDS),
    "since %(date)s",
    "from %(date)s",
)


def used() -> tuple[set[str], set[tuple[str, str]]]:
    """Every message of templates and code: single ones, and counted ones."""
    single, counted = set(TABLES), set()
    files = [
        *(ROOT / "templates" / "pages").rglob("*.j2"),
        *Path(rendering.__file__).parent.rglob("*.py"),
    ]
    for file in files:
        text = file.read_text(encoding="utf-8")
        single |= set(CALL.findall(text))
        counted |= set(PLURAL.findall(text))
    return single, counted


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    single, counted = used()
    words = catalogue(language)
    missing = [text for text in sorted(single) if not (words.get(text) and words[text].string)]
    missing += [
        one
        for one, many in sorted(counted)
        if not (words.get((one, many)) and all(words[one, many].string or ()))
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_message(language: str) -> None:
    words = catalogue(language)
    for message in words:
        if not message.id:
            continue
        if isinstance(message.id, str):
            wanted = set(PLACEHOLDER.findall(message.id))
            found = set(PLACEHOLDER.findall(str(message.string)))
            # A century is counted in figures, in Roman figures or by an ordinal.
            if "%(ordinal)s" in wanted:
                wanted = found & {"%(ordinal)s", "%(number)s", "%(roman)s"}
                assert wanted
            assert found == wanted, message.id
        else:
            assert len(message.string or ()) == words.num_plurals
            for form in message.string or ():
                assert set(PLACEHOLDER.findall(form)) <= {"%(num)s"}


def test_counts_take_the_form_of_the_language() -> None:
    one, many = "%(num)s source", "%(num)s sources"
    arabic = [messages("ar").count(one, many, number) for number in (1, 2, 3, 11, 100)]
    assert arabic == ["مصدر واحد", "مصدران", "3 مصادر", "11 مصدرًا", "100 مصدر"]
    russian = [messages("ru").count(one, many, number) for number in (1, 3, 5, 21, 12)]
    assert russian == ["1 источник", "3 источника", "5 источников", "21 источник", "12 источников"]
    assert [messages("en").count(one, many, number) for number in (0, 1, 2)] == [
        "0 sources",
        "1 source",
        "2 sources",
    ]


def test_a_region_has_the_words_of_its_language_and_others_english() -> None:
    assert messages("fr-CH").text("Sources") == "Sources"
    assert messages("ar-EG").text("Background") == "الخلفية"
    assert messages("xx").text("Background") == "Background"
    assert messages("../../ar").text("Background") == "Background"
