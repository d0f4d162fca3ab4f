"""Sites that are mended."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.pipeline import Workspace, check_content
from generator.pipeline.fixing import Fixed, find_fixes, write_fixes
from tests.conftest import MakeSite

HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\n"
JANE = "---\nname: Jane Roe\nkind: Person\naliases: [Roe]\nformer-ids: [jane-doe]\n---\n"
ARTICLE = "content/articles/harbour.md"


def check(root: Path) -> tuple[Diagnostic, ...]:
    return check_content(Workspace(root), drafts=True).diagnostics


def fixed(root: Path, *, unsafe: bool = True) -> Fixed:
    found = find_fixes(Workspace(root), unsafe=unsafe)
    write_fixes(Workspace(root), found)
    return found


def mended(make_site: MakeSite, files: Mapping[str, str], *, unsafe: bool = False) -> str:
    """The article of a site after its fixes."""
    root = make_site(files)
    fixed(root, unsafe=unsafe)
    return (root / ARTICLE).read_bytes().decode()


def article(text: str, *keys: str) -> dict[str, str]:
    head = "".join(f"{key}\n" for key in keys)
    return {ARTICLE: f"{HEAD[:-5]}{head}---\n\n{text}\n", "content/actors/jane-roe.md": JANE}
