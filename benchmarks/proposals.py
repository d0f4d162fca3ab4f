"""How well figures, dates and actors are found: ``python benchmarks/proposals.py [CORPUS ...]``.

Without arguments the corpora are those of the project (``benchmarks/corpora``), texts of its own
words with gold set by hand. Each corpus is named with its digest, so that figures taken on the same
texts can be compared. Three ways are measured: the grammars and the dictionary look-up alone, all
that ``suggest`` proposes, and what it proposes with a confidence of at least 0.8.

Then times, of a 1,000-word article (the English corpus in its order, again from its beginning where
it ends) against a register with 5,000 made-up aliases beside the corpus's own: CPU milliseconds,
the best of several runs in one process after start-up. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

sys.path.append(str(Path(__file__).parents[1]))  # started as a script, it has no package

from benchmarks import scoring
from benchmarks.scoring import KINDS, CorpusError, Mark, Sample, Score, samples, score
from generator.config import Settings
from generator.dates import parse_dates
from generator.diagnostics import NOWHERE, SourceFile
from generator.model.article import Article, Document
from generator.model.quantity import Quantity
from generator.model.registers import Actor, ActorKind, Name
from generator.model.site import Site
from generator.names import Listing, NameMatcher
from generator.pipeline.collector import paused_collector
from generator.quantities import parse_quantities
from generator.suggesting.lexicon import Lexicon, lexicon
from generator.suggesting.suggest import suggest
from generator.syntax import parse_article

CORPORA = Path(__file__).parent / "corpora"
SURE = 0.8
WORDS = 1_000
ALIASES = 5_000
RUNS = 7
PLAIN, ALL, CERTAIN = "grammar", "suggest", f"suggest ≥ {SURE}"

Scores = dict[tuple[str, str, str], Score]
"""Scores by language, kind and way."""


def main() -> int:
    """Read the corpora, print what was found of them and how long it takes."""
    parser = argparse.ArgumentParser(
        description=f"{__doc__}\n{scoring.__doc__}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS", help="JSON lines")
    parser.add_argument("--errors", action="store_true", help="list all that is wrong, too")
    parser.add_argument("--no-times", action="store_true", help="measure no times")
    options = parser.parse_args()
    texts: list[Sample] = []
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    try:
        for path in options.corpora or sorted(CORPORA.glob("*.jsonl")):
            found = list(samples(path))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            print(f"{path.name}: {len(found)} texts, SHA-256 {digest}")
            texts += found
    except (CorpusError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 2
    print("\n" + "\n".join(table(measured(texts))))
    if options.errors:
        print("\n" + "\n".join(errors(texts)))
    if not options.no_times:
        print("\n" + "\n".join(times(list(samples(CORPORA / "english.jsonl")))))
    return 0


# What is found


def measured(texts: Iterable[Sample]) -> Scores:
    """The scores of every way, by language and kind."""
    scores: Scores = {}
    for sample in texts:
        for way, found in ways(sample).items():
            for kind in KINDS:
                whole = scores.setdefault((sample.language, kind, way), Score())
                whole.add(score(kind, sample.gold, found))
    return scores


def ways(sample: Sample) -> Mapping[str, tuple[Mark, ...]]:
    """What each way finds in a text, by the name of the way."""
    proposed = tuple(by_suggestion(sample))
    return {
        PLAIN: tuple(by_grammar(sample)),
        ALL: tuple(mark for mark, _ in proposed),
        CERTAIN: tuple(mark for mark, confidence in proposed if confidence >= SURE),
    }


def by_grammar(sample: Sample) -> Iterator[Mark]:
    """What the grammars of quantities and dates find, and the plain look-up of names."""
    for item in parse_quantities(sample.text, sample.language):
        yield Mark("figure", item.start, item.end, amount(item.quantity))
    for date in parse_dates(sample.text, sample.date, sample.language):
        yield Mark("event", date.start, date.end, {"date": date.date.text})
    for name in matcher(tuple(sample.actors.items())).find_names(sample.text):
        ref = name.ids[0] if len(name.ids) == 1 else ""
        yield Mark("actor", name.span.start, name.span.end, {"ref": ref})


def by_suggestion(sample: Sample) -> Iterator[tuple[Mark, float]]:
    """What is suggested for an article that is the text, and with what confidence."""
    article, start = as_article(sample.text, sample.language, sample.date.isoformat())
    for item in suggest(article, words(actors_of(sample), sample.language)):
        if item.kind.value not in KINDS:
            continue
        facts: dict[str, object] = {"ref": "" if item.stub else item.ref}
        if item.quantity is not None:
            facts = amount(item.quantity)
        elif item.date is not None:
            facts = {"date": item.date.text}
        mark = Mark(item.kind.value, item.span.start - start, item.span.end - start, facts)
        yield mark, item.confidence


def amount(quantity: Quantity) -> dict[str, object]:
    """A quantity under the names that a corpus has."""
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier.value,
    }


def as_article(text: str, language: str, date: str) -> tuple[Article, int]:
    """A text as an article, and where it begins in the article's file."""
    head = f"---\ntitle: A text\ndate: {date}\nlanguage: {language}\n---\n\n"
    article, _ = parse_article("content/articles/text.md", head + text, Settings())
    if article is None:
        message = f"this is no article: {text!r}"
        raise ValueError(message)
    return article, len(head)


