"""One timeline for the whole site."""

from __future__ import annotations

from generator.linking import link
from generator.model.links import Origin, Problem, Proposal, Register
from tests.linking.building import article, site


def test_reports_of_one_ref_are_one_event_with_its_most_precise_date() -> None:
    linked = link(
        site(
            article("a", "[in September]{.event ref=Visit date=2021-09}", date="2021-09-20"),
            article(
                "b",
                '[on Monday]{.event ref=visit date=2021-09-13 label="Visit"}',
                date="2021-09-14",
            ),
            article("c", "[then]{.event ref=visit}", date="2021-09-13"),
        )
    )
    event = linked.events["visit"]
    assert (event.date.text, event.label) == ("2021-09-13", "Visit")
    assert [report.origin.id for report in event.reports] == ["a", "b", "c"]
    assert linked.unresolved == ()
    assert linked.references[Origin(Register.ARTICLE, "c")] == {0: "visit"}


def test_dates_that_cannot_both_be_true_clash() -> None:
    linked = link(
        site(
            article("a", "[x]{.event ref=visit date=2021-09-14}"),
            article("b", "[y]{.event ref=visit date=2021-09-13}"),
        )
    )
    assert linked.events["visit"].date.text == "2021-09-13"
    (clash,) = linked.unresolved
    assert (clash.problem, clash.field, clash.wanted) == (Problem.CLASH, "date", "2021-09-14")
    assert clash.candidates == ("2021-09-13",)
    assert clash.file.path == "content/articles/a.md"


def test_events_without_ref_stay_apart_and_are_proposed() -> None:
    text = '[x]{.event date=2021-09-13 label="They meet"}'
    linked = link(
        site(
            article("new", text, date="2021-09-15"),
            article("old", text.replace("They meet", "they meet!"), date="2021-09-14"),
            article("else", text.replace("13", "12")),
        )
    )
    assert {key: event.reports[0].origin.id for key, event in linked.events.items()} == {
        "2021-09-12-they-meet": "else",
        "2021-09-13-they-meet": "old",
        "2021-09-13-they-meet-new": "new",
    }
    assert linked.proposals == (Proposal(("2021-09-13-they-meet", "2021-09-13-they-meet-new")),)


def test_events_that_an_editor_told_apart_are_not_proposed() -> None:
    text = "[Vote]{.event date=2021 ref=one} [Vote]{.event date=2021 ref=two}"
    assert link(site(article("a", text))).proposals == ()
    assert len(link(site(article("a", text + "[Vote]{.event date=2021}"))).proposals) == 1


def test_keys_are_distinct_even_within_a_text() -> None:
    text = "[x]{.event date=2021}" * 5 + "[y]{.event ref=2021-x-a date=2020}"
    linked = link(site(article("a", text)))
    assert len(linked.events) == 6
    assert linked.events["2021-x"].reports[0].annotation.number == 0


def test_an_event_without_any_date_is_left_out() -> None:
    linked = link(site(article("a", "[x]{.event} [y]{.event ref=y} [z]{.event ref=y}")))
    assert linked.events == {}
    assert linked.unresolved == ()


def test_a_briefing_has_its_events_in_order_of_time() -> None:
    dates = ["2021-09-13", "2021-09", "2021", "../2020", "199X", "2021-09-01", "2021-21"]
    text = " ".join(f"[{date}]{{.event date={date}}}" for date in dates)
    linked = link(site(article("a", text)))
    order = [linked.events[key].date.text for key in linked.briefings["a"].events]
    assert order == ["../2020", "199X", "2021", "2021-21", "2021-09", "2021-09-01", "2021-09-13"]
