"""Arabic.

Words are looked up without vowel signs and without the differences of alif and of final ya. What
Arabic writes at a word (and, by, for, the) is part of the forms in the tables.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

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
)
from generator.quantities.found import QuantityKind
from generator.quantities.language import Entry, Language, NounPolicy, Role, Unit
from generator.quantities.measures import PERCENT, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ـ": "",
        **dict.fromkeys(map(chr, (*range(0x64B, 0x656), 0x670)), ""),
    }
)
_AT_WORDS = ("ب", "ل", "ف", "ك")
_AT_NUMBERS = ("ب", "ل", "ف")


def fold(word: str) -> str:
    """A word as the tables have it."""
    return word.translate(_FOLDED).lower()


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


def _with_prefixes(words: Iterable[str]) -> frozenset[str]:
    """Words with what may be written at them."""
    return frozenset(
        prefix + word for word in words for prefix in ("", "و", *_AT_WORDS, "ال", "وال", "بال")
    ) | {f"لل{word.removeprefix('ال')}" for word in words}


def _number_forms(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The forms of number words: with "and" they join a number; with "the" scales need company."""
    forms: dict[str, Entry] = {}
    plain = {fold(word): entry for word, entry in entries.items()}
    for word, entry in plain.items():
        forms["و" + word] = entry._replace(joined=True)
        for prefix in _AT_NUMBERS:
            forms.setdefault(prefix + word, entry)
        if word in _NEVER_DEFINITE:
            continue
        definite = entry._replace(alone=False)
        forms["ال" + word] = definite
        forms["بال" + word] = definite
        forms["وال" + word] = definite._replace(joined=True)
        forms["لل" + word] = definite
    return {**forms, **plain}


_NEVER_DEFINITE = _words("اثنين اثنان مئة مائة مية أحد ربع خمس ثلث")
"""With "the" these mean something else: Monday, Sunday, per cent, a quarter of a town."""

_HUNDREDS = {
    f"{stem}{hundred}": value * 100
    for value, stems in enumerate(("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان ثماني", "تسع"), 3)
    for stem in stems.split()
    for hundred in ("مئة", "مائة", "مية")
}

_NUMBERS: dict[str, Entry] = {
    **weak(counted("صفر واحد/واحدة/أحد/إحدى")),
    **counted(
        "اثنان/اثنين/اثنتان/اثنتين/اثنا/اثني/اثنتا/اثنتي ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست "
        "سبعة/سبع ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
        2,
    ),
    **cardinals(
        {
            "عشرون عشرين": 20,
            "ثلاثون ثلاثين": 30,
            "أربعون أربعين": 40,
            "خمسون خمسين": 50,
            "ستون ستين": 60,
            "سبعون سبعين": 70,
            "ثمانون ثمانين": 80,
            "تسعون تسعين": 90,
            "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي": 200,
            **_HUNDREDS,
            "ألفان ألفين ألفي": 2000,
            "مليونان مليونين مليوني": 2 * 10**6,
            "ملياران مليارين ملياري": 2 * 10**9,
            "تريليونان تريليونين تريليوني": 2 * 10**12,
        }
    ),
    **rows(Role.HUNDRED, {"مئة مائة مية": 100}, alone=True),
    **rows(
        Role.SCALE,
        {
            "ألف": 10**3,
            "مليون": 10**6,
            "مليار بليون": 10**9,
            "تريليون": 10**12,
        },
        alone=True,
    ),
    **{
        word: entry._replace(twice=True)
        for word, entry in rows(
            Role.SCALE,
            {"ألفا": 10**3, "مليونا": 10**6, "مليارا": 10**9, "تريليونا": 10**12},
            alone=True,
        ).items()
    },
    **rows(
        Role.PLURAL,
        {
            "مئات مئات": 100,
            "آلاف ألوف": 10**3,
            "ملايين": 10**6,
            "مليارات بلايين": 10**9,
            "تريليونات": 10**12,
        },
    ),
    **vague("عشرات"),
    **rows(Role.HALF, {"نصف": "0.5"}),
    **rows(Role.FRACTION, {"ثلث": 3, "ربع": 4}, alone=True),
    **rows(Role.FRACTION, {"أرباع": 4, "أخماس": 5, "أثلاث": 3, "أعشار": 10}),
    **rows(Role.SHARE, {"ثلثا ثلثي ثلثين ثلثان": "0.666666666667"}),
    **{
        word: Entry(Role.COUNTED, Decimal(2), unit=Unit(unit, QuantityKind.DURATION))
        for unit, words in {
            "hour": "ساعتين ساعتان ساعتي",
            "day": "يومين يومان",
            "week": "أسبوعين أسبوعان",
            "month": "شهرين شهران",
            "year": "عامين عامان سنتين سنتان",
            "decade": "عقدين عقدان",
        }.items()
        for word in words.split()
    },
}

