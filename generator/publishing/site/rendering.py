"""Which pages must be rendered again, their rendering, and what else belongs to a site."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import jinja2
from mkdocs.commands.build import _build_template, log
from mkdocs.utils import get_build_timestamp

from .faults import DamagedError, PageFaultError, SupersededError, UnwatchedError
from .fingerprints import digest_bytes, digest_of
from .looks import untouched
from .records import RenderedRecord
from .searched import searched_digest
from .templating import Templates, search_file, search_plugin
from .watching import Known, Watch, WatchedPage, dump_json, watch_page, watching_context
from .workers import spread

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from mkdocs.structure.files import File

    from .conversion import Conversion
    from .gathering import Gathered
    from .live_tree import LiveTree
    from .store import Store
    from .tree import FreshTree

WORTH: Final = 60  # pages for which a second process pays
SEARCH: Final = "search/search_index.json"


@dataclass(slots=True)
class Standing:
    """The old site, as the index describes it: which of its files can be taken over."""

    folder: Path
    part: Mapping[str, Any]
    tree: FreshTree | LiveTree

    def whole(self, path: str) -> str | None:
        """The digest of a file that is as it was written, or ``None``."""
        held = self.part.get("outputs", {}).get(path)
        if held is None:
            return None
        if not self.tree.has(path) and not untouched(self.folder, path, held[0], held[1]):
            return None
        digest: str = held[0]
        return digest


@dataclass(slots=True)
class Rendering:
    """All pages' records, the digest of every file of the site, and why pages were rendered."""

    records: dict[str, RenderedRecord] = field(default_factory=dict)
    asked: list[list[list[str]]] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    jobs: int = 1


