from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.links import LinkedSite
from generator.rendering import plan_pages
from generator.rendering.figure_data import COLUMNS, guarded_cell
from generator.rendering.views import FigurePageView
from tests.rendering.conftest import Make


def rows(linked: LinkedSite) -> list[dict[str, str]]:
    """The only table of data."""
    (output,) = (item for item in plan_pages(linked).data if item.path.endswith(".csv"))
    assert output.path == "data/figures/s.csv"
    text = output.content.decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    found = list(csv.DictReader(io.StringIO(text)))
    assert text.partition("\n")[0] == ",".join(COLUMNS)
    return found


def test_each_report_is_a_row_in_order_of_time(make: Make) -> None:
    linked = make.site(
        make.series("s", "Killed"),
        make.series("empty", "Nobody reports this"),
        make.actor("un", "United Nations", kind="Organization"),
        make.article(
            "new",
            ["“So”, ", make.figure("4,000", "4E+3", ref="s", by="un", as_of="2021-06"), " died."],
            [make.figure("dozens", ref="s", as_of="2021")],
            title="=New, or not",
            url="https://desk.example/a?b=1&c=(2)",
        ),
        make.article(
            "old",
            [
                make.figure("-3.5", None, unit=None, qualifier="between", ends=("-3.5", "2"),
                            ref="s", as_of="2020-01-31"),
            ],
            rights="quote",
            publisher="Example Wire",
            url="javascript:alert(1)",
        ),
    )  # fmt: skip
    assert rows(linked) == [
        {
            "as_of": "2020-01-31", "value": "", "low": "-3.5", "high": "2",
            "qualifier": "between", "unit": "people", "by": "", "by_name": "",
            "source_title": "Old", "source_publisher": "Example Wire", "source_url": "",
            "article": "old", "quotation": "",
        },
        {
            "as_of": "2021", "value": "", "low": "", "high": "",
            "qualifier": "exact", "unit": "people", "by": "", "by_name": "",
            "source_title": "'=New, or not", "source_publisher": "Example Desk",
            "source_url": "https://desk.example/a?b=1&c=(2)",
            "article": "new", "quotation": "dozens",
        },
        {
            "as_of": "2021-06", "value": "4000", "low": "", "high": "",
            "qualifier": "exact", "unit": "people", "by": "un", "by_name": "United Nations",
            "source_title": "'=New, or not", "source_publisher": "Example Desk",
            "source_url": "https://desk.example/a?b=1&c=(2)",
            "article": "new", "quotation": "“So”, 4,000 died.",
        },
    ]  # fmt: skip


def test_background_blocks_and_own_words_are_quoted_too(make: Make) -> None:
    linked = make.site(
        make.series("s", "Killed"),
        make.background("war", ["Died: ", make.figure("40", "40", ref="s", as_of="2021")]),
        make.article(
            "a",
            ("background.own", ["We count ", make.figure("41", "41", ref="s", as_of="2022")]),
            background=("war",),
            rights="quote",
        ),
    )
    found = [(row["article"], row["source_title"], row["quotation"]) for row in rows(linked)]
    assert found == [("background/war", "War", "Died: 40"), ("a", "A", "We count 41")]


def test_the_page_leads_to_the_data(make: Make) -> None:
    linked = make.site(
        make.series("s", "Killed"),
        make.series("empty", "Nobody reports this"),
        make.article("a", [make.figure("40", "40", ref="s")]),
    )
    views = [view for view in plan_pages(linked).views if isinstance(view, FigurePageView)]
    assert {view.page.path: view.data for view in views} == {
        "figures/s.md": "../data/figures/s.csv",
        "figures/empty.md": "",
    }


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 1", "'+49 1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\rx", "' x"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("-12.5", "-12.5"),
        ("-12", "-12"),
        ("12", "12"),
        ("-", "'-"),
        ("two\nlines", "two lines"),
        ("a=b", "a=b"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert guarded_cell(text) == cell


@given(st.text())
def test_what_a_spreadsheet_runs_is_never_written(text: str) -> None:
    cell = guarded_cell(text)
    if cell.strip()[:1] in set("=+-@"):
        assert float(cell) <= 0
    assert not set(cell) & set("\t\r\n\0")
