from __future__ import annotations

import pytest

from generator.model.registers import ActorKind
from generator.model.suggestion import SuggestionKind
from generator.suggesting.local_names import surnames
from tests.suggesting.texts import actor, of_kind, refs

ACTOR = SuggestionKind.ACTOR
PERSON = ActorKind.PERSON
ANN = actor("ann-example", PERSON, "Ann Example", "Ann Q. Example")
BOB = actor("bob-example", PERSON, "Bob Example")
UNION = actor("harbour-union", ActorKind.ORGANIZATION, "Harbour Workers' Union", "HWU")
LAND = actor("norland", ActorKind.STATE, "Norland")
KHALED = actor("khaled-mansour", PERSON, "Khaled Mansour", "خالد منصور")
IVAN = actor("ivan-petrov", PERSON, "Иван Петров")


# Names that a register has


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Then Ann Example’s boat left.", [("Ann Example", "ann-example")]),
        (
            "Ann Q. Example came. Example's boat left.",
            [("Ann Q. Example", "ann-example"), ("Example", "ann-example")],
        ),
        (
            "The Harbour Workers' Union met. HWU agreed.",
            [("Harbour Workers' Union", "harbour-union"), ("HWU", "harbour-union")],
        ),
        ("For example, nobody came.", []),
        ("Annabel Examples came.", []),
    ],
)
def test_known_names(body: str, expected: list[tuple[str, str]]) -> None:
    assert refs(ACTOR, body, ANN, UNION) == expected


def test_any_script() -> None:
    body = "وصل خالد منصور أمس. وقال منصور إنه متعب."
    assert refs(ACTOR, body, KHALED, language="ar") == [
        ("خالد منصور", "khaled-mansour"),
        ("منصور", "khaled-mansour"),
    ]
    assert refs(ACTOR, "Иван Петров приехал. Петров молчал.", IVAN, language="ru") == [
        ("Иван Петров", "ivan-petrov"),
        ("Петров", "ivan-petrov"),
    ]


def test_an_annotation_introduces_the_surname() -> None:
    assert refs(ACTOR, "[Ann Example]{.actor} came. Example left.", ANN) == [
        ("Example", "ann-example")
    ]
    assert refs(ACTOR, "[She]{.actor ref=ann-example} came. Example left.", ANN) == [
        ("Example", "ann-example")
    ]


def test_a_surname_before_the_full_name_is_less_certain() -> None:
    before, full, behind = of_kind(
        ACTOR, "Example is here.\n\nAnn Example came. Example left.", ANN
    )
    assert before.ref == full.ref == behind.ref == "ann-example"
    assert before.confidence < behind.confidence < full.confidence


def test_two_of_one_surname_leave_it_open() -> None:
    found = of_kind(ACTOR, "Ann Example met Bob Example. Example left.", ANN, BOB)
    assert (found[2].ref, found[2].candidates) == ("", ("ann-example", "bob-example"))


def test_a_name_of_two_entries_leaves_it_open_until_one_is_named() -> None:
    one = actor("a-roe", PERSON, "Alma Roe", "Captain Roe")
    two = actor("b-roe", PERSON, "Bert Roe", "Captain Roe")
    (open_one,) = of_kind(ACTOR, "They saw Captain Roe.", one, two)
    assert (open_one.ref, open_one.candidates) == ("", ("a-roe", "b-roe"))
    found = of_kind(ACTOR, "They saw Captain Roe. Bert Roe waved.", one, two)
    assert [item.ref for item in found] == ["b-roe", "b-roe"]


def test_a_surname_with_another_given_name_is_somebody_else() -> None:
    found = refs(ACTOR, "Ann Example came. Later Zed Example left.", ANN)
    assert ("Example", "ann-example") not in found


def test_a_state_acts_and_is_a_place() -> None:
    acting, placed = of_kind(ACTOR, "Norland said no. They live in Norland.", LAND)
    assert acting.confidence > 0.8 > placed.confidence


def test_another_spelling_of_a_known_person_is_no_new_one() -> None:
    known = actor("omar-al-hariri", PERSON, "Omar al-Hariri")
    (found,) = of_kind(ACTOR, "They met President Omar Hariri at noon.", known)
    assert (found.text, found.ref, found.stub) == ("Omar Hariri", "omar-al-hariri", None)


