"""Everything that an article could have annotated, settled so that all of it can be accepted."""

from __future__ import annotations

from generator.model.article import Article
from generator.model.suggestion import Suggestion

from .actors import find_actors_and_places
from .background import find_background
from .facts import find_facts
from .lexicon import Lexicon
from .passages import markup, passages
from .read_more import find_read_more
from .settling import settled


def suggest(article: Article, lexicon: Lexicon) -> tuple[Suggestion, ...]:
    """What a machine proposes to annotate in ``article``.

    Ordered by start, the longer of two first. No suggestion meets an annotation that is there;
    suggestions nest but never cross. The same article and registers give the same suggestions.
    """
    every = passages(article)
    read_more = find_read_more(article, every, lexicon)
    lines = {item.span for item in read_more}
    texts = tuple(passage for passage in every if passage.span not in lines)
    names = find_actors_and_places(article, texts, lexicon)
    facts = find_facts(article, texts, names, lexicon, lexicon.series)
    found = [*read_more, *names, *facts, *find_background(article, texts)]
    taken = article.document.annotated()
    return settled(found, taken, markup(article), article.file.text)
