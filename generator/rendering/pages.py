"""Pages: from a linked site to views, and through templates to Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro

from generator.model.output import Copy, Output

from . import escaping
from .actor_views import actor_views
from .briefing_views import briefing_views
from .collection_views import place_views, topic_views
from .feeds import feeds
from .figure_data import figure_data
from .figure_json import figure_json
from .figure_views import figure_views
from .head import with_heads
from .home_view import home_view
from .index_views import (
    briefing_indexes,
    corrections_page,
    redirect_views,
    register_indexes,
    timeline_pages,
)
from .messages import Messages, messages
from .publishable import without_drafts
from .reading_views import reading_views
from .robots import robots
from .search_view import search_view
from .site_index import SiteIndex
from .web_annotations import web_annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from types import CodeType

    from jinja2.bccache import Bucket

    from generator.model.links import LinkedSite

    from .views import PageView


class View(Protocol):
    """What any page template gets as ``view``."""

    @property
    def page(self) -> PageView:
        """The page itself."""


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


def plan_pages(linked: LinkedSite, *, drafts: bool = False, others: Collection[str] = ()) -> Plan:
    """The views of all pages, in the order of their paths' kinds.

    ``drafts`` includes drafts. ``others`` are paths relative to ``docs/`` of pages that are not
    generated: links in texts may lead to them.
    """
    index = SiteIndex(linked if drafts else without_drafts(linked), others)
    data = (
        *figure_data(index),
        *figure_json(index),
        *web_annotations(index),
        *feeds(index),
        *robots(index, others),
    )
    views = tuple(with_heads(index, _views(index)))
    return Plan(views, data, index.copies)


def render(
    linked: LinkedSite,
    *,
    templates: Sequence[Path],
    drafts: bool = False,
    others: Collection[str] = (),
) -> Rendered:
    """All pages of a site, through the templates found first in the folders ``templates``.

    Raises:
        jinja2.TemplateError: a template is missing or wrong, or uses what its view does not have.
    """
    plan = plan_pages(linked, drafts=drafts, others=others)
    pages = PageTemplates(templates)
    made = tuple(pages.output(view) for view in plan.views)
    return Rendered((*made, *plan.data), plan.copies)


class PageTemplates:
    """The page templates, compiled once, for pages in any language.

    A folder holds ``pages/KIND.md.j2``; what the first folder lacks is taken from the next.
    """

    def __init__(self, templates: Sequence[Path]) -> None:
        folders = [folder for root in templates for folder in (root, root / "pages")]
        self._loader = FileSystemLoader(folders)
        self._compiled = _Compiled()
        self._environments: dict[str, Environment] = {}

    def output(self, view: View) -> Output:
        """The page of a view."""
        page = view.page
        template = self._environment(page.language).get_template(f"pages/{page.kind}.md.j2")
        return Output(page.path, template.render(view=view).encode())

    def _environment(self, language: str) -> Environment:
        environment = self._environments.get(language)
        if environment is None:
            environment = make_environment(messages(language), self._loader, self._compiled)
            self._environments[language] = environment
        return environment


def make_environment(
    words: Messages, loader: FileSystemLoader | None = None, cache: BytecodeCache | None = None
) -> Environment:
    """The templates' environment in one language: escape filters, ``_`` and ``ngettext``.

    Templates make Markdown, so HTML is escaped by filter and never by itself.
    """
    environment = Environment(
        loader=loader,
        bytecode_cache=cache,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown: see above
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.context_class = _PageContext
    environment.filters |= FILTERS
    environment.install_gettext_callables(  # type: ignore[attr-defined] # the extension adds it
        words.text, words.plural, newstyle=True
    )
    return environment


FILTERS: dict[str, Callable[..., str]] = {
    "md": escaping.md,
    "cell": escaping.md,
    "html": escaping.html,
    "attr": escaping.attr,
    "yaml": escaping.yaml,
    "bdi": escaping.bdi,
}


class _PageContext(Context):
    """Calls macros straight: Jinja2 asks of every callable again what it wants to be passed."""

    def call(self, obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in Jinja2
        """Call ``obj`` from a template."""
        if type(obj) is Macro:
            # What compiled templates add for functions that are passed the context.
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(self.eval_ctx, *args, **kwargs)
        return super().call(obj, *args, **kwargs)


class _Compiled(BytecodeCache):
    """Compiled templates in memory, shared by the environments of all languages."""

    def __init__(self) -> None:
        self._code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = bucket.code


def _views(index: SiteIndex) -> Iterator[View]:
    yield home_view(index)
    yield from briefing_views(index)
    yield from reading_views(index)
    yield from actor_views(index)
    yield from figure_views(index)
    yield from topic_views(index)
    yield from place_views(index)
    yield from briefing_indexes(index)
    yield from register_indexes(index)
    yield from timeline_pages(index)
    yield corrections_page(index)
    yield search_view(index)
    yield from redirect_views(index)
