"""Everything read from ``content/``, before anything is linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.config import Settings

from .article import Article
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
