"""Pages that notice what other pages' templates ask of them.

While a page is rendered, whatever its template reads of another page is noted: the other's title, a
key of its front matter, the day of the build, the list of all pages. A page stands as long as these
answers are the same. What cannot be answered so (another page's content) is refused, and the site
is then built as MkDocs builds it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Never

from jinja2.runtime import Context
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from .faults import UnwatchedError
from .fingerprints import digest_of
from .plain_values import pack, pick, unpack

TITLE: Final = "title"
META: Final = "meta:"  # and the key
META_ALL: Final = "meta"
META_ANY: Final = "meta?"
DATE: Final = "date"
PAGES: Final = "pages"
ANY: Final = "\0"
"""Among the keys that are at hand: whether there are any. No key of YAML holds this character."""

NOWHERE: Final = ""
"""The place of what belongs to no page: the date, the list of all pages."""

Asked = tuple[str, str]
"""A page's path below ``docs/`` and what was asked of it."""


@dataclass(slots=True)
class Known:
    """What is known of a page before it is rendered.

    ``shown`` has the keys of its front matter that others have asked for, packed; ``facts`` reads
    everything.
    """

    heading: str | None
    shown: dict[str, Any]
    facts: Callable[[], Mapping[str, Any]]


@dataclass(slots=True)
class Watch:
    """The pages of one build and what is asked of them.

    ``keys`` are those of front matter that others ask for, so that next time they are at hand.
    """

    date: str
    pages: dict[str, Page] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    sources: str = ""
    current: str | None = None
    asked: set[Asked] = field(default_factory=set)
    keys: set[str] = field(default_factory=lambda: {"title"})

    def note(self, uri: str, what: str) -> None:
        """Something is asked of a page, or of no page."""
        if self.current is not None and uri != self.current:
            self.asked.add((uri, what))

    def meta_value(self, uri: str, key: object) -> Any:  # noqa: ANN401  whatever YAML gives
        """A key of a page's front matter.

        Raises:
            KeyError: it is not there.
        """
        known = self.known[uri]
        if not isinstance(key, str):
            return unpack(known.facts()["meta"])[key]
        self.keys.add(key)
        if key not in known.shown:
            known.shown[key] = pick(known.facts()["meta"], key)
        shown = known.shown[key]
        if not shown:
            raise KeyError(key)
        return unpack(shown[0])

    def has_meta(self, uri: str) -> bool:
        """Whether a page has front matter."""
        known = self.known[uri]
        if ANY not in known.shown:
            known.shown[ANY] = [bool(known.facts()["meta"])]
        return bool(known.shown[ANY][0])

    def meta(self, uri: str) -> dict[str, Any]:
        """All of a page's front matter."""
        held: dict[str, Any] = unpack(self.known[uri].facts()["meta"])
        return held

    def answers(self, asked: list[list[str]]) -> str:
        """The digest of what would be answered now."""
        current, self.current = self.current, None
        try:
            return digest_of([self._answer(uri, what) for uri, what in asked])
        finally:
            self.current = current

    def _answer(self, uri: str, what: str) -> object:
        if what == DATE:
            return self.date
        if what == PAGES:
            return self.sources
        page = self.pages.get(uri)
        if page is None:
            return ["gone"]
        if what == TITLE:
            return ["title", pack(page.title)]
        if what.startswith(META):
            return self._shown(uri, what.removeprefix(META))
        return self.has_meta(uri) if what == META_ANY else pack(self.meta(uri))

    def _shown(self, uri: str, key: str) -> object:
        try:
            return ["key", pack(self.meta_value(uri, key))]
        except KeyError:
            return ["none"]


class OthersMeta(Mapping[Any, Any]):
    """The front matter of a page, as other pages see it."""

    def __init__(self, watch: Watch, uri: str) -> None:
        self._watch = watch
        self._uri = uri

    def _all(self) -> dict[Any, Any]:
        self._watch.note(self._uri, META_ALL)
        return self._watch.meta(self._uri)

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401  whatever YAML gives
        if isinstance(key, str):
            self._watch.note(self._uri, META + key)
            return self._watch.meta_value(self._uri, key)
        return self._all()[key]

    def __bool__(self) -> bool:
        self._watch.note(self._uri, META_ANY)
        return self._watch.has_meta(self._uri)

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[Any]:
        yield from self._all()

    def __reversed__(self) -> Iterator[Any]:
        yield from reversed(self._all())

    def __or__(self, other: dict[Any, Any]) -> dict[Any, Any]:
        return self._all() | other

    def __repr__(self) -> str:
        return repr(self._all())

    def copy(self) -> dict[Any, Any]:
        """All of it, as a dictionary's own method gives it."""
        return self._all()

    def _refuse(self, *_: object, **__: object) -> Never:
        raise UnwatchedError("a template changes the front matter of a page")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


