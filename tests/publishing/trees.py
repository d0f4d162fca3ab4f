"""Sites as MkDocs itself builds them, to hold ours against."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.publishing import SiteBuild, build_site
from generator.publishing.site.environment import collected_log, environment

EPOCH = 1_600_000_000


def files(folder: Path) -> dict[str, bytes]:
    """A tree's files by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def write(root: Path, texts: dict[str, str]) -> None:
    """Bring the files below ``root`` to ``texts``; what a build made there is left."""
    made = {"site", "cache"}
    for path in sorted(root.rglob("*"), reverse=True):
        relative = path.relative_to(root)
        if relative.parts[0] in made or relative.parts[0].startswith(".site"):
            continue
        if path.is_file() and relative.as_posix() not in texts:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, text in texts.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        if not target.is_file() or target.read_bytes() != data:
            target.write_bytes(data)
    (root / "docs").mkdir(exist_ok=True)


def plain(root: Path, place: Path, epoch: int = EPOCH) -> tuple[dict[str, bytes], list[str]]:
    """The tree and the warnings of ``mkdocs build``."""
    shutil.rmtree(place, ignore_errors=True)
    with environment(epoch), collected_log() as records:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(place))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    said = [item.getMessage() for item in records if item.levelno >= logging.WARNING]
    return files(place), [" ".join(message.split()) for message in said]


def ours(root: Path, *, jobs: int = 1, epoch: int = EPOCH) -> SiteBuild:
    """Build the site with what earlier builds left in its cache."""
    return build_site(root, cache=root / "cache", epoch=epoch, jobs=jobs)


def warnings(built: SiteBuild) -> list[str]:
    """What a build warned of, as MkDocs has it."""
    return [item.message.removeprefix("MkDocs: ") for item in built.diagnostics]


def compare(root: Path, built: SiteBuild, place: Path, epoch: int = EPOCH) -> None:
    """Fail unless the site and its warnings are MkDocs' own."""
    tree, said = plain(root, place, epoch)
    found = files(root / "site")
    assert found.keys() == tree.keys()
    assert [name for name in sorted(tree) if found[name] != tree[name]] == []
    assert warnings(built) == said
    assert not [path for path in root.iterdir() if path.name.startswith(".site")]
