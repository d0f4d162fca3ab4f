"""What selects a place in a text by its words, as the W3C TextQuoteSelector does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selector:
    """The words ``exact`` where ``prefix`` stands before and ``suffix`` behind them.

    White space counts as one space. ``occurrence`` counts such places from 1; 0 says that there is
    only one.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Selected:
    """An annotation by its selector, as another tool wrote it down.

    ``kind`` is one of the format's own, ``""`` where nothing names one. ``attributes`` are those of
    the kind; ``note`` is what somebody wrote beside it, ``source`` the address of the text.
    """

    selector: Selector
    kind: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = ""
    source: str = ""
