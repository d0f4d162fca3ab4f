"""What is due to be looked at again by a given day: figures, background and roles.

A fact is due where it is older, on that day, than the site's ``stale-after``; background that names
its own ``review-by`` is due when that has passed, and not before. Only what a briefing shows is
told, with the briefings that show it. Facts whose time reaches on (``2020/..``) are never due.

The age of a figure is that of the newest report of its series. That of a role without an end runs
from the newest article that names who holds it, or from the role's start where that is later: since
then nobody has had cause to look. Articles' own ``::: background`` has the age of its ``as-of``.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Span, diagnose
from generator.diagnostics.codes.stale import BACKGROUND_DUE, FIGURE_DUE, ROLE_DUE
from generator.model.edtf import Edtf
from generator.model.links import Register

from .wording import Catalogue, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.document import Division
    from generator.model.links import FigureReport, LinkedSite


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A fact that is due, as a note at its place, and the ids of the briefings that show it."""

    note: Diagnostic
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """The day asked for, and the day before which a fact is older than it may be."""

    as_of: dt.date
    limit: dt.date

    def old(self, date: Edtf | None) -> bool:
        """Whether a fact of ``date`` is due; one of no date, or of an open end, is not."""
        latest = date.latest if date else None
        return latest is not None and latest < self.limit


def find_stale(linked: LinkedSite, as_of: dt.date) -> tuple[Due, ...]:
    """Everything that is due on the day ``as_of``, each once, by file and place."""
    term = _Term(as_of, linked.site.settings.stale_after.before(as_of))
    catalogue = Catalogue(linked)
    found = {
        *_figures(linked, catalogue, term),
        *_blocks(linked, term),
        *_divisions(linked, term),
        *_roles(linked, term),
    }
    return tuple(sorted(found))


def _figures(linked: LinkedSite, catalogue: Catalogue, term: _Term) -> Iterator[Due]:
    shown: defaultdict[str, list[str]] = defaultdict(list)
    single: dict[FigureReport, list[str]] = {}
    for key, briefing in linked.briefings.items():
        for item in briefing.figures:
            if item.series:
                shown[item.series].append(key)
            else:
                single.setdefault(item, []).append(key)
    newest = ((_newest(linked.series[key]), pages) for key, pages in sorted(shown.items()))
    for report, pages in (*newest, *single.items()):
        if report is None or report.as_of is None or not term.old(report.as_of):
            continue
        annotation = report.fact.annotation
        series = linked.site.figures.get(report.series)
        what = f"The newest report of {quoted(series.label)}" if series else "This figure"
        message = (
            f"{what}, {quoted(annotation.text)}, is as of {report.as_of.text}; {_needed(pages)}."
        )
        span = annotation.value_span("as-of") or annotation.text_span
        mend = "Annotate a newer report of it, if there is one."
        file = catalogue.file_of(report.fact)
        yield _due(pages, diagnose(FIGURE_DUE, file, span, message, mend))


def _newest(reports: Iterable[FigureReport]) -> FigureReport | None:
    """The report whose time reaches furthest; of several the first."""
    dated = [report for report in reports if report.as_of is not None]
    return max(dated, key=lambda report: _reach(report.as_of), default=None)


def _reach(date: Edtf | None) -> dt.date:
    return (date.latest if date else None) or dt.date.max


def _blocks(linked: LinkedSite, term: _Term) -> Iterator[Due]:
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for key, briefing in linked.briefings.items():
        for included in briefing.background:
            pages[included].append(key)
    for name in sorted(pages):
        block = linked.site.background[name]
        title = quoted(block.title)
        if block.review_by is not None:
            if block.review_by.latest is None or block.review_by.latest >= term.as_of:
                continue
            message = f"The background {title} was to be reviewed by {block.review_by.text}"
            span = block.spans.get("review-by")
        elif block.as_of is not None and term.old(block.as_of):
            message = f"The background {title} is as of {block.as_of.text}"
            span = block.spans.get("as-of")
        else:
            continue
        mend = "Read it again, then renew its as-of and review-by."
        message = f"{message}; {_needed(pages[name])}."
        yield _due(pages[name], diagnose(BACKGROUND_DUE, block.file, span, message, mend))


def _divisions(linked: LinkedSite, term: _Term) -> Iterator[Due]:
    for key, briefing in linked.briefings.items():
        for article in (linked.site.articles[item] for item in briefing.articles):
            for division in article.document.divisions:
                found = _own_date(division)
                if found is None or not term.old(found[0]):
                    continue
                date, span = found
                message = f"This background is as of {date.text}; {_needed([key])}."
                mend = "Read it again; if it still holds, renew its as-of."
                yield _due([key], diagnose(BACKGROUND_DUE, article.file, span, message, mend))


def _own_date(division: Division) -> tuple[Edtf, Span] | None:
    if division.name != "background":
        return None
    given = next((item for item in division.attributes if item.key == "as-of"), None)
    if given is None:
        return None
    try:
        return Edtf.parse(given.value), given.value_span
    except ValueError:
        return None  # reported where it was read


def _roles(linked: LinkedSite, term: _Term) -> Iterator[Due]:
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for key, briefing in linked.briefings.items():
        for mention in briefing.actors:
            pages[mention.id].append(key)
    for name in sorted(pages):
        actor = linked.site.actors[name]
        days = (
            linked.site.articles[mention.fact.origin.id].date
            for mention in linked.actor_mentions.get(name, ())
            if mention.fact.origin.register is Register.ARTICLE
        )
        named = max(days, default=None)
        for role in actor.roles:
            if role.end is not None and role.end.latest is not None:
                continue
            start = role.start.latest if role.start else None
            confirmed = max((day for day in (named, start) if day is not None), default=None)
            if confirmed is None or confirmed >= term.limit:
                continue
            message = (
                f"{actor.name} is shown as {quoted(role.title)} to this day, last confirmed on "
                f"{confirmed.isoformat()}; {_needed(pages[name])}."
            )
            mend = "Look whether it is still held; if not, give the role a to."
            yield _due(pages[name], diagnose(ROLE_DUE, actor.file, role.span, message, mend))


def _due(pages: Iterable[str], note: Diagnostic) -> Due:
    return Due(note, tuple(sorted(set(pages))))


def _needed(pages: Iterable[str]) -> str:
    """``briefings a and b show it``, each briefing once."""
    keys = sorted(dict.fromkeys(pages))
    if len(keys) == 1:
        return f"the briefing {keys[0]} shows it"
    return f"the briefings {listed(keys, 'and')} show it"
