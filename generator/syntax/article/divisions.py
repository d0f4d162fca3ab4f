"""The blocks of the format: their names, flags and attributes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics import Span
from generator.diagnostics.codes import blocks as codes
from generator.records import nearest
from generator.syntax.annotation import edtf
from generator.syntax.mending import renaming

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.syntax.block import RawDivision
    from generator.syntax.context import Context

BLOCKS = ("summary", "background", "significance", "outlook", "methodology")
"""The names of blocks."""

OWN = "own"
"""The flag of a block in the editor's own words."""

ATTRIBUTES = ("as-of",)
"""The attributes of a block."""

_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "abstract": "summary",
        "context": "background",
        "history": "background",
        "method": "methodology",
        "methods": "methodology",
        "next": "outlook",
        "what-next": "outlook",
        "what-to-watch": "outlook",
        "why-it-matters": "significance",
    }
)


def check_division(context: Context, raw: RawDivision) -> None:
    """Report a name, a flag or an attribute that is not one of the format's."""
    if not raw.understood:
        return
    text = context.source.text

    def sign(span: Span) -> str:
        return "." if text.startswith(".", span.start) else ""

    if not raw.classes:
        end = raw.start + len(context.source.text[raw.start : raw.end].splitlines()[0].rstrip())
        context.fault(
            codes.NAMELESS_BLOCK,
            Span(raw.start, end),
            f'The block that opens with "{context.source.text[raw.start : end]}" has no name.',
            f"Give it one of the names {', '.join('.' + name for name in BLOCKS)}.",
        )
    for name, span in raw.classes[:1]:
        if name not in BLOCKS:
            meant = nearest(name, BLOCKS) or _MEANT.get(name.lower())
            context.fault(
                codes.UNKNOWN_BLOCK,
                span,
                f'There is no block "{name}".',
                f"Write {meant}." if meant else f"The blocks are {', '.join(BLOCKS)}.",
                renaming(span, name, meant or "", BLOCKS, sign=sign(span)),
            )
    for name, span in raw.classes[1:]:
        if name != OWN:
            near = nearest(name, (OWN,))
            context.fault(
                codes.UNKNOWN_BLOCK_ATTRIBUTE,
                span,
                f'A block has no flag "{name}".',
                f"Write .{near}." if near else "Its only flag is .own.",
                renaming(span, name, near, (OWN,), sign=sign(span)),
            )
    _check_attributes(context, raw)


def _check_attributes(context: Context, raw: RawDivision) -> None:
    for item in raw.attributes:
        if item.key in ATTRIBUTES:
            edtf(context, item)
        elif not item.key.lower().startswith("on"):
            near = nearest(item.key, ATTRIBUTES)
            context.fault(
                codes.UNKNOWN_BLOCK_ATTRIBUTE,
                item.key_span,
                f'A block has no attribute "{item.key}".',
                f"Write {near}=." if near else "Its only attribute is as-of.",
                None
                if any(other.key == near for other in raw.attributes)
                else renaming(item.key_span, item.key, near, ATTRIBUTES),
            )
