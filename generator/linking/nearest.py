"""The nearest among many texts, for "did you mean".

Comparing a text with every name of a large register is quadratic over a site, so only those names
are scored that share its rarest trigrams (at most ``_SCORED`` of them).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from rapidfuzz import fuzz

_VISITED = 600
_SCORED = 32
_LONGEST = 200

Score = Callable[[str, str], float]


def name_score(wanted: str, name: str) -> float:
    """How alike two names are, 0 to 100: by letters, or by whole words that both have."""
    return max(fuzz.ratio(wanted, name), 0.9 * fuzz.token_set_ratio(wanted, name))


def title_score(wanted: str, title: str) -> float:
    """How alike two titles are, 0 to 100, by letters and their order."""
    return fuzz.ratio(wanted, title)


class Nearest:
    """Texts with the ids that they stand for. The index is built when it is first asked."""

    def __init__(self, texts: Iterable[tuple[str, str]], score: Score, cutoff: float) -> None:
        self._texts = texts
        self._score = score
        self._cutoff = cutoff
        self._entries: list[tuple[str, str]] | None = None
        self._grams: dict[str, list[int]] = {}
        self._known: dict[str, tuple[str, ...]] = {}

    def best(self, wanted: str, limit: int = 3) -> tuple[str, ...]:
        """The ids of the nearest texts, best first, at most ``limit``; equal scores by id."""
        wanted = wanted[:_LONGEST].replace("-", " ").strip()
        if wanted not in self._known:
            self._known[wanted] = self._search(wanted)
        return self._known[wanted][:limit]

    def _search(self, wanted: str) -> tuple[str, ...]:
        if self._entries is None:
            self._entries = self._build()
        shared: Counter[int] = Counter()
        visited = 0
        postings = (self._grams.get(gram, []) for gram in sorted(_trigrams(wanted)))
        for numbers in sorted(postings, key=len):
            shared.update(numbers[: _VISITED - visited])
            visited += len(numbers)
            if visited >= _VISITED:
                break
        likely = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_SCORED]
        scores: dict[str, float] = {}
        for number, _ in likely:
            text, owner = self._entries[number]
            score = self._score(wanted, text)
            if score >= self._cutoff and score > scores.get(owner, 0):
                scores[owner] = score
        return tuple(sorted(scores, key=lambda owner: (-scores[owner], owner)))

    def _build(self) -> list[tuple[str, str]]:
        entries = sorted(
            {(text[:_LONGEST].replace("-", " ").strip(), owner) for text, owner in self._texts}
        )
        grams: defaultdict[str, list[int]] = defaultdict(list)
        for number, (text, _) in enumerate(entries):
            for gram in _trigrams(text):
                grams[gram].append(number)
        self._grams = dict(grams)
        return entries


def _trigrams(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
