"""Persian, with the Gregorian months; those of the solar Hijri calendar are not read."""

from __future__ import annotations

from generator.dates.language import Language

_FOLDED = str.maketrans({"ي": "ی", "ك": "ک", "أ": "ا", "آ": "ا", "ٔ": "", "ـ": "", "ۀ": "ه"})


def fold(word: str) -> str:
    """A word with one form of each letter."""
    return word.translate(_FOLDED).lower()


LANGUAGE = Language(
    code="fa",
    fold=fold,
    numeric_order="dm",
    months={"ژانویه": 1, "فوریه": 2, "مه": 5, "می": 5, "ژوئیه": 7, "جولای": 7, "آگوست": 8},
    weekdays={
        "دوشنبه": 1,
        "سه شنبه": 2,
        "سه‌شنبه": 2,
        "چهارشنبه": 3,
        "چهار شنبه": 3,
        "پنج شنبه": 4,
        "پنج‌شنبه": 4,
        "یک شنبه": 7,
        "یک‌شنبه": 7,
    },
    days={"پریروز": -2, "دیروز": -1, "امروز": 0, "فردا": 1, "پس فردا": 2},
    periods={
        "هفته گذشته|هفته پیش": ("week", -1),
        "هفته آینده": ("week", 1),
        "ماه گذشته|ماه پیش": ("month", -1),
        "ماه آینده": ("month", 1),
        "سال گذشته|پارسال|سال پیش": ("year", -1),
        "امسال": ("year", 0),
        "سال آینده": ("year", 1),
    },
    later_modifiers={"گذشته": -1, "آینده": 1},
    cues="در|تا|قبل از|بعد از|در ماه|ماه",
    year_words="سال|در سال",
    since="از|از سال",
    until="تا|تا سال",
    count={"دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "ده": 10, "یک": 1},
    units={"ساعت": "hour", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year"},
    ago="پیش|قبل",
)
