"""Boxes and lines that lead to other articles, as the format's READ MORE lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.config.settings import READ_MORE_LABELS
from generator.diagnostics import NOWHERE
from generator.importing.printed_lines import read_more_line
from generator.model.document import Inline, Link, ReadMore

from .chrome import is_related
from .inlines import Piece, address_of, plain_text
from .parsing import tag_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.config import Settings

    from .main_text import Text

_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "strong", "b")
_WORD = re.compile(r"\w+")
# A box is a few links; a long text with links in it is none.
_MOST_WORDS = 120
_MOST_LINKS = 12
_FEWEST_WORDS = 2
_BETWEEN = re.compile(r"[\s|,;·•/–—-]*")


class Boxes:
    """Recognises boxes of a page in one language, its addresses resolved against ``base``."""

    def __init__(self, settings: Settings, language: str, base: str) -> None:
        self._labels = settings.read_more
        self._folded = {label.casefold(): label for label in settings.read_more}
        known = READ_MORE_LABELS.get(language.partition("-")[0], READ_MORE_LABELS["en"])
        self._default = known[0]
        self._base = base

    def lines_of(self, element: HtmlElement, text: Text) -> tuple[ReadMore, ...]:
        """The READ MORE lines that a box stands for; nothing where it is no such box.

        It is called so, begins with one of the site's labels, or is an ``<aside>`` of links; it
        is short, and links are most of it where nothing says what it is.
        """
        words = text.words.get(element, 0)
        if not 0 < words <= _MOST_WORDS:
            return ()
        links = [link for link in element.iter("a") if _title(link)]
        if not 0 < len(links) <= _MOST_LINKS:
            return ()
        label = self._label(element)
        called = is_related(element) or label is not None
        if not called and not (tag_of(element) == "aside" and text.is_links(element)):
            return ()
        if label is None and text.matched.get(element) and not text.is_links(element):
            return () if 2 * text.linked.get(element, 0) < words else self._lines(links, None)
        return self._lines(links, label)

    def line_of(self, pieces: list[Piece], shown: tuple[Inline, ...]) -> tuple[ReadMore, ...]:
        """A paragraph that is a label with a title behind it, or with links to several."""
        text = plain_text(pieces)
        line = read_more_line(text, self._labels)
        if line is None:
            return ()
        links = [node for node in shown if isinstance(node, Link)]
        targets = {piece.target for piece in pieces if piece.target and piece.text.strip()}
        if len(targets) == 1:
            target = next(iter(targets))
            linked = plain_text([piece for piece in pieces if piece.target])
            if _same(linked, line.title) or _same(linked, text):
                return (ReadMore(NOWHERE, line.label, line.title, NOWHERE, target),)
        elif links and len(links) == len(targets):
            titles = [
                plain_text([piece for piece in pieces if piece.target == link.target])
                for link in links
            ]
            rest = line.title
            for title in titles:
                rest = rest.replace(title, "", 1)
            if _BETWEEN.fullmatch(rest):
                return tuple(
                    ReadMore(NOWHERE, line.label, title, NOWHERE, link.target)
                    for title, link in zip(titles, links, strict=True)
                )
        return (line,) if not targets else ()

    def _lines(self, links: list[HtmlElement], label: str | None) -> tuple[ReadMore, ...]:
        found: dict[str, ReadMore] = {}
        for link in links:
            target = address_of(link.get("href", ""), self._base)
            title = _title(link)
            line = ReadMore(NOWHERE, label or self._default, title, NOWHERE, target)
            before = found.get(target or title)
            # A card links its picture, its headline and its “more”: the headline says most.
            if before is None or len(before.title) < len(title):
                found[target or title] = line
        return tuple(found.values())

    def _label(self, element: HtmlElement) -> str | None:
        """The label that a box begins with, as it is printed; ``None`` where it has none."""
        lead = ""
        for part in element.itertext():
            lead += f" {part.strip()}"
            lead = lead.strip()
            if lead:
                break
        return lead.rstrip(":： ") if lead.rstrip(":： ").casefold() in self._folded else None


def _title(link: HtmlElement) -> str:
    """What a link calls its article: the heading in it, else all its words."""
    for tag in _HEADINGS[:5]:
        heading = link.find(f".//{tag}")
        if heading is not None:
            return " ".join("".join(heading.itertext()).split())
    title = " ".join("".join(link.itertext()).split())
    return title if len(_WORD.findall(title)) >= _FEWEST_WORDS or len(title) > _MOST_LINKS else ""


def _same(one: str, two: str) -> bool:
    return one.strip(" :.") == two.strip(" :.")
