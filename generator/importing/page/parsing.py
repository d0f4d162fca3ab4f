"""A saved page as a tree: sanitised first, so that what is read holds text and structure only."""

# ruff: noqa: SIM905 - lists of words read best as running text

from __future__ import annotations

import re
from dataclasses import dataclass

import nh3
from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

DEEPEST = 100
"""Elements nested deeper than this are text of the one around them: no page needs more."""

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section"
    " summary table tbody td tfoot th thead tr ul caption".split()
)
"""Elements that begin on a line of their own."""

_INLINES = frozenset(
    "a abbr acronym amp-img b bdi bdo big br cite code data del dfn em font i img ins kbd link "
    "mark meta picture q s samp small source span strike strong sub sup time tt u var wbr".split()
)
_WITH_CONTENT = frozenset(
    "script style title noscript template iframe object embed applet svg canvas audio video map "
    "button select textarea datalist option progress meter noembed noframes amp-ad amp-analytics "
    "amp-sidebar amp-consent amp-social-share rp".split()
)
_ATTRIBUTES = {
    "*": set(
        "class id role hidden style aria-hidden aria-label itemprop itemtype itemscope lang dir "
        "datetime content data-component data-testid data-module".split()
    ),
    "a": {"href", "rel"},
    "img": {"src", "alt", "data-src", "srcset"},
    "link": {"href"},
    "amp-img": {"src", "alt", "srcset"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "time": {"datetime", "pubdate"},
}
_VOID = frozenset({"br", "hr", "img", "wbr", "source", "meta", "link"})
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s[^\s=<>]++(?:=\"[^\"]*\")?)*+)\s*/?>")
_EMPTY = re.compile(
    r"<(a|b|div|em|i|section|small|span|strong|ul)(?:\s[^\s=<>]++(?:=\"[^\"]*\")?)*></\1>"
)
_ROUNDS = 8
# Soft hyphens and zero-width characters cut words in two for a search; joiners and direction
# marks belong to their scripts.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
# HTML leaves a page's numeric references to controls in its text.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """``head`` is the page as saved, for what it says of itself; ``body`` its sanitised text.

    ``markup`` is the sanitised text as HTML. ``controls`` is the number of control characters
    that were left out.
    """

    head: HtmlElement
    body: HtmlElement
    markup: str
    controls: int


def parse_page(text: str) -> Page:
    """The page in ``text``, read as browsers read it, however malformed."""
    clean = nh3.clean(
        text.replace("\x00", ""),
        tags=set(BLOCKS | _INLINES),
        clean_content_tags=set(_WITH_CONTENT),
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    clean = _UNSEEN.sub("", clean)
    clean, controls = _CONTROLS.subn("", clean)
    markup = f"<html><body>{_shallow(_without_empty(clean))}</body></html>"
    return Page(_tree(text), _tree(markup), markup, controls)


def tag_of(element: HtmlElement) -> str:
    """The name of an element; ``""`` for a comment and the like."""
    tag: object = element.tag
    return tag if isinstance(tag, str) else ""


def _tree(text: str) -> HtmlElement:
    # Bytes: text that declares an encoding of its own is refused by the parser.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = text.encode("utf-8", errors="replace")
    try:
        tree: HtmlElement = html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except ParserError:  # a page without one element or word
        tree = html.document_fromstring("<html><body></body></html>", ensure_head_body=True)
    return tree


def _without_empty(markup: str) -> str:
    """Markup without elements that hold nothing: icons, spacers, what scripts would have filled."""
    for _ in range(_ROUNDS):
        markup, count = _EMPTY.subn("", markup)
        if not count:
            break
    return markup


def _shallow(markup: str) -> str:
    """Well-formed markup without the tags of elements nested too deep: parsers drop their text."""
    depth = 0

    def one(match: re.Match[str]) -> str:
        nonlocal depth
        tag = match[2]
        if tag in _VOID:
            return match[0]
        if match[1]:
            depth -= 1
            kept = depth < DEEPEST
        else:
            kept = depth < DEEPEST
            depth += 1
        if kept:
            return match[0]
        return " " if tag in BLOCKS else ""

    return _TAG.sub(one, markup)
