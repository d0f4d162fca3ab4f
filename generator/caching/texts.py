"""Articles and register entries as plain data, with the faults that reading them met.

What every build looks at (front matter, annotations) is read at once; the tree of a text is read
when something first asks for it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast, get_type_hints

import msgspec

from generator.diagnostics import Diagnostic, SourceFile, Span
from generator.model.annotation import Annotation
from generator.model.article import Article, Document
from generator.model.document import Caption, Division, ReadMore, SourceLine
from generator.model.links import Register
from generator.model.registers import Actor, Background, FigureSeries, Place, Topic

from .trees import TreeError, pack_blocks, unpack_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.document import Block

    _Trees: TypeAlias = tuple[tuple[Block, ...], tuple[Division, ...], tuple[Caption, ...]]

_KINDS: Final[Mapping[Register, type]] = {
    Register.ARTICLE: Article,
    Register.ACTOR: Actor,
    Register.FIGURE: FigureSeries,
    Register.PLACE: Place,
    Register.TOPIC: Topic,
    Register.BACKGROUND: Background,
}
_APART: Final = frozenset({"file", "document", "profile"})


@dataclass(frozen=True, slots=True)
class ParsedText:
    """An article or entry, ``None`` where it cannot be read, and all its faults."""

    value: Any
    diagnostics: tuple[Diagnostic, ...]


class _Stored(msgspec.Struct, array_like=True, frozen=True):
    head: msgspec.Raw
    annotations: tuple[Annotation, ...]
    beside: tuple[int, ...]
    words: int
    read_more: tuple[ReadMore, ...]
    source_lines: tuple[SourceLine, ...]
    dated: tuple[tuple[Span, str], ...]
    tree: bytes
    diagnostics: tuple[Diagnostic, ...]


class _Tree(msgspec.Struct, array_like=True, frozen=True):
    blocks: Any
    divisions: Any
    captions: Any


def _struct(kind: type) -> type[msgspec.Struct]:
    """A structure with the fields of ``kind`` that are written as they are."""
    hints = get_type_hints(kind)
    listed = [(item.name, hints[item.name]) for item in fields(kind) if item.name not in _APART]
    return msgspec.defstruct(f"_{kind.__name__}", listed, array_like=True, frozen=True)


def _plain(value: Any) -> object:  # noqa: ANN401  whatever the encoder does not know
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value))


class TextCodec:
    """Writes and reads texts of any register."""

    def __init__(self) -> None:
        heads = {register: _struct(kind) for register, kind in _KINDS.items()}
        self._encoder = msgspec.msgpack.Encoder(enc_hook=_plain)
        self._stored = msgspec.msgpack.Decoder(_Stored)
        self._heads = heads
        self._read_head = {
            register: msgspec.msgpack.Decoder(head) for register, head in heads.items()
        }
        self._names = {register: tuple(head.__struct_fields__) for register, head in heads.items()}

    def encode(self, register: Register, text: ParsedText) -> bytes | None:
        """A text as bytes; ``None`` of one that nests too deeply to be kept."""
        value = text.value
        encode = self._encoder.encode
        if value is None:
            nothing = msgspec.Raw(encode(None))
            return encode(_Stored(nothing, (), (), 0, (), (), (), b"", text.diagnostics))
        document: Document = getattr(value, "document", None) or value.profile
        names = self._names[register]
        head = self._heads[register](*(getattr(value, name) for name in names))
        own = value.file.text
        try:
            tree = _Tree(
                pack_blocks(document.blocks, own),
                pack_blocks(document.divisions, own),
                pack_blocks(document.captions, own),
            )
            packed = encode(tree) if any((tree.blocks, tree.divisions, tree.captions)) else b""
            return encode(
                _Stored(
                    msgspec.Raw(encode(head)),
                    tuple(
                        item if item.source is None else replace(item, source=None)
                        for item in document.annotations
                    ),
                    tuple(item.number for item in document.annotations if item.source is not None),
                    document.words,
                    document.read_more,
                    document.source_lines,
                    document.dated,
                    packed,
                    text.diagnostics,
                )
            )
        except RecursionError:
            return None

    def decode(
        self,
        register: Register,
        data: bytes | memoryview,
        source: SourceFile,
        sidecar: SourceFile | None,
        parse: Callable[[], Document],
    ) -> ParsedText | None:
        """The text that ``encode`` wrote; ``None`` where the data is something else.

        ``parse`` reads the text anew: for a tree that turns out to be damaged.
        """
        try:
            stored = self._stored.decode(data)
            head: Any = None
            if bytes(stored.head) != _NOTHING:
                head = self._read_head[register].decode(stored.head)
        except (msgspec.DecodeError, ValueError):
            return None
        if head is None:
            return ParsedText(None, stored.diagnostics)
        annotations = stored.annotations
        if stored.beside:
            marked = frozenset(stored.beside)
            annotations = tuple(
                replace(item, source=sidecar) if item.number in marked else item
                for item in annotations
            )
        document = StoredDocument(stored, annotations, source.text, parse)
        whole = {name: getattr(head, name) for name in self._names[register]}
        kind = _KINDS[register]
        text = "document" if kind in {Article, Background} else "profile"
        return ParsedText(kind(file=source, **whole, **{text: document}), stored.diagnostics)


_RECENT: Final[deque[StoredDocument]] = deque(maxlen=64)
_NOTHING: Final = msgspec.msgpack.encode(None)


class StoredDocument(Document):
    """A document whose tree is read when it is asked for, and let go when others are.

    A tree takes ten times the room of its text, and a site has thousands.
    """

    __slots__ = ("_dated", "_parse", "_source", "_tree", "_trees")

    _dated: tuple[tuple[Span, str], ...]
    _parse: Callable[[], Document]
    _source: str
    _tree: bytes
    _trees: _Trees | None

    def __init__(
        self,
        stored: _Stored,
        annotations: tuple[Annotation, ...],
        source: str,
        parse: Callable[[], Document],
    ) -> None:
        put = object.__setattr__
        put(self, "annotations", annotations)
        put(self, "words", stored.words)
        put(self, "read_more", stored.read_more)
        put(self, "source_lines", stored.source_lines)
        put(self, "_dated", stored.dated)
        put(self, "_tree", stored.tree)
        put(self, "_trees", None)
        put(self, "_source", source)
        put(self, "_parse", parse)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The tree of the text."""
        return self._read()[0]

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The blocks ``::: name``, wherever they stand."""
        return self._read()[1]

    @property
    def captions(self) -> tuple[Caption, ...]:
        """Captions, wherever they stand."""
        return self._read()[2]

    @property
    def dated(self) -> tuple[tuple[Span, str], ...]:
        """As :attr:`Document.dated`, without the tree."""
        return self._dated

    def _read(self) -> _Trees:
        known = self._trees
        if known is None:
            known = self._unpacked()
            object.__setattr__(self, "_trees", known)
            if len(_RECENT) == _RECENT.maxlen:
                object.__setattr__(_RECENT[0], "_trees", None)
            _RECENT.append(self)
        return known

    def _unpacked(self) -> _Trees:
        if not self._tree:
            return (), (), ()
        try:
            tree = _TREE.decode(self._tree)
            return (
                unpack_blocks(tree.blocks, self._source),
                cast("tuple[Division, ...]", unpack_blocks(tree.divisions, self._source)),
                cast("tuple[Caption, ...]", unpack_blocks(tree.captions, self._source)),
            )
        except (msgspec.DecodeError, TreeError):
            document = self._parse()
            return document.blocks, document.divisions, document.captions


_TREE: Final = msgspec.msgpack.Decoder(_Tree)
