"""The views of a linked site, by their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from generator.rendering import View, plan_pages

if TYPE_CHECKING:
    from generator.model.links import LinkedSite


V = TypeVar("V", bound=View)


def pages(linked: LinkedSite, kind: type[V], path: str = "") -> list[V]:
    views = plan_pages(linked).views
    return [view for view in views if isinstance(view, kind) and view.page.path.startswith(path)]


def page(linked: LinkedSite, kind: type[V], path: str = "") -> V:
    found = pages(linked, kind, path)
    assert len(found) == 1, [view.page.path for view in found]
    return found[0]
