"""Runs commands for tests, each in a process of its own that may be made to fail or be killed.

``python -m tests.faults.stage`` reads one job a line, as JSON: ``folder``, ``arguments``,
``watched``, ``at``, ``fault``, ``out``. Each is done by a copy of this process, so that what is
slow to load is loaded once. Its answer is one line: ``code``, ``modules``.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.faults.interference import Interference


def main() -> None:
    """Do jobs until there are none."""
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            _run(job)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        _load(Path(job["out"]) / "modules")
        sys.stdout.write(json.dumps({"code": code}) + "\n")
        sys.stdout.flush()


def _run(job: dict[str, Any]) -> None:
    out = Path(job["out"])
    said = os.open(out / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    steps = os.open(out / "steps", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.chdir(job["folder"])
    os.environ.update(TMPDIR=job["tmp"], PYTHONDONTWRITEBYTECODE="1")
    sys.dont_write_bytecode = True
    watched = Interference(
        tuple(job["watched"]),
        lambda text: void(os.write(steps, text.encode())),
        job["at"],
        job["fault"],
    )
    code = 1
    try:
        watched.begin()
        command = importlib.import_module("generator.cli").main
        command(job["arguments"], prog_name="briefing")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  printed as Python does
        sys.excepthook(*sys.exc_info())
    finally:
        watched.busy = True
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        (out / "modules").write_text("\n".join(sorted(sys.modules)), encoding="utf-8")
        os._exit(code)


def void(_: object) -> None:
    """Nothing."""


def _load(names: Path) -> None:
    """Load what a job loaded, for the next ones."""
    if names.is_file():
        for name in names.read_text(encoding="utf-8").splitlines():
            if name not in sys.modules and name.partition(".")[0] in _KNOWN:
                with contextlib.suppress(Exception):
                    importlib.import_module(name)


_KNOWN = frozenset(
    {
        *("generator", "mkdocs", "markdown", "jinja2", "babel", "pagefind", "pydantic", "msgspec"),
        *("pydantic_core", "PIL", "yaml", "click", "material", "rapidfuzz", "ahocorasick_rs"),
        *("lxml", "nh3", "trafilatura", "html", "asyncio", "multiprocessing", "zlib", "ctypes"),
        *("pygments", "pymdownx", "ghp_import", "packaging", "importlib", "email", "http", "xml"),
    }
)


if __name__ == "__main__":
    main()
