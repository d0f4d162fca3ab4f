"""Actors where they are mentioned: name, role at the time, initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.registers import Actor, ActorKind

from .views import ActorView, LinkView

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.model.article import Role
    from generator.model.links import Mention

    from .scope import Scope

_KINDS: Final = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organisation",
    ActorKind.PUBLIC_BODY: "Public body",
    ActorKind.COMPANY: "Company",
    ActorKind.LEGAL_ENTITY: "Legal entity",
    ActorKind.STATE: "State",
    ActorKind.ARMED_GROUP: "Armed group",
}


def mentioned_actors(
    scope: Scope, mentions: Iterable[Mention], date: dt.date
) -> tuple[ActorView, ...]:
    """The actors of a page, each once. ``date`` counts where a text has no date of its own."""
    found: dict[str, ActorView] = {}
    for mention in mentions:
        key = mention.id or f" {mention.fact.annotation.text}"
        if key not in found:
            found[key] = _mentioned(scope, mention, date)
    return tuple(found.values())


def actor_view(scope: Scope, actor: Actor, role: str) -> ActorView:
    """An actor with the role that is shown."""
    return ActorView(
        scope.actor(actor.id) or LinkView(actor.name),
        role,
        initials(actor.name, person=actor.kind is ActorKind.PERSON),
        actor.kind is ActorKind.PERSON,
    )


def kind_word(scope: Scope, kind: ActorKind) -> str:
    """The word for what an actor is."""
    return scope.say(_KINDS[kind])


def role_on(actor: Actor, date: dt.date) -> str:
    """The roles held on a day, the one taken up last first."""
    held = [role for role in actor.roles if _held(role, date)]
    held.sort(key=lambda role: role.start.sort_key if role.start else (0, 0, ""), reverse=True)
    return ", ".join(dict.fromkeys(role.title for role in held))


def initials(name: str, *, person: bool) -> str:
    """Up to two letters: those of the first and the last name, or the beginning of one word."""
    letters = []
    words = name.split()
    for word in words:
        # "al-Assad" and "von" stand behind what a name is known by.
        letter = next((char for char in word if char.isupper()), "")
        if not letter and word[0].isalpha() and word.lower() == word.upper():
            letter = word[0]
        if letter:
            letters.append(letter)
    if len(letters) > 1:
        return letters[0] + (letters[-1] if person else letters[1])
    stem = next((word for word in words if letters and letters[0] in word), name)
    plain = "".join(char for char in stem if char.isalnum())
    return plain[:1] if person or plain.lower() == plain.upper() else plain[:2].upper()


def _mentioned(scope: Scope, mention: Mention, date: dt.date) -> ActorView:
    actor = scope.index.linked.site.actors.get(mention.id)
    if actor is None:
        name = mention.fact.annotation.text
        return ActorView(scope.name(name), mention.role, initials(name, person=False), person=False)
    held = role_on(actor, scope.index.dated(mention.fact.origin) or date)
    role = " · ".join(part for part in (held, mention.role) if part)
    return actor_view(scope, actor, role)


def _held(role: Role, date: dt.date) -> bool:
    first = role.start.earliest if role.start else None
    last = role.end.latest if role.end else None
    return (first is None or first <= date) and (last is None or date <= last)