# New people


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("On Monday Defence Secretary Jane Roe met them.", "Jane Roe", "Defence Secretary"),
        (
            "Norish Prime Minister Omar al-Hariri met them.",
            "Omar al-Hariri",
            "Norish Prime Minister",
        ),
        ("They met Foreign Minister Ri Yong-su at noon.", "Ri Yong-su", "Foreign Minister"),
        ("Then Deputy Secretary of State Jane Roe left.", "Jane Roe", "Deputy Secretary of State"),
        ("They met Gen. Paul Q. Roe there.", "Paul Q. Roe", "Gen."),
        (
            "The CEO of the Refuge Council Enver Brook told them.",
            "Enver Brook",
            "CEO of the Refuge Council",
        ),
        (
            "They saw Xavi Brook, the mayor of Exampleton, there.",
            "Xavi Brook",
            "mayor of Exampleton",
        ),
        (
            "The critics include immigration barrister Colin Yew.",
            "Colin Yew",
            "immigration barrister",
        ),
        (
            "Labour's Shadow Home Secretary Yve Brook said so.",
            "Yve Brook",
            "Labour's Shadow Home Secretary",
        ),
        (
            "They met Ursula von der Brook, president of the board.",
            "Ursula von der Brook",
            "president of the board",
        ),
    ],
)
def test_new_people(body: str, name: str, role: str) -> None:
    found = [item for item in of_kind(ACTOR, body) if item.stub and item.stub.kind == PERSON]
    assert [(item.text, item.role) for item in found] == [(name, role)]
    stub = found[0].stub
    assert stub is not None
    assert (stub.register, stub.name, stub.role, stub.id) == ("actors", name, role, found[0].ref)


def test_a_new_person_goes_by_the_surname() -> None:
    body = "They met Gov. Zoe Sample there. Sample said no. Mr. Sample left, and Sample's boat too."
    found = of_kind(ACTOR, body)
    assert [item.text for item in found] == ["Zoe Sample", "Sample", "Sample", "Sample"]
    assert {item.ref for item in found} == {"zoe-sample"}
    assert len({item.stub for item in found}) == 1


@pytest.mark.parametrize(
    "body",
    [
        "On Monday the Syrian army and Russian planes struck. In January nothing did.",
        "However, people left. The minister said nothing. Many Norish people stayed.",
        "The President of the Republic said nothing to the Prime Minister.",
        "Minister Opens New Bridge After Long Delay In Northern Town",
        "## Governor Opens Council Bridge",
        "The Secretary said on Friday that Parliament would vote.",
    ],
)
def test_no_names(body: str) -> None:
    assert of_kind(ACTOR, body) == []


# New organisations


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (
            "They asked the Ministry of Foreign Affairs again.",
            "Ministry of Foreign Affairs",
            "PublicBody",
        ),
        (
            "It was seen by the Norish Observatory for Human Rights.",
            "Norish Observatory for Human Rights",
            "Organization",
        ),
        ("Yesterday the National River Party won.", "National River Party", "Organization"),
        ("They work for Blue Harbour Ltd. today.", "Blue Harbour Ltd", "Company"),
        (
            "The Joint Council for the Welfare of Sailors left.",
            "Joint Council for the Welfare of Sailors",
            "",
        ),
        ("Asked by the New People's Party, they left.", "New People's Party", "Organization"),
    ],
)
def test_new_organisations(body: str, name: str, kind: str) -> None:
    (found,) = of_kind(ACTOR, body)
    assert found.text.rstrip(".") == name
    assert found.stub is not None
    assert found.stub.kind == kind


def test_an_acronym_in_parentheses_stands_for_the_name() -> None:
    body = "The River Recovery Trust Fund (RRTF) opened. The RRTF pays. RRTF's money helps."
    found = of_kind(ACTOR, body)
    assert [item.text for item in found] == ["River Recovery Trust Fund", "RRTF", "RRTF", "RRTF"]
    assert {item.ref for item in found} == {"river-recovery-trust-fund"}


# Other languages


def test_german_people() -> None:
    body = (
        "Die Außenministerin Erika Beispiel kritisierte den Vertrag in der Stadt. "
        "„Das Haus ist alt“, sagte Beispiel. Der Präsident des Landtags schwieg."
    )
    assert refs(ACTOR, body, language="de") == [
        ("Erika Beispiel", "erika-beispiel"),
        ("Beispiel", "erika-beispiel"),
    ]


def test_arabic_people() -> None:
    body = "وقال وزير الخارجية سامي الخطيب إن الوضع صعب. وأضاف الخطيب أن الرئيس في البيت."
    found = of_kind(ACTOR, body, language="ar")
    assert [item.text for item in found] == ["سامي الخطيب", "الخطيب"]
    assert found[0].role == "وزير الخارجية"
    assert found[0].ref == found[1].ref


def test_other_languages_have_known_names_only() -> None:
    assert refs(ACTOR, "La ministre Jeanne Exemple a vu Ann Example.", ANN, language="fr") == [
        ("Ann Example", "ann-example")
    ]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Ann Example", ("Example",)),
        ("Haider al-Abadi", ("al-Abadi", "Abadi")),
        ("Ursula von der Leyen", ("Leyen", "von der Leyen")),
        ("Ri Yong-ho", ("Ri",)),
        ("Anna Müller-Lüdenscheidt", ("Müller-Lüdenscheidt",)),
        ("John Doe Jr.", ("Doe",)),
        ("Example", ()),
    ],
)
def test_surnames(name: str, forms: tuple[str, ...]) -> None:
    assert surnames(name) == forms
