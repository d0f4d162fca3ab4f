"""Links in texts to pages of this site that are not there."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.diagnostics.codes.linking import ALIAS_TAKEN, BROKEN_LINK
from generator.pipeline import Workspace, check_content
from tests.conftest import MakeSite

HARBOUR = "content/articles/harbour.md"
FERRY = "content/articles/ferry.md"


def article(text: str, *keys: str, title: str = "Harbour reopens") -> str:
    head = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: {title}\ndate: 2024-03-04\n{head}---\n\n{text}\n"


OTHERS = {
    FERRY: article("It sails.", "aliases: [old-ferry]", "briefing: crossing", title="Ferry sails"),
    "content/articles/quoted.md": article(
        "It sails.", "source: {url: https://desk.example/}", title="As quoted"
    ),
    "content/actors/jane-roe.md": "---\nname: Jane Roe\nkind: Person\nformer-ids: [roe]\n---\n",
    "content/places/port.md": "---\nname: Port\n---\n",
    "docs/topics/by-hand.md": "# By hand\n",
}


def broken(make_site: MakeSite, text: str, *keys: str) -> list[Diagnostic]:
    root = make_site({**OTHERS, HARBOUR: article(text, *keys)})
    found = check_content(Workspace(root), drafts=True).diagnostics
    return [item for item in found if item.code == BROKEN_LINK.id]


@pytest.mark.parametrize(
    "target",
    [
        "../briefings/crossing.md",
        "../briefings/ferry.md",
        "../briefings/old-ferry.md",
        "../articles/ferry.md#a-sentence",
        "../articles/old-ferry.md",
        "../../briefings/crossing/",
        "/briefings/crossing",
        "briefings/crossing.md",
        "../briefings/",
        "../actors/jane-roe.md",
        "../actors/roe.md",
        "../actors/index.md",
        "../places/port.md",
        "../topics/by-hand.md",
        "https://desk.example/briefings/gone.md",
        "//desk.example/briefings/gone.md",
        "#briefings/gone",
        "../handbook/gone.md",
        "mailto:desk@desk.example",
    ],
)
def test_a_page_that_is_there_or_somebody_elses_is_no_fault(
    make_site: MakeSite, target: str
) -> None:
    assert broken(make_site, f"See [there]({target}).") == []


@pytest.mark.parametrize("folder", ["briefings", "articles", "actors", "figures", "places"])
@pytest.mark.parametrize("line", ["See [it]({}).", "READ MORE: [It]({})", "- *[it]({})*"])
def test_a_page_that_is_gone_is_named_where_the_link_stands(
    make_site: MakeSite, folder: str, line: str
) -> None:
    target = f"../{folder}/long-gone.md"
    (found,) = broken(make_site, line.format(target))
    text = line.format(target)
    assert found.path == HARBOUR
    assert (found.line, found.column) == (6, text.index(target) + 1)
    assert found.end_column - found.column == len(target)
    assert found.message == f"The link “{target}” leads to no page of this site."
    assert "long-gone" in found.help


def test_everywhere_in_a_text(make_site: MakeSite) -> None:
    text = """\
# See [a](../briefings/gone-1.md)

> [b](../briefings/gone-2.md)

| [c](../briefings/gone-3.md) |
| --- |
| [[d](../briefings/gone-4.md)]{.plain} |

::: background
1. [e](../briefings/gone-5.md)
:::

`[f](../briefings/gone-6.md)`
"""
    messages = [item.message for item in broken(make_site, text)]
    assert [f"gone-{number}.md" in message for number, message in enumerate(messages, 1)] == (
        [True] * 5
    )


def test_profiles_and_background_blocks(make_site: MakeSite) -> None:
    root = make_site(
        {
            HARBOUR: article("It is open."),
            "content/actors/a.md": "---\nname: A\nkind: Person\n---\n\n[x](../actors/gone.md)\n",
            "content/background/b.md": (
                "---\ntitle: B\n---\n\nREAD MORE: [x](../articles/gone.md)\n"
            ),
        }
    )
    found = check_content(Workspace(root), drafts=True).diagnostics
    assert [item.path for item in found if item.code == BROKEN_LINK.id] == [
        "content/actors/a.md",
        "content/background/b.md",
    ]


def test_near_pages_are_proposed(make_site: MakeSite) -> None:
    (found,) = broken(make_site, "See [it](../briefings/crosing.md).")
    assert "../briefings/crossing.md" in found.help


def test_an_article_without_a_reading_view_has_a_briefing(make_site: MakeSite) -> None:
    (found,) = broken(make_site, "See [it](../articles/quoted.md).")
    assert found.help == "Link its briefing: ../briefings/quoted.md."
    assert broken(make_site, "READ MORE: [It](../articles/quoted.md)") == []


def test_a_deleted_article_is_an_error_in_each_text_that_links_to_it(make_site: MakeSite) -> None:
    root = make_site(
        {
            **OTHERS,
            HARBOUR: article("See [it](../briefings/crossing.md)."),
            "content/articles/port.md": article(
                "READ MORE: [It](../briefings/crossing.md)", title="The port"
            ),
            "content/articles/tide.md": article("Text.", "related: [ferry]", title="The tide"),
        }
    )
    assert not check_content(Workspace(root), drafts=True).stops(strict=False)

    (root / FERRY).unlink()

    checked = check_content(Workspace(root), drafts=True)
    assert checked.stops(strict=False)
    assert [(item.path, item.code) for item in checked.diagnostics] == [
        (HARBOUR, "L020"),
        ("content/articles/port.md", "L020"),
        ("content/articles/tide.md", "L008"),
    ]


def test_a_link_to_a_draft_is_a_fault_of_what_is_published(make_site: MakeSite) -> None:
    root = make_site(
        {
            HARBOUR: article("See [it](../briefings/ferry.md)."),
            FERRY: article("It sails.", "status: draft", title="Ferry sails"),
        }
    )
    assert [item.code for item in check_content(Workspace(root), drafts=True).diagnostics] == [
        BROKEN_LINK.id
    ]


def test_two_claims_to_one_address_are_told_together(make_site: MakeSite) -> None:
    root = make_site(
        {
            HARBOUR: article("One.", "aliases: [quay]"),
            FERRY: article("Two.", "aliases: [quay]", title="Ferry sails"),
            "content/articles/a.md": article("Three.", "id: same", title="Third"),
            "content/articles/b.md": article("Four.", "id: same", title="Fourth"),
        }
    )
    found = check_content(Workspace(root), drafts=True).diagnostics
    assert [(item.code, item.path) for item in found] == [
        ("S007", "content/articles/b.md"),
        (ALIAS_TAKEN.id, HARBOUR),
    ]
    assert "content/articles/a.md" in found[0].message
    assert FERRY in found[1].message


def test_links_in_a_hostile_text_end(make_site: MakeSite) -> None:
    text = "[x](../briefings/" + "a" * 300 + ".md) " + "[x](../actors/gone.md) " * 300
    assert len(broken(make_site, text)) == 301
