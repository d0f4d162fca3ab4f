"""What belongs to the site and not to the text: navigation, sharing, newsletters, comments."""

# ruff: noqa: SIM905 - lists of words read best as running text

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement

from .parsing import tag_of

_TAGS = frozenset({"nav", "menu", "dialog", "search"})
_ROLES = frozenset(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist "
    "complementary form".split()
)
# A name consists of one of these, or begins or ends with it: “share-tools”, “post__comments”.
_WORDS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs share shares sharing sharebar social "
    "socials sharedaddy addthis newsletter newsletters subscribe subscription signup paywall "
    "cookie cookies consent gdpr comment comments commenting respond disqus ad ads advert adverts "
    "advertisement advertising adbox dfp sponsored promo promotion outbrain taboola toolbar skip "
    "skiplink tags taglist pagination pager sidebar popup modal overlay login masthead "
    "crosslinks colophon author byline bio postmeta meta metadata editsection catlinks toc "
    "reactions likes rating sitemap siteinfo copyrights".split()
)
_NAMES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text element-invisible assistive-text "
    "post-meta entry-meta article-meta meta-data metadata post-tags tag-list tag-cloud "
    "article-tags entry-footer post-footer article-footer site-header site-footer page-footer "
    "page-header global-header global-footer published-date post-date pub-date entry-date "
    "publish-date article-date date-published timestamp-wrapper most-read most-popular mostread "
    "topstories top-stories recent-posts latest-news follow-us donate donation jump-link "
    "skip-to-content reading-time read-time back-to-top print-only no-print noprint "
    "amp-social-share jp-relatedposts-headline".split()
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[-_:]+")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:^|[-_])(?:related|readmore|read-more|read-also|readalso|see-also|seealso|more-on|"
    r"teaser|teasers|teaserbox|recirc|recommended|recommendation|inline-link|inline-links|"
    r"lesen-sie|mehr-lesen|weiterlesen|verwandte|en-savoir-plus|lire-aussi|further-reading|"
    r"interlinks?|jp-relatedposts)(?:$|[-_])"
)


def is_chrome(element: HtmlElement) -> bool:
    """Whether an element is the site's by what it is called."""
    tag = tag_of(element)
    if tag in _TAGS or element.get("role", "") in _ROLES:
        return True
    return is_hidden(element) or any(_is_chrome_name(name) for name in names_of(element))


def is_hidden(element: HtmlElement) -> bool:
    """Whether readers do not see an element, by its own attributes."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or (_HIDDEN.search(element.get("style", "")) is not None)
        or any(
            name in {"sr-only", "visually-hidden", "screen-reader-text", "element-invisible"}
            for name in names_of(element)
        )
    )


def is_related(element: HtmlElement) -> bool:
    """Whether an element is called a box of links to other articles."""
    return any(_is_related_name(name) for name in names_of(element))


def names_of(element: HtmlElement) -> tuple[str, ...]:
    """The classes, the id and the component's name of an element, in lower case."""
    given = " ".join(
        element.get(key, "") for key in ("class", "id", "data-component", "data-testid")
    )
    return _names(given) if given.strip() else ()


@lru_cache(maxsize=4096)
def _names(given: str) -> tuple[str, ...]:
    return tuple(_CAMEL.sub("-", name).lower() for name in given.split())


@lru_cache(maxsize=4096)
def _is_chrome_name(name: str) -> bool:
    if name in _NAMES:
        return True
    parts = [part for part in _PARTS.split(name) if part]
    return bool(parts) and (
        parts[0] in _WORDS
        or parts[-1] in _WORDS
        or any("-".join(pair) in _NAMES for pair in pairwise(parts))
    )


@lru_cache(maxsize=4096)
def _is_related_name(name: str) -> bool:
    return _RELATED.search(name) is not None
