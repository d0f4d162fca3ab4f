"""A made-up site with many names, for measuring and testing the linking: seeded, text only.

For every article there are 2.5 actors, 6 names and 0.07 names that two actors own; at 2,000
articles that is 5,000 actors with 12,000 names in four scripts, 140 of them shared.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.config import Settings
from generator.model.site import Site
from generator.syntax import parse_actor, parse_article, parse_figure

SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхц",
    "ابتثجحخدذرزسشصضطظعغفقكلمن",
    "αβγδεζηθικλμνξοπρστυφχψω",
)
SERIES = 300
MENTIONS = 15
FIGURES = 6
EVENTS = 4
WORDS = 300


@dataclass(frozen=True, slots=True)
class NamesCorpus:
    """Files by path, and what the names in them mean.

    ``owners`` holds the actors of every name; ``mentions`` the names that each article annotates.
    """

    actors: Mapping[str, str]
    figures: Mapping[str, str]
    articles: Mapping[str, str]
    owners: Mapping[str, tuple[str, ...]]
    mentions: Mapping[str, tuple[str, ...]]


def names_corpus(articles: int, seed: int = 1) -> NamesCorpus:
    """The corpus of a number of articles; the same for the same numbers."""
    chance = random.Random(seed)  # noqa: S311  a corpus, not a secret
    count = articles * 5 // 2
    names = list(dict.fromkeys(_names(chance, count * 12 // 5)))
    shared = names[: articles * 7 // 100]
    own = names[len(shared) :]
    held: list[list[str]] = [[own[number]] for number in range(count)]
    for number, name in enumerate(own[count:]):
        held[number % count].append(name)
    for number, name in enumerate(shared):
        held[2 * number].append(name)
        held[2 * number + 1].append(name)
    owners: dict[str, list[str]] = {}
    for number, group in enumerate(held):
        for name in group:
            owners.setdefault(name, []).append(f"actor-{number}")
    known = list(owners)
    texts: dict[str, str] = {}
    mentions: dict[str, tuple[str, ...]] = {}
    for number in range(articles):
        said = tuple(chance.choice(known) for _ in range(MENTIONS))
        texts[f"content/articles/article-{number}.md"] = _article(chance, number, said)
        mentions[f"article-{number}"] = said
    return NamesCorpus(
        actors={f"content/actors/actor-{n}.md": _actor(group) for n, group in enumerate(held)},
        figures={
            f"content/figures/series-{n}.md": f"---\nlabel: Series {n}\nunit: people\n---\n"
            for n in range(SERIES)
        },
        articles=texts,
        owners={name: tuple(group) for name, group in owners.items()},
        mentions=mentions,
    )


def parsed(corpus: NamesCorpus, settings: Settings) -> Site:
    """The corpus as a site."""
    articles = (parse_article(path, text, settings)[0] for path, text in corpus.articles.items())
    actors = (parse_actor(path, text, settings)[0] for path, text in corpus.actors.items())
    figures = (parse_figure(path, text, settings)[0] for path, text in corpus.figures.items())
    return Site(
        settings,
        articles=MappingProxyType({entry.id: entry for entry in articles if entry}),
        actors=MappingProxyType({entry.id: entry for entry in actors if entry}),
        figures=MappingProxyType({entry.id: entry for entry in figures if entry}),
    )


def _names(chance: random.Random, count: int) -> Iterator[str]:
    for _ in range(count + count // 50):
        script = chance.choice(SCRIPTS)
        words = ("".join(chance.choices(script, k=chance.randint(4, 9))) for _ in range(2))
        yield " ".join(word.capitalize() for word in words)


def _actor(names: list[str]) -> str:
    name, *aliases = names
    lines = [f"name: {name}", *([f"aliases: [{', '.join(aliases)}]"] if aliases else [])]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _figure(chance: random.Random) -> str:
    month = f"{chance.randrange(2000, 2020)}-{chance.randrange(1, 13):02}"
    series = f"series-{chance.randrange(SERIES)}"
    return f"[{chance.randrange(1_000, 2_000):,} people]{{.figure ref={series} as-of={month}}}"


def _article(chance: random.Random, number: int, said: tuple[str, ...]) -> str:
    parts = [f"[{name}]{{.actor}}" for name in said]
    parts += [_figure(chance) for _ in range(FIGURES)]
    parts += [
        f'[in March {chance.randrange(2000, 2015)}]{{.event label="Event {number} {place}"}}'
        for place in range(EVENTS)
    ]
    words = ["".join(chance.choices(SCRIPTS[0], k=chance.randint(2, 9))) for _ in range(WORDS)]
    for place, part in enumerate(parts):
        words.insert(place * (WORDS // len(parts)), part)
    lines = (" ".join(words[at : at + 14]) for at in range(0, len(words), 14))
    date = f"{2015 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}"
    return f"---\ntitle: Title {number}\ndate: {date}\n---\n\n" + "\n".join(lines) + "\n"
