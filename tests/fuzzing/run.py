"""Coverage-guided fuzzing: ``nox -s fuzz -- TARGET SECONDS``; ``all`` takes every target in turn.

Each run adds a line to ``figures.jsonl`` in its folder: inputs tried, seconds on the clock and of
CPU, features of coverage, and faults known so far. What was found interesting stays in ``corpus``
and is where the next run begins.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from .targets import ROOT, TARGETS

_DONE = re.compile(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+) corp: (\d+)", re.MULTILINE)
_LONGEST = 4096


def main() -> int:
    """Run what the command line says; 1 where there are faults."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("target", choices=("all", *TARGETS))
    parser.add_argument("seconds", type=int, help="for each target, on the clock")
    parser.add_argument("--folder", type=Path, default=ROOT / ".fuzzing")
    given = parser.parse_args()
    chosen = tuple(TARGETS) if given.target == "all" else (given.target,)
    return max(_run(name, given.seconds, given.folder) for name in chosen)


def _run(name: str, seconds: int, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        *(sys.executable, "-m", "tests.fuzzing.instrumented", name, str(folder)),
        *(f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=60"),
        f"-artifact_prefix={folder / 'faults' / name}/",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = _DONE.findall(ended.stderr.decode(errors="replace"))
    tried, blocks, features, kept = map(int, lines[-1]) if lines else (0, 0, 0, 0)
    faults = sorted(path.name for path in (folder / "faults" / name).iterdir())
    faults = [fault for fault in faults if not fault.endswith(".txt")]
    figures = {
        "target": name,
        "inputs": tried,
        "seconds": round(time.monotonic() - started, 1),
        "cpu": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
        "coverage": blocks,
        "features": features,
        "corpus": kept,
        "faults": faults,
        "status": ended.returncode,
    }
    with (folder / "figures.jsonl").open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(figures)}\n")
    print(json.dumps(figures), flush=True)  # noqa: T201  its report
    if ended.returncode:
        sys.stderr.write(ended.stderr.decode(errors="replace")[-2000:])
    return 1 if faults or ended.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
