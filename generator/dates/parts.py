"""The parts of a date: what stands at an item, and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .items import DASHES
from .language import Kind, Period

if TYPE_CHECKING:
    import datetime as dt

    from .items import Items
    from .language import Language

MONTHS: Final = (Kind.MONTH, Kind.SHORT_MONTH)
JOINTS: Final = (Kind.TO, Kind.UNTIL)
_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2100
_YEAR_DIGITS: Final = 4
_LAST_DAY: Final = 31
_DAY_DIGITS: Final = 2
_MONTH_CUES: Final = frozenset(
    {Kind.CUE, Kind.SINCE, Kind.UNTIL, Kind.FROM, Kind.BETWEEN, Kind.EDGE, Kind.MODIFIER}
)
_YEAR_CUES: Final = _MONTH_CUES | {
    Kind.YEAR_CUE,
    Kind.YEAR_WORD,
    Kind.OF,
    Kind.TO,
    Kind.AND,
    Kind.AGO_BEFORE,
}
_SENTENCE_ENDS: Final = frozenset(".!?\n")
_OPENERS: Final = frozenset("(,[–—")
_BACK: Final = frozenset("-−$€£¥₹₽₺₪#№+")
_YEAR_WORD_BEHIND: Final = frozenset({"ru", "tr"})


class Parts:
    """Looks at the items of a text. Methods named ``past_…`` give the index behind something."""

    def __init__(self, items: Items, language: Language, reference: dt.date) -> None:
        self.items = items
        self.language = language
        self.reference = reference

    def is_day(self, index: int) -> bool:
        """Whether a number may count the day of a month."""
        return (
            1 <= self.items.number(index) <= _LAST_DAY and self.items.digits(index) <= _DAY_DIGITS
        )

    def hangs(self, index: int) -> bool:
        """Whether a number hangs on what is before it: a sign of money, a minus, a name."""
        items = self.items
        if not index or items.kinds[index - 1] not in {Kind.MARK, Kind.OTHER}:
            return False
        if not items.attached(index):
            return items.values[index - 1] in _BACK and items.values[index - 1] not in DASHES
        if items.values[index - 1] in DASHES:
            clitic = items.ends[index - 2] - items.starts[index - 2] == 1  # Hebrew "from"
            other = items.kinds[index - 2] is Kind.OTHER
            return items.attached(index - 1) and other and not clitic
        return items.kinds[index - 1] is Kind.OTHER or items.values[index - 1] in _BACK

    def past_suffix(self, index: int) -> int:
        """The index behind what makes a number an ordinal: "th", or a full stop."""
        items = self.items
        if items.kinds[index] is Kind.SUFFIX and items.attached(index):
            return index + 1
        stop = items.mark(index, ".º°")
        return index + 1 if stop and items.attached(index) else index

    def month_name(self, index: int) -> tuple[int, int]:
        """A month, past its full stop and its other name behind a slash; 0 where none is named."""
        items = self.items
        if items.kinds[index] not in MONTHS:
            return 0, index
        month = items.number(index)
        after = index + 1
        stop = items.mark(after, ".")
        # A full stop behind a whole name may end the sentence.
        if stop and items.attached(after) and items.kinds[index] is Kind.SHORT_MONTH:
            after += 1
        second = after + 1
        slash = items.mark(after, "/(")
        if slash and items.kinds[second] is Kind.MONTH and items.values[second] == month:
            after = second + 1
            after += items.values[after] == ")" and items.values[second - 1] == "("
        return month, after

    def year_behind(self, index: int) -> tuple[int | None, int]:
        """The year behind a day or month, past "of" or a comma; or "last year"."""
        items = self.items
        after = index
        comma = items.mark(after, ",،")
        if comma or items.kinds[after] is Kind.OF or items.kinds[after] is Kind.CUE:
            after += 1
        if self.is_year_word(after):
            after += 1
        if items.kinds[after] is Kind.NUMBER and self.is_year(after):
            return items.number(after), self.past_year_word(after + 1)
        value = items.values[after]
        if isinstance(value, Period) and value.unit == "year":
            return self.reference.year + value.offset, after + 1
        return None, index

    def is_year_word(self, index: int) -> bool:
        """Whether an item is a word for "year", which in many languages is a unit too."""
        kind = self.items.kinds[index]
        return kind is Kind.YEAR_WORD or (kind is Kind.UNIT and self.items.values[index] == "year")

    def past_year_word(self, index: int) -> int:
        """The index behind a word for "year" that follows its number, as in Russian."""
        behind = self.language.code in _YEAR_WORD_BEHIND and self.is_year_word(index)
        return index + 1 if behind else index

    def is_year(self, index: int) -> bool:
        """Whether a number may be a year, four digits that count nothing."""
        items = self.items
        value = items.values[index]
        if not isinstance(value, int) or items.digits(index) != _YEAR_DIGITS:
            return False
        behind = items.kinds[index + 1]
        if behind is Kind.NOT_A_YEAR or (behind is Kind.OTHER and items.attached(index + 1)):
            return False
        return _FIRST_YEAR <= value <= _LAST_YEAR

    def before_a_year(self, index: int) -> bool:
        """Whether a dash joins a year to the one behind it."""
        items = self.items
        dash = items.dash(index + 1)
        return dash and items.kinds[index + 2] is Kind.NUMBER and self.is_year(index + 2)

    def after_a_year(self, index: int) -> bool:
        """Whether a dash joins a year to the one before it."""
        items = self.items
        dash = items.values[index - 1] in DASHES and items.kinds[index - 2] is Kind.NUMBER
        return dash and self.is_year(index - 2)

    def year_may_stand(self, index: int) -> bool:
        """Whether what is around a year lets it stand by itself."""
        items = self.items
        if self.past_year_word(index + 1) > index + 1 or self.before_a_year(index):
            return True
        if not index:
            return False
        before = items.kinds[index - 1]
        if before is Kind.MARK:
            edge = items.dash(index - 1) and items.kinds[index - 2] is Kind.EDGE  # "mid-2015"
            return edge or items.values[index - 1] in _OPENERS or self.after_a_year(index)
        named = before in MONTHS or before is Kind.SEASON
        return named or before in _YEAR_CUES or self.is_year_word(index - 1)

    def is_bare_year(self, index: int) -> bool:
        """Whether a year stands by itself in a language where every noun would show."""
        items = self.items
        if not self.language.bare_years or self._capital(index + 1):
            return False
        before = items.kinds[index - 1] if index else Kind.MARK
        if before is Kind.OTHER:
            return not self._capital(index - 1) and not items.attached(index)
        starts = not index or items.values[index - 1] in _SENTENCE_ENDS
        return before is Kind.MARK and starts and items.kinds[index + 1] is Kind.OTHER

    def _capital(self, index: int) -> bool:
        """Whether an item starts with a capital letter."""
        items = self.items
        return index < items.count and items.text[items.starts[index]].isupper()

    def month_may_stand(self, index: int, after: int) -> bool:
        """Whether what is around the name of a month lets it stand by itself."""
        items = self.items
        if index and items.kinds[index - 1] in _MONTH_CUES:
            return True
        before = items.kinds[index - 1] if index else Kind.END
        joint = before in JOINTS or before is Kind.AND
        if joint or (before is Kind.MARK and items.values[index - 1] in DASHES):
            return index > 1 and items.kinds[index - 2] in (*MONTHS, Kind.NUMBER, Kind.EDGE)
        # The first name of "March–June 2015" and of "March and June 2015".
        dash = items.dash(after)
        return (dash or items.kinds[after] is Kind.TO) and items.kinds[after + 1] in MONTHS

    def stands_free(self, index: int) -> bool:
        """Whether no word or number that is none of time stands right before: "page 2011"."""
        return not index or self.items.kinds[index - 1] not in {Kind.OTHER, Kind.NUMBER}

    def past_day_part(self, index: int) -> int:
        """The index behind a part of the day: "Monday night"."""
        return index + 1 if self.items.kinds[index] is Kind.DAY_PART else index
