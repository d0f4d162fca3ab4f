"""What is wrong with attributes that could be read, whatever they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics.codes import annotations as codes

if TYPE_CHECKING:
    from generator.syntax.context import Context

    from .attributes import Attributes


def check_attributes(context: Context, found: Attributes) -> None:
    """Report repeated and empty attributes, scripts, and values whose quote is never closed."""
    seen = set()
    for pair in found.pairs:
        if pair.key.lower().startswith("on"):
            context.fault(
                codes.SCRIPT_ATTRIBUTE,
                pair.key_span,
                f'The attribute "{pair.key}" is not allowed: names in "on" run scripts.',
                "Take it out.",
            )
        elif pair.key in seen:
            context.fault(
                codes.REPEATED_ATTRIBUTE,
                pair.key_span,
                f'The attribute "{pair.key}" is given twice.',
                "Keep one of the two.",
            )
        elif not pair.value.strip():
            context.fault(
                codes.EMPTY_VALUE,
                pair.key_span,
                f'The attribute "{pair.key}" has no value.',
                f"Write {pair.key}=value, or take the attribute out.",
            )
        seen.add(pair.key)
    for name, span in found.identifiers[1:]:
        context.fault(
            codes.REPEATED_ATTRIBUTE,
            span,
            f'A second id, "{name}", is given.',
            "Keep one id.",
        )
    for span in found.unclosed:
        raw = context.source.text[span.start : span.end]
        context.fault(
            codes.MALFORMED_ATTRIBUTES,
            span,
            f"The quotation mark that opens the value {raw} is never closed.",
            f"Close it: {raw}{raw[0]}.",
        )
