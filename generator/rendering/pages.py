"""Pages: from a linked site to views, and through templates to Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.output import Copy, Output

from .head import Heads
from .page_templates import PageTemplates, View
from .pictures import NO_PICTURES, Pictures
from .publishable import without_drafts
from .site_index import SiteIndex
from .units import units

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from generator.model.links import LinkedSite


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of a site as views, their data and feeds, and the pictures that they show."""

    views: tuple[View, ...]
    data: tuple[Output, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """All pages of a site as files, their data and feeds, and the pictures that they show."""

    outputs: tuple[Output, ...]
    copies: tuple[Copy, ...]


def plan_pages(
    linked: LinkedSite,
    *,
    drafts: bool = False,
    others: Collection[str] = (),
    pictures: Pictures = NO_PICTURES,
) -> Plan:
    """The views of all pages, in the order of their paths' kinds.

    ``drafts`` includes drafts. ``others`` are paths relative to ``docs/`` of pages that are not
    generated: links in texts may lead to them. ``pictures`` tells what is known of pictures.
    """
    index = SiteIndex(linked if drafts else without_drafts(linked), others, pictures)
    heads = Heads(index)
    views: list[View] = []
    data: list[Output] = []
    for unit in units(index):
        for made in unit.make(index):
            if isinstance(made, Output):
                data.append(made)
            else:
                views.append(heads.added(made))
    return Plan(tuple(views), tuple(data), index.copies)


def render(
    linked: LinkedSite,
    *,
    templates: Sequence[Path],
    drafts: bool = False,
    others: Collection[str] = (),
    pictures: Pictures = NO_PICTURES,
) -> Rendered:
    """All pages of a site, through the templates found first in the folders ``templates``.

    Raises:
        jinja2.TemplateError: a template is missing or wrong, or uses what its view does not have.
    """
    plan = plan_pages(linked, drafts=drafts, others=others, pictures=pictures)
    pages = PageTemplates(templates)
    made = tuple(pages.output(view) for view in plan.views)
    return Rendered((*made, *plan.data), plan.copies)


def render_units(
    linked: LinkedSite,
    names: Collection[str],
    *,
    templates: PageTemplates,
    drafts: bool = False,
    others: Collection[str] = (),
    pictures: Pictures = NO_PICTURES,
) -> tuple[Output, ...]:
    """The files of some units of a site, by the units' names, as :func:`render` makes them.

    Raises:
        jinja2.TemplateError: as for ``render``.
    """
    index = SiteIndex(linked if drafts else without_drafts(linked), others, pictures)
    heads = Heads(index)
    wanted = (unit for unit in units(index) if unit.name in names)
    return tuple(
        made if isinstance(made, Output) else templates.output(heads.added(made))
        for unit in wanted
        for made in unit.make(index)
    )
