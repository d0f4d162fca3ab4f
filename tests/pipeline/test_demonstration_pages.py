"""What the articles know together, read on the built pages of the demonstration content."""

from __future__ import annotations

import csv
import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import Workspace, build, check_content
from tests.pipeline.built_pages import events, page, part, words
from tests.pipeline.test_changes import commit, edit, git, run
from tests.pipeline.test_demonstration import ROOT, copy

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic

pytestmark = pytest.mark.site

DEPTH = "earthquake-first-shock-depth"
NEW = "content/articles/new.md"
TIME = re.compile(r'<time(?: datetime="([^"]*)")?>([^<]*)</time>')
ITEM = re.compile(r"<li>\n?(.*?)</li>", re.DOTALL)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy(tmp_path_factory.mktemp("demonstration"))
    assert build(Workspace(root)).done
    return root / "site"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy to spoil."""
    return copy(tmp_path / "newsroom")


def faults(root: Path, code: str) -> list[Diagnostic]:
    found = check_content(Workspace(root), drafts=True).diagnostics
    return [item for item in found if item.code.startswith(code)]


def write(root: Path, title: str, more: str = "") -> None:
    text = f"---\ntitle: {title}\ndate: 2017-09-12\nsummary: One sentence.\n{more}---\n\nA text.\n"
    (root / NEW).write_text(text, encoding="utf-8")


# 1. Figure series


def test_a_figure_series_is_a_table_a_chart_and_data(built: Path) -> None:
    text = page(built, f"figures/{DEPTH}")
    latest = text[text.index('<div class="bf-latest">') : text.index('<h2 id="differences">')]
    said = (
        "10 kilometres revised from 17.9 kilometres ( 6 February 2023 ) "
        "February 2024 · according to US Geological Survey · Example Desk"
    )
    assert words(latest) == said

    rows = re.findall(r"<tr>\n<td>(.*?)</tr>", part(text, "reports"), re.DOTALL)
    values = [words(re.findall(r"<td[^>]*>(.*?)</td>", row)[0]) for row in rows]
    assert sorted(values) == [
        "10 kilometres",
        "11 miles",
        "17.9 kilometres",
        "7 kilometres",
        "8.6 kilometres",
    ]

    chart = part(text, "chart")
    assert 'role="img"' in chart
    assert "<desc>Reports as of 6 February 2023 – February 2024: 7 kilometres to 17.9" in chart
    assert "<script" not in chart
    assert chart.count('class="bf-point') >= 2 * len(values)

    assert f'href="../../data/figures/{DEPTH}.csv"' in text
    with (built / f"data/figures/{DEPTH}.csv").open(encoding="utf-8-sig", newline="") as file:
        data = list(csv.DictReader(file))
    assert {(row["value"], row["unit"], row["by"]) for row in data} == {
        ("7", "km", "afad"),
        ("8.6", "km", "afad"),
        ("10", "km", "usgs"),
        ("11", "mi", "usgs"),
        ("17.9", "km", "usgs"),
    }


def test_units_of_a_figure_series_are_converted(built: Path) -> None:
    """11 miles are 17.7 km: they agree with 17.9 and differ from 7."""
    differing = ITEM.findall(part(page(built, f"figures/{DEPTH}"), "differences"))
    pairs = {words(item.split("</p>")[0]) for item in differing}
    assert pairs == {
        "17.9 kilometres against 7 kilometres",
        "11 miles against 7 kilometres",
        "10 kilometres against 8.6 kilometres",
    }


def test_readers_are_told_where_reports_of_a_figure_differ(built: Path) -> None:
    """With both sources, on the figure's page and on the briefing that uses it."""
    (told,) = (
        words(item)
        for item in ITEM.findall(part(page(built, f"figures/{DEPTH}"), "differences"))
        if "11 miles" in item
    )
    assert "6 February 2023 · according to US Geological Survey · Example Desk" in told
    assert "6 February 2023 · according to AFAD · Example Desk" in told

    figures = ITEM.findall(part(page(built, "briefings/earthquakes-2023"), "key-figures"))
    notices = [words(item) for item in figures if f"../../figures/{DEPTH}/#differences" in item]
    assert len(notices) == 2
    told = "Reports differ: 8.6 kilometres (AFAD) to 10 kilometres (US Geological Survey)"
    assert all(told in notice for notice in notices)
    assert ["US Geological Survey" in notices[0], "AFAD" in notices[1]] == [True, True]


# 2. Actors in time


def test_the_role_of_an_actor_is_the_one_held_at_the_time(built: Path) -> None:
    actors = ITEM.findall(part(page(built, "briefings/urem-al-kubra-convoy"), "actors"))
    (johnson,) = (words(item) for item in actors if "boris-johnson" in item)
    assert johnson == "BJ Boris Johnson Foreign Secretary"
    roles = words(part(page(built, "actors/boris-johnson"), "roles"))
    assert "24 July 2019 – 6 September 2022 Prime Minister of the United Kingdom" in roles


