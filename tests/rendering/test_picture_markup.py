"""Pictures on pages: their room is kept free, they come late, and at the width that is needed."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest

from generator.model.image_file import ImageFile
from generator.rendering.pictures import folder_from, shown

PHOTO = ImageFile("images/har bour,1.jpg", 1000, 500, scaled=True)
DRAWING = ImageFile("images/map.svg", 40, 20)


def html(text: str) -> str:
    return markdown.markdown(text, extensions=["attr_list", "md_in_html"])


def attributes(tag: str, text: str) -> dict[str, str]:
    found = re.search(rf"<{tag} ([^>]*?)/?>", text)
    assert found, text
    return dict(re.findall(r'([\w-]+)="([^"]*)"', found[1]))


def test_a_photograph_is_offered_at_its_widths() -> None:
    made = html(
        shown("The “harbour” [x]", "../m/har%20bour.jpg", PHOTO, "../../assets/media/images/")
    )
    assert made.startswith("<p><picture><source")
    assert made.endswith("</picture></p>")
    source = attributes("source", made)
    assert source["type"] == "image/webp"
    assert source["srcset"].split(", ") == [
        "../../assets/media/images/har%20bour%2C1.jpg-480.webp 480w",
        "../../assets/media/images/har%20bour%2C1.jpg-800.webp 800w",
        "../../assets/media/images/har%20bour%2C1.jpg-1000.webp 1000w",
    ]
    assert attributes("img", made) == {
        "alt": "The “harbour” [x]",
        "src": "../m/har%20bour.jpg",
        "width": "1000",
        "height": "500",
        "loading": "lazy",
        "decoding": "async",
    }


def test_a_browser_is_asked_for_the_smaller_coding_first() -> None:
    made = html(shown("A", "a.jpg", replace(PHOTO, avif=True), "media/"))
    sources = re.findall(r'<source type="([^"]+)" srcset="([^"]+)" sizes="([^"]+)">', made)
    assert [kind for kind, _, _ in sources] == ["image/avif", "image/webp"]
    assert sources[0][1] == sources[1][1].replace(".webp", ".avif")
    assert sources[0][2] == sources[1][2]


def test_the_picture_that_leads_a_page_is_not_waited_for() -> None:
    found = attributes("img", html(shown("A", "a.jpg", PHOTO, leading=True)))
    assert "loading" not in found
    assert found["fetchpriority"] == "high"


def test_a_drawing_needs_no_widths() -> None:
    made = html(shown("A map", "map.svg", DRAWING))
    assert "<picture" not in made
    assert (attributes("img", made)["width"], attributes("img", made)["height"]) == ("40", "20")


def test_what_is_not_known_is_not_said() -> None:
    assert shown("A", "a.svg", ImageFile("a.svg")) == "![A](a.svg){ loading=lazy decoding=async }"
    assert shown("A", "a.svg") == "![A](a.svg)"


@pytest.mark.parametrize("name", ['a"b.jpg', "a<b>.jpg", "a`b*_c_.jpg", "a&b;{}.jpg", "日本.jpg"])
def test_no_name_leaves_its_attribute(name: str) -> None:
    image = ImageFile(name, 300, 200, scaled=True)
    made = html(shown('a" onerror="x', "a.jpg", image, "../"))
    assert "onerror" not in attributes("img", made)
    assert re.fullmatch(r"[\w.%/-]+ 300w", attributes("source", made)["srcset"])


@pytest.mark.parametrize(
    ("page", "directory_urls", "folder"),
    [
        ("briefings/a.md", True, "../../assets/media/images/"),
        ("briefings/a.md", False, "../assets/media/images/"),
        ("briefings/2024/a.md", True, "../../../assets/media/images/"),
        ("index.md", True, "assets/media/images/"),
        ("actors/index.md", True, "../assets/media/images/"),
    ],
)
def test_addresses_are_those_of_the_page_as_served(
    page: str,
    directory_urls: bool,  # noqa: FBT001 - a case of a table
    folder: str,
) -> None:
    media = "assets/media/images/a.jpg"
    assert folder_from(page, media, directory_urls=directory_urls) == folder
