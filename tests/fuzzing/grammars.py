"""What must hold of quantities, dates, names and sentences in any text, in every language."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from generator.dates import parse_date, parse_dates
from generator.diagnostics import Span
from generator.model.edtf import Edtf
from generator.model.quantity import Quantity, is_in_reach
from generator.model.sentences import sentence_at, sentences
from generator.names import Listing, NameMatcher
from generator.quantities import parse_quantities, parse_quantity

from .texts import text_of

LANGUAGES = ("en", "de", "fr", "es", "ar", "fa", "he", "ru", "tr", "ja", "")
DAY = dt.date(2024, 5, 6)


def _language(data: bytes) -> tuple[str, str]:
    """The first byte says which language the rest is in."""
    return LANGUAGES[data[0] % len(LANGUAGES)] if data else "en", text_of(data[1:])


def quantities(data: bytes) -> None:
    """Quantities stand within the text, one behind the other, and can be calculated with."""
    language, text = _language(data)
    end = 0
    for found in parse_quantities(text, language):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        _quantity(found.quantity)
    stated = parse_quantity(text, language)
    if stated is not None:
        _quantity(stated)
        assert parse_quantity(text, language) == stated


def _quantity(found: Quantity) -> None:
    for value in (found.value, found.low, found.high):
        assert value is None or is_in_reach(value)
    assert (found.low is None) == (found.high is None)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
    assert found.duration is None or found.duration.startswith("P")


def dates(data: bytes) -> None:
    """Dates stand within the text, one behind the other; what they write reads the same."""
    language, text = _language(data)
    end = 0
    for found in parse_dates(text, DAY, language):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        _date(found.date)
    stated = parse_date(text, DAY, language)
    if stated is not None:
        _date(stated)
    with suppress(ValueError):
        _date(Edtf.parse(text))


def _date(found: Edtf) -> None:
    assert Edtf.parse(found.text) == found
    assert found.contains(found)
    assert found.overlaps(found)
    assert found.sort_key <= found.sort_key


def names(data: bytes) -> None:
    """The first lines are names, the rest is a text: what is found stands in it, in order."""
    listed, _, text = text_of(data).partition("\n\n")
    listings = [Listing(str(number), (name,)) for number, name in enumerate(listed.split("\n"))]
    end = 0
    for found in NameMatcher(listings).find_names(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.text == text[found.span.start : found.span.end]
        assert found.ids
        end = found.span.end


def whole_sentences(data: bytes) -> None:
    """Sentences begin in order, within the text; each is part of it."""
    language, text = _language(data)
    starts = sentences(text, language)
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    assert starts[-1] <= len(text)
    for start in starts:
        place = Span(start, min(start + 3, len(text)))
        assert sentence_at(text, starts, *place) in text
