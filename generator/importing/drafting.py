"""From what a reader found in a file to a draft, and to what an editor must still supply.

A reader knows one format (plain text, Markdown, saved pages) and gives ``Found``; whatever its
format, the draft is made here, so that front matter and warnings are the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import NOWHERE, Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.importing import DATE_MISSING, SOURCE_INCOMPLETE, TITLE_MISSING
from generator.model.draft import Draft, FrontMatter

from .headline import title_from_file_name
from .printed_lines import Credits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.document import Block

    from .publication import Publication


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture at the head of a text, by its web address; ``""`` where unknown."""

    url: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader recognised. ``title``, ``summary`` and ``language`` are ``""`` where unknown.

    ``credits_span`` is the place of the line that ``credits`` was read from. ``updated`` is a day
    after that of publication. ``body`` is the text in the format's own markup, where the reader
    has it so, and stands instead of ``blocks``; ``further`` are front-matter entries of the format
    that the reader took over as they stood, and ``kept`` lines of those that it could not.
    """

    title: str
    published: Publication
    blocks: tuple[Block, ...]
    summary: str = ""
    language: str = ""
    credits: Credits = field(default_factory=Credits)
    credits_span: Span = NOWHERE
    authors: tuple[str, ...] = ()
    updated: str = ""
    picture: Picture = field(default_factory=Picture)
    body: str | None = None
    further: FrontMatter = field(default_factory=dict)
    kept: tuple[str, ...] = ()


def draft_of(found: Found, source: SourceFile) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """The draft, and a warning for each thing that stands in for what the text does not say.

    The names of those things stand in front matter under ``review``, so that whoever checks the
    draft later is warned too.
    """
    title = found.title or title_from_file_name(source.path)
    gaps = _gaps(found, source, title)
    matter: dict[str, str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]] = {
        "title": title,
        "date": found.published.date,
        "summary": found.summary,
        "language": found.language,
        "source": _source(found),
        "image": _image(found.picture),
        "updated": found.updated,
        **found.further,
        "status": "draft",
        "review": tuple(gaps),
    }
    given = {key: value for key, value in matter.items() if value}
    line = found.published.line
    remarks = {"date": line.text} if line else {}
    draft = Draft(given, found.blocks, remarks, body=found.body, comments=found.kept)
    return draft, tuple(gaps.values())


def _source(found: Found) -> Mapping[str, str | tuple[str, ...]]:
    """The front matter's ``source``, with nothing that the text does not say."""
    entries: dict[str, str | tuple[str, ...]] = {
        "publisher": found.credits.publisher,
        "url": found.credits.url,
        "author": ", ".join(found.authors),
        "agencies": found.credits.agencies,
    }
    return {key: value for key, value in entries.items() if value}


def _image(picture: Picture) -> Mapping[str, str]:
    """The front matter's ``image``: nothing without an address."""
    if not picture.url:
        return {}
    entries = {
        "url": picture.url,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
    }
    return {key: value for key, value in entries.items() if value}


def _gaps(found: Found, source: SourceFile, title: str) -> dict[str, Diagnostic]:
    """By front-matter key, what an editor must supply or confirm."""
    gaps: dict[str, Diagnostic] = {}
    if not found.title:
        gaps["title"] = diagnose(
            TITLE_MISSING,
            source,
            None,
            f"“{source.path}” begins with no headline; the draft is called “{title}”.",
            "Write the headline under `title` and take `title` off the list under `review`.",
        )
    if not found.published.printed:
        day, place = found.published.date, found.published.span
        gaps["date"] = diagnose(
            DATE_MISSING,
            source,
            place,
            f"“{source.path}” does not say for certain when it was published; the draft is dated "
            f"{day}, {'a date in the text' if place else 'the date of the file'}.",
            "Write the day of publication under `date` and take `date` off the list under "
            "`review`.",
        )
    if found.credits.publisher and not found.credits.url:
        gaps["source"] = diagnose(
            SOURCE_INCOMPLETE,
            source,
            found.credits_span,
            f"“{source.path}” names {found.credits.publisher} as its source, but neither the "
            "text's address nor its rights.",
            "Write `url` and `rights` (own, licensed or quote) under `source` and take `source` "
            "off the list under `review`.",
        )
    return gaps
