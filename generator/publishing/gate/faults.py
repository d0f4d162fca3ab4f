"""What must not be published: addresses that lead nowhere, and pages that are too large."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.publication import (
    BROKEN_ADDRESS,
    BROKEN_ANCHOR,
    MISSING_PICTURE,
    PAGE_TOO_LARGE,
    VANISHED_ADDRESS,
)

from .addressing import Addresses, Place, address_of
from .html import Reference
from .inspecting import Inspection

_KILOBYTE = 1000
_OUTSIDE = ".."
_SHOWN = 120  # characters of an address in a message
_NO_ADDRESS = frozenset({"404.html"})
"""Files that no reader asks for by name."""


@dataclass(slots=True)
class _Broken:
    """One fault: the first page that has it, the address as it stands there, all pages with it."""

    code: Code
    page: str
    address: str
    pages: set[str] = field(default_factory=set)


def site_faults(
    inspection: Inspection, site: Path, *, name: str, site_url: str, page_limit: int
) -> tuple[Diagnostic, ...]:
    """Every address that leads nowhere, told once however many pages have it, and large pages.

    ``name`` is how messages call the folder ``site``; ``page_limit`` is in units of 1,000 bytes,
    0 for none. Addresses of other sites are not looked at.
    """
    addresses = Addresses(site_url)
    broken: dict[tuple[Code, str], _Broken] = {}
    for page, references in _all(inspection):
        for reference in references:
            place = addresses.place(page, reference.address)
            if place is None:
                continue
            code = _fault(place, reference, inspection)
            if code is not None:
                key = code, f"{place.path or _OUTSIDE}#{place.fragment}"
                at = broken.setdefault(key, _Broken(code, page, reference.address))
                at.pages.add(page)
    found = [_broken(item, site, name) for item in broken.values()]
    if page_limit:
        found.extend(_large(inspection, name, page_limit))
    return tuple(sorted(found))


def vanished(
    old: Iterable[str],
    present: Mapping[str, str],
    *,
    name: str,
    gone: Iterable[str] = (),
    where: str = "",
) -> tuple[Diagnostic, ...]:
    """A fault for each page that was published and is no longer there, nor a redirect for it.

    ``old`` and ``present`` name files; ``gone`` holds addresses below the site's root that were
    taken down on purpose, each with everything below it where it ends with a slash.
    """
    taken = tuple(address.strip().removeprefix("/") for address in gone)
    found = []
    for path in sorted(old):
        address = address_of(path)
        if path in present or path in _NO_ADDRESS or not path.endswith((".html", ".htm")):
            continue
        if any(address == one or (one.endswith("/") and address.startswith(one)) for one in taken):
            continue
        message = (
            f"The published page {address or '/'} would vanish{where}: nothing leads on from it."
        )
        mend = (
            "Add its old id to `aliases` (articles) or `former-ids` (actors, figures, places, "
            "topics) of what takes its place; where it was taken down on purpose, list the "
            "address under `gone` in mkdocs.yml."
        )
        source = SourceFile(f"{name}/{path}", "")
        found.append(diagnose(VANISHED_ADDRESS, source, None, message, mend))
    return tuple(found)


def _all(inspection: Inspection) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    for path, page in inspection.pages.items():
        yield path, page.references
        if page.redirect:
            yield path, (Reference(page.redirect, picture=False),)
    yield from inspection.sheets.items()


def _fault(place: Place, reference: Reference, inspection: Inspection) -> Code | None:
    if place.path is None or place.path not in inspection.digests:
        return MISSING_PICTURE if reference.picture else BROKEN_ADDRESS
    if not place.fragment or place.fragment == "top":
        return None
    page = inspection.pages.get(place.path)
    return BROKEN_ANCHOR if page and place.fragment not in page.ids else None


def _broken(item: _Broken, site: Path, name: str) -> Diagnostic:
    source = SourceFile(f"{name}/{item.page}", _text(site / item.page))
    others = len(item.pages) - 1
    more = f" So do {others:,} more {'page' if others == 1 else 'pages'}." if others else ""
    shown = item.address if len(item.address) <= _SHOWN else f"{item.address[:_SHOWN]}…"
    what = {
        BROKEN_ADDRESS.id: f"leads to {shown!r}, which is not in the site.",
        BROKEN_ANCHOR.id: f"leads to {shown!r}, and there is no such place on that page.",
        MISSING_PICTURE.id: f"shows the picture {shown!r}, which is not in the site.",
    }[item.code.id]
    message = f"The page {address_of(item.page) or '/'} {what}{more}"
    mend = "Mend the address in the page or template that this is made from."
    span = _span(source.text, item.address)
    return diagnose(item.code, source, span, message, mend)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def _span(text: str, address: str) -> Span | None:
    """Where the address stands in the page's own text."""
    for written in (address, escape(address), escape(address, quote=False)):
        if match := re.search(rf"(?<=[\"'=\s,;]){re.escape(written)}(?=[\"'\s>,])", text):
            return Span(*match.span())
    return None


def _large(inspection: Inspection, name: str, limit: int) -> Iterator[Diagnostic]:
    for path in inspection.pages:
        size = inspection.sizes[path]
        if size > limit * _KILOBYTE:
            kilobytes = -(-size // _KILOBYTE)
            message = (
                f"The page {address_of(path) or '/'} has {kilobytes:,} kB, "
                f"more than the {limit:,} kB that `page-limit` allows."
            )
            mend = "Split what it is made from, or raise `page-limit` in mkdocs.yml."
            yield diagnose(PAGE_TOO_LARGE, SourceFile(f"{name}/{path}", ""), None, message, mend)
