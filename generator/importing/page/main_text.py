"""Where the text of a page stands in its tree.

Trafilatura (Barbaresi 2021) tells which words are the article's; it also drops some, joins others
and forgets where they stood. So its answer is a vote: each run of text in the page whose word
triples are mostly among those that it extracted is *matched*, and the text is the smallest
element around them. What stands in it is then read from the page itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from .chrome import is_chrome
from .parsing import BLOCKS, Page, tag_of

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The names of headings, and their levels."""

_WORD = re.compile(r"\w+")
_TRIPLE = 3
_BREAK = "\x00"
# The part of a run's triples that must be extracted, and of all matched words that the smallest
# element must hold: one stray teaser among them must not stretch it over the page.
_HELD = 0.6
_WITHIN = 0.98
# Fewer matched words than this are no article: the page's own marks decide.
_FEWEST = 20
_LINKED = 0.6
_LARGE = 1 << 20
# Most words between a headline and its text; the fewest in a line there that are no label, and in
# one that is extracted and no sentence.
_MOST_BETWEEN = 150
_PROSE = 8
_LINE = 12
_SENTENCE = re.compile(r"[.!?…؟۔。！？][\"'”’»“)\]]*\s*$")


@dataclass(frozen=True)
class Text:
    """The element that holds the text, and what is known of each element in it.

    ``words``, ``linked`` and ``matched`` count the words below an element: all, those in links,
    those that were extracted. ``runs`` are the matched runs, ``around_runs`` the elements that they
    are the children of. ``order`` is its place in the page; ``first`` and ``last`` are the
    places of the first and last matched run, ``head`` that of a headline close above, and ``above``
    the elements around that. ``own`` is
    the text of each block outside the blocks in it. ``mixed`` holds inline elements with blocks in
    them.
    """

    container: HtmlElement
    own: dict[HtmlElement, str]
    words: dict[HtmlElement, int]
    linked: dict[HtmlElement, int]
    matched: dict[HtmlElement, int]
    runs: frozenset[HtmlElement]
    around_runs: frozenset[HtmlElement]
    order: dict[HtmlElement, int]
    mixed: frozenset[HtmlElement]
    first: int
    last: int
    head: int | None = None
    above: frozenset[HtmlElement] = frozenset()
    _standfirsts: dict[HtmlElement, bool] = field(default_factory=dict, repr=False)

    def is_site(self, element: HtmlElement) -> bool:
        """Whether an element is the site's: called so, and not mostly words of the article."""
        return is_chrome(element) and not self.holds_text(element)

    def holds_text(self, element: HtmlElement) -> bool:
        """Whether an element is mostly words of the article, or holds a good part of them."""
        found = self.matched.get(element, 0)
        whole = self.matched.get(self.container, 0)
        return found > 0 and (
            2 * found >= self.words.get(element, 0) > _FEWEST or 4 * found >= whole
        )

    def is_links(self, element: HtmlElement) -> bool:
        """Whether an element is links for the most part, and none of it was extracted."""
        words = self.words.get(element, 0)
        return (
            words > 0
            and not self.matched.get(element)
            and self.linked.get(element, 0) >= _LINKED * words
        )

    def is_beside(self, element: HtmlElement) -> bool:
        """Whether an element without extracted words stands above or below the text, apart."""
        if self.matched.get(element) or self.first > self.last:
            return False
        place = self.order.get(element, 0)
        if self.first < place < self.last:
            return False
        if self.head is not None and place < self.first:
            return element not in self.above and (
                place <= self.head or not self._is_standfirst(element)
            )
        parent = element.getparent()
        if parent is None or tag_of(element) in {"td", "th", "tr"}:
            return True
        return parent not in self.around_runs

    def is_above(self, element: HtmlElement) -> bool:
        """Whether an element stands above the headline."""
        return self.head is not None and self.order.get(element, 0) < self.head

    def _is_standfirst(self, element: HtmlElement) -> bool:
        """Whether a block between headline and text is of the text, too.

        It has sentences in it, or a picture, or is the heading of a block that has.
        """
        known = self._standfirsts
        headings: list[HtmlElement] = []  # each the heading of the next
        at: HtmlElement | None = element
        while at is not None and at not in known:
            if self._is_prose(at):
                known[at] = True
                break
            headings.append(at)
            if next(at.iter(*HEADINGS), None) is None:
                at = None
                break
            at = _following(at)
            if at in self.matched:
                known[at] = True
        found = at is not None and known[at]
        known.update(dict.fromkeys(headings, found))
        return found

    def _is_prose(self, element: HtmlElement) -> bool:
        """Whether there are sentences or a picture in an element."""
        return any(
            is_sentence(text) or len(_WORD.findall(text)) >= _PROSE
            for run in element.iter()
            if (text := self.own.get(run, "")) and not _in_chrome(run)
        ) or (next(element.iter("img", "amp-img", "figcaption"), None) is not None)


def find_text(page: Page) -> Text:
    """Where the text of ``page`` is; its whole body where nothing tells."""
    body = page.body.find("body")
    top = page.body if body is None else body
    own, order, mixed = _runs(top)
    counted = {element: len(_WORD.findall(text)) for element, text in own.items()}
    links = _linked_words(top)
    linked = _summed(top, links)
    extracted = _triples(_extracted(page.markup))
    hits = {
        element: counted[element]
        for element, text in own.items()
        if tag_of(element) not in HEADINGS
        and _is_among(text, extracted)
        and not _in_chrome(element)
        and (is_sentence(text) or linked.get(element, 0) < _LINKED * counted[element])
    }
    for element in sorted(hits, key=order.__getitem__):
        # “7 min read · 2 October” above a text is not its beginning.
        if hits[element] >= _LINE or is_sentence(own[element]):
            break
        if len(hits) > 1:
            del hits[element]
    words, matched = _summed(top, counted), _summed(top, hits)
    container = _smallest(top, matched) if matched.get(top, 0) >= _FEWEST else _marked(top)
    if matched.get(container, 0) < _FEWEST:
        hits, matched = {}, {}
    places = [order[element] for element in hits if element in order]
    return Text(
        container=container,
        own=own,
        words=words,
        linked=linked,
        matched=matched,
        runs=frozenset(hits),
        around_runs=frozenset(parent for run in hits if (parent := run.getparent()) is not None),
        order=order,
        mixed=mixed,
        first=min(places, default=1),
        last=max(places, default=0),
    )


