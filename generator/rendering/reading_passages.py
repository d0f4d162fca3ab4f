"""A source text passage by passage, each with what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.annotation import Kind
from generator.model.document import Annotated, Heading, Paragraph
from generator.model.links import Origin, Register
from generator.model.walking import inline_runs, nodes

from . import addresses
from .events import timeline
from .figure_cards import figure_card
from .passages import reading_bodies
from .people import mentioned_actors
from .views import FoundView, LinkView, ReadingPassageView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.annotation import Annotation
    from generator.model.article import Article
    from generator.model.document import Block
    from generator.model.links import FigureReport, Mention

    from .scope import Scope

_LONGEST: Final = 8
"""Blocks under one heading that stay together: about a screen or two."""


def reading_passages(scope: Scope, article: Article) -> tuple[ReadingPassageView, ...]:
    """The whole text of an article in passages, what each names in the order of the text."""
    groups = tuple(_passages(article.document.blocks))
    bodies = reading_bodies(scope, article, groups)
    facts = _Facts(scope, article)
    seen: set[int] = set()
    found = []
    for group, body in zip(groups, bodies, strict=True):
        if not body:
            continue
        # An annotation in pieces belongs to the passage where links to it lead.
        numbers = [number for number in _numbers(group) if number not in seen]
        seen.update(numbers)
        annotations = [article.document.annotations[number] for number in numbers]
        found.append(
            ReadingPassageView(
                body,
                figures=facts.figures(annotations),
                actors=facts.actors(annotations),
                events=facts.events(annotations),
                places=facts.places(annotations),
            )
        )
    return tuple(found)


class _Facts:
    """What the annotations of one article name."""

    def __init__(self, scope: Scope, article: Article) -> None:
        self._scope = scope
        self._article = article
        self._origin = Origin(Register.ARTICLE, article.id)
        briefing = scope.index.linked.briefings.get(article.briefing)
        self._reports: dict[int, FigureReport] = {
            item.fact.annotation.number: item
            for item in (briefing.figures if briefing else ())
            if item.fact.origin == self._origin
        }
        self._mentions: dict[int, Mention] = {
            item.fact.annotation.number: item
            for _, item in scope.index.mentions_in.get(self._origin, ())
        }

    def figures(self, annotations: Iterable[Annotation]) -> tuple[FoundView, ...]:
        """The figures, each amount of one thing once."""
        cards: dict[tuple[str, str], tuple[FoundView, list[str]]] = {}
        for annotation in annotations:
            report = self._reports.get(annotation.number)
            card = figure_card(self._scope, report) if report else None
            if card is None or not card.value:
                continue
            amount = " ".join(part for part in (card.qualifier, card.value) if part)
            text = LinkView(amount, card.href)
            view = FoundView(text, (), card.label, card.series)
            cards.setdefault((amount, card.label), (view, []))[1].append(_mark(annotation))
        return _with_marks(cards.values())

    def actors(self, annotations: Iterable[Annotation]) -> tuple[FoundView, ...]:
        """The actors with their roles, each once."""
        found = []
        for mentions in self._grouped(annotations, Kind.ACTOR):
            actor = mentioned_actors(self._scope, mentions, self._article.date)[0]
            marks = tuple(_mark(item.fact.annotation) for item in mentions)
            found.append(FoundView(actor.link, marks, actor.role))
        return tuple(found)

    def places(self, annotations: Iterable[Annotation]) -> tuple[FoundView, ...]:
        """The places, each once."""
        found = []
        for mentions in self._grouped(annotations, Kind.PLACE):
            first = mentions[0]
            link = self._scope.place(first.id) or self._scope.name(first.fact.annotation.text)
            found.append(FoundView(link, tuple(_mark(item.fact.annotation) for item in mentions)))
        return tuple(found)

    def events(self, annotations: Iterable[Annotation]) -> tuple[FoundView, ...]:
        """The events with their dates, each once."""
        linked = self._scope.index.linked
        references = linked.references.get(self._origin, {})
        found: dict[str, list[str]] = {}
        for annotation in annotations:
            key = references.get(annotation.number, "")
            if annotation.kind is Kind.EVENT and key in linked.events:
                found.setdefault(key, []).append(_mark(annotation))
        views = []
        for key, marks in found.items():
            (entry,) = timeline(self._scope, (linked.events[key],))
            page = self._scope.index.timeline_page(key)
            text = LinkView(entry.label, self._scope.href(page, entry.anchor), entry.language)
            views.append(FoundView(text, tuple(marks), date=entry.date))
        return tuple(views)

    def _grouped(self, annotations: Iterable[Annotation], kind: Kind) -> Iterator[list[Mention]]:
        """The mentions of each actor or place; one that no register has goes by its words."""
        groups: dict[str, list[Mention]] = {}
        for annotation in annotations:
            mention = self._mentions.get(annotation.number)
            if annotation.kind is kind and mention is not None:
                groups.setdefault(mention.id or f" {annotation.text}", []).append(mention)
        yield from groups.values()


def _with_marks(found: Iterable[tuple[FoundView, list[str]]]) -> tuple[FoundView, ...]:
    return tuple(
        FoundView(view.text, tuple(marks), view.note, view.link, view.date) for view, marks in found
    )


def _mark(annotation: Annotation) -> str:
    return addresses.element_id(annotation.anchor)


def _passages(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks under each heading, long ones in parts of about the same length."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and section:
            yield from _parts(section)
            section = []
        section.append(block)
    if section:
        yield from _parts(section)


def _parts(section: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    parts = -(-len(section) // _LONGEST)
    length = -(-len(section) // parts)
    part: list[Block] = []
    for block in section:
        # Only a paragraph opens a part: a list belongs to what stands above it.
        if len(part) >= length and isinstance(block, Paragraph):
            yield tuple(part)
            part = []
        part.append(block)
    yield tuple(part)


def _numbers(blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of the annotations in these blocks, each once, in the order of the text."""
    found = (
        node.number
        for run in inline_runs(blocks)
        for node in nodes(run)
        if isinstance(node, Annotated) and node.number is not None
    )
    yield from dict.fromkeys(found)
