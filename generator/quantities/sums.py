"""A number in words, built up word by word."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .language import Role

if TYPE_CHECKING:
    from .language import Entry

ONE: Final = Decimal(1)
TWENTY: Final = Decimal(20)
HUNDRED: Final = Decimal(100)
THOUSAND: Final = Decimal(1000)
_TEN: Final = Decimal(10)


class Sum:
    """A number in words as it is built up: ``total`` of the scales closed, ``open`` of the rest."""

    __slots__ = ("last", "open", "scale", "total")

    def __init__(self) -> None:
        self.total: Decimal = Decimal(0)
        self.open: Decimal | None = None
        self.last: Decimal | None = None
        self.scale = ONE

    @property
    def value(self) -> Decimal:
        """What the words say so far."""
        return self.total + (self.open or 0)

    @property
    def empty(self) -> bool:
        """Whether no word has been taken in."""
        return self.open is None and self.last is None

    def add(self, entry: Entry, *, vigesimal: bool, by_prefix: bool) -> bool:
        """Take in one more word; whether it belongs to this number."""
        if entry.role is Role.HUNDRED:
            return self._hundred(entry, by_prefix=by_prefix)
        if entry.role is not Role.CARDINAL:
            return self._multiply(entry, by_prefix=by_prefix)
        added = self._sum(entry, vigesimal=vigesimal, by_prefix=by_prefix)
        if added is None:
            return False
        self.open, self.scale = added, ONE
        return True

    def _sum(self, entry: Entry, *, vigesimal: bool, by_prefix: bool) -> Decimal | None:
        value = entry.value
        if self.open is None:
            fits = self.empty or not by_prefix or entry.joined
            return value if fits and (self.last is None or value < self.last) else None
        if by_prefix:
            return self.open + value if self._joins(entry) else None
        if vigesimal and value == TWENTY and self.open % HUNDRED == 4:  # noqa: PLR2004
            return self.open + 76  # "quatre-vingt" is four twenties
        return self.open + value if self._follows(value, vigesimal=vigesimal) else None

    def _joins(self, entry: Entry) -> bool:
        """Whether an Arabic word adds: units before tens, and each but ten with its "and"."""
        rest = (self.open or 0) % HUNDRED
        if entry.value == _TEN and not entry.joined:
            return 0 < rest < _TEN
        if not entry.joined:
            return False
        if entry.value >= HUNDRED:
            return entry.value < THOUSAND <= (self.open or 0) and rest == 0
        return rest == 0 or (rest < _TEN and entry.value >= TWENTY)

    def _follows(self, value: Decimal, *, vigesimal: bool) -> bool:
        """Whether a word may follow: "twenty" then "one", "hundred" then "twelve"."""
        rest = (self.open or 0) % HUNDRED
        if rest == 0:
            return bool(self.open) and value < HUNDRED
        if value < _TEN:
            if vigesimal and rest % _TEN == 0 and rest in {10, 70, 90}:
                return value >= 7 or rest != _TEN  # noqa: PLR2004 - dix-sept, dix-huit, dix-neuf
            return rest >= TWENTY and rest % _TEN == 0 and value > 0
        return vigesimal and value < TWENTY and rest in {60, 80}

    def _hundred(self, entry: Entry, *, by_prefix: bool) -> bool:
        if self.open is None:
            if by_prefix and not self.empty and not entry.joined:
                return False
            self.open = HUNDRED
        elif entry.joined or not 0 < self.open < HUNDRED:
            return False
        else:
            self.open *= HUNDRED
        self.scale = HUNDRED
        return True

    def _multiply(self, entry: Entry, *, by_prefix: bool) -> bool:
        if entry.joined:
            if not by_prefix or self.open is not None or self.empty:
                return self.empty and self._start(entry)
            if self.last is None or entry.value >= self.last:
                return False
            self.total += entry.value
        elif self.empty:
            return self._start(entry)
        elif self.last is None or entry.value < self.last:
            if self.open is None:
                return False
            self.total += self.open * entry.value
        elif entry.value > self.last <= THOUSAND:
            self.total = self.value * entry.value
        else:
            return False
        self.open, self.last, self.scale = None, entry.value, entry.value
        return True

    def _start(self, entry: Entry) -> bool:
        self.total, self.last, self.scale = entry.value, entry.value, entry.value
        self.total *= 1 + entry.twice
        return True
