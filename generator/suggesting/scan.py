"""A passage made ready for the finders of statements: its verbs of saying and its quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.diagnostics import Span

from .marks import Quoted, quoted
from .passage import MASK, Passage
from .speech import Act, SpeechWords


class Scan:
    """``text`` is the passage's, with spaces for what is masked; all offsets are into it.

    ``caption`` tells a paragraph that names a picture's author.
    """

    __slots__ = ("_quote_ends", "acts", "caption", "number", "passage", "quotes", "text")

    def __init__(
        self, number: int, passage: Passage, words: SpeechWords, following: str = ""
    ) -> None:
        self.number = number
        self.passage = passage
        self.text = passage.text.replace(MASK, " ")
        self.quotes: list[Quoted] = [] if passage.heading else quoted(self.text, following)
        self.caption = words.caption.search(self.text) is not None
        self._quote_ends = [quote.end for quote in self.quotes]
        self.acts = [act for act in words.acts(self.text) if not self.in_quote(act.start)]

    def in_quote(self, at: int) -> bool:
        """Whether a place stands between quotation marks."""
        index = bisect_right(self._quote_ends, at)
        return index < len(self._quote_ends) and self.quotes[index].start <= at

    def acts_in(self, start: int, end: int) -> Sequence[Act]:
        """The verbs of saying that stand wholly between two places."""
        first = bisect_left(self.acts, (start,))
        last = first
        while last < len(self.acts) and self.acts[last].end <= end:
            last += 1
        return self.acts[first:last]

    def quotes_near(self, start: int, end: int) -> Sequence[Quoted]:
        """The quotations that meet a place."""
        first = bisect_left(self._quote_ends, start)
        last = first
        while last < len(self.quotes) and self.quotes[last].start <= end:
            last += 1
        return self.quotes[first:last]

    def sentence(self, at: int) -> Span:
        """The sentence that a place stands in."""
        sentences = self.passage.sentences
        index = bisect_right(sentences, at, key=lambda span: span.start) - 1
        if index < 0:
            return Span(0, len(self.text))
        return Span(sentences[index].start, max(sentences[index].end, at))

    def free(self, start: int, end: int) -> bool:
        """Whether no annotation meets a place."""
        low, high = self.place(start, end)
        taken = self.passage.taken
        index = bisect_left(taken, low, key=lambda span: span.end)
        while index < len(taken) and taken[index].start < high:
            if taken[index].end > low:
                return False
            index += 1
        return True

    def place(self, start: int, end: int) -> Span:
        """The place in the file."""
        return Span(start, end).shifted(self.passage.span.start)


def scans(passages: Sequence[Passage], words: SpeechWords) -> tuple[Scan, ...]:
    """Every passage made ready."""
    openings = [passage.text.replace(MASK, " ").lstrip()[:1] for passage in passages]
    following = [*openings[1:], ""]
    return tuple(
        Scan(number, passage, words, following[number]) for number, passage in enumerate(passages)
    )
