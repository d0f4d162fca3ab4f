"""Annotations from other tools and for them."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.main import main
from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.linking import link
from generator.model.annotation import Annotation, Kind
from generator.model.article import Article, Rights
from generator.model.site import Site
from generator.pipeline import Workspace, build, check_content
from generator.pipeline.annotations import (
    ImportedAnnotations,
    NotImportedError,
    import_annotations,
)
from generator.pipeline.changes import find_changes
from generator.rendering import plan_pages
from generator.rendering.quotations import count_words
from generator.rendering.views import ReadingView
from generator.syntax import parse_article
from tests.conftest import CONFIGURATION, MakeSite
from tests.rendering.web_annotation_model import faults

ROOT = Path(__file__).resolve().parents[2]

NAME = "content/articles/ferry.md"
BESIDE = "content/articles/ferry.annotations.yaml"
HEAD = "---\ntitle: The ferry is back\ndate: 2024-05-02\n---\n\n"
ANN = {"content/actors/ann.md": "---\nname: Ann Example\nkind: Person\n---\n"}
TEXT = "Ann Example said the *ferry sails* again on Monday.\n\nIt opens on Monday, too.\n"


def annotation(exact: str, *tags: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401
    selector = {"type": "TextQuoteSelector", "exact": exact}
    selector |= {key: values.pop(key) for key in ("prefix", "suffix") if key in values}
    target = {"source": values.pop("source", "https://x.example/a"), "selector": [selector]}
    return {"tags": list(tags), "target": [target], **values}


def run(
    root: Path, *annotations: dict[str, Any], to_sidecar: bool = False, fuzzy: bool = False
) -> ImportedAnnotations:
    (root / "notes.json").write_text(json.dumps({"rows": annotations}), encoding="utf-8")
    return import_annotations(
        Workspace(root),
        root / NAME,
        root / "notes.json",
        to_sidecar=to_sidecar,
        confirm=lambda _wanted, _found: fuzzy,
    )


def text(root: Path) -> str:
    return (root / NAME).read_text(encoding="utf-8").removeprefix(HEAD)


def beside(root: Path) -> str:
    path = root / BESIDE
    return path.read_text(encoding="utf-8") if path.exists() else ""


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


class Nesting(HTMLParser):
    """Whether the spans of a page nest, and the ids in it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.ids += [value or "" for key, value in attrs if key == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_reading_view_shows_what_overlaps(make_site: MakeSite) -> None:
    root = make_site(
        {
            NAME: f"{HEAD}The [ferry sails]{{.claim by=ann}} again to Rhodes.\n",
            BESIDE: (
                "annotations:\n"
                "  - kind: quote\n    exact: sails again\n    by: ann\n"
                "  - kind: claim\n    exact: again to Rhodes\n    by: ann\n"
            ),
            **ANN,
        }
    )
    made = build(Workspace(root), strict=True)
    page = (root / "docs/articles/ferry.md").read_text(encoding="utf-8")
    line = next(item for item in page.splitlines() if "bf-mark bf-quote" in item and "The" in item)
    reader = Nesting()
    reader.feed(line)

    assert made.done
    assert re.sub(r"<[^>]*>|\]\([^)]*\)|\[", "", line) == "The ferry sails again to Rhodes."
    assert reader.open == []
    assert reader.ids == [
        "claim-ferry-sails",
        "quote-sails-again",
        "claim-again-to-rhodes",
    ]
    assert line.count("bf-mark bf-quote") == 2
    briefing = (root / "docs/briefings/ferry.md").read_text(encoding="utf-8")
    assert "sails again" in briefing
    assert "again to Rhodes" in briefing


def test_changes_tell_of_sidecars_too(make_site: MakeSite) -> None:
    item = "annotations:\n  - kind: figure\n    exact: 400 people\n    label: Seats\n"
    root = make_site({NAME: f"{HEAD}It holds 400 people.\n", BESIDE: item})
    git = ("git", "-c", "user.name=Example Desk", "-c", "user.email=desk@desk.example")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "One")):
        subprocess.run([*git, *arguments], cwd=root, check=True)
    (root / BESIDE).write_text(f"{item}    value: 500\n", encoding="utf-8")

    (change,) = find_changes(Workspace(root), "HEAD").changes
    assert (change.kind, change.path, change.line) == ("figure-value", BESIDE, 2)


def test_periods_hold_for_what_stands_beside_the_text(make_site: MakeSite) -> None:
    body = "It has 300 seats.\n\n::: {.background as-of=2020}\nIt had 400 seats.\n:::\n"
    root = make_site(
        {
            NAME: f"{HEAD}{body}",
            BESIDE: (
                "annotations:\n"
                "  - kind: figure\n    exact: 400 seats\n    label: Seats then\n"
                "  - kind: figure\n    exact: 300 seats\n    label: Seats\n"
            ),
        }
    )
    linked = check_content(Workspace(root), drafts=True).linked
    figures = linked.briefings["ferry"].figures

    assert {item.label: item.as_of.text if item.as_of else "" for item in figures} == {
        "Seats": "2024-05-02",
        "Seats then": "2020",
    }


