"""A site in a folder with things around it, which nothing may read, change or add to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics.codes.places import LINK
from generator.pipeline import Workspace, build, check_content
from tests.conftest import CONFIGURATION

SECRET = "the-secret-of-the-folder-above"  # noqa: S105  what must not be read

ARTICLE = "---\ntitle: The ferry is back\ndate: 2024-05-02\n---\n\nIt sails at noon.\n"


def surrounded(folder: Path, files: Mapping[str, str]) -> Path:
    """The root of a site below ``folder``, of ``files``; a text may stand for a link."""
    outside = folder / "outside"
    outside.mkdir()
    for name in ("secret.md", "secret.txt", "secret.png", "secret.md.j2"):
        (outside / name).write_text(f"---\ntitle: {SECRET}\ndate: 2024-05-02\n---\n{SECRET}\n")
    root = folder / "site-root"
    for path, text in {"mkdocs.yml": CONFIGURATION, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith(LINK):
            target.symlink_to(text.removeprefix(LINK))
        else:
            target.write_text(text, encoding="utf-8")
    return root


def state(folder: Path) -> dict[str, str]:
    """All that is below ``folder``: links by where they lead, files by their bytes."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in (*folders, *names):
            place = Path(path) / name
            key = place.relative_to(folder).as_posix()
            if place.is_symlink():
                found[key] = f"→ {place.readlink()}"
            else:
                found[key] = place.read_bytes().hex() if place.is_file() else "folder"
    return found


def tried(folder: Path, root: Path) -> tuple[set[tuple[str, str]], str]:
    """Check and build; the codes with their paths, and all that was said.

    Asserts that nothing around the site changed, and that nothing said or made holds the secret.
    """
    before = {name: held for name, held in state(folder).items() if not _within(name, root.name)}
    workspace = Workspace(root)
    checked = check_content(workspace, drafts=True)
    diagnostics = (*checked.diagnostics, *build(workspace).diagnostics)
    after = {name: held for name, held in state(folder).items() if not _within(name, root.name)}
    assert after == before
    said = "\n".join(f"{item.message} {item.help}" for item in diagnostics)
    assert SECRET not in said
    for made in ("docs", "site", ".briefing"):
        for path in (root / made).rglob("*") if not (root / made).is_symlink() else ():
            if path.is_file() and not path.is_symlink():
                assert SECRET.encode() not in path.read_bytes(), path
    assert all(item.message and item.path for item in diagnostics)
    return {(item.code, item.path) for item in diagnostics}, said


def _within(name: str, root: str) -> bool:
    return name == root or name.startswith(f"{root}/")
