"""Quotations, claims, events and figures of an article: each is read with what is before it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.article import Article
from generator.model.suggestion import Suggestion

from .claims import find_claims
from .events import find_events
from .figures import find_figures
from .lexicon import Lexicon
from .passage import Passage
from .quotes import find_quotes
from .scan import scans
from .series import SeriesIndex
from .speakers import Speakers, named
from .speech import speech


def find_facts(
    article: Article,
    texts: Sequence[Passage],
    names: Sequence[Suggestion],
    lexicon: Lexicon,
    series: SeriesIndex,
) -> list[Suggestion]:
    """What ``texts`` quote, claim, date and count. ``names`` are the actors and places found."""
    words = speech(article.language)
    file = article.file.text
    annotations = article.document.annotations
    known = named(names, annotations, lexicon.actors)
    scanned = scans(texts, words)
    speakers = Speakers(scanned, known, words)
    said = find_quotes(file, scanned, speakers, words)
    said += find_claims(file, scanned, speakers, words)
    places = [item.span for item in names]
    events = find_events(file, scanned, article.date, places, words, article.language)
    others = [*places, *(item.span for item in events)]
    figures = find_figures(file, scanned, series, said, others, words, article.language)
    return [*said, *events, *figures]
