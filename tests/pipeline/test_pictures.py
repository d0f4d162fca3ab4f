"""Pictures of a build: examined, published, kept, and never trusted from the cache."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.imaging import card_png, examine
from generator.model.card import Card
from generator.model.image_file import ImageProblem
from generator.model.output import Copy
from generator.pipeline import Workspace, check_content
from generator.pipeline import pictures as under_test
from generator.pipeline.pictures import card_drawer, examine_pictures, picture_outputs
from tests.conftest import MakeSite
from tests.imaging.photos import SAID, jpeg

ARTICLE = """---
title: Harbour reopens
date: 2024-03-04
image:
  file: images/harbour.jpg
  alt: The harbour
---

The harbour reopened.

![A map](../images/map.svg) and ![again](/images/map.svg) and ![none](../images/gone.png)
"""
MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4"/></svg>'
CARD = Card("assets/cards/harbour.png", "Harbour reopens", "Example Desk")


@pytest.fixture
def workspace(make_site: MakeSite) -> Workspace:
    root = make_site({"content/articles/harbour.md": ARTICLE, "content/images/map.svg": MAP})
    (root / "content/images/harbour.jpg").write_bytes(jpeg(900, 600, 6))
    (root / "content/images/unused.jpg").write_bytes(b"not looked at")
    return Workspace(root)


def test_what_pages_name_is_examined(workspace: Workspace) -> None:
    checked = check_content(workspace, drafts=False)
    assert sorted(checked.images) == ["images/harbour.jpg", "images/map.svg"]
    photograph = checked.images["images/harbour.jpg"]
    assert (photograph.width, photograph.height) == (600, 900)
    assert (checked.images["images/map.svg"].width, checked.images["images/map.svg"].height) == (
        4,
        2,
    )
    (missing,) = [item for item in checked.diagnostics if "picture" in item.message]
    assert "“images/gone.png” is not below" in missing.message
    assert (missing.line, missing.path) == (11, "content/articles/harbour.md")


def test_a_fault_is_told_at_the_picture(workspace: Workspace) -> None:
    (workspace.root / "content/images/harbour.jpg").write_bytes(jpeg(900, 600)[:900])
    found = check_content(workspace, drafts=False).diagnostics
    (broken,) = [item for item in found if item.code == "M001"]
    assert broken.path == "content/images/harbour.jpg"
    assert broken.message == "The picture “images/harbour.jpg” is cut short."


def test_pictures_are_published_with_their_widths(workspace: Workspace) -> None:
    checked = check_content(workspace, drafts=False)
    copies = (
        Copy("assets/media/images/harbour.jpg", "images/harbour.jpg"),
        Copy("assets/media/images/map.svg", "images/map.svg"),
    )
    settings = checked.read.site.settings
    outputs, sources = picture_outputs(workspace, settings, copies, checked.images)
    assert [output.path for output in outputs] == [
        "assets/media/images/harbour.jpg",
        "assets/media/images/harbour.jpg-480.avif",
        "assets/media/images/harbour.jpg-480.webp",
        "assets/media/images/harbour.jpg-600.avif",
        "assets/media/images/harbour.jpg-600.webp",
        "assets/media/images/map.svg",
    ]
    assert sorted(sources) == ["images/harbour.jpg", "images/map.svg"]
    assert not any(SAID.encode() in output.content for output in outputs)
    assert Image.open(BytesIO(outputs[0].content)).size == (600, 900)
    again, _ = picture_outputs(workspace, settings, copies, checked.images)
    assert again == outputs


def kept(workspace: Workspace, folder: str) -> list[Path]:
    return sorted((workspace.cache / folder).glob("*.bin"))


def test_nothing_is_made_twice(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first = card_drawer(workspace)(CARD)
    checked = check_content(workspace, drafts=False)

    def never(*_: object) -> object:
        raise AssertionError

    monkeypatch.setattr(under_test, "card_png", never)
    monkeypatch.setattr(under_test, "examine", never)
    assert card_drawer(workspace)(CARD) == first
    site, files = checked.read.site, checked.read.files
    assert examine_pictures(workspace, site, files) == checked.images


@pytest.mark.parametrize("damage", [b"", b"x", b"briefing record 1\n" + b"\x00" * 40])
def test_what_is_damaged_is_made_again(workspace: Workspace, damage: bytes) -> None:
    first = card_drawer(workspace)(CARD)
    (file,) = kept(workspace, "cards")
    file.write_bytes(damage)
    assert card_drawer(workspace)(CARD) == first
    assert file.read_bytes() != damage

    whole = bytearray(file.read_bytes())
    whole[-5] ^= 1
    file.write_bytes(whole)
    assert card_drawer(workspace)(CARD) == first


def test_a_card_is_known_by_what_it_says(workspace: Workspace) -> None:
    draw = card_drawer(workspace)
    first = draw(CARD)
    assert draw(Card("assets/cards/other.png", CARD.headline, CARD.site)) == first
    assert len(kept(workspace, "cards")) == 1
    assert draw(Card(CARD.path, "Harbour closes", CARD.site)) != first
    assert len(kept(workspace, "cards")) == 2


def test_what_cannot_be_drawn_is_no_card(workspace: Workspace) -> None:
    assert card_drawer(workspace)(Card("a.png", "港が再開", "Example Desk")) is None


def test_a_disk_that_keeps_nothing_costs_time_alone(workspace: Workspace) -> None:
    workspace.cache.write_bytes(b"a file where the folder should be")
    assert card_drawer(workspace)(CARD)
    assert check_content(workspace, drafts=False).images


def test_what_is_long_unused_is_let_go(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_MOST_KEPT", 3)
    checked = check_content(workspace, drafts=False)
    for number in range(4):
        (workspace.cache / "examined" / f"{number}.bin").write_bytes(b"old")
    site, files = checked.read.site, checked.read.files
    examine_pictures(workspace, site, files)
    assert len(kept(workspace, "examined")) == 2


def test_cards_of_briefings_long_gone_are_let_go(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_MOST_KEPT", 2)
    draw = card_drawer(workspace, 1)
    for number in range(4):
        draw(Card(CARD.path, f"Harbour {number}", CARD.site))
    card_drawer(workspace, 2)
    assert len(kept(workspace, "cards")) == 4
    card_drawer(workspace, 1)
    assert kept(workspace, "cards") == []


def test_the_door_draws_and_examines() -> None:
    fonts = Path(__file__).parents[2] / "templates/theme/assets/fonts"
    assert card_png(CARD, fonts).startswith(b"\x89PNG")
    assert examine("a.svg", b"").problem is ImageProblem.REFUSED
