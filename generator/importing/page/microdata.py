"""What a page says in its text's markup: schema.org microdata, ``<time>``, bylines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .chrome import names_of
from .claims import Claims, tidy
from .meta_tags import is_name
from .parsing import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_BY = re.compile(
    r"\A(?:.{0,60}?\b)?(?:written by|reported by|by|von|par|por|di|door)[\s:]+(?=\S)|"
    r"\A(?:بقلم|كتب|מאת|автор)\s*+(?::\s*+)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:^|[-_])(?:byline|author|authors|contributor|autor|writer)(?:$|[-_])")
_AROUND = re.compile(r"(?:^|[-_])(?:comments?|related|sidebar|teasers?|bio|caption)(?:$|[-_])")
_NAME = re.compile(r"(?:^|[-_])(?:author-name|byline-name|name|fn|author-link)(?:$|[-_])")
_PRINTED = re.compile(r"(?:^|[-_])(?:published|publish|date|posted|pubdate|created)(?:$|[-_])")
_CHANGED = re.compile(r"(?:^|[-_])(?:updated|modified|changed|aktualisiert)(?:$|[-_])")
_PERSON = (
    r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s(?:(?:de|van|von|der|al|el|bin)\s)*[^\W\d_a-zß-ÿ][\w.'’-]*){1,3}"
)
_BYLINE_LINE = re.compile(
    rf"(?i:(?:written\s|reported\s)?by|von|par|por|di|door)[\s:]+"
    rf"(?P<names>{_PERSON}(?:(?:,|\sand|\sund|\set|\s&)\s{_PERSON})*)"
    rf"(?:(?:,|\s[|·–—-])\s.{{1,60}})?"
)
_LONGEST = 120
_DIVIDE = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|&|\sو\s?)\s*")


def read_microdata(page: HtmlElement) -> Claims:
    """The claims of the page's item, outside comments and teasers."""
    items: dict[str, list[HtmlElement]] = {}
    for element in page.iter():
        if not tag_of(element):
            continue
        for name in (element.get("itemprop") or "").split():
            items.setdefault(name, []).append(element)

    def first(name: str) -> str:
        return next((value for item in items.get(name, ()) if (value := _value(item))), "")

    times = _times(page)
    picture = next(iter(items.get("image", ())), None)
    return Claims(
        title=first("headline"),
        authors=_item_names(items.get("author", ())),
        published=first("datePublished") or times[0],
        modified=first("dateModified") or times[1],
        publisher=", ".join(_item_names(items.get("publisher", ()))[:1]),
        description=first("description"),
        picture=_picture(picture) if picture is not None else "",
        alt=tidy(picture.get("alt") or "") if picture is not None else "",
    )


def read_byline(page: HtmlElement) -> tuple[str, ...]:
    """The names in ``rel=author`` links, else in the page's first byline by its class."""
    links = [
        tidy("".join(link.itertext()))
        for link in page.iter("a")
        if "author" in (link.get("rel") or "").lower().split() and not _is_aside(link)
    ]
    names = tuple(dict.fromkeys(name for name in links if 1 < len(name) < _LONGEST))
    if names:
        return names
    bylines = (
        element
        for element in page.iter("p", "div", "span", "a", "address", "td", "li", "h4", "h5", "h6")
        if any(_BYLINE.search(name) for name in names_of(element)) and not _is_aside(element)
    )
    for byline in bylines:
        names = _byline_names(byline)
        if names:
            return names
    return ()


def names_in(text: str) -> tuple[str, ...]:
    """The names in a byline such as “By Ann Example and Bo Sample”."""
    bare = _BY.sub("", " ".join(text.split())).strip(" |·•,–—-")
    parts = [part.strip() for part in _DIVIDE.split(bare)]
    return tuple(
        part for part in parts if part and is_name(part) and not any(map(str.isdigit, part))
    )


def byline_names(line: str) -> tuple[str, ...]:
    """The names in a line that is a byline and nothing else, with a role behind them or without.

    “By Ann Example and Bo Sample”, “By Ann Example, staff writer”, “Von Ann Example, Musterstadt”.
    """
    match = _BYLINE_LINE.fullmatch(" ".join(line.split()))
    return names_in(match["names"]) if match else ()


def _byline_names(byline: HtmlElement) -> tuple[str, ...]:
    text = " ".join("".join(byline.itertext()).split())
    if not 1 < len(text) <= _LONGEST:
        return ()
    named = [part for part in byline.iter() if any(map(_NAME.search, names_of(part)))]
    inner = named or list(byline.iter("a"))
    linked = tuple(
        name
        for part in inner
        if (name := tidy("".join(part.itertext())))
        and is_name(name)
        and not any(map(str.isdigit, name))
    )
    return tuple(dict.fromkeys(linked)) or names_in(text)


def _item_names(items: Iterable[HtmlElement]) -> tuple[str, ...]:
    found: list[str] = []
    for item in items:
        name = next((part for part in item.iter() if part.get("itemprop") == "name"), None)
        value = _value(item if name is None else name)
        if value and is_name(value):
            found += names_in(value)
    return tuple(dict.fromkeys(found))


def _times(page: HtmlElement) -> tuple[str, str]:
    """The first ``<time datetime>`` that is of publication, and the first of a change."""
    published = modified = ""
    for time in page.iter("time"):
        value = tidy(time.get("datetime") or "")
        if not value or _is_aside(time):
            continue
        around = " ".join(
            name
            for element in (time, *_near(time))
            for name in (*names_of(element), element.get("itemprop") or "")
        )
        marks = around.split()
        if any(map(_CHANGED.search, marks)):
            modified = modified or value
        elif not published and (
            time.get("pubdate") is not None or any(map(_PRINTED.search, marks)) or _is_head(time)
        ):
            published = value
    return published, modified


def _near(element: HtmlElement) -> Iterator[HtmlElement]:
    parent = element.getparent()
    if parent is not None and tag_of(parent) in {"span", "p", "div", "li", "small"}:
        yield parent


def _is_head(element: HtmlElement) -> bool:
    """Whether an element stands in the head of the article."""
    return any(
        tag_of(around) == "header" or any("header" in name for name in names_of(around))
        for around in list(element.iterancestors())[:4]
    )


def _is_aside(element: HtmlElement) -> bool:
    return any(
        tag_of(around) in {"aside", "nav", "footer"} or any(map(_AROUND.search, names_of(around)))
        for around in (element, *element.iterancestors())
        if tag_of(around) not in {"body", "html", "article", "main"}
    )


def _value(item: HtmlElement) -> str:
    given = item.get("content") or item.get("datetime")
    return tidy(given if given is not None else "".join(item.itertext()))


def _picture(item: HtmlElement) -> str:
    for part in item.iter():
        found = part.get("src") or part.get("content") or part.get("href")
        if found and found.startswith(("http", "/")):
            return tidy(found)
    return ""
