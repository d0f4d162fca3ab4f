"""Texts that are not what they look like are told, and honest ones are not."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.pipeline import Workspace, build, check_content
from tests.conftest import MakeSite

HEAD = "---\ntitle: {title}\ndate: 2024-03-04\n---\n\n{text}\n"
ROE = "---\nname: Jane Roe\nkind: Person\naliases: [{alias}]\n---\n"


def article(text: str = "It reopened.", title: str = "Harbour reopens") -> str:
    return HEAD.format(title=title, text=text)


def found(make_site: MakeSite, **files: str) -> tuple[Diagnostic, ...]:
    paths = {f"content/{name.replace('__', '/')}.md": text for name, text in files.items()}
    return check_content(Workspace(make_site(paths)), drafts=True).diagnostics


@pytest.mark.parametrize(
    "title",
    [
        "می\u200cخواهم به خانه بروم",
        "مرحبا \u202bبالعالم\u202c",
        "שלום \u2067עולם\u2069",
        "नई दिल्ली में क्\u200dषेत्र",
        "A family 👩\u200d👩\u200d👧 and a heart ❤\ufe0f",
        "Радио Liberty в Praha",
        "Toyota自動車の「発表」",
    ],
)
def test_honest_titles_are_clean(make_site: MakeSite, title: str) -> None:
    assert found(make_site, articles__a=article(f"It says: {title}.", title)) == ()


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("Jane \u202eRoe", "X001"),
        ("Jane Roe\u2069", "X001"),
        ("Jane\u200b Roe", "X003"),
        ("J\u00adane", "X003"),
        ("J\u0430ne", "X004"),
    ],
)
def test_aliases_are_looked_at(make_site: MakeSite, alias: str, code: str) -> None:
    text = ROE.format(alias=alias)

    (fault,) = found(make_site, articles__a=article(), actors__jane=text)

    assert (fault.code, fault.path, fault.line) == (code, "content/actors/jane.md", 4)
    assert fault.help


def test_what_is_turned_in_a_text_does_not_turn_a_page(make_site: MakeSite) -> None:
    text = "It said \u202e**never** and \u2067more. And [so]{.place} on\u2069\u2069."
    root = make_site({"content/articles/a.md": article(text)})

    result = build(Workspace(root))

    assert "X002" in [item.code for item in result.diagnostics]
    for path in (root / "docs").rglob("*.md"):
        page = path.read_text(encoding="utf-8")
        assert page.count("\u2067") == page.count("\u2069"), path
        assert "\u202e" not in page


def test_a_mention_that_matches_by_what_is_invisible_is_told(make_site: MakeSite) -> None:
    text = article("[Jane\u200b Roe]{.actor} and [Jane Roe]{.actor} and [می\u200cخواهم]{.plain}.")

    (fault,) = found(make_site, articles__a=text, actors__jane=ROE.format(alias="JR"))

    assert fault.code == "X006"
    assert "jane" in fault.message
    assert "U+200B" in fault.message


def test_one_actor_may_have_names_that_look_the_same(make_site: MakeSite) -> None:
    union = "---\nname: СССР\nkind: State\naliases: [CCCP]\n---\n"

    assert found(make_site, articles__a=article(), actors__ussr=union) == ()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://desk.example/", False),
        ("https://m\u00fcnchen.example/", False),
        ("https://\u0440\u043e\u0441\u0441\u0438\u044f.\u0440\u0444/", False),
        ("https://\u043c\u043e\u0441\u043a\u0432\u0430.example/", False),
        ("https://\u6771\u4eac.example/", False),
        ("https://d\u0435sk.example/", True),
        ("https://\u0430\u0440\u0440\u04cf\u0435.example/", True),
        ("https://xn--80ak6aa92e.example/", True),
        ("https://xn--mnchen-3ya.example/", False),
        ("https://xn--a\u2028.example/", False),
    ],
)
def test_hosts_that_look_like_others(make_site: MakeSite, url: str, told: bool) -> None:  # noqa: FBT001
    codes = [item.code for item in found(make_site, articles__a=article(f"See [it]({url})."))]

    assert ("X007" in codes) is told


def test_a_hostile_text_has_no_thousand_faults(make_site: MakeSite) -> None:
    text = article("\n".join("a\u202eb\u200b [x](https://d\u0435sk.example/)" for _ in range(3000)))

    codes = [item.code for item in found(make_site, articles__a=text)]

    assert codes.count("X002") == 20
    assert codes.count("X007") == 1
