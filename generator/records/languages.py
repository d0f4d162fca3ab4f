"""Language tags: BCP 47 (RFC 5646), in the case that it recommends.

Names known to CLDR count as registered. A tag that CLDR knows a better one for (``iw``, ``eng``,
``en-UK``) is replaced, as RFC 5646, section 4.5 asks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .faults import Kind, Refusal
from .nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

# RFC 5646, section 2.1. No language has a subtag of four to eight letters, so none is accepted.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)"
    r"(?P<private>(?:-x(?:-[a-z0-9]{1,8})+)?)",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 60


@cache
def read_language(text: str) -> str:
    """``text`` as a language tag in its canonical case: ``en``, ``en-GB``, ``zh-Hant``.

    Raises:
        Refusal: it is no language tag, or one of an unknown language, script or region.
    """
    tag = text.strip()
    parts = _TAG.fullmatch(tag) if len(tag) <= _LONGEST else None
    if parts is None:
        raise _refusal(tag)
    from babel import Locale  # noqa: PLC0415 - slow to load, and most runs see a few tags only
    from babel.core import get_global  # noqa: PLC0415

    english = Locale("en")
    language = parts["language"].lower()
    better = get_global("language_aliases").get(language, "")
    if better and "_" not in better:
        language = better
    if language not in english.languages and language not in get_global("likely_subtags"):
        raise _refusal(tag)
    script = (parts["script"] or "").title()
    if script and script not in english.scripts:
        raise Refusal(Kind.LANGUAGE, f"in which {script} is no known script", _EXAMPLE)
    region = (parts["region"] or "").upper()
    successors = get_global("territory_aliases").get(region, ())
    if len(successors) == 1:
        region = successors[0]
    if region and region not in english.territories:
        raise Refusal(Kind.LANGUAGE, f"in which {region} is no known region", _EXAMPLE)
    head = "-".join(
        part for part in (language, parts["extended"][1:].lower(), script, region) if part
    )
    tail = parts["variants"] + parts["extensions"] + parts["private"]
    return head + tail.lower()


_EXAMPLE = "Write a tag such as en, en-GB, ar or zh-Hant"


def _refusal(tag: str) -> Refusal:
    from babel import Locale  # noqa: PLC0415 - see read_language

    names: dict[str, str] = {}
    for code in _COMMON:
        own = Locale(code)
        shown: Mapping[str, str] = own.languages
        names.setdefault(shown.get(code, code).casefold(), code)
    for code, name in sorted(Locale("en").languages.items()):
        names.setdefault(name.casefold(), code.replace("_", "-"))
    found = nearest(tag, names)
    if not found:
        return Refusal(Kind.LANGUAGE, "which is no language tag", _EXAMPLE)
    return Refusal(
        Kind.LANGUAGE,
        "which is no language tag",
        f"Write {names[found]}",
        proposed=names[found],
        certain=found == tag.casefold(),
    )


# Languages that editors may name in their own words.
_COMMON = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
