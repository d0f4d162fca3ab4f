"""Versions of a briefing in other languages."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity
from generator.diagnostics.example_files import article

_HARBOUR = "content/articles/harbour.md"
_FERRY = "content/articles/ferry.md"
_OTHER = article("The ferry sails again.", title="Ferry sails again")

_BAC = ("language: fr", "translation-of: ferry")

UNKNOWN_ORIGINAL = Code(
    id="L023",
    name="unknown-original",
    severity=Severity.ERROR,
    summary="An article says that it translates a briefing that does not exist.",
    why="Readers of either language would not find the other version.",
    bad={
        _FERRY: _OTHER,
        _HARBOUR: article(
            "Le bac est de retour.", "language: fr", "translation-of: fery", title="Le bac"
        ),
    },
    good={_FERRY: _OTHER, _HARBOUR: article("Le bac est de retour.", *_BAC, title="Le bac")},
)

LANGUAGE_TWICE = Code(
    id="L024",
    name="language-twice",
    severity=Severity.WARNING,
    summary="Two versions of a briefing are in the same language.",
    why="Versions lead readers to their language, and to one page of it: the other is left out.",
    bad={
        _FERRY: _OTHER,
        _HARBOUR: article("The ferry is back.", "translation-of: ferry", title="The ferry"),
    },
    good={_FERRY: _OTHER, _HARBOUR: article("Le bac est de retour.", *_BAC, title="Le bac")},
)

VERSION_OF_ITSELF = Code(
    id="L025",
    name="version-of-itself",
    severity=Severity.WARNING,
    summary="An article says that it translates the briefing that it is part of.",
    why="Articles of one briefing are one page, in the language of the newest; one in another "
    "language is a page of its own.",
    bad={
        _FERRY: _OTHER,
        _HARBOUR: article("Le bac est de retour.", "briefing: ferry", *_BAC, title="Le bac"),
    },
    good={_FERRY: _OTHER, _HARBOUR: article("Le bac est de retour.", *_BAC, title="Le bac")},
)

CODES = (
    UNKNOWN_ORIGINAL,
    LANGUAGE_TWICE,
    VERSION_OF_ITSELF,
)
