"""The benchmark of builds: what it measures is what was done."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.building.builders import Builder, builders
from benchmarks.building.contest import Case, Result, compete
from benchmarks.building.growth import Growth, exponent
from benchmarks.building.measuring import FailedError, Taken, run, size_of
from benchmarks.building.report import markdown, plain
from benchmarks.building.states import States, environment, write_states

ABOUT = {
    "date": "2024-05-02",
    "machine": "one",
    "articles": 3,
    "rounds": 1,
    "pages": 9,
    "touched": 2,
}
COPY = "import shutil; shutil.copytree('docs', 'site', dirs_exist_ok=True)"


def builder(states: States, script: str) -> Builder:
    """One that runs a script over the Markdown."""

    def prepare(folder: Path, _: States) -> None:
        (folder / "docs").mkdir()
        for path, content in states.before.items():
            (folder / "docs" / path).write_bytes(content)

    return Builder("copy", "1", (sys.executable, "-c", script), "docs", "site", prepare)


@pytest.fixture
def states(tmp_path: Path) -> States:
    before, after = {"a.html": b"old"}, {"a.html": b"new!"}
    return States(tmp_path / "site", tmp_path / "docs", before, after)


def test_time_memory_and_failures_of_a_command(tmp_path: Path) -> None:
    work = "import time; held = bytearray(80_000_000); time.sleep(0.5); sum(range(2_000_000))"
    taken = run((sys.executable, "-c", work), tmp_path, environment())
    assert taken.wall > 0.5
    assert 0 < taken.cpu < taken.wall
    assert taken.megabytes > 80
    with pytest.raises(FailedError, match="no such page"):
        run((sys.executable, "-c", "raise SystemExit('no such page')"), tmp_path, environment())


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    child = "import time; held = bytearray(60_000_000); time.sleep(1)"
    work = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    taken = run((sys.executable, "-c", work), tmp_path, environment())
    assert taken.megabytes > 60


def test_each_case_is_run_in_each_round(tmp_path: Path, states: States) -> None:
    script = f"{COPY}; print(open('docs/a.html').read(), file=open('../seen', 'a'))"
    (result,) = compete([builder(states, script)], states, tmp_path / "runs", 2)
    assert {case: len(taken) for case, taken in result.runs.items()} == {
        Case.COLD: 2,
        Case.SAME: 2,
        Case.ARTICLE: 2,
    }
    seen = (tmp_path / "runs" / "seen").read_text().split()
    assert seen == ["old", "old", "new!"] * 2
    assert (result.pages, result.size) == (1, 3)


def test_a_builder_that_fails_is_told_and_not_run_again(tmp_path: Path, states: States) -> None:
    broken = replace(builder(states, "raise SystemExit('no')"), name="broken")
    other = builder(states, COPY)
    results = compete([broken, other], states, tmp_path / "runs", 2)
    assert results[0].failure
    assert not results[0].runs
    assert len(results[1].runs[Case.COLD]) == 2
    assert "failed: from nothing" in "\n".join(markdown(results, (), ABOUT))


def test_the_exponent_is_the_power() -> None:
    sizes = [500, 1_000, 2_000]
    assert exponent(sizes, [3.0, 6.0, 12.0]) == pytest.approx(1)
    assert exponent(sizes, [1.0, 4.0, 16.0]) == pytest.approx(2)


def test_the_report_compares_with_mkdocs(states: States) -> None:
    one = builder(states, COPY)
    fast = Result(one, {Case.COLD: [Taken(1, 2, 30), Taken(3, 2, 30), Taken(2, 2, 30)]})
    base = Result(replace(one, name="mkdocs"), {Case.COLD: [Taken(8, 7, 60)]})
    grown = [Growth(size, {"read": size / 100}, 50, size, 1_000_000) for size in (500, 1_000)]
    text = "\n".join(markdown([fast, base], grown, ABOUT))
    assert "| copy 1 | 2.00 (2.00), 0.25 × |" in text
    assert "| read | 5.00 | 10.00 | 1.00 |" in text
    assert plain([fast, base], grown, ABOUT)["builders"]["copy"]["runs"]["from nothing"][1] == {
        "wall": 3,
        "cpu": 2,
        "megabytes": 30,
    }


@pytest.mark.slow
def test_the_site_is_built_by_those_that_are_installed(tmp_path: Path) -> None:
    states = write_states(tmp_path, 10)
    assert any(path.startswith("briefings/") for path in states.after)
    assert all(states.before[path] != content for path, content in states.after.items())
    taking = [one for one in builders() if one.name in {"briefing", "its site build", "mkdocs"}]
    assert len(taking) == 3
    results = {one.builder.name: one for one in compete(taking, states, tmp_path / "runs", 1)}
    assert not [one.failure for one in results.values() if one.failure]
    assert set(results["mkdocs"].runs) == set(Case)
    assert results["mkdocs"].pages == results["its site build"].pages
    assert size_of(states.site)[0] > 0