def test_the_page_of_an_actor(built: Path) -> None:
    text = page(built, "actors/boris-johnson")
    assert "foreign secretary under Theresa May" in part(text, "profile")
    assert "../../briefings/urem-al-kubra-convoy/" in part(text, "briefings")
    statements = part(text, "statements")
    assert "one of the most appalling incidents of the conflict so far" in statements
    assert '<span class="bf-status bf-disputed">disputed</span>' in statements
    assert "22 December 2016" in statements
    assert "../../articles/convoy-inquiry/#claim-" in statements
    assert "US-Russian ceasefire" in part(page(built, "actors/john-kerry"), "timeline")

    company = part(text, "appears-with")
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in company
    assert "<desc>Ban Ki-moon (1), John Kerry (1)" in company
    assert '<a href="../john-kerry/">John Kerry</a>' in company


# 3. One timeline


def test_an_event_of_five_articles_is_one_entry_with_all_its_sources(built: Path) -> None:
    entry = events(page(built, "timeline"))["earthquakes-2023"]
    assert entry.count("/articles/") == 5
    assert '<time datetime="2023-02-06">6 February 2023</time>' in entry


def test_the_timeline_of_a_briefing_is_in_the_order_of_time(built: Path) -> None:
    dates = [
        match[1]
        for entry in events(page(built, "briefings/earthquakes-2023")).values()
        if (match := TIME.search(entry))
    ]
    assert len(dates) > 3
    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("timeline", '<time datetime="2015-09">about September 2015</time>'),
        ("timeline", '<time datetime="2011-03">March 2011</time>'),
        ("timeline", '<span class="bf-period">since 27 July 1953</span>'),
        ("briefings/syria-death-toll", '<time datetime="2012">vers 2012</time>'),
        ("briefings/moscow-damascus-2021", '<time datetime="2012">about 2012</time>'),
    ],
)
def test_dates_keep_their_precision_in_the_language_of_the_page(
    built: Path, address: str, written: str
) -> None:
    assert written in page(built, address)


# 4. Briefings from several articles


def test_a_briefing_of_four_articles_has_the_facts_of_each_with_its_source(built: Path) -> None:
    text = page(built, "briefings/earthquakes-2023")
    articles = {
        "earthquake-first-week",
        "earthquake-syria-toll-ar",
        "earthquake-year-on",
        "erdbeben-bilanz",
    }
    for key in ("key-figures", "timeline", "sources"):
        assert articles <= set(re.findall(r"/articles/([a-z-]+)/", part(text, key))), key
    for key in ("background", "statements"):
        assert len(set(re.findall(r"/articles/([a-z-]+)/", part(text, key)))) == 2, key
    for actor in ("murat-kurum", "martin-griffiths", "usgs"):
        assert f"../../actors/{actor}/" in part(text, "actors")


def test_two_articles_that_contradict_each_other_stand_side_by_side(built: Path) -> None:
    figures = ITEM.findall(part(page(built, "briefings/earthquakes-2023"), "key-figures"))
    one, other = (item for item in figures if f'figures/{DEPTH}/"' in item)
    assert figures.index(other) == figures.index(one) + 1
    assert ">10 kilometres</a>" in one
    assert "../../articles/earthquake-year-on/" in one
    assert ">8.6 kilometres</a>" in other
    assert "../../articles/erdbeben-bilanz/" in other
    assert not any("9.3" in item for item in figures)


# 5. READ MORE heals itself


def test_read_more_heals_once_the_article_is_there(built: Path, content: Path) -> None:
    awaited = "Who are the Rohingya?"
    before = part(page(built, "briefings/andaman-boats"), "read-more")
    assert f"<li>{awaited} " in before
    assert "<a " not in before.partition("</h2>")[2]

    write(content, "“Who are the Rohingya”")  # marks and quotation marks make no difference
    assert build(Workspace(content)).done
    after = part(page(content / "site", "briefings/andaman-boats"), "read-more")
    assert '<a href="../new/">' in after
    assert "Who are the Rohingya" in words(after)
    assert "not published here yet" not in after


def test_read_more_with_a_near_title_is_proposed_and_never_a_link(content: Path) -> None:
    write(content, "Who are the Rohingyas?")
    (near,) = faults(content, "L010")
    assert near.path == "content/articles/andaman-boats.md"
    assert "“Who are the Rohingyas?” is near" in near.message


# 6. Going stale


def test_what_is_due_is_told_by_the_briefing_that_shows_it() -> None:
    found = check_content(Workspace(ROOT), drafts=True, stale_at=dt.date(2027, 4, 1)).diagnostics
    due = [item for item in found if item.code.startswith("D")]
    assert {item.code for item in due} == {"D001", "D002", "D003"}
    (war,) = (
        item
        for item in due
        if item.path == "content/background/syria-war.md" and item.code == "D002"
    )
    assert (war.line, war.column) == (4, 12)
    assert "moscow-damascus-2021 and syria-death-toll show it" in war.message
    assert [item for item in found if item.code.startswith("L019")] == []


