"""Registered actors whom an annotated article names and does not annotate."""

from __future__ import annotations

import pytest

from generator.checking import find_unannotated
from generator.config import Settings
from generator.diagnostics import Diagnostic, apply_edits
from generator.linking import link
from generator.model.site import Site
from generator.syntax import parse_actor, parse_article, parse_place

ENTRIES = {
    "jane-roe": "name: Jane Roe\nkind: Person\naliases: [Roe, “JR”, جين رو]",
    "john-roe": "name: John Roe\nkind: Person\naliases: [Roe]",
    "port": "name: Port of Exampleton\nkind: Company\naliases: [Port, Exampleton Port]",
    "exampland": "name: Exampland\nkind: State",
}
HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\n"
NOTED = "The [harbour]{.plain} opens. "


def told(text: str, *, status: str = "") -> tuple[Diagnostic, ...]:
    actors = {}
    for name, keys in ENTRIES.items():
        actor, faults = parse_actor(f"content/actors/{name}.md", f"---\n{keys}\n---\n", Settings())
        assert actor
        assert not faults
        actors[name] = actor
    place, _ = parse_place("content/places/quay.md", "---\nname: Port\n---\n", Settings())
    head = HEAD.replace("\n---\n\n", f"\n{status}---\n\n") if status else HEAD
    article, _ = parse_article("content/articles/a.md", f"{head}{text}\n", Settings())
    assert article
    assert place
    site = Site(Settings(), {"a": article}, actors, {}, {"quay": place})
    return find_unannotated(link(site))


def names(text: str) -> list[str]:
    return [item.message.split("”")[0].removeprefix("“") for item in told(text)]


def test_the_first_mention_of_each_is_told_once() -> None:
    (one, two) = told(f"{NOTED}Then Jane Roe spoke.\n\nJohn Roe heard Jane Roe.")
    assert one.message == (
        "“Jane Roe” is the registered actor jane-roe, and is annotated nowhere here."
    )
    assert one.help == "Write [Jane Roe]{.actor}, or [Jane Roe]{.plain} if nobody is meant."
    assert (one.line, one.column, one.end_column) == (6, 35, 43)
    assert (two.line, two.column) == (8, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe spoke.",
        f"{NOTED}Roe spoke in Exampland.",
        f"{NOTED}The Port is open.",
        f"{NOTED}[Jane Roe]{{.actor}} spoke. Then Jane Roe left.",
        f"{NOTED}Jane Roe spoke. Then [she]{{.actor ref=jane-roe}} left.",
        f"{NOTED}[Jane Roe]{{.plain}} street. Jane Roe spoke.",
        f"{NOTED}[The mayor, Jane Roe]{{.claim}}, and Jane Roe spoke.",
        f"{NOTED}`Jane Roe` and [Jane Roe](https://desk.example/).",
        f"{NOTED}\n\n## Jane Roe\n\n| Jane Roe |\n|---|\n| Jane Roe |\n\n    Jane Roe",
        f"{NOTED}Jane, Roe. Jane\n\nRoe. Jane *Roe*. Mary Jane-Roe.",
    ],
)
def test_what_is_not_told(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then *Jane Roe* spoke.", "Jane Roe"),
        ("Jane Roe spoke: [it opens]{.claim by=jane-roe}.", "Jane Roe"),
        ("Then Jane\nRoe spoke.", "Jane Roe"),
        ("- Jane Roe spoke.", "Jane Roe"),
        ("> So Jane\n> Roe spoke.", "Jane Roe"),
        ("::: background\nJane Roe’s ship.\n:::", "Jane Roe"),
        ("a\\* &amp; Jane  Roe spoke.", "Jane Roe"),
        ("قالت جين رو ذلك.", "جين رو"),
        ("The Port of Exampleton is open.", "Port of Exampleton"),
    ],
)
def test_where_a_name_is_found(text: str, name: str) -> None:
    assert names(f"{NOTED}\n\n{text}") == [name]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Then Jane Roe’s ship.", "Then [Jane Roe]{.actor}’s ship."),
        ("Then Jane\nRoe spoke.", "Then [Jane\nRoe]{.actor} spoke."),
        ("> So Jane\n> Roe spoke.", "> So [Jane\n> Roe]{.actor} spoke."),
        ("“Jane Roe”", "“[Jane Roe]{.actor}”"),
    ],
)
def test_the_fix(text: str, fixed: str) -> None:
    (item,) = told(f"{NOTED}\n\n{text}")
    assert item.fix
    assert item.fix.safe
    whole = apply_edits(f"{HEAD}{NOTED}\n\n{text}", item.fix.edits)
    assert whole == f"{HEAD}{NOTED}\n\n{fixed}"
    assert told(whole.removeprefix(HEAD)) == ()


@pytest.mark.parametrize("text", ["\\Jane Roe", "Jane Roe(x)", "Jane Roe[x]", "x]Jane Roe"])
def test_no_fix_where_markup_is_in_the_way(text: str) -> None:
    (item,) = told(f"{NOTED}{text}")
    assert item.fix is None
