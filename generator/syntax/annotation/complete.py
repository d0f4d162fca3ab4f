"""Annotations completed: text, quotation, sentence, section, anchor, quantity and date."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Span
from generator.diagnostics.codes import annotations as codes
from generator.model.annotation import Annotation, Quotation
from generator.model.sentences import sentence_at, sentences
from generator.records.limits import LONGEST_SENTENCE

from .anchors import Anchors
from .passages import Passage, context_before, context_behind, repeated_texts
from .readings import read_date, read_quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.syntax.context import Context
    from generator.syntax.inline import Pending


class Beside(NamedTuple):
    """What reads an annotation that stands in a sidecar, and where its words stand in the text."""

    context: Context
    placed: Span


def complete(
    context: Context,
    pending: list[Pending],
    passages: Iterable[Passage],
    beside: Mapping[int, Beside] = MappingProxyType({}),
) -> tuple[Annotation, ...]:
    """All annotations of a text, in the order in which they open in the file.

    ``beside`` has the numbers of those that stand in a sidecar.
    """
    found: list[tuple[Passage, int, int, str] | None] = [None] * len(pending)
    texts = [context.headline] if context.headline else []
    exacts = set()
    for passage in passages:
        texts.append(passage.text)
        if not passage.places:
            continue
        starts = sentences(passage.text, context.language)
        for number, start, end in passage.places:
            exacts.add(passage.text[start:end])
            found[number] = passage, start, end, _sentence(passage.text, starts, start, end)
    repeated = repeated_texts(exacts, "\n".join(texts)) if exacts else set()
    anchors = Anchors()
    return tuple(
        _annotation(context, item, found[item.number], repeated, anchors, beside.get(item.number))
        for item in pending
    )


def _sentence(text: str, starts: list[int], start: int, end: int) -> str:
    """The sentence around ``text[start:end]``; of one without end, the words that are nearest."""
    sentence = sentence_at(text, starts, start, end)
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    around = max(0, LONGEST_SENTENCE - (end - start)) // 2
    first, last = max(0, start - around), min(end + around, len(text))
    first = max(text.find(" ", first, start), first) if first else 0
    last = max(text.rfind(" ", end, last), end) if last < len(text) else last
    return text[first:last].strip()


def _annotation(
    context: Context,
    pending: Pending,
    place: tuple[Passage, int, int, str] | None,
    repeated: set[str],
    anchors: Anchors,
    beside: Beside | None,
) -> Annotation:
    if beside is not None:
        context = beside.context
    passage, start, end, sentence = place or (Passage("", "", own=False), 0, 0, "")
    text = passage.text[start:end]
    if not text:
        context.fault(
            codes.EMPTY_ANNOTATION,
            pending.span,
            f"The {pending.kind} has no text between its brackets.",
            "Put the words that it is about between the brackets.",
        )
    return Annotation(
        kind=pending.kind,
        number=pending.number,
        anchor=anchors.anchor(pending.kind.value, text),
        span=pending.span,
        text_span=pending.text_span,
        text=text,
        quotation=Quotation(
            text,
            context_before(passage.text, start),
            context_behind(passage.text, end),
            text in repeated,
        ),
        sentence=sentence,
        section=passage.section,
        own=passage.own,
        parent=pending.parent,
        attributes=pending.attributes,
        quantity=read_quantity(context, pending, text),
        date=read_date(context, pending, text),
        source=beside.context.source if beside else None,
        placed=beside.placed if beside else None,
    )
