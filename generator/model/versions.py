"""Briefings that say the same in different languages.

One version names another (``translation-of``); whoever is joined so, directly or through others, is
one group. The original comes first: the version that is none of another. Where there are several
such, or none (versions that name each other in a circle), the first by id counts as the original.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .article import Article
    from .links import Briefing


def with_versions(
    briefings: Mapping[str, Briefing],
    articles: Mapping[str, Article],
    translations: Mapping[str, str],
) -> Mapping[str, Briefing]:
    """``briefings`` with their ``versions``, themselves among them; those without any, as they are.

    ``translations`` holds, by an article's id, the briefing that its own is a version of. What is
    not among ``articles`` and ``briefings`` joins nothing, nor does a briefing that names itself.
    """
    named = [
        (articles[article].briefing, original)
        for article, original in translations.items()
        if article in articles and original in briefings
    ]
    named = [pair for pair in named if pair[0] != pair[1]]
    groups: dict[str, list[str]] = {}
    for pair in named:
        first, second = (groups.setdefault(key, [key]) for key in pair)
        if first is second:
            continue
        # The smaller joins the greater, so that no briefing is moved often.
        if len(first) < len(second):
            first, second = second, first
        first += second
        groups |= dict.fromkeys(second, first)
    translated = {briefing for briefing, _ in named}
    found: dict[str, tuple[str, ...]] = {}
    for group in groups.values():
        if group[0] not in found:
            ordered = tuple(sorted(group, key=lambda key: (key in translated, key)))
            found |= dict.fromkeys(group, ordered)
    return {
        # Most have none and are left as they are.
        key: replace(item, versions=found.get(key, ())) if key in found or item.versions else item
        for key, item in briefings.items()
    }
