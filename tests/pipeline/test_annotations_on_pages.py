"""Annotations beside a text on the pages of a whole site, and exported."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.diagnostics import SourceFile
from generator.linking import link
from generator.model.annotation import Annotation, Kind
from generator.model.article import Article, Rights
from generator.model.site import Site
from generator.pipeline import Workspace, build, check_content
from generator.pipeline.annotations import (
    import_annotations,
)
from generator.pipeline.changes import find_changes
from generator.rendering import plan_pages
from generator.rendering.quotations import count_words
from generator.rendering.views import ReadingView
from generator.syntax import parse_article
from tests.conftest import CONFIGURATION, MakeSite
from tests.pipeline.ferry import ANN, BESIDE, HEAD, NAME, ROOT, beside, text
from tests.rendering.web_annotation_model import faults


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
