"""What MkDocs gathers before it renders: files, theme, navigation. Its own functions do it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import Section, get_navigation
from mkdocs.structure.pages import Page

from .compiled import COMPILED
from .faults import UnwatchedError
from .fingerprints import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True, slots=True)
class Gathered:
    """A site before its pages are read. ``pages`` are those that become pages of the site."""

    config: MkDocsConfig
    files: Files
    theme: Environment
    nav: Navigation
    pages: Sequence[File]


def gather(config: MkDocsConfig) -> Gathered:
    """The first half of ``build`` of MkDocs 1.6.1.

    Raises:
        UnwatchedError: two pages would be one file.
    """
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    theme = config.theme.get_env()
    theme.bytecode_cache = COMPILED
    _add_theme_files(files, theme, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    nav = config.plugins.on_nav(nav, config=config, files=files)
    pages = files.documentation_pages()
    places = {file.dest_uri for file in pages}
    if len(places) != len(pages):
        raise UnwatchedError("two pages have one address")
    return Gathered(config, files, theme, nav, pages)


def _add_theme_files(files: Files, theme: Environment, config: MkDocsConfig) -> None:
    """``add_files_from_theme`` without a walk through ten thousand icons, which it leaves out."""
    folders = [str(folder) for folder in theme.loader.searchpath]  # type: ignore[union-attr]

    def names(filter_func: Callable[[str], bool]) -> list[str]:
        found: set[str] = set()
        for top in folders:
            for base, below, present in os.walk(top):
                below[:] = [name for name in below if not name.startswith(".")]
                prefix = base[len(top) :].strip(os.sep).replace(os.sep, "/")
                prefix = f"{prefix}/" if prefix else ""
                found.update(prefix + name for name in present)
        return [name for name in sorted(found) if filter_func(name)]

    listed = theme.list_templates
    theme.list_templates = names  # type: ignore[method-assign,assignment]  # this call alone
    try:
        files.add_files_from_theme(theme, config)
    finally:
        theme.list_templates = listed  # type: ignore[method-assign]


def addresses(files: Files) -> dict[str, str]:
    """What a look-up of each file gives: its address, and whether it is left out of the site."""
    return {
        file.src_uri: f"{file.url} {file.inclusion.is_excluded():d}"  # type: ignore[no-untyped-call]
        for file in files
    }


def digest_navigation(nav: Navigation) -> str:
    """The digest of the navigation's shape and of the titles that it gives itself."""

    def told(item: Any) -> object:  # noqa: ANN401  MkDocs' own three kinds
        if isinstance(item, Page):
            return ["page", item.file.src_uri, item.file.url, repr(item.__dict__.get("title"))]
        if isinstance(item, Section):
            return ["section", repr(item.title), [told(child) for child in item.children]]
        return ["link", repr(item.title), repr(item.url)]

    return digest_of([told(item) for item in nav])
