from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from generator.caching.texts import ParsedText, TextCodec
from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.model.article import Document
from generator.model.links import Register
from generator.pipeline.reading import parse_file

ROOT = Path(__file__).parents[2]
CODEC = TextCodec()
MANY = """---
title: Everything
date: 2021-09-14T10:30:00+02:00
topics: [a]
corrections:
  - {date: 2021-09-15, text: Wrong.}
image: {file: images/a.jpg, alt: A}
---
# Head {#own}

*A* **b** `c` [d](e "f") <https://g.example> ![h](i) [j]{.actor ref=k} \\* &amp; <b>

> - one
>   two\\
>   three

1. [five people]{.figure as-of=2020}
   ```py
   x
   ```

| a | b |
|:--|--:|
| [x]{.plain} | y |

::: background {as-of=2020 .own}
In [May]{.event}.
:::

***

READ MORE: [There](https://there.example)

Source: Wire and agencies
"""


def parsed(register: Register, path: str, text: str, beside: str = "") -> ParsedText:
    sidecar = SourceFile("content/articles/a.annotations.yaml", beside) if beside else None
    return ParsedText(*parse_file(register, path, text, Settings(), sidecar))


def same(one: Any, other: Any) -> None:  # noqa: ANN401  entries of any register
    assert type(one) is type(other)
    for item in fields(one):
        first, second = getattr(one, item.name), getattr(other, item.name)
        if item.name in {"document", "profile"}:
            assert first.dated == second.dated
            for part in fields(first):
                assert getattr(first, part.name) == getattr(second, part.name)
        else:
            assert first == second
            assert type(first) is type(second)


@pytest.mark.parametrize("register", list(Register))
def test_what_was_parsed_comes_back(register: Register) -> None:
    for path in sorted((ROOT / "content" / register.folder).rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        check(register, text, parsed(register, path.relative_to(ROOT).as_posix(), text))


def check(register: Register, text: str, found: ParsedText, beside: str = "") -> None:
    data = CODEC.encode(register, found)
    assert data is not None
    path = found.value.file.path if found.value else ""
    sidecar = SourceFile("content/articles/a.annotations.yaml", beside) if beside else None
    source = SourceFile(path, text)
    again = CODEC.decode(register, memoryview(data), source, sidecar, pytest.fail)
    assert again is not None
    assert again.diagnostics == found.diagnostics
    assert [item.fix for item in again.diagnostics] == [item.fix for item in found.diagnostics]
    if found.value is None:
        assert again.value is None
    else:
        same(found.value, again.value)


def test_every_kind_of_node_comes_back() -> None:
    check(Register.ARTICLE, MANY, parsed(Register.ARTICLE, "content/articles/a.md", MANY))


def test_sidecars_and_faults_come_back() -> None:
    text = "---\ntitle: A\ndate: 2021-01-01\n---\nIt [blew]{.nothing} today.\n"
    beside = "annotations:\n  - {kind: event, exact: today}\n"
    found = parsed(Register.ARTICLE, "content/articles/a.md", text, beside)
    assert found.diagnostics
    assert found.value.document.annotations[-1].source.text == beside
    check(Register.ARTICLE, text, found, beside)


def test_what_cannot_be_read_comes_back() -> None:
    check(Register.ARTICLE, "no", parsed(Register.ARTICLE, "content/articles/a.md", "no"))


def test_a_damaged_tree_is_parsed_again() -> None:
    found = parsed(Register.ARTICLE, "content/articles/a.md", MANY)
    data = CODEC.encode(Register.ARTICLE, found)
    assert data is not None
    at = data.rindex(b"\x93", 0, len(data) // 2 * 2)

    def parse() -> Document:
        document: Document = found.value.document
        return document

    for damaged in (data[:at] + b"\xc1" + data[at + 1 :], b"", b"\x00", data[:-1]):
        again = CODEC.decode(Register.ARTICLE, damaged, found.value.file, None, parse)
        if again is not None:
            assert again.value.document.blocks == found.value.document.blocks
