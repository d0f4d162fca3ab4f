"""What is wrong with attributes that could be read, whatever they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Span, replacing
from generator.diagnostics.codes import annotations as codes
from generator.syntax.mending import removing, whole_item

if TYPE_CHECKING:
    from generator.syntax.context import Context

    from .attributes import Attributes


def check_attributes(context: Context, found: Attributes) -> None:
    """Report repeated and empty attributes, scripts, and values whose quote is never closed."""
    seen: dict[str, str] = {}
    text = context.source.text
    for pair in found.pairs:
        item = whole_item(text, pair)
        if pair.key.lower().startswith("on"):
            context.fault(
                codes.SCRIPT_ATTRIBUTE,
                pair.key_span,
                f'The attribute "{pair.key}" is not allowed: names in "on" run scripts.',
                "Take it out.",
                removing(text, item, safe=True),
            )
        elif pair.key in seen:
            context.fault(
                codes.REPEATED_ATTRIBUTE,
                pair.key_span,
                f'The attribute "{pair.key}" is given twice.',
                "Keep one of the two.",
                removing(text, item, safe=True) if pair.value == seen[pair.key] else None,
            )
        elif not pair.value.strip():
            context.fault(
                codes.EMPTY_VALUE,
                pair.key_span,
                f'The attribute "{pair.key}" has no value.',
                f"Write {pair.key}=value, or take the attribute out.",
                removing(text, item, safe=False),
            )
        seen.setdefault(pair.key, pair.value)
    for name, span in found.identifiers[1:]:
        context.fault(
            codes.REPEATED_ATTRIBUTE,
            span,
            f'A second id, "{name}", is given.',
            "Keep one id.",
        )
    for span in found.unclosed:
        raw = text[span.start : span.end]
        context.fault(
            codes.MALFORMED_ATTRIBUTES,
            span,
            f"The quotation mark that opens the value {raw} is never closed.",
            f"Close it: {raw}{raw[0]}.",
            replacing(f"Close it: {raw}{raw[0]}", Span(span.end, span.end), raw[0], safe=False),
        )
