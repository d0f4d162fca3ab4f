"""A language's tables made ready for looking up: built once, when the language is first read."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from . import currencies, measures
from .entries import PARTS
from .tokens import Tokens, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .language import Entry, Language, Unit

T = TypeVar("T")

_TABLES: Final = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fa": "scales",
    "fr": "french",
    "he": "scales",
    "ru": "scales",
    "tr": "scales",
}


class Hit(NamedTuple, Generic[T]):
    """A phrase that stands in the tokens: what it means, and where it ends (or starts)."""

    value: T
    at: int


class PhraseTable(Generic[T]):
    """Phrases by their first word, or by their last: the longest that stands in the text wins."""

    def __init__(
        self, rows: Iterable[tuple[tuple[str, ...], T]], *, backward: bool = False
    ) -> None:
        self._backward = backward
        self._rows: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for words, value in rows:
            key = words[-1] if backward else words[0]
            self._rows.setdefault(key, []).append((words, value))
        for found in self._rows.values():
            found.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Tokens, index: int) -> Hit[T] | None:
        """The phrase that starts at ``index``, with the index behind it."""
        words = tokens.words
        for phrase, value in self._rows.get(words[index], ()):
            end = index + len(phrase)
            if len(phrase) == 1 or tuple(words[index:end]) == phrase:
                return Hit(value, end)
        return None

    def ending(self, tokens: Tokens, index: int) -> Hit[T] | None:
        """The phrase whose last word is at ``index``, with the index of its first."""
        if index < 0:
            return None
        words = tokens.words
        for phrase, value in self._rows.get(words[index], ()):
            start = index - len(phrase) + 1
            if start >= 0 and (len(phrase) == 1 or tuple(words[start : index + 1]) == phrase):
                return Hit(value, start)
        return None


class Lexicon:
    """A language ready for use."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tokens = pattern(language, currencies.PLAIN_SIGNS, currencies.CODE_BEFORE_DIGITS)
        self.fold = language.fold
        self.numbers: dict[str, Entry] = {**PARTS, **language.numbers}
        self._compound = language.compound
        self.entry = self.numbers.get if language.compound is None else self._entry
        self.symbols: Mapping[str, Unit] = {
            **measures.SYMBOLS,
            **measures.TIME_SYMBOLS,
            **currencies.UNITS,
        }
        self.units = self._table({**measures.PHRASES, **language.units})
        self.before = self._table(language.before, backward=True)
        self.after = self._table(language.after)
        self.and_half = self._table(language.and_half)
        self.half_links = self._table(dict.fromkeys(language.half_links, True))
        self.ages = self._table(dict.fromkeys(language.age_after, True))
        self.clock_before = self._table(dict.fromkeys(language.clock_before, True), backward=True)
        self.ages_before = self._table(dict.fromkeys(language.age_before, True), backward=True)
        self.ratio = self._table(dict.fromkeys(language.ratio, True))
        self.clock = self._table(dict.fromkeys(language.clock, True))
        self.ago_before = self._table(dict.fromkeys(language.ago_before, True), backward=True)
        self.noun_stops = language.noun_stops | language.range_to | language.range_or
        self.noun_stops |= language.between_and

    def _entry(self, word: str) -> Entry | None:
        found = self.numbers.get(word)
        if found is None and self._compound is not None:
            return self._compound(word)
        return found

    def _table(self, phrases: Mapping[str, T], *, backward: bool = False) -> PhraseTable[T]:
        """Phrases divided into words by the language's own rules."""
        rows = []
        for phrase, value in phrases.items():
            words = tuple(self.fold(match.group()) for match in self.tokens.finditer(phrase))
            rows.append((words, value))
        return PhraseTable(rows, backward=backward)


def lexicon(tag: str) -> Lexicon:
    """The lexicon of a BCP 47 tag's language; of one without tables, what all languages share."""
    return _lexicon(tag.replace("_", "-").partition("-")[0].lower())


@cache
def _lexicon(code: str) -> Lexicon:
    module = import_module(f"{__package__}.languages.{_TABLES.get(code, 'neutral')}")
    language: Language = module.LANGUAGES[code] if code in _TABLES else module.LANGUAGE
    return Lexicon(language)
