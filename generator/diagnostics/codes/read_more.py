"""READ MORE lines that lead nowhere, or to more than one page."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity
from generator.diagnostics.example_files import article

_HARBOUR = "content/articles/harbour.md"
_FERRY = "content/articles/ferry.md"
_OTHER = article("The ferry sails again.", title="Ferry sails again")

READ_MORE_NOT_FOUND = Code(
    id="L009",
    name="read-more-not-found",
    severity=Severity.NOTE,
    summary="The title of a READ MORE line is not among the site's titles yet.",
    why="It is shown as text, and becomes a link by itself once an article has this title.",
    bad={_HARBOUR: article("The harbour reopened.\n\nREAD MORE: Ferry sails again")},
    good={
        _HARBOUR: article("The harbour reopened.\n\nREAD MORE: Ferry sails again"),
        _FERRY: _OTHER,
    },
)

READ_MORE_NEAR = Code(
    id="L010",
    name="read-more-near",
    severity=Severity.WARNING,
    summary="The title of a READ MORE line is almost that of an article.",
    why="A near match is never linked by itself: two titles can differ by one digit.",
    bad={
        _HARBOUR: article("The harbour reopened.\n\nREAD MORE: Ferry sails agian"),
        _FERRY: _OTHER,
    },
    good={
        _HARBOUR: article("The harbour reopened.\n\nREAD MORE: Ferry sails again"),
        _FERRY: _OTHER,
    },
)

READ_MORE_AMBIGUOUS = Code(
    id="L011",
    name="read-more-ambiguous",
    severity=Severity.WARNING,
    summary="Several briefings have the title of a READ MORE line.",
    why="It stays text until the line says which one it means.",
    bad={
        _HARBOUR: article("The harbour reopened.\n\nREAD MORE: Ferry sails again"),
        _FERRY: _OTHER,
        "content/articles/ferry-again.md": _OTHER,
    },
    good={
        _HARBOUR: article(
            "The harbour reopened.\n\nREAD MORE: [Ferry sails again](../briefings/ferry.md)"
        ),
        _FERRY: _OTHER,
        "content/articles/ferry-again.md": _OTHER,
    },
)

READ_MORE_ADDRESS = Code(
    id="L012",
    name="read-more-address",
    severity=Severity.ERROR,
    summary="The address of a READ MORE line is not one that readers can be sent to.",
    why="Only http, https and addresses within the site are linked; others can run code.",
    bad={_HARBOUR: article("The harbour reopened.\n\nREAD MORE: [The port](ftp://desk.example/)")},
    good={
        _HARBOUR: article("The harbour reopened.\n\nREAD MORE: [The port](https://desk.example/)")
    },
)

READ_MORE_ITSELF = Code(
    id="L013",
    name="read-more-itself",
    severity=Severity.NOTE,
    summary="A READ MORE line leads to the page it stands on.",
    why="It is left out: the reader is there already.",
    bad={_HARBOUR: article("The harbour reopened.\n\nREAD MORE: Harbour reopens")},
    good={_HARBOUR: article("The harbour reopened.")},
)

CODES = (
    READ_MORE_NOT_FOUND,
    READ_MORE_NEAR,
    READ_MORE_AMBIGUOUS,
    READ_MORE_ADDRESS,
    READ_MORE_ITSELF,
)
