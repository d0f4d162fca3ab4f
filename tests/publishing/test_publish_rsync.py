from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from generator.publishing.targets import TargetError
from generator.publishing.targets.lock import holder
from generator.publishing.targets.rsync import Rsync
from tests.publishing.releases import make_site, publish, published, tree

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed"),
]

SSH = """#!/bin/sh
# Stands in for ssh: drops its options and the host, and runs the rest as sshd would.
while [ "${1#-}" != "$1" ]; do
  case $1 in -o | -l) shift ;; esac
  shift
done
[ "$1" != unreachable ] || { echo 'ssh: Could not resolve hostname' >&2; exit 255; }
shift
[ "$1" != -- ] || shift
cd "$HOME" && exec sh -c "$*"
"""


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rsync:
    """A folder with a difficult name on "another machine"."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/ssh").write_text(SSH)
    (tmp_path / "bin/ssh").chmod(0o755)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return Rsync("desk@desk.example", "www/the desk's $HOME")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "home/www/the desk's $HOME"


def test_a_release_is_served_through_a_link(target: Rsync, there: Path, tmp_path: Path) -> None:
    assert target.listing() is None
    site = make_site(tmp_path / "site", index="one", a__index="two")

    release = publish(target, site)

    assert release.name == "release 1"
    assert (there / "current").readlink() == Path("releases/000001")
    assert published(target).digest == site[1].digest
    assert tree(there / "current")["a/index.html"] == "two"
    assert (there / "current/a").stat().st_mode & 0o777 == 0o755
    assert not (there / ".briefing-lock").exists()


def test_releases_share_what_is_the_same_and_n_stay(
    target: Rsync, there: Path, tmp_path: Path
) -> None:
    for number in range(12):
        publish(target, make_site(tmp_path / "site", index=str(number), same="same"), keep=3)
        assert len(list((there / "releases").iterdir())) == min(number + 1, 3)

    names = sorted(path.name for path in (there / "releases").iterdir())
    assert names == ["000010", "000011", "000012"]
    first, *_, last = (there / "releases" / name / "same.html" for name in names)
    assert first.samefile(last)
    assert (there / "current/index.html").read_text() == "11"


def test_a_rollback_goes_back_and_what_was_left_is_swept_up(
    target: Rsync, there: Path, tmp_path: Path
) -> None:
    for text in ("a", "b", "c"):
        publish(target, make_site(tmp_path / "site", index=text))
    for expected in ("b", "a"):
        assert target.previous()
        with target.locked():
            target.roll_back()
        assert (there / "current/index.html").read_text() == expected
    with target.locked(), pytest.raises(TargetError, match="no earlier release"):
        target.roll_back()
    (there / "releases/.000004.part").mkdir()

    publish(target, make_site(tmp_path / "site", index="d"))

    assert sorted(path.name for path in (there / "releases").iterdir()) == ["000001", "000004"]
    assert (there / "current/index.html").read_text() == "d"


def test_a_lock_keeps_others_away_and_a_left_one_is_taken_over(
    target: Rsync, there: Path, tmp_path: Path
) -> None:
    publish(target, make_site(tmp_path / "site", index="one"))
    lock = there / ".briefing-lock"
    with target.locked():
        other = Rsync("desk@desk.example", "www/the desk's $HOME")
        with pytest.raises(TargetError, match=f"Process {os.getpid()} on"), other.locked():
            pass
    lock.mkdir()
    (lock / "holder").write_text(holder().replace(f'"pid": {os.getpid()}', '"pid": 4194305'))
    with target.locked() as taken_over:
        assert taken_over == f"Process 4194305 on {socket.gethostname()}"
    lock.mkdir()
    (lock / "holder").write_text('{"host": "another.example", "pid": 1, "started": ""}')
    with pytest.raises(TargetError, match=r"another\.example"), target.locked():
        pass
    then = lock.stat().st_mtime - 3700
    os.utime(lock, (then, then))
    with target.locked() as taken_over:
        assert taken_over == "Process 1 on another.example"
    assert not lock.exists()


def test_who_lost_the_lock_serves_nothing(target: Rsync, there: Path, tmp_path: Path) -> None:
    publish(target, make_site(tmp_path / "site", index="one"))
    with target.locked():
        (there / ".briefing-lock/holder").write_text("somebody else")
        with pytest.raises(TargetError, match="taken the lock over"):
            target.publish(*make_site(tmp_path / "site", index="two"), keep=5)

    assert (there / "current/index.html").read_text() == "one"
    assert (there / ".briefing-lock").exists()


@pytest.mark.usefixtures("target")
def test_a_machine_that_does_not_answer_is_said() -> None:
    with pytest.raises(TargetError, match="unreachable cannot be reached: ssh: Could not"):
        Rsync("unreachable", "www").listing()


def test_a_folder_of_others_is_left_alone(target: Rsync, there: Path, tmp_path: Path) -> None:
    (there / "current").mkdir(parents=True)
    (there / "current/index.html").write_text("somebody's")

    with pytest.raises(TargetError, match="current is no link"):
        publish(target, make_site(tmp_path / "site", index="one"))

    assert (there / "current/index.html").read_text() == "somebody's"
