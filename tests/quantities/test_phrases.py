"""Sentences as the news has them, with every quantity in them and nothing else.

One sentence a line in ``phrases/<language>.txt``; a quantity is ``[place|value|unit|qualifier]``:
the value is a number, ``low..high``, or ``?`` where nobody counted; the qualifier is ``al`` (at
least), ``am`` (at most) or ``ab`` (about), and where it is missing what follows from the value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.quantity import Qualifier, Quantity
from generator.quantities import parse_quantities

_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]]*)\]")
_QUALIFIERS = {"al": Qualifier.AT_LEAST, "am": Qualifier.AT_MOST, "ab": Qualifier.ABOUT}
_LINES = [
    (path.stem, line)
    for path in sorted((Path(__file__).parent / "phrases").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def quantity(fields: str) -> Quantity:
    value, unit, short, *_ = [*fields.split("|"), "", ""]
    qualifier = _QUALIFIERS.get(short)
    if value == "?":
        return Quantity(None, unit or None, qualifier or Qualifier.ABOUT)
    if ".." in value:
        low, high = map(Decimal, value.split(".."))
        return Quantity(None, unit or None, qualifier or Qualifier.BETWEEN, low, high)
    return Quantity(Decimal(value), unit or None, qualifier or Qualifier.EXACT)


@pytest.mark.parametrize(("language", "line"), _LINES)
def test_phrase(language: str, line: str) -> None:
    found = parse_quantities(_MARK.sub(r"\1", line), language)
    expected = []
    taken = 0  # characters of marks before
    for match in _MARK.finditer(line):
        start = match.start() - taken
        expected.append((start, start + len(match[1]), quantity(match[2])))
        taken += len(match[0]) - len(match[1])
    assert [(item.start, item.end, item.quantity) for item in found] == expected
