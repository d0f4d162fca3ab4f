"""The block scanner: lines to blocks whose inlines are still to be read."""

from .lines import Line
from .raw import (
    Raw,
    RawCode,
    RawDivision,
    RawHeading,
    RawList,
    RawParagraph,
    RawQuote,
    RawRule,
    RawTable,
)
from .scanner import Scanner

__all__ = [
    "Line",
    "Raw",
    "RawCode",
    "RawDivision",
    "RawHeading",
    "RawList",
    "RawParagraph",
    "RawQuote",
    "RawRule",
    "RawTable",
    "Scanner",
]
