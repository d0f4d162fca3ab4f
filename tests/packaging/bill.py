"""Writes the bill of materials of a release: ``python -m tests.packaging.bill LOCK DIST``.

It tells what installing the wheel brings, in the versions of the lock file: CycloneDX, made by
cyclonedx-py from a fresh environment that holds nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from tests.packaging.release import BILL, ROOT, pins


def main(lock: str, dist: str) -> None:
    """Write ``DIST/sbom.cdx.json``."""
    (wheel,) = Path(dist).glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder) / "constraints.txt"
        constraints.write_text(pins(Path(lock).read_text(encoding="utf-8")), encoding="utf-8")
        environment = Path(folder) / "environment"
        venv.create(environment, with_pip=False)
        python = next(one for one in sorted(environment.glob("*/python*")) if one.is_file())
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"),
                *("--only-binary", ":all:", "--constraint", str(constraints), str(wheel)),
            ],
            check=True,
        )
        raw = subprocess.run(
            [
                *(sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"),
                *("--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "application"),
                str(python),
            ],
            check=True,
            capture_output=True,
        ).stdout
    bill = without_places(json.loads(raw))
    (Path(dist) / BILL).write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", "utf-8")


def without_places(bill: Any) -> Any:  # noqa: ANN401  JSON
    """The bill without addresses of files on this machine, which say where the wheel was."""
    if isinstance(bill, dict):
        return {key: without_places(value) for key, value in bill.items()}
    if isinstance(bill, list):
        kept = [item for item in bill if not _is_place(item)]
        return [without_places(item) for item in kept]
    return bill


def _is_place(item: object) -> bool:
    return isinstance(item, dict) and str(item.get("url", "")).startswith("file:")


if __name__ == "__main__":
    main(*sys.argv[1:])
