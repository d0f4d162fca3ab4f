"""Looking up ids, names and aliases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking.directory import Directory
from generator.model.links import Problem
from generator.names import Listing, normal_name

PEOPLE = Directory(
    (
        Listing("bashar-al-assad", ("Bashar al-Assad", "Assad", "بشار الأسد"), ("assad",)),
        Listing("hafez-al-assad", ("Hafez al-Assad", "Assad")),
        Listing("vladimir-putin", ("Vladimir Putin", "Путин", "弗拉基米尔·普京")),
        Listing("kremlin", ("Kremlin",)),
        Listing("james", ("James",)),
        Listing("the-hague", ("The Hague",)),
        Listing("un", ("United Nations", "UN")),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vladimir Putin", "vladimir-putin"),
        ("vladimir  PUTIN", "vladimir-putin"),
        ("Vladimir Putin’s", "vladimir-putin"),
        ("Vladimir Putin's", "vladimir-putin"),
        ("James’", "james"),
        ("the Kremlin", "kremlin"),
        ("The Kremlin’s", "kremlin"),
        ("The Hague", "the-hague"),
        ("Путин", "vladimir-putin"),
        ("弗拉基米尔·普京", "vladimir-putin"),
        ("بشّار الاسد", "bashar-al-assad"),
    ],
)
def test_a_name_finds_its_owner(text: str, expected: str) -> None:
    assert PEOPLE.by_name(text).id == expected


def test_a_name_of_two_is_ambiguous() -> None:
    found = PEOPLE.by_name("Assad’s")
    assert found.id == ""
    assert found.problem is Problem.AMBIGUOUS
    assert found.candidates == ("bashar-al-assad", "hafez-al-assad")


def test_an_unknown_name_has_the_nearest_as_candidates() -> None:
    found = PEOPLE.by_name("Wladimir Putin")
    assert (found.id, found.problem) == ("", Problem.UNKNOWN)
    assert found.candidates[0] == "vladimir-putin"
    assert PEOPLE.by_name("Somebody Else").candidates == ()
    assert PEOPLE.by_name("").problem is Problem.UNKNOWN


def test_ids_and_former_ids() -> None:
    assert PEOPLE.by_id("hafez-al-assad").id == "hafez-al-assad"
    assert PEOPLE.by_id("assad").id == "bashar-al-assad"
    assert PEOPLE.by_id("vladimir-putn").candidates[0] == "vladimir-putin"
    assert PEOPLE.by_id("Vladimir Putin").id == ""
    assert PEOPLE.by_id("Vladimir Putin").candidates[0] == "vladimir-putin"


def test_by_either() -> None:
    assert PEOPLE.by_either("un").id == "un"
    assert PEOPLE.by_either("United Nations").id == "un"
    assert PEOPLE.by_either("Assad").problem is Problem.AMBIGUOUS


names = st.text(st.sampled_from("abAB'’- éǰسأا"), min_size=1, max_size=6).filter(normal_name)


@given(st.lists(st.tuples(st.integers(0, 9).map(str), names), max_size=30))
def test_owners_are_found_and_the_ambiguous_never_linked(pairs: list[tuple[str, str]]) -> None:
    directory = Directory(Listing(key, tuple(n for k, n in pairs if k == key)) for key, _ in pairs)
    owners: dict[str, set[str]] = {}
    for key, name in pairs:
        owners.setdefault(normal_name(name), set()).add(key)
    for name, ids in owners.items():
        found = directory.by_name(name)
        if len(ids) == 1:
            assert found.id in ids
        else:
            assert found.id == ""
            assert set(found.candidates) == ids
