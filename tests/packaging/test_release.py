"""What a release may hold, told from archives made for that; and how packages are installed."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.packaging import release
from tests.packaging.bill import without_places

ROOT = Path(__file__).resolve().parents[2]
WHEEL = "briefing_generator-1-py3-none-any.whl"
METADATA = "briefing_generator-1.dist-info/METADATA"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel that holds what is asked for and nothing else."""
    path = tmp_path / WHEEL
    with zipfile.ZipFile(path, "w") as archive:
        for ours, theirs in release._SHIPPED:
            for file in (ROOT / ours).rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    archive.writestr(f"{theirs}/{file.relative_to(ROOT / ours).as_posix()}", b"")
        archive.writestr(
            METADATA, "Name: x\nRequires-Dist: A.b>=1\nRequires-Dist: t; extra == 't'\n"
        )
    return path


def added(wheel: Path, name: str) -> list[str]:
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr(name, b"")
    return list(release.wheel_faults(wheel))


def test_a_whole_wheel_is_good(wheel: Path) -> None:
    assert list(release.wheel_faults(wheel)) == []


@pytest.mark.parametrize("name", ["tests/test_x.py", "generator/__pycache__/x.pyc", "other/x.py"])
def test_what_is_not_the_program_is_told(wheel: Path, name: str) -> None:
    assert name in " ".join(added(wheel, name))


def test_a_template_that_is_missing_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / WHEEL, "w") as archive:
        archive.writestr("generator/__init__.py", b"")

    assert any("generator/templates/" in fault for fault in release.wheel_faults(tmp_path / WHEEL))


@pytest.mark.parametrize(
    ("name", "kind"), [("x-1/../../y", tarfile.REGTYPE), ("x-1/y", tarfile.SYMTYPE)]
)
def test_a_source_archive_writes_nothing_elsewhere(tmp_path: Path, name: str, kind: bytes) -> None:
    path = tmp_path / "x-1.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for needed in release._NEEDED:
            archive.addfile(tarfile.TarInfo(f"x-1/{needed}"), io.BytesIO())
    assert list(release.sdist_faults(path)) == []
    with tarfile.open(path, "w:gz") as archive:
        for needed in release._NEEDED:
            archive.addfile(tarfile.TarInfo(f"x-1/{needed}"), io.BytesIO())
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, "/etc/passwd"
        archive.addfile(member, io.BytesIO())

    assert len(list(release.sdist_faults(path))) == 1


def bill(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  JSON
    components = [{"name": "a-b", "version": "1.2"}]
    return {"bomFormat": "CycloneDX", "components": components, "metadata": {}, **changes}


def test_the_bill_names_each_requirement_and_no_moment(wheel: Path) -> None:
    assert list(release.bill_faults(bill(), wheel)) == []
    assert "A.b" in next(release.bill_faults(bill(components=[]), wheel))
    assert list(release.bill_faults(bill(serialNumber="urn:uuid:1"), wheel))
    assert list(release.bill_faults(bill(metadata={"timestamp": "2026"}), wheel))
    assert list(release.bill_faults({}, wheel))


def test_the_bill_says_nothing_of_where_it_was_made() -> None:
    told = {"references": [{"url": "file:///home/x.whl"}, {"url": "https://a.example/"}]}

    assert without_places(told) == {"references": [{"url": "https://a.example/"}]}


def test_pins_are_the_versions_of_the_lock_file() -> None:
    lock = "a.b==1.0 ; python_version < '3.12' \\\n    --hash=sha256:00\nc==2 \\\n    --hash=x\n"

    assert release.pins(lock) == "a.b==1.0 ; python_version < '3.12'\nc==2\n"


def test_sessions_install_wheels_of_the_lock_file_and_nothing_else() -> None:
    noxfile = pytest.importorskip("noxfile")
    asked: list[tuple[str, ...]] = []
    noxfile.install(SimpleNamespace(install=lambda *arguments: asked.append(arguments)))

    assert {"--require-hashes", "--only-binary", ":all:", "requirements.lock"} <= set(asked[0])
    # The second builds this checkout alone, with what the first brought.
    assert asked[1:] == [("--no-deps", "--no-build-isolation", "--editable", ".")]


def test_every_locked_package_has_its_digest() -> None:
    entries = (ROOT / "requirements.lock").read_text(encoding="utf-8").split("\n    --hash=sha256:")
    names = release.pins((ROOT / "requirements.lock").read_text(encoding="utf-8")).splitlines()

    assert len(names) > 50
    assert len(entries) > len(names)
    assert "http" not in "".join(names)
