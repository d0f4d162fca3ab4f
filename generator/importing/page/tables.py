"""Tables of a page: those that hold data become tables, those that lay the page out do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import NOWHERE
from generator.model.document import Inline, Table

from .parsing import BLOCKS, tag_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_FEWEST = 2
_WIDEST = 50
# A cell with more words is a column of a page.
_LONGEST_CELL = 400


def rows_of(element: HtmlElement) -> list[list[HtmlElement | None]] | None:
    """The cells of a table of data, ``None`` for those that span into it; ``None`` for layout.

    Layout has one row or one column, blocks within cells, a table within, or says that it is.
    """
    if element.get("role", "") in {"presentation", "none"}:
        return None
    rows: list[list[HtmlElement | None]] = []
    for row in _row_elements(element):
        cells: list[HtmlElement | None] = []
        for cell in row:
            if tag_of(cell) not in {"td", "th"}:
                continue
            cells.append(cell)
            cells += [None] * (_number(cell.get("colspan", "1")) - 1)
        if any(cell is not None and _is_layout(cell) for cell in cells):
            return None
        if cells:
            rows.append(cells)
    width = max(map(len, rows), default=0)
    return rows if len(rows) >= _FEWEST and _FEWEST <= width <= _WIDEST else None


def table(cells: list[list[tuple[Inline, ...]]]) -> Table | None:
    """Rows of cells as a table, the first as its header; ``None`` where all are empty."""
    rows = [row for row in cells if any(row)]
    if not rows:
        return None
    width = max(map(len, rows))
    filled = [tuple(row) + ((),) * (width - len(row)) for row in rows]
    return Table(NOWHERE, ("",) * width, filled[0], tuple(filled[1:]))


def _row_elements(element: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = []
    for child in element:
        if tag_of(child) == "tr":
            found.append(child)
        elif tag_of(child) in _SECTIONS:
            found += [row for row in child if tag_of(row) == "tr"]
    return found


def _is_layout(cell: HtmlElement) -> bool:
    inner = [part for part in cell.iter() if part is not cell and tag_of(part) in BLOCKS]
    # One paragraph or division around all of a cell's words is still a cell.
    wrapped = len(inner) == 1 and tag_of(inner[0]) in {"p", "div"} and len(cell) == 1
    return bool(inner and not wrapped) or len("".join(cell.itertext())) > _LONGEST_CELL


def _number(text: str) -> int:
    return min(int(text), _WIDEST) if text.isascii() and text.isdigit() and int(text) else 1
