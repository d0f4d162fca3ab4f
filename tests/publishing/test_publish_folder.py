from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.published import NAME
from generator.publishing.targets import TargetError, copying
from generator.publishing.targets.folder import Folder
from generator.publishing.targets.lock import file_lock, holder, is_alive, read_holder
from tests.publishing.releases import make_site, publish, published, tree


def releases(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir())


def test_a_release_is_served_through_a_link(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", index="one", a__index="two")

    release = publish(Folder(tmp_path / "out"), site)

    assert release.name == "release 1"
    assert (tmp_path / "out/current").readlink() == Path("releases/000001")
    served = tree(tmp_path / "out/current")
    assert json.loads(served.pop(NAME))["files"] == site[1].files
    assert served == {"index.html": "one", "a/index.html": "two"}
    assert (tmp_path / "out/current/a").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "out/current/index.html").stat().st_mode & 0o777 == 0o644


def test_files_that_are_the_same_are_shared_and_keep_their_time(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")
    publish(target, make_site(tmp_path / "site", index="one", same="same"))
    publish(target, make_site(tmp_path / "site", index="two", same="same"))

    first, second = (tmp_path / "out/releases" / name for name in ("000001", "000002"))
    assert (first / "same.html").samefile(second / "same.html")
    assert (first / "index.html").read_text() == "one"
    assert (second / "index.html").read_text() == "two"
    times = [int((one / "index.html").stat().st_mtime) for one in (first, second)]
    assert times[1] > times[0], "a web server would take one for the other"


@pytest.mark.parametrize("keep", [2, 3, 5])
def test_n_releases_stay_and_the_newest_is_served(tmp_path: Path, keep: int) -> None:
    target = Folder(tmp_path / "out")
    for number in range(1, 9):
        publish(target, make_site(tmp_path / "site", index=str(number)), keep=keep)
        stay = range(max(1, number - keep + 1), number + 1)
        assert releases(tmp_path / "out") == [f"{one:06d}" for one in stay]
        assert (tmp_path / "out/current/index.html").read_text() == str(number)


def test_a_rollback_goes_back_release_by_release(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")
    for number in range(3):
        publish(target, make_site(tmp_path / "site", index=str(number)))

    for expected in ("1", "0"):
        previous = target.previous()
        with target.locked():
            target.roll_back()
        assert (tmp_path / "out/current/index.html").read_text() == expected
        assert previous == target.listing()
    with target.locked(), pytest.raises(TargetError, match="no earlier release"):
        target.roll_back()
    assert (tmp_path / "out/current/index.html").read_text() == "0"


def test_what_was_rolled_back_from_is_never_served_again(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")
    for text in ("good", "bad"):
        publish(target, make_site(tmp_path / "site", index=text))
    with target.locked():
        target.roll_back()
    publish(target, make_site(tmp_path / "site", index="better"))
    assert releases(tmp_path / "out") == ["000001", "000003"]

    with target.locked():
        target.roll_back()

    assert (tmp_path / "out/current/index.html").read_text() == "good"


def test_what_a_killed_publisher_left_is_swept_up(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")
    publish(target, make_site(tmp_path / "site", index="one"))
    for left in (".000002.part", ".000001.gone", "000002"):
        (tmp_path / "out/releases" / left / "x").mkdir(parents=True)
    (tmp_path / "out/.current.new").symlink_to("releases/000002")

    publish(target, make_site(tmp_path / "site", index="two"))

    assert releases(tmp_path / "out") == ["000001", "000003"]
    assert (tmp_path / "out/current/index.html").read_text() == "two"
    assert not os.path.lexists(tmp_path / "out/.current.new")


def test_a_disk_that_refuses_leaves_the_last_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Folder(tmp_path / "out")
    publish(target, make_site(tmp_path / "site", index="one", z="z"))
    before = tree(tmp_path / "out")
    site = make_site(tmp_path / "site", index="two", z="y")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "_write", full)
    with pytest.raises(OSError, match="No space"):
        publish(target, site)

    assert tree(tmp_path / "out") == before
    assert releases(tmp_path / "out") == ["000001"]


def test_a_site_that_changes_meanwhile_is_not_published(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")
    site = make_site(tmp_path / "site", index="one", a="a")
    publish(target, site)
    (tmp_path / "site/index.html").write_text("not looked through")

    with pytest.raises(TargetError, match="changed while it was being published"):
        publish(target, site)

    assert (tmp_path / "out/current/index.html").read_text() == "one"
    assert releases(tmp_path / "out") == ["000001"]


@pytest.mark.parametrize(
    ("path", "said"),
    [("out/index.html", "holds other files"), ("out/current/index.html", "is no link")],
)
def test_folders_of_others_are_left_alone(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("somebody's")

    with pytest.raises(TargetError, match=said):
        publish(Folder(tmp_path / "out"), make_site(tmp_path / "site", index="one"))

    assert tree(tmp_path / "out") == {path.removeprefix("out/"): "somebody's"}


def test_two_publishers_are_kept_apart(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")
    with target.locked():
        busy = f"Process {os.getpid()} on {socket.gethostname()} is publishing there"
        with pytest.raises(TargetError, match=busy), Folder(tmp_path / "out").locked():
            pass
    with target.locked() as taken_over:
        assert taken_over == ""


def test_the_lock_of_a_dead_process_is_taken_over_and_said(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    dying = (
        "import os, pathlib, sys; from generator.publishing.targets.lock import file_lock\n"
        "with file_lock(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    died = subprocess.run([sys.executable, "-c", dying, str(lock)], check=False)
    assert died.returncode == -9
    who = read_holder(lock.read_text())
    assert who
    assert not is_alive(who)

    with file_lock(lock) as taken_over:
        assert taken_over == f"Process {who['pid']} on {who['host']}"
    with file_lock(lock) as taken_over:
        assert taken_over == ""


def test_the_lock_of_another_machine_is_believed_for_an_hour(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text('{"host": "another.example", "pid": 7, "started": ""}\n')

    with pytest.raises(TargetError, match=r"Process 7 on another\.example"), file_lock(lock):
        pass
    then = lock.stat().st_mtime - 3601
    os.utime(lock, (then, then))

    with file_lock(lock) as taken_over:
        assert taken_over == "Process 7 on another.example"


def test_a_process_of_the_same_number_is_another() -> None:
    who = read_holder(holder())
    assert who
    assert is_alive(who)
    assert not is_alive({**who, "started": "an earlier boot/1"})
    assert read_holder("half a l") is None


def test_a_first_release_compares_with_nothing(tmp_path: Path) -> None:
    target = Folder(tmp_path / "out")

    assert target.listing() is None
    assert target.previous() is None
    assert not (tmp_path / "out").exists()
    site = make_site(tmp_path / "site", index="one")
    publish(target, site)
    assert published(target).digest == site[1].digest


def test_another_publisher_is_waited_for(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    holding = (
        "import pathlib, sys, time; from generator.publishing.targets.lock import file_lock\n"
        "with file_lock(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(1)"
    )
    command = [sys.executable, "-c", holding, str(lock)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(TargetError, match=f"Process {other.pid}"), file_lock(lock):
            pass
        with file_lock(lock, wait=60) as taken_over:
            assert taken_over == ""
