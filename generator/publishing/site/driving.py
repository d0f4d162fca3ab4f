"""Builds a site page by page with MkDocs' own functions, byte for byte what MkDocs would build.

First the Markdown of pages is converted, kept by content; then pages are rendered with the theme.
Both happen in processes of their own where that pays, and each only for pages of which something
changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .anchors import find_broken
from .brisk_gathering import brisk_gathering
from .conversion import as_index, convert_pages
from .environment import warnings_in
from .faults import SupersededError
from .fingerprints import describe, digest_of, versions
from .gathering import digest_navigation, gather
from .rendering import Renderer, Rendering, Standing, digest_sources
from .searched import Searched
from .watching import Watch

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from .inputs import Inputs
    from .store import Store


@dataclass(frozen=True, slots=True)
class Driven:
    """A fresh site: the index's new parts, what was warned of, what was done.

    ``why`` says of each page that was rendered what had changed.
    """

    converted: dict[str, Any]
    site: dict[str, Any]
    outputs: dict[str, str]
    warnings: tuple[str, ...]
    why: dict[str, str]
    pages: int
    jobs: int
    renderer: Renderer
    searched: Searched


def drive(
    config: MkDocsConfig,
    old: Standing,
    index: Mapping[str, Any],
    inputs: Inputs,
    store: Store,
    log: list[logging.LogRecord],
    jobs: int,
    superseded: Callable[[], bool] = bool,
) -> Driven:
    """Fill the tree of ``old``, the present site, as ``index`` describes it.

    Raises:
        PageFaultError: a page cannot be built.
        UnwatchedError: the site is not one that can be built page by page.
        DamagedError: the cache is not what its index says.
        WorkerError: a process ended early.
        SupersededError: ``superseded`` said so.
    """
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with brisk_gathering():
            gathered = gather(config)
        if superseded():
            raise SupersededError
        before = index.get("converted", {})
        keys = index.get("keys", ["title"])
        conversion = convert_pages(
            gathered, inputs.sources, before, keys, store, log, jobs, superseded
        )
        gathering = warnings_in(log)
        log.clear()
        key = {
            "versions": versions(),
            "theme": inputs.theme,
            "navigation": digest_navigation(gathered.nav),
            "configuration": digest_of(describe(dict(gathered.config.items()))),
        }
        watch = Watch(inputs.date, sources=digest_sources(inputs.sources), keys=set(keys))
        renderer = Renderer(gathered, conversion, watch, store, log, superseded)
        tree = old.tree
        done = Rendering()
        renderer.static_files(tree, old, inputs.sources, done)
        renderer.templates(tree, done)
        renderer.pages(tree, old, key, jobs, done)
        renderer.search(tree, old, done)
        find_broken(gathered, conversion, before, store)
        store.close()
        warned = (
            *gathering,
            *(said for record in conversion.records.values() for said in record.warnings),
            *warnings_in(log),
            *(said for record in conversion.records.values() for said in record.broken),
        )
    finally:
        config.plugins.on_shutdown()
    for uri, known in watch.known.items():
        conversion.records[uri].shown = {name: known.shown[name] for name in known.shown}
    searched = _searched(done, {file.dest_uri: file.src_uri for file in gathered.pages})
    turn = index.get("turn", 0) + 1
    for uri in done.why:
        done.records[uri].turn = turn
    return Driven(
        {"converted": as_index(conversion, gathered), "keys": sorted(watch.keys), "turn": turn},
        {
            "key": key,
            "pages": {uri: record.held() for uri, record in done.records.items()},
            "asked": done.asked,
            "searched": digest_of([versions(), sorted(searched.digests.items())]),
        },
        done.outputs,
        warned,
        done.why,
        len(gathered.pages),
        max(conversion.jobs, done.jobs),
        renderer,
        searched,
    )


def _searched(done: Rendering, pages: Mapping[str, str]) -> Searched:
    """The digests of what Pagefind reads of the site, whose every HTML file it opens."""
    html = {path: digest for path, digest in done.outputs.items() if path.endswith(".html")}
    marked = {
        path: done.records[pages[path]].searched if path in pages else digest
        for path, digest in html.items()
    }
    # Where no page is marked, all of every page is read.
    any_marked = any(marked[path] for path in marked if path in pages)
    return Searched(marked if any_marked else html, any_marked)
