"""How long each stage takes, an article: ``python benchmarks/stages.py [ARTICLES]``.

The corpus is made here, from a seed: articles of 1,200 words (drawn as in Zipf's law) with 25
annotations each, actors and series that recur. Times are CPU time of one process, the best of
three runs; what they were taken on is printed above them. Nothing is asserted.
"""

from __future__ import annotations

import os
import platform
import random
import sys
import time
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import TypeVar

from generator.checking import check
from generator.config import Settings
from generator.linking import link
from generator.model.site import Site
from generator.pipeline.collector import paused_collector
from generator.publishing.theme import shipped_templates
from generator.rendering import PageTemplates, plan_pages
from generator.syntax import parse_actor, parse_article, parse_figure

T = TypeVar("T")

WORDS = 1_200
ACTORS_A_THOUSAND = 300
SERIES = 40
RUNS = 3


def main() -> None:
    """Make the corpus, time the stages, print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    chance = random.Random(20_240_504)  # noqa: S311  a corpus, not a secret
    actors = max(20, articles * ACTORS_A_THOUSAND // 1_000)
    texts = dict(corpus(chance, articles, actors))
    settings = Settings()
    size = sum(map(len, texts.values())) / len(texts) / 1_000

    parsing, read = timed(
        lambda: [parse_article(path, text, settings) for path, text in texts.items()]
    )
    found = (article for article, _ in read if article)
    people = (parse_actor(path, text, settings)[0] for path, text in actor_entries(actors))
    series = (parse_figure(path, text, settings)[0] for path, text in series_entries())
    site = Site(
        settings,
        articles=MappingProxyType({entry.id: entry for entry in found}),
        actors=MappingProxyType({entry.id: entry for entry in people if entry}),
        figures=MappingProxyType({entry.id: entry for entry in series if entry}),
    )
    linking, linked = timed(lambda: link(site))
    checking, faults = timed(lambda: check(linked))
    viewing, plan = timed(lambda: plan_pages(linked))
    pages = PageTemplates([shipped_templates()])
    rendering, _ = timed(lambda: [pages.output(view) for view in plan.views])

    print(
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"{platform.machine()}, {os.cpu_count()} cores"
    )
    print(
        f"{articles:,} articles of {size:.1f} kB, {actors:,} actors, {SERIES} series, "
        f"{len(plan.views):,} pages, {len(faults):,} faults\n"
    )
    print("| stage | ms an article |\n| --- | ---: |")
    stages = {
        "parse": parsing,
        "link": linking,
        "check": checking,
        "views": viewing,
        "templates": rendering,
    }
    for name, seconds in (*stages.items(), ("all", sum(stages.values()))):
        print(f"| {name} | {seconds / articles * 1_000:.2f} |")


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds of the best of several runs, and what the last one returned."""
    results = []
    seconds = []
    for _ in range(RUNS):
        with paused_collector():
            start = time.process_time()
            results.append(run())
            seconds.append(time.process_time() - start)
    return min(seconds), results[-1]


def actor_entries(actors: int) -> Iterator[tuple[str, str]]:
    """Actors' entries by path."""
    for number in range(actors):
        names = f"name: Ann Example {number}\naliases: [Person {number}, شخص {number}]"
        yield f"content/actors/actor-{number}.md", f"---\n{names}\n---\n"


def series_entries() -> Iterator[tuple[str, str]]:
    """Figure series' entries by path."""
    for number in range(SERIES):
        label = f"label: Series {number}\nunit: people"
        yield f"content/figures/series-{number}.md", f"---\n{label}\n---\n"


def corpus(chance: random.Random, articles: int, actors: int) -> Iterator[tuple[str, str]]:
    """Articles by path."""
    vocabulary = ["".join(chance.choices("abdeilmnorstu", k=2 + n % 9)) for n in range(8_000)]
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    for number in range(articles):
        words = chance.choices(vocabulary, weights, k=WORDS)
        for place in range(25):
            at = 20 + place * (WORDS // 26)
            words[at] = annotation(chance, place, actors, words[at])
        lines = [" ".join(words[at : at + 14]) for at in range(0, len(words), 14)]
        paragraphs = ["\n".join(lines[at : at + 6]) + "." for at in range(0, len(lines), 6)]
        paragraphs.insert(3, f"READ MORE: Title {chance.randrange(articles)}")
        date = f"{2015 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}"
        front = f"title: Title {number}\ndate: {date}\nsummary: {' '.join(words[:12])}"
        body = "\n\n".join(paragraphs)
        yield f"content/articles/article-{number}.md", f"---\n{front}\n---\n\n{body}\n"


def annotation(chance: random.Random, place: int, actors: int, word: str) -> str:
    """One of the kinds in turn."""
    actor = min(int(chance.paretovariate(0.6)), actors) - 1
    value = chance.randrange(1_000, 900_000)
    month = f"{2010 + place % 10}-{1 + place % 12:02}"
    return (
        f"[Ann Example {actor}]{{.actor}}",
        f"[some {value:,} people]{{.figure ref=series-{chance.randrange(SERIES)} as-of={month}}}",
        f'[in March {2010 + place % 9}]{{.event label="{word} begins"}}',
        f"[{word} is not so]{{.claim by=actor-{actor} status=disputed}}",
        f"[Person {actor}]{{.actor role=host}}",
    )[place % 5]


if __name__ == "__main__":
    main()
