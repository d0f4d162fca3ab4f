"""Facts of two versions of a site, matched and compared."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checking.change import Change, ChangeKind
from generator.checking.changes import compare
from generator.config import Settings
from generator.linking import link
from generator.model.links import LinkedSite
from generator.pipeline.reading import read_content

FERRY = "articles/ferry.md"
REGISTERS = {
    "actors/ann.md": "---\nname: Ann\nkind: Person\nroles:\n- {title: Mayor, from: 2019}\n---\n",
    "actors/bob.md": "---\nname: Bob\nkind: Person\n---\n",
    "figures/killed.md": "---\nlabel: Killed\nunit: people\n---\n",
}


def article(body: str, *keys: str, title: str = "Ferry") -> str:
    head = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: {title}\ndate: 2024-03-04\n{head}---\n\n{body}\n"


def linked(files: Mapping[str, str]) -> LinkedSite:
    texts = sorted({**REGISTERS, **files}.items())
    read = read_content(
        Settings(), (), {path: partial(bytes, text.encode()) for path, text in texts}
    )
    assert not read.unread
    return link(read.site)


def changes(before: Mapping[str, str] | str, after: Mapping[str, str] | str) -> tuple[Change, ...]:
    first, second = (
        {FERRY: article(item)} if isinstance(item, str) else item for item in (before, after)
    )
    return compare(linked(first), linked(second))


def told(before: Mapping[str, str] | str, after: Mapping[str, str] | str) -> list[tuple[str, ...]]:
    return [(item.kind.value, item.before, item.after) for item in changes(before, after)]


KILLED = "The flood killed [40 people]{.figure ref=killed} on Monday."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (KILLED, KILLED),
        (KILLED + "\n\nText.", "Text.\n\n" + KILLED),
        (KILLED, "On Monday [forty people]{.figure ref=killed} died when the river rose."),
        (KILLED, KILLED.replace("40 people", "40 persons")),
        ("Some [40 people]{.figure} left.", "By dawn, [40 people]{.figure} had gone from there."),
        (KILLED, KILLED.replace("ref=killed", "ref=killed by=ann")),
        ("[40]{.figure label=Dead} died.", "[40]{.figure label=Died} died."),
        ("[We go]{.quote by=ann}.", "[We\ngo]{.quote by=ann}, she said on Monday."),
        ("“[It's so]{.quote by=ann}”", '"[It’s so]{.quote by=ann}"'),
        ("[We go]{.quote by=ann}.", "“We *go*,” she said, unmarked."),
        ("[It met]{.event date=2024-03-01}", "Later [It met]{.event date=2024-03-01}."),
        ("[Ann]{.actor role=mayor}", "[Ann]{.actor}, [Ann]{.actor role=mayor}"),
        ("[Ann]{.actor role=mayor}", "Nobody."),
        ("Text.", "Other text."),
    ],
)
def test_what_says_the_same_is_no_change(before: str, after: str) -> None:
    assert told(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (KILLED, KILLED.replace("40", "50"), ("figure-value", "40 people", "50 people")),
        (
            KILLED,
            "The river rose and [at least 40 people]{.figure ref=killed} died.",
            ("figure-value", "40 people", "at least 40 people"),
        ),
        (
            "[40 km]{.figure label=Length} long.",
            "[40 miles]{.figure label=Length} long.",
            ("figure-value", "40 km", "40 miles"),
        ),
        (
            "Some [4,000 ships]{.figure} lay there.",
            "Some [5,000 ships]{.figure} lay there.",
            ("figure-value", "4,000 ships", "5,000 ships"),
        ),
        (
            "[Dozens]{.figure label=Ships value=30} came.",
            "[Dozens]{.figure label=Ships value=40} came.",
            ("figure-value", "Dozens (value 30)", "Dozens (value 40)"),
        ),
        ("Text.", KILLED, ("figure-added", "", "40 people")),
        (KILLED, "Text.", ("figure-removed", "40 people", "")),
        (
            "[Ann]{.actor role=mayor}",
            "[Ann]{.actor role=minister}",
            ("role", "mayor", "minister"),
        ),
        (
            "[It is so]{.claim by=ann}",
            "[It is so]{.claim by=ann status=refuted}",
            ("claim-status", "", "refuted"),
        ),
        ("[It is so]{.quote by=ann}", "[It is so]{.quote by=bob}", ("speaker", "Ann", "Bob")),
        (
            "[We shall go on Monday]{.quote by=ann}.",
            "[We shall go on Tuesday]{.quote by=ann}.",
            ("quotation-text", "We shall go on Monday", "We shall go on Tuesday"),
        ),
        ("[We go]{.quote by=ann}.", "She said nothing.", ("quotation-text", "We go", "")),
        (
            "[They met]{.event date=2024-03-01}",
            "[They met]{.event date=2024-03}",
            ("event-date", "2024-03-01", "2024-03"),
        ),
        (
            "[They met on Friday]{.event ref=talks date=2024-03-01}",
            "Then [came talks]{.event ref=talks date=2024-03-02}",
            ("event-date", "2024-03-01", "2024-03-02"),
        ),
    ],
)
def test_each_kind_of_change(before: str, after: str, expected: tuple[str, ...]) -> None:
    assert told(before, after) == [expected]


def test_of_two_reports_of_one_series_the_right_one_changed() -> None:
    before = f"{KILLED}\n\nA storm killed [7 people]{{.figure ref=killed}} in the hills in May."
    after = before.replace("7 people", "9 people")
    assert told(before, after) == [("figure-value", "7 people", "9 people")]
    swapped = "\n\n".join(reversed(after.split("\n\n")))
    assert told(before, swapped) == [("figure-value", "7 people", "9 people")]


def test_two_reports_that_both_changed_are_told_apart_by_their_sentences() -> None:
    flood, storm = "The flood killed {} on the coast.", "A storm in the hills took {} in May."
    report = "[{} people]{{.figure ref=killed}}"
    before = "\n\n".join((flood.format(report.format(40)), storm.format(report.format(7))))
    after = "\n\n".join((storm.format(report.format(9)), flood.format(report.format(50))))
    assert sorted(told(before, after)) == [
        ("figure-value", "40 people", "50 people"),
        ("figure-value", "7 people", "9 people"),
    ]


def test_two_figures_without_a_label_in_one_sentence() -> None:
    text = "Of [90 ships]{.figure}, [40 ships]{.figure} sank and [50 ships]{.figure} fled."
    after = text.replace("40", "41").replace("50", "49")
    assert told(text, after) == [
        ("figure-value", "40 ships", "41 ships"),
        ("figure-value", "50 ships", "49 ships"),
    ]


def test_a_change_knows_its_place_and_its_page() -> None:
    before = {FERRY: article(KILLED, "briefing: flood")}
    after = {FERRY: article("New.\n\n" + KILLED.replace("40", "50"), "briefing: flood")}
    (change,) = changes(before, after)
    assert (change.path, change.line, change.subject) == (f"content/{FERRY}", 9, "Killed")
    assert (change.article, change.briefings) == ("ferry", ("flood",))
    assert (change.published, change.corrected, change.wants_correction) == (True, False, True)


def test_an_article_keeps_its_facts_under_another_id_or_briefing() -> None:
    before = {FERRY: article(KILLED)}
    body = KILLED.replace("40", "50")
    by_alias = {"articles/2024/new.md": article(body, "aliases: [ferry]")}
    by_path = {FERRY: article(body, "id: other")}
    joined = {FERRY: article(body, "briefing: flood")}
    for after, briefings in (
        (by_alias, ("ferry", "2024/new")),
        (by_path, ("ferry", "other")),
        (joined, ("ferry", "flood")),
    ):
        (change,) = changes(before, after)
        assert (change.before, change.after) == ("40 people", "50 people")
        assert change.briefings == briefings


def test_titles_removals_and_drafts() -> None:
    before = {FERRY: article(KILLED)}
    assert told(before, {FERRY: article(KILLED, title="The ferry")}) == [
        ("title", "Ferry", "The ferry")
    ]
    assert told(before, {}) == [("article-removed", "Ferry", "")]
    assert told(before, {FERRY: article(KILLED, "status: draft")}) == [
        ("article-removed", "Ferry", "draft")
    ]
    assert told({}, before) == []


def test_a_draft_wants_no_correction() -> None:
    draft = {FERRY: article(KILLED, "status: draft")}
    (change,) = changes(draft, {FERRY: article(KILLED.replace("40", "50"))})
    assert not change.published
    assert not change.wants_correction


def test_only_a_new_correction_counts() -> None:
    old = "corrections: [{date: 2024-03-05, text: One.}]"
    new = "corrections: [{date: 2024-03-05, text: One.}, {date: 2024-03-05, text: Two.}]"
    body = KILLED.replace("40", "50")
    (change,) = changes({FERRY: article(KILLED, old)}, {FERRY: article(body, old)})
    assert change.wants_correction
    (change,) = changes({FERRY: article(KILLED, old)}, {FERRY: article(body, new)})
    assert change.corrected
    assert not change.wants_correction


def test_a_background_block_names_the_briefings_that_include_it() -> None:
    using = {FERRY: article("Text.", "background: [war]")}
    block = "---\ntitle: War\n---\n\n" + KILLED + "\n"
    (change,) = changes(
        {**using, "background/war.md": block},
        {**using, "background/war.md": block.replace("40", "50")},
    )
    assert (change.register.value, change.article, change.briefings) == (
        "background",
        "war",
        ("ferry",),
    )
    assert change.published
    assert not change.wants_correction


def test_roles_in_the_register() -> None:
    using = {FERRY: article("[Ann]{.actor} spoke.")}
    entry = REGISTERS["actors/ann.md"]
    (change,) = changes(using, {**using, "actors/ann.md": entry.replace("2019", "2020")})
    assert change.kind is ChangeKind.ROLE
    assert (change.before, change.after) == ("Mayor (from 2019)", "Mayor (from 2020)")
    assert (change.path, change.line, change.briefings) == ("content/actors/ann.md", 5, ("ferry",))
    (gone,) = changes(using, {**using, "actors/ann.md": "---\nname: Ann\nkind: Person\n---\n"})
    assert (gone.before, gone.after) == ("Mayor (from 2019)", "")


def test_words_that_only_a_correction_quotes_are_gone() -> None:
    before = {FERRY: article("[We go]{.quote by=ann}.")}
    note = "corrections: [{date: 2024-03-05, text: 'It quoted We go, wrongly.'}]"
    assert told(before, {FERRY: article("Nothing.", note)}) == [("quotation-text", "We go", "")]


PARTS = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from(["killed", "hurt", ""])), min_size=1, max_size=9
)


def body(parts: list[tuple[int, str]]) -> list[str]:
    return [
        f"Report {number} of the day says that [{number} people]"
        f"{{.figure{f' label={label}' if label else ''}}} were met."
        for number, label in parts
    ]


@settings(max_examples=40)
@given(PARTS, st.randoms(use_true_random=False))
def test_paragraphs_in_another_order_are_no_change(
    parts: list[tuple[int, str]], chance: random.Random
) -> None:
    paragraphs = body(parts)
    moved = list(paragraphs)
    chance.shuffle(moved)
    assert told("\n\n".join(paragraphs), "\n\n".join(moved)) == []


@settings(max_examples=40)
@given(PARTS, PARTS)
def test_every_fact_is_counted_once_and_back_again(
    first: list[tuple[int, str]], second: list[tuple[int, str]]
) -> None:
    there = changes("\n\n".join(body(first)), "\n\n".join(body(second)))
    back = changes("\n\n".join(body(second)), "\n\n".join(body(first)))
    for found, size in ((there, len(second) - len(first)), (back, len(first) - len(second))):
        kinds = [item.kind for item in found]
        added = kinds.count(ChangeKind.FIGURE_ADDED) - kinds.count(ChangeKind.FIGURE_REMOVED)
        assert added == size
        assert all(item.before != item.after for item in found)


def test_many_figures_end() -> None:
    before = "\n\n".join(f"Of ships [{number} came]{{.figure label=x}}." for number in range(900))
    after = "\n\n".join(f"Of boats [{number}]{{.figure label=x}}." for number in range(5000, 5900))
    assert len(told(before, after)) == 900
