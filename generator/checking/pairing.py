"""Pairs facts of two versions of one text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from generator.model.annotation import Annotation

_SAME_SUBJECT = 40.0
_SAME_SENTENCE = 80.0
_MOST_COMPARED = 10_000
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Fact:
    """An annotation; what it is about (``subject``, compared; ``label``, shown); what it says."""

    annotation: Annotation
    reference: str
    subject: str
    value: object
    label: str


def paired(
    before: Sequence[Fact], after: Sequence[Fact]
) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Each fact once, with its other version or ``None``; in the order of the earlier text.

    Pairs are sought in five rounds, each among what the ones before left: the same subject, value,
    words and sentence; the same but the sentence; the same subject and value; the same subject and
    the likest sentence, or the only two that have this subject; the likest sentence. Work in a
    round is limited: where more than 10,000 pairs would have to be compared, facts are paired in
    the order in which they stand.
    """
    left = dict(enumerate(before))
    right = dict(enumerate(after))
    found: dict[int, int] = {}

    def keep(pairs: Iterable[tuple[int, int]]) -> None:
        for first, second in pairs:
            found[first] = second
            del left[first], right[second]

    for key in _KEYS:
        keep(_alike(left, right, key))
    first, second = _by_subject(left), _by_subject(right)
    for subject in first:
        if subject in second:
            keep(_likest(first[subject], second[subject], _SAME_SUBJECT, alone=True))
    keep(_likest(left, right, _SAME_SENTENCE, alone=False))
    for number, fact in enumerate(before):
        yield fact, after[found[number]] if number in found else None
    for number in sorted(right):
        yield None, right[number]


_KEYS: tuple[Callable[[Fact], Hashable], ...] = (
    lambda item: (item.subject, item.value, item.annotation.text, item.annotation.sentence),
    lambda item: (item.subject, item.value, item.annotation.text),
    lambda item: (item.subject, item.value),
)


def _by_subject(facts: dict[int, Fact]) -> dict[str, dict[int, Fact]]:
    """Facts by what they are about; those of which only the sentence says it are left out."""
    found: defaultdict[str, dict[int, Fact]] = defaultdict(dict)
    for number, fact in facts.items():
        if fact.subject:
            found[fact.subject][number] = fact
    return dict(found)


def _alike(
    left: dict[int, Fact], right: dict[int, Fact], key: Callable[[Fact], Hashable]
) -> list[tuple[int, int]]:
    """Facts that have the same key, in order."""
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in reversed(right):
        waiting[key(right[number])].append(number)
    pairs = []
    for number, fact in left.items():
        wanted = key(fact)
        if waiting.get(wanted):
            pairs.append((number, waiting[wanted].pop()))
    return pairs


def _likest(
    left: dict[int, Fact], right: dict[int, Fact], cutoff: float, *, alone: bool
) -> list[tuple[int, int]]:
    """Facts by likeness of their sentences, the likest first, then in order.

    ``alone`` pairs the only fact on one side with the only one on the other, like or not.
    """
    if alone and len(left) == len(right) == 1:
        return [(next(iter(left)), next(iter(right)))]
    if len(left) * len(right) > _MOST_COMPARED:
        return list(zip(left, right, strict=False)) if alone else []
    scores = sorted(
        (-_likeness(first, second), at, to)
        for at, first in left.items()
        for to, second in right.items()
    )
    pairs: list[tuple[int, int]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for score, at, to in scores:
        if -score < cutoff:
            break
        if at not in used_left and to not in used_right:
            pairs.append((at, to))
            used_left.add(at)
            used_right.add(to)
    return pairs


def _likeness(first: Fact, second: Fact) -> float:
    """How alike two facts are, 0 to 100: by the sentences that they stand in."""
    return fuzz.ratio(first.annotation.sentence[:_LONGEST], second.annotation.sentence[:_LONGEST])
