"""Quantities in texts: numbers, ranges and vague amounts, with unit and qualifier.

A grammar of the project's own: tables per language (``languages``), one engine. From text to
quantity: ``tokens`` divides, ``numerals`` reads numbers (``digits`` those in digits, ``sums`` those
in words), ``ranges`` joins two, ``units`` finds what is counted, ``qualifying`` what stands around,
``refusals`` leaves out what states no amount, ``grammar`` puts it all together. ``conversion`` says
what units measure and converts them.
"""

from .conversion import Dimension, Measure, measure_of
from .found import FoundQuantity, QuantityKind
from .grammar import parse_quantities, parse_quantity

__all__ = [
    "Dimension",
    "FoundQuantity",
    "Measure",
    "QuantityKind",
    "measure_of",
    "parse_quantities",
    "parse_quantity",
]
