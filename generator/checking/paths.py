"""A path of front matter that leads to no file, and the one that may have been meant."""

from __future__ import annotations

from generator.diagnostics import Fix, SourceFile, Span, replacing


def path_fix(file: SourceFile, around: Span, written: str, meant: str) -> Fix | None:
    """The fix that writes ``meant`` where ``written`` stands, once, in the range ``around``."""
    stretch = file.text[around.start : around.end]
    if not meant or not written or stretch.count(written) != 1:
        return None
    at = around.start + stretch.index(written)
    return replacing(f"Write {meant}", Span(at, at + len(written)), meant, safe=False)
