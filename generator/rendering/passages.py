"""Running text on pages: reading views, profiles, and the blocks that stand on briefings."""

from __future__ import annotations

import posixpath
from functools import partial
from typing import TYPE_CHECKING

from generator.model.edtf import Edtf
from generator.model.links import Briefing, Origin, ReadMoreLink, Register

from . import addresses
from .document import Surroundings, write_blocks, write_passages
from .links import external
from .scope import Scope, passage_anchor
from .views import DateView, LinkView, Markdown, PassageView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.diagnostics import SourceFile
    from generator.model.annotation import Annotation
    from generator.model.article import Article, Document
    from generator.model.document import Block, Division, Image, ReadMore


def reading_bodies(
    scope: Scope, article: Article, passages: Sequence[Sequence[Block]]
) -> tuple[Markdown, ...]:
    """The text of an article, given in passages, each annotation with its anchor."""
    origin = Origin(Register.ARTICLE, article.id)
    lines = {item.line.span: item for item in scope.index.linked.read_more.get(origin, ())}

    def read_more(line: ReadMore) -> str:
        found = lines.get(line.span)
        return read_more_href(scope, found) if found else ""

    surroundings = Surroundings(
        mark=_marks(scope, origin),
        anchor=lambda annotation: annotation.anchor,
        link=scope.target,
        html=scope.elements,
        image=_images(scope, article.file),
        read_more=read_more,
    )
    return write_passages(passages, article.document.annotations, surroundings)


def profile(scope: Scope, origin: Origin, file: SourceFile, document: Document) -> Markdown:
    """The text of a register entry."""
    surroundings = Surroundings(
        mark=_marks(scope, origin),
        link=scope.target,
        html=scope.elements,
        image=_images(scope, file),
        level=3,
        prefix="profile",
    )
    return write_blocks(document.blocks, document.annotations, surroundings)


def read_more_href(scope: Scope, line: ReadMoreLink) -> str:
    """Where a READ MORE line leads: a briefing, a source beside it, another site, or nowhere."""
    sibling = scope.index.linked.site.articles.get(line.article)
    if sibling is not None:
        if sibling.source.rights.full_text:
            return scope.href(addresses.entry_path(Register.ARTICLE, sibling.id))
        return external(sibling.source.url) if sibling.source.url else ""
    if line.briefing in scope.index.linked.briefings:
        return scope.href(addresses.briefing_path(line.briefing))
    return external(line.url) if line.url else ""


def passages(scope: Scope, briefing: Briefing, name: str) -> tuple[PassageView, ...]:
    """The blocks ``name`` of a briefing's articles that rights allow, newest article first."""
    found = []
    for key in briefing.articles:
        article = scope.index.linked.site.articles[key]
        for division in _outermost(article.document.divisions):
            if division.name != name:
                continue
            if not article.source.rights.full_text and "own" not in division.flags:
                continue
            passage = _passage(scope, article, division, single=len(briefing.articles) == 1)
            if passage.body:
                found.append(passage)
    return tuple(found)


def background(scope: Scope, briefing: Briefing) -> tuple[PassageView, ...]:
    """The background that a briefing includes, then what its articles have of their own."""
    index = scope.index
    found = []
    for key in briefing.background:
        block = index.linked.site.background.get(key)
        if block is None:
            continue
        origin = Origin(Register.BACKGROUND, key)
        surroundings = Surroundings(
            mark=_marks(scope, origin),
            anchor=partial(passage_anchor, origin),
            link=scope.target,
            html=scope.elements,
            image=_images(scope, block.file),
            level=4,
            prefix=f"in-{addresses.element_id(key)}",
        )
        body = write_blocks(block.document.blocks, block.document.annotations, surroundings)
        if body:
            used_in = len(index.briefing_of.get(origin, ()))
            language = index.settings.language
            as_of = scope.date(block.as_of)
            found.append(PassageView(body, block.title, language, as_of, None, used_in))
    return (*found, *passages(scope, briefing, "background"))


def _passage(scope: Scope, article: Article, division: Division, *, single: bool) -> PassageView:
    origin = Origin(Register.ARTICLE, article.id)
    full = article.source.rights.full_text

    def anchor(annotation: Annotation) -> str:
        # Where there is a reading view the sentence is found there.
        return "" if full else passage_anchor(origin, annotation)

    surroundings = Surroundings(
        mark=_marks(scope, origin),
        anchor=anchor,
        link=scope.target,
        html=scope.elements,
        image=_images(scope, article.file),
        level=3,
        prefix=f"in-{addresses.element_id(article.id.replace('/', '-'))}-{division.span.start}",
    )
    body = write_blocks(division.blocks, article.document.annotations, surroundings)
    source: LinkView | None = scope.source(origin)
    # The editors' own words are nobody else's, and of one source nothing needs to be told apart.
    if single or "own" in division.flags:
        source = None
    return PassageView(body, "", article.language, _as_of(scope, division), source)


def _as_of(scope: Scope, division: Division) -> DateView | None:
    written = next((item.value for item in division.attributes if item.key == "as-of"), "")
    try:
        return scope.date(Edtf.parse(written)) if written else None
    except ValueError:
        # The reader has reported it.
        return None


def _marks(scope: Scope, origin: Origin) -> Callable[[Annotation], str]:
    """Where each annotation of a text leads: the page of what it names."""

    def mark(annotation: Annotation) -> str:
        page, anchor = scope.index.page_of(origin, annotation.kind, annotation.number)
        return scope.href(page, anchor) if page else ""

    return mark


def _images(scope: Scope, file: SourceFile) -> Callable[[Image], str]:
    folder = posixpath.dirname(file.path)
    return lambda image: scope.image(image, folder)


def _outermost(divisions: tuple[Division, ...]) -> Iterator[Division]:
    """The blocks that stand in no other; those within one are written with it."""
    end = -1
    for division in sorted(divisions, key=lambda item: (item.span.start, -item.span.end)):
        if division.span.start >= end:
            end = division.span.end
            yield division
