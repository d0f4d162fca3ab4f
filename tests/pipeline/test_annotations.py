"""Annotations from other tools and for them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.config import Settings
from generator.pipeline import Workspace, check_content
from generator.pipeline.annotations import (
    NotImportedError,
    import_annotations,
)
from generator.syntax import parse_article
from tests.conftest import MakeSite
from tests.pipeline.ferry import ANN, BESIDE, HEAD, NAME, TEXT, annotation, beside, run, text


@pytest.fixture
def site(make_site: MakeSite) -> Path:
    return make_site({NAME: HEAD + TEXT, **ANN})


def test_what_has_a_place_is_written_into_the_text(site: Path) -> None:
    found = run(
        site,
        annotation("Ann Example", "actor", "role:harbour master"),
        annotation("the ferry sails\n again", "claim", "by:ann"),
        annotation("on Monday", "event", "label:It opens", prefix="It opens"),
    )

    assert (found.inline, found.beside, found.waiting) == (3, 0, ())
    assert text(site) == (
        '[Ann Example]{.actor role="harbour master"} said '
        "[the *ferry sails* again]{.claim by=ann} on Monday.\n\n"
        'It opens [on Monday]{.event label="It opens"}, too.\n'
    )
    assert beside(site) == ""
    assert check_content(Workspace(site), drafts=True).diagnostics == ()


def test_what_crosses_or_carries_a_note_is_written_beside_it(site: Path) -> None:
    found = run(
        site,
        annotation("said the ferry", "claim", "by:ann"),
        annotation("the ferry sails again", "quote", "by:ann"),
        annotation("Ann Example", "actor", text="Check the spelling:\nAnne?"),
    )

    assert (found.inline, found.beside) == (1, 2)
    assert text(site) == TEXT.replace(
        "the *ferry sails* again", "[the *ferry sails* again]{.quote by=ann}"
    )
    assert beside(site) == (
        "annotations:\n"
        "  - kind: claim\n    exact: said the ferry\n    by: ann\n"
        '  - kind: actor\n    exact: Ann Example\n    note: "Check the spelling:\\nAnne?"\n'
    )
    assert check_content(Workspace(site), drafts=True).diagnostics == ()


def test_with_sidecar_the_text_is_not_touched(site: Path) -> None:
    before = (site / NAME).read_bytes()
    found = run(site, annotation("Ann Example", "actor"), to_sidecar=True)

    assert (found.article, found.inline, found.beside) == (None, 0, 1)
    assert (site / NAME).read_bytes() == before
    assert beside(site) == "annotations:\n  - kind: actor\n    exact: Ann Example\n"


def test_what_has_no_place_or_kind_is_kept(site: Path) -> None:
    found = run(
        site,
        annotation("on Monday", "event"),
        annotation("Ann Example", "nice", text="Who is she?"),
        annotation("The zebra crossing", "claim"),
        annotation("on Monday. It opens", "claim"),
        annotation("It open on Monday", "claim", "by:ann"),
        {"uri": "https://x.example/a", "text": "Good read"},
    )

    assert (found.inline, found.beside) == (0, 0)
    assert [(item.words, item.reason) for item in found.waiting] == [
        ("on Monday", "its words stand 2 times, and what is around them does not decide"),
        ("Ann Example", "no tag names its kind, or several do"),
        ("The zebra crossing", "its words do not stand in the text"),
        ("on Monday. It opens", "its words run over the end of a paragraph"),
        (
            "It open on Monday",
            "its words do not stand in the text; most like them are: It opens on Monday",
        ),
        ("Good read", "no tag names its kind, or several do"),
    ]
    assert text(site) == TEXT
    assert beside(site) == (
        "unplaced:\n"
        "  - kind: event\n    exact: on Monday\n"
        '  - exact: Ann Example\n    note: "nice\\nWho is she?"\n'
        "  - kind: claim\n    exact: The zebra crossing\n"
        "  - kind: claim\n    exact: on Monday. It opens\n"
        "  - kind: claim\n    exact: It open on Monday\n    by: ann\n"
        "  - note: Good read\n"
    )
    faults = check_content(Workspace(site), drafts=True).diagnostics
    assert [item.code for item in faults] == ["W006"] * 6


def test_a_likely_place_is_taken_when_it_is_confirmed(site: Path) -> None:
    wanted = (
        annotation("It open on Monday", "claim"),
        annotation("on Monday", "event", prefix="said the ferry sailed again"),
    )
    run(site, *wanted)
    assert beside(site).count("- kind") == 2

    found = run(site, *wanted, fuzzy=True)

    assert (found.inline, found.waiting) == (2, ())
    assert "again [on Monday]{.event}." in text(site)
    assert "[It opens on Monday]{.claim}, too." in text(site)
    assert not (site / BESIDE).exists()


def test_importing_again_changes_nothing(site: Path) -> None:
    wanted = (
        annotation("Ann Example", "actor"),
        annotation("said the ferry", "claim"),
        annotation("ferry sails again", "claim"),
        annotation("Ann Example", "actor", text="Really?"),
        annotation("zebra", "claim"),
    )
    first = run(site, *wanted)
    before = text(site), beside(site)
    second = run(site, *wanted)

    assert (text(site), beside(site)) == before
    assert (second.inline, second.beside, second.known) == (0, 0, 5)
    assert len(first.waiting) == 2
    assert second.waiting == ()


def test_annotations_of_other_pages_are_left_out(make_site: MakeSite) -> None:
    head = HEAD.replace("---\n\n", "source: {url: 'https://www.desk.example/a/'}\n---\n\n")
    root = make_site({NAME: head + "It sails.\n"})
    found = run(
        root,
        annotation("It", "plain", source="http://desk.example/a#top"),
        annotation("sails", "plain", source="https://other.example/a"),
        annotation("ails", "plain", source=""),
    )

    assert (found.inline + found.beside, found.elsewhere) == (2, 1)


def test_a_sidecar_is_added_to_and_keeps_what_stands_there(make_site: MakeSite) -> None:
    before = """\
