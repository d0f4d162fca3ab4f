"""Quotations that drifted from the saved text of their source.

A quotation is found where its text stands in the saved text letter by letter. Not compared are
white space, the shape of quotation marks, marks around the whole quotation, and whether an accented
letter is written as one character or two (Unicode NFC).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.drift import QUOTATION_DRIFTED, SAVED_TEXT_MISSING
from generator.model.annotation import Kind

from .paths import path_fix
from .sentences import Sentences, folded
from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.article import Article
    from generator.model.site import Site

_LONGEST_SHOWN = 300
_MOST_PROPOSED = 10
_PATH_LIKE_ENOUGH = 75.0


def drifted_quotations(
    site: Site, files: frozenset[str], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Quotations and claims that their article's saved text does not have.

    ``texts`` maps paths below the content folder to what stands there; ``files`` are all paths
    below it. Blocks marked ``.own`` are the editor's words and are not compared.
    """
    for article in site.articles.values():
        path = article.source.text
        if not path:
            continue
        if path not in files:
            yield _missing(article, files)
        elif path in texts:
            yield from _drifted(article, SourceFile(f"{_content(site)}/{path}", texts[path]))


def _content(site: Site) -> str:
    return site.settings.content_dir


def _missing(article: Article, files: frozenset[str]) -> Diagnostic:
    path = article.source.text
    choices = sorted(name for name in files if name.endswith(".txt"))
    found = process.extractOne(path, choices, scorer=fuzz.ratio, score_cutoff=_PATH_LIKE_ENOUGH)
    mend = f"Did you mean {found[0]}?" if found else "Give its path below the content folder."
    message = f"The saved text {quoted(path)} is not below the content folder."
    span = article.spans.get("source.text")
    fix = path_fix(article.file, span, path, found[0] if found else "") if span else None
    return diagnose(SAVED_TEXT_MISSING, article.file, span, message, mend, fix)


def _drifted(article: Article, saved: SourceFile) -> Iterator[Diagnostic]:
    whole = folded(saved.text)
    sentences: Sentences | None = None
    proposed = 0
    for annotation in article.document.annotations:
        if annotation.kind not in {Kind.QUOTE, Kind.CLAIM} or annotation.own:
            continue
        exact = folded(annotation.quotation.exact)
        if exact in whole:
            continue
        sentences = sentences or Sentences(saved)
        found = sentences.nearest(exact) if proposed < _MOST_PROPOSED else None
        proposed += 1
        message = f"{quoted(annotation.text)} does not stand in {saved.path}."
        mend = "Quote it as the source has it, or save the source's text anew."
        if found:
            mend = f"Line {found[1]} of it has: {_shown(found[0])}"
        file = annotation.source or article.file
        yield diagnose(QUOTATION_DRIFTED, file, annotation.text_span, message, mend)


def _shown(sentence: str) -> str:
    if len(sentence) > _LONGEST_SHOWN:
        return f"{sentence[: _LONGEST_SHOWN - 1].rstrip()}…"
    return sentence
