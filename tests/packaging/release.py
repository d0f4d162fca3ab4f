"""Looks through what a release consists of: ``python -m tests.packaging.release DIST``.

The wheel holds the program and all it needs to run, and nothing that only this repository needs.
The bill of materials names every package that an installation brings, each in one version.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
BILL: Final = "sbom.cdx.json"

_SHIPPED: Final = (
    ("templates", "generator/templates"),
    ("docs/handbook", "generator/handbook"),
    ("generator", "generator"),
)
_LEFT_OUT: Final = ("tests/", "benchmarks/", "content/", "docs/", "site/", ".", "noxfile")
_NEEDED: Final = ("README.md", "LICENSE", "pyproject.toml", "tests/packaging/release.py")


def wheel_faults(wheel: Path) -> Iterator[str]:
    """What is missing from the wheel or does not belong there, a sentence each."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for ours, theirs in _SHIPPED:
        for path in sorted((ROOT / ours).rglob("*")):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and "__pycache__" not in parts:
                name = f"{theirs}/{path.relative_to(ROOT / ours).as_posix()}"
                if name not in names:
                    yield f"{wheel.name} lacks {name}."
    for name in sorted(names):
        if name.startswith(_LEFT_OUT) or "__pycache__" in name or name.endswith((".pyc", ".tmp")):
            yield f"{wheel.name} holds {name}, which is not part of the program."
        if not name.startswith(("generator/", "briefing_generator-")):
            yield f"{wheel.name} would put {name} beside other people's packages."


def sdist_faults(sdist: Path) -> Iterator[str]:
    """What is missing from the source archive, and members that could land outside of it."""
    with tarfile.open(sdist) as archive:
        members = archive.getmembers()
    top = sdist.name.removesuffix(".tar.gz")
    names = {member.name for member in members}
    for needed in _NEEDED:
        if f"{top}/{needed}" not in names:
            yield f"{sdist.name} lacks {needed}."
    for member in members:
        if not member.name.startswith(f"{top}/") or ".." in member.name.split("/"):
            yield f"{sdist.name} would write {member.name} elsewhere."
        if not (member.isfile() or member.isdir()):
            yield f"{sdist.name} holds {member.name}, which is no file."


def bill_faults(bill: Mapping[str, Any], wheel: Path) -> Iterator[str]:
    """Whether the bill is CycloneDX, names the wheel's every requirement, and no day or machine."""
    if bill.get("bomFormat") != "CycloneDX":
        yield "The bill of materials is not CycloneDX."
        return
    versions = {_plain(item["name"]): item.get("version", "") for item in bill["components"]}
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
        metadata = archive.read(name).decode()
    for line in re.findall(r"^Requires-Dist: (.+)$", metadata, re.MULTILINE):
        package, _, marker = line.partition(";")
        wanted = re.match(r"[A-Za-z0-9._-]+", package)
        if wanted and not marker and not versions.get(_plain(wanted[0])):
            yield f"The bill of materials does not say which version of {wanted[0]} is used."
    if "timestamp" in bill.get("metadata", {}) or "serialNumber" in bill:
        yield "The bill of materials changes from run to run."
    if str(Path.home()) in json.dumps(bill):
        yield "The bill of materials tells about the machine that it was made on."


def faults(dist: Path) -> Iterator[str]:
    """Everything that is wrong with the release in ``dist``."""
    wheels, sdists = sorted(dist.glob("*.whl")), sorted(dist.glob("*.tar.gz"))
    if len(wheels) != 1 or len(sdists) != 1:
        yield f"{dist} must hold one wheel and one source archive."
        return
    yield from wheel_faults(wheels[0])
    yield from sdist_faults(sdists[0])
    if not (dist / BILL).is_file():
        yield f"{dist} holds no {BILL}."
        return
    yield from bill_faults(json.loads((dist / BILL).read_bytes()), wheels[0])


def pins(lock: str) -> str:
    """The versions of a lock file without their digests, for a file of constraints."""
    found = re.findall(r"^([A-Za-z0-9._-]+==[^\\\n]+?)[ \\]*$", lock, re.MULTILINE)
    return "".join(f"{line}\n" for line in found)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1])))
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.exit(1 if found else 0)
