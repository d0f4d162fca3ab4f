"""``mkdocs.yml`` read: the few keys that are used, with their faults.

The rest of the file is MkDocs' affair: its tags, aliases and repeated keys are passed over.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from itertools import combinations
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, SourceFile, Span
from generator.diagnostics.codes.config import (
    BAD_FOLDER,
    BAD_SETTING,
    FOLDERS_OVERLAP,
    SETTINGS_SYNTAX,
    SETTINGS_YAML,
    UNKNOWN_SETTING,
)
from generator.files import folded
from generator.records import (
    Codes,
    Composed,
    Entry,
    Fault,
    Kind,
    ListNode,
    MapNode,
    Node,
    Scalar,
    Subject,
    Tag,
    check_characters,
    compose,
    json_schema,
    node_at,
    validate,
)

from .record import BriefingRecord, MkDocsRecord
from .settings import READ_MORE_LABELS, SOURCE_LABELS, Settings, longest_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CODES: Codes = {
    Kind.SYNTAX: SETTINGS_SYNTAX,
    Kind.DEPTH: SETTINGS_SYNTAX,
    Kind.NO_MAP: SETTINGS_SYNTAX,
    Kind.DUPLICATE_KEY: SETTINGS_YAML,
    Kind.ALIAS: SETTINGS_YAML,
    Kind.TAG: SETTINGS_YAML,
    Kind.UNKNOWN_KEY: UNKNOWN_SETTING,
    Kind.SHAPE: BAD_SETTING,
    Kind.TEXT: BAD_SETTING,
    Kind.LANGUAGE: BAD_SETTING,
    Kind.ADDRESS: BAD_SETTING,
    Kind.NUMBER: BAD_SETTING,
    Kind.LABEL: BAD_SETTING,
    Kind.PATH: BAD_FOLDER,
    Kind.CONFLICT: FOLDERS_OVERLAP,
}
_SUBJECT = Subject("mkdocs.yml", _CODES)
_WHOLE_FILE = frozenset({Kind.SYNTAX, Kind.DEPTH, Kind.NO_MAP})
_OWN_KEYS = (
    "site_name",
    "site_url",
    "site_description",
    "docs_dir",
    "site_dir",
    "use_directory_urls",
)
_ENV = "!ENV"
_FOLDERS = {
    "docs_dir": ("docs_dir",),
    "site_dir": ("site_dir",),
    "content-dir": ("extra", "briefing", "content-dir"),
    "templates-dir": ("extra", "briefing", "templates-dir"),
}


def load_settings(
    source: SourceFile, environment: Mapping[str, str]
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in ``source``; see :func:`generator.config.read_settings`."""
    composed = compose(source, Span(0, len(source.text)))
    node, faults = _used(composed, environment)
    result = validate(node, MkDocsRecord, source, _SUBJECT, Span(0, 0))
    settings = _settings(result.record or MkDocsRecord())
    faults += (*_overlaps(settings, node), *_sanitiser_missing(settings, node))
    own = (fault.diagnostic(source, _CODES) for fault in faults)
    return settings, (*check_characters(source), *own, *result.diagnostics)


def briefing_schema() -> dict[str, Any]:
    """The JSON Schema of ``extra.briefing``."""
    return json_schema(BriefingRecord, "Settings below extra.briefing in mkdocs.yml")


def _used(composed: Composed, environment: Mapping[str, str]) -> tuple[MapNode, list[Fault]]:
    """What is used of ``mkdocs.yml``, and the faults in it."""
    root = composed.root
    entries: dict[str, Entry] = {}
    places: list[Span] = []
    for key in _OWN_KEYS:
        entry = root.entries.get(key)
        if entry is not None:
            value = _from_environment(entry.value, composed.tags, environment)
            entries[key] = entry._replace(value=value)
            if value is entry.value:
                places.append(_place(entry))
    for key, wanted in (("theme", "language"), ("extra", "briefing")):
        entry = root.entries.get(key)
        if entry is None or not isinstance(entry.value, MapNode):
            continue
        inner = entry.value.entries.get(wanted)
        if inner is not None:
            entries[key] = entry._replace(value=entry.value._replace(entries={wanted: inner}))
            places.append(_place(inner))
    faults = [
        fault
        for fault in composed.faults
        if fault.kind in _WHOLE_FILE or _within(fault.span, places)
    ]
    faults += (tag.fault() for tag in composed.tags.values() if _within(tag.span, places))
    return root._replace(entries=entries), faults


