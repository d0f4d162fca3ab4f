"""What the workflows and hooks run is what this project tests, and hosts' files say the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import CONFIGURATION, MakeSite
from tests.handbook.reading import HANDBOOK, ROOT, blocks
from tests.hosting.conftest import ARTICLE, write_command

pytestmark = pytest.mark.slow

SCAFFOLD = ROOT / "generator" / "scaffold"
WORKFLOWS = sorted((SCAFFOLD / "github/.github/workflows").glob("*.yml"))
GITLAB = SCAFFOLD / "gitlab/.gitlab-ci.yml"
INSTALL = "python -m pip install --requirement requirements.txt"


def github(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def gitlab() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in github(path)["jobs"].values() for step in job["steps"]]


def lines() -> dict[str, str]:
    """Every line that a workflow or a host runs, by where it stands."""
    found = {}
    for path in WORKFLOWS:
        for step in steps(path):
            if "run" in step:
                found[f"{path.stem}: {step['name']}"] = step["run"]
    jobs = gitlab()
    for name in ("check", "preview", "pages", "stale"):
        for number, line in enumerate(jobs[name]["script"]):
            found[f"gitlab {name} {number}"] = line
    hosting = HANDBOOK / "hosting.md"
    (netlify,) = (block for block in blocks(hosting) if block.path == "netlify.toml")
    found["netlify"] = tomllib.loads(netlify.text)["build"]["command"]
    (cloudflare,) = re.findall(r"\| build command \| `([^`]+)` \|", hosting.read_text("utf-8"))
    found["cloudflare"] = cloudflare.replace("https://desk.example/", "$URL")
    (docs,) = (block for block in blocks(hosting) if block.path == ".readthedocs.yaml")
    commands = yaml.safe_load(docs.text)["build"]["commands"]
    found["readthedocs"] = " && ".join(line for line in commands if line != INSTALL)
    return {name: line for name, line in found.items() if "pip install" not in line}


@pytest.fixture
def clone(make_site: MakeSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom's clone with a branch on it, in the environment that workflows have."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\nname = Ann Example\nemail = ann@desk.example\n")
    article = ARTICLE.format(title="Harbour", text="It opens.")
    root = make_site({"content/articles/harbour.md": article, "mkdocs.yml": configuration()})
    (root / ".gitignore").write_text("/docs/\n/site/\n.briefing/\n")
    hub = tmp_path / "hub.git"
    for arguments in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "."),
        ("commit", "--quiet", "--message", "First"),
        ("clone", "--quiet", "--bare", ".", str(hub)),
        ("remote", "add", "origin", str(hub)),
        ("checkout", "--quiet", "-b", "change"),
    ):
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)
    ferry = ARTICLE.format(title="Ferry", text="It sails.")
    (root / "content/articles/ferry.md").write_text(ferry)
    for arguments in (("add", "."), ("commit", "--quiet", "--message", "Second")):
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)
    return root


def configuration() -> str:
    return CONFIGURATION + "use_directory_urls: !ENV [DIRECTORY_ADDRESSES, true]\n"


def run(clone: Path, line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line as a runner's shell does."""
    command = write_command(clone.parent / "bin" / "briefing")
    first = subprocess.run(
        ["git", "rev-parse", "main"], cwd=clone, check=True, capture_output=True, text=True
    ).stdout.strip()
    environment = {
        **{name: text for name, text in os.environ.items() if not name.startswith("GITHUB_")},
        "PATH": f"{command.parent}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}"
        + os.environ["PATH"],
        "BASE": first,
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": first,
        "CI_PAGES_URL": "http://127.0.0.1:9/none.json",
        "URL": "http://127.0.0.1:9/none.json",
        "GITHUB_STEP_SUMMARY": str(clone.parent / "summary.md"),
        "READTHEDOCS_OUTPUT": str(clone.parent / "output"),
        **variables,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", line],
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", [name for name in lines() if "Roll back" not in name])
def test_every_line_runs(clone: Path, name: str) -> None:
    line = lines()[name]
    # What is online is asked of the site itself, which a test cannot: an empty folder answers.
    (clone.parent / "online").mkdir()
    listing = '{"version": 1, "digest": "", "files": {}, "redirects": {}}'
    (clone.parent / "online/briefing-manifest.json").write_text(listing)
    online = str(clone.parent / "online")

    done = run(clone, line, CI_PAGES_URL=online, URL=online)

    assert done.returncode == 0, done.stderr + done.stdout


def test_a_rollback_runs_after_two_publications(clone: Path) -> None:
    known = lines()
    assert run(clone, known["publish: Publish"]).returncode == 0
    article = clone / "content/articles/ferry.md"
    article.write_text(article.read_text().replace("sails", "sails again"))
    assert run(clone, known["publish: Publish"]).returncode == 0

    done = run(clone, known["publish: Roll back"])

    assert done.returncode == 0, done.stderr
    assert "Rolled back to the branch gh-pages of origin" in done.stdout
    assert "~ articles/ferry/" in done.stdout or "~ briefings/ferry/" in done.stdout


def test_a_fault_is_an_annotation_and_fails(clone: Path) -> None:
    (clone / "content/articles/pier.md").write_text("---\ntitle: Pier\n---\n\nIt is open.\n")
    known = lines()

    done = run(clone, known["check: Content"])
    assert done.returncode == 1
    assert "::error file=content/articles/pier.md,line=1," in done.stdout
    done = run(clone, known["gitlab check 0"])
    assert done.returncode == 1
    assert '"path": "content/articles/pier.md"' in (clone / "faults.json").read_text()
    assert run(clone, known["publish: Publish"]).returncode == 1


def test_the_preview_opens_from_a_disk(clone: Path) -> None:
    (preview,) = (step for step in steps(WORKFLOWS[0]) if "Preview" in step.get("name", ""))

    done = run(clone, preview["run"], **preview["env"])

    assert done.returncode == 0, done.stderr
    assert (clone / "site/briefings/ferry.html").is_file()
    assert preview["env"] == {
        "DIRECTORY_ADDRESSES": gitlab()["preview"]["variables"]["DIRECTORY_ADDRESSES"]
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_few_permissions_and_pinned_actions(path: Path) -> None:
    workflow = github(path)

    assert workflow["permissions"] == {}
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    granted = [set(job["permissions"].items()) for job in workflow["jobs"].values()]
    wanted = {("contents", "write" if path.stem == "publish" else "read")}
    assert granted == [wanted]
    for step in steps(path):
        assert (
            re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", step["uses"]) if "uses" in step else True
        )
        assert "${{" not in step.get("run", ""), (
            "an expression in a shell line can be injected into"
        )
    written = re.findall(
        r"@[0-9a-f]{40} # (v\d+\.\d+\.\d+)$", path.read_text("utf-8"), re.MULTILINE
    )
    assert len(written) == sum("uses" in step for step in steps(path))
