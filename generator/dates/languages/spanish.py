"""Spanish."""

from __future__ import annotations

from generator.dates.items import fold_apostrophes
from generator.dates.language import Language

_COUNT = "dos tres cuatro cinco seis siete ocho nueve diez once doce"

_TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_DECADES = {
    **{f"años {year}": f"{year // 10}X" for year in range(1800, 2030, 10)},
    **{f"años {year}": f"19{year // 10}X" for year in range(20, 100, 10)},
    **{f"años {word}": f"19{ten}X" for ten, word in enumerate(_TENS.split(), 2)},
}

LANGUAGE = Language(
    code="es",
    fold=fold_apostrophes,
    numeric_order="dm",
    months={"setiembre": 9},
    days={
        "anteayer|antes de ayer": -2,
        "ayer|anoche": -1,
        "hoy|esta mañana|esta tarde|esta noche": 0,
        "pasado mañana": 2,
    },
    periods={
        "la semana pasada|semana pasada|la pasada semana": ("week", -1),
        "esta semana": ("week", 0),
        "la próxima semana|la semana próxima|la semana que viene": ("week", 1),
        "el pasado fin de semana|el fin de semana pasado": ("weekend", -1),
        "el mes pasado|mes pasado|el pasado mes": ("month", -1),
        "este mes": ("month", 0),
        "el próximo mes|el mes próximo|el mes que viene": ("month", 1),
        "el año pasado|año pasado|del año pasado|el pasado año": ("year", -1),
        "este año|de este año": ("year", 0),
        "el próximo año|el año próximo|el año que viene": ("year", 1),
    },
    modifiers={"el pasado|del pasado": -1, "este|el presente": 0, "el próximo|del próximo": 1},
    later_modifiers={"pasado": -1, "próximo": 1},
    seasons={"primavera": 21, "verano": 22, "otoño": 23, "invierno": 24},
    edges=(
        "principios de|a principios de|mediados de|a mediados de|finales de|a finales de|"
        "comienzos de|a comienzos de"
    ),
    cues="en|antes de|después de|durante|hacia|para|tras|a partir de|en el mes de",
    year_cues="de|y|del|los|las|entre",
    year_words="el año|año|del año|años",
    since="desde|desde el|desde el año|desde hace",
    until="hasta|hasta el",
    range_from="de|del|desde",
    range_to="a|al|hasta",
    between="entre|entre el",
    between_and="y|y el",
    of="de|del",
    count={
        **{word: value for value, word in enumerate(_COUNT.split(), 2)},
        "un|una": 1,
    },
    units={
        "hora|horas|minutos": "hour",
        "día|días": "day",
        "semana|semanas": "week",
        "mes|meses": "month",
        "año|años": "year",
        "década|décadas": "decade",
    },
    ago_before="hace|hace unos|hace casi|hace más de",
    day_parts="por la mañana|por la tarde|por la noche|en la noche",
    century="siglo",
    quarter="trimestre",
    half="semestre",
    decades=_DECADES,
    ordinals={"primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4},
    not_years=(
        "personas|habitantes|por ciento|por cien|%|euros|dólares|millones|soldados|metros|"
        "kilómetros|muertos"
    ),
)
