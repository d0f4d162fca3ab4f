"""Reads drawings back: where each text and each mark of an SVG stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator.rendering.boxes import Box
from generator.rendering.text_size import above, below, text_width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Written:
    """A text of a drawing and the room it takes by estimate."""

    text: str
    kind: str
    size: float
    box: Box


@dataclass(frozen=True)
class Drawing:
    """A drawing, its origin at the top left whatever direction it has."""

    root: ET.Element
    room: Box
    texts: tuple[Written, ...]
    marks: tuple[tuple[str, Box], ...]

    def text(self, text: str) -> Written:
        found = [item for item in self.texts if item.text == text]
        assert len(found) == 1, [item.text for item in self.texts]
        return found[0]

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.marks]

    def of_kind(self, kind: str) -> list[Box]:
        return [box for name, box in self.marks if kind in name.split()]


def read_drawings(pictures: str) -> list[Drawing]:
    """The drawings of a page; fails where they are not well-formed XML."""
    # What tests read is what the generator has just made.
    return [_read(item) for item in ET.fromstring(f"<r>{pictures}</r>")]  # noqa: S314


def _read(root: ET.Element) -> Drawing:
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    size, way = float(root.attrib["font-size"]), root.attrib["direction"]
    texts, marks = [], []
    for item in root.iter():
        kind = item.attrib.get("class", "")
        if item.tag == f"{SVG}text":
            texts.append(_text(item, size, way))
        elif item.tag == f"{SVG}rect":
            x, y, w, h = (float(item.attrib[key]) for key in ("x", "y", "width", "height"))
            marks.append((kind, Box(x, y, x + w, y + h)))
        elif item.tag == f"{SVG}path":
            numbers = [float(text) for text in re.findall(r"-?[\d.]+", item.attrib["d"])]
            across, down = numbers[::2], numbers[1::2]
            marks.append((kind, Box(min(across), min(down), max(across), max(down))))
    return Drawing(root, Box(0, 0, width, height), tuple(texts), tuple(marks))


def _text(item: ET.Element, size: float, way: str) -> Written:
    text = item.text or ""
    size = float(item.attrib.get("font-size", size))
    width = text_width(text, size, bold="font-weight" in item.attrib)
    place, baseline = float(item.attrib["x"]), float(item.attrib["y"])
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.attrib.get("text-anchor", "start")]
    if item.attrib.get("direction", way) == "rtl":
        share = 1 - share
    left = place - share * width
    box = Box(left, baseline - above(size), left + width, baseline + below(size))
    return Written(text, item.attrib.get("class", ""), size, box)


def assert_readable(drawing: Drawing) -> None:
    """No text lies on another, on a mark or outside, and all are large enough at 320 px."""
    room = drawing.room.grown(0.2)
    for number, item in enumerate(drawing.texts):
        assert item.box.within(room), item
        for other in drawing.texts[:number]:
            assert not item.box.grown(-0.15).overlaps(other.box), (item, other)
        for kind, box in drawing.marks:
            if "bf-point" in kind and "bf-axis" not in item.kind:
                assert not item.box.grown(-0.15).overlaps(box), (item, kind, box)
    # A page 320 px wide leaves 272 px to its text.
    if drawing.root.attrib["class"] == "bf-narrow":
        assert min(item.size for item in drawing.texts) * 272 / drawing.room.end >= 11
