"""The same content gives the same bytes, wherever and however it is built.

Every build has another folder, time zone, locale, hash seed, order of files on the disk and number
of processors. ``BRIEFING_ROUNDS=full`` makes twenty builds of the demonstration site; otherwise
four are made.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILDS = 20 if os.environ.get("BRIEFING_ROUNDS") == "full" else 4

ZONES = ("Pacific/Kiritimati", "America/St_Johns")
LOCALES = (
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},  # files are ASCII, it says
    {"LC_ALL": "C.UTF-8"},
)
PROCESSORS = (1, 4)

SHUFFLED = """
import os, random

order = random.Random(int(os.environ["FILE_ORDER"]))
scan, names = os.scandir, os.listdir


class Shuffled:
    def __init__(self, path="."):
        with scan(path) as entries:
            found = list(entries)
        order.shuffle(found)
        self._found = iter(found)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._found)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


def listdir(path="."):
    found = names(path)
    order.shuffle(found)
    return found


os.scandir, os.listdir = Shuffled, listdir
"""
"""Read before all else, as ``sitecustomize``: folders are listed in another order each time."""

BUILD = """
import os, pathlib, sys

processors = int(sys.argv[2])
os.process_cpu_count = os.cpu_count = lambda: processors
os.sched_getaffinity = lambda _: set(range(processors))

from generator.pipeline import Workspace, build

result = build(Workspace(pathlib.Path(sys.argv[1])), strict=True)
assert result.done, [item.message for item in result.diagnostics if item.severity != "note"]
"""


@pytest.mark.site
def test_the_demonstration_site_is_the_same_bytes_everywhere(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first/sitecustomize.py").write_text(SHUFFLED, encoding="utf-8")
    trees = {number: built(tmp_path, number) for number in range(BUILDS)}

    assert len(trees[0]) > 300
    for number, tree in trees.items():
        different = {
            path for path in tree.keys() | trees[0] if tree.get(path) != trees[0].get(path)
        }
        assert different == set(), f"build {number}"


def built(folder: Path, number: int) -> dict[str, str]:
    """The digest of every file below ``docs/`` and ``site/`` of one build."""
    root = folder / ("newsroom" if number % 2 else f"a much deeper/folder {number}") / str(number)
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs/about.md").write_text("# About\n", encoding="utf-8")
    environment = {
        **{name: text for name, text in os.environ.items() if not name.startswith("LC_")},
        "PYTHONPATH": os.pathsep.join((str(folder / "first"), str(ROOT))),
        "PYTHONHASHSEED": str(number * 7919),
        "FILE_ORDER": str(number),
        "TZ": ZONES[number % 2],
        **LOCALES[number // 2 % 2],
    }
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(root), str(PROCESSORS[number % 3 % 2])],
        env=environment,
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in ("docs", "site")
        for path in (root / name).rglob("*")
        if path.is_file()
    }