WORDS = ("ferry", "Monday", "400", "Ann", "dock", "*rope*", "`buoy`", "\\[sic\\]", "ЛОДКА")
KINDS = ("actor", "claim", "quote", "place", "event")


@st.composite
def inline(draw: st.DrawFn) -> str:
    """A text with annotations that may nest."""
    paragraphs = draw(
        st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1, max_size=3)
    )
    texts = []
    for number, drawn in enumerate(paragraphs):
        words = [f"P{number}", *drawn]
        at = 0
        while at < len(words):
            start = draw(st.integers(at, len(words)))
            end = draw(st.integers(start, len(words)))
            if end <= start:
                break
            kind = draw(st.sampled_from(KINDS))
            if kind == "claim" and end - start > 1:
                words[start + 1] = f"[{words[start + 1]}]{{.quote by=ann}}"
            extra = draw(st.sampled_from(["", ' label="It: \\"so\\""' if kind == "event" else ""]))
            words[start] = f"[{words[start]}"
            words[end - 1] += f"]{{.{kind}{extra}}}"
            at = end
        texts.append(" ".join(words))
    return "\n\n".join(texts) + "\n"


def article(body: str, sidecar: str = "") -> Article:
    beside = SourceFile(BESIDE, sidecar) if sidecar else None
    found, _ = parse_article(NAME, HEAD + body, Settings(), beside)
    assert found is not None
    return found


def said(item: Annotation) -> tuple[object, ...]:
    attributes = tuple((given.key, given.value) for given in item.attributes)
    return item.kind, item.quotation, item.section, item.anchor, attributes


@settings(max_examples=60)
@given(inline(), st.booleans())
def test_what_is_exported_is_imported_into_the_text_without_markup(
    body: str,
    to_sidecar: bool,  # noqa: FBT001
) -> None:
    before = article(body)
    site = Site(Settings(site_url="https://desk.example/"), {"ferry": before})
    data = [item for item in plan_pages(link(site)).data if "annotations" in item.path]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
        (root / "content/articles").mkdir(parents=True)
        bare = re.sub(r"(?<!\\)\[|(?<!\\)\]\{[^}]*\}", "", body)
        (root / NAME).write_text(HEAD + bare, encoding="utf-8")
        if data:
            (root / "notes.json").write_bytes(data[0].content)
            found = import_annotations(
                Workspace(root), root / NAME, root / "notes.json", to_sidecar=to_sidecar
            )
            assert found.waiting == ()
        after = article(text(root), beside(root))

    assert set(map(said, after.document.annotations)) == set(map(said, before.document.annotations))


def test_facts_on_pages_are_the_same_beside_the_text_and_in_it() -> None:
    body = "[Ann]{.actor role=host} has [400 people]{.figure label=Seats} [on Monday]{.event}.\n"
    bare = "Ann has 400 people on Monday.\n"
    items = [
        {"kind": "event", "exact": "on Monday"},
        {"kind": "figure", "exact": "400 people", "label": "Seats"},
        {"kind": "actor", "exact": "Ann", "role": "host"},
    ]
    plans = [
        plan_pages(link(Site(Settings(), {"ferry": found})))
        for found in (article(body), article(bare, json.dumps({"annotations": items})))
    ]

    assert plans[0] == plans[1]
    assert any(isinstance(view, ReadingView) for view in plans[0].views)
    assert Kind.FIGURE in {item.kind for item in article(body).document.annotations}


def test_the_demonstration_publishes_valid_annotations_and_quotes_no_more_than_it_may() -> None:
    linked = check_content(Workspace(ROOT), drafts=False).linked
    data = plan_pages(linked).data
    found = {
        item.path.removeprefix("data/annotations/").removesuffix(".json"): json.loads(item.content)
        for item in data
        if item.path.startswith("data/annotations/")
    }

    assert len(found) >= 12
    assert [fault for value in found.values() for fault in faults(value)] == []
    for key, value in found.items():
        article = linked.site.articles[key]
        if article.source.rights is not Rights.QUOTE:
            continue
        targets = [item["target"] for item in value["first"]["items"]]
        quoted = {item["selector"]["exact"] for item in targets if isinstance(item, dict)}
        words = sum(count_words(text) for text in quoted)
        assert words <= linked.site.settings.quotation_limit


def test_the_demonstration_shows_annotations_that_overlap() -> None:
    linked = check_content(Workspace(ROOT), drafts=False).linked
    crossing = [
        (first, second)
        for item in linked.site.articles.values()
        for first in item.document.annotations
        for second in item.document.annotations
        if second.source is not None
        and first.place.start < second.place.start < first.place.end < second.place.end
    ]

    assert crossing != []
