"""Real articles, as found, from a pasted text to a page. None of them is part of this project."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.pipeline import Workspace, build, check_content
from generator.pipeline.imports import import_file
from tests.conftest import MakeSite

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "articles"
TEXTS = sorted(FOLDER.glob("*.txt"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TEXTS, reason="the folder of real articles is not beside this project"),
]

ACTORS = {
    "content/actors/putin.md": "---\nname: Vladimir Putin\nkind: Person\naliases: [Putin]\n---\n",
    "content/actors/assad.md": "---\nname: Bashar Assad\nkind: Person\naliases: [Assad]\n---\n",
}


def words(text: str) -> list[str]:
    return text.split()


def body(article: Path) -> str:
    return article.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def plain(markup: str) -> str:
    """A draft's words: printed labels kept, escapes and heading marks taken off."""
    lines = (re.sub(r"^#{1,6} ", "", line) for line in markup.splitlines())
    return html.unescape(re.sub(r"\\(.)", r"\1", "\n".join(lines)))


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_every_text_becomes_a_draft_that_checks_and_builds(make_site: MakeSite, text: Path) -> None:
    root = make_site({})
    workspace = Workspace(root)

    imported = import_file(workspace, text, root / "content" / "articles" / "found.md")

    assert imported.path is not None
    assert all(item.severity is not Severity.ERROR for item in imported.diagnostics)
    faults = check_content(workspace, drafts=True).diagnostics
    assert [item for item in faults if item.severity is Severity.ERROR] == []
    article = root / "content" / "articles" / "found.md"
    draft = article.read_text(encoding="utf-8")
    assert "status: draft" in draft
    article.write_text(draft.replace("status: draft\n", ""), encoding="utf-8")
    result = build(workspace)
    assert result.done, result.diagnostics
    assert (root / "site" / "briefings" / "found" / "index.html").is_file()


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_no_word_is_changed(make_site: MakeSite, text: Path) -> None:
    root = make_site({})
    import_file(Workspace(root), text, root / "content" / "articles" / "found.md")
    article = root / "content" / "articles" / "found.md"
    found = words(text.read_text(encoding="utf-8"))
    front = article.read_text(encoding="utf-8").split("\n---\n", 1)[0]
    kept = words(plain(body(article)))

    # What is not in the body stands in front matter, or was printed twice.
    position = 0
    for word in found:
        if position < len(kept) and kept[position] == word:
            position += 1
        else:
            assert word.strip("'\"") in front or word in kept, word
    assert position == len(kept)


def test_the_private_article_becomes_a_briefing(make_site: MakeSite) -> None:
    source = FOLDER / "putin-assad-2021.txt"
    root = make_site(ACTORS)
    workspace = Workspace(root)
    article = root / "content" / "articles" / "moscow.md"
    import_file(workspace, source, article)

    text = article.read_text(encoding="utf-8").replace("status: draft\n", "")
    for old, new in {
        "President Vladimir Putin and": "President [Vladimir Putin]{.actor role=host} and",
        "some 4 million people": "[some 4 million people]{.figure label=Idlib}",
        "has killed half a million people": "has killed "
        "[half a million people]{.figure label=Killed}",
        "Syria’s conflict began": "::: background\nSyria’s conflict began",
        "five million who are refugees outside the country.": "five million who are refugees "
        "outside the country.\n:::",
    }.items():
        assert old in text
        text = text.replace(old, new, 1)
    article.write_text(text, encoding="utf-8")

    checked = check_content(workspace, drafts=True)
    assert not checked.stops(strict=False)
    unresolved = [item for item in checked.diagnostics if item.code == "L009"]
    assert len(unresolved) == 2
    assert build(workspace).done

    page = (root / "docs" / "briefings" / "moscow.md").read_text(encoding="utf-8")
    sections = re.findall(r"\{ #([a-z-]+) \}", page)
    assert [name for name in sections if name in {"key-figures", "background", "actors"}] == [
        "key-figures",
        "background",
        "actors",
    ]
    assert "4 million" in page
    assert "500,000" in page or "half a million" in page
    assert "Desperation in Syria’s Daraa as Assad reverts to his old ways" in page
    assert "UN approves 12" in page
    assert "](../briefings" not in page.split("#read-more", 1)[1].split("##", 1)[0]
