"""YAML mappings as nodes with exact places: every scalar is text, and only plain YAML is read.

Aliases, anchors, tags and duplicate keys are faults. A top-level entry that cannot be read is left
out and the rest is read on, so that one run shows all faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias, cast

import yaml

from generator.diagnostics import Diagnostic, Fix, SourceFile, Span, replacing

from .characters import masked
from .faults import Codes, Fault, Kind, quoted
from .limits import DEEPEST_YAML
from .nodes import Entry, ListNode, MapNode, Node, Scalar, is_absent
from .yaml_errors import explain, line_at, quoting, yaml_quoted

_RETRIES = 8
"""Broken top-level entries after which a mapping is given up: reading stays linear."""

_ABSENT = frozenset({"", "~", "null", "Null", "NULL"})
_TOP_LEVEL = re.compile(r"(?:^|(?<=[\r\n]))(?=[^\s#])(?!-(?:\s|$))")
_FIRST_WORDS = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*([\w-]+)")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")
_BEHIND_KEY = re.compile(r"(?:^|[\r\n])[ \t-]*[\w-]+:[ \t]+\Z")
_LONGEST_KEY = 100
_HASH = re.compile(r"[ \t]#(?=[^\s#])")


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """PyYAML's events; those of scalars have all of these, others some."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


class Loader(Protocol):
    """What PyYAML's loaders, in C and in Python, have in common here."""

    def get_event(self) -> _Event | None:
        """The next event."""

    def dispose(self) -> object:
        """Let go of what was read."""


def _kind(event: _Event) -> object:
    return type(event)


LoaderType: TypeAlias = Callable[[str], Loader]

# libyaml is six times as fast; PyYAML can be installed without it.
LOADER = cast("LoaderType", yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)


class Tag(NamedTuple):
    """A tag as YAML understands it (``!!str`` in full), and where it is written."""

    name: str
    span: Span
    fix: Fix | None = None

    def fault(self) -> Fault:
        """The tag as a fault."""
        shown = self.name.replace("tag:yaml.org,2002:", "!!")
        return Fault(
            Kind.TAG,
            self.span,
            f"{quoted(shown)} is a YAML tag; tags are not read here.",
            "Delete it; if it is part of the text, put the whole value between quotation marks.",
            self.fix,
        )


class Composed(NamedTuple):
    """A mapping as far as it can be read, its faults, and its tags by their values' places."""

    root: MapNode
    faults: tuple[Fault, ...]
    tags: Mapping[Span, Tag]


def read_mapping(
    source: SourceFile, span: Span, codes: Codes
) -> tuple[MapNode, tuple[Diagnostic, ...]]:
    """The YAML mapping at ``span`` of ``source``, as far as it can be read, and all its faults."""
    composed = compose(source, span)
    faults = [*composed.faults]
    faults += (tag.fault() for tag in composed.tags.values())
    faults += _commented(source, span, composed.root)
    return composed.root, tuple(fault.diagnostic(source, codes) for fault in faults)


def compose(source: SourceFile, span: Span, loader: LoaderType = LOADER) -> Composed:
    """The mapping at ``span`` of ``source``; tags are not faults yet."""
    text = masked(source.text[span.start : span.end])
    content = text.lstrip("\ufeff")  # libyaml would leave byte order marks out of its count
    base = span.start + len(text) - len(content)
    builder = _Builder(source, content, base)
    broken: set[str] = set()
    for _ in range(_RETRIES):
        root = builder.read(loader)
        if isinstance(root, MapNode):
            root = root._replace(broken=frozenset(broken))
            return Composed(root, tuple(builder.faults), builder.tags)
        region = _entry_around(builder.text, root)
        if region is None:
            break
        broken.update(_FIRST_WORDS.findall(builder.text, region.start, region.end))
        blank = _NOT_LINE_END.sub(" ", builder.text[region.start : region.end])
        rest = builder.text[: region.start] + blank + builder.text[region.end :]
        builder = _Builder(source, rest, base, builder.errors)
    root = MapNode({}, Span(base, base), frozenset(broken), unreadable=True)
    return Composed(root, tuple(builder.errors), {})


class _Stop(Exception):  # noqa: N818 - control flow within this module
    """Reading cannot go on; ``blame`` is the offset of what is at fault."""

    def __init__(self, blame: int, fault: Fault) -> None:
        super().__init__(blame)
        self.blame = blame
        self.fault = fault


