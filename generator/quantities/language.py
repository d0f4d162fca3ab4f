"""What the grammar has to know of a language: the form of its tables, filled in ``languages``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from generator.model.quantity import Qualifier

    from .found import QuantityKind


class Role(IntEnum):
    """What a word does in a number."""

    CARDINAL = 1
    """Adds: "twenty", "five"."""
    HUNDRED = 2
    """Multiplies what stands before it by a hundred."""
    SCALE = 3
    """Multiplies by a thousand or more; alone it takes an article, or is no number."""
    PLURAL = 4
    """A scale after a number ("3 millions"), a vague amount alone ("millions of")."""
    DOZEN = 5
    """Multiplies like a scale: "two dozen", "a dozen"."""
    VAGUE = 6
    """A vague amount: "dozens"."""
    HALF = 7
    """Half of the scale or unit behind it, or half of a whole."""
    FRACTION = 8
    """A part of a whole, counted: "two thirds". ``value`` is the denominator."""
    SHARE = 9
    """A part of a whole by itself: "la moitié"."""
    ROUND = 10
    """A round number: "une vingtaine"."""
    PART = 11
    """A fraction in one character: "½"."""
    COUNTED = 12
    """A number and its unit in one word: the Arabic dual."""
    ARTICLE = 13
    """One unit behind a qualifier: "more than a month"."""


class Unit(NamedTuple):
    """A unit under the name that the model gives it."""

    name: str
    kind: QuantityKind


class Entry(NamedTuple):
    """A word of the table of number words.

    ``weak`` words are numbers only in company ("one"); ``alone`` scales need no article ("mille");
    ``joined`` words carry the "and" that joins them to what stands before (Arabic); ``needs_of``
    ones are vague amounts only before "of" ("scores of"); ``twice`` ones are duals by themselves,
    and scales behind a number (Arabic).
    """

    role: Role
    value: Decimal
    weak: bool = False
    alone: bool = False
    joined: bool = False
    needs_of: bool = False
    twice: bool = False
    unit: Unit | None = None


class NounPolicy(IntEnum):
    """How the counted noun is found in the words that follow a number."""

    PLURAL = 1
    """Up to the first plural in -s or of the table ("protective chemical masks")."""
    CAPITAL = 2
    """Up to the first word with a capital letter ("bewaffnete Kämpfer")."""
    FIRST = 3
    """The first word ("personnes")."""
    NONE = 4
    """Not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The tables of one language. Words are in lower case; phrases are written as in a text.

    ``grouping`` and ``decimals`` are the marks in numbers, besides spaces and apostrophes between
    thousands, which hold in every language. ``codes`` is an expression for what looks like a number
    and is none. ``loose`` are the qualifiers that are prepositions first ("over", "about").
    ``ratio`` holds what stands between the numbers of "one in five". ``half_links`` may stand
    between "half" and its scale; ``whole`` before the whole that a fraction is a part of.
    ``between_lead`` may stand before "between" ("anywhere between"). ``fraction_tails`` end a
    fraction ("cuartas partes"). ``tied_units`` are those of a word behind a hyphen ("500-pound").
    ``definite`` is the article where it is written at the word. ``clitics`` are words that may hang
    on a number by a hyphen. ``during`` holds qualifiers that before a span of time say when, but
    for behind ``before_durations`` ("for over two years"). ``clock_before`` makes hours a time of
    day ("à 18 heures"). ``labels`` turn the number behind them into a name; ``compounds`` are the
    units of "40-member", empty where the word names none ("3,400-strong"). ``noun_stops`` never
    belong to a counted noun, nor do ``participles`` end one; ``noun_skips`` are passed over before
    one.
    """

    code: str
    grouping: str = ","
    decimals: str = "."
    word: str = r"[^\W\d_]+"
    codes: str = ""
    fold: Callable[[str], str] = str.lower
    numbers: Mapping[str, Entry] = field(default_factory=dict)
    compound: Callable[[str], Entry | None] | None = None
    vigesimal: bool = False
    joins: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()
    joins_tens: bool = False
    joins_by_prefix: bool = False
    articles: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    one_is_an_article: bool = False
    and_half: Mapping[str, Decimal] = field(default_factory=dict)
    half_links: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    suffixes: Mapping[str, int] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    fraction_tails: frozenset[str] = frozenset()
    definite: str = ""
    vague_before: frozenset[str] = frozenset()
    units: Mapping[str, Unit] = field(default_factory=dict)
    tied_units: Mapping[str, Unit] = field(default_factory=dict)
    percent_before: frozenset[str] = frozenset()
    age_after: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    before: Mapping[str, Qualifier] = field(default_factory=dict)
    after: Mapping[str, Qualifier] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    loose_before_articles: frozenset[str] = frozenset()
    during: frozenset[str] = frozenset()
    before_durations: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    between_lead: frozenset[str] = frozenset()
    between_and: frozenset[str] = frozenset()
    range_from: frozenset[str] = frozenset()
    range_to: frozenset[str] = frozenset()
    range_or: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    ratio: tuple[str, ...] = ()
    ago: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    ago_before: tuple[str, ...] = ()
    labels: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    months_have_capitals: bool = False
    month_first: bool = False
    years_behind: frozenset[str] = frozenset()
    month_of: frozenset[str] = frozenset()
    clock: tuple[str, ...] = ()
    clock_before: tuple[str, ...] = ()
    streets: frozenset[str] = frozenset()
    compounds: Mapping[str, str] = field(default_factory=dict)
    nouns: NounPolicy = NounPolicy.NONE
    noun_stops: frozenset[str] = frozenset()
    noun_skips: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
