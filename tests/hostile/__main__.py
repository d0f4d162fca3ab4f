"""Puts every text of a collection at every place, builds, opens every page, and counts.

``python -m tests.hostile [PAYLOADS.jsonl] [--keep FOLDER]``: without a file the project's own
collection. Exit code 1 where a script ran, or a page holds what the clean site does not have.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.chromium import launched
from tests.hostile.building import clean_site, folder, publish, settle
from tests.hostile.extras import PACK, PLACES, extra_site
from tests.hostile.payloads import payloads, read_list
from tests.hostile.placing import Placer, all_places
from tests.hostile.probing import Finding, known_marks, own_classes, probe_all, told


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; the exit code."""
    parser = argparse.ArgumentParser(prog="nox -s hostile --", description=__doc__)
    parser.add_argument("payloads", nargs="?", type=Path, help="a file of JSON strings, one a line")
    parser.add_argument("--keep", type=Path, help="a new folder in which the sites are left")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    given = parser.parse_args(arguments)
    try:
        texts = read_list(given.payloads) if given.payloads else payloads()
    except (OSError, ValueError) as error:
        parser.error(str(error))
    if not texts:
        parser.error(f"{given.payloads} holds no text")
    if given.keep:
        given.keep.mkdir(parents=True)
        return run(texts, given.keep.resolve(), given.jobs)
    with tempfile.TemporaryDirectory() as root:
        return run(texts, Path(root).resolve(), given.jobs)


def run(texts: Sequence[str], root: Path, jobs: int) -> int:
    """Build and open all, and say what came of it; the exit code."""
    started = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", flush=True)  # noqa: T201

    clean = clean_site(root / "clean")
    with launched() as browser:
        known = known_marks(browser, clean) | own_classes()
    say(f"the clean site holds {len(known):,} kinds of marks")
    placer = Placer(texts, jobs=jobs)
    placed = settle(folder(root / "texts"), placer)
    places = len(all_places())
    lost = placer.lost(placed)
    say(
        f"{len(texts):,} texts × {places} places: {sum(placed.standing.values()):,} stand, "
        f"{sum(placed.refused.values()):,} are refused as errors, {sum(lost.values()):,} are lost"
    )
    sites = [publish(root / "texts")]
    say("built")
    unusable = 0
    for number, start in enumerate(range(0, len(texts), PACK)):
        extra = root / f"extra-{number}"
        unusable += extra_site(extra, texts[start : start + PACK])
        sites.append(publish(extra))
    say(f"{len(PLACES)} more places in settings and imports: {unusable:,} imports not usable")
    pages, findings = 0, list[Finding]()
    for site in sites:
        probed = probe_all(site, known, jobs)
        pages += probed.pages
        findings += probed.findings
    executed = [item for item in findings if item.executed]
    others = [item for item in findings if not item.executed]
    say(f"{pages:,} pages opened: {len(executed):,} executed, {len(others):,} other findings")
    if findings:
        print(told([*executed, *others], most=100))  # noqa: T201
    if lost:
        print("Lost:", lost)  # noqa: T201
    return 1 if findings or lost else 0


if __name__ == "__main__":
    sys.exit(main())
