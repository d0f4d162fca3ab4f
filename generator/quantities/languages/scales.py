"""Languages with scale words and little more: Russian, Turkish, Persian and Hebrew.

Digits with a scale word ("4 млн", "۴ میلیون"), percentages, the commonest units, currencies and
qualifiers; number words are not read.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.quantity import Qualifier
from generator.quantities.currencies import money
from generator.quantities.entries import SIGNS_BEFORE, SIGNS_BEHIND, qualifiers, rows, words
from generator.quantities.found import QuantityKind
from generator.quantities.language import Language, NounPolicy, Role
from generator.quantities.measures import PERCENT, units

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
    units={
        **dict.fromkeys(("процент", "процента", "процентов"), PERCENT),
        **units(
            QuantityKind.DURATION,
            {
                "second": "секунда|секунды|секунд",
                "minute": "минута|минуты|минут",
                "hour": "час|часа|часов",
                "day": "день|дня|дней|сутки|суток",
                "week": "неделя|недели|недель",
                "month": "месяц|месяца|месяцев",
                "year": "год|года|лет",
            },
        ),
        **units(
            QuantityKind.MEASURE,
            {
                "m": "м|метр|метра|метров",
                "km": "км|километр|километра|километров",
                "km2": "квадратных километров|кв. км",
                "km/h": "км/ч",
                "ha": "га|гектар|гектара|гектаров",
                "kg": "кг|килограмм|килограмма|килограммов",
                "t": "тонна|тонны|тонн",
                "barrel": "баррель|барреля|баррелей",
                "MW": "МВт",
                "Cel": "градус|градуса|градусов",
            },
        ),
        **money(
            {
                **dict.fromkeys(("рубль", "рубля", "рублей"), "RUB"),
                **dict.fromkeys(("доллар", "доллара", "долларов", "долларов США"), "USD"),
                "евро": "EUR",
                **dict.fromkeys(("юань", "юаня", "юаней"), "CNY"),
                **dict.fromkeys(("гривна", "гривны", "гривен"), "UAH"),
                **dict.fromkeys(("тенге",), "KZT"),
                **dict.fromkeys(("иена", "иены", "иен"), "JPY"),
            }
        ),
    },
    ago=frozenset({"назад"}),
    months=words("""
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        """),
    between=frozenset({"между"}),
    between_and=frozenset({"и"}),
    range_from=frozenset({"от", "с"}),
    range_to=frozenset({"до"}),
    years_behind=words("год года году годом"),
    labels=words("boeing airbus статья статьи статье резолюция резолюции № номер рейс глава пункт"),
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
    percent_before=frozenset({"yüzde"}),
    units={
        **units(
            QuantityKind.DURATION,
            {
                "second": "saniye",
                "minute": "dakika",
                "hour": "saat",
                "day": "gün",
                "week": "hafta",
                "month": "ay",
                "year": "yıl",
            },
        ),
        **units(QuantityKind.AGE, {"year": "yaşında|yaşındaki"}),
        **units(
            QuantityKind.MEASURE,
            {
                "m": "metre",
                "km": "kilometre",
                "km2": "kilometrekare",
                "ha": "hektar",
                "kg": "kilogram|kilo",
                "t": "ton",
                "barrel": "varil",
                "MW": "megavat",
                "Cel": "derece|santigrat derece",
            },
        ),
        **money(
            {
                **dict.fromkeys(("lira", "liralık", "Türk lirası", "TL"), "TRY"),
                **dict.fromkeys(("dolar", "dolarlık", "ABD doları"), "USD"),
                **dict.fromkeys(("euro", "avro"), "EUR"),
                "sterlin": "GBP",
                "ruble": "RUB",
            }
        ),
    },
    ago=frozenset({"önce"}),
    months=words("""
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        """),
    labels=words("boeing airbus madde sayılı no numara saat"),
    nouns=NounPolicy.FIRST,
    noun_stops=words("ve ile için bu bir de da"),
)

PERSIAN = Language(
    code="fa",
    grouping=",٬",
    decimals=".٫",
    numbers=rows(Role.SCALE, {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "تریلیون": 10**12}),
    units={
        "درصد": PERCENT,
        **units(
            QuantityKind.DURATION,
            {
                "second": "ثانیه",
                "minute": "دقیقه",
                "hour": "ساعت",
                "day": "روز",
                "week": "هفته",
                "month": "ماه",
                "year": "سال",
            },
        ),
        **units(QuantityKind.AGE, {"year": "ساله"}),
        **units(
            QuantityKind.MEASURE,
            {
                "m": "متر",
                "km": "کیلومتر",
                "ha": "هکتار",
                "kg": "کیلوگرم|کیلو",
                "t": "تن",
                "barrel": "بشکه",
                "MW": "مگاوات",
                "Cel": "درجه|درجه سانتیگراد",
            },
        ),
        **money({"دلار": "USD", "یورو": "EUR", "ریال": "IRR", "روبل": "RUB"}),
    },
    ago=frozenset({"پیش", "قبل"}),
    months=words("""
        ژانویه فوریه مارس آوریل مه می ژوئن ژوئیه جولای اوت آگوست سپتامبر اکتبر نوامبر دسامبر
        فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
        """),
    labels=words("بوئینگ ایرباس ماده قطعنامه شماره ساعت سال"),
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
    units={
        **dict.fromkeys(("אחוז", "אחוזים"), PERCENT),
        **units(
            QuantityKind.DURATION,
            {
                "second": "שניות",
                "minute": "דקות",
                "hour": "שעות",
                "day": "ימים|יום",
                "week": "שבועות",
                "month": "חודשים|חודש",
                "year": "שנים|שנה",
            },
        ),
        **units(
            QuantityKind.MEASURE,
            {
                "m": "מטר|מטרים",
                "km": 'קילומטר|קילומטרים|ק"מ',
                "ha": "הקטר",
                "kg": 'קילוגרם|קילו|ק"ג',
                "t": "טון|טונות",
                "Cel": "מעלות",
            },
        ),
        **money(
            {
                **dict.fromkeys(("שקל", "שקלים", "שקל חדש", 'ש"ח'), "ILS"),
                **dict.fromkeys(("דולר", "דולרים"), "USD"),
                "אירו": "EUR",
            }
        ),
    },
    ago_before=("לפני",),
    clitics=words("ב ל מ כ ה ו ש כש"),
    months=frozenset(
        prefix + month
        for prefix in ("", "ב", "ל", "מ")
        for month in words(
            "ינואר פברואר מרץ מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"
        )
    ),
    labels=words("בואינג איירבוס סעיף החלטה מספר שנת בשנת עמוד כביש"),
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
