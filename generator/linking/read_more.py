"""READ MORE lines: printed titles that find their article, now or when it lands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.model.links import Problem, ReadMoreLink, Register
from generator.names import normal_title, title_words
from generator.records.addresses import leads_elsewhere, open_address

from .nearest import Nearest, title_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.document import ReadMore
    from generator.model.site import Site

    from .ledger import Ledger
    from .texts import SourceText

_NEAR = 90.0
_LONGEST = 400
_MOST_NAMED = 8
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_PAGE = re.compile(r"(?:\.{0,2}/)*(?:briefings|articles)/(?P<id>[^?#]+?)(?:\.md|/)?\Z")


class Titles:
    """What READ MORE lines can lead to: titles of articles, then ids and former ids of both."""

    def __init__(self, site: Site) -> None:
        titles: defaultdict[str, set[str]] = defaultdict(set)
        ids: defaultdict[str, set[str]] = defaultdict(set)
        siblings: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self.pages: dict[str, str] = {}
        for article in site.articles.values():
            title = normal_title(article.title)
            titles[title].add(article.briefing)
            siblings[article.briefing, title].append(article.id)
            former = [alias.id for alias in article.aliases]
            for name in (*former, article.id, article.briefing):
                ids[normal_title(name.rpartition("/")[2])].add(article.briefing)
            for name in former:
                self.pages.setdefault(name, article.briefing)
        self.pages.update((article.id, article.briefing) for article in site.articles.values())
        self.pages.update((item.briefing, item.briefing) for item in site.articles.values())
        self._siblings = dict(siblings)
        self._tiers = tuple(
            {title: dict.fromkeys(sorted(found)) for title, found in tier.items()}
            for tier in (titles, ids)
        )
        self._nearest = Nearest(
            ((title_words(item.title), item.briefing) for item in site.articles.values()),
            title_score,
            _NEAR,
        )

    def exact(self, title: str) -> Mapping[str, None]:
        """The briefings that have this title, or else this id, in normal form; ordered by id."""
        wanted = normal_title(title[:_LONGEST])
        for tier in self._tiers:
            if wanted and wanted in tier:
                return tier[wanted]
        return {}

    def sibling(self, title: str, briefing: str, article: str) -> str:
        """Another article of ``briefing`` than ``article`` that has this title, ``""`` for none."""
        found = self._siblings.get((briefing, normal_title(title[:_LONGEST])), ())
        return next((item for item in found if item != article), "")

    def near(self, title: str) -> tuple[str, ...]:
        """The briefings whose titles differ by a few letters, nearest first."""
        return self._nearest.best(title_words(title[:_LONGEST]))


def link_read_more(
    texts: Iterable[SourceText], site: Site, ledger: Ledger
) -> tuple[ReadMoreLink, ...]:
    """Every READ MORE line of articles and background blocks, with what it leads to.

    A target that is printed is kept where it is safe to follow; else the title is looked up. A
    title that several briefings have, or that only the line's own briefing has, leads nowhere.
    """
    titles = Titles(site)
    return tuple(
        _link(text, line, titles, _own(text, site), ledger)
        for text in texts
        if text.origin.register in {Register.ARTICLE, Register.BACKGROUND}
        for line in text.document.read_more
    )


def distinct(links: Iterable[ReadMoreLink], own: str) -> Iterator[ReadMoreLink]:
    """The first of each title, and of each target, without those that lead to ``own``.

    What leads to an article of the same briefing is left out too: it is among its sources.
    """
    seen: set[str] = set()
    for link in links:
        target = link.briefing or link.url
        keys = {f"title:{normal_title(link.line.title)}", f"target:{target}" if target else ""}
        keys.discard("")
        if (link.briefing and link.briefing == own) or link.article or seen & keys:
            continue
        seen |= keys
        yield link


def _own(text: SourceText, site: Site) -> str:
    if text.origin.register is Register.ARTICLE:
        return site.articles[text.origin.id].briefing
    return ""


def _link(
    text: SourceText, line: ReadMore, titles: Titles, own: str, ledger: Ledger
) -> ReadMoreLink:
    link = ReadMoreLink(text.origin, line)
    if line.target:
        if _safe(line.target):
            page = _PAGE.match(line.target)
            briefing = titles.pages.get(page["id"], "") if page else ""
            return replace(link, briefing=briefing, url="" if briefing else line.target)
        ledger.report(
            Problem.UNKNOWN,
            Register.ARTICLE,
            "read-more-target",
            line.target,
            text.file,
            line.span,
        )
    exact = titles.exact(line.title)
    others = tuple(islice((briefing for briefing in exact if briefing != own), _MOST_NAMED))
    if len(others) == 1:
        return replace(link, briefing=others[0])
    if not others and (sibling := titles.sibling(line.title, own, text.origin.id)):
        return replace(link, article=sibling)
    problem = Problem.UNKNOWN
    candidates: tuple[str, ...] = ()
    if others:
        problem, candidates = Problem.AMBIGUOUS, others
    elif exact:
        problem, candidates = Problem.CLASH, tuple(exact)
    elif not line.target:
        candidates = tuple(item for item in titles.near(line.title) if item != own)
    if problem is not Problem.UNKNOWN or not line.target:
        ledger.report(
            problem,
            Register.ARTICLE,
            "read-more",
            line.title,
            text.file,
            line.title_span,
            candidates,
        )
    return link


def _safe(target: str) -> bool:
    """Whether an address may be followed: http, https, or relative to this site."""
    if _UNSAFE.search(target):
        return False
    if leads_elsewhere(target):
        return open_address(target)[:4].lower() == "http"
    return True
