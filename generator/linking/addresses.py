"""Addresses: an old one leads to the present one, and each belongs to one thing.

Ids are slugs and distinct within their folder: what reads them sees to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import SourceFile, Span
from generator.model.links import Problem, Register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.site import Site

    from .ledger import Ledger
    from .texts import Profiled

_WHOLE_FILE = Span(0, 0)


def link_addresses(site: Site, ledger: Ledger) -> Mapping[str, str]:
    """Old addresses and the present ones they lead to; old ids that are taken are reported.

    An article's alias serves both its pages: ``briefings/old`` and ``articles/old``. Where the
    article has no reading view, both lead to its briefing. An article that joined a briefing
    leaves an address behind that leads there too.
    """
    redirects = _article_redirects(site, ledger)
    folders: tuple[tuple[str, Register, Mapping[str, Profiled]], ...] = (
        ("actors", Register.ACTOR, site.actors),
        ("figures", Register.FIGURE, site.figures),
        ("places", Register.PLACE, site.places),
        ("topics", Register.TOPIC, site.topics),
    )
    for folder, register, entries in folders:
        taken = {key: entry.file for key, entry in entries.items()}
        for key in sorted(entries):
            entry = entries[key]
            for old in dict.fromkeys(entry.former_ids):
                if old in taken:
                    _report(old, register, entry.file, _WHOLE_FILE, taken[old], ledger)
                else:
                    taken[old] = entry.file
                    redirects[f"{folder}/{old}"] = f"{folder}/{key}"
    return {old: redirects[old] for old in sorted(redirects)}


def _article_redirects(site: Site, ledger: Ledger) -> dict[str, str]:
    articles = [site.articles[key] for key in sorted(site.articles)]
    taken = {item.id: item.file for item in articles}
    briefings: dict[str, SourceFile] = {}
    for item in articles:
        briefings.setdefault(item.briefing, item.file)
    redirects = {
        f"briefings/{item.id}": f"briefings/{item.briefing}"
        for item in articles
        if item.id not in briefings
    }
    for item in articles:
        briefing = f"briefings/{item.briefing}"
        reading = f"articles/{item.id}" if item.source.rights.full_text else briefing
        for old, span in {alias.id: alias.span for alias in reversed(item.aliases)}.items():
            # An article may give up the id that its own briefing keeps.
            kept = old == item.briefing
            first = taken.get(old) or (None if kept else briefings.get(old))
            if first is not None:
                _report(old, Register.ARTICLE, item.file, span, first, ledger)
                continue
            taken[old] = item.file
            redirects[f"articles/{old}"] = reading
            if not kept:
                redirects[f"briefings/{old}"] = briefing
    return redirects


def _report(
    old: str, register: Register, file: SourceFile, span: Span, first: SourceFile, ledger: Ledger
) -> None:
    ledger.report(Problem.CLASH, register, "alias", old, file, span, (first.path,))
