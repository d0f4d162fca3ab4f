"""What editors give in files, read on the pages it makes."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from generator.pipeline import Workspace, build
from tests.conftest import MakeSite

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlE"
    "QVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
).decode("utf-8", errors="surrogateescape")
HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n"


def pages(root: Path) -> dict[str, str]:
    result = build(Workspace(root))
    assert result.done, result.diagnostics
    docs = root / "docs"
    return {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in docs.rglob("*.md")
    }


def test_a_link_to_a_heading_of_the_same_text(make_site: MakeSite) -> None:
    text = "See [the fleet](#fleet), not [this](#gone).\n\n## The fleet {#fleet}\n\nOne.\n"
    made = pages(make_site({"content/articles/harbour.md": f"{HEAD}---\n\n{text}"}))
    page = made["articles/harbour.md"]

    assert "[the fleet](#section-fleet)" in page
    assert "{ #section-fleet }" in page
    assert "#gone" not in page


def test_a_picture_elsewhere_is_linked_and_never_fetched(make_site: MakeSite) -> None:
    image = "image: {url: https://desk.example/a.jpg, alt: The quay, credit: Ann Example}\n"
    made = pages(make_site({"content/articles/harbour.md": f"{HEAD}{image}---\n\nIt opened.\n"}))

    for name in ("briefings/harbour.md", "articles/harbour.md"):
        assert "[The quay](https://desk.example/a.jpg)" in made[name]
    assert not [name for name, text in made.items() if "![" in text]


def test_pictures_of_articles_and_actors_are_copied_and_shown(make_site: MakeSite) -> None:
    root = make_site(
        {
            "content/articles/harbour.md": f"{HEAD}image: {{file: images/quay.png, "
            "alt: The quay}\n---\n\n[Ann Example]{.actor} opened it.\n",
            "content/actors/ann.md": "---\nname: Ann Example\nkind: Person\n"
            "image: {file: images/ann.png, alt: Ann Example, caption: In 2024}\n---\n",
            "content/images/quay.png": PICTURE,
            "content/images/ann.png": PICTURE,
        }
    )
    made = pages(root)

    for page, picture, alt in (
        ("briefings/harbour.md", "quay.png", "The quay"),
        ("actors/ann.md", "ann.png", "Ann Example"),
    ):
        assert f"../assets/media/images/{picture}" in made[page]
        assert alt in made[page]
        published = root / "site/assets/media/images" / picture
        assert published.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("register", ["actors", "places"])
def test_an_entry_leads_to_its_item_of_wikidata(make_site: MakeSite, register: str) -> None:
    made = pages(make_site({f"content/{register}/one.md": "---\nname: One\nwikidata: Q42\n---\n"}))

    assert "[Wikidata](https://www.wikidata.org/wiki/Q42)" in made[f"{register}/one.md"]
