from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from generator.pipeline import Workspace, check_content
from generator.pipeline.accepting import (
    ERRORS,
    NotWrittenError,
    Written,
    write_suggestions,
)
from generator.pipeline.suggestions import Desk, NoArticleError, Opened, same_name, surroundings
from generator.syntax.annotating import without_markup
from tests.conftest import CONFIGURATION, MakeSite
from tests.pipeline import finding

HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-05\n---\n\n"
TEXT = (
    "Ada Example opened the harbour on Monday. Some 40 people came, Bob Example said.\n\n"
    "Since 2011 it had been closed. Ada Example had 3 boats then.\n"
)
PATH = "content/articles/harbour.md"


@pytest.fixture(autouse=True)
def _finder(monkeypatch: pytest.MonkeyPatch) -> None:
    finding.use(monkeypatch)


def open_site(root: Path, path: str = PATH) -> tuple[Desk, Opened]:
    desk = Desk(Workspace(root))
    opened = desk.open(root / path)
    assert isinstance(opened, Opened)
    return desk, opened


def write_all(root: Path, path: str = PATH, threshold: float = 0.0) -> Written:
    desk, opened = open_site(root, path)
    found = [item for item in desk.suggestions(opened) if item.confidence >= threshold]
    return write_suggestions(desk, opened, found)


def everything(root: Path) -> dict[str, bytes]:
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_everything_is_written_once_and_checks_clean(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    written = write_all(root)

    assert (root / PATH).read_text(encoding="utf-8") == HEAD + (
        "[Ada Example]{.actor} opened the harbour [on Monday]{.event}. "
        "[[Some 40 people]{.figure} came, [Bob Example]{.actor} said.]{.claim}\n\n"
        "::: {.background}\n"
        "Since 2011 it had been closed. [Ada Example]{.actor} had [3 boats]{.figure} then.\n"
        ":::\n"
    )
    assert written.entries == ("content/actors/ada-example.md", "content/actors/bob-example.md")
    assert not written.refused
    assert check_content(Workspace(root), drafts=True).diagnostics == ()

    before = everything(root)
    desk, opened = open_site(root)
    assert desk.suggestions(opened) == ()
    assert write_suggestions(desk, opened, ()) == Written()
    assert everything(root) == before


def test_an_entry_holds_name_kind_and_the_title_as_a_remark(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + "Ada Example came.\n"})

    write_all(root)

    assert (root / "content/actors/ada-example.md").read_text(encoding="utf-8") == (
        "---\nname: Ada Example  # Harbour master\nkind: Person\n---\n"
    )


def test_drafts_byte_order_marks_and_line_ends_are_kept(make_site: MakeSite) -> None:
    head = "\ufeff---\r\ntitle: Harbour\r\ndate: 2024-03-05\r\nstatus: draft\r\n---\r\n\r\n"
    root = make_site({PATH: head + "Ada Example came.\r\nSo did 40 people.\r\n"})

    write_all(root)

    assert (root / PATH).read_bytes().decode() == (
        head + "[Ada Example]{.actor} came.\r\nSo did [40 people]{.figure}.\r\n"
    )


def test_the_mode_of_the_file_stays(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})
    (root / PATH).chmod(0o640)

    write_all(root)

    assert (root / PATH).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (root / "content/articles").iterdir()] == ["harbour.md"]


def claim(text: str, words: str, **rest: object) -> Suggestion:
    start = text.index(words)
    given = {"kind": SuggestionKind.CLAIM, "confidence": 0.9, **rest}
    return Suggestion(span=Span(start, start + len(words)), text=words, **given)  # type: ignore[arg-type]


def test_a_suggestion_that_brings_an_error_is_left_out(make_site: MakeSite) -> None:
    text = HEAD + "The mayor said so. Ada Example came.\n"
    root = make_site({PATH: text})
    desk, opened = open_site(root)
    bad = claim(text, "The mayor said so.", by="nobody-known")

    written = write_suggestions(desk, opened, [bad, *desk.suggestions(opened)], faults=ERRORS)

    assert [item.suggestion for item in written.refused] == [bad]
    assert "L002" in written.refused[0].reason
    assert "[Ada Example]{.actor}" in (root / PATH).read_text(encoding="utf-8")


def test_a_figure_needs_nobody_who_says_so(make_site: MakeSite) -> None:
    text = HEAD + "Bob Example and 40 people.\n"
    root = make_site({PATH: text})
    desk, opened = open_site(root)
    actor, figure = desk.suggestions(opened)
    known, unknown = replace(figure, by="bob-example"), replace(figure, by="the press")

    write_suggestions(desk, opened, [unknown])
    assert "and [40 people]{.figure}." in (root / PATH).read_text(encoding="utf-8")

    (root / PATH).write_text(text, encoding="utf-8")
    desk, opened = open_site(root)
    write_suggestions(desk, opened, [actor, known])
    assert "[40 people]{.figure by=bob-example}." in (root / PATH).read_text(encoding="utf-8")


