"""Which pages' Markdown must be converted again, and its conversion."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from .converting import Converter
from .faults import PageFaultError, SupersededError, UnwatchedError
from .fingerprints import describe, digest_bytes, digest_of, versions
from .gathering import addresses
from .plain_values import pick
from .records import ConvertedRecord
from .suitability import reusable
from .watching import ANY
from .workers import spread

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from .gathering import Gathered
    from .store import Store

WORTH: Final = 300_000  # bytes of Markdown for which a second process pays


@dataclass(slots=True)
class Conversion:
    """All pages' records; ``why`` says for those converted just now what had changed."""

    records: dict[str, ConvertedRecord]
    names: list[str]
    why: dict[str, str] = field(default_factory=dict)
    jobs: int = 1


def convert_pages(
    gathered: Gathered,
    sources: Mapping[str, str],
    before: Mapping[str, Any],
    keys: Iterable[str],
    store: Store,
    log: list[logging.LogRecord],
    jobs: int,
    superseded: Callable[[], bool] = bool,
) -> Conversion:
    """Convert what must be converted; the rest is taken from ``before``, the index's old part.

    Raises:
        PageFaultError: MkDocs cannot read a page; the first such page is told.
        UnwatchedError: the site is not one that can be built page by page.
        WorkerError: a process ended early.
        SupersededError: ``superseded`` said so.
    """
    records, why = _still_good(gathered, sources, before)
    names = list(before.get("names", ())) if records else []
    todo = [file for file in gathered.pages if file.src_uri in why]
    order = {file.src_uri: place for place, file in enumerate(gathered.pages)}
    sizes = {file.src_uri: os.path.getsize(file.abs_src_path or "") for file in todo}  # noqa: PTH202
    todo.sort(key=lambda file: -sizes[file.src_uri])
    jobs = jobs if sum(sizes.values()) > WORTH else 1
    reuse = reusable(gathered.config)
    wanted = sorted(keys)

    def work(files: Iterable[File]) -> list[Any]:
        converter = Converter(gathered.config, gathered.files, log, reuse=reuse)
        writer = store.writer()
        done: list[Any] = []
        faults: list[Any] = []
        for file in files:
            if superseded():
                raise SupersededError
            logged = len(log)
            try:
                made = converter.convert(file)
            except UnwatchedError:
                raise
            except Exception as error:  # noqa: BLE001  a fault of this page, told with all others
                faults.append([order[file.src_uri], _said(log[logged:], error)])
                continue
            content = made.content.encode("utf-8", "surrogatepass")
            facts = json.dumps(made.facts, separators=(",", ":")).encode()
            record = ConvertedRecord(
                made.source,
                writer.add(content),
                writer.add(facts),
                digest_bytes(content + b"\0" + facts + repr(made.heading).encode()),
                digest_of(made.facts["anchors"]),
                made.heading,
                {
                    ANY: [bool(made.facts["meta"])],
                    **{key: pick(made.facts["meta"], key) for key in wanted},
                },
                list(made.looked),  # type: ignore[arg-type]  # names, until they have numbers
                sorted(made.facts["links"]),
                list(made.warnings),
                [],
            )
            done.append([file.src_uri, record.held()])
        writer.close()
        return [done, faults]

    results = spread(todo, work, jobs)
    faults = sorted(fault for _, found in results for fault in found)
    if faults:
        raise PageFaultError(faults[0][1])
    numbers = {name: number for number, name in enumerate(names)}
    for done, _ in results:
        for uri, held in done:
            record = records[uri] = ConvertedRecord.of(held)
            record.looked = _numbered(record.looked, names, numbers)
            record.linked = _numbered(record.linked, names, numbers)
    records = {file.src_uri: records[file.src_uri] for file in gathered.pages}
    return Conversion(records, names, why, min(jobs, len(results)))


def conversion_key(config: MkDocsConfig) -> dict[str, str]:
    """What the conversion of every page depends on, by the name an editor would give it."""
    items = dict(config.items())
    about = [
        describe(items[name])
        for name in ("markdown_extensions", "mdx_configs", "validation", "use_directory_urls")
    ]
    return {"versions": versions(), "Markdown settings": digest_of(about)}


def as_index(conversion: Conversion, gathered: Gathered) -> dict[str, Any]:
    """The index's part about converted pages."""
    return {
        "key": conversion_key(gathered.config),
        "files": addresses(gathered.files),
        "names": conversion.names,
        "pages": {uri: record.held() for uri, record in conversion.records.items()},
    }


def _still_good(
    gathered: Gathered, sources: Mapping[str, str], before: Mapping[str, Any]
) -> tuple[dict[str, ConvertedRecord], dict[str, str]]:
    """Records that still hold, and why the others' pages are converted."""
    old = before.get("pages", {})
    if not old:
        return {}, {file.src_uri: "it is new" for file in gathered.pages}
    now = conversion_key(gathered.config)
    for part, digest in now.items():
        if before["key"].get(part) != digest:
            return {}, {file.src_uri: f"{part} changed" for file in gathered.pages}
    files = addresses(gathered.files)
    moved = {
        name
        for name in files.keys() | before["files"].keys()
        if files.get(name) != before["files"].get(name)
    }
    numbers = {number for number, name in enumerate(before["names"]) if name in moved}
    good, why = {}, {}
    for file in gathered.pages:
        uri = file.src_uri
        held = old.get(uri)
        if held is None or uri in moved:
            why[uri] = "it is new"
            continue
        record = ConvertedRecord.of(held)
        if record.source != sources.get(uri):
            why[uri] = "its Markdown changed"
        elif not numbers.isdisjoint(record.looked):
            why[uri] = "a file that it links to came or went"
        else:
            good[uri] = record
    return good, why


def _numbered(found: list[Any], names: list[str], numbers: dict[str, int]) -> list[int]:
    for name in found:
        if name not in numbers:
            numbers[name] = len(names)
            names.append(name)
    return [numbers[name] for name in found]


def _said(logged: list[logging.LogRecord], error: BaseException) -> str:
    said = [item.getMessage() for item in logged if item.levelname in {"ERROR", "CRITICAL"}]
    return "; ".join(said) or str(error) or type(error).__name__
