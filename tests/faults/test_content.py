"""Commands that write what editors own, with a fault at every step: no word is lost or torn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline.init.record import NAME as RECORD
from generator.pipeline.init.record import digest
from tests.conftest import CONFIGURATION
from tests.faults.trials import Outcome, Stage, copied, each_step, left_over, tree
from tests.pipeline.ferry import ANN, HEAD, NAME, TEXT, annotation

pytestmark = pytest.mark.slow

_SITE = {"mkdocs.yml": CONFIGURATION, **ANN}


def laid(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def mending(root: Path) -> tuple[str, ...]:
    """Faults in three files that a machine can mend."""
    faulty = TEXT + "\n[Ann Example]{.actr} agreed.\n"
    laid(root, {**_SITE, NAME: HEAD + faulty, "content/articles/a.md": HEAD + "One  \r\n" + faulty})
    return "check", "--fix", "--unsafe-fixes"


def importing(root: Path) -> tuple[str, ...]:
    laid(root, {**_SITE, "found/one.txt": "A headline\n\nSome words.\n"})
    laid(root, {"found/two.md": "# Another\n\nMore words.\n"})
    return "import", "found"


def annotating(root: Path) -> tuple[str, ...]:
    rows = [
        annotation("the ferry sails\n again", "claim", "by:ann"),
        annotation("said the ferry", "claim", "by:ann"),
    ]
    laid(root, {**_SITE, NAME: HEAD + TEXT, "notes.json": json.dumps({"rows": rows})})
    return "import-annotations", "--fuzzy", NAME, "notes.json"


def suggesting(root: Path) -> tuple[str, ...]:
    text = "Ann Example, the mayor, paid 12 million dollars on Monday.\n"
    laid(root, {**_SITE, NAME: HEAD + text})
    return "suggest", "--write", "--threshold", "0", NAME


def starting(root: Path) -> tuple[str, ...]:
    laid(root, _SITE)
    return "new", "place", "Example Harbour"


def setting_up(root: Path) -> tuple[str, ...]:
    root.mkdir(parents=True)
    return "init", "desk", "--name", "Desk", "--url", "https://desk.example/", "--host", "none"


def upgrading(root: Path, stage: Stage) -> tuple[str, ...]:
    """A site as an older version had set it up: two files were otherwise, one was not there."""
    assert stage.run(root, *setting_up(root)).code == 0
    site = root / "desk"
    record = json.loads((site / RECORD).read_text(encoding="utf-8"))
    for name in (".gitignore", "requirements.txt"):
        (site / name).write_text("older\n", encoding="utf-8")
        record["files"][name] = digest(b"older\n")
    del record["files"]["templates/README.md"]
    (site / "templates/README.md").unlink()
    (site / RECORD).write_text(json.dumps(record), encoding="utf-8")
    return "-C", "desk", "init", "--upgrade", "--write"


ONE_BY_ONE = {"importing", "setting_up"}
"""Commands that write several files that do not depend on each other."""


@pytest.mark.parametrize(
    "scene", [mending, importing, annotating, suggesting, starting, setting_up, upgrading]
)
def test_editors_files_are_old_or_new(
    stage: Stage, tmp_path: Path, scene: Callable[..., tuple[str, ...]]
) -> None:
    before = tmp_path / "before"
    command = scene(before, stage) if scene is upgrading else scene(before)
    before.mkdir(exist_ok=True)
    old = tree(before)
    done = copied(before, tmp_path / "done")
    whole = stage.run(done, *command)
    assert whole.code == 0, whole.said
    new = tree(done)
    assert old != new

    def judge(root: Path, outcome: Outcome) -> None:
        found = {
            name: one for name, one in tree(root).items() if not name.endswith((".tmp", ".part"))
        }
        for name in found.keys() | old.keys():
            assert found.get(name) in {old.get(name), new.get(name)}, name
        if not outcome.killed and scene.__name__ not in ONE_BY_ONE:
            assert found in (old, new)
        if outcome.code == 0:
            assert found == new
            return
        again = stage.run(root, *command)
        assert "Traceback" not in again.said
        assert again.code == 0 or "exists already" in again.said, again.said
        assert tree(root) == new
        assert left_over(root) == []

    each_step(stage, command, lambda: copied(before, tmp_path / "trial"), judge)
