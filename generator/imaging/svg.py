"""SVG from whoever drew it, as SVG that can do nothing but be seen.

A picture in an ``img`` element runs no script, but every picture has an address of its own and can
be opened there, on the site's own origin. So nothing is taken over but what ``svg_names`` lists:
no script, handler, animation, embedded document, style import, nor anything from elsewhere. The
file is parsed and written anew, so that what a parser reads is what was judged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from . import svg_names as names
from .svg_style import safe_sheet, safe_style, safe_value

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES: Final = 5_000_000
MOST_ELEMENTS: Final = 100_000
DEEPEST: Final = 120
_MOST_DRAWN: Final = 300_000
"""Elements drawn once every reference is followed."""

_REFERENCE: Final = re.compile(r"#[^\s\"'()<>\\]{1,200}")
_USED: Final = re.compile(r"url\(\s*['\"]?#([^\s\"'()]+)")
_RASTER: Final = re.compile(r"data:image/(?:png|jpeg|jpg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
_LENGTH: Final = re.compile(
    r"\s*+((?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++)(?:e[+-]?[0-9]{1,2})?)(px|pt|pc|mm|cm|in|em|ex)?\s*+"
)
_PIXELS: Final = {
    None: 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "em": 16.0,
    "ex": 8.0,
}
_WIDEST: Final = 100_000


class SvgError(Exception):
    """A file that is no SVG, or one that cannot be made safe; the message says why."""


@dataclass(frozen=True, slots=True)
class SafeSvg:
    """A picture made safe. Its size in CSS pixels is 0 where it says none.

    ``removed`` names what a reader or an editor could miss, each once, in the order of the file.
    """

    content: bytes
    width: int
    height: int
    removed: tuple[str, ...]


def safe_svg(content: bytes) -> SafeSvg:
    """``content`` with nothing in it but what can be seen.

    Raises:
        SvgError: it is not well-formed, is no SVG, declares entities, or is too much to draw.
    """
    if len(content) > MOST_BYTES:
        raise SvgError(f"it is longer than {MOST_BYTES // 1_000_000} MB")
    reader = _Reader()
    root = reader.read(content)
    if _drawn(root) > _MOST_DRAWN:
        raise SvgError("its references multiply its elements without measure")
    width, height = _size(root)
    written = "".join(_written(root, {"xmlns": names.SVG}))
    return SafeSvg(f"{written}\n".encode(), width, height, tuple(reader.removed))


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[_Element | str] = field(default_factory=list)


class _Reader:
    """Builds the tree of what is kept; events of what is not are passed over."""

    def __init__(self) -> None:
        self.removed: dict[str, None] = {}
        self._root: _Element | None = None
        self._open: list[_Element | None] = []  # None: an element whose content stays without it
        self._lost = 0  # how deep within an element that is not kept
        self._count = 0

    def read(self, content: bytes) -> _Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = lambda *_: 0
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            said = expat.errors.messages.get(error.code, "it is not well-formed")
            raise SvgError(f"line {error.lineno}: {said}") from error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            raise SvgError("its encoding is not known") from error
        if self._root is None:
            raise SvgError("it has no svg element")
        return self._root

    def _entity(self, name: str, *_: object) -> None:
        raise SvgError(f"it declares the entity {name[:40]}")

    def _instruction(self, target: str, _: str) -> None:
        self._remove(f"<?{target[:40]}?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise SvgError(f"it has more than {MOST_ELEMENTS:,} elements")
        if len(self._open) + self._lost > DEEPEST:
            raise SvgError(f"its elements nest deeper than {DEEPEST}")
        space, _, local = name.rpartition(" ")
        ours = space in {names.SVG, ""}
        if self._lost:
            self._lost += 1
            return
        if self._root is None and (local != "svg" or not ours):
            raise SvgError(f"its outermost element is {local[:40]} and not svg")
        if ours and local in names.UNWRAPPED:
            self._check(local, attributes)
            self._open.append(None)
            return
        if not ours or local not in names.ELEMENTS:
            self._lost = 1
            if (ours and local not in names.UNTOLD) or space == "http://www.w3.org/1999/xhtml":
                self._remove(f"<{local[:40]}>")
            return
        element = _Element(local, self._check(local, attributes))
        if self._root is None:
            self._root = element
        else:
            self._parent().content.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        if self._lost:
            self._lost -= 1
            return
        element = self._open.pop()
        if element is not None and element.name == "style":
            text = "".join(item for item in element.content if isinstance(item, str))
            sheet, removed = safe_sheet(text)
            element.content = [sheet]
            for item in removed:
                self._remove(item)

    def _text(self, text: str) -> None:
        if not self._lost and self._open:
            self._parent().content.append(text)

    def _parent(self) -> _Element:
        return next(item for item in reversed(self._open) if item is not None)

    def _remove(self, what: str) -> None:
        self.removed[what] = None

    def _check(self, element: str, attributes: dict[str, str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            space, _, local = name.rpartition(" ")
            if space == names.XML:
                if local in {"space", "lang"}:
                    kept[f"xml:{local}"] = value
                elif local == "base":
                    self._remove("xml:base")
            elif local == "href" and space in {"", names.XLINK}:
                self._refer(element, value, kept, plain=not space)
            elif not space:
                self._set(local, value, kept)
        return kept

    def _refer(self, element: str, value: str, kept: dict[str, str], *, plain: bool) -> None:
        """An address: a part of the picture itself, or in an ``image`` the bytes of one."""
        value = value.strip()
        fits = _RASTER if element == "image" else _REFERENCE
        if fits.fullmatch(value):
            if plain or "href" not in kept:
                kept["href"] = value
        elif element not in names.UNWRAPPED:
            self._remove(f"the address in <{element}>")
        elif value.partition(":")[0].strip().lower() not in {"http", "https", "mailto", ""}:
            self._remove(f"<{element}>")

    def _set(self, name: str, value: str, kept: dict[str, str]) -> None:
        if name == "style":
            style, clean = safe_style(value)
            if style:
                kept[name] = style
            if not clean:
                self._remove("a style with an address")
        elif name.lower().startswith("on"):
            self._remove(name[:40])
        elif name in names.ATTRIBUTES:
            if name in {"d", "points", "id", "class", "title", "role", "lang"} or safe_value(value):
                kept[name] = value
            else:
                self._remove(f"an address in {name}")
        elif name.startswith("aria-"):
            kept[name] = value


def _written(element: _Element, extra: dict[str, str]) -> Iterator[str]:
    yield f"<{element.name}"
    for name, value in (extra | element.attributes).items():
        yield f" {name}={quoteattr(value)}"
    if not element.content:
        yield "/>"
        return
    yield ">"
    for item in element.content:
        if isinstance(item, str):
            yield escape(item)
        else:
            yield from _written(item, {})
    yield f"</{element.name}>"


def _drawn(root: _Element) -> int:
    """How many elements are drawn once every reference is followed.

    Raises:
        SvgError: references go round in a circle, or follow each other without end.
    """
    by_id: dict[str, _Element] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        by_id.setdefault(element.attributes.get("id", ""), element)
        waiting.extend(item for item in element.content if isinstance(item, _Element))
    by_id.pop("", None)
    known: dict[int, int] = {}
    within: set[int] = set()

    def count(element: _Element, depth: int) -> int:
        key = id(element)
        if key in known:
            return known[key]
        if key in within:
            raise SvgError("its references go round in a circle")
        if depth > 4 * DEEPEST:
            raise SvgError("its references follow each other too far")
        within.add(key)
        total = 1
        for item in element.content:
            if isinstance(item, _Element):
                total += count(item, depth + 1)
        for name in _references(element):
            target = by_id.get(name)
            if target is not None:
                total += count(target, depth + 1)
        within.discard(key)
        known[key] = min(total, _MOST_DRAWN + 1)
        return known[key]

    return count(root, 0)


def _references(element: _Element) -> Iterator[str]:
    for name, value in element.attributes.items():
        if name == "href" and value.startswith("#"):
            yield value[1:]
        elif "url(" in value.lower():
            yield from _USED.findall(value)


def _size(root: _Element) -> tuple[int, int]:
    """The size in CSS pixels, (0, 0) where there is none to be known."""
    width = _pixels(root.attributes.get("width", ""))
    height = _pixels(root.attributes.get("height", ""))
    box = [
        _pixels(part) for part in re.split(r"[\s,]+", root.attributes.get("viewBox", "").strip())
    ]
    if len(box) == len("xywh") and box[2] and box[3]:
        shape = box[2] / box[3]
        if not width and not height:
            width, height = box[2], box[3]
        width = width or height * shape
        height = height or width / shape
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        return 0, 0
    return max(1, round(width)), max(1, round(height))


def _pixels(text: str) -> float:
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _PIXELS[match[2]] if match else 0.0
