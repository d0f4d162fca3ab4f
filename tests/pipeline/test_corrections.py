"""Corrections reach every page that they belong on; old addresses in texts lead on."""

from __future__ import annotations

import pytest

from generator.pipeline import Workspace, check_content
from generator.pipeline.build import make_outputs
from tests.conftest import MakeSite

FERRY = """\
---
title: Ferry sails
date: 2024-03-04
briefing: crossing
aliases: [old-ferry]
corrections:
- {date: 2024-03-05, text: An earlier version gave another number of ships.}
---

It sails. See [the harbour](../briefings/quay.md) and [Jane Roe](../actors/roe.md).
"""
HARBOUR = """\
---
title: Harbour reopens
date: 2024-03-06
aliases: [quay]
---

It is open.
"""


@pytest.fixture
def docs(make_site: MakeSite) -> dict[str, str]:
    root = make_site(
        {
            "content/articles/ferry.md": FERRY,
            "content/articles/harbour.md": HARBOUR,
            "content/actors/jane-roe.md": (
                "---\nname: Jane Roe\nkind: Person\nformer-ids: [roe]\n---\n"
            ),
        }
    )
    checked = check_content(Workspace(root), drafts=False)
    assert checked.diagnostics == ()
    outputs = make_outputs(Workspace(root), checked, drafts=False)
    return {item.path: item.content.decode() for item in outputs if item.path.endswith(".md")}


@pytest.mark.parametrize("page", ["briefings/crossing.md", "articles/ferry.md", "corrections.md"])
def test_a_correction_stands_on_its_pages(docs: dict[str, str], page: str) -> None:
    text = docs[page]
    assert "An earlier version gave another number of ships." in text
    assert "2024" in text


@pytest.mark.parametrize("page", ["briefings/harbour.md", "articles/harbour.md", "index.md"])
def test_and_on_no_other(docs: dict[str, str], page: str) -> None:
    assert "An earlier version" not in docs[page]


def test_a_link_to_an_old_id_leads_to_the_present_page(docs: dict[str, str]) -> None:
    text = docs["articles/ferry.md"]
    assert "../briefings/harbour.md" in text
    assert "../actors/jane-roe.md" in text
    assert "quay" not in text
