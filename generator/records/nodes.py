"""A YAML mapping as read: text with its place, lists and maps of it. No other types.

A scalar's ``span`` covers the text itself, without the quotation marks of a quoted scalar, so that
``text[span]`` is its value wherever nothing is escaped or folded; that of a block scalar (``>``,
``|``) begins with its indicator. An absent value (nothing, ``~``, ``null``, blank text) has an
empty span or that of the word. Absent items of a list are not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diagnostics import Span


class Scalar(NamedTuple):
    """Text and its place. ``absent`` says that the editor gave no value."""

    text: str
    span: Span
    absent: bool = False


class ListNode(NamedTuple):
    """A list without its absent items."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """A key's place and its value."""

    key_span: Span
    value: Node


class MapNode(NamedTuple):
    """A map in the order of the file.

    ``broken`` names keys whose entries cannot be read, so that they are not called missing as
    well; ``unreadable`` says that any key may be among what could not be read.
    """

    entries: Mapping[str, Entry]
    span: Span
    broken: frozenset[str] = frozenset()
    unreadable: bool = False

    def value(self, key: str) -> Node | None:
        """The value of ``key``, ``None`` where there is none or it is absent."""
        entry = self.entries.get(key)
        return None if entry is None or is_absent(entry.value) else entry.value


Node: TypeAlias = Scalar | ListNode | MapNode
Step: TypeAlias = str | int
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def is_absent(node: Node) -> bool:
    """Whether the editor gave no value here."""
    return isinstance(node, Scalar) and node.absent


def plain(node: Node) -> Plain:
    """The same as plain Python values; absent values are left out of maps."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {
        key: plain(entry.value) for key, entry in node.entries.items() if not is_absent(entry.value)
    }


def node_at(root: Node, path: tuple[Step, ...]) -> Node | None:
    """The node that ``path`` leads to, ``None`` where there is none.

    Text may stand for a list of one item, or for a map with one key: all within it is the text.
    """
    node: Node | None = root
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str):
            entry = node.entries.get(step)
            node = entry.value if entry else None
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif not isinstance(node, Scalar):
            return None
    return node


def key_span_at(root: Node, path: tuple[Step, ...]) -> Span | None:
    """The place of the innermost key on the way along ``path``, ``None`` where there is no key."""
    found: Span | None = None
    node: Node | None = root
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str):
            entry = node.entries.get(step)
            if entry is None:
                break
            found, node = entry.key_span, entry.value
        else:
            node = node_at(node, (step,)) if node else None
    return found


def items_of(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; text alone is one item, nothing is none."""
    if node is None:
        return ()
    return node.items if isinstance(node, ListNode) else (node,)


def value_spans(node: MapNode, prefix: str = "") -> Iterator[tuple[str, Span]]:
    """The dotted name and the value's place of each key given, maps within maps included."""
    for key, entry in node.entries.items():
        if is_absent(entry.value):
            continue
        name = f"{prefix}{key}"
        yield name, entry.value.span
        if isinstance(entry.value, MapNode):
            yield from value_spans(entry.value, f"{name}.")


def without(node: Node, paths: frozenset[tuple[Step, ...]]) -> Node:
    """The same tree without what stands at ``paths``."""
    heads: dict[Step, set[tuple[Step, ...]]] = {}
    for path in paths:
        if path:
            heads.setdefault(path[0], set()).add(path[1:])
    if not heads or isinstance(node, Scalar):
        return node
    if isinstance(node, ListNode):
        items = tuple(
            without(item, frozenset(heads.get(number, ())))
            for number, item in enumerate(node.items)
            if not _falls(item, heads.get(number))
        )
        return node._replace(items=items)
    entries = {
        key: entry._replace(value=without(entry.value, frozenset(heads.get(key, ()))))
        for key, entry in node.entries.items()
        if not _falls(entry.value, heads.get(key))
    }
    return node._replace(entries=entries)


def _falls(node: Node, paths: set[tuple[Step, ...]] | None) -> bool:
    """Whether ``node`` itself is left out: it stands at one of the paths, or is text on one."""
    return paths is not None and (isinstance(node, Scalar) or () in paths)
