"""Quotations that are not what their source says."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_ARTICLE = "content/articles/ferry.md"
_SAVED = "content/sources/ferry.txt"
_SAVED_TEXT = "Jane Roe spoke at noon. “The ferry sails again on Monday,” she said.\n"
_ROE = {"content/actors/jane-roe.md": "---\nname: Jane Roe\nkind: Person\n---\n"}


def _article(quotation: str, path: str = "sources/ferry.txt") -> str:
    head = f"title: Ferry sails again\ndate: 2024-03-04\nsource:\n  text: {path}\n"
    return f"---\n{head}---\n\n“[{quotation}]{{.quote by=jane-roe}},” she said.\n"


QUOTATION_DRIFTED = Code(
    id="G001",
    name="quotation-drifted",
    severity=Severity.ERROR,
    summary="A quotation or claim does not stand in the saved text of its source.",
    why="Readers are told that somebody said these very words, and the source has others.",
    bad={_ARTICLE: _article("The ferry sails on Monday"), _SAVED: _SAVED_TEXT, **_ROE},
    good={_ARTICLE: _article("The ferry sails again on Monday"), _SAVED: _SAVED_TEXT, **_ROE},
)

SAVED_TEXT_MISSING = Code(
    id="G002",
    name="saved-text-missing",
    severity=Severity.ERROR,
    summary="The saved text of a source is not below the content folder.",
    why="Its quotations cannot be compared with what the source says.",
    bad={
        _ARTICLE: _article("The ferry sails again on Monday", "sources/fery.txt"),
        _SAVED: _SAVED_TEXT,
        **_ROE,
    },
    good={_ARTICLE: _article("The ferry sails again on Monday"), _SAVED: _SAVED_TEXT, **_ROE},
)

CODES = (QUOTATION_DRIFTED, SAVED_TEXT_MISSING)