def test_an_unknown_speaker_is_shown_with_the_entry_it_needs(make_site: MakeSite) -> None:
    text = HEAD + "It is late, said Eve Other and Ada and Bob Example.\n"
    root = make_site({PATH: text, "content/actors/ada.md": "---\nname: Ada\n---\n"})
    desk, opened = open_site(root)
    by_name = claim(text, "It is late", by="The Press")
    known = claim(text, "It is late", by="Ada")
    named = claim(text, "It is late", by="bob-example")
    bob = claim(text, "Bob Example", stub=Stub("actors", "bob-example", "Bob Example"))

    shown = desk.with_speakers([by_name, known, named, bob])

    assert shown[1:] == (known, named, bob)
    assert (shown[0].by, shown[0].stub) == ("the-press", Stub("actor", "the-press", "The Press"))
    written = write_suggestions(desk, opened, shown[:1], faults=ERRORS)
    assert written.entries == ("content/actors/the-press.md",)
    assert "[It is late]{.claim by=the-press}" in (root / PATH).read_text(encoding="utf-8")


def test_a_fault_in_another_file_is_traced_to_who_brings_it(make_site: MakeSite) -> None:
    other = HEAD.replace("Harbour", "Port") + "[The master]{.actor} came.\n"
    text = HEAD + "The master came, 40 people and 3 boats too: [Ada]{.actor}.\n"
    known = {"content/actors/ada.md": "---\nname: Ada\naliases: [The master]\n---\n"}
    root = make_site({PATH: text, "content/articles/port.md": other, **known})
    desk, opened = open_site(root)
    assert desk.faults == ()
    stub = Stub("actor", "the-master", "The Master", "Person")
    twin = claim(text, "The master", kind=SuggestionKind.ACTOR, ref="the-master", stub=stub)

    written = write_suggestions(desk, opened, [twin, *desk.suggestions(opened)])

    assert [item.suggestion for item in written.refused] == [twin]
    assert len(written.accepted) == 2
    assert written.entries == ()
    assert check_content(Workspace(root), drafts=True).diagnostics == ()


def test_an_entry_of_another_name_is_never_used_or_overwritten(make_site: MakeSite) -> None:
    entry = "---\nname: Somebody Else\n---\n"
    root = make_site({PATH: HEAD + "Ada Example came.\n", "content/actors/ada-example.md": entry})

    written = write_all(root)

    assert "Somebody Else" in written.refused[0].reason
    assert (root / "content/actors/ada-example.md").read_text(encoding="utf-8") == entry
    assert (root / PATH).read_text(encoding="utf-8") == HEAD + "Ada Example came.\n"


def test_an_entry_that_cannot_be_read_is_not_overwritten(make_site: MakeSite) -> None:
    broken = {"content/actors/ada-example.md": "no front matter"}
    root = make_site({PATH: HEAD + "Ada Example came.\n", **broken})

    assert write_all(root).refused
    assert (root / "content/actors/ada-example.md").read_text(encoding="utf-8") == "no front matter"


def test_a_file_that_changed_in_the_meantime_stays(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})
    desk, opened = open_site(root)
    found = desk.suggestions(opened)
    (root / PATH).write_text(HEAD + "Other words.\n", encoding="utf-8")
    before = everything(root)

    with pytest.raises(NotWrittenError, match="was changed by somebody else"):
        write_suggestions(desk, opened, found)

    assert everything(root) == before


def test_old_faults_keep_nothing_from_being_written(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + "[Somebody]{.actor} and [that]{.claim by=unknown}.\n\n" + TEXT})

    assert len(write_all(root).accepted) == 8


def test_a_text_as_found_is_read_in_its_own_offsets(make_site: MakeSite, tmp_path: Path) -> None:
    root = make_site({})
    found = tmp_path / "pasted.txt"
    text = "Harbour reopens\n\n5 March 2024\n\nAda Example came on Monday.\n"
    found.write_bytes(b"\xef\xbb\xbf" + text.encode())
    desk = Desk(Workspace(root))

    opened = desk.open(found)

    assert isinstance(opened, Opened)
    assert opened.article.title == "Harbour reopens"
    assert opened.article.date == dt.date(2024, 3, 5)
    shown = {item.text: item for item in desk.suggestions(opened)}
    assert shown["on Monday"].span.start == ("\ufeff" + text).index("on Monday")
    assert str(shown["on Monday"].date.text if shown["on Monday"].date else "") == "2024-03-04"
    with pytest.raises(NotWrittenError, match="briefing import"):
        write_suggestions(desk, opened, desk.suggestions(opened))


