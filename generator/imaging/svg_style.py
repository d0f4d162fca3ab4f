"""CSS in pictures: properties that show, and no address but of parts of the picture itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .svg_names import FUNCTIONS, PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_FUNCTION: Final = re.compile(r"(?<![\w-])([\w-]*+)\(")
_URL: Final = re.compile(r"url\(\s*(?:#[\w.:-]+|'#[\w.:-]+'|\"#[\w.:-]+\")\s*\)", re.IGNORECASE)
_ANY_URL: Final = re.compile(r"url\(", re.IGNORECASE)
_RULE: Final = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_SELECTOR: Final = re.compile(r"[\w\s.#*:>,+~()-]+")
_MEDIA: Final = re.compile(
    r"@media\s++([\w\s():.,-]{1,100})\{((?:[^{}@]*\{[^{}@]*\}){0,200}\s*)\}", re.IGNORECASE
)
_STATEMENT: Final = re.compile(r"(@[\w-]*+)[^{};@]*+(?:;|\Z)")
# What hides what follows: escapes, markup, what old browsers ran.
_HIDING: Final = re.compile(
    r"[\\<>@\x00-\x08]|expression|javascript|-moz-binding|behavior", re.IGNORECASE
)


def safe_value(value: str) -> bool:
    """Whether a value names nothing outside the picture and calls only functions that show."""
    if "(" not in value and not _HIDING.search(value):
        return True
    if _HIDING.search(value) or "/*" in value:
        return False
    if any(name.lower() not in FUNCTIONS | {""} for name in _FUNCTION.findall(value)):
        return False
    return len(_ANY_URL.findall(value)) == len(_URL.findall(value))


def safe_style(style: str) -> tuple[str, bool]:
    """The declarations that may stay, and whether nothing that could do harm had to go."""
    kept, clean = [], True
    for name, value in _declarations(_COMMENT.sub(" ", style)):
        if not safe_value(value):
            clean = False
        elif name in PROPERTIES:
            kept.append(f"{name}:{value}")
    return ";".join(kept), clean


def safe_sheet(sheet: str) -> tuple[str, tuple[str, ...]]:
    """The rules of a ``style`` element that may stay, and what had to go."""
    removed: dict[str, None] = {}
    sheet = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
    media = []
    for match in _MEDIA.finditer(sheet):
        rules = _safe_rules(match[2], removed)
        if rules:
            media.append(f"@media {' '.join(match[1].split())}{{{rules}}}")
    sheet = _MEDIA.sub(" ", sheet)
    for match in _STATEMENT.finditer(sheet):
        removed[match[1]] = None
    sheet = _STATEMENT.sub(" ", sheet)
    if "@" in sheet:
        # Blocks within blocks: what ends where is not worth a parser's doubt.
        removed[sheet[sheet.index("@") :].split(None, 1)[0][:20].rstrip("{")] = None
        return "", tuple(removed)
    # Rules for a medium go behind the others, whose place they take.
    return _safe_rules(sheet, removed) + "".join(media), tuple(removed)


def _safe_rules(sheet: str, removed: dict[str, None]) -> str:
    kept = []
    for match in _RULE.finditer(sheet):
        selector, (style, clean) = match[1].strip(), safe_style(match[2])
        if not clean:
            removed["a style with an address"] = None
        if style and _SELECTOR.fullmatch(selector):
            kept.append(f"{selector}{{{style}}}")
    return "".join(kept)


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon and value.strip():
            yield name.strip().lower(), " ".join(value.split())
