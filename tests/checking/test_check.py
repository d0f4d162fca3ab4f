"""What does not resolve or agree, as diagnostics."""

from __future__ import annotations

import pytest

from generator.checking import check
from generator.diagnostics import Code, Diagnostic, Severity
from generator.diagnostics.codes import TABLE, deceptive, facts, linking, read_more
from generator.linking import link
from tests.linking.building import Item, actor, article, background, place, series, site, topic


def checked(*items: Item, files: frozenset[str] | None = None) -> list[Diagnostic]:
    return list(check(link(site(*items)), files))


def only(*items: Item) -> Diagnostic:
    (found,) = checked(*items)
    return found


def test_a_clean_site_has_nothing_to_tell() -> None:
    assert (
        checked(
            actor("ann", "Ann"), place("town", "Town"), article("a", "[Ann]{.actor} [Town]{.place}")
        )
        == []
    )


def test_place_message_and_mend() -> None:
    found = only(actor("ann-lee", "Ann Lee"), article("a", "\n  [Ann Le]{.actor}"))
    assert found == Diagnostic(
        path="content/articles/a.md",
        line=2,
        column=4,
        end_line=2,
        end_column=10,
        code=linking.UNKNOWN_ACTOR.id,
        severity=Severity.WARNING,
        message="No actor in the register has the name “Ann Le”; it is not linked.",
        help="Did you mean ann-lee (“Ann Lee”)? Then write ref=ann-lee, or add “Ann Le” to its "
        "aliases. Else add the actor; to make it, run: briefing new actor 'Ann Le'",
    )


CASES = {
    linking.UNKNOWN_REFERENCE: "[1]{.figure ref=ded}",
    linking.UNKNOWN_SPEAKER: "[x]{.quote by=Nobody}",
    linking.UNKNOWN_PLACE: "[Nowhere]{.place}",
    linking.AMBIGUOUS_NAME: "[Lee]{.actor}",
    read_more.READ_MORE_NOT_FOUND: "READ MORE: Unheard of",
    read_more.READ_MORE_NEAR: "READ MORE: Title of the secondd story",
    read_more.READ_MORE_AMBIGUOUS: "READ MORE: Twice",
    read_more.READ_MORE_ADDRESS: "READ MORE: [Unheard of](javascript:x)",
    read_more.READ_MORE_ITSELF: "READ MORE: Title of own",
    facts.EVENT_DATES_DIFFER: "[x]{.event ref=e date=2021} [y]{.event ref=e date=2020-05}",
    facts.EVENTS_LOOK_ALIKE: "[x]{.event date=2021} [X!]{.event date=2021}",
    facts.REPORTS_DIFFER: "[1]{.figure ref=dead} [2]{.figure ref=dead}",
}


@pytest.mark.parametrize("code", CASES, ids=str)
def test_each_fault_has_its_code_once(code: Code) -> None:
    found = only(
        actor("ann-lee", "Ann Lee", "Lee"),
        actor("bob-lee", "Bob Lee", "Lee"),
        series("dead"),
        article("own", CASES[code]),
        article("b", title="Title of the second story"),
        article("c", title="Twice"),
        article("d", title="Twice"),
    )
    assert (found.code, found.severity) == (code.id, code.severity)
    assert found.path == "content/articles/own.md"
    assert found.message.endswith(".")
    assert found.help


def test_front_matter_and_aliases() -> None:
    found = checked(
        topic("war"),
        background("b"),
        article("a", topics=["wars"], background=["bb"], related=["x"], aliases=["b", "a"]),
        article("b"),
    )
    assert sorted(item.code for item in found) == [
        linking.UNKNOWN_TOPIC.id,
        linking.UNKNOWN_BACKGROUND.id,
        linking.UNKNOWN_RELATED.id,
        linking.ALIAS_TAKEN.id,
        linking.ALIAS_TAKEN.id,
    ]
    messages = " ".join(item.message + item.help for item in found)
    assert "Did you mean war (“War”)?" in messages
    assert "content/articles/b.md" in messages


def test_a_name_is_told_once_for_each_file_and_an_ambiguous_one_each_time() -> None:
    text = "[Zoe]{.actor} [ZOE]{.actor} [Lee]{.actor} [Lee]{.actor}"
    found = checked(actor("a", "Lee"), actor("b", "Lee"), article("x", text), article("y", text))
    assert [item.code for item in found].count(linking.UNKNOWN_ACTOR.id) == 2
    assert [item.code for item in found].count(linking.AMBIGUOUS_NAME.id) == 4
    assert "ref=a or ref=b" in next(i.help for i in found if i.code == linking.AMBIGUOUS_NAME.id)


def test_both_sources_of_a_difference_are_named() -> None:
    found = only(
        series("dead", label="Killed"),
        article("a", "\n[10]{.figure ref=dead}"),
        article("b", "[20]{.figure ref=dead}"),
    )
    assert found.message == (
        "Reports of “Killed” differ: “20” here, “10” in content/articles/a.md:2."
    )
    assert found.path == "content/articles/b.md"


def test_alike_events_take_the_ref_that_is_there() -> None:
    found = only(
        article("a", "[Vote]{.event date=2021}", date="2021-01-01"),
        article("b", "[Vote]{.event date=2021 ref=vote}"),
    )
    assert "give both ref=vote" in found.help


def test_pictures_are_looked_for_where_files_are_given() -> None:
    item = article("a", image="images/harbor.jpg")
    assert checked(item) == []
    assert checked(item, files=frozenset({"images/harbor.jpg"})) == []
    (found,) = checked(item, files=frozenset({"images/harbour.jpg", "articles/a.md"}))
    assert found.code == linking.MISSING_PICTURE.id
    assert found.help == "Did you mean images/harbour.jpg?"


def test_hostile_texts_stay_on_one_line() -> None:
    name = "a\n\u202eb" * 200 + "'; rm -rf ~"
    unlisted, turned = checked(article("a", f"[{name}]{{.actor}}"))[:2]
    assert turned.code == deceptive.TURNED_TEXT.id
    for found in (unlisted, turned):
        assert "\n" not in found.message + found.help
        assert len(found.message) < 200
    assert "briefing new" not in unlisted.help


def test_no_number_of_a_link_s_fault_is_left_out() -> None:
    numbers = [code for code in TABLE if code.startswith("L")]
    assert numbers == [f"L{number:03}" for number in range(1, len(numbers) + 1)]
