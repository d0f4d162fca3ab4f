"""French."""

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


def fold(word: str) -> str:
    """Lower case, with one form of apostrophe."""
    return word.lower().replace("’", "'")


_NUMBERS: dict[str, Entry] = {
    **weak(counted("zéro un/une")),
    **counted(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2
    ),
    **cardinals(
        {
            "vingt vingts": 20,
            "trente": 30,
            "quarante": 40,
            "cinquante": 50,
            "soixante": 60,
            "septante": 70,
            "huitante octante": 80,
            "nonante": 90,
        }
    ),
    **rows(Role.HUNDRED, {"cent cents": 100}, alone=True),
    **rows(Role.SCALE, {"mille": 1000}, alone=True),
    **rows(
        Role.SCALE,
        {
            "million mio": 10**6,
            "milliard md mds mrd mrds": 10**9,
            "billion": 10**12,
            "billiard": 10**15,
        },
    ),
    **rows(
        Role.PLURAL,
        {
            "centaines": 100,
            "milliers": 10**3,
            "millions": 10**6,
            "milliards": 10**9,
            "billions": 10**12,
        },
    ),
    **rows(Role.DOZEN, {"douzaine": 12}),
    **rows(
        Role.ROUND,
        {
            "dizaine": 10,
            "quinzaine": 15,
            "vingtaine": 20,
            "trentaine": 30,
            "quarantaine": 40,
            "cinquantaine": 50,
            "soixantaine": 60,
            "centaine": 100,
            "millier": 1000,
        },
    ),
    **vague("dizaines douzaines"),
    **rows(Role.HALF, {"demi demie": "0.5"}),
    **rows(
        Role.FRACTION,
        {
            "tiers": 3,
            "quart quarts": 4,
            "cinquième cinquièmes": 5,
            "sixièmes": 6,
            "huitièmes": 8,
            "dixième dixièmes": 10,
        },
    ),
    **rows(Role.SHARE, {"moitié": "0.5"}),
}

_UNITS = {
    **dict.fromkeys(("pour cent", "pourcent", "p. 100"), PERCENT),
    **units(
        QuantityKind.PERCENT,
        {
            "percentage point": "point de pourcentage|points de pourcentage",
            "basis point": "point de base|points de base",
        },
    ),
    **units(
        QuantityKind.DURATION,
        {
            "second": "seconde|secondes",
            "minute": "minute|minutes|mn",
            "hour": "heure|heures",
            "day": "jour|jours|journée|journées",
            "week": "semaine|semaines",
            "month": "mois",
            "year": "an|ans|année|années",
            "decade": "décennie|décennies",
            "century": "siècle|siècles",
        },
    ),
    **units(
        QuantityKind.MEASURE,
        {
            "mm": "millimètre|millimètres",
            "cm": "centimètre|centimètres",
            "m": "mètre|mètres",
            "km": "kilomètre|kilomètres",
            "m2": "mètre carré|mètres carrés",
            "km2": "kilomètre carré|kilomètres carrés|km carrés",
            "m3": "mètre cube|mètres cubes",
            "ha": "hectare|hectares",
            "g": "gramme|grammes",
            "kg": "kilogramme|kilogrammes|kilo|kilos",
            "t": "tonne|tonnes",
            "L": "litre|litres",
            "barrel": "baril|barils",
            "barrel/d": "barils par jour|barils/jour",
            "km/h": "kilomètres à l'heure|kilomètres par heure|kilomètres-heure",
            "MW": "mégawatt|mégawatts",
            "GW": "gigawatt|gigawatts",
            "kWh": "kilowattheure|kilowattheures",
            "Cel": "degré|degrés|degrés celsius",
        },
    ),
    **money(
        {
            "dollar": "USD",
            "dollars": "USD",
            "euro": "EUR",
            "euros": "EUR",
            "livre sterling": "GBP",
            "livres sterling": "GBP",
            "yen": "JPY",
            "yens": "JPY",
            "yuan": "CNY",
            "yuans": "CNY",
            "francs cfa": "XOF",
            "francs suisses": "CHF",
            "franc suisse": "CHF",
            "rouble": "RUB",
            "roubles": "RUB",
            "shekel": "ILS",
            "shekels": "ILS",
            "roupies": "INR",
            "hryvnias": "UAH",
        }
    ),
    **coupled(
        {"américains": "USD", "australiens": "AUD", "canadiens": "CAD", "us": "USD"},
        ("dollars",),
        adjective_first=False,
    ),
    **coupled(
        {"syriennes": "SYP", "égyptiennes": "EGP", "libanaises": "LBP", "turques": "TRY"},
        ("livres", "lires"),
        adjective_first=False,
    ),
    **coupled(
        {"tunisiens": "TND", "algériens": "DZD", "irakiens": "IQD"},
        ("dinars",),
        adjective_first=False,
    ),
    **coupled({"marocains": "MAD", "émiratis": "AED"}, ("dirhams",), adjective_first=False),
}

