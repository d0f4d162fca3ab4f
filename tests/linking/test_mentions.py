"""Actors, places and speakers across a site."""

from __future__ import annotations

from generator.linking import link
from generator.model.annotation import ClaimStatus
from generator.model.links import Origin, Problem, Register
from tests.linking.building import actor, article, background, place, site


def test_mentions_are_newest_first_and_background_last() -> None:
    linked = link(
        site(
            actor("putin", "Vladimir Putin"),
            article("old", "[Vladimir Putin]{.actor}", date="2020-01-01", background=["war"]),
            article("new", '[Putin]{.actor ref=putin role="host"}', date="2021-01-01"),
            background("war", "[Vladimir Putin]{.actor}"),
            background("unused", "[Vladimir Putin]{.actor}"),
        )
    )
    mentions = linked.actor_mentions["putin"]
    assert [mention.fact.origin for mention in mentions] == [
        Origin(Register.ARTICLE, "new"),
        Origin(Register.ARTICLE, "old"),
        Origin(Register.BACKGROUND, "war"),
    ]
    assert mentions[0].role == "host"
    assert linked.unresolved == ()


def test_what_does_not_resolve_is_told_at_its_place() -> None:
    text = "[Asad]{.actor} and [x]{.actor ref=asad} in [Nowhere]{.place}: [y]{.quote by=nobody}"
    linked = link(site(actor("assad", "Assad"), article("a", text)))
    told = [(item.field, item.problem, item.wanted, item.candidates) for item in linked.unresolved]
    assert told == [
        ("text", Problem.UNKNOWN, "Asad", ("assad",)),
        ("ref", Problem.UNKNOWN, "asad", ("assad",)),
        ("text", Problem.UNKNOWN, "Nowhere", ()),
        ("by", Problem.UNKNOWN, "nobody", ()),
    ]
    assert [text[slice(*item.span)] for item in linked.unresolved] == [
        "Asad",
        "asad",
        "Nowhere",
        "nobody",
    ]
    assert linked.actor_mentions == {}
    briefing = linked.briefings["a"]
    assert briefing.actors == ()
    assert [item.fact.annotation.text for item in briefing.unlisted_actors] == ["Asad", "x"]
    assert [item.fact.annotation.text for item in briefing.unlisted_places] == ["Nowhere"]
    assert briefing.statements[0].by == ""


def test_an_ambiguous_name_is_never_linked() -> None:
    linked = link(
        site(
            actor("bashar", "Bashar", "Assad"),
            actor("hafez", "Hafez", "Assad"),
            article("a", "[Assad]{.actor} said [this]{.claim by=Assad}"),
        )
    )
    assert [item.problem for item in linked.unresolved] == [Problem.AMBIGUOUS] * 2
    assert linked.actor_mentions == {}
    assert linked.statements == {}


def test_statements_keep_order_speaker_and_status() -> None:
    text = '[a]{.claim by="Vladimir Putin" status=disputed} [b]{.quote by=putin} [c]{.claim}'
    linked = link(site(actor("putin", "Vladimir Putin"), article("x", text)))
    statements = linked.briefings["x"].statements
    assert [item.fact.annotation.text for item in statements] == ["a", "b", "c"]
    assert [item.by for item in statements] == ["putin", "putin", ""]
    assert [item.status for item in statements] == [ClaimStatus.DISPUTED, None, None]
    assert linked.statements["putin"] == statements[:2]


def test_former_ids_resolve_and_are_noted() -> None:
    linked = link(
        site(
            actor("putin", former=["vladimir-putin"]),
            article("a", "[P]{.actor ref=vladimir-putin}"),
        )
    )
    assert list(linked.actor_mentions) == ["putin"]
    (noted,) = linked.unresolved
    assert (noted.problem, noted.meant, noted.certain) == (Problem.FORMER, "putin", True)
    assert linked.redirects == {"actors/vladimir-putin": "actors/putin"}


def test_references_cover_profiles_whose_facts_do_not_count() -> None:
    linked = link(
        site(
            actor("putin", "Putin", text="Successor in [Moscow]{.place}, of [Nobody]{.actor}"),
            place("moscow", "Moscow"),
            article("a", "[x]{.plain} [Putin]{.actor} in [Moscow]{.place}"),
        )
    )
    assert linked.references == {
        Origin(Register.ACTOR, "putin"): {0: "moscow"},
        Origin(Register.ARTICLE, "a"): {1: "putin", 2: "moscow"},
    }
    assert len(linked.place_mentions["moscow"]) == 1
    assert [item.wanted for item in linked.unresolved] == ["Nobody"]
