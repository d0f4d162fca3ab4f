"""A text as found, without front matter, as an article: so that what reads articles can read it."""

from __future__ import annotations

import datetime as dt

from generator.config import Settings
from generator.diagnostics import Diagnostic, SourceFile
from generator.model.article import Article, Rights, Source, Status

from .document import parse_document


def parse_found_text(
    path: str,
    text: str,
    settings: Settings,
    *,
    title: str,
    date: dt.date,
    language: str = "",
) -> tuple[Article, tuple[Diagnostic, ...]]:
    """All of ``text`` as the body of a draft with what front matter would say beside it.

    Its id is empty: no article of a site has it. Offsets are into ``text`` as given.
    """
    source = SourceFile(path, text)
    language = language or settings.language
    document, faults = parse_document(
        source, 0, settings=settings, language=language, reference=date, headline=title
    )
    article = Article(
        id="",
        file=source,
        title=title,
        date=date,
        moment=None,
        summary="",
        briefing="",
        language=language,
        topics=(),
        background=(),
        source=Source(rights=Rights.OWN),
        image=None,
        status=Status.DRAFT,
        updated=None,
        corrections=(),
        aliases=(),
        related=(),
        document=document,
        spans={},
    )
    return article, faults
