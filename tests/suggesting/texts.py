"""Articles and registers in a few lines, and what is suggested for them."""

from __future__ import annotations

from types import MappingProxyType

from generator.config import Settings
from generator.diagnostics import NOWHERE, SourceFile
from generator.model.article import Article, Document
from generator.model.registers import Actor, ActorKind, Name, Place
from generator.model.site import Site
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.suggesting.lexicon import lexicon
from generator.suggesting.suggest import suggest
from generator.syntax import parse_article

HEAD = "---\ntitle: What happened\ndate: 2024-05-06\nlanguage: {}\n---\n\n"


def article(body: str, language: str = "en") -> Article:
    text = HEAD.format(language) + body
    found, _ = parse_article("content/articles/a.md", text, Settings())
    assert found is not None
    return found


def actor(ident: str, kind: ActorKind, *names: str) -> Actor:
    return Actor(
        ident,
        SourceFile(f"content/actors/{ident}.md", ""),
        names[0],
        kind,
        tuple(Name(name, NOWHERE) for name in names),
        (),
        "",
        (),
        None,
        (),
        Document(),
    )


def place(ident: str, *names: str) -> Place:
    return Place(
        ident,
        SourceFile(f"content/places/{ident}.md", ""),
        names[0],
        tuple(Name(name, NOWHERE) for name in names),
        "",
        "",
        (),
        Document(),
    )


def site(*entries: Actor | Place) -> Site:
    return Site(
        Settings(),
        actors=MappingProxyType({item.id: item for item in entries if isinstance(item, Actor)}),
        places=MappingProxyType({item.id: item for item in entries if isinstance(item, Place)}),
    )


def suggested(
    body: str, *entries: Actor | Place, language: str = "en"
) -> tuple[Article, tuple[Suggestion, ...]]:
    read = article(body, language)
    registers = site(*entries)
    whole = Site(
        registers.settings,
        articles=MappingProxyType({read.id: read}),
        actors=registers.actors,
        places=registers.places,
    )
    return read, suggest(read, lexicon(whole))


def of_kind(
    kind: SuggestionKind, body: str, *entries: Actor | Place, language: str = "en"
) -> list[Suggestion]:
    return [item for item in suggested(body, *entries, language=language)[1] if item.kind is kind]


def refs(
    kind: SuggestionKind, body: str, *entries: Actor | Place, language: str = "en"
) -> list[tuple[str, str]]:
    """The texts and references of the suggestions of one kind, in order."""
    found = of_kind(kind, body, *entries, language=language)
    return [(item.text, item.ref) for item in found]
