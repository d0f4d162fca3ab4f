"""What is said of a page's text, chosen among the voices of the page.

Where voices disagree, the first of these that says something is believed:

1. JSON-LD of the article;
2. ``<meta>`` and ``<link>`` tags: ``article:`` and OpenGraph, then Dublin Core, then other names;
3. microdata, ``<time>``, ``rel=author`` and bylines by their class;
4. the printed text: “By …”, a line with a date, the first figure's caption;
5. for the date, to be confirmed, the day in the page's address, else the latest that is printed,
   else that of the file.

But for

- the title: a printed headline that shares half its words with what the voices say wins, for that
  is what readers saw; a site's name behind the title is no part of it;
- the address: ``rel=canonical`` wins, then ``og:url``, then JSON-LD, then what a browser noted when
  it saved the page; one that leads to the front page is the last to be believed;
- the language: ``lang`` of the text's element or of the nearest around it wins, unless the text is
  written in another script.
"""

# ruff: noqa: SIM905 - lists of words read best as running text

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from generator.importing.language import guess_language
from generator.records import Refusal, read_language
from generator.records.addresses import read_address

from .claims import Claims, merged
from .json_ld import read_json_ld
from .meta_tags import read_meta, saved_from, title_tag
from .microdata import byline_names, read_byline, read_microdata
from .parsing import tag_of
from .pictures import bare_credit, caption_elements, caption_of, is_figure

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .main_text import Text
    from .parsing import Page

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[|·•»–—:-]+\s+|\s+::\s+")
_HEADLINE_SHARE = 0.5
_LONGEST_TITLE = 300
_FEWEST_WORDS = 3
# How far above a picture its figure stands at most.
_AROUND = 4
_FILE = re.compile(r"[^?#]*/([^/?#]+)")
_LATIN_LANGUAGES = frozenset("en de fr es it nl pt tr sv da nb nn no fi pl cs hu ro ca".split())
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """``claims`` with addresses resolved and checked; dates as their voices have them.

    ``headline`` is the element of the printed headline.
    """

    claims: Claims
    headline: HtmlElement | None


def read_metadata(text: str, page: Page, main: Text, default_language: str) -> Metadata:
    """Everything the page says, one value for each thing."""
    tags, linked_data = read_meta(page.head), read_json_ld(page.head)
    marked = read_microdata(page.body)
    byline = Claims(authors=read_byline(page.body))
    found = merged((linked_data, tags, marked, byline))
    url = _url(tags.url, linked_data.url, saved_from(text))
    base = _base(page, url)
    names = {found.publisher.casefold(), urlsplit(url).netloc.removeprefix("www.").casefold()}
    authors = _people(found.authors, names)
    headline, title = _title(page, main, found, names)
    picture = _address(found.picture, base)
    claims = replace(
        found,
        title=title,
        authors=authors or _people(marked.authors, names) or _people(byline.authors, names),
        url=url,
        language=_language(page, main, found.language, default_language),
        picture=picture,
    )
    return Metadata(_with_figure(claims, page, main, base), headline)


def _people(authors: tuple[str, ...], sites: set[str]) -> tuple[str, ...]:
    """Authors without the site itself, alone or with its city."""
    return tuple(
        name for name in authors if not any(site and site in name.casefold() for site in sites)
    )


def base_of(page: Page, url: str) -> str:
    """The address against which the page's links are read."""
    return _base(page, url)


def _base(page: Page, url: str) -> str:
    given = next((base.get("href") or "" for base in page.head.iter("base")), "")
    try:
        return urljoin(url, given) if given else url
    except ValueError:
        return url


def _url(canonical: str, linked_data: str, saved: str) -> str:
    """The first that is a whole web address, one with a path before one without."""
    known = [
        address
        for text in (canonical, linked_data, saved)
        if (address := _address(text, _address(saved, "") or _address(linked_data, "")))
    ]
    deep = [url for url in known if urlsplit(url).path.strip("/") or urlsplit(url).query]
    return next(iter([*deep, *known]), "")


def _address(text: str, base: str) -> str:
    if not text:
        return ""
    try:
        return read_address(urljoin(base, text) if base else text)
    except (Refusal, ValueError):
        return ""


def _title(
    page: Page, main: Text, found: Claims, names: set[str]
) -> tuple[HtmlElement | None, str]:
    """The printed headline's element, and the title."""
    tag = title_tag(page.head)
    said = _without_site(found.title, names) or _of_title_tag(tag, page, names)
    headline = _headline(page, main, said)
    printed = _words(headline) if headline is not None else ""
    if said and printed and _shared(printed, said) >= _HEADLINE_SHARE:
        # A kicker may stand in the heading too: “Budget Council cuts library hours”.
        return headline, said if printed.endswith(said) else printed
    if said:
        return None, said
    return headline, printed


