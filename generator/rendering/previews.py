"""What is shown of a page where a link to it is pointed at: a small JSON file for each.

``data/previews/PAGE.json`` (``actors/x``, ``figures/x``, ``briefings/x``) has ``language``,
``direction`` and, each only where there is something to show, ``over`` (what kind of thing it is),
``value`` (of a figure), ``title``, ``text`` and ``under``. All are plain text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from generator.model.links import Register
from generator.model.output import Output

from .document import first_paragraph
from .escaping import one_line
from .figure_cards import shortened
from .scope import Scope
from .views import ActorPageView, BriefingView, FigurePageView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .site_index import SiteIndex
    from .views import PageView, ReportView

_LONGEST: Final = 200
_GAP: Final = " · "


def previews(index: SiteIndex, views: Iterable[object]) -> Iterator[Output]:
    """The previews of all actors, figures and briefings among the pages."""
    for view in views:
        match view:
            case ActorPageView():
                yield _output(view.page, _actor(index, view))
            case FigurePageView():
                yield _output(view.page, _figure(index, view))
            case BriefingView():
                yield _output(view.page, _briefing(view))
            case _:
                pass


def preview_path(page: str) -> str:
    """Where the preview of a page stands, both below ``docs/``."""
    return f"data/previews/{page.removesuffix('.md')}.json"


def _actor(index: SiteIndex, view: ActorPageView) -> dict[str, str]:
    key = _key(view.page)
    profile = index.linked.site.actors[key].profile
    count = len(index.used_in[Register.ACTOR].get(key, ()))
    words = Scope(index, view.page.path, view.page.language).messages
    return {
        "over": _GAP.join(filter(None, (view.kind, view.role))),
        "title": view.page.title,
        "text": shortened(first_paragraph(profile.blocks), _LONGEST),
        "under": words.count("%(num)s briefing", "%(num)s briefings", count) if count else "",
    }


def _figure(index: SiteIndex, view: FigurePageView) -> dict[str, str]:
    latest = view.latest
    if latest is None:
        profile = index.linked.site.figures[_key(view.page)].profile
        return {
            "title": view.page.title,
            "text": shortened(first_paragraph(profile.blocks), _LONGEST),
        }
    change = view.change
    moved = [change.text, change.verdict_text] if change else []
    scope = Scope(index, view.page.path, view.page.language)
    return {
        "value": f"{latest.qualifier} {latest.value}".strip(),
        "title": view.page.title,
        "text": _GAP.join(filter(None, moved)),
        "under": _standing(scope, latest),
    }


def _standing(scope: Scope, report: ReportView) -> str:
    by = scope.say("according to %(who)s", who=report.by.text) if report.by else ""
    parts = (report.as_of.text if report.as_of else "", by, report.source.text)
    return _GAP.join(filter(None, parts))


def _briefing(view: BriefingView) -> dict[str, str]:
    return {
        "title": view.page.title,
        "text": shortened(view.summary, _LONGEST),
        "under": _GAP.join((view.date.text, *(item.text for item in view.topics))),
    }


def _output(page: PageView, shown: dict[str, str]) -> Output:
    found = {"language": page.language, "direction": page.direction}
    found |= {key: one_line(text) for key, text in shown.items() if text}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Output(preview_path(page.path), f"{text}\n".encode())


def _key(page: PageView) -> str:
    return page.path.partition("/")[2].removesuffix(".md")
