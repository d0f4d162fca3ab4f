"""English."""

from __future__ import annotations

from generator.dates.items import fold_apostrophes
from generator.dates.language import Language

_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_LATE_ORDINALS = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}

LANGUAGE = Language(
    code="en",
    fold=fold_apostrophes,
    capitals=True,
    month_first=True,
    short_months={"Sept": 9},
    days={
        "the day before yesterday": -2,
        "yesterday|last night": -1,
        "today|tonight|this morning|this afternoon|this evening": 0,
        "the day after tomorrow": 2,
        "tomorrow": 1,
    },
    periods={
        "last week": ("week", -1),
        "this week": ("week", 0),
        "next week": ("week", 1),
        "last weekend": ("weekend", -1),
        "the weekend": ("past weekend", 0),
        "this weekend": ("weekend", 0),
        "next weekend": ("weekend", 1),
        "last month": ("month", -1),
        "this month": ("month", 0),
        "next month": ("month", 1),
        "last year": ("year", -1),
        "this year": ("year", 0),
        "next year": ("year", 1),
    },
    modifiers={"last|past": -1, "this|this coming|the coming|coming": 0, "next": 1},
    seasons={"spring": 21, "summer": 22, "autumn|fall": 23, "winter": 24},
    edges=(
        "early|mid|late|the end of|the start of|the beginning of|the middle of|end of|start of|"
        "beginning of|early in|late in|earlier in|later in|earlier|later"
    ),
    cues="in|during|by|throughout|around|circa|before|after|for|between|ended|began|dated",
    year_cues="the|year|since at least|and|a|an|as of|elections|file",
    year_words="the year|the year of",
    since="since|ever since",
    until="until|till|up until|up to",
    range_from="from",
    range_to="to|through|until|till",
    between="between",
    between_and="and",
    of="of",
    count={
        **{word: value for value, word in enumerate(_COUNT.split(), 1)},
        "a|an": 1,
    },
    units={
        "minute|minutes|hour|hours": "hour",
        "day|days": "day",
        "week|weeks": "week",
        "month|months": "month",
        "year|years": "year",
        "decade|decades": "decade",
    },
    ago="ago",
    day_parts="morning|afternoon|evening|night|noon|midday",
    century="century",
    quarter="quarter",
    half="half",
    decades={
        "the sixties": "196X",
        "the seventies": "197X",
        "the eighties": "198X",
        "the nineties": "199X",
    },
    ordinals={
        **{word: value for value, word in enumerate(_ORDINALS.split(), 1)},
        **_LATE_ORDINALS,
    },
    suffixes="st|nd|rd|th",
    not_years=(
        "people|percent|per|%|million|billion|thousand|dollars|euros|pounds|km|kilometres|"
        "kilometers|metres|meters|miles|feet|tonnes|tons|kg|troops|soldiers|refugees|migrants|"
        "civilians|fighters|families|votes|jobs|homes|houses|years|days|hours|times|men|women|"
        "children|GMT|UTC|acres|hectares|police|prisoners|members|workers|students|voters"
    ),
)