def _headline(page: Page, main: Text, said: str) -> HtmlElement | None:
    """The heading that is most like the title; the only ``<h1>`` where there is no title."""
    headings = [
        heading
        for heading in page.body.iter("h1", "h2", "h3")
        if 0 < len(_words(heading)) <= _LONGEST_TITLE
    ]
    if said:
        alike = [heading for heading in headings if _shared(_words(heading), said) > 0]
        # An <h1> before others, the first of its kind; a heading within the text is none.
        ranked = sorted(
            (heading for heading in alike if not main.first < main.order[heading] < main.last),
            key=lambda heading: (-_shared(_words(heading), said), tag_of(heading)),
        )
        return ranked[0] if ranked else None
    first = [heading for heading in headings if tag_of(heading) == "h1"]
    return first[0] if len(first) == 1 else None


def _without_site(title: str, names: set[str]) -> str:
    """``title`` without the site's name at its end, where that is a short part of its own."""
    separators = list(_SEPARATOR.finditer(title))
    while separators:
        last = separators.pop()
        rest = title[last.end() :].casefold().strip()
        name = rest.replace(" ", "")
        if any(known and (rest == known or name in known or known in rest) for known in names):
            return title[: last.start()].rstrip()
    return title


def _of_title_tag(tag: str, page: Page, names: set[str]) -> str:
    """The part of ``<title>`` that is the headline: the longest that is printed in the page."""
    bare = _without_site(tag, names)
    parts = _SEPARATOR.split(bare)
    if len(parts) == 1:
        return bare
    printed = " ".join("".join(page.body.itertext()).split())
    found = [part for part in parts if len(part.split()) >= _FEWEST_WORDS and part in printed]
    return bare if bare in printed or not found else max(found, key=len)


def _shared(one: str, two: str) -> float:
    """The part of the words of either that both have."""
    first, second = (set(_WORD.findall(text.casefold())) for text in (one, two))
    return len(first & second) / max(len(first | second), 1)


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _language(page: Page, main: Text, claimed: str, default: str) -> str:
    text = " ".join(main.own.get(run, "") for run in sorted(main.runs, key=main.order.__getitem__))
    sample = (text or " ".join(main.own.values()))[:_SAMPLE]
    around = [main.container, *main.container.iterancestors()]
    given = next((tag for element in around if (tag := element.get("lang"))), "")
    given = given or page.head.get("lang") or claimed
    try:
        stated = read_language(given.strip().replace("_", "-")) if given else ""
    except Refusal:
        stated = ""
    guessed = guess_language(sample, "")
    primary = stated.partition("-")[0]
    foreign = guessed and guessed not in _LATIN_LANGUAGES and primary in _LATIN_LANGUAGES
    return guessed if foreign or not stated else stated or default


def _with_figure(claims: Claims, page: Page, main: Text, base: str) -> Claims:
    """The picture's words from the figure that shows it; the first figure where none is named."""
    figures = _figures(page)
    wanted = _file(claims.picture)
    shown = next((f for f in figures if wanted and wanted in map(_file, _sources(f))), None)
    if shown is None and figures:
        # The first figure at the text's head: the lead picture under another name.
        early = [f for f in figures if main.order.get(f, 0) <= max(main.first, 0) + 1]
        shown = early[0] if early else None
    alt = claims.alt or next(
        (
            " ".join((picture.get("alt") or "").split())
            for picture in page.body.iter("img", "amp-img")
            if wanted and wanted in map(_file, _sources(picture))
        ),
        "",
    )
    if shown is None:
        return replace(claims, alt=alt)
    captions = [caption_of(part, base) for part in caption_elements(shown)]
    caption = next((part for part in captions if part.text or part.credit), None)
    picture = claims.picture or next(
        (address for source in _sources(shown) if (address := _address(source, base))), ""
    )
    alt = alt or next(
        (" ".join((p.get("alt") or "").split()) for p in shown.iter("img", "amp-img")), ""
    )
    return replace(
        claims,
        picture=picture,
        alt=alt,
        caption=caption.text if caption and caption.text else claims.caption,
        credit=bare_credit(caption.credit) if caption and caption.credit else claims.credit,
    )


def _figures(page: Page) -> list[HtmlElement]:
    """The elements around pictures that hold their captions, in order."""
    found: dict[HtmlElement, None] = {}
    for picture in page.body.iter("img", "amp-img"):
        around = islice(picture.iterancestors(), _AROUND)
        figure = next((element for element in around if is_figure(element)), None)
        if figure is not None:
            found[figure] = None
    return list(found)


def _sources(element: HtmlElement) -> list[str]:
    return [
        source
        for picture in element.iter("img", "amp-img")
        for key in ("src", "data-src")
        if (source := picture.get(key))
    ]


def _file(address: str) -> str:
    """The name of a picture's file without its size: ``/a/bridge-800x450.jpg`` → ``bridge``."""
    match = _FILE.match(address)
    stem = (match[1] if match else address).rpartition(".")[0]
    return re.sub(r"[-_]\d+x\d+$", "", stem).casefold()


def printed_authors(lines: list[str]) -> tuple[str, ...]:
    """The names in the first line that is a byline and nothing else."""
    for line in lines:
        names = byline_names(line)
        if names:
            return names
    return ()
