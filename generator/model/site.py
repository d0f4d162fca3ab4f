"""Everything read from ``content/``, before anything is linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.config import Settings
from generator.diagnostics import SourceFile

from .article import Article, Document
from .registers import Actor, Background, FigureSeries, Place, Topic


@dataclass(frozen=True, slots=True)
class Site:
    """The articles and registers by id, each mapping in the order of its ids."""

    settings: Settings
    articles: Mapping[str, Article] = field(default_factory=lambda: MappingProxyType({}))
    actors: Mapping[str, Actor] = field(default_factory=lambda: MappingProxyType({}))
    figures: Mapping[str, FigureSeries] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    topics: Mapping[str, Topic] = field(default_factory=lambda: MappingProxyType({}))
    background: Mapping[str, Background] = field(default_factory=lambda: MappingProxyType({}))

    def texts(self) -> Iterator[tuple[SourceFile, Document]]:
        """Every text of the site with its file: articles, backgrounds, profiles of entries."""
        texts: tuple[Mapping[str, Article | Background], ...] = (self.articles, self.background)
        for items in texts:
            for item in items.values():
                yield item.file, item.document
        for entries in (self.actors, self.figures, self.places, self.topics):
            for entry in entries.values():
                yield entry.file, entry.profile
