"""Small sites and their lists, for tests of the places that they are published to."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.gate import inspect_site
from generator.publishing.published import Listing, read_listing
from generator.publishing.targets import Release, Target


def make_site(folder: Path, **pages: str) -> tuple[Path, Listing]:
    """A folder with ``NAME.html`` for each page, and its list."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.rglob("*.html"):
        path.unlink()
    for name, text in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder, Listing(inspect_site(folder).digests)


def publish(target: Target, site: tuple[Path, Listing], keep: int = 5) -> Release:
    with target.locked() as taken_over:
        assert taken_over == ""
        target.listing()
        return target.publish(*site, keep=keep)


def published(target: Target) -> Listing:
    content = target.listing()
    assert content is not None
    return read_listing(content)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
