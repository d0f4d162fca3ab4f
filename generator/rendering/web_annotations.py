"""Annotations of an article as W3C Web Annotations: JSON-LD that other tools read.

One file for each article, an AnnotationCollection whose only page is embedded
(https://www.w3.org/TR/annotation-model/, sections 5.1 and 5.2). Ids are absolute, so a site without
``site_url`` has none. An annotation's id is that of the file with the anchor that the reading view
has for it, or a hash of that: it changes with the article's id, the site's address and the words of
the annotation.

``target``: the reading view, where rights allow one; else the source's own address, and the
briefing for what stands in a block of the editor's own words. The selector is a TextQuoteSelector.
Its context is what stands around the words in their paragraph; where that does not tell two places
apart, it reaches further. Of a text that may only be quoted, nothing is quoted here that pages may
not show: an annotation whose words are beyond the limit has no selector, and a quotation or claim
is left out.

``body``: the kind and each attribute as tags (``claim``, ``by:jane-roe``), the page and the
Wikidata item of what is named as identifying resources. ``created`` is the article's date,
``modified`` the day it was updated.

``plain`` annotations say that something is no entity: they are for editors and left out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from generator.model.annotation import Annotation, Kind
from generator.model.links import Fact, Origin, Register
from generator.model.output import Output

from . import addresses
from .feed_formats import in_utc
from .links import external
from .source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.model.registers import Actor, Place

    from .site_index import SiteIndex

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_HASH_LENGTH: Final = 12
_STATEMENTS: Final = frozenset({Kind.QUOTE, Kind.CLAIM})


def web_annotations(index: SiteIndex) -> Iterator[Output]:
    """The annotations of every article that has any, where the site has an address."""
    for article in index.linked.site.articles.values():
        yield from article_annotations(index, article)


def article_annotations(index: SiteIndex, article: Article) -> Iterator[Output]:
    """The annotations of one article; nothing where it has none, or the site no address."""
    if index.settings.site_url:
        items = tuple(_Writer(index, article).items())
        if items:
            path = addresses.annotations_path(article.id)
            yield Output(path, _written(index, article, items))


def has_annotations(index: SiteIndex, article: Article) -> bool:
    """Whether an article has such a file."""
    return bool(index.settings.site_url) and any(
        _Writer(index, article).published(item) for item in article.document.annotations
    )


def _written(index: SiteIndex, article: Article, items: tuple[dict[str, Any], ...]) -> bytes:
    address = _address(index, addresses.annotations_path(article.id))
    collection = {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": article.title,
        "total": len(items),
    }
    page = {
        "id": f"{address}#page",
        "type": "AnnotationPage",
        "partOf": address,
        "startIndex": 0,
    }
    # One annotation a line: what changed can be seen.
    head = f'{_json(collection)[:-1]}, "first": {_json(page)[:-1]}, "items": [\n'
    lines = ",\n".join(map(_json, items))
    return f"{head}{lines}\n]}}}}\n".encode()


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _address(index: SiteIndex, path: str, fragment: str = "") -> str:
    """The absolute address of what is served at ``path`` below the site's root."""
    address = index.settings.site_url + quote(path, safe="/~")
    return f"{address}#{quote(fragment)}" if fragment else address


def _page_address(index: SiteIndex, page: str, fragment: str = "") -> str:
    """The absolute address of a page."""
    served = addresses.served(page, folders=index.settings.directory_urls)
    return _address(index, served, fragment)


