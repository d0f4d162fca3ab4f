"""One page being made: its address, its language, and the small views it is built of."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Hashable
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.model.links import Fact, Origin, Register
from generator.model.pictures import picture_path

from . import addresses
from .date_text import DateText
from .language import differing, direction, foreign_language, matches_script
from .links import external, internal, to_text
from .messages import Messages, messages
from .pictures import folder_from, shown
from .quantity_text import QuantityText
from .views import (
    DateView,
    FacetsView,
    FeedView,
    LinkView,
    Markdown,
    PageView,
    PictureView,
)
from .views.pieces import NO_MARKDOWN

if TYPE_CHECKING:
    import datetime as dt

    from generator.model.annotation import Annotation
    from generator.model.article import Article, Picture
    from generator.model.document import Image
    from generator.model.edtf import Edtf
    from generator.model.image_file import ImageFile
    from generator.model.registers import Name

    from .site_index import SiteIndex

_Key = TypeVar("_Key", bound=Hashable)
_Link = TypeVar("_Link", bound=LinkView | None)


@cache
def _dates(language: str) -> DateText:
    return DateText(language)


@cache
def _quantities(language: str) -> QuantityText:
    return QuantityText(language)


def _once_a_page(
    method: Callable[[Scope, _Key], _Link],
) -> Callable[[Scope, _Key], _Link]:
    """Keep what a method gave: a page names the same things again and again."""

    @wraps(method)
    def kept(scope: Scope, key: _Key) -> _Link:
        found: _Link
        try:
            found = scope.kept[method, key]
        except KeyError:
            found = scope.kept[method, key] = method(scope, key)
        return found

    return kept


class Scope:
    """The page at ``path``, written in ``language``."""

    __slots__ = ("dates", "index", "kept", "language", "messages", "path", "quantities")

    def __init__(self, index: SiteIndex, path: str, language: str = "") -> None:
        self.index: Final = index
        self.path: Final = path
        self.language: Final = language or index.settings.language
        self.dates: Final = _dates(self.language)
        self.quantities: Final = _quantities(self.language)
        self.messages: Final[Messages] = messages(self.language)
        self.kept: Final[dict[tuple[object, object], Any]] = {}

    def page(
        self, kind: str, title: str, description: str = "", facets: FacetsView | None = None
    ) -> PageView:
        """The page itself. One that describes nothing is told apart by its title and the site's."""
        return PageView(
            self.path,
            kind,
            title,
            description or self.undescribed(title),
            self.language,
            direction(self.language),
            facets,
            self.index.large,
        )

    def undescribed(self, title: str) -> str:
        """What stands for the description of a page that has none."""
        return " · ".join(dict.fromkeys((title, self.index.settings.site_name)))

    def say(self, message: str, **values: object) -> str:
        """A message in the page's language."""
        return self.messages.fill(message, **values) if values else self.messages.text(message)

    def href(self, target: str, anchor: str = "") -> str:
        """The address of another page, relative to this one."""
        return internal(self.path, target, anchor)

    def link(self, text: str, target: str, anchor: str = "", language: str = "") -> LinkView:
        """A link to another page; ``language`` is that of the text."""
        return LinkView(text, self.href(target, anchor), self.other(language))

    def feed(self) -> FeedView | None:
        """The feed that follows this page; ``None`` on a site without an address."""
        if not self.index.settings.site_url:
            return None
        path, _ = addresses.feed_paths(self.path)
        return FeedView(path, self.href(path))

    def other(self, language: str) -> str:
        """``language`` where it is not the page's, else ``""``."""
        return differing(language, self.language)

    def name(self, text: str, href: str = "") -> LinkView:
        """A name, marked where it is written in another script than the page."""
        return LinkView(text, href, foreign_language(text, self.language))

    def named(self, names: tuple[Name, ...], fallback: str) -> str:
        """The name that readers of this page can read.

        In another script it is the first of as many words as ``fallback`` has, so a full name
        stands for a full name; without such a one, the first there is.
        """
        if matches_script(fallback, self.language):
            return fallback
        readable = [item.text for item in names if matches_script(item.text, self.language)]
        words = len(fallback.split())
        return next(
            (text for text in readable if len(text.split()) == words),
            readable[0] if readable else fallback,
        )

    @_once_a_page
    def actor(self, actor: str) -> LinkView | None:
        """A link to an actor; ``None`` for one that the register does not have."""
        entry = self.index.linked.site.actors.get(actor)
        if entry is None:
            return None
        href = self.href(addresses.entry_path(Register.ACTOR, actor))
        return self.name(self.named(entry.names, entry.name), href)

    @_once_a_page
    def place(self, place: str) -> LinkView | None:
        """A link to a place; ``None`` for one that the register does not have."""
        entry = self.index.linked.site.places.get(place)
        if entry is None:
            return None
        href = self.href(addresses.entry_path(Register.PLACE, place))
        return self.name(self.named(entry.names, entry.name), href)

    @_once_a_page
    def topic(self, topic: str) -> LinkView | None:
        """A link to a topic; ``None`` for one that the register does not have."""
        entry = self.index.linked.site.topics.get(topic)
        if entry is None:
            return None
        return self.name(entry.title, self.href(addresses.entry_path(Register.TOPIC, topic)))

    @_once_a_page
    def series(self, series: str) -> LinkView | None:
        """A link to a figure's page; ``None`` for one that the register does not have."""
        entry = self.index.linked.site.figures.get(series)
        if entry is None:
            return None
        return self.name(entry.label, self.href(addresses.entry_path(Register.FIGURE, series)))

    @_once_a_page
    def briefing(self, briefing: str) -> LinkView:
        """A link to a briefing."""
        article = self.index.newest(self.index.linked.briefings[briefing])
        return self.link(
            article.title, addresses.briefing_path(briefing), language=article.language
        )

    def day(self, date: dt.date) -> DateView:
        """A day."""
        return self.dates.day(date)

    def date(self, date: Edtf | None) -> DateView | None:
        """A date with its precision, ``None`` where it is not known."""
        return self.dates.edtf(date) if date else None

    def publisher(self, article: Article) -> str:
        """Who published a text; this site where nothing else is said."""
        return article.source.publisher or self.index.settings.site_name

    def reading(self, article: Article) -> str:
        """The address of an article's reading view; ``""`` where rights allow none."""
        if not article.source.rights.full_text:
            return ""
        return self.href(addresses.entry_path(Register.ARTICLE, article.id))

    @_once_a_page
    def source(self, origin: Origin) -> LinkView:
        """Where a fact comes from: a publisher's text, or a background block of the site."""
        article = self.index.article(origin)
        if article is not None:
            href = self.reading(article) or external(article.source.url)
            return self.name(self.publisher(article), href)
        block = self.index.linked.site.background.get(origin.id)
        title = block.title if block and origin.register is Register.BACKGROUND else ""
        return self.name(title) if title else LinkView("")

    def sentence_href(self, fact: Fact) -> str:
        """The address of the sentence a fact rests on.

        An anchor in the reading view where rights allow one, a text fragment on the source's
        address where not. The editors' own words and background blocks stand on a briefing.
        """
        article = self.index.article(fact.origin)
        annotation = fact.annotation
        if article is not None and article.source.rights.full_text:
            target = addresses.entry_path(Register.ARTICLE, article.id)
            return self.href(target, addresses.element_id(annotation.anchor))
        if article is not None and not (annotation.own and annotation.section):
            return to_text(article.source.url, annotation.quotation)
        hosts = self.index.briefing_of.get(fact.origin, ())
        if not hosts:
            return ""
        pages = [addresses.briefing_path(key) for key in hosts]
        page = self.path if self.path in pages else pages[0]
        return self.href(page, passage_anchor(fact.origin, annotation))

    def picture(self, picture: Picture | None) -> PictureView | None:
        """A picture of the site, or where one stands elsewhere: no request leaves the site."""
        if picture is None:
            return None
        if picture.url:
            href = external(picture.url)
            said = (picture.alt, picture.caption, picture.credit)
            return PictureView(href, *said, elsewhere=True) if href else None
        path = self.index.media(picture.file)
        if not path:
            return None
        image = self.index.images.get(picture.file)
        return PictureView(
            self.href(path),
            picture.alt,
            picture.caption,
            picture.credit,
            width=image.width if image else 0,
            height=image.height if image else 0,
            shown=self._shown(picture.alt, path, image, leading=True),
        )

    @property
    def elements(self) -> frozenset[str]:
        """The elements of HTML that texts may hold."""
        return frozenset(self.index.settings.html)

    def target(self, target: str) -> str:
        """The address of a link in a text: another site's, or a page of this one; else ``""``."""
        address = external(target)
        if address:
            return address
        path, _, fragment = target.strip().partition("#")
        path = posixpath.normpath(path) if path else ""
        while path.startswith(("../", "/")):
            path = path.removeprefix("../").removeprefix("/")
        for page in (path, f"{path}.md", f"{path}/index.md"):
            if self.index.known(page):
                return self.href(page, fragment)
        present = self.index.linked.redirects.get(path.removesuffix(".md"))
        return self.href(f"{present}.md", fragment) if present else ""

    def image(self, image: Image, folder: str) -> Markdown:
        """A picture in a text of ``folder`` of the site's root; ``""`` if it is none of the site's.

        One that is taken from elsewhere would be a request to there.
        """
        file = picture_path(image.target, folder, self.index.settings.content_dir)
        path = self.index.media(file) if file else ""
        if not path:
            return NO_MARKDOWN
        return self._shown(image.alt, path, self.index.images.get(file), leading=False)

    def _shown(self, alt: str, path: str, image: ImageFile | None, *, leading: bool) -> Markdown:
        folder = folder_from(self.path, path, directory_urls=self.index.settings.directory_urls)
        return shown(alt, self.href(path), image, folder, leading=leading)


def passage_anchor(origin: Origin, annotation: Annotation) -> str:
    """The id of an annotation in a passage of a briefing, where several texts stand."""
    return addresses.element_id(f"in-{origin.id.replace('/', '-')}-{annotation.anchor}")
