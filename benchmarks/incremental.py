"""How long pages take to be made again: ``python benchmarks/incremental.py [ARTICLES]``.

A site (see ``site_corpus``) is written to a temporary folder and its pages made in a new process
each time, as ``briefing build`` does before MkDocs: from nothing, after no change, after a word of
one article, an annotation, an actor's name, a template. The first build after no change reads what
was written and remembers its times, the second reads none of it. Times are seconds of the wall
clock and of the processor, start-up included, of one run; memory is the greatest that the process
had. Nothing is asserted.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.site_corpus import write_site
from generator.publishing.theme import shipped_templates

_RUN = """
import resource, sys, time
from pathlib import Path
from generator.pipeline import Workspace
from generator.pipeline.build import write_pages
made = write_pages(Workspace(Path(sys.argv[1])))
assert made.written is not None, made.diagnostics[:3]
used = resource.getrusage(resource.RUSAGE_SELF)
new = len(made.written.added) + len(made.written.changed)
reuse = made.reuse
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, reuse.texts - reuse.texts_kept,
      reuse.viewed, reuse.templated, new, reuse.files, len(made.diagnostics))
"""


def main() -> None:
    """Time the builds, print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as name:
        root = Path(name)
        write_site(root, articles)
        version = platform.python_version()
        machine = f"{platform.machine()}, {os.cpu_count()} cores"
        print(f"CPython {version}, {machine}; {articles:,} articles\n")
        print(
            "| change | s | CPU s | ms an article | MB | parsed | viewed | rendered | written "
            "| files | faults |\n| --- |" + " ---: |" * 10
        )
        for title, change in _CHANGES.items():
            change(root)
            _report(title, root, articles)
        cache = sum(path.stat().st_size for path in (root / ".briefing").rglob("*.bin"))
        print(f"\nThe cache has {cache / 1e6:.1f} MB.")


def _report(title: str, root: Path, articles: int) -> None:
    start = time.perf_counter()
    # The same interpreter, and a script that stands above.
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _RUN, str(root)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    wall = time.perf_counter() - start
    cpu, *numbers = run.stdout.split()
    each = float(cpu) / articles * 1_000
    cells = " | ".join(f"{int(number):,}" for number in numbers)
    print(f"| {title} | {wall:.2f} | {float(cpu):.2f} | {each:.2f} | {cells} |", flush=True)


def _edited(path: str, pattern: str, by: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / path
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(pattern, by, text, count=1), encoding="utf-8")

    return change


def _template(root: Path) -> None:
    source = shipped_templates() / "pages" / "actor.md.j2"
    own = root / "templates" / "pages" / "actor.md.j2"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")


_ARTICLE = "content/articles/article-7.md"
_CHANGES: dict[str, Callable[[Path], None]] = {
    "from nothing": lambda _: None,
    "none": lambda _: None,
    "none, again": lambda _: None,
    "a word of one article": _edited(_ARTICLE, r"\.\n\n", r" changed.\n\n"),
    "a figure of one article": _edited(_ARTICLE, r"\[some 9", "[some 8"),
    "an actor's name": _edited("content/actors/actor-9.md", r"Bo (\w+)", r"Bo New\1"),
    "the template of actors": _template,
}


if __name__ == "__main__":
    main()
