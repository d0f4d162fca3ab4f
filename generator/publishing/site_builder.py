"""Builds the site with MkDocs: beside the present one, then put in its place."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Severity
from generator.files import FileClock

from .published import NAME
from .site.environment import collected_log, environment, warnings_in
from .site.faults import DamagedError, PageFaultError, UnwatchedError, WorkerError
from .site.live_tree import LiveTree
from .site.looks import KnownFiles, same_tree, untouched
from .site.searched import FOLDER
from .site.stamping import stamp
from .site.store import SPARE, Store
from .site.telling import builder_errors, failure, said_of, warning
from .site.tree import FreshTree
from .swapping import recover

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from .preview import Preview
    from .site.inputs import Inputs
    from .site.rendering import Renderer
    from .site.searched import Searched


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """What a build of the site did; with ``reused`` nothing had changed and nothing was written.

    ``rendered`` says of each page that was rendered, by its path below ``docs/``, what had changed.
    ``workers`` is how many processes rendered. ``note`` says why MkDocs built the whole site
    itself, where it did. ``changed`` are the files of a preview that are not what they were.
    """

    pages: int
    reused: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    rendered: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    note: str = ""
    changed: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether no new site was put in place."""
        return any(item.severity is Severity.ERROR for item in self.diagnostics)


@dataclass(slots=True)
class _Made:
    """A fresh site, before it is known whether it may be put in place."""

    warnings: tuple[str, ...] = ()
    fault: str = ""
    index: dict[str, Any] = field(default_factory=dict)
    site: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, str] | None = None
    why: dict[str, str] = field(default_factory=dict)
    pages: int = 0
    jobs: int = 1
    note: str = ""
    renderer: Renderer | None = None
    searched: Searched | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    """What a build works with."""

    root: Path
    preview: Preview | None
    configuration: bytes
    inputs: Inputs
    tree: FreshTree | LiveTree
    store: Store
    index: dict[str, Any]
    records: list[logging.LogRecord]
    target: Path
    clock: FileClock


def build_site(
    root: Path,
    *,
    cache: Path,
    epoch: int,
    language: str = "",
    strict: bool = False,
    preview: Preview | None = None,
    jobs: int = 0,
    configuration: bytes = b"",
) -> SiteBuild:
    """Build the site of the ``mkdocs.yml`` in ``root``, or find that it stands as it should.

    The site is built in a folder beside its place and swapped in when it is whole; with ``strict``
    a warning leaves the old one standing. ``epoch`` (seconds since 1970) is the date that goes into
    the sitemap. With a ``language`` the search page's index is made, in that language. ``jobs``
    processes render, as many as there are processors if it is 0. ``configuration`` takes the
    place of what ``mkdocs.yml`` holds.

    Raises:
        OSError: the disk refuses; the old site stands.
        SupersededError: the preview said so.
    """
    with environment(epoch) as date, collected_log() as records:
        store = Store(cache)
        index = preview.index if preview else store.load()
        options = f"{date} {preview.options if preview else ''} {language}"
        stamped = stamp(root, configuration or _configuration(root), options)
        clock = FileClock(store.folder)
        known = KnownFiles(index.get("files", {}), clock)
        if stamped and index.get("stamp") == stamped:
            recover(Path(index["target"]))
            if known.unchanged() and _stands(Path(index["target"]), index, preview):
                return _reused(index)
        try:
            config = _load(root, preview, configuration)
        except builder_errors() as error:
            return SiteBuild(0, reused=False, diagnostics=(failure(said_of(error, records)),))
        from .site.inputs import read_inputs  # noqa: PLC0415  see _load

        target = Path(config.site_dir)
        recover(target)
        inputs = read_inputs(config, options, known, date)
        loading = warnings_in(records)
        records.clear()
        if inputs.whole and index.get("inputs") == inputs.whole and _stands(target, index, preview):
            return _reused(index)
        outputs = index.get("site", {}).get("outputs", {})
        tree = (
            LiveTree(target, outputs, preview.dirty)
            if preview
            else FreshTree(target, store.folder / SPARE, outputs)
        )
        task = _Task(
            root, preview, configuration, inputs, tree, store, index, records, target, clock
        )
        try:
            made = _make(task, config, jobs)
            diagnostics = _told(loading, made)
            if not made.fault and language and not _kept(task, made, language):
                diagnostics += _indexed(task, made, language)
            failed = any(item.severity is Severity.ERROR for item in diagnostics)
            if failed or (strict and diagnostics):
                _save_converted(store, index, made)
            else:
                if made.outputs is not None:
                    tree.prune(made.outputs)
                tree.swap_in()
                _save(task, made, loading, stamped)
        finally:
            store.close()
            tree.discard()
    return SiteBuild(
        made.pages,
        reused=False,
        diagnostics=diagnostics,
        rendered=made.why,
        workers=made.jobs,
        note=made.note,
        changed=tree.changed if isinstance(tree, LiveTree) else (),
    )