def with_head(main: Text, headline: HtmlElement | None) -> Text:
    """``main`` from the printed headline on, where little stands between it and the text.

    A standfirst, key points and the lead picture's caption stand there.
    """
    if headline is None or not main.runs or main.order[headline] >= main.first:
        return main
    start = main.order[headline]
    between = sum(
        len(_WORD.findall(text))
        for run, text in main.own.items()
        if start < main.order.get(run, 0) < main.first and not _in_chrome(run)
    )
    if between > _MOST_BETWEEN:
        return main
    around = set(headline.iterancestors())
    container = main.container
    while container not in around and (above := container.getparent()) is not None:
        container = above
    return replace(main, container=container, head=start, above=frozenset(around))


def _following(element: HtmlElement) -> HtmlElement | None:
    """The next element behind ``element``, beside it or beside one of the nearest around it."""
    for around in (element, *islice(element.iterancestors(), 2)):
        below = around.getnext()
        if below is not None:
            return below
    return None


def _extracted(markup: str) -> str:
    """The words of the article by trafilatura, which reads a string and no network."""
    # Its further algorithms are for pages on which the first fails; on large ones they are slow.
    fast = len(markup) > _LARGE
    found = trafilatura.extract(markup, fast=fast, include_comments=False, include_tables=True)
    return found or ""


def _runs(
    top: HtmlElement,
) -> tuple[dict[HtmlElement, str], dict[HtmlElement, int], frozenset[HtmlElement]]:
    """The text of each block outside the blocks in it, places, and inlines around blocks."""
    parts: dict[HtmlElement, list[str]] = {top: []}
    order: dict[HtmlElement, int] = {}
    mixed: set[HtmlElement] = set()
    open_blocks = [top]
    for event, element in etree.iterwalk(top, events=("start", "end", "comment")):
        if event == "start":
            order[element] = len(order)
            if element is not top and element.tag in BLOCKS:
                around = element.getparent()
                while around is not None and around.tag not in BLOCKS and around not in mixed:
                    mixed.add(around)
                    around = around.getparent()
                parts[element] = []
                open_blocks.append(element)
            elif element.tag == "br":
                parts[open_blocks[-1]].append(_BREAK)
            parts[open_blocks[-1]].append(element.text or "")
            continue
        if event == "end" and open_blocks[-1] is element and element is not top:
            open_blocks.pop()
            parts[open_blocks[-1]].append(" ")
        if element is not top:
            parts[open_blocks[-1]].append(element.tail or "")
    own = {element: _lines("".join(texts)) for element, texts in parts.items()}
    return {element: text for element, text in own.items() if text}, order, frozenset(mixed)


def _lines(text: str) -> str:
    """Lines as ``<br>`` ends them, their white space put together."""
    return "\n".join(line for part in text.split(_BREAK) if (line := " ".join(part.split())))


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _is_among(text: str, extracted: frozenset[tuple[str, ...]]) -> bool:
    words = _WORD.findall(text.casefold())
    if len(words) < _TRIPLE:
        return False
    triples = list(zip(words, words[1:], words[2:], strict=False))
    return sum(triple in extracted for triple in triples) >= _HELD * len(triples)


def _in_chrome(element: HtmlElement) -> bool:
    return any(is_chrome(around) for around in (element, *element.iterancestors("nav", "footer")))


def _linked_words(top: HtmlElement) -> dict[HtmlElement, int]:
    return {link: len(_WORD.findall(" ".join(link.itertext()))) for link in top.iter("a")}


def _summed(top: HtmlElement, counts: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
    """For each element, the counts of it and of all below it."""
    sums: dict[HtmlElement, int] = {}
    for _, element in etree.iterwalk(top, events=("end",)):
        total = sums.get(element, 0) + counts.get(element, 0)
        if total:
            sums[element] = total
            parent = element.getparent()
            if parent is not None and element is not top:
                sums[parent] = sums.get(parent, 0) + total
    return sums


def _smallest(top: HtmlElement, matched: dict[HtmlElement, int]) -> HtmlElement:
    """The smallest block that holds nearly all that is matched."""
    whole, here = matched[top], top
    while True:
        inner = [child for child in here if matched.get(child, 0) >= _WITHIN * whole]
        # A lone paragraph is not what a text stands in: its captions stand beside it.
        if not inner or tag_of(inner[0]) in {"p", "span", "font", "li", "pre"}:
            return here
        here = inner[0]


def _marked(top: HtmlElement) -> HtmlElement:
    """The element that the page itself marks as its text."""
    for path in (
        ".//*[@itemprop='articleBody']",
        ".//article",
        ".//main",
        ".//*[@role='main']",
    ):
        found = top.findall(path)
        if found:
            return max(found, key=lambda element: len("".join(element.itertext())))
    return top


def is_sentence(text: str) -> bool:
    """Whether a run of text ends like a sentence."""
    return _SENTENCE.search(text) is not None
