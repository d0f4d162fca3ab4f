"""German."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from generator.model.quantity import Qualifier
from generator.quantities.currencies import coupled, money
from generator.quantities.entries import (
    SIGNS_BEFORE,
    SIGNS_BEHIND,
    cardinals,
    counted,
    qualifiers,
    rows,
    vague,
    weak,
    words,
)
from generator.quantities.found import QuantityKind
from generator.quantities.language import Entry, Language, NounPolicy, Role, Unit
from generator.quantities.measures import PERCENT, units

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_BELOW_TWENTY = """
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
    sechzehn siebzehn achtzehn neunzehn
"""


def _below_hundred() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_BELOW_TWENTY.split(), 1)}
    words |= _TENS
    words |= {
        f"{one}und{ten}": value + tens
        for ten, tens in _TENS.items()
        for value, one in enumerate(_ONES, 1)
    }
    return words


_SMALL = _below_hundred()
_LONGEST = 60


def _part(word: str) -> int | None:
    """A number below 100 written before "hundert" or "tausend"; none at all means one."""
    if not word or word == "ein":
        return 1
    return _SMALL.get(word)


def compound(word: str) -> Entry | None:
    """A number written as one word, "dreihundertfünfundzwanzig", or with its unit, "zweitägig"."""
    if adjective := _ADJECTIVE.fullmatch(word):
        value = _value(adjective[1])
        unit = _ADJECTIVE_UNITS[adjective[2]]
        return None if value is None else Entry(Role.COUNTED, Decimal(value), unit=unit)
    value = _value(word) if "hundert" in word or "tausend" in word else None
    return None if value is None else Entry(Role.CARDINAL, Decimal(value))


def _value(word: str) -> int | None:
    """The value of a number in one word; ``None`` where it is none."""
    if len(word) > _LONGEST:
        return None
    thousands: int | None = 0
    head, thousand, tail = word.partition("tausend")
    if thousand:
        thousands = _below_thousand(head) if head else 1
        tail = tail.removeprefix("und")
    else:
        tail = head
    rest = _below_thousand(tail) if tail else 0
    return None if thousands is None or rest is None else thousands * 1000 + rest


_ADJECTIVE_UNITS: Final = {
    "jährig": Unit("year", QuantityKind.AGE),
    "tägig": Unit("day", QuantityKind.DURATION),
    "wöchig": Unit("week", QuantityKind.DURATION),
    "monatig": Unit("month", QuantityKind.DURATION),
    "stündig": Unit("hour", QuantityKind.DURATION),
    "minütig": Unit("minute", QuantityKind.DURATION),
}
_ADJECTIVE: Final = re.compile(rf"([^\W\d_]{{3,60}})({'|'.join(_ADJECTIVE_UNITS)})(?:e[nrsm]?)?")


def _below_thousand(word: str) -> int | None:
    head, hundred, tail = word.partition("hundert")
    if not hundred:
        return 1 if word == "ein" else _SMALL.get(word)
    hundreds = _part(head)
    tail = tail.removeprefix("und")
    rest = _part(tail) if tail else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest


_NUMBERS: dict[str, Entry] = {
    **cardinals(_SMALL),
    **weak(counted("null ein/eins/eine/einen/einem/einer/eines")),
    **cardinals({"zwo": 2, "anderthalb eineinhalb": "1.5", "zweieinhalb": "2.5"}),
    **cardinals({"dreieinhalb": "3.5", "viereinhalb": "4.5", "fünfeinhalb": "5.5"}),
    **rows(Role.HUNDRED, {"hundert": 100}, alone=True),
    **rows(Role.SCALE, {"tausend": 1000}, alone=True),
    **rows(
        Role.SCALE,
        {
            "tsd": 10**3,
            "million mio mill": 10**6,
            "milliarde mrd mia": 10**9,
            "billion bio": 10**12,
            "billiarde": 10**15,
        },
    ),
    **rows(
        Role.PLURAL,
        {"millionen": 10**6, "milliarden": 10**9, "billionen": 10**12, "billiarden": 10**15},
    ),
    **rows(Role.DOZEN, {"dutzend": 12}),
    **vague(
        "dutzende dutzenden hunderte hunderten tausende tausenden zehntausende zehntausenden "
        "hunderttausende hunderttausenden dutzender hunderter tausender"
    ),
    **rows(Role.HALF, {"halb halbe halben halber halbes": "0.5"}),
    **rows(
        Role.FRACTION,
        {"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10},
    ),
    **rows(Role.SHARE, {"hälfte": "0.5"}),
}

_UNITS = {
    **dict.fromkeys(("prozent", "v.h."), PERCENT),
    **units(
        QuantityKind.PERCENT,
        {
            "percentage point": "prozentpunkt|prozentpunkte|prozentpunkten",
            "basis point": "basispunkt|basispunkte|basispunkten",
        },
    ),
    **units(
        QuantityKind.AGE,
        {"year": "jahre alt|jährig|jährige|jährigen|jähriger|jähriges|jährigem"},
    ),
    **units(
        QuantityKind.DURATION,
        {
            "second": "sekunde|sekunden",
            "minute": "minute|minuten|minütig|minütige|minütigen|minütiger|minütiges",
            "hour": "stunde|stunden|stündig|stündige|stündigen|stündiger|stündiges|stündigem",
            "day": "tag|tage|tagen|tägig|tägige|tägigen|tägiger|tägiges|tägigem",
            "week": "woche|wochen|wöchig|wöchige|wöchigen|wöchiger|wöchiges|wöchigem",
            "month": "monat|monate|monaten|monatig|monatige|monatigen|monatiger|monatiges",
            "year": "jahr|jahre|jahren",
            "decade": "jahrzehnt|jahrzehnte|jahrzehnten",
            "century": "jahrhundert|jahrhunderte|jahrhunderten",
        },
    ),
    **units(
        QuantityKind.MEASURE,
        {
            "mm": "millimeter|millimetern",
            "cm": "zentimeter|zentimetern",
            "m": "meter|metern",
            "km": "kilometer|kilometern",
            "mi": "meile|meilen",
            "m2": "quadratmeter|quadratmetern|qm",
            "km2": "quadratkilometer|quadratkilometern|qkm",
            "m3": "kubikmeter|kubikmetern",
            "ha": "hektar",
            "g": "gramm",
            "kg": "kilogramm|kilo|kilos",
            "t": "tonne|tonnen",
            "L": "liter|litern",
            "barrel": "barrel|fass",
            "barrel/d": "barrel pro tag|barrel am tag|fass pro tag",
            "km/h": "kilometer pro stunde|stundenkilometer",
            "MW": "megawatt",
            "GW": "gigawatt",
            "kWh": "kilowattstunde|kilowattstunden",
            "Cel": "grad|grad celsius",
        },
    ),
    **money(
        {
            "dollar": "USD",
            "us-dollar": "USD",
            "euro": "EUR",
            "pfund": "GBP",
            "britische pfund": "GBP",
            "pfund sterling": "GBP",
            "yen": "JPY",
            "yuan": "CNY",
            "franken": "CHF",
            "schweizer franken": "CHF",
            "rubel": "RUB",
            "lira": "TRY",
            "rupien": "INR",
            "schekel": "ILS",
            "zloty": "PLN",
        }
    ),
    **coupled(
        {"australische": "AUD", "australischen": "AUD", "kanadische": "CAD", "kanadischen": "CAD"},
        ("dollar",),
    ),
    **coupled({"syrische": "SYP", "ägyptische": "EGP", "libanesische": "LBP"}, ("pfund",)),
    **coupled({"türkische": "TRY", "syrische": "SYP", "türkischen": "TRY"}, ("lira",)),
}

_STOPS = words("""
    ab aber als am an auch auf aus außer bei beim bereits bis da dabei damit dann das dass davon dem
    den denen der deren des dessen die dies diese diesem diesen dieser durch ein eine einem einen
    einer eines er es etwa für gab gegen gegenüber getötet haben hat hatte hatten hier hinter ich im
    immer in ins ist ja jedoch jetzt kamen kam können konnte konnten lang leben lebten lebt mehr mit
    nach nicht noch nur ob oder ohne schon sei seien sein seit sich sie sind so sollen sollten sowie
    tot über um und unter verletzt vom von vor war waren weil weitere wenn werden wie wieder wird
    worden wurde wurden während zu zum zur zwischen zwar
    """)

LANGUAGE = Language(
    code="de",
    grouping=".",
    decimals=",.",
    minus=frozenset({"minus"}),
    codes=r"(?:(?<=\b[Dd](?:er|en|em|ie|as)\ )|(?<=\bzu[mr]\ ))\d{1,3}\.(?=\ [^\W\d_])"
    r"|\d{1,2}\.\d{1,2}\.(?=\s+[a-zäöü(])|\d{1,2}\.\d{2}(?=\ Uhr)",
    numbers=_NUMBERS,
    compound=compound,
    definite_articles=words("die der"),
    articles=words("ein eine einen einem einer eines"),
    one_is_an_article=True,
    whole=words("der des aller von vom dieser"),
    suffixes={"k": 10**3, "K": 10**3, "Mio": 10**6, "Mrd": 10**9},
    abbreviations=words("tsd mio mill mrd mia bio"),
    of=frozenset({"von", "an"}),
    ordinals=frozenset(),
    vague_before=words("mehrere einige viele wenige ein paar etliche zahlreiche"),
    units=_UNITS,
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: (
                    "etwa|rund|circa|ca.|zirka|ungefähr|knapp|fast|beinahe|nahezu|gut|geschätzt|"
                    "geschätzte|schätzungsweise|annähernd|um die|gegen|an die"
                ),
                Qualifier.AT_LEAST: (
                    "mindestens|wenigstens|mehr als|über|zumindest|nicht weniger als|weit über|"
                    "deutlich mehr als|deutlich über|minimal|mind."
                ),
                Qualifier.AT_MOST: (
                    "bis zu|höchstens|maximal|weniger als|unter|nicht mehr als|max.|bis zu rund"
                ),
            }
        ),
    },
    after={
        **SIGNS_BEHIND,
        **qualifiers(
            {
                Qualifier.AT_LEAST: "oder mehr|und mehr",
                Qualifier.AT_MOST: "oder weniger",
                Qualifier.ABOUT: "oder so",
            }
        ),
    },
    loose=words("über unter gegen gut um etwa rund"),
    between=frozenset({"zwischen"}),
    between_and=frozenset({"und"}),
    range_from=frozenset({"von"}),
    range_to=frozenset({"bis"}),
    range_or=frozenset({"oder"}),
    changes=words("stieg stiegen sank sanken fiel fielen wuchs erhöhte gestiegen"),
    ratio=("von",),
    ago_before=("vor",),
    labels=words("""
        formel paragraf nr nummer artikel art paragraph absatz abs seite seiten s kapitel resolution
        resolutionen jahr jahre jahren platz rang tag woche flug linie zimmer raum straße boeing
        airbus band version typ klasse gruppe phase stufe teil ziffer § # §§
        """),
    months=words("""
        januar jänner februar märz april mai juni juli august september oktober november dezember
        jan feb mär apr jun jul aug sep sept okt nov dez
        """),
    months_have_capitals=True,
    clock=("uhr",),
    compounds={"köpfig": "", "köpfige": "", "köpfigen": "", "köpfiger": "", "mal": "times"},
    nouns=NounPolicy.CAPITAL,
    noun_stops=_STOPS,
    noun_skips=words("weitere weiteren weiterer andere anderen neue neuen"),
    people=words("""
        menschen personen kinder frauen männer zivilisten soldaten flüchtlinge migranten einwohner
        häuser tote verletzte polizisten
        """),
)

LANGUAGES = {"de": LANGUAGE}
