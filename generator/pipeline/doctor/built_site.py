"""What pages of the built site load from elsewhere: scripts, styles, fonts, pictures, frames."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from generator.diagnostics import SourceFile, Span, diagnose
from generator.diagnostics.codes.environment import LEAVES_SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic

_TAG: Final = re.compile(
    r"<(?:script|img|iframe|source|video|audio|track|embed|object|input|link|image|use)\b[^>]*>",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"\s(?:src|srcset|poster|data|href|xlink:href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))",
    re.IGNORECASE,
)
_REL: Final = re.compile(r"\srel\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
_LOADED: Final = frozenset(
    {
        *("stylesheet", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
        *("icon", "manifest"),
    }
)
_STYLE: Final = re.compile(
    r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')\s]+)", re.IGNORECASE
)
_OUTSIDE: Final = re.compile(r"(?:^\s*|,\s+)((?:https?:)?//[^\s,]+)", re.IGNORECASE)


def leaving(site: Path, name: str, site_url: str) -> Iterator[Diagnostic]:
    """A warning for each address outside that pages or styles below ``site`` load.

    ``name`` is how messages call the folder. Addresses below ``site_url`` are the site's own. What
    scripts ask for cannot be seen here. Linear in the size of the site.
    """
    first: dict[str, tuple[SourceFile, Span]] = {}
    times: dict[str, int] = {}
    for path in sorted(site.rglob("*")):
        if path.suffix not in {".html", ".css", ".svg"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if "//" not in text:
            continue
        seen = set()
        for address, span in _addresses(text, markup=path.suffix != ".css"):
            if site_url and address.startswith(site_url):
                continue
            if address not in first:
                shown = f"{name}/{path.relative_to(site).as_posix()}"
                first[address] = SourceFile(shown, text), span
            seen.add(address)
        for address in seen:
            times[address] = times.get(address, 0) + 1
    for address, (source, span) in sorted(first.items()):
        files = "1 file loads" if times[address] == 1 else f"{times[address]:,} files load"
        message = f"{files} {address}, which is on another host."
        mend = "Keep a copy below docs/ and name that."
        yield diagnose(LEAVES_SITE, source, span, message, mend)


def _addresses(text: str, *, markup: bool) -> Iterator[tuple[str, Span]]:
    if markup:
        for tag in _TAG.finditer(text):
            if "//" not in tag[0] or (tag[0][:5].lower() == "<link" and not _loads(tag[0])):
                continue
            for attribute in _ATTRIBUTE.finditer(tag[0]):
                value = next(group for group in attribute.groups() if group is not None)
                for found in _OUTSIDE.finditer(html.unescape(value)):
                    yield found[1], Span(*tag.span())
    for found in _STYLE.finditer(text):
        yield html.unescape(found[1]), Span(*found.span(1))


def _loads(tag: str) -> bool:
    rel = _REL.search(tag)
    return bool(rel and _LOADED & set(rel[1].lower().split()))
