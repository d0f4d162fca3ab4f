"""A saved page to a draft article.

Every word of the page's text stays, in its order; the site's own words (menus, sharing, comments)
do not. The headline, the byline and the date line become front matter. A box that leads to other
articles becomes READ MORE lines, its links without its teasers.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.importing import CONTROLS_REMOVED, EMPTY
from generator.importing.drafting import Found, Picture, draft_of
from generator.importing.headline import is_byline
from generator.importing.limits import LARGEST_SHOWN, too_large
from generator.importing.passages import Line
from generator.importing.printed_lines import Credits, credits_of
from generator.importing.publication import Publication, publication_of
from generator.model.document import SourceLine
from generator.model.draft import Draft

from .blocks import Reader
from .boxes import Boxes
from .main_text import Text, find_text, with_head
from .metadata import Metadata, base_of, printed_authors, read_metadata
from .microdata import byline_names
from .moments import day_in_address, moment_of
from .parsing import Page, parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config import Settings
    from generator.model.document import Block

    from .claims import Claims

_HEAD_RUNS = 60
_HEAD_LINES = 40
# Most characters of a line with a byline or a date, most words of one with a label and a date.
_LONGEST_LINE = 100
_LABELLED = 6


def import_page(
    text: str, *, path: str, settings: Settings, fallback_date: dt.date
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """A draft of the page in ``text``, and what an editor must still supply.

    ``path`` and ``fallback_date`` are as for plain text. A page without words gives an empty draft
    and an error.
    """
    source = SourceFile(path, text)
    page = parse_page(text)
    shown = sum(len(part.encode()) for part in page.body.itertext())
    if shown > LARGEST_SHOWN:
        fault = too_large(path, "shows a text of", shown, LARGEST_SHOWN)
        return Draft({}, ()), (fault,)
    main = find_text(page)
    known = read_metadata(text, page, main, settings.language)
    claims = known.claims
    main = with_head(main, known.headline)
    base = base_of(page, claims.url)
    language = claims.language or settings.language
    languages = tuple(dict.fromkeys((language, settings.language, "en")))
    lines = _lines(main, known)
    published = _published(claims, lines, languages, fallback_date)
    authors = claims.authors or printed_authors(lines[:8])
    reader = Reader(
        main,
        Boxes(settings, language, base),
        settings,
        base,
        _known_lines(known, authors, languages, fallback_date),
        known.headline,
    )
    blocks = reader.blocks()
    if not blocks:
        message = f"“{path}” is a page without text: there is nothing to import."
        mend = "Open it in a browser, copy the article's text, and import that as plain text."
        return Draft({}, ()), (diagnose(EMPTY, source, None, message, mend),)
    draft, gaps = draft_of(
        Found(
            title=claims.title,
            published=published,
            blocks=blocks,
            summary=claims.description,
            language=language if language != settings.language else "",
            credits=_credits(claims, blocks),
            authors=authors,
            updated=_updated(claims, published, languages, fallback_date),
            picture=Picture(claims.picture, claims.alt, claims.caption, claims.credit),
        ),
        source,
    )
    return draft, (*_controls(source, page), *gaps)


def _lines(main: Text, known: Metadata) -> list[str]:
    """Lines of text from the headline on: where a date or a byline may be printed."""
    places = main.order
    start = places.get(known.headline, 0) if known.headline is not None else 0
    runs = sorted(
        (run for run in main.own if places.get(run, 0) > start), key=lambda run: places.get(run, 0)
    )
    lines = [line for run in runs[:_HEAD_RUNS] for line in main.own[run].split("\n") if line]
    if known.headline is None and known.claims.title in lines:
        lines = lines[lines.index(known.claims.title) + 1 :]
    return lines[:_HEAD_LINES]


def _published(
    claims: Claims, lines: list[str], languages: tuple[str, ...], fallback: dt.date
) -> Publication:
    said = moment_of(claims.published, languages, fallback)
    if said:
        return Publication(said, printed=True)
    passages = tuple((Line(line, 0),) for line in lines)
    found = publication_of(passages, languages, fallback) if passages else None
    if found is not None and found.printed:
        return Publication(found.date, printed=True)
    day = day_in_address(claims.url)
    if day:
        return Publication(day, printed=False)
    return Publication(found.date if found else fallback.isoformat(), printed=False)


def _updated(
    claims: Claims, published: Publication, languages: tuple[str, ...], fallback: dt.date
) -> str:
    """The day of the last change where it is after that of publication."""
    day = moment_of(claims.modified, languages, fallback)[:10]
    return day if day > published.date[:10] else ""


def _known_lines(
    known: Metadata, authors: tuple[str, ...], languages: tuple[str, ...], fallback: dt.date
) -> Callable[[str], bool]:
    """Says of a line above the text whether front matter has it: headline, byline, date."""
    title = " ".join(known.claims.title.split()).casefold()
    names = {", ".join(authors).casefold(), *(name.casefold() for name in authors)}

    def is_known(line: str) -> bool:
        folded = line.casefold()
        if folded in {title, *names} or is_byline(line):
            return True
        if len(line) > _LONGEST_LINE:
            return False
        if byline_names(line):
            return True
        found = publication_of(((Line(line, 0),),), languages, fallback)
        # “Published: 9 October 1998” is a date line too; a sentence with a date in it is none.
        return found.printed and (found.line is not None or len(line.split()) <= _LABELLED)

    return is_known


def _credits(claims: Claims, blocks: tuple[Block, ...]) -> Credits:
    """The publisher that the page names; the agencies that its source line names."""
    printed = next(
        (credits_of(block) for block in reversed(blocks) if isinstance(block, SourceLine)),
        Credits(),
    )
    publisher = claims.publisher or printed.publisher
    agencies = printed.agencies
    if printed.publisher and publisher.casefold() not in printed.publisher.casefold():
        agencies = (printed.publisher, *agencies)
    return Credits(publisher, agencies, claims.url or printed.url)


def _controls(source: SourceFile, page: Page) -> tuple[Diagnostic, ...]:
    if not page.controls:
        return ()
    number = f"{page.controls} control {'character' if page.controls == 1 else 'characters'}"
    message = f"“{source.path}” holds {number} in its text; the draft leaves out all of this kind."
    mend = "Compare the draft with the original."
    return (diagnose(CONTROLS_REMOVED, source, Span(0, 0), message, mend),)