def test_a_text_without_a_date_has_the_day_given_else_the_file_s(
    make_site: MakeSite, tmp_path: Path
) -> None:
    found = tmp_path / "pasted.txt"
    found.write_text("Ada Example came on Monday.\n", encoding="utf-8")
    os.utime(found, (86_400 * 365, 86_400 * 365))
    desk = Desk(Workspace(make_site({})))

    by_file, by_hand = desk.open(found), desk.open(found, dt.date(2020, 2, 2))

    assert isinstance(by_file, Opened)
    assert isinstance(by_hand, Opened)
    assert by_file.article.date == dt.date(1971, 1, 1)
    assert by_hand.article.date == dt.date(2020, 2, 2)


@pytest.mark.parametrize("text", [TEXT, "Ada Example\n"])
def test_an_article_without_front_matter_is_read_and_never_written(
    make_site: MakeSite, text: str
) -> None:
    root = make_site({PATH: text})
    desk, opened = open_site(root)

    assert opened.article.file.text == text
    assert desk.suggestions(opened)
    with pytest.raises(NotWrittenError):
        write_suggestions(desk, opened, desk.suggestions(opened))


def test_what_cannot_be_read_is_told(make_site: MakeSite, tmp_path: Path) -> None:
    root = make_site({PATH: "---\ntitle: [\n---\n\nText.\n", "content/actors/ada.md": HEAD})
    desk = Desk(Workspace(root))
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x01")

    faulty, picture = desk.open(root / PATH), desk.open(binary)

    assert isinstance(faulty, tuple)
    assert faulty
    assert isinstance(picture, tuple)
    assert picture
    with pytest.raises(NoArticleError, match="is no article"):
        desk.open(root / "content/actors/ada.md")


def test_a_web_page_is_no_text(make_site: MakeSite, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text("<!doctype html><html><p>Ada Example came.</p></html>", encoding="utf-8")

    with pytest.raises(NoArticleError, match="briefing import"):
        Desk(Workspace(make_site({}))).open(page)


def test_the_sentence_around_a_place(make_site: MakeSite) -> None:
    _, opened = open_site(make_site({PATH: HEAD + TEXT}))
    at = opened.article.file.text.index("40 people")

    around = surroundings(opened.article, Span(at, at + 9))

    assert (around.before, around.text) == ("Some ", "40 people")
    assert around.behind.strip() == "came, Bob Example said."


def test_the_same_name_is_the_same_spelling_and_the_same_meaning() -> None:
    one = Suggestion(SuggestionKind.ACTOR, Span(0, 3), "Ada", 0.9, ref="ada")

    assert same_name(one, replace(one, span=Span(9, 12), text="ADA"))
    assert not same_name(one, replace(one, ref="other"))
    assert not same_name(one, replace(one, kind=SuggestionKind.PLACE))


WORDS = st.sampled_from(
    (
        *("Ada Example", "Bob Other", "some 40 people", "3 boats", "on Monday", "in 2011", "said"),
        *("[x]", "[", "]", "*", "**", "`", ".", ". ", " ", " ", " ", "\n", "\n\n", "\n\n", "- "),
        *("> ", "Since 2011 ", "[Ada Example]{.actor}", "[3 boats]{.plain}", "{", "}", "&amp;"),
        *("\\", "!"),
    )
)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(WORDS, min_size=1, max_size=25).map("".join), st.data())
def test_any_choice_keeps_the_words_and_is_not_proposed_again(
    tmp_path_factory: pytest.TempPathFactory, body: str, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("site")
    files: Mapping[str, str] = {"mkdocs.yml": CONFIGURATION, PATH: HEAD + body + "\nEnd.\n"}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    desk, opened = open_site(root)
    before = opened.article.document
    faults = {(item.code, item.message) for item in desk.faults}
    accepted: list[Suggestion] = []
    rejected: list[Suggestion] = []
    skipped: list[Suggestion] = []
    found = desk.suggestions(opened)
    for item in found:
        data.draw(st.sampled_from([accepted, rejected, skipped])).append(item)

    written = write_suggestions(desk, opened, accepted, rejected)

    desk, opened = open_site(root)
    after = opened.article.document
    assert without_markup(after) == without_markup(before)
    blocks = [item for item in written.accepted if item.kind is SuggestionKind.BACKGROUND]
    inline = len(written.accepted) - len(blocks) + len(written.plain)
    assert len(after.annotations) == len(before.annotations) + inline
    assert len(after.divisions) == len(before.divisions) + len(blocks)
    assert {(item.code, item.message) for item in desk.faults} <= faults
    open_ = Counter(map(_what, found)) - Counter(map(_what, (*written.accepted, *written.plain)))
    again = Counter(map(_what, desk.suggestions(opened)))
    again.pop("", None)
    assert not again - open_


_WITH_MARKUP = {SuggestionKind.CLAIM, SuggestionKind.BACKGROUND}


def _what(item: Suggestion) -> str:
    """What was proposed; longer passages aside, which the finder takes with the markup in them."""
    return "" if item.kind in _WITH_MARKUP else f"{item.kind} {item.text}"
