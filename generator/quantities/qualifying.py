"""What stands before and behind a quantity: its sign, its qualifiers, and what makes it an age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.quantity import Qualifier

from .found import QuantityKind
from .language import Unit
from .tokens import NUMBER, WORD

if TYPE_CHECKING:
    from .lexicon import Lexicon
    from .reading import Reading
    from .tokens import Tokens

_YEAR: Final = Unit("year", QuantityKind.AGE)
_OLDEST: Final = 115
_QUALIFIERS: Final = 2
_MAY_CHANGE: Final = (None, Qualifier.ABOUT)
_MINUS: Final = frozenset("-−")


def read_sign(tokens: Tokens, reading: Reading, floor: int) -> None:
    """A plus or minus before the number, standing free of what is before it."""
    index = reading.first - 1
    word = tokens.words[index]
    minus = index >= floor and word in tokens.lexicon.language.minus
    if minus and tokens.lexicon.before.ending(tokens, index) is None:  # not "al menos"
        # "Ten minus two" and "plus or minus two" are sums.
        before = tokens.words[index - 1] if index else ""
        other = tokens.entries[index - 1] is None and tokens.kinds[index - 1] != NUMBER
        if not index or (other and before not in tokens.lexicon.language.range_or):
            reading.first, reading.negative = index, True
        return
    if index < floor or not tokens.attached(reading.first) or tokens.attached(index):
        return
    if tokens.words[index] == "+":
        reading.first = index
    elif tokens.words[index] in _MINUS:
        reading.first, reading.negative = index, True


def qualify_before(tokens: Tokens, reading: Reading, floor: int) -> None:
    """The qualifiers before a quantity: the outermost of two ("at least about") counts."""
    table: Lexicon = tokens.lexicon
    for _ in range(_QUALIFIERS):
        hit = table.before.ending(tokens, _before(tokens, reading))
        if hit is None or hit.at < floor:
            return
        if _says_when(tokens, hit.at, reading):
            return
        words = tokens.words[hit.at : reading.first]
        reading.first = hit.at
        if reading.qualifier is not Qualifier.BETWEEN:
            reading.loose = len(words) == 1 and words[0] in table.language.loose
            if reading.qualifier in _MAY_CHANGE:
                reading.qualifier = hit.value


def _before(tokens: Tokens, reading: Reading) -> int:
    """Where a qualifier may end: before a clitic ("ל-20"), or before an article.

    The article is that of a share ("mehr als die Hälfte") or of digits ("nearly a 5% rise").
    """
    index = reading.first - 1
    language = tokens.lexicon.language
    if tokens.tied(index) and tokens.words[index - 1] in language.clitics:
        return index - 1
    number = reading.number
    if tokens.words[index] in language.definite_articles and number.share:
        return index - 1
    article = tokens.words[index] in language.articles and number.digits
    if article and tokens.words[index - 1] not in language.loose_before_articles:
        return index - 1
    return index


def _says_when(tokens: Tokens, index: int, reading: Reading) -> bool:
    """Whether a preposition before a span of time means "during": "spent £5m over two years"."""
    language = tokens.lexicon.language
    if reading.kind is not QuantityKind.DURATION or tokens.words[index] not in language.during:
        return False
    return index == 0 or tokens.words[index - 1] not in language.before_durations


def qualify_behind(tokens: Tokens, reading: Reading) -> None:
    """A qualifier behind the number or its unit: "60-plus", "107 or more", "20+"."""
    index = tokens.past_hyphen(reading.after)
    hit = tokens.lexicon.after.at(tokens, index)
    if hit is None or tokens.kinds[hit.at] == NUMBER:
        return
    if tokens.words[index] == "+" and not tokens.attached(index):
        return
    reading.after = hit.at
    if reading.qualifier in _MAY_CHANGE:
        reading.qualifier, reading.loose = hit.value, False


def take_age(tokens: Tokens, reading: Reading) -> None:
    """The age that a word before the number says it is: "aged 34", "ages 5 to 11"."""
    highest = reading.high if reading.value is None else reading.value
    if reading.kind is not QuantityKind.COUNT or reading.noun or highest is None:
        return
    if highest <= _OLDEST and tokens.lexicon.ages_before.ending(tokens, reading.first - 1):
        reading.unit = _YEAR


def take_apposed_age(tokens: Tokens, reading: Reading) -> bool:
    """An age in apposition, "Jane Roe, 45, said": makes it one."""
    number = reading.number
    first, after = reading.first, reading.after
    if not (number.plain and number.value and number.value <= _OLDEST) or reading.qualifier:
        return False
    enclosed = first > 1 and tokens.words[first - 1] == "," and tokens.words[after] == ","
    if not enclosed or tokens.kinds[first - 2] != WORD or tokens.capital(after + 1):
        return False
    if tokens.words[first - 2] in tokens.lexicon.noun_stops:
        return False
    if tokens.words[first - 2] in tokens.lexicon.language.months or after != number.after:
        return False
    reading.unit = _YEAR
    return True
