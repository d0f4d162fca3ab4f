"""German."""

from __future__ import annotations

from generator.dates.items import fold_apostrophes
from generator.dates.language import Language

_COUNT = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"

_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
_PARTS = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")

LANGUAGE = Language(
    code="de",
    fold=fold_apostrophes,
    capitals=True,
    bare_years=True,
    numeric_order="dm",
    months={"Jänner": 1, "Feber": 2},
    short_months={"Sept": 9},
    weekdays={
        "Sonnabend": 6,
        **{
            f"{day}{part}": number for number, day in enumerate(_DAYS.split(), 1) for part in _PARTS
        },
    },
    days={
        "vorgestern": -2,
        "gestern": -1,
        "heute": 0,
        "übermorgen": 2,
    },
    periods={
        "letzte Woche|letzter Woche|vergangene Woche|vergangener Woche|vorige Woche": ("week", -1),
        "diese Woche|dieser Woche": ("week", 0),
        "nächste Woche|nächster Woche|kommende Woche|kommender Woche": ("week", 1),
        "letztes Wochenende|vergangenes Wochenende|vergangenen Wochenende": ("weekend", -1),
        "letzten Monat|vergangenen Monat|vorigen Monat|im Vormonat": ("month", -1),
        "diesen Monat|diesem Monat": ("month", 0),
        "nächsten Monat|kommenden Monat": ("month", 1),
        "letztes Jahr|letzten Jahr|vergangenes Jahr|vergangenen Jahr|vorigen Jahr": ("year", -1),
        "letzten Jahres|vergangenen Jahres|vorigen Jahres": ("year", -1),
        "dieses Jahr|diesem Jahr|dieses Jahres": ("year", 0),
        "nächstes Jahr|nächsten Jahr|kommendes Jahr|kommenden Jahr|nächsten Jahres": ("year", 1),
    },
    modifiers={
        "letzten|letzter|letztes|letzte|vergangenen|vergangener|vergangenes|vorigen": -1,
        "diesen|dieser|diesem|dieses": 0,
        "nächsten|nächster|nächstes|kommenden|kommender|kommendes": 1,
    },
    seasons={
        "Frühling|Frühjahr|Frühjahrs|Frühlings": 21,
        "Sommer|Sommers": 22,
        "Herbst|Herbstes": 23,
        "Winter|Winters": 24,
    },
    edges="Anfang|Mitte|Ende|zu Beginn|Beginn|frühen|frühe|späten|späte",
    cues="im|in|ab|nach|vor|um|zum|gegen|während",
    year_cues="das|des|der|und",
    year_words="Jahr|Jahre|im Jahr|im Jahre|des Jahres|dem Jahr|Jahres",
    since="seit|seit dem",
    until="bis|bis zum",
    range_from="von|vom",
    range_to="bis|bis zum",
    between="zwischen|zwischen dem",
    between_and="und|und dem",
    count={
        **{word: value for value, word in enumerate(_COUNT.split(), 2)},
        "einem|einer": 1,
    },
    units={
        "Stunde|Stunden|Minuten": "hour",
        "Tag|Tage|Tagen": "day",
        "Woche|Wochen": "week",
        "Monat|Monate|Monaten": "month",
        "Jahr|Jahre|Jahren": "year",
        "Jahrzehnt|Jahrzehnte|Jahrzehnten": "decade",
    },
    ago_before="vor|vor etwa|vor rund|vor fast|vor mehr als",
    day_parts="Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht|früh|morgen|abend|nachmittag",
    century="Jahrhundert|Jahrhunderts",
    quarter="Quartal|Quartals",
    half="Halbjahr|Halbjahrs|Halbjahres|Jahreshälfte",
    ordinals={"ersten|erstes|erste": 1, "zweiten|zweite|zweites": 2, "dritten": 3, "vierten": 4},
    not_years="€|Menschen|Personen|Prozent|%|Euro|Dollar|Millionen|Soldaten|Meter|Kilometer|Tote",
)
