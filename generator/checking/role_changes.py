"""Roles in the register of actors that are not what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.article import Status
from generator.model.links import Register

from .change import Change, ChangeKind, Version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import SourceFile, Span
    from generator.model.article import Role
    from generator.model.registers import Actor


def role_changes(old: Version, new: Version) -> Iterator[Change]:
    """Roles in the register: what articles show beside a name follows them."""
    for key, actor in old.site.actors.items():
        later = new.site.actors.get(key)
        if later is None:
            continue
        gone, come = _only(actor.roles, later.roles), _only(later.roles, actor.roles)
        origins = {mention.fact.origin for mention in old.linked.actor_mentions.get(key, ())}
        users = [
            item
            for origin in sorted(origins)
            for item in (
                [old.site.articles[origin.id]]
                if origin.register is Register.ARTICLE
                else old.including.get(origin.id, [])
            )
        ]
        for number in range(max(len(gone), len(come))):
            before = gone[number] if number < len(gone) else None
            after = come[number] if number < len(come) else None
            file, span = _role_place(actor, later, before, after)
            yield Change(
                kind=ChangeKind.ROLE,
                register=Register.ACTOR,
                article=key,
                briefings=tuple(sorted({item.briefing for item in users})),
                path=file.path,
                line=file.position(span.start).line,
                subject=later.name,
                before=_role(before),
                after=_role(after),
                published=any(item.status is Status.PUBLISHED for item in users),
                corrected=False,
            )


def _role_place(
    actor: Actor, later: Actor, before: Role | None, after: Role | None
) -> tuple[SourceFile, Span]:
    if after is not None or before is None:
        return later.file, after.span if after else later.names[0].span
    return actor.file, before.span


def _only(roles: tuple[Role, ...], others: tuple[Role, ...]) -> list[Role]:
    known = {_role(role) for role in others}
    return [role for role in roles if _role(role) not in known]


def _role(role: Role | None) -> str:
    """``Minister (from 2019 to 2021)``."""
    if role is None:
        return ""
    parts = [
        f"{word} {date.text}"
        for word, date in (("from", role.start), ("to", role.end))
        if date is not None
    ]
    return f"{role.title} ({' '.join(parts)})" if parts else role.title
