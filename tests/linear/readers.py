"""Everything that reads what somebody else wrote, as a function of one text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from generator.config import Settings
from generator.dates import parse_date, parse_dates
from generator.diagnostics import SourceFile, diagnose
from generator.diagnostics.codes.files import EMPTY_FILE
from generator.imaging import SvgError, safe_svg
from generator.importing import ExportError, import_file, posts
from generator.importing.web_annotations import UnreadableAnnotationsError, read_annotations
from generator.model.edtf import Edtf
from generator.model.links import Register
from generator.model.sentences import sentences
from generator.names import Listing, NameMatcher
from generator.publishing.gate.html import scan
from generator.quantities import parse_quantities, parse_quantity
from generator.syntax import parse_article, parse_entry, write_document
from tests.fuzzing.texts import BODY, HEAD, PATH, SIDECAR, suggestions
from tests.syntax.reading import read

SETTINGS: Final = Settings()
DAY: Final = dt.date(2024, 5, 6)
NAMES: Final = ("a", "a a", "a a a", "a b", "é", "\u0301", "ss", "البحر", "long name of many words")


def body(text: str) -> None:
    document, _ = read(text)
    write_document(document.blocks)


def entry(text: str) -> None:
    parse_entry(Register.ACTOR, "content/actors/a.md", f"---\nname: A\n{text}\n---\n", SETTINGS)


def article(text: str) -> None:
    parse_article(PATH, text, SETTINGS)


def sidecar(text: str) -> None:
    parse_article(PATH, f"{HEAD}{BODY}", SETTINGS, SourceFile(SIDECAR, text))


def quantities(text: str) -> None:
    for language in ("en", "de", "ar"):
        parse_quantities(text, language)
        parse_quantity(text, language)


def dates(text: str) -> None:
    for language in ("en", "de", "ar"):
        parse_dates(text, DAY, language)
        parse_date(text, DAY, language)
    with suppress(ValueError):
        Edtf.parse(text)


def names(text: str) -> None:
    NameMatcher([Listing(name, (name,)) for name in NAMES]).find_names(text)
    NameMatcher([Listing(name, (name,)) for name in text.split("\n")])


def whole_sentences(text: str) -> None:
    sentences(text)


def suggesting(text: str) -> None:
    suggestions(text.encode())


def page(text: str) -> None:
    import_file(text.encode(), path="a.html", settings=SETTINGS, fallback_date=DAY)


def plain_text(text: str) -> None:
    import_file(text.encode(), path="a.txt", settings=SETTINGS, fallback_date=DAY)


def markdown(text: str) -> None:
    import_file(text.encode(), path="a.md", settings=SETTINGS, fallback_date=DAY)


def export(text: str) -> None:
    with suppress(ExportError):
        for post in posts(text.encode()):
            page(post.page)


def web_annotations(text: str) -> None:
    with suppress(UnreadableAnnotationsError):
        read_annotations(text.encode())


def built_page(text: str) -> None:
    scan(text)


def picture(text: str) -> None:
    with suppress(SvgError):
        safe_svg(text.encode())


def places(text: str) -> None:
    """A fault at every few characters: lines and columns of each."""
    source = SourceFile("a.md", text)
    for at in range(0, len(text), 16):
        diagnose(EMPTY_FILE, source, None, "", "")
        source.position(at)


READERS: Final[dict[str, Callable[[str], None]]] = {
    function.__name__: function
    for function in (
        *(body, entry, article, sidecar, quantities, dates, names, whole_sentences, suggesting),
        *(page, plain_text, markdown, export, web_annotations, built_page, picture, places),
    )
}
