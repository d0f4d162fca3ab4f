"""How the time of each stage grows with the site: ``python -m benchmarks.building.growth FOLDER``.

The stages of one build from nothing run in one process, one after the other; each one's time is
that of the processors it used, workers and other programs included.
"""

from __future__ import annotations

import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.site_corpus import write_site
from generator.checking import check
from generator.linking import link
from generator.pipeline import Workspace
from generator.pipeline.collector import paused_collector
from generator.pipeline.reading import read_site
from generator.publishing import build_site, write_outputs
from generator.publishing.search_index import index_site
from generator.publishing.theme import shipped_templates
from generator.rendering import PageTemplates, plan_pages

from .states import ROOT, environment


@dataclass(frozen=True, slots=True)
class Growth:
    """Processor seconds by stage for each number of articles, and megabytes of the largest process.

    ``pages`` and ``size`` (bytes) are of the site that was built.
    """

    articles: int
    seconds: dict[str, float]
    megabytes: float
    pages: int
    size: int


def grow(sizes: Sequence[int]) -> list[Growth]:
    """Build a site of each size in a process of its own."""
    grown = []
    for articles in sizes:
        with tempfile.TemporaryDirectory(prefix="briefing-growth-") as name:
            write_site(Path(name), articles)
            shutil.copy(ROOT / "mkdocs.yml", name)
            shutil.copytree(ROOT / "templates", Path(name, "templates"))
            command = [sys.executable, "-m", "benchmarks.building.growth", name]
            done = subprocess.run(  # noqa: S603  this file
                command, check=True, capture_output=True, text=True, env=environment(), cwd=ROOT
            )
            told = json.loads(done.stdout.splitlines()[-1])
            grown.append(Growth(articles, **told))
    return grown


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the size with which the time grows, by least squares of the logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(max(one, 1e-6)) for one in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return above / sum((a - mean_x) ** 2 for a in x)


class _Clock:
    """Processor seconds of named parts."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count what is done inside."""
        start = _used()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + _used() - start


def _used() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _stages(root: Path) -> None:
    clock = _Clock()
    start = time.perf_counter()
    with paused_collector():
        with clock.part("read"):
            read = read_site(Workspace(root))
        with clock.part("link"):
            linked = link(read.site)
        with clock.part("check"):
            check(linked, files=read.files, texts=read.texts)
        with clock.part("views"):
            plan = plan_pages(linked)
        pages = PageTemplates([shipped_templates()])
        with clock.part("templates"):
            outputs = [pages.output(view) for view in plan.views]
        with clock.part("write"):
            write_outputs((*outputs, *plan.data), root / "docs", "docs")
    with clock.part("site build"):
        built = build_site(root, cache=root / ".briefing", epoch=1_700_000_000)
    with clock.part("search index"):
        index_site(root / "site", "en")
    clock.seconds["all, on the wall clock"] = time.perf_counter() - start
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    told = {
        "seconds": clock.seconds,
        "megabytes": max(one.ru_maxrss for one in used) / 1e3,
        "pages": built.pages,
        "size": sum(path.stat().st_size for path in files),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    _stages(Path(sys.argv[1]))
