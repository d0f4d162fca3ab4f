"""No regular expression of the package tries again and again on a text made to have it do so."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from .measuring import MOST, growth
from .patterns import attacks, patterns

PATTERNS = patterns()

_SECONDS = 2.0
"""CPU time after which a match counts as never ending: thousands of times what it should take."""

SEARCHED_ONLY_IN_SHORT_TEXTS = frozenset(
    {
        "checking.sentences._SENTENCE.0",  # never matched against a whole text
        "importing.files._FRONT_MATTER.0",
        "importing.printed_lines._CREDITED.0",
        "model.sentences._NEXT.0",  # never matched against a whole text
        "records.languages._TAG.0",  # longer tags are refused unread
        "records.reading._BEHIND_KEY.0",
        "publishing.engines.speech._LOGGED.0",  # the words of a builder that we run
    }
)


class NeverEndingError(Exception):
    """A match that takes longer than any text of a page explains."""


@contextmanager
def limited() -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise NeverEndingError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_what_tries_again_and_again_is_seen() -> None:
    import re  # noqa: PLC0415  an expression made here is none of the package's

    bad = re.compile(r"(?:a|aa)*b")
    texts = [before + text * 200 + behind for before, text, behind in attacks(bad)]
    with pytest.raises(NeverEndingError), limited():
        assert not any(map(bad.match, texts))


@pytest.mark.slow
@pytest.mark.parametrize("name", PATTERNS)
def test_a_match_ends(name: str) -> None:
    """Matching at one place takes no more than time in proportion to the text."""
    pattern = PATTERNS[name]
    for before, text, behind in attacks(pattern):
        for how in (pattern.match, pattern.fullmatch):
            with limited():
                how(before + text * (400 // len(text)) + behind)
            if name in SEARCHED_ONLY_IN_SHORT_TEXTS:
                continue
            made = lambda n, b=before, t=text, e=behind: b + t * (n // len(t)) + e  # noqa: E731
            assert growth(made, how) <= MOST, (before, text, behind)
