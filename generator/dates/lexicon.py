"""A language's words of time made ready for looking up, with the names that CLDR has for it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from .items import TOKEN, fold_apostrophes
from .language import Kind, Language, Period, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TABLES: Final = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fr": "french",
    "he": "hebrew",
    "ru": "russian",
    "tr": "turkish",
}
_NUMERIC_ORDERS: Final = {"en-us": "md", "en-gb": "dm", "en-au": "dm", "en-nz": "dm", "en-ie": "dm"}


class Lexicon:
    """A language ready for use. The first row given for a phrase wins."""

    def __init__(self, language: Language, names: Iterable[tuple[str, Term]]) -> None:
        self.language = language
        self._fold = language.fold
        self._rows: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        seen: set[tuple[str, ...]] = set()
        for phrase, term in (*_table_terms(language), *names):
            words = tuple(self.fold(match[0]) for match in TOKEN.finditer(phrase))
            if words and words not in seen:
                seen.add(words)
                self._rows.setdefault(words[0], []).append((words, term))
        for rows in self._rows.values():
            rows.sort(key=lambda row: -len(row[0]))
        self.known = frozenset(self._rows)

    def fold(self, word: str) -> str:
        """A word as it is looked up."""
        return "'" if word == "’" else self._fold(word)

    def find(
        self, words: list[str], index: int, written: str
    ) -> tuple[Kind, int | str | Period, int]:
        """The longest phrase that starts at a known word: its kind, value and length in words.

        ``written`` is that word as it stands in the text.
        """
        for phrase, term in self._rows[words[index]]:
            length = len(phrase)
            if length == 1 or tuple(words[index : index + length]) == phrase:
                if term.capital and not written[0].isupper():
                    break
                return term.kind, term.value, length
        return (Kind.OTHER, 0, 1) if written[0].isalpha() else (Kind.MARK, written, 1)


def lexicon(tag: str) -> Lexicon:
    """The lexicon of a BCP 47 tag's language."""
    tag = tag.replace("_", "-").lower()
    return _lexicon(tag.partition("-")[0], _NUMERIC_ORDERS.get(tag, ""))


@cache
def _lexicon(code: str, numeric_order: str) -> Lexicon:
    module = _TABLES.get(code)
    language = Language(code=code, numeric_order="dm", fold=fold_apostrophes)
    if module:
        language = import_module(f"{__package__}.languages.{module}").LANGUAGE
    if numeric_order:
        copy = {name: getattr(language, name) for name in Language.__slots__}
        language = Language(**(copy | {"numeric_order": numeric_order}))
    return Lexicon(language, _cldr_names(code, language))


def _cldr_names(code: str, language: Language) -> Iterator[tuple[str, Term]]:
    """Names of months and weekdays, wide before short; nothing for a language CLDR has not."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - half of the time of a start

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return
    for width, month, weekday in (
        ("wide", Kind.MONTH, Kind.WEEKDAY),
        ("abbreviated", Kind.SHORT_MONTH, Kind.SHORT_WEEKDAY),
    ):
        for context in ("format", "stand-alone"):
            yield from _named(locale.months[context][width].items(), month, language)
            days = ((number + 1, name) for number, name in locale.days[context][width].items())
            yield from _named(days, weekday, language)


def _named(
    names: Iterable[tuple[int, str]], kind: Kind, language: Language
) -> Iterator[tuple[str, Term]]:
    for number, name in names:
        term = Term(kind, number, capital=language.capitals)
        stem = name.rstrip(".ٔ")
        for prefix in ("", *language.prefixes):
            yield prefix + stem, term


def _table_terms(language: Language) -> Iterator[tuple[str, Term]]:
    """The rows of a language's own tables; those before win over those behind."""
    for kind, names in (
        (Kind.MONTH, language.months),
        (Kind.SHORT_MONTH, language.short_months),
        (Kind.WEEKDAY, language.weekdays),
    ):
        for name, number in names.items():
            for prefix in ("", *language.prefixes):
                yield prefix + name, Term(kind, number, capital=language.capitals)
    for phrases, (unit, offset) in language.periods.items():
        yield from _each(phrases, Term(Kind.PERIOD, Period(unit, offset)))
    for kind, table in (
        (Kind.DAY, language.days),
        (Kind.MODIFIER, language.modifiers),
        (Kind.LATER_MODIFIER, language.later_modifiers),
        (Kind.SEASON, language.seasons),
        (Kind.COUNT, language.count),
        (Kind.ORDINAL, language.ordinals),
        (Kind.UNIT, language.units),
        (Kind.DUAL, language.duals),
        (Kind.DECADE, language.decades),
    ):
        for phrases, value in table.items():
            yield from _each(phrases, Term(kind, value))
    for kind, phrases in (
        (Kind.SINCE, language.since),
        (Kind.UNTIL, language.until),
        (Kind.BETWEEN, language.between),
        (Kind.AGO_BEFORE, language.ago_before),
        (Kind.OF, language.of),
        (Kind.FROM, language.range_from),
        (Kind.TO, language.range_to),
        (Kind.AND, language.between_and),
        (Kind.EDGE, language.edges),
        (Kind.CUE, language.cues),
        (Kind.YEAR_CUE, language.year_cues),
        (Kind.YEAR_WORD, language.year_words),
        (Kind.AGO, language.ago),
        (Kind.DAY_PART, language.day_parts),
        (Kind.CENTURY, language.century),
        (Kind.QUARTER, language.quarter),
        (Kind.HALF, language.half),
        (Kind.SUFFIX, language.suffixes),
        (Kind.NOT_A_YEAR, language.not_years),
    ):
        yield from _each(phrases, Term(kind))


def _each(phrases: str, term: Term) -> Iterator[tuple[str, Term]]:
    for phrase in phrases.split("|"):
        if phrase.strip():
            yield phrase, term
