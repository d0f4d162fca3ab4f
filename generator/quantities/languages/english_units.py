"""What English counts and measures in."""

from __future__ import annotations

from generator.quantities.currencies import coupled, money
from generator.quantities.found import QuantityKind
from generator.quantities.language import Unit
from generator.quantities.measures import PERCENT, units

TIMES = Unit("times", QuantityKind.COUNT)

UNITS = {
    "times": TIMES,
    **dict.fromkeys(("percent", "per cent", "pct", "pc"), PERCENT),
    **units(
        QuantityKind.PERCENT,
        {
            "percentage point": "percentage point|percentage points",
            "basis point": "basis point|basis points",
        },
    ),
    **units(
        QuantityKind.DURATION,
        {
            "second": "second|seconds",
            "minute": "minute|minutes",
            "hour": "hour|hours",
            "day": "day|days",
            "week": "week|weeks",
            "month": "month|months",
            "year": "year|years|yr|yrs",
            "decade": "decade|decades",
            "century": "century|centuries",
        },
    ),
    **units(
        QuantityKind.MEASURE,
        {
            "mm": "millimetre|millimetres|millimeter|millimeters",
            "cm": "centimetre|centimetres|centimeter|centimeters",
            "m": "metre|metres|meter|meters",
            "km": "kilometre|kilometres|kilometer|kilometers",
            "in": "inch|inches",
            "ft": "foot|feet",
            "yd": "yard|yards",
            "mi": "mile|miles",
            "nmi": "nautical mile|nautical miles",
            "m2": "square metre|square metres|square meter|square meters|sq m|sq. m|sq. metres",
            "km2": (
                "square kilometre|square kilometres|square kilometer|square kilometers|sq km|"
                "sq. km|sqkm|sq kilometres|sq kilometers"
            ),
            "ft2": "square foot|square feet|sq ft|sq. ft|sq. ft.",
            "mi2": "square mile|square miles|sq mi|sq. mi|sq miles|sq. miles",
            "m3": "cubic metre|cubic metres|cubic meter|cubic meters",
            "ha": "hectare|hectares",
            "acre": "acre|acres",
            "g": "gram|grams|gramme|grammes",
            "kg": "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos",
            "t": "tonne|tonnes|ton|tons|metric ton|metric tons|metric tonnes",
            "kt": "kiloton|kilotons|kilotonne|kilotonnes",
            "Mt": "megaton|megatons|megatonne|megatonnes",
            "lb": "lb|lbs|pounds of",
            "oz": "ounce|ounces",
            "L": "litre|litres|liter|liters",
            "gal": "gallon|gallons",
            "barrel": "barrel|barrels",
            "barrel/d": "barrels per day|barrels a day|barrels of oil per day|barrels of oil a day",
            "km/h": (
                "km per hour|km an hour|kilometres per hour|kilometers per hour|kilometres an hour|"
                "kilometers an hour"
            ),
            "mi/h": "miles per hour|miles an hour",
            "kW": "kilowatt|kilowatts",
            "MW": "megawatt|megawatts",
            "GW": "gigawatt|gigawatts",
            "kWh": "kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours",
            "MWh": "megawatt hour|megawatt hours|megawatt-hour|megawatt-hours",
            "GWh": "gigawatt hour|gigawatt hours|gigawatt-hour|gigawatt-hours",
            "Cel": "celsius|degrees celsius|degree celsius|degrees centigrade|degrees c",
            "degF": "fahrenheit|degrees fahrenheit|degree fahrenheit|degrees f",
            "deg": "degree|degrees",
        },
    ),
    **money(
        {
            "dollar": "USD",
            "dollars": "USD",
            "euro": "EUR",
            "euros": "EUR",
            "pound": "GBP",
            "pounds": "GBP",
            "pounds sterling": "GBP",
            "yen": "JPY",
            "yuan": "CNY",
            "renminbi": "CNY",
            "rupee": "INR",
            "rupees": "INR",
            "ruble": "RUB",
            "rubles": "RUB",
            "rouble": "RUB",
            "roubles": "RUB",
            "lira": "TRY",
            "liras": "TRY",
            "shekel": "ILS",
            "shekels": "ILS",
            "hryvnia": "UAH",
            "hryvnias": "UAH",
            "rand": "ZAR",
            "naira": "NGN",
            "baht": "THB",
            "rupiah": "IDR",
            "zloty": "PLN",
            "zlotys": "PLN",
            "reais": "BRL",
            "swiss franc": "CHF",
            "swiss francs": "CHF",
        }
    ),
    **coupled(
        {
            "us": "USD",
            "american": "USD",
            "australian": "AUD",
            "canadian": "CAD",
            "new zealand": "NZD",
            "hong kong": "HKD",
            "singapore": "SGD",
            "taiwan": "TWD",
        },
        ("dollar", "dollars"),
    ),
    **coupled(
        {
            "british": "GBP",
            "syrian": "SYP",
            "egyptian": "EGP",
            "lebanese": "LBP",
            "sudanese": "SDG",
        },
        ("pound", "pounds"),
    ),
    **coupled({"indian": "INR", "pakistani": "PKR", "sri lankan": "LKR"}, ("rupee", "rupees")),
    **coupled({"turkish": "TRY", "syrian": "SYP", "lebanese": "LBP"}, ("lira", "liras")),
    **coupled(
        {"saudi": "SAR", "qatari": "QAR", "iranian": "IRR", "yemeni": "YER", "omani": "OMR"},
        ("riyal", "riyals", "rial", "rials"),
    ),
    **coupled(
        {
            "iraqi": "IQD",
            "jordanian": "JOD",
            "kuwaiti": "KWD",
            "libyan": "LYD",
            "tunisian": "TND",
            "algerian": "DZD",
            "bahraini": "BHD",
            "serbian": "RSD",
        },
        ("dinar", "dinars"),
    ),
    **coupled({"uae": "AED", "emirati": "AED", "moroccan": "MAD"}, ("dirham", "dirhams")),
    **coupled({"mexican": "MXN", "argentine": "ARS", "chilean": "CLP"}, ("peso", "pesos")),
    **coupled({"colombian": "COP", "philippine": "PHP"}, ("peso", "pesos")),
    **coupled(
        {"danish": "DKK", "norwegian": "NOK", "swedish": "SEK"},
        ("krone", "kroner", "krona", "kronor", "crowns"),
    ),
    **coupled({"south korean": "KRW", "korean": "KRW"}, ("won",)),
}
