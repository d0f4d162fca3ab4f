from __future__ import annotations

import json
from typing import Any

import pytest

from generator.model.article import Source
from generator.model.links import LinkedSite
from generator.rendering import plan_pages, render
from generator.rendering.figure_data import COLUMNS
from generator.rendering.views import FigurePageView
from tests.rendering.conftest import Make
from tests.rendering.test_pages import TEMPLATES

SITE = "https://desk.example/news/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def data(linked: LinkedSite, path: str = "data/figures/s.json") -> dict[str, Any]:
    found = {item.path: item.content for item in plan_pages(linked).data}
    value: dict[str, Any] = json.loads(found[path])
    return value


def ships(make: Make, value: str = "40", rights: str = "own", **settings: Any) -> LinkedSite:  # noqa: ANN401
    source = {
        "source": Source(
            "Example Wire",
            "https://wire.example/f?a=1&b=2",
            archive="https://archive.example/f",
        )
    }
    given = source if rights == "own" else {"rights": rights, "url": "mailto:ann@desk.example"}
    return make.site(
        make.series("s", "Ships", unit="ships"),
        make.series("empty", "Nobody reports this"),
        make.actor("ann", "Ann Example"),
        make.article(
            "ferry",
            [make.figure("40 ships", value, "ships", ref="s", by="ann", as_of="2021-09"), " came."],
            title="The ferry",
            **given,
        ),
        **settings,
    )


def test_a_report_with_where_it_comes_from(make: Make) -> None:
    found = data(ships(make, site_url=SITE, data_licence=LICENCE))
    (report,) = found.pop("reports")
    assert found == {
        "id": "s",
        "label": "Ships",
        "unit": "ships",
        "page": f"{SITE}figures/s/",
        "csv": f"{SITE}data/figures/s.csv",
        "publisher": "The Desk",
        "licence": LICENCE,
    }
    assert report == {
        "as_of": "2021-09",
        "value": 40,
        "low": None,
        "high": None,
        "qualifier": "exact",
        "unit": "ships",
        "by": "ann",
        "by_name": "Ann Example",
        "source_title": "The ferry",
        "source_publisher": "Example Wire",
        "source_url": "https://wire.example/f?a=1&b=2",
        "article": "ferry",
        "quotation": "40 ships came.",
        "source_published": "2021-09-14",
        "source_archive": "https://archive.example/f",
        "sentence_url": f"{SITE}articles/ferry/#figure-40-ships",
        "briefings": ["ferry"],
    }
    assert set(COLUMNS) <= set(report)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.5", 1.5),
        ("0.1", "0.1"),
        ("4E+3", 4000),
        ("9007199254740993", "9007199254740993"),
        ("-3", -3),
    ],
)
def test_a_number_is_never_rounded(make: Make, value: str, written: object) -> None:
    (report,) = data(ships(make, value))["reports"]
    assert report["value"] == written
    assert type(report["value"]) is type(written)


def test_a_text_that_may_only_be_quoted_is_not(make: Make) -> None:
    (report,) = data(ships(make, rights="quote", site_url=SITE))["reports"]
    assert report["quotation"] is None
    assert report["sentence_url"] is None


def test_the_list_of_data(make: Make) -> None:
    found = data(ships(make, site_url=SITE, data_licence="Ours"), "data/index.json")
    assert (found["publisher"], found["licence"]) == ("The Desk", "Ours")
    (listed,) = found["datasets"]
    assert (listed["id"], listed["reports"]) == ("s", 1)
    assert listed["json"] == f"{SITE}data/figures/s.json"


def test_without_data_there_is_no_list(make: Make) -> None:
    paths = [item.path for item in plan_pages(make.site(make.series("s", "Ships"))).data]
    assert [path for path in paths if path.startswith("data/")] == ["data/previews/figures/s.json"]


@pytest.mark.parametrize(
    ("licence", "line"),
    [
        (LICENCE, f"Licence: [{LICENCE.replace('://', '&#58;//')}]({LICENCE})"),
        ("Ours [alone]", r"Licence: Ours \[alone\]"),
    ],
)
def test_a_figure_page_names_both_files_and_the_licence(
    make: Make, licence: str, line: str
) -> None:
    linked = ships(make, data_licence=licence)
    views = [view for view in plan_pages(linked).views if isinstance(view, FigurePageView)]
    assert [(view.page.title, view.json) for view in views] == [
        ("Nobody reports this", ""),
        ("Ships", "../data/figures/s.json"),
    ]
    pages = {
        item.path: item.content.decode() for item in render(linked, templates=[TEMPLATES]).outputs
    }
    assert "[Data as JSON](../data/figures/s.json)" in pages["figures/s.md"]
    shown = next(text for text in pages["figures/s.md"].splitlines() if "Licence: " in text)
    assert shown.endswith(line)
    assert "Licence" not in pages["figures/empty.md"]
