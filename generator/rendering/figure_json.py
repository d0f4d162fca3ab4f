"""Figures' reports as JSON: what the CSV has and where each report comes from; a list of them all.

``data/figures/ID.json`` has ``id``, ``label``, ``unit``, ``page``, ``csv``, ``publisher``,
``licence`` and ``reports``. A report has the columns of the CSV under their names, and
``source_published``, ``source_archive``, ``sentence_url`` (where its sentence can be read) and
``briefings`` (ids). What is not known is ``null``. A number is a JSON number where a double holds
it exactly, else its decimals as text. ``data/index.json`` lists these files.

Addresses are absolute where the site has an address, else relative to its root.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.model.links import Register
from generator.model.output import Output

from . import addresses
from .escaping import one_line
from .figure_data import COLUMNS, row
from .links import as_data, external, public
from .scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.model.links import FigureReport
    from generator.model.registers import FigureSeries

    from .site_index import SiteIndex

_AMOUNTS: Final = ("value", "low", "high")


def figure_json(index: SiteIndex) -> Iterator[Output]:
    """The reports of every figure that has any, and the list of these files."""
    for _, series in sorted(index.linked.site.figures.items()):
        yield from figure_reports(index, series)
    yield from datasets(index)


def figure_reports(index: SiteIndex, series: FigureSeries) -> Iterator[Output]:
    """The reports of one figure; nothing where it has none."""
    reports = index.linked.series.get(series.id, ())
    if reports:
        # From the site's root, whichever page shows the same.
        scope = Scope(index, addresses.HOME)
        head = _head(index, series)
        lines = ",\n".join(_json(_record(scope, series, report)) for report in reports)
        text = f'{_json(head)[:-1]}, "reports": [\n{lines}\n]}}\n'
        yield Output(addresses.figure_json_path(series.id), text.encode())


def datasets(index: SiteIndex) -> Iterator[Output]:
    """The list of all figures that have reports; nothing where none has."""
    listed = []
    for key, series in sorted(index.linked.site.figures.items()):
        reports = index.linked.series.get(key, ())
        if reports:
            path = addresses.figure_json_path(key)
            own = {"json": _address(index, path), "reports": len(reports)}
            listed.append({**_head(index, series), **own})
    if listed:
        lines = ",\n".join(map(_json, listed))
        head = {"publisher": index.settings.site_name, "licence": _licence(index)}
        text = f'{_json(head)[:-1]}, "datasets": [\n{lines}\n]}}\n'
        yield Output(addresses.DATASETS, text.encode())


def _head(index: SiteIndex, series: FigureSeries) -> dict[str, Any]:
    path = addresses.entry_path(Register.FIGURE, series.id)
    page = addresses.served(path, folders=index.settings.directory_urls)
    return {
        "id": series.id,
        "label": series.label,
        "unit": series.unit or None,
        "page": _address(index, page),
        "csv": _address(index, addresses.figure_data_path(series.id)),
        "publisher": index.settings.site_name,
        "licence": _licence(index),
    }


def _record(scope: Scope, series: FigureSeries, report: FigureReport) -> dict[str, Any]:
    cells = dict(zip(COLUMNS, row(scope, series, report), strict=True))
    found: dict[str, Any] = {key: one_line(text) or None for key, text in cells.items()}
    quantity, origin = report.quantity, report.fact.origin
    amounts = (quantity.value, quantity.low, quantity.high)
    found |= {key: _number(value) for key, value in zip(_AMOUNTS, amounts, strict=True)}
    article = scope.index.article(origin)
    published = (article.source.published or article.date) if article else None
    found["source_published"] = published.isoformat() if published else None
    found["source_archive"] = (public(article.source.archive) if article else "") or None
    found["sentence_url"] = _absolute(scope, scope.sentence_href(report.fact))
    found["briefings"] = list(scope.index.briefing_of.get(origin, ()))
    return found


def _absolute(scope: Scope, href: str) -> str | None:
    """Where a finished address of the home page leads."""
    if not href:
        return None
    if public(href):
        return as_data(href)
    if external(href):
        return None
    page, _, anchor = href.partition("#")
    settings = scope.index.settings
    served = addresses.served(page, folders=settings.directory_urls)
    return f"{settings.site_url}{served}#{anchor}"


def _number(value: Decimal | None) -> int | float | str | None:
    if value is None:
        return None
    number = float(value)
    if number != value:
        return f"{value:f}"
    return int(number) if number.is_integer() else number


def _licence(index: SiteIndex) -> str | None:
    return index.settings.data_licence or None


def _address(index: SiteIndex, path: str) -> str:
    return addresses.absolute(index.settings.site_url, path)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
