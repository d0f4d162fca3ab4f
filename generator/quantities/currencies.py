"""Money as it is written in any language: signs, and ISO 4217 codes.

A sign that several countries use means the currency that the wires mean by it: ``$`` is USD, ``£``
GBP and ``¥`` JPY.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .found import QuantityKind
from .language import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "$": "USD",
        "US$": "USD",
        "A$": "AUD",
        "AU$": "AUD",
        "C$": "CAD",
        "CA$": "CAD",
        "NZ$": "NZD",
        "HK$": "HKD",
        "NT$": "TWD",
        "S$": "SGD",
        "SG$": "SGD",
        "MX$": "MXN",
        "R$": "BRL",
        "€": "EUR",
        "£": "GBP",
        "¥": "JPY",
        "￥": "JPY",
        "₹": "INR",
        "₽": "RUB",
        "₺": "TRY",
        "₪": "ILS",
        "₩": "KRW",
        "₦": "NGN",
        "₴": "UAH",
        "₫": "VND",
        "฿": "THB",
        "₱": "PHP",
        "₵": "GHS",
        "₸": "KZT",
        "₾": "GEL",
        "৳": "BDT",
        "﷼": "IRR",
        "Rs": "INR",
        "Rs.": "INR",
        "Rp": "IDR",
        "RM": "MYR",
        "KSh": "KES",
        "Ksh": "KES",
        "Tk": "BDT",
        "SFr": "CHF",
    }
)

_CODE_LIST = """
    AED AFN ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD HUF
    IDR ILS INR IQD IRR JOD JPY KES KRW KWD KZT LBP LKR LYD MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP
    PKR PLN QAR RON RSD RUB SAR SDG SEK SGD SYP THB TND TRY TWD TZS UAH UGX USD UZS VND XAF XOF YER
    ZAR
    """

CODES: frozenset[str] = frozenset(_CODE_LIST.split())

UNITS: Mapping[str, Unit] = MappingProxyType(
    {code: Unit(code, QuantityKind.MONEY) for code in sorted(CODES)}
)
"""The unit of each code."""


PLAIN_SIGNS: str = "".join(sign for sign in SIGNS if len(sign) == 1)
"""The signs of one character."""

LETTERS: frozenset[str] = frozenset(sign for sign in SIGNS if sign.isalpha())
"""The signs that are letters, which stand before digits only."""

CODE_BEFORE_DIGITS: str = rf"(?<!\w)(?:Rs\.?|{'|'.join(sorted(CODES | LETTERS))})(?=[ \u00a0]?\d)"
"""An expression for a code that stands before digits."""

DOLLARS: Mapping[str, str] = MappingProxyType(
    {sign[:-1].lower(): code for sign, code in SIGNS.items() if sign.endswith("$") and sign[:-1]}
)
"""The currencies whose sign is letters and ``$``, by these letters in lower case."""


def sign_unit(sign: str) -> Unit:
    """The unit that a plain sign, or a code, stands for."""
    return UNITS.get(sign) or UNITS[SIGNS[sign]]


def money(words: Mapping[str, str]) -> dict[str, Unit]:
    """Units for a table of currency words and their codes."""
    return {word: Unit(code, QuantityKind.MONEY) for word, code in words.items()}


def coupled(
    adjectives: Mapping[str, str], nouns: Iterable[str], *, adjective_first: bool = True
) -> dict[str, Unit]:
    """Units for one noun in several countries: {"australian": "AUD"} with ("dollar", "dollars")."""
    return {
        f"{adjective} {noun}" if adjective_first else f"{noun} {adjective}": Unit(
            code, QuantityKind.MONEY
        )
        for adjective, code in adjectives.items()
        for noun in nouns
    }
