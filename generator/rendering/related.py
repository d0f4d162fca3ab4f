"""Related briefings, each with the reason why."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from babel.lists import format_list

from .locales import locale_of
from .teasers import teaser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.links import Briefing, Relation

    from .scope import Scope
    from .views import LinkView, TeaserView

_NAMED: Final = 3


def related(scope: Scope, briefing: Briefing) -> tuple[TeaserView, ...]:
    """The related briefings that are published: the editors' picks first, then the closest."""
    reasons = {relation.briefing: _reason(scope, relation) for relation in briefing.relations}
    return tuple(
        replace(teaser(scope, key), reason=reasons.get(key, ""))
        for key in briefing.related
        if key in scope.index.linked.briefings
    )


def _reason(scope: Scope, relation: Relation) -> str:
    parts = []
    if relation.picked:
        parts.append(scope.say("the editors’ choice"))
    names = tuple(islice(_shared(scope, relation), _NAMED))
    if names:
        listed = format_list(names, locale=locale_of(scope.language))
        parts.append(scope.say("both involve %(names)s", names=listed))
    return " · ".join(parts)


def _shared(scope: Scope, relation: Relation) -> Iterator[str]:
    """The names of what both have, actors and places before subjects and figures."""
    links: Iterator[LinkView | None] = chain(
        map(scope.actor, relation.actors),
        map(scope.place, relation.places),
        map(scope.topic, relation.topics),
        map(scope.series, relation.figures),
    )
    return (link.text for link in links if link is not None)