_STOPS = words("""
    a à ainsi alors après arrêtés au aucun aussi autre autres aux avaient avait avant avec avoir
    blessés bléssées car ce ces cet cette chez comme contre d' dans de déjà depuis derrière des
    devant donc dont du durant elle elles en encore entre est et était étaient été être eux fois
    furent hier hors il ils jusqu' l' la là le les leur leurs lors lorsque lui mais malgré même mois
    moins n' ne ni non nous on ont ou où outre par parce parmi pas pendant plus pour pourraient
    pourrait près qu' quand que qui quoi s' sans sauf se selon sera seront ses si soit son sont sous
    suite sur tandis tant tous tout très tuant un une vers vivent vivaient vous y
    """)

LANGUAGE = Language(
    code="fr",
    grouping=".",
    decimals=",.",
    word=r"[^\W\d_]+['’]?",
    fold=fold,
    numbers=_NUMBERS,
    vigesimal=True,
    joins=frozenset({"et"}),
    minus=frozenset({"moins"}),
    joins_tens=True,
    articles=frozenset({"un", "une"}),
    definite_articles=frozenset({"la"}),
    one_is_an_article=True,
    and_half={"et demi": Decimal("0.5"), "et demie": Decimal("0.5"), "et quart": Decimal("0.25")},
    whole=words("de des du d' la"),
    suffixes={"k": 10**3, "K": 10**3, "M": 10**6, "Md": 10**9, "Mds": 10**9},
    abbreviations=words("md mds mrd mrds mio"),
    of=frozenset({"de", "d'", "des"}),
    vague_before=words("plusieurs quelques"),
    units=_UNITS,
    before={
        **SIGNS_BEFORE,
        **qualifiers(
            {
                Qualifier.ABOUT: (
                    "environ|quelque|quelques|près de|près d'|presque|autour de|à peu près|"
                    "approximativement|aux alentours de|pas loin de|une estimation de|quasi|"
                    "quasiment|de l'ordre de"
                ),
                Qualifier.AT_LEAST: (
                    "au moins|plus de|plus d'|au minimum|pas moins de|pas moins d'|minimum|"
                    "au-delà de|bien plus de"
                ),
                Qualifier.AT_MOST: (
                    "jusqu'à|jusqu'à près de|au plus|au maximum|moins de|moins d'|pas plus de|"
                    "tout au plus"
                ),
            }
        ),
    },
    after={
        **SIGNS_BEHIND,
        **qualifiers(
            {
                Qualifier.AT_LEAST: "ou plus|et plus|au moins|au minimum",
                Qualifier.AT_MOST: "ou moins|au plus|au maximum|tout au plus",
                Qualifier.ABOUT: "environ|à peu près",
            }
        ),
    },
    loose=words("quelque quelques"),
    between=frozenset({"entre"}),
    between_and=frozenset({"et"}),
    range_from=frozenset({"de"}),
    range_to=frozenset({"à"}),
    range_or=frozenset({"ou"}),
    changes=words("passé passée passer passe augmenté baissé progressé reculé tombé monté chuté"),
    ratio=("sur",),
    ago_before=("il y a", "voici"),
    labels=words("""
        formule n° no n numéro article articles art page pages p chapitre résolution résolutions
        paragraphe alinéa année an vol ligne rue salle chambre boeing airbus phase tome niveau
        groupe type annexe section # § route place
        """),
    months=words("""
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv
        févr avr juil sept oct nov déc
        """),
    clock_before=("à", "vers", "dès"),
    streets=words("rue avenue boulevard quai allée impasse"),
    clock=("heures du matin", "heures du soir", "heures GMT", "h"),
    compounds={},
    nouns=NounPolicy.FIRST,
    noun_stops=_STOPS,
    noun_skips=words("autres nouveaux nouvelles"),
    participles=words("tués tuées blessés blessées morts mortes disparus arrêtés mort"),
    people=words("""
        personnes habitants enfants femmes hommes civils soldats réfugiés migrants manifestants
        maisons logements emplois policiers
        """),
)

LANGUAGES = {"fr": LANGUAGE}
