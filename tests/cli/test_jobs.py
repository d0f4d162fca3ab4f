from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import generator.pipeline
import generator.pipeline.publish
from generator.cli import main
from generator.pipeline import Build
from tests.conftest import MakeSite

GOOD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe harbour reopened.\n"


class EndedError(Exception):
    """What was asked for is known."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many processes the generator and the site builder are asked to use."""
    found: dict[str, int] = {}
    building = sys.modules["generator.pipeline.build"]
    write_pages = building.write_pages

    def pages(*arguments: object, jobs: int, **options: object) -> object:
        found["pages"] = jobs
        made: object = write_pages(*arguments, jobs=jobs, **options)
        return made

    def site(*_arguments: object, jobs: int, **_options: object) -> None:
        found["site"] = jobs
        raise EndedError

    monkeypatch.setattr(building, "write_pages", pages)
    monkeypatch.setattr(building, "build_site", site)
    return found


@pytest.mark.parametrize(("given", "jobs"), [((), 0), (("--jobs", "1"), 1), (("--jobs", "3"), 3)])
@pytest.mark.parametrize("command", [("build",), ("publish", "--to", "artifact", "--dry-run")])
def test_both_stages_are_told_how_many_processes_to_use(
    make_site: MakeSite,
    asked: dict[str, int],
    command: tuple[str, ...],
    given: tuple[str, ...],
    jobs: int,
) -> None:
    root = make_site({"content/articles/harbour.md": GOOD})

    with pytest.raises(EndedError):
        CliRunner().invoke(main, ["-C", str(root), *command, *given], catch_exceptions=False)

    assert asked == {"pages": jobs, "site": jobs}


@pytest.mark.parametrize("number", ["-1", "many", "1000"])
def test_what_is_no_number_of_processes_is_wrong_usage(make_site: MakeSite, number: str) -> None:
    root: Path = make_site({"content/articles/harbour.md": GOOD})

    assert CliRunner().invoke(main, ["-C", str(root), "build", "--jobs", number]).exit_code == 2


def test_the_door_leads_to_what_is_imported_late() -> None:
    assert generator.pipeline.check_content.__module__ == "generator.pipeline.checked"
    assert Build.__module__ == "generator.pipeline.build"
    with pytest.raises(AttributeError):
        _ = generator.pipeline.nothing
