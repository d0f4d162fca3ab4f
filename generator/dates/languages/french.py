"""French."""

from __future__ import annotations

from generator.dates.items import fold_apostrophes
from generator.dates.language import Language

_COUNT = "deux trois quatre cinq six sept huit neuf dix onze douze"

_TENS = "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix"
_DECADES = {
    **{f"années {year}": f"{year // 10}X" for year in range(1800, 2030, 10)},
    **{f"années {year}": f"19{year // 10}X" for year in range(20, 100, 10)},
    **{f"années {word}": f"19{ten}X" for ten, word in enumerate(_TENS.split(), 2)},
}

LANGUAGE = Language(
    code="fr",
    fold=fold_apostrophes,
    numeric_order="dm",
    short_months={"juill": 7},
    days={
        "avant-hier": -2,
        "hier": -1,
        "aujourd'hui|ce matin|cet après-midi|ce soir": 0,
        "après-demain": 2,
        "demain": 1,
    },
    periods={
        "la semaine dernière|la semaine passée|semaine dernière": ("week", -1),
        "cette semaine": ("week", 0),
        "la semaine prochaine|semaine prochaine": ("week", 1),
        "le week-end dernier|week-end dernier": ("weekend", -1),
        "le mois dernier|mois dernier|le mois passé": ("month", -1),
        "ce mois-ci": ("month", 0),
        "le mois prochain|mois prochain": ("month", 1),
        "l'année dernière|l'an dernier|l'année passée|l'an passé|année dernière": ("year", -1),
        "cette année": ("year", 0),
        "l'année prochaine|l'an prochain": ("year", 1),
    },
    modifiers={"ce|cet": 0},
    later_modifiers={"dernier|passé": -1, "prochain": 1},
    seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    edges=(
        "début|mi|fin|la fin de|le début de|au début de|à la fin de|au début du mois de|"
        "fin du mois de"
    ),
    cues="en|au mois de|dès|avant|après|vers|pendant|d'ici|courant|durant",
    year_cues="de|et|du|des|à",
    year_words="l'année|l'an|année|en l'an",
    since="depuis|depuis le|depuis le mois de|depuis l'année",
    until="jusqu'en|jusqu'à|jusqu'au",
    range_from="du|de|d'",
    range_to="à|au",
    between="entre|entre le",
    between_and="et|et le",
    of="de|de l'",
    count={
        **{word: value for value, word in enumerate(_COUNT.split(), 2)},
        "un|une": 1,
    },
    units={
        "heure|heures|minutes": "hour",
        "jour|jours": "day",
        "semaine|semaines": "week",
        "mois": "month",
        "an|ans|année|années": "year",
        "décennie|décennies": "decade",
    },
    ago_before="il y a|voici|voilà|il y a environ|il y a près de|il y a plus de",
    day_parts="matin|après-midi|soir|dans la nuit",
    century="siècle",
    quarter="trimestre",
    half="semestre",
    decades=_DECADES,
    ordinals={"premier": 1, "deuxième|second": 2, "troisième": 3, "quatrième": 4},
    suffixes="er|e|ème|ère",
    not_years=(
        "personnes|habitants|pour cent|%|euros|dollars|millions|soldats|mètres|kilomètres|morts"
    ),
)
