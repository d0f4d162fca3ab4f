"""What a fact is as of, where the block around it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.edtf import Edtf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Span
    from generator.model.document import Division

    from .texts import SourceText


def inherited_dates(text: SourceText) -> Mapping[int, Edtf]:
    """For each annotation in a block with ``as-of``: the date of the innermost such block."""
    dated = [
        (division.span, date)
        for division in text.document.divisions
        if (date := _as_of(division)) is not None
    ]
    dated.sort(key=lambda pair: pair[0])
    found: dict[int, Edtf] = {}
    around: list[tuple[Span, Edtf]] = []
    opened = 0
    for annotation in text.document.annotations if dated else ():
        while opened < len(dated) and dated[opened][0].start <= annotation.place.start:
            around.append(dated[opened])
            opened += 1
        while around and not around[-1][0].contains(annotation.place):
            around.pop()
        if around:
            found[annotation.number] = around[-1][1]
    return found


def _as_of(division: Division) -> Edtf | None:
    given = next((item.value for item in division.attributes if item.key == "as-of"), None)
    if given is None:
        return None
    try:
        return Edtf.parse(given)
    except ValueError:
        return None  # reported where it was read
