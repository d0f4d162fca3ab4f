"""What a page says of itself to machines: JSON-LD in the terms of https://schema.org.

A graph of the page's subject and of its place in the site (BreadcrumbList). What each kind of page
is, and which properties it must have, follows https://developers.google.com/search/docs/appearance/
structured-data (article, breadcrumb, dataset, profile-page) and
https://schema.org/BackgroundNewsArticle. All addresses are absolute, so a site without ``site_url``
has none of this.

Only what stands on the page is said, and of texts that may only be quoted nothing but their titles.
"""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Final

from generator.model.links import Origin, Register
from generator.model.registers import ActorKind

from . import addresses
from .document import first_paragraph
from .linked_things import Node, Things, author, corrections, licence, node, texts
from .links import public
from .scope import Scope
from .versions import versions
from .views import (
    ActorPageView,
    ArchivePageView,
    BriefingView,
    CollectionPageView,
    FigurePageView,
    HomeView,
    ReadingView,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.edtf import Edtf

    from .page_templates import View
    from .site_index import SiteIndex
    from .views import HeadView, PageView

CONTEXT: Final = "https://schema.org"

# Nothing in it can end a script element or, in scripts of old, a line.
_UNSAFE: Final = "<>&\u2028\u2029"
_MOST: Final = 30
# What Google asks of a dataset's description.
_LEAST_DESCRIPTION, _MOST_DESCRIPTION = 50, 5000
_INDEXES: Final = {
    "briefing": ("Briefings", addresses.BRIEFINGS),
    "briefings": ("Briefings", addresses.BRIEFINGS),
    "article": ("Briefings", addresses.BRIEFINGS),
    "actor": ("Actors", addresses.ACTORS),
    "actors": ("Actors", addresses.ACTORS),
    "figure": ("Figures", addresses.FIGURES),
    "figures": ("Figures", addresses.FIGURES),
    "place": ("Places", addresses.PLACES),
    "places": ("Places", addresses.PLACES),
    "topic": ("Topics", addresses.TOPICS),
    "topics": ("Topics", addresses.TOPICS),
    "timeline": ("Timeline", addresses.TIMELINE),
}
_REGISTERS: Final = {"place": Register.PLACE, "topic": Register.TOPIC}
_PAGES: Final = {"timeline": "CollectionPage", "corrections": "WebPage", "search": "WebPage"}


def written(nodes: Iterable[Node]) -> str:
    """A graph as JSON on one line that is safe in a script element."""
    graph = {"@context": CONTEXT, "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for character in _UNSAFE:  # faster than a table: hardly any text has one
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


class LinkedData:
    """The JSON-LD of a site's pages."""

    def __init__(self, index: SiteIndex) -> None:
        self._index = index
        self._site = index.linked.site
        self._things = Things(index)

    def of(self, view: View, head: HeadView) -> str:
        """The graph of one page; its dates and address are those of ``head``."""
        page = view.page
        scope = Scope(self._index, page.path, page.language)
        key = page.path.partition("/")[2].removesuffix(".md")
        match view:
            case BriefingView():
                found = self._briefing(scope, view, key, head)
            case ReadingView():
                found = self._reading(scope, view, key, head)
            case ActorPageView():
                found = self._actor(scope, view, key, head)
            case FigurePageView():
                found = self._figure(scope, view, key, head)
            case CollectionPageView():
                found = self._collection(scope, view, key, head)
            case HomeView():
                found = self._home(view, head)
            case _:
                found = self._page(view, head, _PAGES.get(page.kind, "CollectionPage"))
        trail = self._trail(scope, view)
        return written((found, trail) if trail else (found,))

    def _briefing(self, scope: Scope, view: BriefingView, key: str, head: HeadView) -> Node:
        things = self._things
        briefing = self._index.linked.briefings[key]
        articles = [self._site.articles[item] for item in briefing.articles]
        sources = [things.source(scope, item) for item in articles]
        card = things.card(view.page.card)
        work = self._article(view, head, "BackgroundNewsArticle")
        work |= node(
            "BackgroundNewsArticle",
            author={"@id": things.publisher["@id"]},
            articleSection=head.section,
            keywords=texts(head.tags),
            image=next(
                filter(None, (*(things.picture(item.image) for item in articles), card)), None
            ),
            about=things.topics(briefing.topics),
            mentions=[
                *things.mentions(scope, briefing.actors, Register.ACTOR),
                *things.mentions(scope, briefing.places, Register.PLACE),
            ],
            citation=sources,
            isBasedOn=list(dict.fromkeys(item["url"] for item in sources if "url" in item)),
            correction=corrections(
                (correction, item.language) for item in articles for correction in item.corrections
            ),
        )
        return work | self._versions(key)

    def _versions(self, key: str) -> Node:
        """The original, of a version of it; of the original, its versions."""
        briefing = self._index.linked.briefings[key]
        found = [
            node(
                "BackgroundNewsArticle",
                id=f"{self._things.page(item.page)}#article",
                url=self._things.page(item.page),
                inLanguage=item.language,
            )
            for item in versions(self._index, briefing)
        ]
        if not found:
            return {}
        first, *others = found
        if first["url"] != self._things.page(addresses.briefing_path(briefing.versions[0])):
            return {}  # the original is in this page's own language, and so no version for readers
        if briefing.versions[0] == key:
            return {"workTranslation": others} if others else {}
        return {"translationOfWork": first}

    def _reading(self, scope: Scope, view: ReadingView, key: str, head: HeadView) -> Node:
        things = self._things
        article = self._site.articles[key]
        source = article.source
        briefing = self._index.linked.briefings.get(article.briefing)
        mentions = [
            item
            for _, item in self._index.mentions_in.get(Origin(Register.ARTICLE, key), ())
            if item.id
        ]
        kind = "NewsArticle" if source.publisher else "Article"
        publisher = node("Organization", name=scope.publisher(article))
        work = self._article(view, head, kind) | node(
            kind,
            author=author(article) or publisher,
            sourceOrganization=publisher if source.publisher else None,
            contributor=[node("Organization", name=item) for item in texts(source.agencies)],
            isBasedOn=public(source.url),
            archivedAt=public(source.archive),
            license=licence(source.licence),
            image=things.picture(article.image),
            about=things.topics(briefing.topics) if briefing else None,
            mentions=[
                *things.mentions(scope, mentions, Register.ACTOR),
                *things.mentions(scope, mentions, Register.PLACE),
            ],
            correction=corrections((item, article.language) for item in article.corrections),
        )
        if briefing:
            address = things.page(addresses.briefing_path(briefing.id))
            work["isPartOf"] = node("WebPage", id=address, name=view.briefing.text)
        return work

    def _actor(self, scope: Scope, view: ActorPageView, key: str, head: HeadView) -> Node:
        actor = self._site.actors[key]
        known = self._things.actor(scope, actor)
        subject = known | node(
            known["@type"],
            description=first_paragraph(actor.profile.blocks) or view.role,
            alternateName=texts(item.text for item in view.aliases),
            jobTitle=view.role if actor.kind is ActorKind.PERSON else None,
            image=self._things.picture(actor.image),
            mainEntityOfPage=head.address,
        )
        # Profile pages are of people and organisations alone.
        kind = "WebPage" if actor.kind is ActorKind.STATE else "ProfilePage"
        briefings = self._briefings(Register.ACTOR, key)
        return self._page(view, head, kind) | node(kind, mainEntity=subject, hasPart=briefings)

    def _figure(self, scope: Scope, view: FigurePageView, key: str, head: HeadView) -> Node:
        things, settings = self._things, self._index.settings
        series = self._site.figures[key]
        reports = self._index.linked.series.get(key, ())
        if not reports:
            return self._page(view, head, "WebPage")
        articles = {
            article.id: article
            for item in reports
            if (article := self._index.article(item.fact.origin))
        }
        files = (
            ("text/csv", addresses.figure_data_path(key)),
            ("application/json", addresses.figure_json_path(key)),
        )
        return node(
            "Dataset",
            id=f"{head.address}#data",
            url=head.address,
            mainEntityOfPage=head.address,
            name=series.label,
            description=_described(scope, first_paragraph(series.profile.blocks), view),
            inLanguage=view.page.language,
            dateModified=head.modified,
            isAccessibleForFree=True,
            creator={"@id": things.publisher["@id"]},
            publisher=things.publisher,
            license=licence(settings.data_licence),
            temporalCoverage=_covered(item.as_of for item in reports),
            variableMeasured=node("PropertyValue", name=series.label, unitText=series.unit),
            distribution=[
                node(
                    "DataDownload",
                    encodingFormat=kind,
                    contentUrl=addresses.absolute(settings.site_url, path),
                )
                for kind, path in files
            ],
            citation=[things.source(scope, item) for item in articles.values()][:_MOST],
            includedInDataCatalog=node(
                "DataCatalog",
                name=settings.site_name,
                url=addresses.absolute(settings.site_url, addresses.DATASETS),
            ),
        )

    def _collection(self, scope: Scope, view: CollectionPageView, key: str, head: HeadView) -> Node:
        if view.page.kind == "place":
            place = self._site.places[key]
            about = self._things.place(scope, place) | node(
                "Place", alternateName=texts(item.text for item in view.aliases)
            )
        else:
            about = self._things.topic(key)
        listed = [
            node("ListItem", position=place, url=item["url"], name=item["headline"])
            for place, item in enumerate(self._briefings(_REGISTERS[view.page.kind], key), 1)
        ]
        return self._page(view, head, "CollectionPage") | node(
            "CollectionPage",
            about=about,
            mainEntity=node("ItemList", itemListElement=listed) if listed else None,
        )

    def _home(self, view: HomeView, head: HeadView) -> Node:
        things, settings = self._things, self._index.settings
        search = things.page(addresses.SEARCH)
        action = node("SearchAction") | {
            "target": node("EntryPoint", urlTemplate=f"{search}?q={{search_term_string}}"),
            "query-input": "required name=search_term_string",
        }
        return node(
            "WebSite",
            id=things.website,
            url=head.address,
            name=settings.site_name,
            description=settings.site_description,
            inLanguage=view.page.language,
            dateModified=head.modified,
            publisher=things.publisher,
            potentialAction=action,
        )

    def _article(self, view: View, head: HeadView, kind: str) -> Node:
        """What briefings and reading views have in common."""
        page = view.page
        return node(
            kind,
            id=f"{head.address}#article",
            url=head.address,
            mainEntityOfPage=head.address,
            headline=page.title,
            description=self._description(page),
            datePublished=head.published,
            dateModified=head.modified,
            inLanguage=page.language,
            isAccessibleForFree=True,
            publisher=self._things.publisher,
        )

    def _page(self, view: View, head: HeadView, kind: str) -> Node:
        page = view.page
        return node(
            kind,
            id=head.address,
            url=head.address,
            name=page.title,
            description=self._description(page),
            inLanguage=page.language,
            dateModified=head.modified,
            isPartOf={"@id": self._things.website},
        )

    def _description(self, page: PageView) -> str:
        """A page's own description; what stands in for one says nothing of it."""
        known = Scope(self._index, page.path, page.language).undescribed(page.title)
        return "" if page.description in {known, page.title} else page.description

    def _briefings(self, register: Register, key: str) -> list[Node]:
        """The newest briefings that an entry stands in."""
        return [
            node(
                "BackgroundNewsArticle",
                id=f"{address}#article",
                url=address,
                headline=self._index.newest(self._index.linked.briefings[item]).title,
            )
            for item in self._index.used_in[register].get(key, ())[:_MOST]
            if (address := self._things.page(addresses.briefing_path(item)))
        ]

    def _trail(self, scope: Scope, view: View) -> Node | None:
        """The way from the home page to this one."""
        page = view.page
        if page.path == addresses.HOME:
            return None
        steps = [(self._index.settings.site_name, addresses.HOME)]
        folder = posixpath.dirname(page.path)
        kind = posixpath.dirname(folder) if isinstance(view, ArchivePageView) else page.kind
        if kind in _INDEXES:
            title, path = _INDEXES[kind]
            steps.append((scope.say(title), path))
        if isinstance(view, ArchivePageView):
            steps.append((view.entry.text, f"{folder}.md"))
        if isinstance(view, ReadingView) and view.briefing.text:
            key = page.path.partition("/")[2].removesuffix(".md")
            briefing = self._site.articles[key].briefing
            steps.append((view.briefing.text, addresses.briefing_path(briefing)))
        if steps[-1][1] != page.path:
            steps.append((page.title, page.path))
        items = [
            node("ListItem", position=place, name=name, item=self._things.page(path))
            for place, (name, path) in enumerate(steps, 1)
        ]
        return node("BreadcrumbList", itemListElement=items)


def _described(scope: Scope, profile: str, view: FigurePageView) -> str:
    """What the data is, in so many words as are asked for."""
    if len(profile) >= _LEAST_DESCRIPTION:
        return profile[:_MOST_DESCRIPTION]
    said = scope.say("Every report of this figure with its date, its value and its source.")
    return f"{view.page.description}. {said}"[:_MOST_DESCRIPTION]


def _covered(dates: Iterable[Edtf | None]) -> str:
    """The time from the first day to the last that reports are as of (ISO 8601)."""
    known = [item for item in dates if item]
    first = min((item.earliest for item in known if item.earliest), default=None)
    last = max((item.latest for item in known if item.latest), default=None)
    if not first or not last:
        return ""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
