"""Annotations that stand beside a text, in ``NAME.annotations.yaml``."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HEAD = "---\ntitle: Ferry sails again\ndate: 2024-03-04\n---\n"
_TEXT = "The ferry sails again on Monday, and the harbour opens on Monday."
_ARTICLE = {"content/articles/ferry.md": f"{_HEAD}\n{_TEXT}\n"}
_SIDECAR = "content/articles/ferry.annotations.yaml"


def _item(*lines: str) -> str:
    return "annotations:\n  - " + "\n    ".join(lines) + "\n"


_GOOD = {**_ARTICLE, _SIDECAR: _item("kind: claim", "exact: The ferry sails again")}

SIDECAR_SYNTAX = Code(
    id="W001",
    name="sidecar-syntax",
    severity=Severity.ERROR,
    summary="The annotations beside a text cannot be read as lists of keys and values.",
    why="What cannot be read reaches no page.",
    bad={**_ARTICLE, _SIDECAR: "annotations: The ferry sails again\n"},
    good=_GOOD,
)

INCOMPLETE_ITEM = Code(
    id="W002",
    name="incomplete-annotation",
    severity=Severity.ERROR,
    summary="An annotation beside a text lacks its kind or its words, or cannot stand there.",
    why="Its words say where it belongs, its kind what it becomes.",
    bad={**_ARTICLE, _SIDECAR: _item("kind: claim", "prefix: The ferry")},
    good=_GOOD,
)

SELECTOR_NOT_FOUND = Code(
    id="W003",
    name="selector-not-found",
    severity=Severity.ERROR,
    summary="The words of an annotation beside a text do not stand in it, or not there.",
    why="The text has changed since, and nobody can say what the annotation is about.",
    bad={**_ARTICLE, _SIDECAR: _item("kind: claim", "exact: The ferries sail again")},
    good=_GOOD,
)

SELECTOR_AMBIGUOUS = Code(
    id="W004",
    name="selector-ambiguous",
    severity=Severity.ERROR,
    summary="The words of an annotation beside a text stand in it more than once.",
    why="Which of the places is meant cannot be guessed.",
    bad={**_ARTICLE, _SIDECAR: _item("kind: event", "exact: on Monday")},
    good={
        **_ARTICLE,
        _SIDECAR: _item("kind: event", "exact: on Monday", "prefix: sails again"),
    },
)

SIDECAR_WITHOUT_ARTICLE = Code(
    id="W005",
    name="sidecar-without-article",
    severity=Severity.ERROR,
    summary="A file of annotations stands beside no article.",
    why="It was left behind or its name is misspelt; its annotations reach no page.",
    bad={
        **_ARTICLE,
        "content/articles/fery.annotations.yaml": _GOOD[_SIDECAR],
    },
    good=_GOOD,
)

UNPLACED = Code(
    id="W006",
    name="annotation-without-place",
    severity=Severity.NOTE,
    summary="An imported annotation waits for an editor to say where it belongs, or what it is.",
    why="It was kept when it was imported, but it reaches no page.",
    bad={
        **_GOOD,
        _SIDECAR: f"{_GOOD[_SIDECAR]}unplaced:\n  - exact: The ferries\n    note: Which ones?\n",
    },
    good=_GOOD,
)

CODES = (
    SIDECAR_SYNTAX,
    INCOMPLETE_ITEM,
    SELECTOR_NOT_FOUND,
    SELECTOR_AMBIGUOUS,
    SIDECAR_WITHOUT_ARTICLE,
    UNPLACED,
)
