"""Versions of a briefing in other languages that cannot all be such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose
from generator.diagnostics.codes.versions import LANGUAGE_TWICE, VERSION_OF_ITSELF

from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.links import LinkedSite


def conflicting_versions(linked: LinkedSite) -> Iterator[Diagnostic]:
    """A warning for each briefing that translates itself, or into a language there is already."""
    told: set[str] = set()
    for key, original in linked.translations.items():
        article = linked.site.articles[key]
        span = article.translation_of.span if article.translation_of else None
        if article.briefing == original:
            message = f"The article is part of the briefing {quoted(original)} that it translates."
            mend = "Delete briefing, so that it is a page of its own, or translation-of."
            yield diagnose(VERSION_OF_ITSELF, article.file, span, message, mend)
            continue
        for briefing in (article.briefing, original):
            language = _language(linked, briefing)
            first = next(
                other
                for other in linked.briefings[briefing].versions
                if _language(linked, other) == language
            )
            if first == briefing or briefing in told:
                continue
            told.add(briefing)
            message = (
                f"The briefings {quoted(first)} and {quoted(briefing)} are versions of each other "
                f"and both in {language}."
            )
            mend = "Correct language, or delete translation-of from one of them."
            yield diagnose(LANGUAGE_TWICE, article.file, span, message, mend)


def _language(linked: LinkedSite, briefing: str) -> str:
    """The language of a briefing's page: that of its newest article."""
    return linked.site.articles[linked.briefings[briefing].articles[0]].language