@dataclass(slots=True)
class _Builder:
    """One reading of ``text``, which stands at ``base`` in ``source``.

    ``errors`` are those that stopped earlier readings; they stay, as the others are found again.
    """

    source: SourceFile
    text: str
    base: int
    errors: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    tags: dict[Span, Tag] = field(default_factory=dict)
    last: tuple[int, int] | None = None

    def read(self, loader: LoaderType) -> MapNode | int:
        """The mapping, or the offset of what stopped the reading."""
        parser = loader(self.text)
        try:
            root = self._document(parser)
        except _Stop as stop:
            self.errors.append(stop.fault)
            return stop.blame
        except yaml.YAMLError as error:
            cause = explain(error, self.text, self.last)
            fault, fix = cause.fault, cause.fault.fix
            self.errors.append(
                fault._replace(
                    span=fault.span.shifted(self.base), fix=fix.shifted(self.base) if fix else None
                )
            )
            return cause.blame
        finally:
            parser.dispose()
        self.faults[:0] = self.errors
        return root

    def _document(self, parser: Loader) -> MapNode:
        root: Node | None = None
        while (event := parser.get_event()) is not None:
            kind = _kind(event)
            if kind is yaml.StreamEndEvent:
                break
            if kind is yaml.DocumentStartEvent and root is not None:
                raise self._stop(
                    event, "A second YAML document begins here.", "Delete the line ---"
                )
            if kind in _NODES:
                root = self._node(parser, event, 0)
        if isinstance(root, MapNode):
            return root
        start = Span(self.base, self.base)
        if root is None or is_absent(root):
            return MapNode({}, start)
        if self.errors and isinstance(root, Scalar):
            message = f"{quoted(root.text)} is neither a key nor a value."
            mend = "Write it as a key, a colon, a space and a value, or delete it."
            raise _Stop(root.span.start - self.base, Fault(Kind.SYNTAX, root.span, message, mend))
        what = "a list" if isinstance(root, ListNode) else "text"
        message = f"Keys with values are expected here, but this is {what}."
        self.faults.append(Fault(Kind.NO_MAP, root.span, message, "Write lines such as title: …"))
        return MapNode({}, start, unreadable=True)

    def _node(self, parser: Loader, event: _Event, depth: int) -> Node:
        kind = _kind(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            span = self._span(event)
            name = self.text[span.start - self.base : span.end - self.base]
            self._alias(span, f"{quoted(name)} is a YAML alias", name)
            return Scalar("", span, absent=True)
        if depth >= DEEPEST_YAML:
            span = self._span(event)
            message = f"More than {DEEPEST_YAML} lists and maps stand within each other."
            raise _Stop(span.start - self.base, Fault(Kind.DEPTH, span, message))
        node: Node
        if kind is yaml.SequenceStartEvent:
            node = self._list(parser, event, depth + 1)
        else:
            node = self._map(parser, event, depth + 1)
        self._properties(event, node)
        return node

    def _scalar(self, event: _Event) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        style, text = event.style or "", event.value
        self.last = (start, end)
        tagged = event.tag is not None or event.anchor is not None
        if tagged and (properties := _PROPERTIES.match(self.text, start, end)):
            start = properties.end()
        if style in _QUOTES:
            start, end = start + 1, end - 1
            absent = not text.strip()
        elif style in _BLOCKS:
            end = start + len(self.text[start:end].rstrip())
            absent = not text.strip()
        else:
            absent = text in _ABSENT
        scalar = Scalar(text, Span(start + self.base, end + self.base), absent)
        if tagged:
            self._properties(event, scalar)
        return scalar

    def _list(self, parser: Loader, opening: _Event, depth: int) -> ListNode:
        items: list[Node] = []
        while _kind(event := self._next(parser)) is not yaml.SequenceEndEvent:
            item = self._node(parser, event, depth)
            # "Null" is a surname too: in a list only nothing and ~ are no item.
            if not is_absent(item):
                items.append(item)
            elif isinstance(item, Scalar) and item.text not in _NOTHING and item.text.strip():
                items.append(item._replace(absent=False))
        return ListNode(tuple(items), self._span(opening, event))

    def _map(self, parser: Loader, opening: _Event, depth: int) -> MapNode:
        entries: dict[str, Entry] = {}
        while _kind(event := self._next(parser)) is not yaml.MappingEndEvent:
            key = self._node(parser, event, depth)
            value = self._node(parser, self._next(parser), depth)
            if not isinstance(key, Scalar) or (key.absent and key.text in _NOTHING):
                raise self._no_key(key)
            if key.text in entries:
                line = self.source.position(entries[key.text].key_span.start).line
                message = (
                    f"The key {quoted(key.text)} is given twice: it stands on line {line} already."
                )
                mend = "Delete one of the two."
                self.faults.append(Fault(Kind.DUPLICATE_KEY, key.span, message, mend))
            else:
                entries[key.text] = Entry(key.span, value)
        return MapNode(entries, self._span(opening, event))

    def _next(self, parser: Loader) -> _Event:
        event = parser.get_event()
        if event is None:  # a parser ends with StreamEndEvent, never within a node
            raise AssertionError(self.source.path)
        return event

    def _no_key(self, key: Node) -> _Stop:
        line = line_at(self.text, key.span.start - self.base)
        mend = ""
        if line.key and line.value:
            mend = (
                f"Put text in braces between quotation marks: {line.key}: {yaml_quoted(line.value)}"
            )
        message = f"{quoted(line.text)} has a value without a key that is plain text."
        return _Stop(key.span.start - self.base, Fault(Kind.SYNTAX, key.span, message, mend))

    def _properties(self, event: _Event, node: Node) -> None:
        """Note the tag of a node, and refuse its anchor."""
        start = event.start_mark.index
        properties = _PROPERTIES.match(self.text, start)
        written = properties.group().rstrip() if properties else ""
        place = Span(start + self.base, start + self.base + len(written))
        if event.tag is not None:
            fix = self._quoting(place.start)
            if properties and written.startswith("!!") and event.anchor is None:
                behind = Span(place.start, properties.end() + self.base)
                fix = replacing(f"Delete {written}", behind, "", safe=True)
            self.tags[node.span] = Tag(event.tag, place, fix)
        if event.anchor is not None:
            name = f"&{event.anchor}"
            self._alias(place, f"{quoted(name)} is a YAML anchor", name)

    def _alias(self, span: Span, subject: str, name: str) -> None:
        mend = (
            f"Write the value itself; if {name} is part of the text, "
            "put the whole text between quotation marks."
        )
        message = f"{subject}; anchors and aliases are not read here."
        self.faults.append(Fault(Kind.ALIAS, span, message, mend, self._quoting(span.start)))

    def _quoting(self, at: int) -> Fix | None:
        """Quotation marks around the value of a key, if it begins at the offset ``at``."""
        at -= self.base
        # Most aliases of a long list are none, and would ask for its line again and again.
        if not _BEHIND_KEY.search(self.text, max(0, at - _LONGEST_KEY), at):
            return None
        fix = quoting(self.text, line_at(self.text, at))
        return fix.shifted(self.base) if fix and fix.edits[0].span.start == at else None

    def _stop(self, event: _Event, message: str, mend: str) -> _Stop:
        span = self._span(event)
        return _Stop(span.start - self.base, Fault(Kind.SYNTAX, span, message, mend))

    def _span(self, opening: _Event, closing: _Event | None = None) -> Span:
        start = opening.start_mark.index
        end = (closing or opening).end_mark.index
        if closing is not None and closing.start_mark.index == end:
            # A block's end is found only where the next token starts.
            end = start + len(self.text[start:end].rstrip())
        return Span(start + self.base, end + self.base)


_NODES = frozenset(
    {yaml.ScalarEvent, yaml.AliasEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent}
)
_QUOTES = frozenset({"'", '"'})
_BLOCKS = frozenset({"|", ">"})
_NOTHING = frozenset({"", "~"})


def _entry_around(text: str, blame: int) -> Span | None:
    """The top-level entry that holds the offset ``blame``, ``None`` where none begins before it."""
    start: int | None = None
    for match in _TOP_LEVEL.finditer(text):
        if match.start() > blame:
            return None if start is None else Span(start, match.start())
        start = match.start()
    return None if start is None else Span(start, len(text))


def _commented(source: SourceFile, span: Span, root: MapNode) -> Iterator[Fault]:
    """Text lost behind `` #``: YAML reads it as a comment, a headline with a hashtag does not."""
    hashes = {match.start() for match in _HASH.finditer(source.text, span.start, span.end)}
    if not hashes:
        return
    ends = {scalar.span.end: scalar for scalar in _scalars(root) if not scalar.absent}
    for at in sorted(hashes):
        end = at
        while end > span.start and source.text[end - 1] in " \t":
            end -= 1
        scalar = ends.get(end)
        if scalar is None:
            continue
        line = line_at(source.text, at)
        lost = line.text[at - line.start :].strip()
        value = yaml_quoted(f"{scalar.text} {lost}")
        yield Fault(
            Kind.COMMENTED,
            Span(at + 1, line.start + len(line.text)),
            f"{quoted(lost)} is read as a comment, because # stands behind a space.",
            f"If it is text, write {value}; if it is a comment, put a space behind #.",
            _with_comment(source, scalar, line.start + len(line.text.rstrip())),
        )


def _with_comment(source: SourceFile, scalar: Scalar, end: int) -> Fix | None:
    """The value and the comment behind it as one quoted text; ``None`` if it has several lines."""
    start, stop = scalar.span
    if source.text[start:stop] != scalar.text:
        return None
    value = yaml_quoted(source.text[start:end])
    return replacing(f"Write {value}", Span(start, end), value, safe=False)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries.values():
            yield from _scalars(entry.value)
