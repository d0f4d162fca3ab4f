from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.rendering import plan_pages
from generator.rendering.text_size import on_two_lines, text_width
from generator.rendering.views import ChartView, FigurePageView
from tests.rendering.conftest import Make, Mark
from tests.rendering.drawings import SVG, Drawing, assert_readable, read_drawings

MAKE = Make()
NASTY = '<b>*a* & [x](y) {.c} | `d` ]]> "q" \'</b>'


def chart(*reports: Mark, label: str = "Killed", tolerance: str = "", unit: str = "people",
          language: str = "en", name: str = "Example Office") -> ChartView | None:  # fmt: skip
    """The chart of a series with these reports, each in an article of its own."""
    articles = [
        MAKE.article(f"a{number}", [report], date="2024-06-01")
        for number, report in enumerate(reports)
    ]
    linked = MAKE.site(
        MAKE.series("s", label, tolerance, unit),
        MAKE.actor("office", name, kind="PublicBody"),
        *articles,
        language=language,
    )
    views = plan_pages(linked).views
    view = next(item for item in views if isinstance(item, FigurePageView))
    return view.chart


def report(as_of: str, value: str | None, **more: Any) -> Mark:  # noqa: ANN401
    return MAKE.figure(value or "dozens", value, as_of=as_of, ref="s", **more)


def drawn(*reports: Mark, **more: str) -> tuple[Drawing, Drawing]:
    """The wide and the narrow drawing."""
    view = chart(*reports, **more)
    assert view is not None
    wide, narrow = read_drawings(view.pictures)
    assert (wide.root.attrib["class"], narrow.root.attrib["class"]) == ("bf-wide", "bf-narrow")
    for drawing in (wide, narrow):
        assert_readable(drawing)
    return wide, narrow


def test_a_report_is_drawn_as_what_it_is() -> None:
    wide, _ = drawn(
        report("2021-01-10", "100"),
        report("2021-02-10", "200", qualifier="about"),
        report("2021-03-10", "300", qualifier="at-least"),
        report("2021-04-10", "400", qualifier="at-most"),
        report("2021-05-10", None, qualifier="between", ends=("300", "500")),
        report("2021-06-10", None),
    )
    marks = [kind for kind in wide.kinds() if kind.startswith("bf-point")]
    assert marks == [
        "bf-point",
        "bf-point bf-open",
        "bf-point bf-arrow", "bf-point bf-arrow", "bf-point",
        "bf-point bf-arrow", "bf-point bf-arrow", "bf-point",
        "bf-point bf-last bf-range",
    ]  # fmt: skip
    dots = [box for kind, box in wide.marks if kind in {"bf-point", "bf-point bf-open"}]
    up, head, down, foot = wide.of_kind("bf-arrow")
    assert (up.bottom, head.top) == (dots[2].top, up.top)
    assert (down.top, foot.bottom) == (dots[3].bottom, down.bottom)
    (ends,) = wide.of_kind("bf-range")
    middle = (dots[2].top + dots[2].bottom) / 2
    assert ends.bottom == pytest.approx(middle + 4.5, abs=0.2)
    assert ends.top < dots[3].top


def test_height_is_the_amount_and_zero_is_the_floor() -> None:
    wide, _ = drawn(report("2021-01-10", "100"), report("2021-02-10", "200"))
    first, second = ((box.top + box.bottom) / 2 for box in wide.of_kind("bf-point"))
    (zero,) = wide.of_kind("bf-zero")
    assert (zero.top - second) == pytest.approx(2 * (zero.top - first), abs=0.3)
    assert wide.of_kind("bf-stem")[1].bottom == pytest.approx(zero.top, abs=0.2)
    assert not wide.of_kind("bf-cut")


def test_a_month_is_not_its_first_day() -> None:
    wide, _ = drawn(
        report("2021-03", "100"), report("2021-01-01", "50"), report("2021-12-31", "70")
    )
    marks = wide.of_kind("bf-point")
    day, month, last = sorted(marks, key=lambda box: box.start)
    scale = ((last.start - day.start) / 364, (day.start + day.end) / 2)
    assert month.end - month.start == pytest.approx(31 * scale[0], abs=0.5)
    assert month.start == pytest.approx(scale[1] + 58.5 * scale[0], abs=0.5)
    assert day.end - day.start == pytest.approx(9, abs=0.2)


def test_a_day_is_a_dot_however_short_the_time() -> None:
    wide, _ = drawn(report("2021-03-01", "100"), report("2021-03-02", "90"))
    assert {round(box.end - box.start) for box in wide.of_kind("bf-point")} == {9}
    view = chart(report("2021-03-01", "100"), report("2021-03-02", "90"))
    assert view is not None
    assert (view.key, view.notes) == ((), ())


