from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing import new_entry
from generator.model.links import Register

DAY = dt.date(2021, 9, 14)


def matter_of(text: str) -> dict[str, object]:
    assert text.startswith("---\n")
    matter = yaml.load(text.split("---\n")[1], yaml.BaseLoader)  # noqa: S506 - strings only
    assert isinstance(matter, dict)
    return matter


@pytest.mark.parametrize(
    ("register", "path", "matter"),
    [
        (
            Register.ARTICLE,
            "articles/new-bridge.md",
            {"title": "New bridge", "date": "2021-09-14", "status": "draft"},
        ),
        (Register.ACTOR, "actors/new-bridge.md", {"name": "New bridge", "kind": "Person"}),
        (Register.FIGURE, "figures/new-bridge.md", {"label": "New bridge"}),
        (Register.PLACE, "places/new-bridge.md", {"name": "New bridge"}),
        (Register.TOPIC, "topics/new-bridge.md", {"title": "New bridge"}),
        (
            Register.BACKGROUND,
            "background/new-bridge.md",
            {"title": "New bridge", "as-of": "2021-09-14"},
        ),
    ],
)
def test_a_new_entry(register: Register, path: str, matter: dict[str, str]) -> None:
    found, text = new_entry(register, " New  bridge\n", date=DAY)
    assert found == path
    assert matter_of(text) == matter


def test_what_else_can_be_given_is_valid_when_its_comments_are_taken_off() -> None:
    for register in Register:
        _, text = new_entry(register, "New bridge", date=DAY)
        bare = "\n".join(line.removeprefix("# ") for line in text.splitlines())
        assert matter_of(bare + "\n")


def test_an_article_in_another_language() -> None:
    path, text = new_entry(Register.ARTICLE, "جسر جديد", language="ar", date=DAY)
    assert path == "articles/article-2021-09-14.md"
    assert matter_of(text)["language"] == "ar"


def test_an_id_of_the_editors_own() -> None:
    path, _ = new_entry(Register.ACTOR, "جسر", date=DAY, entry_id="bridge")
    assert path == "actors/bridge.md"


def test_a_blank_name_is_refused() -> None:
    with pytest.raises(ValueError, match="title or a name"):
        new_entry(Register.TOPIC, " \x00", date=DAY)


@pytest.mark.parametrize(
    "name", ["null", "a: b", "# a", "- a", "'a'", '"a" \\n', "{a}", "[a]", "a #b", "@a", "*a", "no"]
)
def test_names_that_mean_something_to_yaml(name: str) -> None:
    assert matter_of(new_entry(Register.TOPIC, name, date=DAY)[1]) == {"title": name}


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1))
def test_any_name_is_kept(name: str) -> None:
    wanted = " ".join(name.split())
    if wanted:
        assert matter_of(new_entry(Register.TOPIC, name, date=DAY)[1]) == {"title": wanted}
