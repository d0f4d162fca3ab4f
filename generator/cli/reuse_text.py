"""What ``briefing build --verbose`` says of each stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.pipeline import Build


def reuse_text(result: Build) -> str:
    """A line for each stage: how much it did, and how much was as the last build left it."""
    reuse, written, site = result.reuse, result.written, result.site
    lines = [
        _line("parsed", reuse.texts - reuse.texts_kept, reuse.texts, "articles and entries"),
        f"linked   {'the whole site' if reuse.linked else 'nothing: no input changed'}",
        _line("viewed", reuse.viewed, reuse.files, "pages and data files"),
        _line("rendered", reuse.templated, reuse.files, "through templates"),
    ]
    if written is not None:
        new = len(written.added) + len(written.changed)
        removed = f", {len(written.removed):,} removed" if written.removed else ""
        lines.append(f"{_line('written', new, new + written.kept, 'files')}{removed}")
    if site is not None:
        made = 0 if site.reused else len(site.rendered)
        lines.append(_line("site", made, site.pages, "pages"))
    return "".join(f"{line}\n" for line in lines)


def _line(stage: str, done: int, total: int, what: str) -> str:
    return f"{stage:<8} {done:,} of {total:,} {what}"
