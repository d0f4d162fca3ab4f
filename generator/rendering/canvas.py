"""A drawing as inline SVG: one line of XML that Markdown, HTML and XML read alike.

Places across are counted from the side on which reading starts: in a page that runs from right
to left the whole drawing is mirrored. A drawing has no ids and no script; colours are the style
sheet's, and without one everything is drawn in the colour of the text around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .escaping import attr, html
from .language import direction
from .views import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIDES: Final = {"start": "end", "middle": "middle", "end": "start"}


class Canvas:
    """A drawing of ``width`` by ``height`` units on a page in ``language``.

    ``size`` is the font size of its texts where they have no other.
    """

    __slots__ = ("_elements", "_right_to_left", "height", "language", "size", "width")

    def __init__(self, width: float, height: float, language: str, size: float = 0) -> None:
        self.width: Final = width
        self.height: Final = height
        self.size: Final = size
        self.language: Final = language
        self._right_to_left: Final = direction(language) == "rtl"
        self._elements: list[str] = []

    def line(self, points: Iterable[tuple[float, float]], kind: str) -> None:
        """A line through ``points``."""
        path = "L".join(f"{number(self._x(s))} {number(y)}" for s, y in points)
        self._add("path", {"class": kind, "d": f"M{path}"})

    def curve(
        self, start: tuple[float, float], end: tuple[float, float], kind: str, width: float
    ) -> None:
        """A line that leaves ``start`` and reaches ``end`` level, ``width`` units wide."""
        half = number(self._x((start[0] + end[0]) / 2))
        path = (
            f"M{number(self._x(start[0]))} {number(start[1])}C{half} {number(start[1])} "
            f"{half} {number(end[1])} {number(self._x(end[0]))} {number(end[1])}"
        )
        self._add("path", {"class": kind, "d": path, "stroke-width": number(width)})

    def bar(
        self,
        start: float,
        end: float,
        top: float,
        bottom: float,
        kind: str,
        *,
        radius: float = 0,
        title: str = "",
    ) -> None:
        """A rectangle; ``title`` is what browsers tell of it."""
        attributes = {
            "class": kind,
            "x": number(min(self._x(start), self._x(end))),
            "y": number(top),
            "width": number(end - start),
            "height": number(bottom - top),
        }
        if radius:
            attributes["rx"] = number(radius)
        self._add("rect", attributes, element("title", {}, html(title)) if title else "")

    def text(
        self,
        place: float,
        baseline: float,
        text: str,
        *,
        align: str = "start",
        kind: str = "",
        size: float = 0,
        bold: bool = False,
        language: str = "",
    ) -> None:
        """A line of text; ``language`` is its own, where it is not the page's.

        ``align`` says which of its ends is at ``place``. Each text is a paragraph of its own to
        the bidirectional algorithm, with the direction of its language.
        """
        way = direction(language or self.language)
        mirrored = (way == "rtl") != self._right_to_left
        attributes = {
            "class": kind,
            "x": number(self._x(place)),
            "y": number(baseline),
            "text-anchor": {"start": "", "middle": "middle", "end": "end"}[
                _SIDES[align] if mirrored else align
            ],
            "font-size": number(size) if size and size != self.size else "",
            "font-weight": "600" if bold else "",
            "direction": way if language and mirrored else "",
            "lang": language,
        }
        self._add("text", {key: value for key, value in attributes.items() if value}, html(text))

    def svg(self, kind: str, title: str, description: str) -> Markdown:
        """The drawing; ``title`` and ``description`` say in words what it shows."""
        attributes = {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": kind,
            "role": "img",
            "viewBox": f"0 0 {number(self.width)} {number(self.height)}",
            "fill": "currentColor",
            "font-size": number(self.size),
            "direction": "rtl" if self._right_to_left else "ltr",
        }
        head = element("title", {}, html(title)) + element("desc", {}, html(description))
        return Markdown(element("svg", attributes, head + "".join(self._elements)))

    def _add(self, name: str, attributes: dict[str, str], content: str = "") -> None:
        self._elements.append(element(name, attributes, content))

    def _x(self, place: float) -> float:
        return self.width - place if self._right_to_left else place


def element(name: str, attributes: dict[str, str], content: str = "") -> str:
    """An element; ``content`` is finished XML."""
    start = name + "".join(f' {key}="{attr(value)}"' for key, value in attributes.items())
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def number(value: float) -> str:
    """A length, to a tenth of a unit."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
