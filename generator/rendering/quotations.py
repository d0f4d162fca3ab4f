"""How much of a text is quoted whose rights are ``quote``: never more than the site's limit.

What an editor wrote (attributes, blocks marked ``own``) is no quotation. What all pages quote of
one text is counted once, in the order of the text: statements first, then the words that a figure
or event cannot do without.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.model.annotation import Annotation, Kind
from generator.model.article import Article, Rights
from generator.model.links import Fact, Register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.site import Site

    from .reads import Reads

# Scripts that set no space between words: every character counts.
_WORD: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)


class Quotations:
    """Which texts may be shown."""

    __slots__ = ("_allowed",)

    def __init__(self, site: Site) -> None:
        limit = site.settings.quotation_limit
        self._allowed: Mapping[str, frozenset[str]] = {
            key: _within_limit(article, limit)
            for key, article in site.articles.items()
            if article.source.rights is Rights.QUOTE
        }

    def observed_by(self, reads: Reads) -> None:
        """Let what is looked up here be taken down."""
        self._allowed = reads.mapping("quotations", self._allowed)

    def allows(self, fact: Fact, text: str) -> bool:
        """Whether pages may show ``text``: of the fact's own words or its sentence."""
        if fact.origin.register is not Register.ARTICLE or fact.annotation.own:
            return True
        allowed = self._allowed.get(fact.origin.id)
        return allowed is None or text in allowed


def count_words(text: str) -> int:
    """The number of words; of characters where a script sets no space between words."""
    return sum(1 for _ in _WORD.finditer(text))


def sentence_of(annotation: Annotation) -> str:
    """What stands for the label of a figure that has none."""
    return annotation.sentence or annotation.text


def _within_limit(article: Article, limit: int) -> frozenset[str]:
    allowed: set[str] = set()
    quoted = [item for item in article.document.annotations if not item.own]
    wanted = (
        *(item.text for item in quoted if item.kind in {Kind.QUOTE, Kind.CLAIM}),
        *(text for item in quoted for text in _needed(item)),
    )
    for text in wanted:
        if text in allowed:
            continue
        words = count_words(text)
        # A shorter text further on may still fit, but order is what readers can follow.
        if words > limit:
            break
        allowed.add(text)
        limit -= words
    return frozenset(allowed)


def _needed(annotation: Annotation) -> tuple[str, ...]:
    """The words that a figure or event is shown with where no attribute says it."""
    match annotation.kind:
        case Kind.FIGURE:
            quantity = annotation.quantity
            vague = quantity is None or (quantity.value is None and quantity.low is None)
            named = annotation.get("label") or annotation.get("ref")
            return (
                *((annotation.text,) if vague else ()),
                *(() if named else (sentence_of(annotation),)),
            )
        case Kind.EVENT:
            return () if annotation.get("label") else (annotation.text,)
        case _:
            return ()
