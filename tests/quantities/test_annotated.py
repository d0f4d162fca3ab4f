"""The quantity that an annotated text states."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantity import Qualifier, Quantity
from generator.quantities import parse_quantity


def shown(quantity: Quantity | None) -> str:
    """A quantity on one line: value or range, unit, qualifier where it is not the plain one."""
    if quantity is None:
        return "-"
    amount = "?" if quantity.value is None else str(quantity.value)
    if quantity.low is not None:
        amount = f"{quantity.low}..{quantity.high}"
    qualifier = "" if quantity.qualifier is Qualifier.EXACT else str(quantity.qualifier)
    return " ".join(filter(None, (amount, quantity.unit, qualifier)))


ENGLISH = {
    # digits and separators
    "12": "12",
    "1,250": "1250",
    "12,500,000": "12500000",
    "1 250 000 trees": "1250000 trees",
    "1\u00a0250\u00a0000 trees": "1250000 trees",
    "1\u2009250 trees": "1250 trees",
    "1'250'000": "1250000",
    "1’250": "1250",
    "12,34,567": "1234567",
    "3.14159": "3.14159",
    "0.50": "0.5",
    "2½ hours": "2.5 hour",
    "½ million": "500000",
    "+20": "20",
    "-5%": "-5 percent",
    "−5 degrees Celsius": "-5 Cel",
    "1950": "1950",
    # number words
    "nineteen": "19",
    "forty-two": "42",
    "one hundred and five": "105",
    "a hundred": "100",
    "fifteen hundred": "1500",
    "a thousand": "1000",
    "two thousand five hundred": "2500",
    "two million three hundred thousand": "2300000",
    "a dozen": "12",
    "two dozen boats": "24 boats",
    "half a dozen": "6",
    "half-a-dozen": "6",
    # scales and mixtures
    "half a million readers": "500000 readers",
    "a half million readers": "500000 readers",
    "half-million": "500000",
    "a million and a half": "1500000",
    "one and a half million": "1500000",
    "three and a half thousand": "3500",
    "twenty-one trillion": "21000000000000",
    "three quarters of a million": "750000",
    "1.5m": "1500000",
    "8m": "8000000",
    "24K": "24000",
    "3 bn": "3000000000",
    "2.5 million": "2500000",
    "a 2.5-million town": "2500000 town",
    "2 hundred": "200",
    "5 lakh": "500000",
    "2 crore": "20000000",
    # money
    "€1.2bn": "1200000000 EUR",
    "$2.5tn": "2500000000000 USD",
    "£40m": "40000000 GBP",
    "US$ 3 million": "3000000 USD",
    "NZ$26 million": "26000000 NZD",
    "NZ $ 26 million": "26000000 NZD",
    "A$5": "5 AUD",
    "a $5 million plan": "5000000 USD",
    "A $5 million plan": "5000000 USD",
    "100 million dollars": "100000000 USD",
    "40 Australian dollars": "40 AUD",
    "7 million Syrian pounds": "7000000 SYP",
    "EUR 40 million": "40000000 EUR",
    "40 million EUR": "40000000 EUR",
    "USD100": "100 USD",
    "Rs500 crore": "5000000000 INR",
    "40 €": "40 EUR",
    "half a billion euros": "500000000 EUR",
    "millions of dollars": "? USD about",
    # shares
    "two-thirds": "0.666666666667",
    "two thirds of members": "0.666666666667",
    "a quarter": "0.25",
    "one-fifth": "0.2",
    "three quarters": "0.75",
    "half": "0.5",
    "more than half of members": "0.5 at-least",
    "one in five": "0.2",
    "1 in 4": "0.25",
    "nine out of ten": "0.9",
    "one in every three": "0.333333333333",
    "40%": "40 percent",
    "3.5 per cent": "3.5 percent",
    "forty percent": "40 percent",
    "5 percentage points": "5 percentage point",
    # ranges
    "between 300,000 and 500,000": "300000..500000 between",
    "between one hundred and two hundred": "100..200 between",
    "between 2 and 3 million": "2000000..3000000 between",
    "between 500,000 and 2 million": "500000..2000000 between",
    "between $2 million and $3 million": "2000000..3000000 USD between",
    "300,000-500,000": "300000..500000 between",
    "300,000 to 500,000": "300000..500000 between",
    "from 10 to 20": "10..20 between",
    "ten to 32 pages": "10..32 pages between",
    "2–3 million": "2000000..3000000 between",
    "900 to 1 million": "900..1000000 between",
    "$5-10 million": "5000000..10000000 USD between",
    "5-10%": "5..10 percent between",
    "5% to 10%": "5..10 percent between",
    "two or three days": "2..3 day between",
    "5–7 km": "5..7 km between",
    # qualifiers
    "some 4 million people": "4000000 people about",
    "about 4 million": "4000000 about",
    "around 30": "30 about",
    "roughly 30": "30 about",
    "nearly $100 million": "100000000 USD about",
    "almost 900": "900 about",
    "an estimated 900 homes": "900 homes about",
    "~40": "40 about",
    "at least 107": "107 at-least",
    "107 or more": "107 at-least",
    "107 people or more": "107 people at-least",
    "more than 60": "60 at-least",
    "over 150,000": "150000 at-least",
    "no fewer than six": "6 at-least",
    "60-plus": "60 at-least",
    "60+": "60 at-least",
    "20-plus months": "20 month at-least",
    ">5": "5 at-least",
    "up to 40": "40 at-most",
    "as many as 40": "40 at-most",
    "fewer than 20": "20 at-most",
    "under 5%": "5 percent at-most",
    "no more than 3": "3 at-most",
    "at least some 40": "40 at-least",
    "30 or so": "30 about",
    # vague amounts
    "dozens": "? about",
    "scores": "? about",
    "hundreds of ships": "? ships about",
    "tens of thousands": "? about",
    "several hundred families": "? families about",
    "a couple of hundred families": "? families about",
    "at least dozens": "? at-least",
    "dozens, 24 in all": "24",
    # time, age, measures
    "12-month": "12 month",
    "11-year lull": "11 year",
    "10-year-old": "10 year",
    "45 years old": "45 year",
    "48 hours": "48 hour",
    "half an hour": "0.5 hour",
    "two decades": "2 decade",
    "700 square miles": "700 mi2",
    "18,000 square kilometers": "18000 km2",
    "5km": "5 km",
    "5 km²": "5 km2",
    "300 km2": "300 km2",
    "20 tonnes": "20 t",
    "4.5 MW": "4.5 MW",
    "60 km/h": "60 km/h",
    "60 km / 37 miles": "60 km",
    "90,000 barrels per day": "90000 barrel/d",
    # what is counted
    "40 civilians killed": "40 civilians",
    "107 killed": "107",
    "12 wounded": "12",
    "238 dead": "238",
    "24,000 protective chemical masks": "24000 protective chemical masks",
    "70 US ships": "70 US ships",
    "one vote": "1 vote",
    "900 displaced families in the north": "900 displaced families",
    "30 more houses": "30 houses",
    "3,400-strong": "3400",
    "40-member council": "40 member",
    "60 people's votes": "60 people's votes",
    # no quantity
    "G7": "-",
    "F-16": "-",
    "Covid-19": "-",
    "version 1.2.3": "-",
    "12:30": "-",
    "won 3-1": "-",
    "Resolution 2254": "-",
    "September 13": "-",
    "21st": "-",
    "twenty-first": "-",
    "many": "-",
    "": "-",
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_english(text: str, expected: str) -> None:
    assert shown(parse_quantity(text)) == expected


OTHERS = {
    "de": {
        "rund 4 Millionen Menschen": "4000000 Menschen about",
        "eine halbe Million": "500000",
        "anderthalb Millionen": "1500000",
        "1.234,5 Kilometer": "1234.5 km",
        "12.500": "12500",
        "1,2 Mrd. Euro": "1200000000 EUR",
        "40 Mio. €": "40000000 EUR",
        "dreihundertfünfundzwanzig": "325",
        "zweitausendfünfhundert Soldaten": "2500 Soldaten",
        "einundzwanzig Billionen": "21000000000000",
        "zwischen 300.000 und 500.000 Menschen": "300000..500000 Menschen between",
        "drei bis fünf Jahre": "3..5 year between",
        "mehr als 60 Prozent": "60 percent at-least",
        "bis zu 40 Verletzte": "40 Verletzte at-most",
        "ein Drittel der Mitglieder": "0.333333333333",
        "zwei Drittel": "0.666666666667",
        "zwei Dutzend": "24",
        "Tausende Menschen": "? Menschen about",
        "12-monatiges Verbot": "12 month",
        "20-Jährige": "20 year",
        "20.000 bewaffnete Kämpfer": "20000 bewaffnete Kämpfer",
    },
    "fr": {
        "environ 4 millions de personnes": "4000000 personnes about",
        "un demi-million": "500000",
        "un million et demi": "1500000",
        "1 234,5 km": "1234.5 km",
        "1,2 milliard d’euros": "1200000000 EUR",
        "40 M€": "40000000 EUR",
        "quatre-vingt-dix-sept": "97",
        "soixante et onze": "71",
        "vingt et un ans": "21 year",
        "deux cent mille": "200000",
        "trois mille milliards de dollars": "3000000000000 USD",
        "entre 300 000 et 500 000 personnes": "300000..500000 personnes between",
        "de 10 à 20 ans": "10..20 year between",
        "plus de 60 %": "60 percent at-least",
        "jusqu’à 40 blessés": "40 at-most",
        "un tiers des membres": "0.333333333333",
        "la moitié de la ville": "0.5",
        "un sur cinq": "0.2",
        "une vingtaine de personnes": "20 personnes about",
        "des dizaines de milliers de gens": "? gens about",
        "3,5 pour cent": "3.5 percent",
    },
    "es": {
        "unos 4 millones de personas": "4000000 personas about",
        "medio millón": "500000",
        "un millón y medio de dólares": "1500000 USD",
        "1.234,5 kilómetros": "1234.5 km",
        "3,400 personas": "3400 personas",
        "dos mil millones de euros": "2000000000 EUR",
        "treinta y uno": "31",
        "doscientos cincuenta mil": "250000",
        "entre 300.000 y 500.000 personas": "300000..500000 personas between",
        "más del 60 por ciento": "60 percent",
        "más de 60 por ciento": "60 percent at-least",
        "hasta 40 heridos": "40 at-most",
        "dos tercios": "0.666666666667",
        "uno de cada cinco": "0.2",
        "decenas de miles de familias": "? familias about",
        "una docena": "12",
    },
    "ar": {
        "نحو 4 ملايين شخص": "4000000 شخص about",
        "نصف مليون شخص": "500000 شخص",
        "٤٠": "40",
        "۴۰": "40",
        "١٬٢٣٤٬٥٦٧": "1234567",
        "٣٫٥ في المئة": "3.5 percent",
        "40 بالمئة": "40 percent",
        "٤٠٪": "40 percent",
        "أكثر من مليوني لاجئ": "2000000 لاجئ at-least",
        "ألفان وخمسمئة": "2500",
        "خَمسة وعشرون": "25",
        "خمسة عشر": "15",
        "مئة وخمسة وعشرون": "125",
        "مليون ونصف": "1500000",
        "ثلاثة ملايين ونصف المليون": "3500000",
        "3 ملايين و500 ألف": "3500000",
        "بين 300 و500 ألف": "300000..500000 between",
        "بين ثلاثمئة ألف وخمسمئة ألف": "300000..500000 between",
        "من 10 إلى 20 يوما": "10..20 day between",
        "1.2 مليار دولار": "1200000000 USD",
        "مليار يورو": "1000000000 EUR",
        "عشرات الآلاف": "? about",
        "40 شخصا على الأقل": "40 شخصا at-least",
        "قرابة عامين": "2 year about",
        "ثلثي السكان": "0.666666666667",
        "واحد من كل خمسة": "0.2",
        "القرار 2254": "-",
    },
    "sv": {"40%": "40 percent", "€5": "5 EUR", "1,250": "1250", "fyra": "-"},
    "ar-SY": {"مليونان": "2000000"},
    "de_AT": {"zwei Drittel": "0.666666666667"},
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(code, text, shown) for code, rows in OTHERS.items() for text, shown in rows.items()],
)
def test_other_languages(language: str, text: str, expected: str) -> None:
    assert shown(parse_quantity(text, language)) == expected


def test_values_are_plain_decimals() -> None:
    quantity = parse_quantity("half a million")
    assert quantity is not None
    assert repr(quantity.value) == "Decimal('500000')"


def test_durations() -> None:
    for text, duration in {
        "12-month": "P12M",
        "48 hours": "PT48H",
        "half an hour": "PT0.5H",
        "two decades": "P20Y",
        "40 people": None,
    }.items():
        quantity = parse_quantity(text)
        assert quantity is not None
        assert quantity.duration == duration


@given(st.integers(0, 10**15), st.sampled_from(["", "people", "%", "km"]))
def test_formatted_integers_read_back(number: int, unit: str) -> None:
    for written in (
        f"{number:,}",
        f"{number:,}".replace(",", "\u00a0"),
        f"{number:,}".replace(",", "’"),
    ):
        quantity = parse_quantity(f"{written} {unit}".strip())
        assert quantity is not None
        assert quantity.value == Decimal(number)


ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int) -> str:
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{TENS[tens]}-{ONES.split()[ones]}" if ones else TENS[tens]
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            head, rest = divmod(number, scale)
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelt(head)} {word}{joint}{spelt(rest)}" if rest else f"{spelt(head)} {word}"
    hundreds, rest = divmod(number, 100)
    return f"{ONES.split()[hundreds]} hundred" + (f" and {spelt(rest)}" if rest else "")


@given(st.integers(1, 10**12 - 1))
def test_spelt_integers_read_back(number: int) -> None:
    quantity = parse_quantity(spelt(number))
    assert quantity is not None
    assert quantity.value == number
