"""The same guarantees with the finders that the command uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.model.suggestion import SuggestionKind
from generator.pipeline import Workspace
from generator.pipeline.accepting import write_suggestions
from generator.pipeline.suggestions import Desk, Opened
from generator.syntax.annotating import without_markup
from tests.conftest import CONFIGURATION, MakeSite

PATH = "content/articles/harbour.md"
HEAD = "---\ntitle: The port reopens\ndate: 2024-03-05\n---\n\n"
SITE = {
    "content/actors/ada-example.md": (
        "---\nname: Ada Example\nkind: Person\naliases: [Dr Ada]\n---\n"
    ),
    "content/actors/port-board.md": "---\nname: Port Board\nkind: PublicBody\n---\n",
    "content/actors/port-board-old.md": "---\nname: Old Board\naliases: [the Board]\n---\n",
    "content/places/example-bay.md": "---\nname: Example Bay\n---\n",
    "content/figures/boats.md": "---\nlabel: Boats in the port\nunit: boats\n---\n",
}
SENTENCES = st.sampled_from(
    (
        "Ada Example, head of the Port Board, opened Example Bay on Monday.",
        "“We have waited for years,” said Ada Example.",
        "Some 3,400 boats, up to 40 per cent of the fleet, came from Example Bay.",
        "Example said the board had spent €1.2bn since 2011.",
        "According to the Port Board, between 300 and 500 people lost their jobs in January.",
        "The harbour was closed in 2011, after years of disputes, and had since stood empty.",
        "Prime Minister Bob Sample criticised the delay last week.",
        "*Ada Example* said: [sic “the end”.",
        "[Ada Example]{.actor} met [the mayor]{.plain} in Example Bay.",
        "Dr Ada’s plan (see [the report](https://desk.example/report)) costs half a million.",
        "Also read: The port reopens",
        "قالت Ada Example إن 40 شخصا وصلوا.",
    )
)
ARTICLES = st.lists(
    st.tuples(SENTENCES, st.sampled_from((" ", "\n", "\n\n", "\n\n> ", "\n\n- ", "\n\n## "))),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join(sentence + behind for sentence, behind in parts))


def open_site(root: Path) -> tuple[Desk, Opened]:
    desk = Desk(Workspace(root))
    opened = desk.open(root / PATH)
    assert isinstance(opened, Opened)
    return desk, opened


def errors(desk: Desk) -> set[tuple[str, str]]:
    return {(item.code, item.message) for item in desk.faults if item.severity is Severity.ERROR}


@settings(max_examples=40)
@given(body=ARTICLES, data=st.data())
def test_any_choice_keeps_the_words_and_is_not_proposed_again(
    tmp_path_factory: pytest.TempPathFactory, body: str, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("site")
    for name, text in {"mkdocs.yml": CONFIGURATION, **SITE, PATH: HEAD + body + "\n"}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    desk, opened = open_site(root)
    before, faults = opened.article.document, errors(desk)
    found = [item for item in desk.suggestions(opened) if item.kind is not SuggestionKind.READ_MORE]
    verdicts = [data.draw(st.sampled_from("ars")) for _ in found]
    accepted = [item for item, verdict in zip(found, verdicts, strict=True) if verdict == "a"]
    rejected = [item for item, verdict in zip(found, verdicts, strict=True) if verdict == "r"]

    written = write_suggestions(desk, opened, accepted, rejected)

    desk, opened = open_site(root)
    after = opened.article.document
    assert without_markup(after) == without_markup(before)
    assert errors(desk) <= faults
    blocks = [item for item in written.accepted if item.kind is SuggestionKind.BACKGROUND]
    inline = len(written.accepted) - len(blocks) + len(written.plain)
    assert len(after.annotations) == len(before.annotations) + inline
    again = desk.suggestions(opened)
    spans = [item.span for item in after.annotations]
    for item in again:
        assert not any(item.span.start < span.end and span.start < item.span.end for span in spans)
    passages = {item.span for item in after.divisions}
    assert not [
        item
        for item in again
        if item.kind is SuggestionKind.BACKGROUND
        and any(span.contains(item.span) for span in passages)
    ]


def test_an_article_is_annotated_in_one_go_and_checks_clean(make_site: MakeSite) -> None:
    text = (
        "Ada Example, head of the Port Board, opened Example Bay on Monday. "
        "Some 3,400 boats came.\n"
    )
    root = make_site({**SITE, PATH: HEAD + text})
    desk, opened = open_site(root)
    found = desk.suggestions(opened)
    assert {item.kind for item in found} >= {"actor", "place", "event", "figure"}

    written = write_suggestions(desk, opened, found)

    desk, opened = open_site(root)
    assert not written.refused
    assert [fault for fault in desk.faults if fault.severity is not Severity.NOTE] == []
    assert desk.suggestions(opened) == ()
