"""Dates with their precision: the part of EDTF (ISO 8601-2:2019, levels 0 and 1) that articles use.

Accepted: ``2021-09-13``, ``2021-09``, ``2021``, ``199X``, ``19XX``, seasons ``2021-21`` to
``2021-24``, each with ``?`` (uncertain), ``~`` (approximate) or ``%`` (both) behind it, and
intervals ``START/END`` whose ends may be ``..`` (open) or empty (unknown).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum


class Precision(IntEnum):
    """What a date is precise to; finer is greater."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


@dataclass(frozen=True, slots=True)
class EdtfPoint:
    """One date: all days it may mean lie between ``earliest`` and ``latest``, both included."""

    text: str
    precision: Precision
    earliest: dt.date
    latest: dt.date
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. A date has ``start`` equal to ``end``.

    In an interval an end that is open or unknown is ``None``; ``text`` tells which.
    """

    text: str
    start: EdtfPoint | None
    end: EdtfPoint | None
    interval: bool = False
