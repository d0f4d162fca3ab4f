"""What articles refer to in their front matter: topics, background blocks and other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.links import Register
from generator.names import Listing

from .directory import Directories, Directory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.article import Article, Reference
    from generator.model.site import Site

    from .ledger import Ledger


@dataclass(frozen=True, slots=True)
class Included:
    """The references of an article that resolve, as ids; ``related`` are ids of briefings."""

    topics: tuple[str, ...]
    background: tuple[str, ...]
    related: tuple[str, ...]


class FrontMatter:
    """Looks up the references of one site's articles."""

    def __init__(self, site: Site, known: Directories, ledger: Ledger) -> None:
        self._site = site
        self._known = known
        self._ledger = ledger
        # A briefing's id goes before an article's: both may be the same word.
        self._briefings = {article.briefing for article in site.articles.values()}
        listings = (
            Listing(article.id, (article.title,), tuple(alias.id for alias in article.aliases))
            for article in site.articles.values()
        )
        joint = (Listing(key) for key in self._briefings if key not in site.articles)
        self._pages = Directory((*listings, *joint))

    def included(self) -> Mapping[str, Included]:
        """The references of each article, by its id."""
        return {key: self._included(article) for key, article in self._site.articles.items()}

    def translations(self) -> Mapping[str, str]:
        """The briefing that an article's own is a version of, by the article's id."""
        found: dict[str, str] = {}
        for key, article in sorted(self._site.articles.items()):
            wanted = (article.translation_of,) if article.translation_of else ()
            pages = self._settle(article, wanted, Register.ARTICLE, "translation-of", self._pages)
            if pages:
                found[key] = self._briefing(pages[0])
        return found

    def _included(self, article: Article) -> Included:
        known = self._known
        pages = self._settle(article, article.related, Register.ARTICLE, "related", self._pages)
        return Included(
            self._settle(article, article.topics, Register.TOPIC, "topics", known.topics),
            self._settle(
                article, article.background, Register.BACKGROUND, "background", known.background
            ),
            tuple(dict.fromkeys(map(self._briefing, pages))),
        )

    def _settle(
        self,
        article: Article,
        references: tuple[Reference, ...],
        register: Register,
        field: str,
        directory: Directory,
    ) -> tuple[str, ...]:
        found = (
            self._ledger.settle(
                directory.by_id(item.id), register, field, item.id, article.file, item.span
            )
            for item in references
        )
        return tuple(dict.fromkeys(filter(None, found)))

    def _briefing(self, page: str) -> str:
        return page if page in self._briefings else self._site.articles[page].briefing