class Renderer:
    """Brings a fresh tree to what the gathered site says."""

    def __init__(
        self,
        gathered: Gathered,
        conversion: Conversion,
        watch: Watch,
        store: Store,
        log_records: list[logging.LogRecord],
        superseded: Callable[[], bool] = bool,
    ) -> None:
        self.gathered = gathered
        self._conversion = conversion
        self.watch = watch
        self._store = store
        self._log = log_records
        self._superseded = superseded
        for file in gathered.pages:
            assert file.page is not None  # noqa: S101  MkDocs gives every page of the site one
            record = conversion.records[file.src_uri]
            watch_page(file.page, watch)
            watch.known[file.src_uri] = Known(
                record.heading, record.shown, _facts(store, record.facts)
            )
        gathered.theme.context_class = watching_context(watch)
        gathered.theme.policies["json.dumps_function"] = dump_json
        gathered.config.plugins.on_env(gathered.theme, config=gathered.config, files=gathered.files)

    def static_files(
        self, tree: FreshTree | LiveTree, old: Standing, sources: Mapping[str, str], done: Rendering
    ) -> None:
        """Everything that is copied."""
        own = str(self.gathered.config.docs_dir)
        for file in self.gathered.files:
            if file.is_documentation_page() or not file.inclusion.is_included():  # type: ignore[no-untyped-call]  # MkDocs
                continue
            path = file.dest_uri
            digest = sources.get(file.src_uri) if file.src_dir == own else None
            if digest is not None and old.whole(path) == digest:
                tree.keep(path)
                done.outputs[path] = digest
            else:
                _put(tree, done, path, file.content_bytes)

    def templates(self, tree: FreshTree | LiveTree, done: Rendering) -> None:
        """The pages that a theme has of itself, and templates among the site's own files."""
        gathered = self.gathered
        config, files = gathered.config, gathered.files
        for name in sorted(config.theme.static_templates):
            try:
                template = gathered.theme.get_template(name)
            except jinja2.TemplateNotFound:
                log.warning(f"Template skipped: '{name}' not found in theme directories.")
                continue
            except jinja2.TemplateError as error:
                raise PageFaultError(f"Error building template '{name}': {error}") from error
            output = _rendered(name, template, gathered)
            if output.strip():
                _put(tree, done, name, output.encode("utf-8"))
                if name == "sitemap.xml":
                    _put(tree, done, f"{name}.gz", self._zipped(f"{name}.gz", output))
        for name in config.extra_templates:
            file = files.get_file_from_path(name)
            if file is None:
                log.warning(f"Template skipped: '{name}' not found in docs_dir.")
                continue
            try:
                template = jinja2.Template(file.content_string)
            except Exception as error:  # noqa: BLE001  as in MkDocs
                log.warning(f"Error reading template '{name}': {error}")
                continue
            output = _rendered(name, template, gathered)
            if output.strip():
                _put(tree, done, file.dest_uri, output.encode("utf-8"))

    def _zipped(self, name: str, output: str) -> bytes:
        pages = [file.page for file in self.gathered.pages if file.page is not None]
        buffer = io.BytesIO()
        moment = get_build_timestamp(pages=pages)
        with gzip.GzipFile(fileobj=buffer, filename=name, mode="wb", mtime=moment) as file:
            file.write(output.encode("utf-8"))
        return buffer.getvalue()

    def pages(
        self,
        tree: FreshTree | LiveTree,
        old: Standing,
        key: Mapping[str, str],
        jobs: int,
        done: Rendering,
    ) -> None:
        """Render what must be; take the rest from the old site.

        Raises:
            PageFaultError: a template fails; the first page that it fails for is told.
            UnwatchedError: the site is not one that can be built page by page.
            WorkerError: a process ended early.
        """
        todo = self._take_over(tree, old, key, done)
        order = {file.src_uri: place for place, file in enumerate(self.gathered.pages)}
        results = spread(todo, self._work(tree, order), jobs if len(todo) > WORTH else 1)
        faults = sorted(fault for result in results for fault in result["faults"])
        if faults:
            raise PageFaultError(faults[0][1])
        done.jobs = max(1, len(results))
        numbers = {json.dumps(asked): number for number, asked in enumerate(done.asked)}
        answers: dict[int, str] = {}
        for result in results:
            for uri, path, digest, entries, searched, place in result["done"]:
                asked = result["asked"][place]
                told = json.dumps(asked)
                if told not in numbers:
                    numbers[told] = len(done.asked)
                    done.asked.append(asked)
                number = numbers[told]
                if number not in answers:
                    answers[number] = self.watch.answers(asked)
                made = self._conversion.records[uri].made
                done.records[uri] = RenderedRecord(
                    made, number, answers[number], entries, searched, done.why[uri], 0
                )
                if digest:
                    done.outputs[path] = digest

    def search(self, tree: FreshTree | LiveTree, old: Standing, done: Rendering) -> None:
        """Material's search index, if the site has it.

        Raises:
            DamagedError: entries of a page that was not rendered are no longer there.
        """
        plugin = search_plugin(self.gathered.config)
        if plugin is None:
            return
        entries = []
        for file in self.gathered.pages:
            reference = done.records[file.src_uri].entries
            if reference:
                entries.append(self._store.read(reference).decode())
        data = search_file(plugin, entries)
        digest = digest_bytes(data)
        if old.whole(SEARCH) == digest:
            tree.keep(SEARCH)
            done.outputs[SEARCH] = digest
        else:
            _put(tree, done, SEARCH, data)

    def _take_over(
        self, tree: FreshTree | LiveTree, old: Standing, key: Mapping[str, str], done: Rendering
    ) -> list[File]:
        """Pages of the old site that stand as they should; the files of those that do not."""
        part = old.part
        held = part.get("pages", {})
        general = _difference(part.get("key", {}), key) if held else ""
        asked = part.get("asked", [])
        answers = [self.watch.answers(questions) for questions in asked] if not general else []
        todo = []
        numbers: dict[int, int] = {}
        for file in self.gathered.pages:
            uri = file.src_uri
            record = RenderedRecord.of(held[uri]) if uri in held else None
            why = self._why(record, uri, general, answers)
            if not why and record is not None:
                digest = old.whole(file.dest_uri)
                if digest is None:
                    why = "its file in the site was gone or changed"
                else:
                    tree.keep(file.dest_uri)
                    done.outputs[file.dest_uri] = digest
                    if record.asked not in numbers:
                        numbers[record.asked] = len(done.asked)
                        done.asked.append(asked[record.asked])
                    record.asked = numbers[record.asked]
                    done.records[uri] = record
                    continue
            done.why[uri] = why
            todo.append(file)
        return todo

    def _why(
        self, record: RenderedRecord | None, uri: str, general: str, answers: list[str]
    ) -> str:
        if record is None:
            return self._conversion.why.get(uri, "it is new")
        if general:
            return f"{general} changed"
        if record.made != self._conversion.records[uri].made:
            return self._conversion.why.get(uri, "its Markdown changed")
        if answers[record.asked] != record.answer:
            return "what it shows of other pages changed"
        return ""

    def _work(
        self, tree: FreshTree | LiveTree, order: Mapping[str, int]
    ) -> Callable[[Iterable[File]], dict[str, Any]]:
        gathered, store, watch = self.gathered, self._store, self.watch

        def work(files: Iterable[File]) -> dict[str, Any]:
            templates = Templates(
                gathered.config, gathered.pages, gathered.nav, gathered.theme, watch
            )
            writer = store.writer()
            done: list[Any] = []
            faults: list[Any] = []
            lists: list[Any] = []
            numbers: dict[object, int] = {}
            for file in files:
                if self._superseded():
                    raise SupersededError
                uri, page = file.src_uri, file.page
                assert isinstance(page, WatchedPage)  # noqa: S101  made so above
                content = store.read(self._conversion.records[uri].content)
                facts = watch.known[uri].facts()
                try:
                    made = templates.render(
                        page, facts, content.decode("utf-8", "surrogatepass"), self._log
                    )
                except (UnwatchedError, DamagedError):
                    raise
                except Exception as error:  # noqa: BLE001  a fault of this page, told with all others
                    faults.append([order[uri], f"Error building page '{uri}': {error}"])
                    continue
                if made.asked not in numbers:
                    numbers[made.asked] = len(lists)
                    lists.append([list(item) for item in made.asked])
                digest = searched = ""
                if made.content:
                    tree.put(file.dest_uri, made.content)
                    digest = digest_bytes(made.content)
                    searched = searched_digest(made.content)
                entries = writer.add(made.entries.encode()) if made.entries else None
                done.append([uri, file.dest_uri, digest, entries, searched, numbers[made.asked]])
            writer.close()
            return {"done": done, "asked": lists, "faults": faults}

        return work


def _rendered(name: str, template: jinja2.Template, gathered: Gathered) -> str:
    try:
        return _build_template(name, template, gathered.files, gathered.config, gathered.nav)
    except UnwatchedError:
        raise
    except Exception as error:
        raise PageFaultError(f"Error building template '{name}': {error}") from error


def _put(tree: FreshTree | LiveTree, done: Rendering, path: str, data: bytes) -> None:
    tree.put(path, data)
    done.outputs[path] = digest_bytes(data)


def _facts(store: Store, reference: list[Any]) -> Callable[[], Mapping[str, Any]]:
    def read() -> Mapping[str, Any]:
        facts: Mapping[str, Any] = json.loads(store.read(reference))
        return facts

    return read


def _difference(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """The first part of a key that is not what it was."""
    return next((part for part in new if old.get(part) != new[part]), "")


def digest_sources(sources: Mapping[str, str]) -> str:
    """The digest of every page's and file's bytes."""
    return digest_of(list(sources.items()))
