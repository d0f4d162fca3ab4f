"""Registered actors whom an article names and annotates nowhere.

The rule: an article that has annotations is one that its editor went through, so a name left out is
an oversight; a text without any is valid as it is. Each actor is told once for an article, at the
first place in running text (paragraphs, lists and quotations; no heading, caption, table, code,
link or annotation). A name counts where it belongs to one actor and to no place. An actor who is
annotated anywhere, or whose name stands in any annotation, ``.plain`` among them, is not told; that
a claim is ``by`` an actor does not yet list the actor on the page. States are not told: a country's
name is a place's as often as an actor's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Protocol

from generator.diagnostics import Applicability, Diagnostic, Edit, Fix, Span, diagnose
from generator.diagnostics.codes.linking import UNANNOTATED_ACTOR
from generator.model.annotation import Kind
from generator.model.document import Emphasis, Paragraph, SoftBreak, Text
from generator.model.links import Origin, Register
from generator.model.registers import ActorKind
from generator.model.walking import leaves
from generator.names import Listing, NameMatcher, normal_name

from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model.article import Article
    from generator.model.document import Inline
    from generator.model.links import LinkedSite

_APART = "\0"
"""Stands between stretches of text, so that no name reaches from one into the next."""
_LINE_END = re.compile(r"(?:\r\n|\n|\r)[ \t>]*")
_MARKUP = frozenset("[]{}\\`<>*_&")
_BEFORE = frozenset("\\[]!")
_BEHIND = frozenset("({[")


def find_unannotated(
    linked: LinkedSite, recalling: Callable[[object], Recall] | None = None
) -> tuple[Diagnostic, ...]:
    """A warning, with its fix, at the first mention of each actor that an article leaves out.

    ``recalling`` is given what the faults of all articles depend on, besides their texts: the names
    that are looked for. What it returns is asked for the faults of each.
    """
    articles = [item for item in linked.site.articles.values() if item.document.annotations]
    if not articles or not linked.site.actors:
        return ()
    if recalling is None:
        names = _Names(linked)
        return tuple(found for article in articles for found in names.missing(article))
    recall = recalling(_listed_names(linked))
    made = cache(lambda: _Names(linked))  # most builds need none of it
    return tuple(
        found
        for article in articles
        for found in recall(
            article,
            linked.references.get(Origin(Register.ARTICLE, article.id), {}),
            lambda article=article: tuple(made().missing(article)),  # type: ignore[misc]  # bound now
        )
    )


def _listed_names(linked: LinkedSite) -> object:
    site = linked.site
    return (
        [(item.id, item.kind, [name.text for name in item.names]) for item in site.actors.values()],
        [(item.id, [name.text for name in item.names]) for item in site.places.values()],
    )


class Recall(Protocol):
    """Gives what ``make`` gives, or gave at a time when all that it depends on was the same.

    That is the article's text and what its annotations refer to.
    """

    def __call__(
        self,
        article: Article,
        references: Mapping[int, str],
        make: Callable[[], tuple[Diagnostic, ...]],
    ) -> tuple[Diagnostic, ...]:
        """The faults of one article."""


class _Names:
    """The names of all actors and places, and who owns them."""

    def __init__(self, linked: LinkedSite) -> None:
        site = linked.site
        self._linked = linked
        self._actors = site.actors
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        listings = []
        for actor in site.actors.values():
            texts = tuple(name.text for name in actor.names)
            listings.append(Listing(actor.id, texts))
            for text in texts:
                self._owners[normal_name(text)].add(actor.id)
        # An actor's id may be a place's too: the sign keeps them apart.
        listings += (
            Listing(f"@{place.id}", tuple(name.text for name in place.names))
            for place in site.places.values()
        )
        self._matcher = NameMatcher(listings)

    def missing(self, article: Article) -> Iterator[Diagnostic]:
        """The faults of one article, in the order of its text."""
        stretches = _Stretches(article)
        found = self._matcher.find_names(stretches.text)
        if not found:
            return
        seen = self._annotated(article)
        # Where all annotations stand beside a text, it is one that must not be touched.
        mendable = any(item.source is None for item in article.document.annotations)
        for name in found:
            owner = name.ids[0]
            if len(name.ids) > 1 or owner.startswith("@") or owner in seen:
                continue
            seen.add(owner)
            if self._actors[owner].kind is ActorKind.STATE:
                continue
            yield self._fault(article, owner, stretches.place(name.span), mendable=mendable)

    def _annotated(self, article: Article) -> set[str]:
        """The actors whom an article annotates, or whose names stand in other annotations."""
        references = self._linked.references.get(Origin(Register.ARTICLE, article.id), {})
        seen = {
            references[item.number]
            for item in article.document.annotations
            if item.kind is Kind.ACTOR and item.number in references
        }
        texts = _APART.join(
            item.text
            for item in article.document.annotations
            if item.kind is not Kind.ACTOR or item.number not in references
        )
        for name in self._matcher.find_names(texts):
            seen.update(name.ids)
        return seen

    def _fault(self, article: Article, owner: str, span: Span, *, mendable: bool) -> Diagnostic:
        text = article.file.text
        name = _written(text, span)
        alone = len(self._owners.get(normal_name(name), ())) == 1
        attributes = "{.actor}" if alone else f"{{.actor ref={owner}}}"
        message = f"{quoted(name)} is the registered actor {owner}, and is annotated nowhere here."
        mend = f"Write [{name}]{attributes}, or [{name}]{{.plain}} if nobody is meant."
        fix = _wrapping(text, span, attributes) if mendable else None
        return diagnose(UNANNOTATED_ACTOR, article.file, span, message, mend, fix)


def _wrapping(text: str, span: Span, attributes: str) -> Fix | None:
    """The fix that annotates what stands at ``span``; ``None`` where markup is in the way."""
    name = _written(text, span)
    if _MARKUP.intersection(name):
        return None
    if text[span.start - 1 : span.start] in _BEFORE or text[span.end : span.end + 1] in _BEHIND:
        return None
    edits = (
        Edit(Span(span.start, span.start), "["),
        Edit(Span(span.end, span.end), f"]{attributes}"),
    )
    return Fix(f"Write [{name}]{attributes}", edits, Applicability.SAFE)


def _written(text: str, span: Span) -> str:
    """What stands at ``span``, on one line."""
    return " ".join(_LINE_END.sub(" ", text[span.start : span.end]).split())


class _Stretches:
    """The running text of an article in one piece, and where its parts stand in the file."""

    def __init__(self, article: Article) -> None:
        self._parts: list[str] = []
        self._at: list[int] = []
        self._offsets: list[int] = []
        self._length = 0
        self._source = article.file.text
        for block in leaves(article.document.blocks):
            if not isinstance(block, Paragraph):
                continue
            self._add(block.inlines)
        self.text = "".join(self._parts)

    def place(self, span: Span) -> Span:
        """The place in the file of a stretch of ``text``."""
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, position: int) -> int:
        number = bisect_right(self._at, position) - 1
        return self._offsets[number] + position - self._at[number]

    def _add(self, inlines: Iterable[Inline]) -> None:
        for node in inlines:
            if isinstance(node, Text):
                start, end = node.span
                if len(node.text) == end - start:
                    self._append(node.text, start)
                else:  # escapes and the like: what stands in the file is read instead
                    self._append(self._source[start:end], start)
            elif isinstance(node, SoftBreak):
                self._append(" ", node.span.start)
            elif isinstance(node, Emphasis):
                self._append(_APART, node.span.start)
                self._add(node.inlines)
                self._append(_APART, node.span.end)
            else:
                self._append(_APART, node.span.start)
        self._append(_APART, 0)

    def _append(self, text: str, offset: int) -> None:
        self._parts.append(text)
        self._at.append(self._length)
        self._offsets.append(offset)
        self._length += len(text)