_UNITS = {
    **dict.fromkeys(
        (
            "في المئة",
            "في المائة",
            "في المية",
            "بالمئة",
            "بالمائة",
            "بالمية",
            "من المئة",
            "بالمئه",
        ),
        PERCENT,
    ),
    **units(QuantityKind.PERCENT, {"percentage point": "نقطة مئوية|نقاط مئوية"}),
    **units(
        QuantityKind.DURATION,
        {
            "second": "ثانية|ثوان|ثواني",
            "minute": "دقيقة|دقائق",
            "hour": "ساعة|ساعات",
            "day": "يوم|يوما|أيام",
            "week": "أسبوع|أسبوعا|أسابيع",
            "month": "شهر|شهرا|أشهر|شهور",
            "year": "سنة|سنوات|سنين|عام|عاما|أعوام",
            "decade": "عقد|عقدا|عقود",
            "century": "قرن|قرنا|قرون",
        },
    ),
    **units(
        QuantityKind.MEASURE,
        {
            "m": "متر|مترا|أمتار",
            "km": "كيلومتر|كيلومترا|كيلومترات|كيلو متر|كلم|كم",
            "mi": "ميل|ميلا|أميال",
            "m2": "متر مربع|مترا مربعا|أمتار مربعة",
            "km2": "كيلومتر مربع|كيلومترا مربعا|كيلومترات مربعة|كم مربع|كلم مربع|كم2|كم²",
            "m3": "متر مكعب|مترا مكعبا",
            "ha": "هكتار|هكتارا|هكتارات",
            "g": "غرام|غراما|غرامات|جرام|جراما",
            "kg": "كيلوغرام|كيلوغراما|كيلوغرامات|كيلوجرام|كيلو|كغم|كغ|كجم",
            "t": "طن|طنا|أطنان",
            "L": "لتر|لترا|لترات",
            "barrel": "برميل|برميلا|براميل",
            "barrel/d": "برميل يوميا|برميل في اليوم|برميلا يوميا",
            "km/h": (
                "كيلومتر في الساعة|كيلومترا في الساعة|كيلومترات في الساعة|كلم في الساعة|"
                "كم في الساعة"
            ),
            "MW": "ميغاواط|ميغاوات|ميجاوات",
            "Cel": "درجة مئوية|درجات مئوية",
        },
    ),
    **money(
        {
            "دولار": "USD",
            "دولارا": "USD",
            "دولارات": "USD",
            "دولار أمريكي": "USD",
            "دولار أميركي": "USD",
            "دولارا أمريكيا": "USD",
            "دولار أسترالي": "AUD",
            "دولار كندي": "CAD",
            "يورو": "EUR",
            "شيكل": "ILS",
            "شيقل": "ILS",
            "روبل": "RUB",
            "يوان": "CNY",
            "فرنك سويسري": "CHF",
        }
    ),
    **coupled(
        {"سورية": "SYP", "تركية": "TRY", "لبنانية": "LBP"},
        ("ليرة", "ليرات"),
        adjective_first=False,
    ),
    **coupled(
        {"مصري": "EGP", "إسترليني": "GBP", "سوداني": "SDG", "استرليني": "GBP"},
        ("جنيه", "جنيها"),
        adjective_first=False,
    ),
    **coupled({"مصرية": "EGP", "إسترلينية": "GBP"}, ("جنيهات",), adjective_first=False),
    **coupled(
        {"سعودي": "SAR", "قطري": "QAR", "يمني": "YER", "إيراني": "IRR", "عماني": "OMR"},
        ("ريال", "ريالا"),
        adjective_first=False,
    ),
    **coupled({"إماراتي": "AED", "مغربي": "MAD"}, ("درهم", "درهما"), adjective_first=False),
    **coupled(
        {
            "عراقي": "IQD",
            "أردني": "JOD",
            "كويتي": "KWD",
            "ليبي": "LYD",
            "تونسي": "TND",
            "جزائري": "DZD",
            "بحريني": "BHD",
        },
        ("دينار", "دينارا"),
        adjective_first=False,
    ),
}