def test_going_stale_is_listed_for_a_day_and_readers_see_as_of(built: Path, content: Path) -> None:
    def listed(day: str) -> str:
        call = ["-C", str(content), "check", "--format", "concise", "--stale", "--as-of", day]
        return CliRunner().invoke(main, call).output

    review = re.compile(r"content/background/syria-war\.md:4:.*D002")
    assert not review.search(listed("2027-03-31"))
    assert review.search(listed("2027-04-01"))
    assert "As of December 2024" in words(
        part(page(built, "briefings/moscow-damascus-2021"), "background")
    )


# 7. Corrections


@pytest.mark.parametrize(
    "address", ["briefings/syria-death-toll", "articles/syria-named-dead-2021", "corrections"]
)
def test_corrections_stand_on_their_pages(built: Path, address: str) -> None:
    text = page(built, address)
    assert "An earlier version gave the number of women on the list as 27,727." in text
    assert '<time datetime="2021-09-27">' in text


def test_corrections_are_required_where_a_published_figure_changed(content: Path) -> None:
    git(content, "init", "--quiet")
    commit(content)
    path = "content/articles/earthquake-first-week.md"
    edit(content, "[24,617 dead]", "[24,817 dead]", path)
    commit(content)
    before, _, _ = (content / path).read_text(encoding="utf-8").partition("24,817 dead")
    number = before.count("\n") + 1
    changed = "24,617 dead → 24,817 dead (briefings: earthquakes-2023)"
    result = run(content, "HEAD~1..HEAD")
    assert result.exit_code == 0
    assert result.stdout == (
        f"{path}:{number}: figure ‘People killed by the 2023 earthquakes in Turkey’: {changed}\n"
    )
    required = run(content, "HEAD~1..HEAD", "--require-corrections")
    assert required.exit_code == 1
    assert "and no correction says so" in required.stderr


# 8. Text drift


def test_text_drift_is_an_error_that_proposes_the_nearest_sentence(content: Path) -> None:
    saved = "content/sources/convoy-struck.txt"
    assert faults(content, "G") == []
    edit(content, "Neither Russian nor Syrian planes", "No Russian or Syrian planes", saved)
    (drifted,) = faults(content, "G")
    assert (drifted.code, drifted.path) == ("G001", "content/articles/convoy-struck.md")
    assert "“Neither Russian nor Syrian planes attacked the convoy”" in drifted.message
    assert "No Russian or Syrian planes attacked the convoy, Moscow replied." in drifted.help


def test_text_drift_is_measured_against_a_text_that_is_not_published(built: Path) -> None:
    assert not any(path.name == "convoy-struck.txt" for path in built.rglob("*.txt"))
    assert "Neither Russian nor Syrian planes attacked the convoy" in part(
        page(built, "briefings/urem-al-kubra-convoy"), "statements"
    )


# 9. Addresses last


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("briefings/putin-assad-kremlin-talks", "../moscow-damascus-2021/"),
        ("articles/putin-assad-kremlin-talks", "../moscow-damascus-2021/"),
        ("briefings/nz-flag-result", "../new-zealand-keeps-flag/"),
        ("actors/syrian-observatory", "../sohr/"),
    ],
)
def test_addresses_last_for_renamed_ids_redirect(built: Path, old: str, new: str) -> None:
    text = page(built, old)
    assert f'<meta http-equiv="refresh" content="0; url={new}">' in text
    assert f'<a href="{new}">' in text
    folder = old.partition("/")[0]
    present = f"https://briefings.example/{folder}/{new.removeprefix('../')}"
    assert f'<link rel="canonical" href="{present}">' in text
    assert (built / old / new / "index.html").is_file()


def test_addresses_last_for_two_articles_of_one_address_are_reported_together(
    content: Path,
) -> None:
    write(content, "Another text", "id: moscow-damascus-2021\n")
    (twice,) = faults(content, "S007")
    assert twice.path == NEW
    assert "content/articles/moscow-damascus-2021.md" in twice.message


def test_addresses_last_for_a_deleted_article_is_named_where_others_link_to_it(
    content: Path,
) -> None:
    (content / "content/articles/resolution-2585.md").unlink()
    missing = faults(content, "L008")
    assert [item.path for item in missing] == [
        "content/articles/bab-al-hawa-veto-ar.md",
        "content/articles/moscow-damascus-2021.md",
    ]
    assert all("“resolution-2585”" in item.message for item in missing)
    assert build(Workspace(content)).site is None


# 10. Related briefings


def test_related_briefings_say_why(built: Path) -> None:
    text = page(built, "briefings/moscow-damascus-2021")
    assert 'title="both involve Turkey, Bab al-Hawa and Idlib"' in text
    assert ">both involve Turkey, Bab al-Hawa and Idlib</p>" in text
    assert "the editors’ choice" in page(built, "briefings/bab-al-hawa-crossing") + text


def test_related_briefings_begin_with_the_editors_choice(built: Path) -> None:
    related = ITEM.findall(part(page(built, "briefings/moscow-damascus-2021"), "related"))
    assert len(related) > 2
    assert ["the editors’ choice" in item for item in related] == [True] + [False] * (
        len(related) - 1
    )
