"""Writes items into a sidecar: what stands there stays as it is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import SourceFile, Span
from generator.records import ListNode, MapNode, compose, is_absent

from .items import ANNOTATIONS, UNPLACED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.records import Node

    from .items import Sidecar

_INDENT = 2
_DASH = "- "
_PLAIN = re.compile(r"\w(?:[\w ,.'’()/-]*[\w.)])?")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


class FlowStyleError(Exception):
    """A list stands between brackets, so no item can be added below it."""


@dataclass(frozen=True, slots=True)
class WrittenSidecar:
    """The text of a sidecar, and where in it each new annotation begins, in their order."""

    text: str
    starts: tuple[int, ...]


def with_items(
    sidecar: Sidecar | None,
    items: Sequence[Mapping[str, str]],
    waiting: Iterable[Mapping[str, str]] = (),
    settled: Collection[Mapping[str, str]] = (),
) -> WrittenSidecar:
    """The text of ``sidecar`` with ``items`` behind its annotations, and ``waiting`` unplaced.

    What is ``settled`` waits no longer: the unplaced items are written anew without it.

    Raises:
        FlowStyleError: a list to be added to stands between brackets.
    """
    text = sidecar.source.text if sidecar else ""
    root = sidecar.root if sidecar else None
    waiting = tuple(waiting)
    if sidecar and settled:
        text, root = _without_waiting(sidecar)
        waiting = (*(item for item in sidecar.waiting if item not in settled), *waiting)
    additions = [
        (*_place(root, text, key), key, maps)
        for key, maps in ((ANNOTATIONS, tuple(items)), (UNPLACED, waiting))
        if maps
    ]
    starts: tuple[int, ...] = ()
    written = ""
    last = 0
    for at, indent, key, maps in sorted(additions, key=lambda item: item[0]):
        written += text[last:at]
        last = at
        if written and not written.endswith(("\n", "\r")):
            written += "\n"
        if indent is None:
            written += f"{key}:\n"
        pad = " " * (_INDENT if indent is None else indent)
        begins = []
        for item in maps:
            begins.append(len(written) + len(pad) + len(_DASH))
            written += pad + _DASH + _lines(item).replace("\n", f"\n{pad}  ") + "\n"
        if key == ANNOTATIONS:
            starts = tuple(begins)
    return WrittenSidecar(written + text[last:], starts)


def _without_waiting(sidecar: Sidecar) -> tuple[str, MapNode]:
    """A sidecar's text and entries without the unplaced items."""
    text = sidecar.source.text
    entry = sidecar.root.entries[UNPLACED]
    start = text.rfind("\n", 0, entry.key_span.start) + 1
    text = text[:start] + text[_line_end(text, _end(entry.value)) :]
    return text, compose(SourceFile(sidecar.source.path, text), Span(0, len(text))).root


def _place(root: MapNode | None, text: str, key: str) -> tuple[int, int | None]:
    """Where items of ``key`` are added, and how far they are indented if the key is there."""
    entry = root.entries.get(key) if root else None
    if entry is None:
        return len(text), None
    value = entry.value
    if is_absent(value):
        return _line_end(text, entry.key_span.end), _INDENT
    if not isinstance(value, ListNode) or text[value.span.start] == "[":
        raise FlowStyleError(key)
    line = text.rfind("\n", 0, value.span.start) + 1
    return _line_end(text, _end(value)), value.span.start - line


def _end(node: Node) -> int:
    """Where the last value of a list or map ends: its own end has comments behind it in it."""
    if isinstance(node, ListNode) and node.items:
        return _end(node.items[-1])
    if isinstance(node, MapNode) and node.entries:
        *_, (key_span, value) = node.entries.values()
        return max(key_span.end, _end(value))
    return node.span.end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)


def _lines(item: Mapping[str, str]) -> str:
    return "\n".join(f"{key}: {scalar(value)}" for key, value in item.items())


def scalar(value: str) -> str:
    """``value`` as YAML has it on one line, quoted where it must be."""
    if _PLAIN.fullmatch(value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
