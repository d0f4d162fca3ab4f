"""Direction and script of languages, and which of them a name is written in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_RIGHT_TO_LEFT: Final = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"})

# The script of a language where its tag names none (Unicode's likely subtags); Latin otherwise.
_LANGUAGES: Final = {
    "Arab": "ar arz ary apc azb ckb fa glk ks lrc mzn pnb prs ps sd ug ur",
    "Hebr": "he iw ji yi",
    "Cyrl": "be bg ce kk ky mk mn os ru sr tg tt uk",
    "Deva": "hi mr ne sa",
    "Ethi": "am ti",
    "Syrc": "arc syr",
    "Thaa": "dv",
    "Nkoo": "nqo",
    "Rohg": "rhg",
    "Mand": "mid",
    "Beng": "bn",
    "Grek": "el",
    "Armn": "hy",
    "Geor": "ka",
    "Khmr": "km",
    "Laoo": "lo",
    "Mymr": "my",
    "Taml": "ta",
    "Telu": "te",
    "Thai": "th",
    "Hani": "zh yue",
    "Jpan": "ja",
    "Kore": "ko",
}
_SCRIPTS: Final = {
    language: script for script, languages in _LANGUAGES.items() for language in languages.split()
}
# Scripts whose readers also read the second one in names.
_WRITTEN_IN: Final = {
    "Hans": "Hani",
    "Hant": "Hani",
    "Jpan": "Hani",
    "Kore": "Hang",
    "Kana": "Hani",
    "Hira": "Hani",
}
_LETTERS: Final = re.compile(
    r"(?P<Latn>[A-Za-zªºÀ-ÖØ-öø-ʸᴀ-ᴥḀ-ỿﬀ-ﬆ])"
    r"|(?P<Arab>[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfc\ufe70-\ufefc])"
    r"|(?P<Cyrl>[\u0400-\u052f\u1c80-\u1c8f])"
    r"|(?P<Hebr>[\u05d0-\u05f4\ufb1d-\ufb4f])"
    r"|(?P<Grek>[\u0370-\u03ff\u1f00-\u1fff])"
    r"|(?P<Deva>[\u0900-\u097f])|(?P<Beng>[\u0980-\u09ff])|(?P<Taml>[\u0b80-\u0bff])"
    r"|(?P<Telu>[\u0c00-\u0c7f])|(?P<Thai>[\u0e00-\u0e7f])|(?P<Laoo>[\u0e80-\u0eff])"
    r"|(?P<Mymr>[\u1000-\u109f])|(?P<Geor>[\u10a0-\u10ff\u1c90-\u1cbf])"
    r"|(?P<Armn>[\u0530-\u058f])|(?P<Ethi>[\u1200-\u139f])|(?P<Khmr>[\u1780-\u17ff])"
    r"|(?P<Syrc>[\u0700-\u074f])|(?P<Thaa>[\u0780-\u07bf])|(?P<Nkoo>[\u07c0-\u07ff])"
    r"|(?P<Hang>[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af])"
    r"|(?P<Hani>[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff])"
)
_SCRIPT_SUBTAG: Final = 4


@lru_cache(maxsize=256)
def script_of(language: str) -> str:
    """The ISO 15924 code of the script that a BCP 47 language is written in."""
    primary, *subtags = language.replace("_", "-").split("-")
    for subtag in subtags:
        if len(subtag) == _SCRIPT_SUBTAG and subtag.isalpha():
            script = subtag.title()
            break
    else:
        script = _SCRIPTS.get(primary.lower(), "Latn")
    return script


def direction(language: str) -> str:
    """``rtl`` or ``ltr``: how text in ``language`` runs."""
    return "rtl" if script_of(language) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=16384)
def script_in(text: str) -> str:
    """The script of the first letter of ``text``; ``""`` where it has no letter that we know."""
    match = _LETTERS.search(text)
    return match.lastgroup or "" if match else ""


def matches_script(text: str, language: str) -> bool:
    """Whether ``text`` is written in the script of ``language``; text without letters is."""
    script = script_of(language)
    return script_in(text) in {"", _WRITTEN_IN.get(script, script)}


def foreign_language(text: str, language: str) -> str:
    """The tag that marks ``text`` on a page in ``language``: ``""`` where its script is the page's.

    A name says which script it is in but not which language, hence ``und-Arab``.
    """
    return "" if matches_script(text, language) else f"und-{script_in(text)}"


def differing(language: str, page_language: str) -> str:
    """``language``, or ``""`` where it is the page's own."""
    return "" if language == page_language else language