_BEFORE = qualifiers(
    {
        Qualifier.ABOUT: (
            "نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|يقارب|ما يقرب من|ما يقدر بنحو|تقريبا|ما يناهز|"
            "يناهز|بما يقارب|في حدود"
        ),
        Qualifier.AT_LEAST: (
            "أكثر من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن|على الأقل|ما لا يقل عن|لا يقل عن|"
            "لا تقل عن|فوق|يتجاوز|تجاوز|تتجاوز|يفوق|تفوق|أزيد من"
        ),
        Qualifier.AT_MOST: (
            "أقل من|ما يصل إلى|يصل إلى|تصل إلى|حتى|على الأكثر|لا يتجاوز|لا تتجاوز|"
            "ما لا يزيد عن|لا يزيد عن|لا يزيد على|دون|كحد أقصى"
        ),
    }
)
_BEFORE |= {
    prefix + phrase: qualifier
    for phrase, qualifier in _BEFORE.items()
    for prefix in ("و", *_AT_WORDS)
}

_STOPS = _words(
    """
    في من إلى على عن مع بعد قبل منذ خلال حتى أو أم بل لكن ثم أن إن أنه إنه التي الذي الذين اللذين
    كان كانت كانوا هو هي هم هذا هذه ذلك تلك ما لا لم لن قد عند عندما حيث بين بينهم بينها بينهن
    معظمهم منهم منها ضد نحو حوالي فقط أيضا قتلوا أصيبوا قتل أصيب جراء إثر بسبب داخل خارج تحت فوق
    حول دون كل بعض غير آخرين آخر أخرى آخرون على الأقل أكثر أقل تقريبا يوميا سنويا شهريا ليس عبر لدى
    يعيشون يعيش تعيش نزحوا غادروا
    """
)

_LABELS = _with_prefixes(
    _words(
        """
        رقم القرار قرار المادة مادة الفقرة فقرة الصفحة صفحة الفصل البند بند الساعة عام سنة العام
        الرحلة طراز بوينغ إيرباص المرحلة الطابق الغرفة المجموعة مجموعة العدد الجزء مواليد
        """
    )
)

LANGUAGE = Language(
    code="ar",
    grouping=",٬",
    decimals=".٫",
    word=r"[\u0620-\u065F\u066E-\u06D3\u06D5-\u06EF\u06FA-\u06FF]+|[^\W\d_]+",
    fold=fold,
    numbers=_number_forms(_NUMBERS),
    joins_by_prefix=True,
    one_is_an_article=True,
    and_half={
        "ونصف": Decimal("0.5"),
        "والنصف": Decimal("0.5"),
        "ونصفا": Decimal("0.5"),
        "وربع": Decimal("0.25"),
    },
    of=frozenset({"من"}),
    vague_before=_words("بضع بضعة عدة عشرات مئات"),
    units=_UNITS,
    before={**SIGNS_BEFORE, **_BEFORE},
    after={
        **SIGNS_BEHIND,
        **qualifiers(
            {
                Qualifier.AT_LEAST: "على الأقل|أو أكثر|فأكثر|فما فوق|على أقل تقدير",
                Qualifier.AT_MOST: "على الأكثر|أو أقل|كحد أقصى",
                Qualifier.ABOUT: "تقريبا",
            }
        ),
    },
    loose=_words("حتى فوق دون نحو"),
    definite="ال",
    between=_words("بين وبين"),
    between_lead=_words("ما"),
    between_and=frozenset({"و"}),
    range_from=frozenset({"من"}),
    range_to=_words("إلى"),
    range_or=_words("أو"),
    ratio=("من كل", "من بين كل", "من أصل"),
    ago_before=("قبل", "منذ"),
    labels=_LABELS,
    months=_with_prefixes(
        _words(
            """
            يناير فبراير مارس أبريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر
            ديسمبر شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين كانون جانفي فيفري أفريل ماي جوان
            جويلية أوت
            """
        )
    ),
    clock=("صباحا", "مساء", "ظهرا", "فجرا", "بتوقيت", "بعد الظهر"),
    nouns=NounPolicy.FIRST,
    noun_stops=_STOPS,
    noun_skips=frozenset(),
    plurals=_words("وزير وزيرا وزراء وفاة وفيات وحدة وحدات ولاية ولايات وظيفة وظائف ورقة وكالة"),
    people=_words("شخص شخصا أشخاص مدني مدنيا مدنيين طفل طفلا لاجئ لاجئا نازح نازحا جندي منزل"),
)

LANGUAGES = {"ar": LANGUAGE}