def why_rendered(cache: Path, page: str) -> str:
    """What had changed when ``page``, a path below ``docs/``, was last rendered; ``""`` if unknown.

    Where the last build did not render it, the sentence says so.
    """
    index = Store(cache).load()
    held = index.get("site", {}).get("pages", {}).get(page)
    if held is None:
        return ""
    why, turn = held[-2:]
    return why if turn == index.get("turn") else f"{why}; since then nothing of it changed"


def _load(root: Path, preview: Preview | None, configuration: bytes) -> MkDocsConfig:
    from mkdocs.config import load_config  # noqa: PLC0415  a fifth of a second, not for `--help`

    name = str(root / "mkdocs.yml")
    if configuration:
        return load_config(io.BytesIO(configuration), config_file_path=name)
    if preview is None:
        return load_config(name)
    folders = {"docs_dir": str(preview.docs), "site_dir": str(preview.site)}
    config = load_config(name, **folders)
    config.site_url = preview.site_url
    return config


def _make(task: _Task, config: MkDocsConfig, jobs: int) -> _Made:
    """Fill the tree: page by page, or else as MkDocs does it."""
    from .site.driving import drive  # noqa: PLC0415  see _load
    from .site.rendering import Standing  # noqa: PLC0415
    from .site.suitability import unsuitable  # noqa: PLC0415
    from .site.workers import processors  # noqa: PLC0415

    note = unsuitable(config, task.inputs.overrides)
    # Where the cache is not what its index says, nothing in it is used.
    for index in (task.index, {}):
        if note:
            break
        try:
            driven = drive(
                config,
                Standing(task.target, index.get("site", {}), task.tree),
                index,
                task.inputs,
                task.store,
                task.records,
                jobs or processors(),
                task.preview.superseded if task.preview else bool,
            )
        except PageFaultError as error:
            return _Made(fault=str(error))
        except WorkerError as error:
            return _Made(fault=str(error).strip().rpartition("\n")[2])
        except DamagedError:
            config = _again(task)
            continue
        except UnwatchedError as error:
            note = str(error)
            break
        return _Made(
            driven.warnings,
            index=driven.converted,
            site=driven.site,
            outputs=driven.outputs,
            why=driven.why,
            pages=driven.pages,
            jobs=driven.jobs,
            renderer=driven.renderer,
            searched=driven.searched,
        )
    return _plain(task, note)


def _again(task: _Task) -> MkDocsConfig:
    """Begin again with an empty folder; the configuration, which a build changes, is read anew."""
    task.tree.clear()
    task.records.clear()
    return _load(task.root, task.preview, task.configuration)


def _plain(task: _Task, note: str) -> _Made:
    from .site.plain import build_plainly  # noqa: PLC0415  see _load

    config = _again(task)
    task.records.clear()
    fault = ""
    try:
        build_plainly(config, task.tree.folder)
    except (Exception, SystemExit) as error:  # noqa: BLE001  a template may raise anything
        fault = said_of(error, task.records)
    pages = sum(1 for path in task.inputs.sources if path.endswith(".md"))
    return _Made(warnings_in(task.records), fault=fault, note=note, pages=pages)


def _stands(target: Path, index: Mapping[str, Any], preview: Preview | None) -> bool:
    if preview:
        return not preview.dirty
    return same_tree(target, index["site"]["outputs"], NAME)


