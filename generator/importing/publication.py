"""When a text was published: its date line, a date before its first sentence, or a stand-in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError
from babel.dates import get_day_names

from generator.dates import parse_dates
from generator.diagnostics import Span
from generator.model.edtf import Edtf, Precision

if TYPE_CHECKING:
    from .passages import Line, Passage

_LINE_LENGTH = 80
_HEAD = 6
_TAIL = 3
# Headline, byline and date may stand on lines below each other, with no blank line between.
_STACKED = 4
# Most stretches of a text that are read for a date, their length, and the room around a year.
_WINDOWS = 1_000
_WINDOW = 400
_AROUND = 40

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_TIME = re.compile(
    r"(?:at|um|à|a las|alle|в)?(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)"
    r"(?P<half>[ap]\.?m\.?)?(?:uhr)?(?P<zone>gmt|utc|z)?",
    re.IGNORECASE,
)
# 03/04/2021 is in March or in April, by the language: no other may be asked.
_NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_LABEL = re.compile(
    r"(?:first\s+)?(?:published|posted|issued|released|date|publié|veröffentlicht|publicado|"
    r"yayınlanma|опубликовано|تاريخ النشر|نشر|منتشر|פורסם)(?:\s*(?:on|le|am|el|في|tarihi))?"
    r"\s*+(?::\s*+)?",
    re.IGNORECASE,
)
_DASH = re.compile(r"[)\]]?\s*(?:\([^()]*\)\s*)?[—–-]\s")
_BEGINS = re.compile(r"(?:\s*[:|—–-]\s*|\s+)[\"'“‘«(]*(?P<first>[^\W_])")
_PUNCTUATION = ",.;:|·•()،\u200e\u200f—–-"


@dataclass(frozen=True, slots=True)
class Publication:
    """A day of publication as front matter holds it.

    ``printed`` says that the text gives it as such; otherwise it is a stand-in, read at ``span``
    or, where this is ``None``, taken from the file. ``line`` is the date line, where there is one
    that says nothing else.
    """

    date: str
    printed: bool
    span: Span | None = None
    line: Line | None = None


def publication_of(
    passages: tuple[Passage, ...], languages: tuple[str, ...], fallback: dt.date
) -> Publication:
    """The date of publication, by what tells it best. ``languages`` are tried in their order.

    1. a line near the top or the end that is a date and nothing else;
    2. such a line with a label ("Published: …"), or a full date in front of the first sentences
       ("Thursday, May 7, 2015 On Tuesday, …", "MOSCOW, Sept. 13, 2021 — …");
    3. the latest full date in the text that is not after ``fallback``;
    4. ``fallback``.

    Full dates only: with a day, a month and a year as printed.
    """
    reader = _Reader(languages, fallback)
    ends = passages if len(passages) <= _HEAD + _TAIL else passages[:_HEAD] + passages[-_TAIL:]
    alone = [passage[0] for passage in ends if len(passage) == 1]
    lines = [*(passages[0][:_STACKED] if len(passages[0]) > 1 else ()), *alone]
    whole = [(date, line) for line in lines if (date := reader.whole(line.text))]
    if whole:
        date, line = whole[0]
        # Lines for several days are a chronology's headings.
        printed = len({day for day, _ in whole}) == 1
        return Publication(date, printed, line.span, line if printed else None)
    for line in (passage[0] for passage in ends):
        date = reader.leading(line.text)
        if date:
            return Publication(date, printed=True, span=line.span)
    return reader.latest(passages) or Publication(fallback.isoformat(), printed=False)


@dataclass(frozen=True, slots=True)
class _Reader:
    languages: tuple[str, ...]
    fallback: dt.date

    def days(self, text: str) -> list[tuple[Span, dt.date]]:
        """The full dates that ``text`` mentions."""
        if not _YEAR.search(text):
            return []
        found: list[tuple[Span, dt.date]] = []
        for language in self.languages[: 1 if _NUMERIC.search(text) else None]:
            for item in parse_dates(text, self.fallback, language):
                day = _day(item.date)
                years = _YEAR.findall(text[item.start : item.end])
                if day and any(int(year) == day.year for year in years):
                    found.append((Span(item.start, item.end), day))
            if found:
                break
        return found

    def whole(self, text: str) -> str:
        """The date where the line is a date, with a weekday and a time or without; else ``""``."""
        if len(text) > _LINE_LENGTH:
            return ""
        if _MOMENT.fullmatch(text):
            return _moment(text)
        days = self.days(text)
        if len(days) != 1:
            return ""
        span, day = days[0]
        rest = self._without_weekday(f"{text[: span.start]} {text[span.end :]}")
        if not rest:
            return day.isoformat()
        time = _TIME.fullmatch(rest.replace(" ", ""))
        return f"{day.isoformat()}T{_clock(time)}" if time else ""

    def leading(self, text: str) -> str:
        """The date in front of a sentence, or behind a label such as “Published:”."""
        head = text[: 2 * _LINE_LENGTH]
        days = self.days(head)
        if not days:
            return ""
        span, day = days[0]
        before, after = head[: span.start], head[span.end :]
        if len(text) <= _LINE_LENGTH and _LABEL.match(text):
            return day.isoformat()
        place = before.strip(" (,")
        if place.isupper() and len(place) <= _AROUND and _DASH.match(after):
            return day.isoformat()
        begins = _BEGINS.match(after)
        if self._without_weekday(before) or begins is None or begins["first"].islower():
            return ""
        return day.isoformat()

    def latest(self, passages: tuple[Passage, ...]) -> Publication | None:
        """The latest full date up to the fallback, among the text's first 1,000 years."""
        places = (
            (line, start, end)
            for passage in passages
            for line in passage
            for start, end in _windows(line.text)
        )
        dated = [
            (day, span.shifted(line.start + start))
            for line, start, end in islice(places, _WINDOWS)
            for span, day in self.days(line.text[start:end])
            if day <= self.fallback
        ]
        if not dated:
            return None
        day, span = max(dated, key=lambda item: item[0])
        return Publication(day.isoformat(), printed=False, span=span)

    def _without_weekday(self, text: str) -> str:
        weekdays = _weekdays(self.languages)
        words = (word.strip(_PUNCTUATION) for word in text.casefold().split())
        return " ".join(word for word in words if word and word not in weekdays)


@lru_cache(maxsize=16)
def _weekdays(languages: tuple[str, ...]) -> frozenset[str]:
    """Names of the weekdays, long and short, without full stops."""
    names: set[str] = set()
    for tag in languages:
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated"):
            for name in get_day_names(width, locale=locale).values():
                names.add(name.casefold().strip(_PUNCTUATION))
    return frozenset(names)


def _moment(text: str) -> str:
    try:
        return dt.datetime.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _clock(time: re.Match[str]) -> str:
    hour, minute = int(time["hour"]), int(time["minute"])
    half = (time["half"] or "").casefold()[:1]
    if half and hour <= 12:  # noqa: PLR2004 - noon
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" + ("+00:00" if time["zone"] else "")


def _day(date: Edtf) -> dt.date | None:
    """The day that a date names; ``None`` where it is less precise, uncertain or an interval."""
    point = date.start
    if date.interval or point is None or point.precision is not Precision.DAY:
        return None
    return None if point.approximate or point.uncertain else point.earliest


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches around four-digit numbers, those that overlap run together while short."""
    windows: list[tuple[int, int]] = []
    for match in _YEAR.finditer(text):
        start, end = max(match.start() - _AROUND, 0), min(match.end() + _AROUND, len(text))
        if windows and start <= windows[-1][1] and end - windows[-1][0] <= _WINDOW:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows
