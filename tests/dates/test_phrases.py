"""Sentences as the news has them, with every date in them and nothing else.

One sentence a line in ``phrases/<language>.txt``, a date as ``[place|EDTF]``; a line that is a day
is the reference of those below it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.dates import parse_dates

_MARK = re.compile(r"\[([^\[\]|]*)\|([^\[\]]*)\]")


def lines() -> Iterator[tuple[str, dt.date, str]]:
    for path in sorted((Path(__file__).parent / "phrases").glob("*.txt")):
        reference = dt.date.min
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.fullmatch(r"\d{4}-\d\d-\d\d", line):
                reference = dt.date.fromisoformat(line)
            else:
                yield path.stem, reference, line


@pytest.mark.parametrize(("language", "reference", "line"), list(lines()))
def test_phrase(language: str, reference: dt.date, line: str) -> None:
    found = parse_dates(_MARK.sub(r"\1", line), reference, language)
    expected = []
    taken = 0  # characters of marks before
    for match in _MARK.finditer(line):
        start = match.start() - taken
        expected.append((start, start + len(match[1]), match[2]))
        taken += len(match[0]) - len(match[1])
    assert [(item.start, item.end, item.date.text) for item in found] == expected
