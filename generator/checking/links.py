"""Links to pages of this site that are not there: deleted, renamed or misspelt."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from generator.diagnostics import Diagnostic, Fix, SourceFile, Span, diagnose, replacing
from generator.diagnostics.codes.linking import BROKEN_LINK
from generator.model.document import Link
from generator.model.walking import inline_runs, nodes

from .wording import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.article import Article, Document
    from generator.model.document import ReadMore
    from generator.model.links import LinkedSite, Register
    from generator.model.site import Site

_FOLDERS = "briefings|articles|actors|figures|places|topics"
_PAGE = re.compile(rf"(?:{_FOLDERS})/.")
_LIKELY = re.compile(rf"(?:{_FOLDERS})/")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LIKE_ENOUGH = 75.0
_PROPOSED = 3


def broken_links(
    linked: LinkedSite, others: Callable[[], frozenset[str]] = frozenset
) -> Iterator[Diagnostic]:
    """Links in texts and READ MORE lines to a briefing, article or entry that has no page.

    Only relative addresses into the folders of this site's pages are looked at, whatever ``../``
    stands in front. An old id that an alias or a former id keeps leads on. ``others`` gives
    the pages written by hand, paths relative to ``docs/``; it is asked only if need be.
    """
    pages: _Pages | None = None
    for file, document in linked.site.texts():
        for target, span in _links(file, document):
            page = _page(target)
            if not page:
                continue
            pages = pages or _Pages(linked, others)
            if not pages.known(page):
                yield _broken(target, page, pages, file, span)
    for origin, lines in linked.read_more.items():
        file = _file(linked.site, origin.register, origin.id)
        for link in lines:
            page = "" if link.briefing else _page(link.url)
            if not page:
                continue
            pages = pages or _Pages(linked, others)
            if not pages.known(page):
                yield _broken(link.url, page, pages, file, _target_span(file, link.line))


class _Pages:
    """The addresses of this site without their ending, and the nearest of those."""

    def __init__(self, linked: LinkedSite, others: Callable[[], frozenset[str]]) -> None:
        site = linked.site
        self.briefing_of = {key: item.briefing for key, item in site.articles.items()}
        self._known = {
            *(f"briefings/{key}" for key in linked.briefings),
            *(f"articles/{item.id}" for item in site.articles.values() if _has_reading_view(item)),
            *(f"actors/{key}" for key in site.actors),
            *(f"figures/{key}" for key in site.figures),
            *(f"places/{key}" for key in site.places),
            *(f"topics/{key}" for key in site.topics),
            *(f"{folder}/index" for folder in _FOLDERS.split("|") if folder != "articles"),
        }
        self._known |= linked.redirects.keys()
        self._choices = sorted(self._known)
        self._others = others
        self._by_hand: frozenset[str] | None = None

    def known(self, page: str) -> bool:
        """Whether a page has this address."""
        if page in self._known:
            return True
        if self._by_hand is None:
            self._by_hand = self._others()
        return f"{page}.md" in self._by_hand or f"{page}/index.md" in self._by_hand

    def near(self, page: str) -> list[str]:
        """The likest pages of the same folder, likest first."""
        folder, _, key = page.partition("/")
        start = len(folder) + 1
        own = [name[start:] for name in self._choices if name.startswith(f"{folder}/")]
        found = process.extract(
            key, own, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=_PROPOSED
        )
        likest = sorted(found, key=lambda item: (-item[1], item[0]))
        return [f"{folder}/{name}" for name, *_ in likest]


def _has_reading_view(article: Article) -> bool:
    return article.source.rights.full_text


def _page(target: str) -> str:
    """The page that an address names, as ``briefings/id``; ``""`` if it is no page of this kind."""
    path = target.strip().partition("#")[0]
    if not path or _SCHEME.match(path):
        return ""
    path = posixpath.normpath(path)
    while path.startswith(("../", "/")):
        path = path.removeprefix("../").removeprefix("/")
    return path.removesuffix(".md") if _PAGE.match(path) else ""


def _broken(target: str, page: str, pages: _Pages, file: SourceFile, span: Span) -> Diagnostic:
    folder, _, key = page.partition("/")
    near: list[str] = []
    message = f"The link {quoted(target)} leads to no page of this site."
    if folder == "articles" and key in pages.briefing_of:
        message = f"The link {quoted(target)} leads to an article that has no page of its own."
        mend = f"Link its briefing: ../briefings/{pages.briefing_of[key]}.md."
    elif near := pages.near(page):
        mend = f"Did you mean {listed([f'../{name}.md' for name in near], 'or')}?"
    else:
        field = "aliases" if folder in {"briefings", "articles"} else "former-ids"
        mend = f"Delete the link; or, if the page was renamed, put {key} under its {field}."
    return diagnose(BROKEN_LINK, file, span, message, mend, _to(page, near, target, file, span))


def _to(page: str, near: list[str], target: str, file: SourceFile, span: Span) -> Fix | None:
    """The fix that leads to the one page that is near, with the rest of the address kept."""
    before, found, behind = target.partition(page)
    if len(near) != 1 or not found or file.text[span.start : span.end] != target:
        return None
    written = f"{before}{near[0]}{behind}"
    return replacing(f"Write {written}", span, written, safe=False)


def _file(site: Site, register: Register, key: str) -> SourceFile:
    texts = site.background if register.folder == "background" else site.articles
    return texts[key].file


def _links(file: SourceFile, document: Document) -> Iterator[tuple[str, Span]]:
    """Every link of a text with the place of its address; most texts are passed over unopened."""
    if not _LIKELY.search(file.text):
        return
    for inlines in inline_runs(document.blocks):
        for node in nodes(inlines):
            if isinstance(node, Link):
                yield node.target, node.target_span


def _target_span(file: SourceFile, line: ReadMore) -> Span:
    at = file.text.rfind(line.target, line.span.start, line.span.end)
    return Span(at, at + len(line.target)) if at >= 0 else line.span