def dump_json(value: object, **options: Any) -> str:  # noqa: ANN401  as `json.dumps`
    """What the filter ``tojson`` writes, front matter of other pages included."""

    def plain(item: object) -> object:
        if isinstance(item, OthersMeta):
            return item.copy()
        raise TypeError(f"Object of type {type(item).__name__} is not JSON serializable")

    return json.dumps(value, default=plain, **options)


@dataclass(slots=True)
class Opened:
    """A page while it is rendered: everything MkDocs would have put into it."""

    meta: dict[str, Any]
    content: str
    toc: TableOfContents
    anchors: set[str]


class WatchedPage(Page):
    """A page of MkDocs whose content is elsewhere; made of one by ``watch_page``."""

    _watch: Watch
    _uri: str
    _opened: Opened | None

    def _title(self) -> Any:  # noqa: ANN401  as YAML has it
        self._watch.note(self._uri, TITLE)
        given = self.__dict__.get("_given")
        if given is not None:
            return given[0]
        watch = self._watch
        try:
            return watch.meta_value(self._uri, "title")
        except KeyError:
            pass
        heading = watch.known[self._uri].heading
        if heading:
            return heading
        if self.is_homepage:
            return "Home"
        title = self.file.name.replace("-", " ").replace("_", " ")
        return title.capitalize() if title.lower() == title else title

    def _meta(self) -> object:
        if self._opened is not None:
            return self._opened.meta
        return OthersMeta(self._watch, self._uri)

    def _content(self) -> str:
        return self._own("content").content

    def _set_content(self, value: str) -> None:
        self._own("content").content = value

    def _toc(self) -> TableOfContents:
        return self._own("table of contents").toc

    def _anchors(self) -> set[str]:
        return self._own("anchors").anchors

    def _date(self) -> object:
        self._watch.note(NOWHERE, DATE)
        return self.__dict__["_update_date"]

    def _own(self, what: str) -> Opened:
        if self._opened is None:
            self._refuse(what)
        return self._opened

    def _refuse(self, what: str = "state", *_: object) -> Never:
        raise UnwatchedError(f"a template uses the {what} of {self._uri}")

    def _fixed(self, _: object) -> Never:
        raise UnwatchedError(f"something changes {self._uri} while it is rendered")

    # Data descriptors, which win over what MkDocs put into the page's dictionary.
    title = property(_title, _fixed)
    meta = property(_meta, _fixed)
    content = property(_content, _set_content)
    toc = property(_toc, _fixed)
    present_anchor_ids = property(_anchors, _fixed)
    update_date = property(_date, _fixed)
    markdown = property(_refuse, _fixed)
    links_to_anchors = property(_refuse, _fixed)

    def open(self, facts: Mapping[str, Any], content: str) -> None:
        """Put in what MkDocs would have put in by now."""
        toc = get_toc([_token(item) for item in facts["toc"]])
        self._opened = Opened(unpack(facts["meta"]), content, toc, set(facts["anchors"]))

    def shut(self) -> None:
        """Let go of it again."""
        self._opened = None


def _token(item: list[Any]) -> Any:  # noqa: ANN401  a typed dict of MkDocs' own
    level, anchor, name, children = item
    return {
        "level": level,
        "id": anchor,
        "name": name,
        "children": [_token(child) for child in children],
    }


_OWN: Final = (
    "title",
    "meta",
    "content",
    "toc",
    "update_date",
    "markdown",
    "present_anchor_ids",
    "links_to_anchors",
)


def watch_page(page: Page, watch: Watch) -> None:
    """Make a page of MkDocs notice what is asked of it."""
    held = page.__dict__
    date = held["update_date"]
    given = [held["title"]] if "title" in held else None
    for name in _OWN:
        held.pop(name, None)
    uri = page.file.src_uri
    held.update(_watch=watch, _uri=uri, _opened=None, _update_date=date, _given=given)
    page.__class__ = WatchedPage
    watch.pages[uri] = page


def watching_context(watch: Watch) -> type[Context]:
    """The context of templates that notices the day of the build and the list of all pages."""
    whole = {"build_date_utc": DATE, "pages": PAGES}

    class WatchingContext(Context):
        def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  as in Jinja
            if key in whole:
                watch.note(NOWHERE, whole[key])
            return super().resolve_or_missing(key)

    return WatchingContext
