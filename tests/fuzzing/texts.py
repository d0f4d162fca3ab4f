"""What must hold of any bytes that are read as an article, a sidecar, an entry or settings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from generator.caching.texts import ParsedText
from generator.config import Settings, read_settings
from generator.diagnostics import Diagnostic, SourceFile, Span
from generator.model.links import Register
from generator.model.site import Site
from generator.suggesting import lexicon, suggest
from generator.syntax import parse_article, parse_entry, write_document
from generator.syntax.writing import unplaced
from tests.caching.test_texts import check as check_kept
from tests.syntax.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.suggesting import Lexicon

HEAD = "---\ntitle: The harbour opens\ndate: 2024-05-06\n---\n\n"
PATH = "content/articles/a.md"
SIDECAR = "content/articles/a.annotations.yaml"
BODY = """Some [4 million people]{.figure} live in Exampleton, Ann Marsh said on Monday.

> "We shall *not* leave", she said. "We shall not leave."

Some 4 million people live in Exampleton. الميناء يفتح غدا
"""
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_WORD_SIGNS = re.compile(r"[^\W\d_]")  # a list's items are counted anew


def text_of(data: bytes) -> str:
    """Bytes as text; what is no UTF-8 is left out, as every file is decoded before it is read."""
    return data.decode(errors="ignore")


def article(data: bytes) -> None:
    """A whole file, front matter and all."""
    text = text_of(data)
    found, faults = parse_article(PATH, text, Settings())
    _places(faults, {PATH: text})
    check_kept(Register.ARTICLE, text, ParsedText(found, faults))
    if found is not None:
        _spans(found, len(text))


def body(data: bytes) -> None:
    """The text below front matter: written and read again it is the same; no word is lost."""
    text = text_of(data)
    document, faults = read(text)
    _places(faults, {"a.md": text})
    _spans(document, len(text))
    for item in document.annotations:
        start, end = item.span
        assert start <= item.text_span.start <= item.text_span.end <= end
    written = write_document(document.blocks)
    again, _ = read(written)
    assert unplaced(again.blocks) == unplaced(document.blocks), written
    assert write_document(again.blocks) == written
    # An address that is defined stands where it is used; what stands for a character (&amp;) may
    # become that character; and faults say themselves what is not shown.
    if "&" not in text and "]:" not in text and not faults:
        lost = _signs(_ATTRIBUTES.sub("", text)) - _signs(unescape(written))
        assert not lost, lost


def sidecar(data: bytes) -> None:
    """A file of annotations beside an article."""
    text, beside = f"{HEAD}{BODY}", text_of(data)
    found, faults = parse_article(PATH, text, Settings(), SourceFile(SIDECAR, beside))
    _places(faults, {PATH: text, SIDECAR: beside})
    check_kept(Register.ARTICLE, text, ParsedText(found, faults), beside)
    assert found is not None
    for item in found.document.annotations:
        length = len(text if item.source is None else beside)
        assert 0 <= item.span.start <= item.span.end <= length
        assert 0 <= item.place.start <= item.place.end <= len(text)


def entry(data: bytes) -> None:
    """YAML as the front matter of an entry of each register, and as the configuration."""
    yaml = text_of(data)
    text = f"---\n{yaml}\n---\nA profile.\n"
    for register in Register:
        path = f"content/{register.folder}/a.md"
        found: object
        if register is Register.ARTICLE:
            found, faults = parse_article(path, text, Settings())
        else:
            found, faults = parse_entry(register, path, text, Settings())
        _places(faults, {path: text})
        check_kept(register, text, ParsedText(found, faults))
        _spans(found, len(text))
    _, faults = read_settings(SourceFile("mkdocs.yml", yaml), {})
    _places(faults, {"mkdocs.yml": yaml})


def suggestions(data: bytes) -> None:
    """What an editor would annotate in a text: within it, in order, the same when asked again."""
    text = f"{HEAD}{text_of(data)}"
    found, _ = parse_article(PATH, text, Settings())
    assert found is not None
    proposed = suggest(found, _lexicon())
    assert proposed == suggest(found, _lexicon())
    _spans(proposed, len(text))


@cache
def _lexicon() -> Lexicon:
    entries: dict[str, dict[str, object]] = {}
    for register, name, front in (
        (Register.ACTOR, "ann-marsh", "name: Ann Marsh\naliases: [Marsh, آن]"),
        (Register.PLACE, "exampleton", "name: Exampleton"),
        (Register.FIGURE, "killed", "label: Killed\nunit: people"),
    ):
        path = f"content/{register.folder}/{name}.md"
        value, _ = parse_entry(register, path, f"---\n{front}\n---\n", Settings())
        entries.setdefault(register.folder, {})[name] = value
    return lexicon(Site(Settings(), **entries))  # type: ignore[arg-type]  # one kind a folder


def _signs(text: str) -> Counter[str]:
    return Counter(_WORD_SIGNS.findall(text))


def _places(faults: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Every fault stands at a place that there is, and so do the edits that mend it."""
    for item in faults:
        source = SourceFile(item.path, texts[item.path])
        start = source.offset(item.line, item.column)
        end = source.offset(item.end_line, item.end_column)
        assert 0 <= start <= end <= len(source.text), item
        for edit in item.fix.edits if item.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(source.text), item


def _spans(value: object, length: int) -> None:
    for span in _all_spans(value):
        assert 0 <= span.start <= span.end <= length, span


def _all_spans(value: object) -> Iterator[Span]:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, Span):
            yield item
        elif isinstance(item, tuple):
            stack.extend(item)
        elif isinstance(item, Mapping):
            stack.extend(item.values())
        elif is_dataclass(item) and not isinstance(item, (type, SourceFile)):
            stack.extend(getattr(item, part.name) for part in fields(item))
