from __future__ import annotations

import pytest

from generator.model.registers import ActorKind
from generator.model.suggestion import SuggestionKind
from generator.suggesting.countries import countries
from generator.suggesting.places import Placing, placing
from tests.suggesting.texts import actor, of_kind, place, refs

PLACE = SuggestionKind.PLACE
PORT = place("exampleton", "Exampleton", "Port Exampleton")


def test_known_places_by_name_and_alias() -> None:
    assert refs(PLACE, "They live in Exampleton. Port Exampleton's quay is new.", PORT) == [
        ("Exampleton", "exampleton"),
        ("Port Exampleton", "exampleton"),
    ]


def test_a_place_that_speaks_is_less_certain() -> None:
    inside, speaking = of_kind(PLACE, "They live in Exampleton. Exampleton said no.", PORT)
    assert inside.confidence > speaking.confidence


def test_a_name_of_actor_and_place_is_told_by_its_sentence() -> None:
    state = actor("norland", ActorKind.STATE, "Norland")
    land = place("norland", "Norland")
    body = "Norland said no. They live in Norland."
    assert refs(PLACE, body, state, land) == [("Norland", "norland")]
    assert refs(SuggestionKind.ACTOR, body, state, land) == [("Norland", "norland")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("They fled to northern Syria and Iraq.", ["Syria", "Iraq"]),
        ("Syria said it would. Talks with Iraq failed.", []),
        ("It was sent from Turkey's coast.", ["Turkey"]),
        ("The Syria Trust Fund paid.", []),
    ],
)
def test_countries_are_places_where_something_happens(body: str, expected: list[str]) -> None:
    assert [item.text for item in of_kind(PLACE, body)] == expected


def test_countries_in_other_languages() -> None:
    assert refs(PLACE, "Das geschah in Frankreich.", language="de") == [
        ("Frankreich", "frankreich")
    ]
    (found,) = of_kind(PLACE, "حدث ذلك في فرنسا.", language="ar")
    assert (found.text, found.stub and found.stub.name) == ("فرنسا", "فرنسا")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("They reached the port city of Talmar at night.", "Talmar"),
        ("They reached the town of Urem al-Kubr at night.", "Urem al-Kubr"),
        ("Fighting went on across Hasak Province.", "Hasak"),
        ("It was held at Talmar, Turkey.", "Talmar"),
        ("TALMAR - The army said nothing.", "TALMAR"),
        ("It stood near Talmar for years.", "Talmar"),
    ],
)
def test_new_places(body: str, name: str) -> None:
    found = of_kind(PLACE, body)[0]
    assert found.text == name
    assert found.stub is not None
    assert (found.stub.register, found.stub.name) == ("places", name)


@pytest.mark.parametrize(
    "body",
    ["In January and in Parliament, on Monday.", "It was written in English.", "In the North."],
)
def test_no_places(body: str) -> None:
    assert of_kind(PLACE, body) == []


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("across Iraq and Norland", Placing.PLACE),
        ("the shore of Norland", Placing.OTHER),
        ("then Norland said", Placing.ACTING),
        ("in Iraq, Norland said", Placing.ACTING),
        ("وبNorland", Placing.PLACE),
    ],
)
def test_placing(text: str, how: Placing) -> None:
    start = text.index("Norland")
    assert placing(text, start, start + len("Norland")) is how


def test_countries_of_an_unknown_language() -> None:
    assert countries("zz-unknown") == {}
    assert countries("en")["Burma"] == "MM"