Register = tuple[tuple[str, str, tuple[str, ...]], ...]
"""Entries: id, kind, names."""


def actors_of(sample: Sample) -> Register:
    """The register of a text."""
    usual = ActorKind.ORGANIZATION.value
    return tuple(
        (ident, sample.kinds.get(ident, usual), names) for ident, names in sample.actors.items()
    )


@lru_cache(maxsize=16)
def matcher(actors: tuple[tuple[str, tuple[str, ...]], ...]) -> NameMatcher:
    """The dictionary look-up of a register."""
    return NameMatcher(Listing(ident, names) for ident, names in actors)


@lru_cache(maxsize=16)
def words(register: Register, language: str) -> Lexicon:
    """What suggesting knows of a register."""
    return lexicon(site(register, language))


def site(register: Register, language: str) -> Site:
    """A site with actors and nothing else but the settings that every site has."""
    entries = {
        ident: Actor(
            ident,
            SourceFile(f"content/actors/{ident}.md", ""),
            names[0],
            ActorKind(kind),
            tuple(Name(name, NOWHERE) for name in names),
            (),
            "",
            (),
            None,
            (),
            Document(),
        )
        for ident, kind, names in register
    }
    article, _ = as_article("A text.", language, "2021-05-10")
    articles = {article.id: article}  # from it the languages of the site are known
    return Site(Settings(), MappingProxyType(articles), MappingProxyType(entries))


# What is printed


def table(scores: Scores) -> Iterator[str]:
    """The scores as a table: by language, then by kind, then by way; at last of all languages."""
    whole: Scores = {}
    for (_, kind, way), one in scores.items():
        whole.setdefault(("all", kind, way), Score()).add(one)
    yield "| language | kind | way | gold | P | R | F | exact F | value | unit | qualifier |"
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for (language, kind, way), one in (*scores.items(), *whole.items()):
        rates = [one.precision, one.recall, one.f, one.exact_f, one.value]
        rates += [one.part("unit"), one.part("qualifier")]
        cells = [language, kind, way, str(one.gold)]
        cells += ["–" if rate is None else f"{rate:.3f}" for rate in rates]
        yield f"| {' | '.join(cells)} |"


def errors(texts: Iterable[Sample]) -> Iterator[str]:
    """Every place that was missed, found for nothing, or read as something else."""
    for sample in texts:
        for way, found in ways(sample).items():
            if way == CERTAIN:
                continue
            for kind in KINDS:
                gold = [mark for mark in sample.gold if mark.kind == kind]
                items = [mark for mark in found if mark.kind == kind]
                met = scoring.pairs(gold, items)
                lines = [("missed", mark) for mark in gold if all(mark is not m for m, _ in met)]
                lines += [("extra", item) for item in items if all(item is not f for _, f in met)]
                lines += [("wrong", f) for m, f in met if not scoring.same_value(m, f)]
                for what, mark in lines:
                    shown = {name: str(value) for name, value in mark.facts.items() if value}
                    text = sample.text[mark.start : mark.end]
                    yield f"{sample.place}: {way}: {what} {kind} “{text}” {shown}"


# How long it takes


def times(texts: Sequence[Sample]) -> Iterator[str]:
    """Times of one article of a thousand words, stage by stage."""
    text = long_text([sample.text for sample in texts])
    own = {row[0]: row for sample in texts for row in actors_of(sample)}
    register: Register = (*own.values(), *made_up(ALIASES))
    article, _ = as_article(text, "en", "2021-05-10")
    names = matcher(tuple((ident, aliases) for ident, _, aliases in register))
    start = time.process_time()
    known = words(register, "en")
    yield f"{len(text.split()):,} words, {sum(len(row[2]) for row in register):,} aliases; "
    yield f"suggest's lexicon is put together in {time.process_time() - start:.2f} s\n"
    stages: dict[str, Callable[[], object]] = {
        "dictionary look-up (find_names)": lambda: names.find_names(text),
        "quantities and dates": lambda: (
            parse_quantities(text, "en"),
            parse_dates(text, article.date, "en"),
        ),
        "suggest, all kinds": lambda: suggest(article, known),
    }
    yield "| stage | ms |\n| --- | ---: |"
    for name, run in stages.items():
        yield f"| {name} | {1_000 * seconds(run):.1f} |"


def long_text(texts: Sequence[str]) -> str:
    """A thousand words in paragraphs of four texts; the texts begin anew where they end."""
    paragraphs: list[list[str]] = [[]]
    count = at = 0
    while count < WORDS:
        part = texts[at % len(texts)].split()[: WORDS - count]
        count, at = count + len(part), at + 1
        paragraphs[-1] += part
        if at % 4 == 0:
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def made_up(aliases: int) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Actors of two made-up names each; the same at every run."""
    chance = random.Random(1)  # noqa: S311  a corpus, not a secret
    for number in range(aliases // 2):
        names = tuple(
            " ".join("".join(chance.choices("abdeilmnorstu", k=6)).title() for _ in range(2))
            for _ in range(2)
        )
        yield f"actor-{number}", ActorKind.PERSON.value, names


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of the best of several runs."""
    best = []
    for _ in range(RUNS):
        with paused_collector():
            start = time.process_time()
            run()
            best.append(time.process_time() - start)
    return min(best)


if __name__ == "__main__":
    sys.exit(main())
