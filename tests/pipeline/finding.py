"""A small finder in place of the real ones: what is written must not depend on how it is found."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator import dates, quantities
from generator.diagnostics import Span
from generator.model.article import Article
from generator.model.site import Site
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from generator.names import normal_name
from generator.pipeline import suggestions
from generator.syntax.front_matter import find_front_matter

_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_FIGURE = re.compile(r"\b(?:[Ss]ome )?\d+ (?:million )?(?:people|boats)\b")
_EVENT = re.compile(r"\b(?:on|in) (?:Monday|March \d{4}|\d{4})\b")
_CLAIM = re.compile(r"[A-Z][^.\n]* said\b[^.\n]*\.")
_LONG_AGO = re.compile(r"(?m)^Since [^\n]+(?:\n[^\n]+)*")


def lexicon(site: Site) -> Site:
    return site


def suggest(article: Article, site: Site) -> tuple[Suggestion, ...]:
    """Names of two words, numbers of people and boats, some dates, sentences with "said"."""
    text = article.file.text
    body = find_front_matter(article.file, "")[0].body
    taken = [item.span for item in article.document.annotations]
    found = [
        *(_actor(match, site) for match in _NAME.finditer(text, body)),
        *(_figure(match, article) for match in _FIGURE.finditer(text, body)),
        *(_event(match, article) for match in _EVENT.finditer(text, body)),
        *(_plain(SuggestionKind.CLAIM, match, 0.6) for match in _CLAIM.finditer(text, body)),
    ]
    blocks = [item.span for item in article.document.divisions]
    passages = (
        _plain(SuggestionKind.BACKGROUND, match, 0.9) for match in _LONG_AGO.finditer(text, body)
    )
    return (
        *(item for item in found if not any(_meet(item.span, span) for span in taken)),
        *(item for item in passages if not any(_meet(item.span, span) for span in blocks)),
    )


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _plain(kind: SuggestionKind, match: re.Match[str], confidence: float) -> Suggestion:
    return Suggestion(kind, Span(*match.span()), match[0], confidence)


def _actor(match: re.Match[str], site: Site) -> Suggestion:
    wanted = normal_name(match[0])
    owners = tuple(
        actor.id
        for actor in site.actors.values()
        if any(normal_name(name.text) == wanted for name in actor.names)
    )
    if len(owners) == 1:
        return replace(_plain(SuggestionKind.ACTOR, match, 0.95), ref=owners[0])
    if owners:
        return replace(_plain(SuggestionKind.ACTOR, match, 0.9), candidates=owners)
    slug = match[0].lower().replace(" ", "-")
    stub = Stub("actors", slug, match[0], "Person", "Harbour master")
    return replace(_plain(SuggestionKind.ACTOR, match, 0.85), ref=slug, stub=stub)


def _figure(match: re.Match[str], article: Article) -> Suggestion:
    quantity = quantities.parse_quantity(match[0], article.language)
    return replace(_plain(SuggestionKind.FIGURE, match, 0.9), quantity=quantity)


def _event(match: re.Match[str], article: Article) -> Suggestion:
    date = dates.parse_date(match[0], article.date, article.language)
    return replace(_plain(SuggestionKind.EVENT, match, 0.7), date=date)


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this finder stand in for the real ones."""
    monkeypatch.setattr(suggestions, "suggest", suggest)
    monkeypatch.setattr(suggestions, "lexicon", lexicon)
