"""The texts of a site, in the order in which everything is linked, and their annotations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.model.edtf import Edtf
from generator.model.links import Fact, Origin, Register
from generator.model.registers import Actor, FigureSeries, Place, Topic

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.diagnostics import SourceFile
    from generator.model.annotation import Annotation, Kind
    from generator.model.article import Article, Document
    from generator.model.site import Site

Profiled: TypeAlias = Actor | FigureSeries | Place | Topic


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with annotations. ``counts`` says that its annotations are facts.

    ``day`` is what the text is as of, where an annotation gives nothing else.
    """

    origin: Origin
    file: SourceFile
    document: Document
    day: Edtf | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation and the text it stands in."""

    text: SourceText
    annotation: Annotation

    @property
    def file(self) -> SourceFile:
        """The file that the annotation's spans are places in."""
        return self.annotation.source or self.text.file

    @property
    def fact(self) -> Fact:
        """The annotation as a fact."""
        return Fact(self.text.origin, self.annotation)


def newest_first(article: Article) -> tuple[int, float, str]:
    """A sort key: the newest article first, by day, then by moment in UTC, then by id."""
    moment = article.moment or dt.datetime.combine(article.date, dt.time.min)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return -article.date.toordinal(), -moment.timestamp(), article.id


def source_texts(site: Site, included: Collection[str]) -> tuple[SourceText, ...]:
    """Articles, the newest first; background blocks; profiles of registers, which hold no facts.

    ``included`` are the background blocks that an article includes: the others hold no facts.
    """
    articles = (
        SourceText(
            Origin(Register.ARTICLE, item.id),
            item.file,
            item.document,
            Edtf.of_day(item.date),
            counts=True,
        )
        for item in sorted(site.articles.values(), key=newest_first)
    )
    background = (
        SourceText(
            Origin(Register.BACKGROUND, item.id),
            item.file,
            item.document,
            item.as_of,
            counts=item.id in included,
        )
        for _, item in sorted(site.background.items())
    )
    registers: tuple[tuple[Register, Mapping[str, Profiled]], ...] = (
        (Register.ACTOR, site.actors),
        (Register.FIGURE, site.figures),
        (Register.PLACE, site.places),
        (Register.TOPIC, site.topics),
    )
    profiles = (
        SourceText(Origin(register, item.id), item.file, item.profile, None, counts=False)
        for register, entries in registers
        for _, item in sorted(entries.items())
    )
    return (*articles, *background, *profiles)


def annotated(texts: Iterable[SourceText], *kinds: Kind) -> tuple[Found, ...]:
    """The annotations of ``texts`` that are of one of ``kinds``, in order."""
    return tuple(
        Found(text, annotation)
        for text in texts
        for annotation in text.document.annotations
        if annotation.kind in kinds
    )
