"""The text of an article or a register entry: from characters to a tree with its annotations."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics.codes import blocks as codes
from generator.model.article import Document

from .annotation import complete
from .article import Builder
from .beside import Joined, join
from .block import Scanner
from .context import Context

if TYPE_CHECKING:
    import datetime as dt

    from generator.config import Settings
    from generator.diagnostics import Diagnostic, SourceFile

_DENSE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Scripts that put no space between words."""


def parse_document(
    source: SourceFile,
    start: int,
    *,
    settings: Settings,
    language: str,
    reference: dt.date | None,
    headline: str = "",
    sidecar: SourceFile | None = None,
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read ``source.text`` from the offset ``start``, which is behind its front matter.

    ``language`` (BCP 47) and ``reference``, the day against which "Monday" is read, decide how
    quantities, dates and sentences are read. ``headline`` stands on the page too, so a quotation
    that is found in it counts as repeated. Every span is a range of ``source.text``. Nothing of the
    text is lost, whatever is wrong with it; faults come back sorted by their place. The annotations
    in ``sidecar`` are joined with those of the text; what is wrong with them is told there.
    """
    context = Context(source, settings, language or "en", reference, headline)
    if start == 0 and source.text.startswith("\ufeff"):
        start = 1
    raws = Scanner(context).blocks(start)
    builder = Builder(context)
    blocks = builder.blocks(raws)
    joined = Joined(blocks, builder.inlines.pending, builder.divisions, builder.captions)
    if sidecar is not None:
        joined = join(context, replace(context, source=sidecar), joined, builder.passages)
    annotations = complete(context, joined.pending, builder.passages, joined.beside)
    for definition in context.definitions.values():
        if not definition.used:
            context.fault(
                codes.UNUSED_DEFINITION,
                definition.label_span,
                f'No link uses the definition "[{definition.label}]": its line is shown nowhere.',
                f"Write [text][{definition.label}] where the link belongs, or take the line out.",
            )
    document = Document(
        joined.blocks,
        annotations,
        tuple(joined.divisions),
        tuple(builder.read_more),
        tuple(builder.source_lines),
        tuple(joined.captions),
        sum(_words(passage.text) for passage in builder.passages),
    )
    found = context.diagnostics
    if sidecar is not None:
        # Fixes are edits of markup, and this is YAML.
        beside = sidecar.path
        found = [replace(item, fix=None) if item.path == beside else item for item in found]
    return document, tuple(sorted(found))


def _words(text: str) -> int:
    """Words, and every character of scripts that put no space between words."""
    words = len(text.split())
    return words if text.isascii() else words + len(_DENSE.findall(text)) // 2
