"""The tree of a text as plain data: every node a list that begins with the number of its class.

How a class is written follows from the types of its fields. Text that stands in the file as it is
read, which is nearly all of it, is not written again.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from generator.diagnostics import Span
from generator.model import document as nodes
from generator.model.document import Attribute, Block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_CLASSES: Final[tuple[type, ...]] = (
    nodes.Text,
    nodes.SoftBreak,
    nodes.HardBreak,
    nodes.Code,
    nodes.Emphasis,
    nodes.Link,
    nodes.Image,
    nodes.Annotated,
    nodes.Paragraph,
    nodes.Heading,
    nodes.CodeBlock,
    nodes.Quote,
    nodes.List,
    nodes.Table,
    nodes.Rule,
    nodes.Division,
    nodes.ReadMore,
    nodes.SourceLine,
    nodes.Caption,
)
_TEXT: Final = 0
_SOFT_BREAK: Final = 1


class TreeError(ValueError):
    """Data that is no tree."""


def pack_blocks(blocks: Sequence[Block], source: str) -> list[Any]:
    """Blocks as lists. ``source`` is the text that their spans are places in.

    Raises:
        RecursionError: they nest too deeply.
    """
    return [_pack(block, source) for block in blocks]


def unpack_blocks(data: object, source: str) -> tuple[Block, ...]:
    """The blocks that :func:`pack_blocks` wrote.

    Raises:
        TreeError: the data is something else.
    """
    try:
        return tuple(_unpack(item, source) for item in _list(data))
    except (TypeError, ValueError, IndexError, RecursionError) as error:
        raise TreeError(str(error)) from error


def _pack(node: Any, source: str) -> list[Any]:  # noqa: ANN401  any node
    kind = type(node)
    if kind is nodes.Text:
        start, end = node.span
        if source[start:end] == node.text:
            return [_TEXT, start, end]
        return [_TEXT, start, end, node.text]
    if kind is nodes.SoftBreak:
        return [_SOFT_BREAK, *node.span]
    number, plan = _PLANS[kind]
    return [number, *(write(getattr(node, name), source) for name, write, _ in plan)]


def _unpack(data: Any, source: str) -> Any:  # noqa: ANN401  any node
    number, *values = _list(data)
    if number == _TEXT:
        start, end, *given = values
        span = Span(_whole(start), _whole(end))
        return nodes.Text(span, _text(given[0]) if given else source[start:end])
    if number == _SOFT_BREAK:
        start, end = values
        return nodes.SoftBreak(Span(_whole(start), _whole(end)))
    kind = _CLASSES[_whole(number)]
    _, plan = _PLANS[kind]
    read = (reader(value, source) for (_, _, reader), value in zip(plan, values, strict=True))
    return kind(*read)


def _list(value: Any) -> list[Any]:  # noqa: ANN401  what was read
    if type(value) is not list:
        raise TypeError("no list")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError("no text")
    return value


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("no whole number")
    return value


def _optional(value: object) -> int | None:
    return None if value is None else _whole(value)


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise TypeError("neither true nor false")
    return value


def _span(value: object) -> Span:
    start, end = _list(value)
    return Span(_whole(start), _whole(end))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, _list(value)))


def _attribute(value: object) -> Attribute:
    key, text, key_start, key_end, start, end = _list(value)
    places = Span(_whole(key_start), _whole(key_end)), Span(_whole(start), _whole(end))
    return Attribute(_text(key), _text(text), *places)


def _same(value: Any, _source: str) -> Any:  # noqa: ANN401  any scalar
    return value


def _listed(value: Iterable[Any], _source: str) -> list[Any]:
    return list(value)


def _read_with(read: Callable[[Any], Any]) -> Callable[[Any, str], Any]:
    return lambda value, _source: read(value)


def _pack_attributes(value: Iterable[Attribute], _source: str) -> list[Any]:
    return [[item.key, item.value, *item.key_span, *item.value_span] for item in value]


def _nested(depth: int) -> tuple[Callable[[Any, str], Any], Callable[[Any, str], Any]]:
    """How tuples of nodes are written and read, tuples of such tuples, and so on."""
    if depth == 0:
        return _pack, _unpack
    write, read = _nested(depth - 1)

    def write_all(value: Iterable[Any], source: str) -> list[Any]:
        return [write(item, source) for item in value]

    def read_all(value: object, source: str) -> tuple[Any, ...]:
        return tuple(read(item, source) for item in _list(value))

    return write_all, read_all


_FIELDS: Final[dict[object, tuple[Callable[[Any, str], Any], Callable[[Any, str], Any]]]] = {
    str: (_same, _read_with(_text)),
    int: (_same, _read_with(_whole)),
    bool: (_same, _read_with(_truth)),
    int | None: (_same, _read_with(_optional)),
    Span: (_listed, _read_with(_span)),
    tuple[str, ...]: (_listed, _read_with(_texts)),
    tuple[Attribute, ...]: (
        _pack_attributes,
        _read_with(lambda value: tuple(map(_attribute, _list(value)))),
    ),
    tuple[nodes.Inline, ...]: _nested(1),
    tuple[Block, ...]: _nested(1),
    tuple[tuple[nodes.Inline, ...], ...]: _nested(2),
    tuple[tuple[Block, ...], ...]: _nested(2),
    tuple[tuple[tuple[nodes.Inline, ...], ...], ...]: _nested(3),
}


def _plan(kind: type) -> tuple[tuple[str, Any, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((item.name, *_FIELDS[hints[item.name]]) for item in fields(kind))


_PLANS: Final = {kind: (number, _plan(kind)) for number, kind in enumerate(_CLASSES)}