def _configuration(root: Path) -> bytes:
    try:
        return (root / "mkdocs.yml").read_bytes()
    except OSError:
        return b""


def _reused(index: Mapping[str, Any]) -> SiteBuild:
    site = index["site"]
    warned = tuple(warning(said) for said in site["warnings"])
    return SiteBuild(len(site["pages"]), reused=True, diagnostics=warned)


def _told(loading: tuple[str, ...], made: _Made) -> tuple[Diagnostic, ...]:
    if made.fault:
        return (failure(made.fault),)
    return tuple(warning(said) for said in (*loading, *made.warnings))


def _save(task: _Task, made: _Made, loading: tuple[str, ...], stamped: list[str]) -> None:
    if made.outputs is None:
        _keep(task, {}, made)
        return
    looks = task.tree.looks(made.outputs, task.clock)
    outputs = {path: [digest, looks[path]] for path, digest in made.outputs.items()}
    warned = [*loading, *made.warnings]
    site = {**made.site, "outputs": outputs, "warnings": warned}
    inputs = task.inputs
    index = {
        "inputs": inputs.whole,
        "stamp": stamped if inputs.whole else [],
        "files": inputs.looks,
        "target": str(task.target.absolute()),
        **made.index,
        "site": site,
    }
    try:
        task.store.tidy(_references(index))
    except (OSError, DamagedError):
        if task.preview:
            raise
        index = {}  # the site stands; the next build begins from nothing
    _keep(task, index, made)


def _keep(task: _Task, index: dict[str, Any], made: _Made) -> None:
    """Keep the index for the next build: on disk, or that of a preview at hand."""
    preview = task.preview
    if preview is None:
        task.store.save(index)
        return
    preview.index = index
    preview.dirty.clear()
    preview.shown = None
    if made.renderer is not None:
        from .site.showing import Shown  # noqa: PLC0415  see _load

        docs = str(preview.docs)
        themes = {top: held for top, held in task.inputs.looks.items() if top != docs}
        preview.shown = Shown(made.renderer, themes, task.inputs.date, task.clock)


def _save_converted(store: Store, index: Mapping[str, Any], made: _Made) -> None:
    """Keep what was converted for a site that was not put in place."""
    if not made.index:
        return
    kept = {**made.index, "site": index.get("site", {})}
    store.tidy(_references(kept))
    store.save(kept)


def _references(index: Mapping[str, Any]) -> list[list[Any]]:
    """Every reference to a blob that the index holds."""
    found = []
    for held in index["converted"]["pages"].values():
        found += [held[1], held[2]]
    found += [held[3] for held in index["site"].get("pages", {}).values() if held[3]]
    return found


def _kept(task: _Task, made: _Made, language: str) -> bool:
    """Take the old site's search index over, if it may serve; whether it did.

    A preview's serves always; else it must be of the same pages.
    """
    if made.outputs is None:
        return False
    made.site["language"] = language
    old = task.index.get("site", {})
    same = all(old.get(key) == made.site[key] for key in ("searched", "language"))
    prefix = f"{FOLDER}/"
    found = {path: held for path, held in old.get("outputs", {}).items() if path.startswith(prefix)}
    if not found or not (same or task.preview):
        return False
    if not all(
        task.tree.has(path) or untouched(task.target, path, *held) for path, held in found.items()
    ):
        return False
    for path, (digest, _) in found.items():
        task.tree.keep(path)
        made.outputs[path] = digest
    return True


def _indexed(task: _Task, made: _Made, language: str) -> tuple[Diagnostic, ...]:
    from .search_index import (  # noqa: PLC0415  not where nothing changed
        SearchIndexError,
        TreeSink,
        index_failed,
        index_site,
    )

    folder, cache = task.tree.folder, task.store.folder.parent
    watched = made.outputs is not None
    outputs = task.index.get("site", {}).get("outputs", {})
    sink = TreeSink(task.tree, task.target, outputs) if watched else None
    try:
        indexed = index_site(folder, language, cache=cache, searched=made.searched, sink=sink)
    except SearchIndexError as error:
        return (index_failed(error),)
    if made.outputs is not None:
        made.outputs.update(indexed.outputs)
    made.note = made.note or indexed.note
    return ()
