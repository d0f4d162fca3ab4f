"""What JSON-LD says of things that pages have in common, in the terms of https://schema.org.

A thing has one ``@id`` on all pages that name it: its own page's address with a fragment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from generator.model.links import Register
from generator.model.registers import Actor, ActorKind, Place

from . import addresses
from .escaping import one_line
from .links import public, wikidata

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.article import Article, Correction, Picture
    from generator.model.links import Mention

    from .scope import Scope
    from .site_index import SiteIndex
    from .views import CardView

Node: TypeAlias = dict[str, Any]

# Lists that grow with a briefing; its page holds them all.
_MOST: Final = 50

# A state and a country of its name are one item in Wikidata.
_ACTORS: Final[Mapping[ActorKind, str]] = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.PUBLIC_BODY: "GovernmentOrganization",
    ActorKind.COMPANY: "Corporation",
    ActorKind.LEGAL_ENTITY: "Organization",
    ActorKind.STATE: "Country",
    ActorKind.ARMED_GROUP: "Organization",
}


def node(kind: str, **values: object) -> Node:
    """A node of a type. ``id`` is its ``@id``; what is empty is left out, texts are one line."""
    found: Node = {"@type": kind}
    for key, value in values.items():
        given = one_line(value).strip() if isinstance(value, str) else value
        if given or given == 0:
            found["@id" if key == "id" else key] = given
    return found


def texts(values: Iterable[str]) -> list[str]:
    """Texts on one line each, those that are empty left out."""
    lines = (one_line(value).strip() for value in values)
    return [line for line in lines if line]


class Things:
    """The things of one site, each made once a language."""

    def __init__(self, index: SiteIndex) -> None:
        self.index: Final = index
        self.root: Final = index.settings.site_url
        self.website: Final = f"{self.root}#website"
        self.publisher: Final = node(
            "Organization",
            id=f"{self.root}#publisher",
            name=index.settings.site_name,
            url=self.root,
        )
        self._actors: Final[dict[tuple[str, str], Node]] = {}
        self._places: Final[dict[tuple[str, str], Node]] = {}

    def page(self, path: str) -> str:
        """The address of a page."""
        folders = self.index.settings.directory_urls
        return addresses.page_address(self.root, path, folders=folders)

    def entry(self, register: Register, key: str) -> str:
        """The address of an entry's page."""
        return self.page(addresses.entry_path(register, key))

    def mentions(self, scope: Scope, mentions: Iterable[Mention], register: Register) -> list[Node]:
        """The actors or places that the register has, each once."""
        site = self.index.linked.site
        keys = dict.fromkeys(item.id for item in mentions)
        if register is Register.ACTOR:
            known = [key for key in keys if key in site.actors]
            return [self.actor(scope, site.actors[key]) for key in known[:_MOST]]
        known = [key for key in keys if key in site.places]
        return [self.place(scope, site.places[key]) for key in known[:_MOST]]

    def actor(self, scope: Scope, actor: Actor) -> Node:
        """An actor by the name that readers of the page can read."""
        key = actor.id, scope.language
        if key not in self._actors:
            address = self.entry(Register.ACTOR, actor.id)
            self._actors[key] = node(
                _ACTORS[actor.kind],
                id=f"{address}#actor",
                name=scope.named(actor.names, actor.name),
                url=address,
                sameAs=_same_as(actor),
            )
        return self._actors[key]

    def place(self, scope: Scope, place: Place) -> Node:
        """A place by the name that readers of the page can read."""
        key = place.id, scope.language
        if key not in self._places:
            address = self.entry(Register.PLACE, place.id)
            self._places[key] = node(
                "Place",
                id=f"{address}#place",
                name=scope.named(place.names, place.name),
                url=address,
                address=node("PostalAddress", addressCountry=place.country)
                if place.country
                else None,
                sameAs=_same_as(place),
            )
        return self._places[key]

    def topics(self, keys: Iterable[str]) -> list[Node]:
        """The topics that the register has."""
        known = self.index.linked.site.topics
        return [self.topic(key) for key in keys if key in known]

    def topic(self, key: str) -> Node:
        """A topic of the register."""
        address = self.entry(Register.TOPIC, key)
        title = self.index.linked.site.topics[key].title
        return node("Thing", id=f"{address}#topic", name=title, url=address)

    def source(self, scope: Scope, article: Article) -> Node:
        """A text that a page rests on, with its published address: its own, or its reading view."""
        source = article.source
        return node(
            "NewsArticle" if source.publisher else "Article",
            name=article.title,
            url=self.source_address(article),
            inLanguage=article.language,
            datePublished=(source.published or article.date).isoformat(),
            publisher=node("Organization", name=scope.publisher(article)),
            author=author(article),
            license=licence(source.licence),
            archivedAt=public(source.archive),
        )

    def source_address(self, article: Article) -> str:
        """Where a text can be read; ``""`` for one that is published nowhere."""
        address = public(article.source.url)
        if address or not article.source.rights.full_text:
            return address
        return self.entry(Register.ARTICLE, article.id)

    def picture(self, picture: Picture | None) -> Node | None:
        """A picture of the site's own; others are linked, not shown."""
        path = self.index.media(picture.file) if picture and not picture.url else ""
        if not picture or not path:
            return None
        return node(
            "ImageObject",
            url=addresses.absolute(self.root, path),
            caption=picture.caption or picture.alt,
            creditText=picture.credit,
        )

    def card(self, card: CardView | None) -> Node | None:
        """The picture that stands for a page where it is shared."""
        if card is None:
            return None
        return node(
            "ImageObject",
            url=addresses.absolute(self.root, card.path),
            caption=card.alt,
        )


def author(article: Article) -> Node | None:
    """Who wrote a text: an organisation where its publisher's name is in theirs, else a person."""
    source = article.source
    if not source.author:
        return None
    joint = bool(source.publisher) and source.publisher in source.author
    return node("Organization" if joint else "Person", name=source.author)


def corrections(found: Iterable[tuple[Correction, str]]) -> list[Node]:
    """What was wrong and is right now, each once, newest first, with its language."""
    once = {(item.date, item.text): (item, language) for item, language in found}
    newest = sorted(once.values(), key=lambda pair: (-pair[0].date.toordinal(), pair[0].text))
    return [
        node(
            "CorrectionComment",
            text=item.text,
            datePublished=item.date.isoformat(),
            inLanguage=language,
        )
        for item, language in newest
    ]


def licence(text: str) -> str | Node | None:
    """A licence by its address, or a work of its name."""
    return public(text) or (node("CreativeWork", name=text) if text else None)


def _same_as(entry: Actor | Place) -> list[str]:
    found = [wikidata(entry.wikidata)] if entry.wikidata else []
    if isinstance(entry, Actor):
        found += (public(item.url) for item in entry.links)
    return list(dict.fromkeys(filter(None, found)))