def _place(entry: Entry) -> Span:
    return Span(entry.key_span.start, max(entry.key_span.end, entry.value.span.end))


def _within(span: Span, places: Iterable[Span]) -> bool:
    return any(place.contains(span) for place in places)


def _from_environment(node: Node, tags: Mapping[Span, Tag], environment: Mapping[str, str]) -> Node:
    """What MkDocs' ``!ENV NAME`` or ``!ENV [NAME, OTHER, default]`` stands for; else the node."""
    tag = tags.get(node.span)
    if tag is None or tag.name != _ENV:
        return node
    if isinstance(node, Scalar):
        names, default = [node.text], None
    elif isinstance(node, ListNode):
        texts = [item.text for item in node.items if isinstance(item, Scalar)]
        names, default = (texts[:-1], texts[-1]) if len(texts) > 1 else (texts, None)
    else:
        return node
    found = next((environment[name] for name in names if name in environment), default)
    return Scalar(found or "", node.span, absent=not found)


def _settings(record: MkDocsRecord) -> Settings:
    own = record.extra.briefing
    given = {
        "site_name": record.site_name,
        "site_url": record.site_url,
        "site_description": record.site_description,
        "language": own.language or record.theme.language,
        "docs_dir": record.docs_dir,
        "site_dir": record.site_dir,
        "directory_urls": record.use_directory_urls,
        "content_dir": own.content_dir,
        "templates_dir": own.templates_dir,
        "quotation_limit": own.quotation_limit,
        "latest": own.latest,
        "search_limit": own.search_limit,
        "stale_after": own.stale_after,
        "data_licence": own.data_licence,
        "cards": own.cards,
        "handbook": own.handbook,
        "publish_to": own.publish_to,
        "page_limit": own.page_limit,
        "gone": own.gone,
        "html": own.html,
        "read_more": _labels(READ_MORE_LABELS, own.read_more),
        "source_labels": _labels(SOURCE_LABELS, own.source_labels),
    }
    changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    return replace(Settings(), **changes)


def _labels(
    built_in: Mapping[str, tuple[str, ...]], further: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...] | None:
    return longest_first((*built_in.values(), *further.values())) if further else None


def _sanitiser_missing(settings: Settings, node: MapNode) -> Iterator[Fault]:
    """A fault where elements are allowed and what judges them is not installed."""
    if settings.html and find_spec("nh3") is None:
        at = node_at(node, ("extra", "briefing", "html"))
        yield Fault(
            Kind.TEXT,
            at.span if at else Span(0, 0),
            "The setting html needs nh3, which is not installed.",
            "Run pip install 'briefing-generator[html]', or delete the setting.",
        )


def _overlaps(settings: Settings, node: MapNode) -> Iterator[Fault]:
    """A fault for each pair of folders one of which lies within the other."""
    folders = {key: folded(getattr(settings, key.replace("-", "_"))) for key in _FOLDERS}
    for (first, outer), (second, inner) in combinations(folders.items(), 2):
        if not f"{outer}/".startswith(f"{inner}/") and not f"{inner}/".startswith(f"{outer}/"):
            continue
        given = [at for key in (second, first) if (at := node_at(node, _FOLDERS[key]))]
        span = given[0].span if given else Span(0, 0)
        yield Fault(
            Kind.CONFLICT,
            span,
            f"The folders {first} '{outer}' and {second} '{inner}' lie within each other.",
            "Give each a folder of its own.",
        )
