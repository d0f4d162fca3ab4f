"""Turkish."""

from __future__ import annotations

from generator.dates.language import Language

_CAPITALS = str.maketrans({"İ": "i", "I": "ı"})


def fold(word: str) -> str:
    """Lower case as Turkish has it."""
    return word.translate(_CAPITALS).lower()


LANGUAGE = Language(
    code="tr",
    fold=fold,
    capitals=True,
    numeric_order="dm",
    days={
        "evvelsi gün|önceki gün": -2,
        "dün": -1,
        "bugün|bu sabah|bu akşam": 0,
        "yarın": 1,
    },
    periods={
        "geçen hafta|geçtiğimiz hafta": ("week", -1),
        "bu hafta": ("week", 0),
        "gelecek hafta|önümüzdeki hafta": ("week", 1),
        "geçen ay|geçtiğimiz ay": ("month", -1),
        "bu ay": ("month", 0),
        "gelecek ay|önümüzdeki ay": ("month", 1),
        "geçen yıl|geçen sene|geçtiğimiz yıl": ("year", -1),
        "bu yıl|bu sene": ("year", 0),
        "gelecek yıl|gelecek sene|önümüzdeki yıl": ("year", 1),
    },
    modifiers={"geçen|geçtiğimiz": -1, "bu": 0, "gelecek|önümüzdeki": 1},
    year_words="yılı|yılında|yılının|yılından|yılına",
    count={"iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "on": 10, "bir": 1},
    units={
        "saat": "hour",
        "gün": "day",
        "hafta": "week",
        "ay": "month",
        "yıl|sene": "year",
    },
    ago="önce",
    not_years="kişi|lira|dolar|kilometre|metre|%",
)
