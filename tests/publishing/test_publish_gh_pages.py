from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.publishing.published import NAME
from generator.publishing.targets import TargetError
from generator.publishing.targets.gh_pages import GhPages
from tests.publishing.releases import make_site, publish, published

pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository with one commit, and nobody's settings around it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    seed = tmp_path / "seed"
    seed.mkdir()
    git(seed, "init", "--quiet", "--initial-branch=main")
    who = ("-c", "user.name=Ann Example", "-c", "user.email=ann@desk.example")
    git(seed, *who, "commit", "--quiet", "--allow-empty", "--message", "First")
    git(tmp_path, "clone", "--quiet", "--bare", str(seed), "hub.git")
    return tmp_path / "hub.git"


def clone(hub: Path, name: str, *options: str) -> Path:
    git(hub.parent, "clone", "--quiet", *options, f"file://{hub}", name)
    return hub.parent / name


def online(hub: Path) -> dict[str, str]:
    names = git(hub, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    return {name: git(hub, "show", f"gh-pages:{name}") for name in names}


def test_a_site_is_one_commit_on_the_branch(hub: Path, tmp_path: Path) -> None:
    target = GhPages(clone(hub, "desk"))
    site = make_site(tmp_path / "site", index="one", a__index="two")

    release = publish(target, site)

    assert release.name.removeprefix("commit ") in git(hub, "rev-parse", "gh-pages")
    served = online(hub)
    assert json.loads(served.pop(NAME))["digest"] == site[1].digest
    assert served == {".nojekyll": "", "index.html": "one", "a/index.html": "two"}
    assert git(hub, "log", "-1", "--format=%cn", "gh-pages") == "Ann Example"
    assert published(GhPages(clone(hub, "other"))).digest == site[1].digest


def test_a_second_release_has_the_first_as_its_past(hub: Path, tmp_path: Path) -> None:
    publish(GhPages(clone(hub, "desk")), make_site(tmp_path / "site", index="one", old="x"))
    publish(GhPages(clone(hub, "other", "--depth=1")), make_site(tmp_path / "site", index="two"))

    assert git(hub, "rev-list", "--count", "gh-pages") == "2"
    assert online(hub)["index.html"] == "two"
    assert "old.html" not in online(hub)


def test_a_rollback_goes_back_release_by_release(hub: Path, tmp_path: Path) -> None:
    target = GhPages(clone(hub, "desk"))
    for text in ("a", "b", "c"):
        publish(target, make_site(tmp_path / "site", index=text))

    for expected in ("b", "a"):
        assert target.previous()
        with target.locked():
            target.roll_back()
        assert online(hub)["index.html"] == expected
    with target.locked(), pytest.raises(TargetError, match="no earlier release"):
        target.roll_back()
    assert git(hub, "rev-list", "--count", "gh-pages") == "5"


def test_who_publishes_second_is_refused(hub: Path, tmp_path: Path) -> None:
    first, second = GhPages(clone(hub, "desk")), GhPages(clone(hub, "other"))
    publish(first, make_site(tmp_path / "site", index="one"))
    with second.locked():
        second.listing()
        publish(first, make_site(tmp_path / "site", index="two"))
        with pytest.raises(TargetError, match="git push was refused"):
            second.publish(*make_site(tmp_path / "site", index="three"), keep=5)

    assert online(hub)["index.html"] == "two"
    publish(second, make_site(tmp_path / "site", index="three"))
    assert online(hub)["index.html"] == "three"


def test_the_address_that_the_host_wrote_stays(hub: Path, tmp_path: Path) -> None:
    desk = clone(hub, "desk")
    publish(GhPages(desk), make_site(tmp_path / "site", index="one"))
    who = ("-c", "user.name=Host", "-c", "user.email=host@desk.example")
    git(desk, "checkout", "--quiet", "-b", "by-host", "origin/gh-pages")
    (desk / "CNAME").write_text("desk.example\n")
    git(desk, "add", "CNAME")
    git(desk, *who, "commit", "--quiet", "--message", "Create CNAME")
    git(desk, "push", "--quiet", "origin", "by-host:gh-pages")

    publish(GhPages(desk), make_site(tmp_path / "site", index="two"))

    assert online(hub)["CNAME"] == "desk.example"
    assert online(hub)["index.html"] == "two"


def test_without_a_repository_or_a_remote_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="no git repository"), GhPages(tmp_path).locked():
        pass
    git(tmp_path, "init", "--quiet")
    with pytest.raises(TargetError, match="git fetch failed"):
        GhPages(tmp_path).listing()
