"""Claims: what somebody said, without quotation marks."""

from __future__ import annotations

import pytest

from generator.model.registers import ActorKind
from generator.model.suggestion import Suggestion, SuggestionKind
from tests.suggesting.texts import actor, of_kind, suggested

JANE = actor("jane-roe", ActorKind.PERSON, "Jane Roe", "Жанна Роу", "جين رو")
JOHN = actor("john-doe", ActorKind.PERSON, "John Doe")
PORT = actor("port-office", ActorKind.PUBLIC_BODY, "Port Office")


def claims(text: str, language: str = "en") -> list[Suggestion]:
    return of_kind(SuggestionKind.CLAIM, text, JANE, JOHN, PORT, language=language)


@pytest.mark.parametrize(
    ("text", "by", "claim"),
    [
        ("Jane Roe said that the port was closed.", "jane-roe", "the port was closed"),
        ("Jane Roe said the port was closed.", "jane-roe", "the port was closed"),
        ("Jane Roe told reporters on Monday that the port was shut.", "jane-roe",
         "the port was shut"),
        ("The port was closed again, Jane Roe said.", "jane-roe", "The port was closed again"),
        ("The port was closed again, said Jane Roe.", "jane-roe", "The port was closed again"),
        ("The port was closed again, the Port Office said in a statement on Monday.",
         "port-office", "The port was closed again"),
        ("According to Jane Roe, the port was closed.", "jane-roe", "the port was closed"),
        ("The port was closed again, according to Jane Roe.", "jane-roe",
         "The port was closed again"),
        ("As Jane Roe announced on Monday, the port will be closed.", "jane-roe",
         "the port will be closed"),
        ("Jane Roe, the harbour master, warned that ships would wait.", "jane-roe",
         "ships would wait"),
        ("Jane Roe accused the port of hiding figures.", "jane-roe",
         "accused the port of hiding figures"),
        ("Jane Roe criticised the plan, saying it would cost 40 jobs.", "jane-roe",
         "it would cost 40 jobs"),
        ("Jane Roe denied that ships had waited.", "jane-roe", "denied that ships had waited"),
        ("Jane Roe said the port was closed and added that ships would wait.", "jane-roe",
         "the port was closed"),
    ],
)  # fmt: skip
def test_the_clause_that_is_said(text: str, by: str, claim: str) -> None:
    assert [(item.by, item.text) for item in claims(text)] == [(by, claim)]


@pytest.mark.parametrize(
    ("text", "language", "claim"),
    [
        ("Jane Roe sagte, dass der Hafen geschlossen sei.", "de", "der Hafen geschlossen sei"),
        ("Jane Roe sagte, der Hafen sei geschlossen.", "de", "der Hafen sei geschlossen"),
        ("Jane Roe zufolge wurde der Hafen geschlossen.", "de",
         "Jane Roe zufolge wurde der Hafen geschlossen"),
        ("Jane Roe a ajouté que le port restera fermé.", "fr", "le port restera fermé"),
        ("Según Jane Roe, el puerto seguirá cerrado.", "es", "el puerto seguirá cerrado"),
        ("Жанна Роу заявила, что порт будет закрыт.", "ru", "порт будет закрыт"),
        ("وقالت جين رو إن الميناء سيبقى مغلقا.", "ar", "الميناء سيبقى مغلقا"),
        ("Jane Roe, limanın yarın da kapalı kalacağını söyledi.", "tr",
         "limanın yarın da kapalı kalacağını"),
    ],
)  # fmt: skip
def test_languages_have_their_verbs(text: str, language: str, claim: str) -> None:
    assert [(item.by, item.text) for item in claims(text, language)] == [("jane-roe", claim)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe did not say that the port was closed.",
        "Jane Roe declined to say why the port was closed.",
        "Jane Roe said in a statement.",
        "The ministry, which the Port Office rejects as corrupt, is closed.",
        '"The port was closed again," said Jane Roe.',
        "The plan was criticised by Jane Roe for many years.",
        "The United States is far away from the old port.",
        "Asylum claims from the five ships are still outstanding.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_pronoun_is_less_certain_than_a_name() -> None:
    [by_pronoun] = claims("Jane Roe met John Doe. She said that the port was closed.")
    [by_name] = claims("Jane Roe said that the port was closed.")
    assert by_pronoun.by == "jane-roe"
    assert by_pronoun.confidence < by_name.confidence


def test_without_a_name_nobody_is_named() -> None:
    [claim] = claims("Officials warned that the port would be closed.")
    assert claim.by == ""
    [named] = claims("Jane Roe warned that the port would be closed.")
    assert claim.confidence < named.confidence


def test_a_claim_may_hold_a_short_quotation() -> None:
    text = 'Jane Roe said the port was now "wide open" to all ships.'
    _, found = suggested(text, JANE)
    kinds = {item.kind: item.text for item in found}
    assert kinds[SuggestionKind.CLAIM] == 'the port was now "wide open" to all ships'
    assert kinds[SuggestionKind.QUOTE] == "wide open"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Ministerium sagte, dass der Hafen geschlossen sei.", "de"),
        ("The ministry said that the port was closed.", "en"),
        ("Figures said to be old show that the port was closed.", "en"),
    ],
)
def test_a_plain_noun_is_no_name(text: str, language: str) -> None:
    assert all(claim.by == "" for claim in claims(text, language))


def test_one_claim_a_sentence() -> None:
    text = "Jane Roe said that John Doe said that the Port Office said that it was closed."
    assert len(claims(text)) == 1


def test_time_is_linear_in_the_text() -> None:
    found = claims("Jane Roe, the master, said it was very bad. " * 1000)
    assert len(found) == 1000
