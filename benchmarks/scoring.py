"""Corpora of texts with what is to be found in them, and how well something found it.

A corpus is JSON lines, one text a line::

    {"language": "en", "date": "2021-05-10", "text": "NATO counted 40 boats on Monday.",
     "actors": {"nato": ["NATO"]}, "kinds": {"nato": "Organization"},
     "gold": [{"kind": "actor", "start": 0, "end": 4, "ref": "nato"},
              {"kind": "figure", "start": 13, "end": 21, "value": 40, "unit": "boats"},
              {"kind": "event", "start": 25, "end": 31, "date": "2021-05-10"}]}

``date`` is the day of publication, ``actors`` the register with the names of each entry, ``kinds``
(may be left out) the entries that are no Organization. Offsets are code points into ``text``, the
end not included; spans take in qualifier, sign and unit, no preposition. A ``figure`` has
``value``, or ``low`` and ``high``, or none of them where nobody counted ("dozens"); numbers with
decimals may be strings. ``unit`` ("" for none) and ``qualifier`` are compared where given. An
``event`` has its ``date`` in EDTF; every date in the text is one. An ``actor`` has the ``ref`` it
stands for, "" where the register has no entry for it.

What is found counts for gold of its kind where their common part is at least half of both taken
together, each once, the best first. ``exact`` is the same with equal places only.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

KINDS = ("figure", "event", "actor")
"""The kinds, in the order in which they are printed."""

_VALUES = {"figure": ("value", "low", "high"), "event": ("date",), "actor": ("ref",)}
_MORE = ("unit", "qualifier")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of one kind, and what it says: ``facts`` under the names that a corpus has."""

    kind: str
    start: int
    end: int
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of a corpus."""

    place: str
    language: str
    date: dt.date
    text: str
    actors: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    gold: tuple[Mark, ...]


@dataclass(slots=True)
class Score:
    """Counts of one kind: of gold, of what was found, and of the pairs that they make."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    values: int = 0
    compared: dict[str, int] = field(default_factory=dict)
    equal: dict[str, int] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        """The part of what was found that is right; ``None`` where nothing was found."""
        return self.matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The part of gold that was found; ``None`` where there is none."""
        return self.matched / self.gold if self.gold else None

    @property
    def f(self) -> float | None:
        """The harmonic mean of precision and recall; ``None`` where there is nothing at all."""
        return 2 * self.matched / both if (both := self.gold + self.found) else None

    @property
    def exact_f(self) -> float | None:
        """The same of equal places."""
        return 2 * self.exact / both if (both := self.gold + self.found) else None

    @property
    def value(self) -> float | None:
        """The part of the matched whose value (date, entry) is right."""
        return self.values / self.matched if self.matched else None

    def part(self, name: str) -> float | None:
        """The part of the matched whose unit or qualifier is right, where gold gives one."""
        compared = self.compared.get(name, 0)
        return self.equal.get(name, 0) / compared if compared else None

    def add(self, other: Score) -> None:
        """Take in the counts of another text."""
        self.gold += other.gold
        self.found += other.found
        self.matched += other.matched
        self.exact += other.exact
        self.values += other.values
        for mine, its in ((self.compared, other.compared), (self.equal, other.equal)):
            for name, count in its.items():
                mine[name] = mine.get(name, 0) + count


def pairs(gold: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """What was found for which gold: those with most in common first, each once."""
    ranked = []
    for left, wanted in enumerate(gold):
        for right, item in enumerate(found):
            common = min(wanted.end, item.end) - max(wanted.start, item.start)
            union = max(wanted.end, item.end) - min(wanted.start, item.start)
            if common > 0 and 2 * common >= union:
                ranked.append((-common / union, left, right))
    lefts: set[int] = set()
    rights: set[int] = set()
    result = []
    for _, left, right in sorted(ranked):
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            result.append((gold[left], found[right]))
    return result


def score(kind: str, gold: Iterable[Mark], found: Iterable[Mark]) -> Score:
    """How well ``found`` gives the ``gold`` of one kind."""
    wanted = [mark for mark in gold if mark.kind == kind]
    items = [mark for mark in found if mark.kind == kind]
    result = Score(len(wanted), len(items))
    for mark, item in pairs(wanted, items):
        result.matched += 1
        result.exact += (mark.start, mark.end) == (item.start, item.end)
        result.values += same_value(mark, item)
        for name in _MORE:
            if name in mark.facts:
                result.compared[name] = result.compared.get(name, 0) + 1
                same = (mark.facts[name] or "") == (item.facts.get(name) or "")
                result.equal[name] = result.equal.get(name, 0) + same
    return result


def same_value(gold: Mark, found: Mark) -> bool:
    """Whether both say the same amount, date or entry."""
    return all(_plain(gold.facts.get(n)) == _plain(found.facts.get(n)) for n in _VALUES[gold.kind])


def _plain(value: object) -> object:
    """Numbers as numbers, so that "1.50" and 1.5 are one."""
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return value


class CorpusError(Exception):
    """A line of a corpus that cannot be read; the message names the file and the line."""


def samples(path: Path) -> Iterator[Sample]:
    """The texts of a corpus.

    Raises:
        CorpusError: a line is not as the format has it.
        OSError: the file cannot be read.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield _sample(f"{path.name}:{number}", json.loads(line))
            except (KeyError, TypeError, ValueError, AttributeError) as fault:
                message = f"{path}:{number}: no text of a corpus ({fault!r})"
                raise CorpusError(message) from fault


def _sample(place: str, row: Mapping[str, Any]) -> Sample:
    text = row["text"]
    return Sample(
        place,
        row["language"],
        dt.date.fromisoformat(row["date"]),
        text,
        {ident: tuple(names) for ident, names in row.get("actors", {}).items()},
        row.get("kinds", {}),
        tuple(_mark(item, len(text)) for item in row["gold"]),
    )


def _mark(item: Mapping[str, Any], length: int) -> Mark:
    kind, start, end = item["kind"], item["start"], item["end"]
    if kind not in KINDS or not 0 <= start < end <= length:
        message = f"{kind} from {start} to {end}"
        raise ValueError(message)
    facts = {name: value for name, value in item.items() if name not in {"kind", "start", "end"}}
    return Mark(kind, start, end, facts)
