"""Builds the site with MkDocs: beside the present one, then put in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Severity, SourceFile, diagnose
from generator.diagnostics.codes.publishing import SITE_BUILD_FAILED, SITE_BUILD_WARNING

from .search_index import FOLDER, SearchIndexError, index_site
from .site.environment import collected_log, environment, warnings_in
from .site.faults import DamagedError, PageFaultError, UnwatchedError, WorkerError
from .site.fingerprints import digest_files
from .site.store import SPARE, Store
from .site.tree import FreshTree, same_tree, sign, untouched
from .swapping import recover, remove_tree

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from .site.inputs import Inputs


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """What a build of the site did; with ``reused`` nothing had changed and nothing was written.

    ``rendered`` says of each page that was rendered, by its path below ``docs/``, what had changed.
    ``workers`` is how many processes rendered. ``note`` says why MkDocs built the whole site
    itself, where it did.
    """

    pages: int
    reused: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    rendered: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    note: str = ""

    @property
    def failed(self) -> bool:
        """Whether no new site was put in place."""
        return any(item.severity is Severity.ERROR for item in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Preview:
    """Folders and address that stand in for the configured ones while a site is edited.

    The search index of a preview stays as it was at first: indexing takes longer than one page.
    """

    docs: Path
    site: Path
    site_url: str


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


@dataclass(frozen=True, slots=True)
class _Task:
    """What a build works with."""

    root: Path
    preview: Preview | None
    inputs: Inputs
    tree: FreshTree
    store: Store
    index: dict[str, Any]
    records: list[logging.LogRecord]
    target: Path


def build_site(
    root: Path,
    *,
    cache: Path,
    epoch: int,
    language: str = "",
    strict: bool = False,
    preview: Preview | None = None,
    jobs: int = 0,
) -> SiteBuild:
    """Build the site of the ``mkdocs.yml`` in ``root``, or find that it stands as it should.

    The site is built in a folder beside its place and swapped in when it is whole; with ``strict``
    a warning leaves the old one standing. ``epoch`` (seconds since 1970) is the date that goes into
    the sitemap. With a ``language`` the search page's index is made, in that language. ``jobs``
    processes render, as many as there are processors if it is 0.

    Raises:
        OSError: the disk refuses; the old site stands.
    """
    with environment(epoch) as date, collected_log() as records:
        try:
            config = _load(root, preview)
        except _builder_errors() as error:
            return SiteBuild(0, reused=False, diagnostics=(_failed(_said(error, records)),))
        from .site.inputs import read_inputs  # noqa: PLC0415  see _load

        target = Path(config.site_dir)
        recover(target)
        store = Store(cache)
        index = store.load()
        inputs = read_inputs(config, date, f"{preview} {language}")
        loading = warnings_in(records)
        records.clear()
        if inputs.whole and index.get("inputs") == inputs.whole and _stands(target, index):
            return _reused(index)
        tree = FreshTree(target, store.folder / SPARE)
        task = _Task(root, preview, inputs, tree, store, index, records, target)
        try:
            made = _make(task, config, jobs)
            diagnostics = _told(loading, made)
            if not made.fault and language and not _kept(task, made, language):
                diagnostics += _indexed(tree.folder, language, made)
            failed = any(item.severity is Severity.ERROR for item in diagnostics)
            if failed or (strict and diagnostics):
                _save_converted(store, index, made)
            else:
                if made.outputs is not None:
                    tree.prune(made.outputs)
                tree.swap_in()
                _save(task, made, loading)
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


def _load(root: Path, preview: Preview | None) -> MkDocsConfig:
    from mkdocs.config import load_config  # noqa: PLC0415  a fifth of a second, not for `--help`

    if preview is None:
        return load_config(str(root / "mkdocs.yml"))
    folders = {"docs_dir": str(preview.docs), "site_dir": str(preview.site)}
    config = load_config(str(root / "mkdocs.yml"), **folders)
    config.site_url = preview.site_url
    return config


def _make(task: _Task, config: MkDocsConfig, jobs: int) -> _Made:
    """Fill the tree: page by page, or else as MkDocs does it."""
    from .site.driving import drive  # noqa: PLC0415  see _load
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
                task.tree,
                task.target,
                index,
                task.inputs,
                task.store,
                task.records,
                jobs or processors(),
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
        )
    return _plain(task, note)


def _again(task: _Task) -> MkDocsConfig:
    """Begin again with an empty folder; the configuration, which a build changes, is read anew."""
    task.tree.clear()
    task.records.clear()
    return _load(task.root, task.preview)


def _plain(task: _Task, note: str) -> _Made:
    from .site.plain import build_plainly  # noqa: PLC0415  see _load

    config = _again(task)
    task.records.clear()
    fault = ""
    try:
        build_plainly(config, task.tree.folder)
    except (Exception, SystemExit) as error:  # noqa: BLE001  a template may raise anything
        fault = _said(error, task.records)
    pages = sum(1 for path in task.inputs.sources if path.endswith(".md"))
    return _Made(warnings_in(task.records), fault=fault, note=note, pages=pages)


def _stands(target: Path, index: Mapping[str, Any]) -> bool:
    outputs = index["site"]["outputs"]
    return same_tree(target, outputs) and all(
        untouched(target, path, digest, signature) for path, (digest, signature) in outputs.items()
    )


def _reused(index: Mapping[str, Any]) -> SiteBuild:
    site = index["site"]
    warned = tuple(_warning(said) for said in site["warnings"])
    return SiteBuild(len(site["pages"]), reused=True, diagnostics=warned)


def _told(loading: tuple[str, ...], made: _Made) -> tuple[Diagnostic, ...]:
    if made.fault:
        return (_failed(made.fault),)
    return tuple(_warning(said) for said in (*loading, *made.warnings))


def _save(task: _Task, made: _Made, loading: tuple[str, ...]) -> None:
    if made.outputs is None:
        task.store.save({})
        return
    signed = sign(task.target, made.outputs)
    outputs = {path: [digest, signed[path]] for path, digest in made.outputs.items()}
    warned = [*loading, *made.warnings]
    site = {**made.site, "outputs": outputs, "warnings": warned}
    index = {"inputs": task.inputs.whole, **made.index, "site": site}
    task.store.tidy(_references(index))
    task.store.save(index)


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
    if not all(untouched(task.target, path, *held) for path, held in found.items()):
        return False
    for path, (digest, _) in found.items():
        task.tree.keep(path)
        made.outputs[path] = digest
    return True


def _indexed(site: Path, language: str, made: _Made) -> tuple[Diagnostic, ...]:
    try:
        remove_tree(site / FOLDER)  # what is there may share its bytes with the present site
        index_site(site, language)
    except SearchIndexError as error:
        mend = "Install what requirements name, or build again; the last good site stands."
        message = f"The search index could not be made: {error}."
        return (diagnose(SITE_BUILD_FAILED, SourceFile("mkdocs.yml", ""), None, message, mend),)
    if made.outputs is not None:
        found = digest_files(site / FOLDER)
        made.outputs.update({f"{FOLDER}/{name}": digest for name, digest in found.items()})
    return ()


def _builder_errors() -> tuple[type[BaseException], ...]:
    """What MkDocs raises for faults in a site: its own errors, and ``SystemExit`` of ``Abort``."""
    from click import ClickException  # noqa: PLC0415  see _load
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415
    from yaml import YAMLError  # noqa: PLC0415

    return (MkDocsException, ClickException, YAMLError, SystemExit)


def _said(error: BaseException, records: list[logging.LogRecord]) -> str:
    """What an error was, in the words of the log where it has any."""
    said = [item.getMessage() for item in records if item.levelname in {"ERROR", "CRITICAL"}]
    return "; ".join(said) or str(error) or type(error).__name__


def _warning(said: str) -> Diagnostic:
    return diagnose(SITE_BUILD_WARNING, SourceFile("mkdocs.yml", ""), None, _sentence(said))


def _failed(message: str) -> Diagnostic:
    mend = "Mend mkdocs.yml or the page named; the last good site stands."
    return diagnose(SITE_BUILD_FAILED, SourceFile("mkdocs.yml", ""), None, _sentence(message), mend)


def _sentence(message: str) -> str:
    return "MkDocs: " + " ".join(message.split())
