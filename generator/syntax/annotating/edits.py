"""Annotations written into a text, each proved by reading what was written.

A suggestion is written only if, read again, the text is the same but for the new annotations, and
these say what was suggested. What does not stand this proof is refused; the others are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.config import Settings
from generator.diagnostics import Edit, SourceFile, Span
from generator.model.annotation import Annotation, Kind
from generator.model.article import Article, Document
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.syntax.context import Context
from generator.syntax.document import parse_document
from generator.syntax.front_matter import find_front_matter

from .attributes import LooksUp, Pairs, pairs_of, written_pairs
from .marks import Mark, mark_of, place
from .unmarked import block_tree

__all__ = ["LooksUp", "Markup", "Refused", "annotation_edits"]

_CHANGES = "brackets around it would change how the text is read"
_UNSAID = "no attributes say this quantity of this text"


@dataclass(frozen=True, slots=True)
class Refused:
    """A suggestion that is not written. ``reason`` is a clause: "it crosses another one"."""

    suggestion: Suggestion
    reason: str


@dataclass(frozen=True, slots=True)
class Markup:
    """``edits`` of the file; ``written`` and ``plain`` are what they annotate, in file order.

    ``places`` holds both, each with the place of its markup in the text as edited.
    """

    edits: tuple[Edit, ...] = ()
    places: tuple[tuple[Suggestion, Span], ...] = ()
    written: tuple[Suggestion, ...] = ()
    plain: tuple[Suggestion, ...] = ()
    refused: tuple[Refused, ...] = ()


def annotation_edits(
    article: Article,
    suggestions: Iterable[Suggestion],
    *,
    settings: Settings,
    looks_up: LooksUp,
    rejected: Iterable[Suggestion] = (),
) -> Markup:
    """The edits of ``article``'s file that annotate ``suggestions`` and mark ``rejected`` plain.

    Only attributes that the text does not say by itself are written: ``looks_up`` tells whom it
    names. Suggestions within others nest; of two that cross, the less certain is refused, and so is
    one that crosses markup of the text. A ``read-more`` passage is no annotation, and a rejected
    ``background`` passage cannot be marked: both are refused.
    """
    writer = _Writer(article, settings, looks_up)
    refused: list[Refused] = []
    marks = _apart(_marks(writer, suggestions, rejected, refused), refused)
    marks = writer.sound(marks, {}, refused)
    pairs = writer.pairs(marks, refused)
    if len(pairs) < len(marks) or any(pairs.values()):
        marks = writer.sound(list(pairs), pairs, refused)
    placed = place(article.file.text, marks, _written(pairs))
    return Markup(
        placed.edits,
        tuple((mark.suggestion, span) for mark, span in zip(marks, placed.spans, strict=True)),
        tuple(mark.suggestion for mark in marks if mark.kind is not Kind.PLAIN),
        tuple(mark.suggestion for mark in marks if mark.kind is Kind.PLAIN),
        tuple(sorted(refused, key=lambda item: item.suggestion.span)),
    )


def _written(pairs: Mapping[Mark, Pairs]) -> dict[Mark, str]:
    return {mark: written_pairs(given) for mark, given in pairs.items()}


def _marks(
    writer: _Writer,
    suggestions: Iterable[Suggestion],
    rejected: Iterable[Suggestion],
    refused: list[Refused],
) -> list[Mark]:
    """What may be written, each place and kind once."""
    text = writer.article.file.text
    found: dict[tuple[int, int, Kind | None], Mark] = {}
    for plain, items in ((False, suggestions), (True, rejected)):
        for item in items:
            reason = _impossible(item, writer, plain=plain)
            if reason:
                refused.append(Refused(item, reason))
                continue
            mark = mark_of(item, text, rejected=plain)
            found.setdefault((*mark.span, mark.kind), mark)
    # What is annotated is taken: a rejected suggestion of the same words needs no mark.
    taken = {mark.span for mark in found.values() if mark.kind is not Kind.PLAIN}
    return [m for m in found.values() if m.kind is not Kind.PLAIN or m.span not in taken]


def _impossible(item: Suggestion, writer: _Writer, *, plain: bool) -> str:
    """Why a suggestion cannot be written, ``""`` if it can."""
    text = writer.article.file.text
    start, end = item.span
    if item.kind is SuggestionKind.READ_MORE:
        return "a READ MORE line is no annotation"
    if plain and item.kind is SuggestionKind.BACKGROUND:
        return "a passage cannot be marked plain"
    if not writer.body <= start < end <= len(text) or text[start:end] != item.text:
        return "its words do not stand there"
    if item.kind is SuggestionKind.BACKGROUND and start and text[start - 1] not in "\ufeff\r\n":
        return "it is no whole paragraph"
    if not plain and item.candidates and not item.ref:
        return f"it may be any of {', '.join(item.candidates)}"
    return ""


def _apart(marks: Iterable[Mark], refused: list[Refused]) -> list[Mark]:
    """The marks in their order without those that cross a more certain one."""
    kept: dict[Mark, None] = {}
    open_: list[Mark] = []
    for mark in sorted(marks, key=lambda item: item.order):
        while open_ and open_[-1].span.end <= mark.span.start:
            open_.pop()
        weaker = [item for item in open_ if mark.span.start < item.span.end < mark.span.end]
        if any(_weight(item) >= _weight(mark) for item in weaker):
            refused.append(Refused(mark.suggestion, "it crosses another one"))
            continue
        for item in weaker:
            refused.append(Refused(item.suggestion, "it crosses another one"))
            open_.remove(item)
            del kept[item]
        open_.append(mark)
        kept[mark] = None
    return list(kept)


def _weight(mark: Mark) -> tuple[bool, float]:
    """A sort key: what an editor or the finder stands by the most comes last."""
    return mark.kind is not Kind.PLAIN, mark.suggestion.confidence


class _Writer:
    """One article, and what is read when marks are put into it."""

    def __init__(self, article: Article, settings: Settings, looks_up: LooksUp) -> None:
        self.article = article
        self.settings = settings
        self.looks_up = looks_up
        self.body = find_front_matter(article.file, "")[0].body
        # Read again: what stands in a sidecar is in the article's tree, but not in its text.
        document = self._parse(article.file.text)
        self._before = block_tree(document.blocks, ())
        self._old = [_signature(item) for item in document.annotations]

    def sound(
        self, marks: Sequence[Mark], pairs: Mapping[Mark, Pairs], refused: list[Refused]
    ) -> list[Mark]:
        """Those of ``marks`` that can be written together; the rest is refused one by one."""
        return self._added([], list(marks), pairs, refused)

    def pairs(self, marks: Sequence[Mark], refused: list[Refused]) -> dict[Mark, Pairs]:
        """The attributes of each of ``marks``, which are sound."""
        read = dict(zip(marks, self._read(marks, {}) or (), strict=True))
        article = self.article
        context = Context(article.file, self.settings, article.language, article.date)
        found: dict[Mark, Pairs] = {}
        for mark in marks:
            annotation = read[mark]
            given: Pairs | None = ()
            if mark.kind is not None and annotation is not None:
                given = pairs_of(
                    mark.suggestion, mark.kind, annotation.text, context, self.looks_up
                )
            if given is None:
                refused.append(Refused(mark.suggestion, _UNSAID))
            else:
                found[mark] = given
        return found

    def _added(
        self,
        base: list[Mark],
        more: list[Mark],
        pairs: Mapping[Mark, Pairs],
        refused: list[Refused],
    ) -> list[Mark]:
        """``base``, which is sound, with as many of ``more`` as can stand beside it."""
        if not more:
            return base
        both = sorted([*base, *more], key=lambda item: item.order)
        if self._read(both, pairs) is not None:
            return both
        if len(more) == 1:
            refused.append(Refused(more[0].suggestion, _CHANGES))
            return base
        half = len(more) // 2
        base = self._added(base, more[:half], pairs, refused)
        return self._added(base, more[half:], pairs, refused)

    def _read(
        self, marks: Sequence[Mark], pairs: Mapping[Mark, Pairs]
    ) -> list[Annotation | None] | None:
        """The annotation of each mark as it is read again, ``None`` where anything else changed."""
        placed = place(self.article.file.text, marks, _written(pairs))
        document = self._parse(placed.text)
        starts = frozenset(span.start for span in placed.spans)
        if block_tree(document.blocks, starts) != self._before:
            return None
        blocks = {item.span.start for item in document.divisions if item.name == "background"}
        new = {item.span.start: item for item in document.annotations if item.span.start in starts}
        old = [_signature(item) for item in document.annotations if item.span.start not in starts]
        if old != self._old:
            return None
        found: list[Annotation | None] = []
        for mark, (start, end) in zip(marks, placed.spans, strict=True):
            if mark.kind is None:
                if start not in blocks:
                    return None
                found.append(None)
                continue
            annotation = new.get(start)
            if annotation is None or annotation.kind is not mark.kind or annotation.span.end != end:
                return None
            if tuple((item.key, item.value) for item in annotation.attributes) != pairs.get(
                mark, ()
            ):
                return None
            found.append(annotation)
        return found

    def _parse(self, text: str) -> Document:
        article = self.article
        return parse_document(
            SourceFile(article.file.path, text),
            self.body,
            settings=self.settings,
            language=article.language,
            reference=article.date,
            headline=article.title,
        )[0]


def _signature(annotation: Annotation) -> tuple[Kind, str, Pairs]:
    """What an annotation says, wherever it stands."""
    given = tuple((item.key, item.value) for item in annotation.attributes)
    return annotation.kind, annotation.text, given