# Ours, by hand
unplaced:
    - exact: zebra  # where?
annotations:
- kind: claim
  exact: ferry sails again
# The end
"""
    root = make_site({NAME: HEAD + TEXT, BESIDE: before, **ANN})
    run(root, annotation("sails again on", "quote"), annotation("lion", "claim"))

    assert (
        beside(root)
        == """\
# Ours, by hand
unplaced:
    - exact: zebra  # where?
    - kind: claim
      exact: lion
annotations:
- kind: claim
  exact: ferry sails again
- kind: quote
  exact: sails again on
# The end
"""
    )


def test_attributes_that_a_kind_does_not_have_are_kept_as_a_note(site: Path) -> None:
    run(site, annotation("Ann Example", "actor", "status:disputed", "role:host"))

    assert beside(site) == (
        "annotations:\n  - kind: actor\n    exact: Ann Example\n    role: host\n"
        '    note: "status:disputed"\n'
    )


@pytest.mark.parametrize(
    "body",
    [
        "An \\[odd\\] [link](https://desk.example/) here.\n",
        "The `odd code` here.\n",
        "> Quoted odd\n> words here.\n",
        "Odd\r\nwords here.\r\n",
        "- odd words\n  here\n\n[odd]: https://desk.example/\n\n[odd]\n",
        "| odd words |\n| --- |\n| here |\n",
        "Odd ]{.claim} words [here.\n",
        "{.claim} odd words here](x)\n",
    ],
)
def test_the_words_never_change(make_site: MakeSite, body: str) -> None:
    root = make_site({NAME: HEAD + body})
    plain = re.findall(r"\w+", body)
    wanted = [" ".join(plain[at : at + size]) for size in (1, 2, 3) for at in range(len(plain))]
    before = parse_article(NAME, HEAD + body, Settings())[0]
    run(root, *(annotation(words, "claim") for words in wanted))

    after = (root / NAME).read_bytes().decode()
    read, _ = parse_article(NAME, after, Settings())
    assert before is not None
    assert read is not None
    assert after.replace("]{.claim}", "").replace("[", "") == (HEAD + body).replace(
        "]{.claim}", ""
    ).replace("[", "")
    assert read.document.words == before.document.words


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("content/actors/ann.md", "no article"),
        ("notes.md", "not below content"),
    ],
)
def test_only_articles_are_annotated(site: Path, name: str, reason: str) -> None:
    (site / "notes.md").write_text("Noon", encoding="utf-8")
    (site / "notes.json").write_text('[{"target": "https://x.example"}]', encoding="utf-8")

    with pytest.raises(NotImportedError, match=reason):
        import_annotations(Workspace(site), site / name, site / "notes.json")


def test_faults_stop_an_import(make_site: MakeSite) -> None:
    root = make_site({NAME: HEAD + TEXT, BESIDE: "annotations: [\n"})
    found = run(root, annotation("Ann Example", "actor"))

    assert [item.code for item in found.faults] == ["W001"]
    assert text(root) == TEXT


def test_the_command_says_what_it_did(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [annotation("Ann Example", "actor"), annotation("zebra", "claim")]
    (site / "notes.json").write_text(json.dumps(notes), encoding="utf-8")
    monkeypatch.chdir(site)
    done = CliRunner().invoke(main, ["import-annotations", NAME, "notes.json"])

    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "Kept without a place: “zebra”: its words do not stand in the text.",
        f"Wrote 1 annotation into {NAME}",
        f"1 annotation without a place: see unplaced in {BESIDE}",
    ]

    (site / "notes.json").write_text("{", encoding="utf-8")
    done = CliRunner().invoke(main, ["import-annotations", NAME, "notes.json"])
    assert done.exit_code == 2
    assert "notes.json cannot be read. It is no JSON" in done.output