def test_open_intervals_reach_the_edge() -> None:
    wide, _ = drawn(report("2021-03/..", "100"), report("2020-03-02", "90"))
    assert max(box.end for box in wide.of_kind("bf-point")) == wide.room.end


def test_the_newest_report_and_those_that_differ_are_marked() -> None:
    wide, _ = drawn(
        report("2021-03-01", "100"),
        report("2021-03-01", "150"),
        report("2021-04-01", "200"),
        tolerance="0.1",
    )
    assert len(wide.of_kind("bf-pair")) == 1
    assert len(wide.of_kind("bf-differing")) == 2
    (last,) = wide.of_kind("bf-last")
    assert last.top == min(box.top for box in wide.of_kind("bf-point"))


def test_a_narrow_band_is_cut_and_says_so() -> None:
    wide, narrow = drawn(report("2021-03-01", "1200003"), report("2021-03-31", "1208702"))
    for drawing in (wide, narrow):
        assert "The axis does not start at zero." in [item.text for item in drawing.texts]
        assert not drawing.of_kind("bf-stem")
        assert not drawing.of_kind("bf-zero")
        assert (drawing.root.find(f"{SVG}desc").text or "").endswith("start at zero.")  # type: ignore[union-attr]


def test_words_say_what_the_picture_shows() -> None:
    wide, narrow = drawn(
        report("2014-04", "191369"),
        report("2021-03-31", "350209", qualifier="at-least", by="office"),
        label="Killed in the war",
    )
    for drawing in (wide, narrow):
        assert drawing.root.attrib["role"] == "img"
        assert [item.text for item in drawing.root[:2]] == [
            "Killed in the war",
            (
                "Reports as of April 2014 – 31 March 2021: 191,369 to at least 350,209. "
                "Latest: at least 350,209, 31 March 2021."
            ),
        ]
        tips = [item.text for item in drawing.root.iter(f"{SVG}title")][1:]
        assert tips == [
            "April 2014 · 191,369 · Example Desk",
            "31 March 2021 · at least 350,209 · Example Office · Example Desk",
        ]
        assert not [item for item in drawing.root.iter() if "id" in item.attrib]
    assert "Example Office" in [item.text for item in wide.texts]
    assert "Example Office" not in [item.text for item in narrow.texts]


def test_units_of_measure_are_on_the_axis_and_never_mixed() -> None:
    wide, _ = drawn(report("2021", "40", unit="percent"), report("2022", "60", unit="percent"),
                    report("2023", "70", unit="people"), unit="percent")  # fmt: skip
    assert [item.text for item in wide.texts if "bf-axis" in item.kind][:4] == [
        "0%", "20%", "40%", "60%",
    ]  # fmt: skip
    assert len(wide.of_kind("bf-point")) == 2
    view = chart(report("2021", "40", unit="EUR"), report("2022", "60", unit="EUR"),
                 report("2023", "70", unit="USD"), unit="EUR")  # fmt: skip
    assert view is not None
    assert view.notes[-1] == "Reports without a number, a date or this unit are only in the table."


def test_measures_of_one_scale_are_converted() -> None:
    wide, _ = drawn(report("2021", "10", unit="km"), report("2022", "5", unit="mi"), unit="km")
    assert [item.text for item in wide.texts if "bf-axis" in item.kind][:2] == [
        "0 kilometres",
        "5 kilometres",
    ]
    assert {"10 kilometres", "5 miles"} < {item.text for item in wide.texts}
    (zero,) = wide.of_kind("bf-zero")
    heights = [zero.top - (box.top + box.bottom) / 2 for box in wide.of_kind("bf-point")]
    assert heights[1] / heights[0] == pytest.approx(0.8047, abs=0.003)


def test_counted_nouns_count_what_the_series_counts_and_shares_are_no_numbers() -> None:
    wide, _ = drawn(report("2021", "10", unit="deaths"), report("2022", "5", unit=None))
    assert len(wide.of_kind("bf-point")) == 2
    share = MAKE.figure("one in five", "0.2", unit=None, as_of="2023", ref="s")
    view = chart(report("2021", "40", unit="percent"), report("2022", "60", unit=None), share,
                 unit="percent")  # fmt: skip
    assert view is not None
    assert len(read_drawings(view.pictures)[0].of_kind("bf-point")) == 2
    assert len(view.notes) == 2


def test_what_several_articles_say_alike_is_one_mark() -> None:
    wide, _ = drawn(report("2021", "40"), report("2021", "40"), report("2022", "40"))
    assert len(wide.of_kind("bf-point")) == 2


