"""Which places refuse a text, as the readers of articles, entries and sidecars say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from generator.config import Settings
from generator.diagnostics import Diagnostic, Severity, SourceFile
from generator.model.document import Block, Paragraph, Text
from generator.model.links import Register
from generator.records.characters import find_control
from generator.syntax import parse_article, parse_entry
from tests.hostile.bodies import BESIDE, NEEDED, RAW, TEXTS, chunk
from tests.hostile.fields import ENTRY, LEAVES, WRITTEN, Leaf, Value, entry, scalar, yaml_lines

IDS: Final = {"actor": "n0", "figure": "n0", "place": "n0"}
FILE_NAME: Final = "file name of an article"

_SETTINGS: Final = Settings()
_ARTICLE: Final = "content/articles/n0.md"
_HEAD: Final = '---\ntitle: "Words"\ndate: "2021-09-14"\n---\n\n'
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_ROUNDS: Final = 40


class Judged(NamedTuple):
    """The places that refuse a text, and those where it takes what stands behind it with it."""

    refused: frozenset[str]
    swallowing: frozenset[str]


class Sheet:
    """A file made of pieces, that knows what stands at each of its lines."""

    def __init__(self, pieces: Iterable[tuple[str, Any]]) -> None:
        self.text = ""
        self._labels: list[Any] = []
        parts = []
        for text, label in pieces:
            parts.append(text)
            self._labels += [label] * (len(_LINE_END.findall(text)) + 1)
        self.text = "\n".join(parts)

    def label(self, line: int) -> Any:  # noqa: ANN401 - whatever was given
        """The label of the piece that a line belongs to; ``None`` of one that has none."""
        return self._labels[line - 1] if 0 < line <= len(self._labels) else None

    def labels(self) -> list[Any]:
        """What all labels hold, each once."""
        return list(dict.fromkeys(where for label in self._labels for where in label or ()))


def field_label(register: Register, leaf: Leaf) -> str:
    """How a value of front matter is called."""
    return f"{register}: {leaf.name}"


def text_label(place: str) -> str:
    """How a place in a text is called."""
    return f"text: {place}"


def beside_label(key: str) -> str:
    """How a key of a sidecar's items is called."""
    return f"sidecar: {key}"


def judge(text: str) -> Judged:
    """Where ``text`` is an error that stops a build."""
    refused: set[str] = set()
    for register in Register:
        refused |= _judge_entry(register, text)
    refused |= _judge_text(text) | _judge_sidecar(text)
    if errors(parse_article(f"content/articles/named/{text}.md", f"{_HEAD}Words.\n", _SETTINGS)[1]):
        refused.add(FILE_NAME)
    kept = (place for place in TEXTS if text_label(place) not in refused)
    several = _LINE_END.search(text) is not None
    swallowing = {
        text_label(place)
        for place in kept
        if (several or place in RAW) and swallows(chunk(TEXTS[place], text, 7, IDS))
    }
    return Judged(frozenset(refused), frozenset(swallowing))


def errors(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The faults that stop a build."""
    return [item for item in diagnostics if item.severity is Severity.ERROR]


def item_line(kind_key: str, exact: str, text: str, label: object) -> tuple[str, object]:
    """An item of a sidecar on one line, ``text`` in one of its keys."""
    kind, key = BESIDE[kind_key]
    given = {"kind": str(kind), "exact": exact, **NEEDED.get(kind, {}), key: text}
    given = {name: value.replace("{actor}", IDS["actor"]) for name, value in given.items()}
    given[key] = text
    inner = ", ".join(f"{name}: {scalar(value)}" for name, value in given.items())
    return f"  - {{{inner}}}", label


def front(register: Register, values: Mapping[Leaf, tuple[Value, ...]]) -> list[tuple[str, Any]]:
    """Front matter with its fences, one value a line."""
    return [("---", None), *yaml_lines(entry(register, values)), ("---", None), ("", None)]


def _judge_entry(register: Register, text: str) -> set[str]:
    """The values of front matter that refuse a text; all are tried at once, then what is left."""
    refused: set[str] = set()
    left = list(LEAVES[register])
    for _ in range(_ROUNDS):
        chosen = _compatible(left)
        values = {
            leaf: (Value(WRITTEN.get(leaf.name, "{}").format(text), field_label(register, leaf)),)
            for leaf in chosen
        }
        sheet = Sheet(front(register, values))
        path = f"content/{register.folder}/n0.md"
        found = errors(_parse(register)(path, f"{sheet.text}\nWords.\n", _SETTINGS)[1])
        bad = {sheet.label(item.line) for item in found}
        if found and not bad - {None}:
            raise AssertionError(f"{register}: {found[0].message}")
        refused |= bad - {None}
        rest = [leaf for leaf in left if leaf not in chosen]
        left = [leaf for leaf in chosen if field_label(register, leaf) not in bad] + rest
        if not bad:
            left = rest
        if not left:
            break
    return refused


def _compatible(left: list[Leaf]) -> list[Leaf]:
    """What can stand in one entry: a picture is a file or an address."""
    if any(leaf.name == "image.file" for leaf in left):
        return [leaf for leaf in left if leaf.name != "image.url"]
    return left


def _parse(
    register: Register,
) -> Callable[[str, str, Settings], tuple[Any, tuple[Diagnostic, ...]]]:
    if register is Register.ARTICLE:
        return parse_article
    return lambda path, text, settings: parse_entry(register, path, text, settings)


def _judge_text(text: str) -> set[str]:
    places = dict(TEXTS)
    if find_control(text):
        whole = _HEAD + chunk(places["words"], text, 7, IDS)
        assert errors(parse_article(_ARTICLE, whole, _SETTINGS)[1]), text
        return {text_label(place) for place in places}
    refused: set[str] = set()
    for _ in range(_ROUNDS):
        pieces: list[tuple[str, Any]] = [(_HEAD, None)]
        for place, form in places.items():
            pieces += [(chunk(form, text, 7, IDS), place), ("", place)]
        sheet = Sheet(pieces)
        bad = {
            sheet.label(item.line)
            for item in errors(parse_article(_ARTICLE, sheet.text, _SETTINGS)[1])
        } - {None}
        if not bad:
            break
        refused |= bad
        places = {place: form for place, form in places.items() if place not in bad}
    return {text_label(place) for place in refused}


def _judge_sidecar(text: str) -> set[str]:
    refused: set[str] = set()
    keys = list(BESIDE)
    words = "\n\n".join(f"Beside words {number} here." for number in range(len(keys)))
    for _ in range(_ROUNDS):
        lines = [
            item_line(key, f"Beside words {number} here", text, key)
            for number, key in enumerate(keys)
        ]
        sheet = Sheet([("annotations:", None), *lines, ("", None)])
        beside = SourceFile("content/articles/n0.annotations.yaml", sheet.text)
        found = errors(parse_article(_ARTICLE, f"{_HEAD}{words}\n", _SETTINGS, beside)[1])
        bad = {sheet.label(item.line) for item in found if item.path == beside.path} - {None}
        if not bad:
            break
        refused |= bad
        keys = [key for key in keys if key not in bad]
    return {beside_label(key) for key in refused}


def swallows(piece: str) -> bool:
    """Whether a piece of a text takes what stands behind it with it."""
    article, _ = parse_article(_ARTICLE, f"{_HEAD}{piece}\n\nWords behind.\n", _SETTINGS)
    blocks: tuple[Block, ...] = article.document.blocks if article else ()
    match blocks[-1:]:
        case (Paragraph(inlines=(Text(text="Words behind."),)),):
            return False
    return True


assert set(ENTRY) == set(Register), "a register has no entry to fill"
