"""Series of figures, what reports are as of, and reports that disagree."""

from __future__ import annotations

import pytest

from generator.linking import link
from generator.model.links import Disagreement, LinkedSite, Problem
from tests.linking.building import actor, article, background, series, site


def pairs(linked: LinkedSite) -> list[tuple[str, str]]:
    def text(item: Disagreement) -> tuple[str, str]:
        return item.first.fact.annotation.text, item.second.fact.annotation.text

    return [text(item) for item in linked.disagreements]


def reports(first: str, second: str, **tolerance: str | bool) -> LinkedSite:
    return link(
        site(
            series("dead", unit="people", **tolerance),  # type: ignore[arg-type]  # one of each
            article("a", first),
            article("b", second),
        )
    )


def test_what_a_report_is_as_of() -> None:
    text = (
        "[1]{.figure ref=dead}\n[2]{.figure ref=dead as-of=2020}\n"
        "::: {.background as-of=2019-05}\n[3]{.figure ref=dead}\n[4]{.figure ref=dead as-of=2018}\n"
        ":::\n[5]{.figure ref=dead}"
    )
    linked = link(
        site(
            series("dead"),
            article("a", text, date="2021-09-14", background=["war", "undated"]),
            background("war", "[6]{.figure ref=dead}", as_of="2021-08"),
            background("undated", "[7]{.figure ref=dead}"),
        )
    )
    order = {
        item.fact.annotation.text: item.as_of.text if item.as_of else None
        for item in linked.series["dead"]
    }
    assert order == {
        "4": "2018",
        "3": "2019-05",
        "2": "2020",
        "6": "2021-08",
        "1": "2021-09-14",
        "5": "2021-09-14",
        "7": None,
    }
    assert list(order) == ["4", "3", "2", "6", "1", "5", "7"]


def test_labels_and_speakers() -> None:
    linked = link(
        site(
            series("dead", label="Killed"),
            actor("un", "United Nations", "UN"),
            article(
                "a",
                '[5 dead]{.figure ref=dead by=UN} [6]{.figure label="Hurt"} [7 x]{.figure} '
                "[many]{.figure} [8]{.figure ref=deed}",
            ),
        )
    )
    figures = linked.briefings["a"].figures
    assert [(item.series, item.label, item.by) for item in figures] == [
        ("dead", "Killed", "un"),
        ("", "Hurt", ""),
        ("", "7 x", ""),
        ("", "many", ""),
        ("", "8", ""),
    ]
    assert list(linked.series) == ["dead"]
    assert [(item.field, item.problem) for item in linked.unresolved] == [
        ("ref", Problem.UNKNOWN),
    ]
    assert figures[3].quantity.value is None


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("[100]{.figure ref=dead}", "[101]{.figure ref=dead}", True),
        ("[100]{.figure ref=dead}", "[100]{.figure ref=dead}", False),
        ("[100]{.figure ref=dead}", "[104]{.figure ref=dead qualifier=about}", False),
        ("[100]{.figure ref=dead}", "[106]{.figure ref=dead qualifier=about}", True),
        ("[100]{.figure ref=dead}", "[90]{.figure ref=dead qualifier=at-least}", False),
        ("[100]{.figure ref=dead}", "[110]{.figure ref=dead qualifier=at-least}", True),
        ("[100]{.figure ref=dead}", "[90]{.figure ref=dead qualifier=at-most}", True),
        (
            "[100]{.figure ref=dead qualifier=at-least}",
            "[900]{.figure ref=dead qualifier=at-least}",
            False,
        ),
        (
            "[100 to 200]{.figure ref=dead qualifier=between}",
            "[150]{.figure ref=dead}",
            False,
        ),
        (
            "[100 to 200]{.figure ref=dead qualifier=between}",
            "[300 to 400]{.figure ref=dead qualifier=between}",
            True,
        ),
        ("[100]{.figure ref=dead unit=km}", "[101]{.figure ref=dead}", False),
        ("[100]{.figure ref=dead unit=People}", "[101]{.figure ref=dead}", True),
        ("[100]{.figure ref=dead as-of=2021}", "[101]{.figure ref=dead as-of=2021-05}", True),
        ("[100]{.figure ref=dead as-of=2021-04}", "[101]{.figure ref=dead as-of=2021-05}", False),
        ("[100]{.figure ref=dead as-of=2020/..}", "[101]{.figure ref=dead as-of=2021}", True),
        ("[many]{.figure ref=dead}", "[101]{.figure ref=dead}", False),
    ],
)
def test_reports_of_one_time_differ(first: str, second: str, differ: bool) -> None:  # noqa: FBT001
    assert bool(reports(first, second).disagreements) is differ


@pytest.mark.parametrize(
    ("tolerance", "relative", "differ"),
    [("10", False, False), ("9", False, True), ("0.1", True, False), ("0.05", True, True)],
)
def test_tolerance(tolerance: str, relative: bool, differ: bool) -> None:  # noqa: FBT001
    first, second = "[100]{.figure ref=dead}", "[110]{.figure ref=dead}"
    linked = reports(first, second, tolerance=tolerance, relative=relative)
    assert bool(linked.disagreements) is differ


def test_every_report_that_differs_is_named_and_each_pair_once() -> None:
    texts = ["[100]{.figure ref=dead}"] * 3 + ["[200]{.figure ref=dead}"] * 2
    linked = link(site(series("dead"), *(article(f"a{n}", text) for n, text in enumerate(texts))))
    named = [
        (item.first.fact.origin.id, item.second.fact.origin.id) for item in linked.disagreements
    ]
    assert named == [("a0", "a3"), ("a0", "a4"), ("a1", "a3"), ("a2", "a3")]


def test_a_series_reported_a_thousand_times_in_one_year_stays_small() -> None:
    articles = [article(f"a{n}", f"[{n}]{{.figure ref=dead as-of=2021}}") for n in range(1000)]
    linked = link(site(series("dead"), *articles))
    assert len(linked.disagreements) <= 64 * 1000
    first, second = zip(*pairs(linked), strict=True)
    assert set(first) | set(second) == {str(n) for n in range(1000)}


def test_hostile_amounts() -> None:
    huge = "9" * 5000
    linked = reports(f"[{huge}]{{.figure ref=dead qualifier=about}}", "[1]{.figure ref=dead}")
    assert len(linked.disagreements) == 1
