"""Plain text, as pasted, to a draft article.

Every word of the text stays, in its order. All of it becomes the draft's body, but for

- the headline, which becomes ``title``; printed again right below, it is one headline;
- a line that is the date of publication and nothing else, which becomes ``date``;
- the copy of a caption that is printed twice.

``summary``, ``language`` and ``source`` repeat words of the body; they take none away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.importing import CONTROLS_REMOVED, EMPTY
from generator.model.draft import Draft

from .blocks import blocks_of
from .drafting import Found, draft_of
from .headline import title_lines
from .language import guess_language
from .passages import Line, Passage, joined, passages_of, unprintable
from .printed_lines import Credits, credits_of, read_more_line, source_line
from .publication import publication_of
from .standfirst import standfirst_of

if TYPE_CHECKING:
    import datetime as dt

    from generator.config import Settings


def import_text(
    text: str, *, path: str, settings: Settings, fallback_date: dt.date
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """A draft of ``text``, and what an editor must still supply.

    ``path`` is the imported file's, for diagnostics and, where there is no headline, for a title.
    ``fallback_date`` is the latest day on which the text can have been published (the file's date,
    say); the draft has it where the text tells no other. A text without words gives an empty draft
    and an error.
    """
    source = SourceFile(path, text)
    passages = passages_of(text)
    if not passages:
        message = f"“{path}” holds no text: there is nothing to import."
        mend = "Paste the article's text into the file and import it again."
        return Draft({}, ()), (diagnose(EMPTY, source, None, message, mend),)
    language = guess_language(text, settings.language)
    languages = tuple(dict.fromkeys((language, settings.language, "en")))
    published = publication_of(passages, languages, fallback_date)
    passages = _without(published.line, passages)
    title, passages = _headline(passages, settings)
    named, span = _credits(passages, settings)
    found = Found(
        title=title,
        published=published,
        blocks=blocks_of(passages, settings),
        summary=standfirst_of(passages),
        language=language if language != settings.language else "",
        credits=named,
        credits_span=span,
    )
    draft, gaps = draft_of(found, source)
    return draft, (*_controls(source), *gaps)


def _headline(passages: tuple[Passage, ...], settings: Settings) -> tuple[str, tuple[Passage, ...]]:
    """The title, ``""`` where there is none, and the passages below it."""
    if len(passages) < 2:  # noqa: PLR2004 - a headline and what it heads
        return "", passages
    first, rest = passages[0], passages[1:]
    if not title_lines(first) or _printed(first[0].text, settings):
        return "", passages
    title = joined(first)
    again = joined(rest[0]).split() == title.split()
    return title, rest[1:] if again else rest


def _printed(text: str, settings: Settings) -> bool:
    return (
        read_more_line(text, settings.read_more) is not None
        or source_line(text, settings.source_labels) is not None
    )


def _credits(passages: tuple[Passage, ...], settings: Settings) -> tuple[Credits, Span]:
    """What the last source line says: it stands at the foot of a text."""
    for passage in reversed(passages):
        for line in reversed(passage):
            found = source_line(line.text, settings.source_labels)
            if found is not None:
                return credits_of(found), line.span
    return Credits(), Span(0, 0)


def _without(line: Line | None, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages without a line; what stands above and below it in its passage is parted."""
    if line is None:
        return passages
    parted: list[Passage] = []
    for passage in passages:
        if line in passage:
            at = passage.index(line)
            parted.extend(part for part in (passage[:at], passage[at + 1 :]) if part)
        else:
            parted.append(passage)
    return tuple(parted)


def _controls(source: SourceFile) -> tuple[Diagnostic, ...]:
    first, count = unprintable(source.text)
    if not count:
        return ()
    number = f"{count} control {'character' if count == 1 else 'characters'}"
    name = f"U+{ord(source.text[first.start]):04X}"
    message = (
        f"“{source.path}” holds {number}, first {name}; the draft leaves out all of this kind."
    )
    mend = "Compare the draft with the original at this place."
    return (diagnose(CONTROLS_REMOVED, source, first, message, mend),)
