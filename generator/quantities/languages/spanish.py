"""Spanish.

A comma before exactly three digits groups thousands, as Mexico and Central America write; a full
stop does too, as Spain and South America write. Numbers with exactly three decimals are rare in
reports, so this loses little.
"""

from __future__ import annotations

from decimal import Decimal

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
from generator.quantities.language import Entry, Language, NounPolicy, Role
from generator.quantities.measures import PERCENT, units

_HUNDRED_STEMS = "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"


def _hundreds() -> dict[str, int | str]:
    stems = enumerate(_HUNDRED_STEMS.split(), 2)
    return {f"{stem}os {stem}as": value * 100 for value, stem in stems}


_NUMBERS: dict[str, Entry] = {
    **weak(counted("cero un/una/uno")),
    **counted(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis/dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna "
        "veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco veintiséis/veintiseis "
        "veintisiete veintiocho veintinueve treinta",
        2,
    ),
    **cardinals({"cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80}),
    **cardinals({"noventa": 90, "cien ciento": 100}),
    **cardinals(_hundreds()),
    **rows(Role.SCALE, {"mil": 1000}, alone=True),
    **rows(Role.SCALE, {"millón": 10**6, "millardo": 10**9, "billón": 10**12, "trillón": 10**18}),
    **rows(
        Role.PLURAL,
        {
            "cientos centenares": 100,
            "miles millares": 10**3,
            "millones": 10**6,
            "millardos": 10**9,
            "billones": 10**12,
        },
    ),
    **rows(Role.DOZEN, {"docena": 12}),
    **rows(
        Role.ROUND,
        {
            "decena": 10,
            "quincena": 15,
            "veintena": 20,
            "treintena": 30,
            "centenar": 100,
            "millar": 1000,
        },
    ),
    **vague("decenas docenas"),
    **rows(Role.HALF, {"medio media": "0.5"}),
    **rows(
        Role.FRACTION,
        {
            "tercio tercios terceras": 3,
            "cuarto cuartos cuartas": 4,
            "quinto quintos quintas": 5,
            "décimo décimos décimas": 10,
        },
    ),
    **rows(Role.SHARE, {"mitad": "0.5"}),
}

_UNITS = {
    **dict.fromkeys(("por ciento", "por cien"), PERCENT),
    **units(
        QuantityKind.PERCENT,
        {
            "percentage point": "punto porcentual|puntos porcentuales",
            "basis point": "punto básico|puntos básicos",
        },
    ),
    **units(
        QuantityKind.DURATION,
        {
            "second": "segundo|segundos",
            "minute": "minuto|minutos",
            "hour": "hora|horas",
            "day": "día|días",
            "week": "semana|semanas",
            "month": "mes|meses",
            "year": "año|años",
            "decade": "década|décadas",
            "century": "siglo|siglos",
        },
    ),
    **units(QuantityKind.AGE, {"year": "año de edad|años de edad"}),
    **units(
        QuantityKind.MEASURE,
        {
            "mm": "milímetro|milímetros",
            "cm": "centímetro|centímetros",
            "m": "metro|metros",
            "km": "kilómetro|kilómetros",
            "mi": "milla|millas",
            "m2": "metro cuadrado|metros cuadrados",
            "km2": "kilómetro cuadrado|kilómetros cuadrados|km cuadrados",
            "m3": "metro cúbico|metros cúbicos",
            "ha": "hectárea|hectáreas",
            "g": "gramo|gramos",
            "kg": "kilogramo|kilogramos|kilo|kilos",
            "t": "tonelada|toneladas",
            "L": "litro|litros",
            "barrel": "barril|barriles",
            "barrel/d": "barriles por día|barriles diarios|barriles al día",
            "km/h": "kilómetros por hora",
            "MW": "megavatio|megavatios",
            "GW": "gigavatio|gigavatios",
            "kWh": "kilovatio hora|kilovatios hora",
            "Cel": "grado|grados|grados centígrados|grados celsius",
        },
    ),
    **money(
        {
            "dólar": "USD",
            "dólares": "USD",
            "euro": "EUR",
            "euros": "EUR",
            "libra esterlina": "GBP",
            "libras esterlinas": "GBP",
            "yen": "JPY",
            "yenes": "JPY",
            "yuan": "CNY",
            "yuanes": "CNY",
            "francos suizos": "CHF",
            "rublo": "RUB",
            "rublos": "RUB",
            "reales": "BRL",
        }
    ),
    **coupled(
        {"estadounidenses": "USD", "australianos": "AUD", "canadienses": "CAD"},
        ("dólares",),
        adjective_first=False,
    ),
    **coupled(
        {"mexicanos": "MXN", "argentinos": "ARS", "chilenos": "CLP", "colombianos": "COP"},
        ("pesos",),
        adjective_first=False,
    ),
    **coupled(
        {"sirias": "SYP", "turcas": "TRY", "egipcias": "EGP"},
        ("libras", "liras"),
        adjective_first=False,
    ),
}

_STOPS = words("""
    a ahora al algo ante antes aún aunque bajo cada casi como con contra cuando cuyo de del desde
    después donde durante e el ella ellas ellos en entre era eran es esa ese eso esta estaban está
    están este esto fue fueron ha había habían habían han hasta hay hayan hoy la las le les lo los
    mas más me mediante mientras muertos murieron muy ni no nos o otra otras otro otros para pero
    perdieron por porque pues que quedaron que quien quienes resultaron se según ser será serán si
    sido sin sobre son su sus también tan tanto tras tuvieron u un una unas uno unos vez viven y ya
    """)

LANGUAGE = Language(
    code="es",
    grouping=".,",
    decimals=",.",
    numbers=_NUMBERS,
    joins=frozenset({"y"}),
    minus=frozenset({"menos"}),
    joins_tens=True,
    articles=frozenset({"un", "una"}),
    definite_articles=frozenset({"la"}),
    one_is_an_article=True,
    and_half={"y medio": Decimal("0.5"), "y media": Decimal("0.5")},
    whole=words("de del"),
    suffixes={"k": 10**3, "K": 10**3, "M": 10**6},
    of=frozenset({"de"}),
    fraction_tails=frozenset({"partes"}),
    vague_before=words("varios varias algunos algunas pocos pocas muchos muchas"),
    units=_UNITS,
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: (
                    "unos|unas|cerca de|casi|alrededor de|aproximadamente|en torno a|"
                    "prácticamente|estimado en|se estima en|aproximado de"
                ),
                Qualifier.AT_LEAST: (
                    "al menos|por lo menos|más de|como mínimo|no menos de|cuando menos|"
                    "un mínimo de|mínimo|superior a|por encima de"
                ),
                Qualifier.AT_MOST: (
                    "hasta|como máximo|menos de|a lo sumo|no más de|un máximo de|máximo|"
                    "por debajo de|inferior a"
                ),
            }
        ),
    },
    after={
        **SIGNS_BEHIND,
        **qualifiers(
            {
                Qualifier.AT_LEAST: "o más|como mínimo|al menos",
                Qualifier.AT_MOST: "o menos|como máximo|a lo sumo",
                Qualifier.ABOUT: "aproximadamente|más o menos",
            }
        ),
    },
    loose=frozenset({"hasta", "unos", "unas"}),
    between=frozenset({"entre"}),
    between_and=frozenset({"y", "e"}),
    range_from=frozenset({"de"}),
    range_to=frozenset({"a"}),
    range_or=frozenset({"o", "u"}),
    changes=words("pasó pasaron subió bajó aumentó cayó creció redujo pasando"),
    ratio=("de cada",),
    ago=frozenset({"atrás"}),
    ago_before=("hace",),
    labels=words("""
        fórmula n nº n.º núm número artículo artículos art página páginas pág capítulo resolución
        resoluciones párrafo año vuelo línea calle sala habitación boeing airbus fase tomo nivel
        grupo tipo anexo sección # § ruta
        """),
    months=words("""
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre
        """),
    month_of=frozenset({"de"}),
    clock_before=("a las", "a la", "hacia las"),
    clock=("horas GMT", "de la mañana", "de la tarde", "de la noche", "am", "pm", "a.m", "p.m"),
    nouns=NounPolicy.FIRST,
    noun_stops=_STOPS,
    noun_skips=words("nuevos nuevas"),
    participles=words("muertos muertas heridos heridas desaparecidos detenidos"),
    people=words("""
        personas habitantes niños mujeres hombres civiles soldados refugiados migrantes casas
        manifestantes viviendas empleos policías
        """),
)

LANGUAGES = {"es": LANGUAGE}
