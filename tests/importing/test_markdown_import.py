"""Markdown files: front matter of other systems, and a text that is kept as it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.importing import import_file
from generator.importing.passages import printable
from generator.model.draft import Draft

BODY = "The bridge *opened* on Monday.\n\n- one\n- two\n"


def imported(text: str, *topics: str) -> tuple[Draft, list[str]]:
    draft, found = import_file(
        text.encode(),
        path="bridge.md",
        settings=Settings(),
        fallback_date=dt.date(2024, 5, 6),
        topics=frozenset(topics),
    )
    return draft, [item.code for item in found]


def test_front_matter_of_hugo_jekyll_and_wordpress() -> None:
    draft, codes = imported(
        "---\ntitle: 'New bridge: open'\ndate: 2021-09-13T18:30:00+02:00\nlastmod: 2021-09-15\n"
        "description: A bridge\n  is open.\nauthor: Ann Example\nlang: en_GB\n"
        "canonical_url: https://desk.example/bridge\nimage: https://desk.example/a.jpg\n"
        f"tags: [Bridges, Town Planning]\n---\n{BODY}",
        "bridges",
        "town-planning",
    )
    assert codes == []
    assert draft.front_matter == {
        "title": "New bridge: open",
        "date": "2021-09-13T18:30+02:00",
        "summary": "A bridge is open.",
        "language": "en-GB",
        "source": {"url": "https://desk.example/bridge", "author": "Ann Example"},
        "image": {"url": "https://desk.example/a.jpg"},
        "updated": "2021-09-15",
        "topics": ("bridges", "town-planning"),
        "status": "draft",
    }
    assert draft.body == BODY
    assert draft.comments == ()


def test_toml() -> None:
    draft, codes = imported(
        '+++\ntitle = "New bridge"\ndate = 2021-09-13\nupdated = 2021-09-12\n# note\nweight = 3\n'
        f'authors = ["Ann Example", "Bo Sample"]\n[params]\n  date = "other"\n+++\n{BODY}'
    )
    assert codes == ["I011"]
    matter = draft.front_matter
    assert (matter["title"], matter["date"]) == ("New bridge", "2021-09-13")
    assert matter["source"] == {"author": "Ann Example, Bo Sample"}
    assert "updated" not in matter
    assert draft.comments == ("note", "weight = 3", "[params]", '  date = "other"')


def test_what_has_no_place_is_kept_as_comments() -> None:
    draft, codes = imported(
        "---\ntitle: A bridge\ndate: 2021-09-13\nlayout: post\n# by hand\nmenu:\n  main:\n"
        f"    weight: 3\ntags: [bridges, other]\nexcerpt: >\n  Short\nsummary: Long\n---\n{BODY}",
        "bridges",
    )
    assert codes == ["I011"]
    assert draft.front_matter["topics"] == ("bridges",)
    assert draft.front_matter["summary"] == "Long"
    assert draft.comments == (
        "by hand",
        "layout: post",
        "menu:",
        "  main:",
        "    weight: 3",
        "tags: [bridges, other]",
        "excerpt: >",
        "  Short",
    )


@pytest.mark.parametrize(
    "matter",
    ["title: [", "title: 'a", "a: &x [1]\nb: *x", "title: a\ntitle b", "x: {" * 5000, "- a\nb: c"],
)
def test_front_matter_that_cannot_be_read_is_kept_whole(matter: str) -> None:
    draft, codes = imported(f"---\n{matter}\n---\n# A bridge\n\n{BODY}")
    assert "I010" in codes
    assert draft.front_matter["title"] == "A bridge"
    assert " ".join(draft.comments).split() == matter.replace("- a", "- a").split()


def test_two_rules_with_words_between_them_are_no_front_matter() -> None:
    text = "---\n\nWords between rules.\n\n---\n\nMore words.\n"
    draft, codes = imported(text)
    assert "I010" not in codes
    assert draft.body == text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# A *new* bridge #\n\nWords.\n", "A new bridge", "Words.\n"),
        ("\n\nA bridge\n========\nWords.\n", "A bridge", "Words.\n"),
        ("---\ntitle: A bridge\n---\n# A bridge\n\nWords.\n", "A bridge", "Words.\n"),
        ("---\ntitle: A bridge\n---\n# Another\n\nWords.\n", "A bridge", "# Another\n\nWords.\n"),
        ("## Not it\n\nWords.\n", "Bridge", "## Not it\n\nWords.\n"),
    ],
)
def test_the_headline(text: str, title: str, body: str) -> None:
    draft, _ = imported(text)
    assert draft.front_matter["title"] == title
    assert draft.body == body


def test_an_article_of_the_format_is_taken_over() -> None:
    draft, codes = imported(
        "---\ntitle: A bridge\ndate: 2021-09-13\nsource:\n  publisher: Example Desk\n"
        "  agencies: [One, Two]\n  rights: own\nbackground: [bridges]\n---\n"
        f"[Ann Example]{{.actor}} said so.\n\n{BODY}"
    )
    assert codes == []
    assert draft.front_matter["source"] == {
        "publisher": "Example Desk",
        "agencies": ("One", "Two"),
        "rights": "own",
    }
    assert draft.front_matter["background"] == ("bridges",)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab *_[]{}#>-:\n\r\t`|é"), min_size=1, max_size=80))
def test_the_text_is_kept_byte_for_byte(text: str) -> None:
    source = f"---\ntitle: A bridge\ndate: 2021-09-13\n---\nWords.\n{text}"
    draft, _ = imported(source)
    assert draft.body == f"Words.\n{text}"


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_nothing_of_any_file_is_lost(text: str) -> None:
    draft, codes = imported(text)
    if draft.body is None:
        assert set(codes) & {"I001", "I002"}
        return
    whole = " ".join((*map(str, draft.front_matter.values()), *draft.comments, draft.body))
    kept = {character for character in printable(text).lstrip("\ufeff") if character.isalnum()}
    assert kept <= set(whole)


def test_line_ends_and_a_mark_at_the_start() -> None:
    draft, codes = imported(
        "\ufeff---\r\ntitle: A bridge\r\ndate: 2021-09-13\r\n---\r\nOne.\r\n\r\nTwo.\r\n"
    )
    assert codes == []
    assert draft.front_matter["title"] == "A bridge"
    assert draft.body == "One.\r\n\r\nTwo.\r\n"


@pytest.mark.parametrize("text", ["---\ntitle: A\n---\n", "---\ntitle: A\n---\n \n"])
def test_front_matter_without_a_text_is_an_error(text: str) -> None:
    assert imported(text) == (Draft({}, ()), ["I002"])
