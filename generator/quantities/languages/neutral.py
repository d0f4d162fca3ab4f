"""What holds where a language has no tables of its own: digits, percentages, signs of money."""

from __future__ import annotations

from generator.quantities.entries import SIGNS_BEFORE, SIGNS_BEHIND
from generator.quantities.language import Language

LANGUAGE = Language(code="und", before=SIGNS_BEFORE, after=SIGNS_BEHIND)