class _Writer:
    """The annotations of one article."""

    def __init__(self, index: SiteIndex, article: Article) -> None:
        self._index = index
        self._article = article
        self._origin = Origin(Register.ARTICLE, article.id)
        self._full = article.source.rights.full_text
        self._file = _address(index, addresses.annotations_path(article.id))
        reading = addresses.entry_path(Register.ARTICLE, article.id)
        briefing = addresses.briefing_path(article.briefing)
        self._reading = _page_address(index, reading)
        self._briefing = _page_address(index, briefing)
        url = article.source.url.strip()
        self._elsewhere = url if external(url) else ""
        self._text: SourceText | None = None

    def items(self) -> Iterator[dict[str, Any]]:
        """One object for each annotation that is published, in the order of the text."""
        for annotation in self._article.document.annotations:
            if self.published(annotation):
                yield self._item(annotation)

    def published(self, annotation: Annotation) -> bool:
        """Whether an annotation is among those that others are told."""
        if annotation.kind is Kind.PLAIN or not annotation.text:
            return False
        if annotation.kind in _STATEMENTS and not self._quotable(annotation):
            return False
        return bool(self._source(annotation))

    def _quotable(self, annotation: Annotation) -> bool:
        if self._full:
            return True
        fact = Fact(self._origin, annotation)
        return self._index.quotations.allows(fact, annotation.text)

    def _item(self, annotation: Annotation) -> dict[str, Any]:
        bodies = [*self._tags(annotation), *self._named(annotation)]
        identified = any(body["purpose"] == "identifying" for body in bodies)
        item: dict[str, Any] = {
            "id": f"{self._file}#{quote(self._fragment(annotation))}",
            "type": "Annotation",
            "motivation": "identifying" if identified else "tagging",
            "created": _instant(self._article.moment or self._article.date),
        }
        if self._article.updated:
            item["modified"] = _instant(self._article.updated)
        item["body"] = bodies
        item["target"] = self._target(annotation)
        return item

    def _fragment(self, annotation: Annotation) -> str:
        """What tells an annotation from others; of words that may not be quoted, a hash."""
        if self._quotable(annotation):
            return addresses.element_id(annotation.anchor)
        digest = hashlib.sha256(annotation.anchor.encode(errors="replace")).hexdigest()
        return f"{annotation.kind}-{digest[:_HASH_LENGTH]}"

    def _tags(self, annotation: Annotation) -> Iterator[dict[str, str]]:
        given = dict.fromkeys(
            f"{item.key}:{item.value}" for item in annotation.attributes if item.value.strip()
        )
        for value in (annotation.kind.value, *given):
            yield {"type": "TextualBody", "purpose": "tagging", "value": value}

    def _named(self, annotation: Annotation) -> Iterator[dict[str, str]]:
        """The page of what an annotation names, and its Wikidata item."""
        if annotation.kind in _STATEMENTS:
            # Who says it is in the tags: what is annotated is not that actor.
            return
        page, anchor = self._index.page_of(self._origin, annotation.kind, annotation.number)
        if not page:
            return
        found = [_page_address(self._index, page, anchor)]
        key = self._index.linked.references.get(self._origin, {}).get(annotation.number, "")
        site = self._index.linked.site
        entry: Actor | Place | None = None
        if annotation.kind is Kind.ACTOR:
            entry = site.actors.get(key)
        elif annotation.kind is Kind.PLACE:
            entry = site.places.get(key)
        if entry is not None and entry.wikidata:
            found.append(f"http://www.wikidata.org/entity/{entry.wikidata}")
        for source in found:
            yield {"type": "SpecificResource", "purpose": "identifying", "source": source}

    def _source(self, annotation: Annotation) -> str:
        """The address of the text that an annotation stands in; ``""`` where it has none."""
        if self._full:
            return self._reading
        return self._briefing if annotation.own and annotation.section else self._elsewhere

    def _target(self, annotation: Annotation) -> str | dict[str, Any]:
        source = self._source(annotation)
        if not self._quotable(annotation):
            return source
        quotation = annotation.quotation
        prefix, suffix = quotation.prefix, quotation.suffix
        if self._full and quotation.repeated:
            if self._text is None:
                self._text = SourceText(self._article.document.blocks)
            prefix, suffix = self._text.context(annotation.number, quotation)
        elif not self._full and not quotation.repeated:
            prefix = suffix = ""
        selector = {"type": "TextQuoteSelector", "exact": quotation.exact}
        if prefix:
            selector["prefix"] = prefix
        if suffix:
            selector["suffix"] = suffix
        return {"source": source, "selector": selector}


def _instant(moment: dt.date | dt.datetime) -> str:
    """A moment in UTC; of a day, its start."""
    if not isinstance(moment, dt.datetime):
        return f"{moment.isoformat()}T00:00:00Z"
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return f"{in_utc(moment).replace(tzinfo=None, microsecond=0).isoformat()}Z"