@pytest.mark.parametrize(
    "reports",
    [
        [],
        [report("2021", "40")],
        [report("2021", "40"), report("2021", "50")],
        [report("2021", "40"), report("2022", None)],
        [report("2021", "40", unit="EUR"), report("2022", "50", unit="USD")],
        [report("2021", "1234567891234567891"), report("2022", "4" * 22)],
    ],
)
def test_no_chart_without_two_times_to_compare(reports: list[Mark]) -> None:
    assert chart(*reports) is None


def test_it_is_mirrored_where_reading_starts_at_the_right() -> None:
    reports = [report("2014-04-01", "191369"), report("2021-03-31", "350209")]
    left, _ = drawn(*reports)
    right, _ = drawn(*reports, language="ar")
    assert right.root.attrib["direction"] == "rtl"
    assert left.text("2016").box.start < left.text("2020").box.start
    assert right.text("2016").box.start > right.text("2020").box.start
    first, last = left.of_kind("bf-point")
    assert last.end <= left.text("350,209").box.start or last.start >= left.text("350,209").box.end
    mirrored = [(760 - box.end, 760 - box.start) for box in right.of_kind("bf-point")]
    assert mirrored[0][0] < mirrored[1][0]
    assert first.start < last.start
    assert "أرقام عن" in (right.root[1].text or "")


def test_a_name_in_another_script_runs_its_own_way() -> None:
    view = chart(report("2021", "40", by="office"), report("2022", "50"), name="ديوان")
    assert view is not None
    wide, _ = read_drawings(view.pictures)
    (name,) = (item for item in wide.root.iter(f"{SVG}text") if item.text == "ديوان")
    assert (name.attrib["direction"], name.attrib["lang"]) == ("rtl", "und-Arab")


def test_text_is_text_in_xml_and_in_markdown() -> None:
    label = f"{NASTY}\x0b\x00"
    view = chart(report("2021", "40", by="office"), report("2022", "50"), name=NASTY, label=label)
    assert view is not None
    assert "\n" not in view.pictures
    texts = [item.text for item in read_drawings(view.pictures)[0].texts]
    assert any((text or "").startswith("<b>*a* & [x](y) {.c}") for text in texts)
    whole = f"<figure>\n{view.pictures}\n</figure>"
    inside = f'<div markdown="block">\n\n{view.pictures}\n\n</div>'
    for page in (f"Before.\n\n{whole}\n\nAfter.", inside):
        made = markdown.markdown(page, extensions=["attr_list", "md_in_html", "tables"])
        found = re.findall(r"<svg.*?</svg>", made, re.DOTALL)
        assert len(found) == 2
        for before, after in zip(read_drawings(view.pictures), found, strict=True):
            assert _texts(before.root) == _texts(ET.fromstring(after))  # noqa: S314


def _texts(root: ET.Element) -> list[str | None]:
    return [item.text for item in root.iter()]


DAYS = st.integers(dt.date(1890, 1, 1).toordinal(), dt.date(2030, 1, 1).toordinal())


@st.composite
def dates(draw: st.DrawFn) -> str:
    day = dt.date.fromordinal(draw(DAYS)).isoformat()
    text = day[: draw(st.sampled_from([4, 7, 10]))]
    return draw(st.sampled_from([text, text, text, f"{text}/..", f"../{text}"]))


@st.composite
def any_report(draw: st.DrawFn) -> Mark:
    scale = draw(st.integers(-2, 12))
    low = Decimal(draw(st.integers(-50, 999))).scaleb(scale)
    high = low + Decimal(draw(st.integers(1, 500))).scaleb(scale)
    qualifier = draw(st.sampled_from(["exact", "about", "at-least", "at-most", "between"]))
    more: dict[str, Any] = {"by": "office"} if draw(st.booleans()) else {}
    if qualifier == "between":
        more["ends"] = (f"{low:f}", f"{high:f}")
    value = None if qualifier == "between" else f"{low:f}"
    return report(draw(dates()), value, qualifier=qualifier, **more)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(any_report(), min_size=2, max_size=14),
    st.sampled_from(["en", "ar", "de", "he"]),
    st.sampled_from(["Example Office", "Office " * 20, "ديوان الإحصاء المركزي"]),
)
def test_no_label_lies_on_another(reports: list[Mark], language: str, name: str) -> None:
    view = chart(*reports, language=language, name=name, tolerance="0.1")
    if view is None:
        return
    for drawing in read_drawings(view.pictures):
        assert_readable(drawing)


def test_a_long_name_takes_two_lines_and_no_more() -> None:
    lines = on_two_lines("Ministry of Everything That Is Not Elsewhere Provided For", 120, 14)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(text_width(line, 14) <= 120 for line in lines)
    assert on_two_lines("Short name", 120, 14) == ("Short name",)
