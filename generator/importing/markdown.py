"""Markdown, with front matter or without, to a draft article.

The text below front matter is kept byte for byte: the format is Markdown, and what it would read
otherwise is escaped where the draft is written. Front matter of Hugo, Jekyll and exports of
WordPress becomes the format's; whatever has no place in it is kept as comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.importing import (
    CONTROLS_REMOVED,
    EMPTY,
    FRONT_MATTER_KEPT,
    FRONT_MATTER_UNREAD,
)
from generator.model.draft import Draft

from .drafting import Found, Picture, draft_of
from .language import guess_language
from .markdown_keys import Mapped, map_keys
from .markdown_matter import Matter, read_matter
from .passages import passages_of, printable, unprintable
from .printed_lines import Credits
from .publication import Publication, publication_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Set as AbstractSet

    from generator.config import Settings

_TITLE = re.compile(r"\s*?(?:^|(?<=\n))[ ]{0,3}#[ \t]++(?P<title>[^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_UNDERLINED = re.compile(
    r"(?:[ \t]*+(?:\r\n|\n|\r))*+[ ]{0,3}(?P<title>\S[^\r\n]*+)(?:\r\n|\n|\r)[ ]{0,3}=++[ \t]*+"
    r"(?:\r\n|\n|\r|\Z)"
)
_MARKS = re.compile(r"(?<!\\)(?:\*\*|__|[*`])|\\(?=[^\w\s])")


def import_markdown(
    text: str,
    *,
    path: str,
    settings: Settings,
    fallback_date: dt.date,
    topics: AbstractSet[str],
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """A draft of ``text``, and what an editor must still supply or look through.

    ``topics`` are the ids of the site's topics: a tag that is one becomes a topic. The headline
    is front matter's ``title``, else the text's first line where that is a heading of level 1; the
    heading is then no part of the text.
    """
    source = SourceFile(path, text)
    matter = read_matter(text.removeprefix("\ufeff"))
    mapped = map_keys(matter, topics)
    title, body = mapped.title, printable(matter.body)
    if not title or _same_heading(title, body):
        heading, rest = _headline(body)
        title, body = title or heading, rest
    passages = passages_of(body)
    if not passages:
        message = f"“{path}” holds no text: there is nothing to import."
        mend = "Paste the article's text into the file and import it again."
        return Draft({}, ()), (diagnose(EMPTY, source, None, message, mend),)
    guessed = guess_language(body, settings.language)
    language = mapped.language or guessed
    languages = tuple(dict.fromkeys((language, settings.language, "en")))
    if mapped.date:
        published = Publication(mapped.date, printed=True)
    else:
        found = publication_of(passages, languages, fallback_date)
        published = Publication(found.date, found.printed)
    draft, gaps = draft_of(
        Found(
            title=title,
            published=published,
            blocks=(),
            summary=mapped.summary,
            language=language if language != settings.language else "",
            credits=Credits(mapped.publisher, (), mapped.url),
            authors=mapped.authors,
            updated=mapped.updated if mapped.updated > published.date[:10] else "",
            picture=Picture(mapped.picture, mapped.alt),
            body=f"{body.lstrip(_LINE_ENDS)}",
            further=mapped.further,
            kept=mapped.kept,
        ),
        source,
    )
    return draft, (*_remarks(source, matter, mapped), *_controls(source), *gaps)


_LINE_ENDS = "\r\n"


def _headline(body: str) -> tuple[str, str]:
    """The heading of level 1 that a text begins with, without its marks, and what is below it."""
    match = _TITLE.match(body)
    title = match["title"].rstrip(" \t").rstrip("#") if match else ""
    if match is None and (match := _UNDERLINED.match(body)) is not None:
        title = match["title"]
    if match is None or not title.strip():
        return "", body
    return _unmarked(title), body[match.end() :]


def _same_heading(title: str, body: str) -> bool:
    heading, _ = _headline(body)
    return heading.split() == title.split()


def _unmarked(heading: str) -> str:
    return " ".join(_MARKS.sub("", heading).split())


def _remarks(source: SourceFile, matter: Matter, mapped: Mapped) -> tuple[Diagnostic, ...]:
    """One remark for all that was kept as comments, and a warning where nothing could be read."""
    if matter.fault:
        message = (
            f"The front matter of “{source.path}” cannot be read ({matter.fault}); its lines are "
            "kept as comments."
        )
        mend = "Take from the comments what the draft should have, and delete them."
        span = Span(matter.start, matter.start + 3)
        return (diagnose(FRONT_MATTER_UNREAD, source, span, message, mend),)
    if not mapped.unknown:
        return ()
    keys = ", ".join(f"“{key}”" for key in mapped.unknown)
    message = (
        f"“{source.path}” has front matter that has no place here: {keys}; its lines are kept as "
        "comments."
    )
    mend = "Delete the comments that nobody needs."
    span = Span(matter.start, matter.start + 3)
    return (diagnose(FRONT_MATTER_KEPT, source, span, message, mend),)


def _controls(source: SourceFile) -> tuple[Diagnostic, ...]:
    first, count = unprintable(source.text)
    if not count:
        return ()
    number = f"{count} control {'character' if count == 1 else 'characters'}"
    message = f"“{source.path}” holds {number}; the draft leaves out all of this kind."
    mend = "Compare the draft with the original at this place."
    return (diagnose(CONTROLS_REMOVED, source, first, message, mend),)
