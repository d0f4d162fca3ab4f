"""A whole site made from a seed: what benchmarks of builds read.

Articles have 1,200 words (drawn as in Zipf's law) and 25 annotations: ten actors, four places,
five figures, three events, two quotations and a claim. Actors, places, topics and series recur as
in Zipf's law too; for 1,000 articles there are 300 actors, 60 places, 40 topics and 40 series. One
article in five joins the briefing of another, one in three has a READ MORE line.
"""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 20_240_504
WORDS = 1_200

_CONFIGURATION = """\
site_name: Example Desk
site_url: https://desk.example/
theme:
  name: material
  custom_dir: templates/theme
extra:
  briefing:
    search-limit: 0
"""


def write_site(folder: Path, articles: int) -> None:
    """Write a site of so many articles below ``folder``."""
    for path, text in site(articles):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def site(articles: int) -> Iterator[tuple[str, str]]:
    """The files of a site by path."""
    chance = random.Random(SEED)  # noqa: S311  a corpus, not a secret
    yield "mkdocs.yml", _CONFIGURATION
    yield "docs/about.md", "# About\n"
    made = _Corpus(chance, articles)
    yield from made.entries()
    for number in range(articles):
        yield f"content/articles/article-{number}.md", made.article(number)


class _Drawn:
    """Numbers below ``size``, low ones far more often."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self._chance = chance
        self._numbers = range(size)
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(size)))

    def some(self, count: int) -> list[int]:
        """So many numbers."""
        return self._chance.choices(self._numbers, cum_weights=self._weights, k=count)

    def one(self) -> int:
        """One number."""
        return self.some(1)[0]


class _Corpus:
    def __init__(self, chance: random.Random, articles: int) -> None:
        self._chance = chance
        self._articles = articles
        self._vocabulary = [
            "".join(chance.choices("abdeilmnorstu", k=2 + number % 9)) for number in range(8_000)
        ]
        self._words = _Drawn(chance, len(self._vocabulary))
        self._sizes = {
            "actors": max(20, articles * 300 // 1_000),
            "places": max(10, articles * 60 // 1_000),
            "topics": max(8, articles * 40 // 1_000),
            "figures": max(8, articles * 40 // 1_000),
        }
        self._drawn = {name: _Drawn(chance, size) for name, size in self._sizes.items()}

    def entries(self) -> Iterator[tuple[str, str]]:
        """The registers."""
        for number in range(self._sizes["actors"]):
            name, other = _name("Ann", number), _name("Bo", number)
            role = f"roles:\n  - title: head of office {number}\n    from: 2012\n"
            text = f"name: {name}\nkind: Person\naliases: [{other}]\n{role}"
            yield f"content/actors/actor-{number}.md", f"---\n{text}---\n\nA profile of {name}.\n"
        for number in range(self._sizes["places"]):
            yield f"content/places/place-{number}.md", f"---\nname: {_name('Port', number)}\n---\n"
        for number in range(self._sizes["topics"]):
            yield f"content/topics/topic-{number}.md", f"---\ntitle: Subject {number}\n---\n"
        for number in range(self._sizes["figures"]):
            text = f"label: Count {number}\nunit: people\ntolerance: 100 %"
            yield f"content/figures/series-{number}.md", f"---\n{text}\n---\n"

    def article(self, number: int) -> str:
        """One article."""
        chance = self._chance
        words = [self._vocabulary[place] for place in self._words.some(WORDS)]
        for place in range(25):
            at = 20 + place * (WORDS // 26)
            words[at] = self._annotation(number, place, words[at : at + 6])
        sentences = [" ".join(words[at : at + 15]) + "." for at in range(0, len(words), 15)]
        paragraphs = ["\n".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
        if number % 3 == 0 and number:
            paragraphs.insert(3, f"READ MORE: {_title(chance.randrange(number))}")
        topics = sorted({f"topic-{key}" for key in self._drawn["topics"].some(2)})
        day = f"{2015 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}"
        front = [
            f"title: {_title(number)}",
            f"date: {day}",
            f"summary: {' '.join(sentences[0].split()[:12])}.",
            f"topics: [{', '.join(topics)}]",
        ]
        if number % 5 == 4:  # noqa: PLR2004  one in five
            front.append(f"briefing: article-{number - 1}")
        head = "\n".join(front)
        body = "\n\n".join(paragraphs)
        return f"---\n{head}\n---\n\n{body}\n"

    def _annotation(  # noqa: PLR0911  one for each kind
        self, number: int, place: int, words: list[str]
    ) -> str:
        actor = self._drawn["actors"].one()
        year, month = 2012 + place % 9, 1 + number % 12
        if place % 5 in {0, 1}:
            return f"[{_name('Ann', actor)}]{{.actor}}"
        if place in {2, 7, 12, 17}:
            return f"[{_name('Port', self._drawn['places'].one())}]{{.place}}"
        match place:
            case 3 | 13:
                value = self._chance.randrange(900_000, 1_000_000)
                series = self._drawn["figures"].one()
                day = f"{2010 + number % 14}-{month:02}"
                return f"[some {value:,} people]{{.figure ref=series-{series} as-of={day}}}"
            case 4 | 8 | 18:
                value = self._chance.randrange(1_000, 900_000)
                label = " ".join(words[1:4])
                return f'[some {value:,} people]{{.figure label="{label}"}}'
            case 9 | 14 | 19:
                label = f"{' '.join(words[1:4])} begins"
                return f'[in March {year}]{{.event label="{label}"}}'
            case 22 | 23:
                return f'["{" ".join(words[:5])}"]{{.quote by=actor-{actor}}}'
            case _:
                return f"[{words[0]} is not so]{{.claim by=actor-{actor} status=disputed}}"


def _name(first: str, number: int) -> str:
    """A name for each number, unlike the others."""
    letters = []
    rest = number
    for _ in range(4):
        rest, letter = divmod(rest, 16)
        letters.append("abdefiklmnoprstu"[letter])
    return f"{first} {''.join(letters).capitalize()}man"


def _title(number: int) -> str:
    return f"The report number {number} of the desk"
