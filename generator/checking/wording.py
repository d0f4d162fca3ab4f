"""How messages name things: quoted texts, ids with their names, alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.links import Fact, LinkedSite, Origin, Register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.diagnostics import SourceFile

_LONGEST = 60
_MOST = 5


def quoted(text: str) -> str:
    """``text`` in quotation marks, on one line, long ones cut in the middle."""
    line = " ".join(text[: 20 * _LONGEST].split())
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 20]} … {line[-16:]}"
    return f"“{line}”"


def listed(items: Sequence[str], joint: str, word: Callable[[str], str] = str) -> str:
    """``a, b or c`` with ``joint`` before the last; no more than five, then how many more.

    ``word`` says how each is shown.
    """
    shown = [word(item) for item in items[:_MOST]]
    if len(items) > _MOST:
        shown.append(f"{len(items) - _MOST} more")
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} {joint} {shown[-1]}"


class Catalogue:
    """What ids and origins stand for, in words."""

    def __init__(self, linked: LinkedSite) -> None:
        site = linked.site
        self._linked = linked
        self._names: dict[Register, Mapping[str, str]] = {
            Register.ARTICLE: {key: item.title for key, item in site.articles.items()},
            Register.ACTOR: {key: item.name for key, item in site.actors.items()},
            Register.FIGURE: {key: item.label for key, item in site.figures.items()},
            Register.PLACE: {key: item.name for key, item in site.places.items()},
            Register.TOPIC: {key: item.title for key, item in site.topics.items()},
            Register.BACKGROUND: {key: item.title for key, item in site.background.items()},
        }

    def name(self, register: Register, key: str) -> str:
        """The name, title or label of an id; of a briefing, the title of its newest article."""
        names = self._names[register]
        if register is Register.ARTICLE and key in self._linked.briefings:
            return names[self._linked.briefings[key].articles[0]]
        return names.get(key, "")

    def owners(self, register: Register, keys: Sequence[str], joint: str) -> str:
        """``a (“Name of a”) or b (“Name of b”)``."""
        return listed(keys, joint, lambda key: f"{key} ({quoted(self.name(register, key))})")

    def did_you_mean(self, register: Register, candidates: Sequence[str]) -> str:
        """``Did you mean a (“Name of a”)?``; empty without candidates."""
        return f"Did you mean {self.owners(register, candidates, 'or')}?" if candidates else ""

    def file(self, origin: Origin) -> SourceFile:
        """The file that a fact stands in."""
        site = self._linked.site
        if origin.register is Register.BACKGROUND:
            return site.background[origin.id].file
        return site.articles[origin.id].file

    def file_of(self, fact: Fact) -> SourceFile:
        """The file that the spans of a fact's annotation are places in."""
        return fact.annotation.source or self.file(fact.origin)

    def place(self, fact: Fact) -> str:
        """Where a fact is annotated: ``path:line``."""
        file = self.file_of(fact)
        return f"{file.path}:{file.position(fact.annotation.span.start).line}"
