"""A figure's reports as CSV: UTF-8, commas, quotation marks where needed, LF at line ends.

Columns: ``as_of`` (EDTF), ``value``, ``low`` and ``high`` (plain decimals; all three empty of a
vague amount), ``qualifier``, ``unit`` (the series' own where the report names none), ``by`` (an
actor's id), ``by_name``, ``source_title``, ``source_publisher``, ``source_url``, ``article``
(``background/ID`` of a background block) and ``quotation``: the sentence, where its whole text may
be published; of texts that may only be quoted it is empty.

Spreadsheets take cells that begin with ``=``, ``+``, ``-`` or ``@`` for formulas. Text that does
has an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection); numbers do not.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from generator.model.links import FigureReport, Register
from generator.model.output import Output

from . import addresses
from .escaping import one_line
from .links import external
from .scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.model.registers import FigureSeries

    from .site_index import SiteIndex

COLUMNS: Final = (
    "as_of",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "by",
    "by_name",
    "source_title",
    "source_publisher",
    "source_url",
    "article",
    "quotation",
)

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
# Full-width forms too: some spreadsheets fold them.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠−]")
_BREAKS: Final = frozenset("\t\r\n")


def figure_data(index: SiteIndex) -> Iterator[Output]:
    """The reports of every figure that has any, in the order of what they are as of."""
    for series in index.linked.site.figures.values():
        yield from figure_csv(index, series)


def figure_csv(index: SiteIndex, series: FigureSeries) -> Iterator[Output]:
    """The reports of one figure; nothing where it has none."""
    reports = index.linked.series.get(series.id, ())
    if reports:
        yield Output(addresses.figure_data_path(series.id), _written(index, series, reports))


def guarded_cell(text: str) -> str:
    """``text`` as a cell on one line that no spreadsheet takes for a formula."""
    cell = one_line(text)
    if text[:1] in _BREAKS or (_FORMULA.match(cell) and not _NUMBER.fullmatch(cell)):
        return f"'{cell}"
    return cell


def _written(index: SiteIndex, series: FigureSeries, reports: tuple[FigureReport, ...]) -> bytes:
    scope = Scope(index, addresses.figure_data_path(series.id))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        writer.writerow(map(guarded_cell, row(scope, series, report)))
    return text.getvalue().encode()


def row(scope: Scope, series: FigureSeries, report: FigureReport) -> tuple[str, ...]:
    """The cells of a report, in the order of ``COLUMNS``."""
    quantity, origin = report.quantity, report.fact.origin
    article = scope.index.article(origin)
    source = article.source if article else None
    by = scope.actor(report.by) if report.by else None
    return (
        report.as_of.text if report.as_of else "",
        _decimal(quantity.value),
        _decimal(quantity.low),
        _decimal(quantity.high),
        quantity.qualifier.value,
        quantity.unit or series.unit,
        report.by,
        by.text if by else "",
        article.title if article else scope.source(origin).text,
        scope.publisher(article) if article else scope.index.settings.site_name,
        source.url.strip() if source and external(source.url) else "",
        origin.id if origin.register is Register.ARTICLE else f"{origin.register}/{origin.id}",
        _quotation(scope, report),
    )


def _quotation(scope: Scope, report: FigureReport) -> str:
    article = scope.index.article(report.fact.origin)
    annotation = report.fact.annotation
    free = article is None or article.source.rights.full_text or annotation.own
    return annotation.sentence if free else ""


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
