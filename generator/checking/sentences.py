"""The sentences of a text, and the one that is most like a quotation."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz, process

from generator.diagnostics import SourceFile

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


def folded(text: str) -> str:
    """``text`` as quotations are compared: see ``drift``."""
    text = unicodedata.normalize("NFC", text).translate(_MARKS)
    return " ".join(text.split()).strip(_AROUND)


class Sentences:
    """The sentences of a text."""

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


def _alike(first: str, second: str, *, score_cutoff: float | None = None) -> float:
    """How alike a quotation and a sentence are, 0 to 100; it may be a part of the sentence."""
    whole = fuzz.ratio(first, second, score_cutoff=score_cutoff)
    if len(second) < len(first):
        return whole
    return max(whole, 0.95 * fuzz.partial_ratio(first, second))
