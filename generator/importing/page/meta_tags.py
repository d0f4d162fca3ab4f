"""What a page's ``<meta>`` and ``<link>`` tags say, OpenGraph before Dublin Core before others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .claims import Claims, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names in the order in which they are believed.
_TITLE = (
    "og:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "twitter:title",
    "sailthru.title",
    "parsely-title",
    "headline",
)
_AUTHOR = (
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "byl",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "twitter:data1:author",
)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published-date",
    "release_date",
    "cxenseparse:recs:publishtime",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
    "last-modified",
    "lastmod",
    "modified",
    "revised",
)
_PUBLISHER = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "cre",
    "citation_journal_title",
    "application-name",
)
_LANGUAGE = ("content-language", "og:locale", "dc.language", "dcterms.language", "language")
_DESCRIPTION = (
    "og:description",
    "description",
    "dc.description",
    "dcterms.description",
    "dcterms.abstract",
    "twitter:description",
)
_PICTURE = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "image",
)
_ALT = ("og:image:alt", "twitter:image:alt")
_URL = ("og:url", "twitter:url", "dc.identifier", "citation_fulltext_html_url", "parsely-link")
# “Author” by some systems: names are kept together with “By”.
_BY = re.compile(r"\A(?:by|von|par|por)\s+", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_NOBODY = frozenset({"admin", "administrator", "editor", "webmaster", "staff", "root", "user"})


def read_meta(page: HtmlElement) -> Claims:
    """What the tags of a page's head say, wherever in the page they stand."""
    given: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        # Some systems write `value` for `content`, and `name` for `property`.
        value = tidy(element.get("content") or element.get("value") or "")
        names = f"{element.get('property', '')} {element.get('name', '')} " + (
            element.get("http-equiv", "")
        )
        for name in names.lower().split():
            if value:
                given.setdefault(name, []).append(value)
    return Claims(
        title=_first(given, _TITLE),
        authors=_authors(given),
        published=_first(given, _PUBLISHED),
        modified=_first(given, _MODIFIED),
        publisher=_first(given, _PUBLISHER),
        url=_url(page, given),
        language=_first(given, _LANGUAGE).replace("_", "-"),
        description=_first(given, _DESCRIPTION),
        picture=_first(given, _PICTURE),
        alt=_first(given, _ALT),
    )


def saved_from(text: str) -> str:
    """The address that a browser notes in a page when it saves it; ``""`` where there is none."""
    match = _SAVED_FROM.search(text, 0, 2_000)
    return match[1] if match else ""


def title_tag(page: HtmlElement) -> str:
    """The words of ``<title>``."""
    found = next(page.iter("title"), None)
    return tidy("".join(found.itertext())) if found is not None else ""


def _url(page: HtmlElement, given: dict[str, list[str]]) -> str:
    """``rel=canonical`` first; one that is the site's front page is nobody's address."""
    candidates = [
        tidy(link.get("href") or "")
        for link in page.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    candidates += [value for name in _URL for value in given.get(name, ())]
    deep = [url for url in candidates if re.search(r"://[^/]+/[^?#]", url)]
    whole = [url for url in candidates if "://" in url]
    return next(iter([*deep, *whole, *candidates]), "")


def _authors(given: dict[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHOR:
        found = [
            author
            for value in given.get(name, ())
            if (author := _BY.sub("", value)) and is_name(author)
        ]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def is_name(text: str) -> bool:
    """Whether a value can be a name: no address, no account, nobody's."""
    return (
        len(text) <= 200  # noqa: PLR2004 - several names on one line
        and "://" not in text
        and not text.startswith(("@", "www."))
        and text.casefold() not in _NOBODY
        and any(letter.isalpha() for letter in text)
    )


def _first(given: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((given[name][0] for name in names if name in given), "")
