"""Reads articles with annotations beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.config import Settings
from generator.diagnostics import Diagnostic, SourceFile
from generator.model.annotation import Annotation
from generator.model.article import Article
from generator.model.document import Annotated, Emphasis, Inline, Link, Paragraph
from generator.syntax import parse_article
from generator.syntax.inline.plain import plain

PATH = "content/articles/ferry.md"
BESIDE = "content/articles/ferry.annotations.yaml"
HEAD = "---\ntitle: The ferry is back\ndate: 2024-05-02\n---\n\n"
SETTINGS = Settings()


def read(text: str, *items: dict[str, str]) -> tuple[Article, tuple[Diagnostic, ...]]:
    """A text with items beside it. JSON is YAML."""
    return read_yaml(text, json.dumps({"annotations": items}, ensure_ascii=False))


def read_yaml(text: str, beside: str) -> tuple[Article, tuple[Diagnostic, ...]]:
    article, faults = parse_article(PATH, HEAD + text, SETTINGS, SourceFile(BESIDE, beside))
    assert article is not None
    return article, faults


def annotated(text: str, *items: dict[str, str]) -> tuple[Annotation, ...]:
    article, faults = read(text, *items)
    assert faults == ()
    return article.document.annotations


def shown(faults: Sequence[Diagnostic]) -> list[tuple[str, str, str, str]]:
    return [(item.path, item.code, item.message, item.help) for item in faults]


def pieces(article: Article) -> dict[int, list[str]]:
    """The texts of the pieces that each annotation is in."""
    found: dict[int, list[str]] = {}

    def walk(inlines: Sequence[Inline]) -> None:
        for node in inlines:
            if isinstance(node, Annotated) and node.number is not None:
                found.setdefault(node.number, []).append(plain(node.inlines))
            if isinstance(node, Annotated | Emphasis | Link):
                walk(node.inlines)

    for block in article.document.blocks:
        if isinstance(block, Paragraph):
            walk(block.inlines)
    return found
