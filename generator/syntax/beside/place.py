"""Annotations beside a text found in its passages, or a fault at each that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics.codes import blocks as block_codes
from generator.diagnostics.codes import sidecar as codes
from generator.records import quoted

from .selecting import Finding, Fit, Passages, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.syntax.annotation import Passage
    from generator.syntax.context import Context

    from .items import Item

MOST_OVER_ONE_ANOTHER = 12
_MOST_PROPOSED = 10
_SHOWN = 40


class Placed(NamedTuple):
    """An item and where its words stand."""

    item: Item
    place: Place


def place_all(
    context: Context, items: Sequence[Item], passages: Sequence[Passage]
) -> tuple[Placed, ...]:
    """The items that have a place, in the order of the text; ``context`` reads the sidecar."""
    if not items:
        return ()
    closed = {number for number, passage in enumerate(passages) if not passage.inlines}
    texts = Passages([passage.text for passage in passages], closed)
    placed = []
    proposed = 0
    for item in items:
        finding = texts.find(item.selector)
        if finding.fit is Fit.EXACT and finding.place is not None:
            placed.append(Placed(item, finding.place))
            continue
        proposed += 1
        _report(context, item, finding, texts, propose=proposed <= _MOST_PROPOSED)
    placed.sort(key=lambda found: (found.place.passage, found.place.start, -found.place.end))
    return _not_too_deep(context, placed)


def _report(
    context: Context, item: Item, finding: Finding, texts: Passages, *, propose: bool
) -> None:
    selector, span = item.selector, item.exact_span
    words = quoted(selector.exact)
    match finding.fit:
        case Fit.SEVERAL:
            context.fault(
                codes.SELECTOR_AMBIGUOUS,
                span,
                f"{words} stands in the text {_times(finding.count)}.",
                "Add prefix: or suffix: with the words around it, or occurrence: with a number.",
            )
        case Fit.CONTEXT:
            mend = ""
            if selector.occurrence and finding.count:
                message = f"{words} stands in the text only {_times(finding.count)}."
                mend = f"Write occurrence: {finding.count} or less."
            else:
                message = f"{words} stands in the text, but not between the words that are given."
                near = texts.nearest(selector) if propose else None
                mend = _around(texts, near[0]) if near else "Give the words around it anew."
            context.fault(codes.SELECTOR_NOT_FOUND, item.context_span, message, mend)
        case Fit.ACROSS:
            context.fault(
                codes.SELECTOR_NOT_FOUND,
                span,
                f"{words} runs over the end of a paragraph.",
                "Annotate each paragraph's part by itself.",
            )
        case _:
            near = texts.nearest(selector) if propose else None
            context.fault(
                codes.SELECTOR_NOT_FOUND,
                span,
                f"{words} does not stand in the text.",
                f"The text has: {texts.sentence(near[0])}"
                if near
                else "Give the words as they stand there.",
            )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _around(texts: Passages, place: Place) -> str:
    before, behind = texts.around(place, _SHOWN)
    parts = [
        f"{key}: {quoted(text)}" for key, text in (("prefix", before), ("suffix", behind)) if text
    ]
    return f"Write {' and '.join(parts)}." if parts else "Take prefix: and suffix: out."


def _not_too_deep(context: Context, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """All but those that stand over too many others: pages nest them."""
    kept = []
    open_ends: list[tuple[int, int]] = []
    for found in placed:
        passage, start, end = found.place
        open_ends = [item for item in open_ends if item[0] == passage and item[1] > start]
        if len(open_ends) >= MOST_OVER_ONE_ANOTHER:
            context.fault(
                block_codes.TOO_DEEP,
                found.item.exact_span,
                f"More than {MOST_OVER_ONE_ANOTHER} annotations beside the text stand over "
                f"{quoted(found.item.selector.exact)}.",
                "Take some of them out.",
            )
            continue
        open_ends.append((passage, end))
        kept.append(found)
    return tuple(kept)
