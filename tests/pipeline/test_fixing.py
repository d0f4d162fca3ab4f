"""Fixes: each mends its fault, changes no word, and leaves nothing for a second run."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Code, Severity
from generator.diagnostics.codes import TABLE
from generator.pipeline import Workspace
from generator.pipeline.fixing import find_fixes
from tests.conftest import CONFIGURATION, MakeSite
from tests.pipeline.mending import ARTICLE, HEAD, article, check, fixed, mended

ELSEWHERE = ("D", "I", "P", "T")  # what is due, imports, and what only a build finds

SAFE = {
    "A002",
    "A005",
    "A006",
    "A010",
    "A015",
    "A016",
    "A018",
    "B003",
    "B007",
    "B013",
    "C002",
    "C003",
    "F009",
    "F012",
    "F013",
    "F016",
    "L001",
    "L021",
    "L022",
    "R001",
    "R003",
}
"""The codes whose bad example is mended by a safe fix."""

UNSAFE = {
    "A001",
    "A003",
    "A008",
    "A013",
    "A017",
    "B001",
    "B002",
    "B006",
    "C001",
    "F002",
    "F003",
    "F005",
    "F006",
    "F014",
    "F015",
    "F021",
    "G002",
    "L002",
    "L006",
    "L007",
    "L008",
    "L010",
    "L018",
    "L020",
    "L023",
    "X001",
    "X002",
    "X003",
}
"""The codes whose bad example is mended by a fix that takes a guess."""

CODES = [code for code in TABLE.values() if not code.id.startswith(ELSEWHERE)]

MENDED = [code for code in CODES if code.id in SAFE | UNSAFE]

_FRONT = re.compile(r"\A\ufeff?---\n(?:.*?^---$|(?:\w[^\n]*\n)*)", re.DOTALL | re.MULTILINE)
_BRACES = re.compile(r"\{[^}\n]*\}?|\]\([^)\n]*\)")
_NAMED_BLOCK = re.compile(r"^:{3,}.*$", re.MULTILINE)


def words(text: str) -> list[str]:
    """The words of a text, whatever its markup."""
    body = _NAMED_BLOCK.sub("", _BRACES.sub(" ", _FRONT.sub("", text)))
    return re.findall(r"\w+", body)


def test_the_lists_are_those_of_the_table(make_site: MakeSite) -> None:
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for code in CODES:
        for item in check(make_site(code.bad)):
            if item.code == code.id and item.fix is not None:
                kinds[item.fix.safe].add(code.id)
    assert sorted(kinds[True]) == sorted(SAFE)
    assert sorted(kinds[False]) == sorted(UNSAFE)


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.id in SAFE | UNSAFE], ids=lambda code: code.id
)
def test_a_fix_mends_its_fault_and_nothing_else(make_site: MakeSite, code: Code) -> None:
    root = make_site(code.bad)
    before = check(root)
    found = fixed(root, unsafe=code.id in UNSAFE)
    after = check(root)

    assert found.count
    assert code.id not in {item.code for item in after}
    errors = {item.code for item in before if item.severity is Severity.ERROR}
    assert {item.code for item in after if item.severity is Severity.ERROR} <= errors
    assert found.checked.diagnostics == after
    for path, text in code.bad.items():
        if path.endswith(".md"):
            assert words((root / path).read_text()) == words(text)


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.id in SAFE | UNSAFE], ids=lambda code: code.id
)
def test_fixing_twice_is_fixing_once(make_site: MakeSite, code: Code) -> None:
    root = make_site(code.bad)
    fixed(root)
    assert fixed(root).files == ()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[Jane]{.actor ref=Roe}", "[Jane]{.actor ref=jane-roe}"),
        ('[Jane]{.actor ref="Jane Roe"}', '[Jane]{.actor ref="jane-roe"}'),
        ("[Jane]{.actor ref=Jane_Roe}", "[Jane]{.actor ref=jane-roe}"),
        ("[Jane]{.actor ref=jane-doe}", "[Jane]{.actor ref=jane-roe}"),
        ("[Roe]{.actor ref=jane-rowe}", "[Roe]{.actor ref=jane-roe}"),
        ("[It is safe]{.claim by=jane-doe}", "[It is safe]{.claim by=jane-roe}"),
        ("[Roe]{.Actor}", "[Roe]{.actor}"),
        ("[Roe]{actor}", "[Roe]{.actor}"),
        ("[Roe] {.actor}", "[Roe]{.actor}"),
        ("[Roe]{.actor rfe=jane-roe}", "[Roe]{.actor ref=jane-roe}"),
        ("[Roe]{.actor .big}", "[Roe]{.actor}"),
        ("[Roe]{.big .actor}", "[Roe]{.actor}"),
        ("[Roe]{.actor onclick='x y'}", "[Roe]{.actor}"),
        ("[Roe]{.actor ref=jane-roe ref=jane-roe}", "[Roe]{.actor ref=jane-roe}"),
        ("[it opened]{.event date=13.9.2021}", "[it opened]{.event date=2021-09-13}"),
        ('[it opened]{.event date="Sept 2021"}', '[it opened]{.event date="2021-09"}'),
        ('[it]{.event date="13 September 2021"}', '[it]{.event date="2021-09-13"}'),
        ("[it opened]{.event date=2021-9-3}", "[it opened]{.event date=2021-09-03}"),
        ("[5 ships]{.figure label=a as-of=2021-9}", "[5 ships]{.figure label=a as-of=2021-09}"),
    ],
)
def test_safe_fixes(make_site: MakeSite, wrong: str, right: str) -> None:
    text = f"So {wrong} and [Roe]{{.actor}}."
    assert mended(make_site, article(text)) == article(text.replace(wrong, right))[ARTICLE]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[Jane]{.actor ref=jane-rw}", "[Jane]{.actor ref=jane-roe}"),
        ("[It is safe]{.claim by=jane-row}", "[It is safe]{.claim by=jane-roe}"),
        ("[Roe]{.person}", "[Roe]{.actor}"),
        ("[it opened]{.event date=3.4.2021}", "[it opened]{.event date=2021-04-03}"),
        ("[it opened]{.event date=Monday}", "[it opened]{.event date=2024-03-04}"),
        ('[it opened]{.event date="the 1990s"}', '[it opened]{.event date="199X"}'),
        ("[Jane Row]{.actor}", "[Jane Row]{.actor ref=jane-roe}"),
        ("[harbour]{.smallcaps}", "harbour"),
        ('[Roe]{.actor role="mayor}', '[Roe]{.actor role="mayor"}'),
    ],
)
def test_unsafe_fixes(make_site: MakeSite, wrong: str, right: str) -> None:
    text = f"So {wrong} and [Roe]{{.actor}}."
    assert mended(make_site, article(text)) == article(text)[ARTICLE]
    unsafe = mended(make_site, article(text), unsafe=True)
    assert unsafe == article(text.replace(wrong, right))[ARTICLE]


@pytest.mark.parametrize(
    "text",
    [
        "[it opened]{.event date=03/04/2021}",
        "[it opened]{.event date=2021-04-03 daet=2021-04-03}",
        "[Roe]{.actor ref=john-roe}\n\n[Roe]{.actor ref=nobody-at-all}",
        "[one]{.actor ref=a} [two]{.actor .place}",
        "[it opened]{.event date=2021-04-03 date=2021-04-04}",
    ],
)
def test_what_only_an_editor_knows_is_left_alone(make_site: MakeSite, text: str) -> None:
    assert mended(make_site, article(text)) == article(text)[ARTICLE]


CORRECTION = "corrections:\n  - {date: 2024-03-06, text: x}"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sumary: It opens.", "summary: It opens."),
        ("updated: 5 March 2024", "updated: 2024-03-05"),
        ("updated: '5.13.2024'", "updated: '2024-05-13'"),
        ("updated: 20240305", "updated: 2024-03-05"),
        ("status: Draft", "status: draft"),
        ("status: drfat", "status: draft"),
        ("language: English", "language: en"),
        ("source:\n  righst: own", "source:\n  rights: own"),
        (
            "corrections:\n  - {date: 2024/3/6, text: x}",
            "corrections:\n  - {date: 2024-03-06, text: x}",
        ),
        ("summary: !!str It opens.", "summary: It opens."),
        ("summary: @home", 'summary: "@home"'),
    ],
)
def test_front_matter(make_site: MakeSite, wrong: str, right: str) -> None:
    assert mended(make_site, article("It opens.", wrong)) == article("It opens.", right)[ARTICLE]


@pytest.mark.parametrize(
    "key", ["updated: 03/04/2024", "updated: 2021111", "sumary: a\nsummary: b", "headlin: x"]
)
def test_front_matter_that_stays(make_site: MakeSite, key: str) -> None:
    assert mended(make_site, article("It opens.", key)) == article("It opens.", key)[ARTICLE]


def test_roles_and_background_dates(make_site: MakeSite) -> None:
    actor = "---\nname: A\nroles: [{title: b, from: Sept 2021, to: 13/9/2022}]\n---\n"
    block = "---\ntitle: A\nas-of: 2021-9\nreview-by: 1 Oct. 2022\n---\n\nIt is old.\n"
    root = make_site({"content/actors/a.md": actor, "content/background/a.md": block})
    fixed(root, unsafe=False)
    assert check(root) == ()
    assert "from: 2021-09, to: 2022-09-13}" in (root / "content/actors/a.md").read_text()
    assert "as-of: 2021-09\nreview-by: 2022-10-01" in (root / "content/background/a.md").read_text()


def test_blocks(make_site: MakeSite) -> None:
    text = "One.\n::: backgruond\nTwo.\n\n::: {.outlook .onw}\nThree.\n:::"
    expected = "One.\n\n::: background\nTwo.\n\n:::\n\n::: {.outlook .own}\nThree.\n:::"
    assert mended(make_site, article(text), unsafe=True) == article(expected)[ARTICLE]


def test_a_block_whose_end_is_not_clear_stays_open(make_site: MakeSite) -> None:
    text = "::: background\nOne.\n\nTwo."
    assert mended(make_site, article(text), unsafe=True) == article(text)[ARTICLE]


def test_settings(make_site: MakeSite) -> None:
    wrong = f"{CONFIGURATION}extra:\n  briefing:\n    quotation_limit: 20\n    lates: 3\n"
    root = make_site({"mkdocs.yml": wrong})
    fixed(root, unsafe=False)
    text = (root / "mkdocs.yml").read_text()
    assert text == wrong.replace("quotation_limit", "quotation-limit").replace("lates:", "latest:")
    assert check(root) == ()


def test_a_text_with_all_annotations_beside_it_is_not_touched(make_site: MakeSite) -> None:
    beside = "annotations:\n  - kind: actor\n    exact: The mayor\n    ref: jane-rw\n"
    sidecar = "content/articles/harbour.annotations.yaml"
    files = {**article("The mayor came. Jane Roe left."), sidecar: beside}
    root = make_site(files)
    fixed(root)
    assert (root / ARTICLE).read_text() == files[ARTICLE]
    assert (root / sidecar).read_text() == beside.replace("jane-rw", "jane-roe")


def test_one_mend_brings_the_next_to_light(make_site: MakeSite) -> None:
    text = "[it]{.evnet daet=13.9.2021}"
    found = mended(make_site, article(text))
    assert found == article("[it]{.event date=2021-09-13}")[ARTICLE]


def test_bytes_outside_of_edits_stay(make_site: MakeSite) -> None:
    text = f"\ufeff{HEAD}\tTwo  spaces  \nand [Roe]{{.Actor}}, “Zoë”.\x0c\n\nEnd".replace(
        "\n", "\r\n"
    )
    found = mended(make_site, {**article(""), ARTICLE: text})
    assert found == text.replace(".Actor", ".actor")


def test_line_ends_of_inserted_lines_are_those_of_the_file(make_site: MakeSite) -> None:
    text = f"{HEAD}One.\n::: background\nTwo.\n".replace("\n", "\r\n")
    found = mended(make_site, {ARTICLE: text}, unsafe=True)
    assert found == f"{HEAD}One.\n\n::: background\nTwo.\n:::\n".replace("\n", "\r\n")


def test_nothing_is_written_before_it_is_asked_for(make_site: MakeSite) -> None:
    root = make_site(article("[Roe]{.actr}"))
    before = (root / ARTICLE).read_bytes()
    found = find_fixes(Workspace(root))
    assert (root / ARTICLE).read_bytes() == before
    assert found.diff() == (
        f"--- {ARTICLE}\n+++ {ARTICLE}\n@@ -3,4 +3,4 @@\n date: 2024-03-04\n ---\n \n"
        "-[Roe]{.actr}\n+[Roe]{.actor}\n"
    )


def test_the_end_of_a_file_without_a_line_end(make_site: MakeSite) -> None:
    root = make_site({**article(""), ARTICLE: f"{HEAD}[Roe]{{.actr}}"})
    diff = find_fixes(Workspace(root)).diff()
    none = "\n\\ No newline at end of file\n"
    assert diff.endswith(f"-[Roe]{{.actr}}{none}+[Roe]{{.actor}}{none}")


PIECES = (
    "[Roe]{.actr}",
    "[Roe]{.actor ref=Roe}",
    "[Roe] {.actor}",
    "[Jane Row]{.actor}",
    "[it opened]{.evnet daet=13.9.2021}",
    "[40 ships]{.figure lable=ships qualifier=abuot}",
    '[40 ships]{.figure label="ships}',
    "[50]{.figure label=a low=50 high=40}",
    "[harbour]{.smallcaps}",
    "[[Roe]{.plain .big}]{.claim by=Jane-Roe}",
    "Jane Roe",
    "READ MORE: [Roe]{.plain}",
    "\n\n::: backgruond\n",
    "\n:::\n",
    "\n\n::: {.outlook .onw as_of=2021-9}\n",
    "\n\n## A heading {.big #id}\n\n",
    "> quoted [Roe]{.actr}\n> ::: background\n",
    "- item\n  [Roe]{.plain}{.actor}\n",
    "\\[Roe]{.actor}",
    "`[Roe]{.actr}`",
    "**Jane Roe** and ![Roe",
    "]{.actor}(x)",
    "\n",
    " ",
    "لمرفأ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_fixes_keep_the_words_and_are_made_once(
    make_site: MakeSite, pieces: list[str], end: str
) -> None:
    text = f"{HEAD}{' '.join(pieces)}\n".replace("\n", end)
    root = make_site({**article(""), ARTICLE: text})
    found = ""
    for unsafe in (False, True):
        fixed(root, unsafe=unsafe)
        found = (root / ARTICLE).read_bytes().decode()
        assert words(found.replace("\r\n", "\n")) == words(text.replace("\r\n", "\n"))
        assert fixed(root, unsafe=unsafe).files == ()
    assert {found.count("\n"), found.count(end)} == {found.count("\n")}
