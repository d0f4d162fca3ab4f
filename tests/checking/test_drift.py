"""Quotations against the saved text of their source."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.drift import drifted_quotations
from generator.checking.sentences import folded
from generator.diagnostics import Diagnostic
from generator.model.site import Site
from generator.pipeline import Workspace, check_content
from generator.pipeline.reading import read_site
from tests.conftest import MakeSite

ARTICLE = "content/articles/ferry.md"
SAVED = "content/sources/2024/ferry.txt"
HEAD = "---\ntitle: Ferry\ndate: 2024-03-04\nsource:\n  text: sources/2024/ferry.txt\n---\n\n"
SOURCE = """\
The ferry sails again.

Jane Roe spoke at noon. “We will sail
on Monday, whatever the weather,” she said. Others doubt it.
The café is open。新しい船。
"""


def found(make_site: MakeSite, text: str, saved: str = SOURCE) -> list[Diagnostic]:
    root = make_site({ARTICLE: HEAD + text + "\n", SAVED: saved})
    diagnostics = check_content(Workspace(root), drafts=True).diagnostics
    return [item for item in diagnostics if item.code.startswith("G")]


@pytest.mark.parametrize(
    "text",
    [
        "[We will sail on Monday]{.quote}",
        "[“We will sail\non Monday, whatever the weather,”]{.quote}",
        '["We will sail *on* Monday, whatever the weather,"]{.quote}',
        "[Others doubt it]{.claim}",
        "[The cafe\u0301 is open]{.claim}",
        "[40 ships]{.figure} and [Nobody]{.plain}",
        "::: {.significance .own}\n[It never sailed]{.claim}\n:::",
        "`[x]{.quote}`",
    ],
)
def test_what_the_source_says_is_no_fault(make_site: MakeSite, text: str) -> None:
    assert found(make_site, text) == []


def test_the_nearest_sentence_is_proposed_with_its_line(make_site: MakeSite) -> None:
    (fault,) = found(make_site, "She said [we will sail on Tuesday, whatever the weather]{.quote}.")
    assert (fault.code, fault.path, fault.line, fault.column) == ("G001", ARTICLE, 8, 11)
    assert fault.end_column == 11 + len("we will sail on Tuesday, whatever the weather")
    assert (
        fault.message
        == ("“we will sail on Tuesday, whatever the wea…” does not stand in " + SAVED + ".")
        or "does not stand in " + SAVED in fault.message
    )
    assert fault.help == (
        "Line 3 of it has: “We will sail on Monday, whatever the weather,” she said."
    )


def test_case_counts_and_nothing_near_is_said_so(make_site: MakeSite) -> None:
    assert len(found(make_site, "[others doubt it]{.claim}")) == 1
    (fault,) = found(make_site, "[Entirely unheard of in these parts]{.quote}")
    assert fault.help == "Quote it as the source has it, or save the source's text anew."


def test_each_quotation_is_told(make_site: MakeSite) -> None:
    faults = found(make_site, "[One thing]{.quote} [two things]{.claim} [three things]{.quote}")
    assert [item.code for item in faults] == ["G001"] * 3


def test_a_saved_text_that_is_not_there(make_site: MakeSite) -> None:
    text = HEAD.replace("ferry.txt", "fery.txt") + "[x]{.quote}\n"
    root = make_site({ARTICLE: text, SAVED: SOURCE})
    (fault,) = check_content(Workspace(root), drafts=True).diagnostics
    assert (fault.code, fault.line, fault.column) == ("G002", 5, 9)
    assert fault.help == "Did you mean sources/2024/ferry.txt?"


@pytest.mark.parametrize("path", ["../ferry.txt", "/etc/passwd", "ferry.md", "a\\b.txt", "C:x.txt"])
def test_a_path_stays_below_content_and_is_plain_text(make_site: MakeSite, path: str) -> None:
    text = HEAD.replace("sources/2024/ferry.txt", f"'{path}'") + "Text.\n"
    root = make_site({ARTICLE: text})
    assert [item.code for item in check_content(Workspace(root), drafts=True).diagnostics] == [
        "F018"
    ]


def test_a_saved_text_that_is_no_text(make_site: MakeSite) -> None:
    root = make_site({ARTICLE: HEAD + "[x]{.quote}\n", SAVED: "caf\udce9"})
    (fault,) = check_content(Workspace(root), drafts=True).diagnostics
    assert (fault.code, fault.path) == ("S001", SAVED)


@given(st.text("ab .“”'\n\t新ü", min_size=1, max_size=60), st.data())
def test_whatever_is_cut_from_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert folded(text[start:end]) in folded(text)
    assert folded(folded(text)) == folded(text)


def test_hostile_saved_texts_end(make_site: MakeSite) -> None:
    quotations = " ".join(f"[It is {number} things and {number}]{{.quote}}" for number in range(50))
    root = make_site({ARTICLE: HEAD + quotations + "\n", SAVED: "x"})
    site = read_site(Workspace(root)).site
    for saved in ("." * 200_000 + "x", ".x" * 100_000, "\n" * 300_000 + "x", "a. B" * 10_000):
        assert len(drifted(site, {"sources/2024/ferry.txt": saved})) == 50


def drifted(site: Site, texts: Mapping[str, str]) -> list[Diagnostic]:
    return list(drifted_quotations(site, frozenset(texts), texts))
