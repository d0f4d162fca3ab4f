"""Quotations that drifted from the saved text of their source.

A quotation is found where its text stands in the saved text letter by letter. Not compared are
white space, the shape of quotation marks, marks around the whole quotation, and whether an accented
letter is written as one character or two (Unicode NFC).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.drift import QUOTATION_DRIFTED, SAVED_TEXT_MISSING
from generator.model.annotation import Kind

from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.article import Article
    from generator.model.site import Site

_DOUBLE = "“”„‟«»″「」『』"
_SINGLE = "‘’‚‛‹›′"
_MARKS = str.maketrans({**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'")})
_AROUND = " \"'"
_SENTENCE = re.compile(
    r"""\S.*?(?:
        (?<![.!?…؟۔।])[.!?…؟۔।]++["'”’»›)\]]*+(?=\s|\Z)  # tried once in a run of marks
        | [。！？]++[」』”’)]*+
        | (?=\n[^\S\n]*+\n) | \Z
    )""",
    re.DOTALL | re.VERBOSE,
)
_LIKE_ENOUGH = 55.0
_LONGEST_COMPARED = 600
_LONGEST_SHOWN = 300
_MOST_PROPOSED = 10
_PATH_LIKE_ENOUGH = 75.0


def folded(text: str) -> str:
    """``text`` as quotations are compared: see above."""
    text = unicodedata.normalize("NFC", text).translate(_MARKS)
    return " ".join(text.split()).strip(_AROUND)


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
    return diagnose(SAVED_TEXT_MISSING, article.file, span, message, mend)


class _Sentences:
    """The sentences of a saved text, and the one that is most like a quotation."""

    def __init__(self, saved: SourceFile) -> None:
        self._saved = saved
        self._starts = [match.start() for match in _SENTENCE.finditer(saved.text)]
        ends = [*self._starts[1:], len(saved.text)]
        self._texts = [
            " ".join(saved.text[start:end].split())
            for start, end in zip(self._starts, ends, strict=True)
        ]
        self._folded = [folded(text[:_LONGEST_COMPARED]) for text in self._texts]

    def nearest(self, exact: str) -> tuple[str, int] | None:
        """The likest sentence and its line; ``None`` where none is like it."""
        found = process.extractOne(
            exact[:_LONGEST_COMPARED], self._folded, scorer=_alike, score_cutoff=_LIKE_ENOUGH
        )
        if found is None:
            return None
        return self._texts[found[2]], self._saved.position(self._starts[found[2]]).line


def _drifted(article: Article, saved: SourceFile) -> Iterator[Diagnostic]:
    whole = folded(saved.text)
    sentences: _Sentences | None = None
    proposed = 0
    for annotation in article.document.annotations:
        if annotation.kind not in {Kind.QUOTE, Kind.CLAIM} or annotation.own:
            continue
        exact = folded(annotation.quotation.exact)
        if exact in whole:
            continue
        sentences = sentences or _Sentences(saved)
        found = sentences.nearest(exact) if proposed < _MOST_PROPOSED else None
        proposed += 1
        message = f"{quoted(annotation.text)} does not stand in {saved.path}."
        mend = "Quote it as the source has it, or save the source's text anew."
        if found:
            mend = f"Line {found[1]} of it has: {_shown(found[0])}"
        yield diagnose(QUOTATION_DRIFTED, article.file, annotation.text_span, message, mend)


def _shown(sentence: str) -> str:
    if len(sentence) > _LONGEST_SHOWN:
        return f"{sentence[: _LONGEST_SHOWN - 1].rstrip()}…"
    return sentence


def _alike(first: str, second: str, *, score_cutoff: float | None = None) -> float:
    """How alike a quotation and a sentence are, 0 to 100; it may be a part of the sentence."""
    whole = fuzz.ratio(first, second, score_cutoff=score_cutoff)
    if len(second) < len(first):
        return whole
    return max(whole, 0.95 * fuzz.partial_ratio(first, second))
