"""Languages with scale words and little more: Russian, Turkish, Persian and Hebrew.

Digits with a scale word ("4 млн", "۴ میلیون"), percentages and the commonest qualifiers; number
words are not read.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.quantity import Qualifier
from generator.quantities.entries import SIGNS_BEFORE, SIGNS_BEHIND, qualifiers, rows, words
from generator.quantities.language import Language, NounPolicy, Role
from generator.quantities.measures import PERCENT

RUSSIAN = Language(
    code="ru",
    grouping=".",
    decimals=",.",
    numbers=rows(
        Role.SCALE,
        {
            "тыс тысяча тысячи тысяч": 10**3,
            "млн миллион миллиона миллионов": 10**6,
            "млрд миллиард миллиарда миллиардов": 10**9,
            "трлн триллион триллиона триллионов": 10**12,
        },
    ),
    abbreviations=words("тыс млн млрд трлн"),
    units=dict.fromkeys(("процент", "процента", "процентов"), PERCENT),
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: "около|примерно|почти|порядка|приблизительно",
                Qualifier.AT_LEAST: "более|свыше|не менее|по меньшей мере|больше",
                Qualifier.AT_MOST: "до|не более|менее|меньше",
            }
        ),
    },
    after=SIGNS_BEHIND,
    nouns=NounPolicy.FIRST,
    noun_stops=words("в на и из с к по за от до или что как о у был была были было"),
)

TURKISH = Language(
    code="tr",
    grouping=".",
    decimals=",.",
    numbers=rows(Role.SCALE, {"bin": 10**3, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12}),
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: "yaklaşık|yaklaşık olarak|neredeyse",
                Qualifier.AT_LEAST: "en az",
                Qualifier.AT_MOST: "en fazla|en çok",
            }
        ),
    },
    after=SIGNS_BEHIND,
    nouns=NounPolicy.FIRST,
    noun_stops=words("ve ile için bu bir de da"),
)

PERSIAN = Language(
    code="fa",
    grouping=",٬",
    decimals=".٫",
    numbers=rows(Role.SCALE, {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "تریلیون": 10**12}),
    units={"درصد": PERCENT},
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: "حدود|نزدیک به|تقریبا",
                Qualifier.AT_LEAST: "بیش از|دست‌کم|حداقل",
                Qualifier.AT_MOST: "حداکثر|کمتر از",
            }
        ),
    },
    after=SIGNS_BEHIND,
    nouns=NounPolicy.FIRST,
    noun_stops=words("در و از به با که را"),
)

HEBREW = Language(
    code="he",
    numbers=rows(Role.SCALE, {"אלף": 10**3, "מיליון": 10**6, "מיליארד": 10**9, "טריליון": 10**12}),
    units=dict.fromkeys(("אחוז", "אחוזים"), PERCENT),
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: "כ|בערך|קרוב ל|כמעט",
                Qualifier.AT_LEAST: "לפחות|יותר מ",
                Qualifier.AT_MOST: "עד|פחות מ",
            }
        ),
    },
    after=SIGNS_BEHIND,
    nouns=NounPolicy.FIRST,
    noun_stops=words("של את על עם ב ל מ"),
)

LANGUAGES: Mapping[str, Language] = {"ru": RUSSIAN, "tr": TURKISH, "fa": PERSIAN, "he": HEBREW}
