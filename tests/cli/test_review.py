from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.cli.review_state import Review, Verdict
from generator.diagnostics import Span
from generator.model.article import Document
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.pipeline import Workspace
from generator.pipeline.suggestions import Desk, Opened
from generator.syntax.annotating import without_markup
from tests.conftest import CONFIGURATION, MakeSite
from tests.pipeline import finding

PATH = "content/articles/harbour.md"
OTHER = "content/articles/other.md"
HEAD = "---\ntitle: Harbour reopens\ndate: 2024-03-05\n---\n\n"
TEXT = "Ada Example came on Monday; later Ada Example left with 40 people.\n"


@pytest.fixture(autouse=True)
def _finder(monkeypatch: pytest.MonkeyPatch) -> None:
    finding.use(monkeypatch)


def review(root: Path, keys: str, *arguments: str) -> Result:
    command = ["-C", str(root), "suggest", "--review", *(arguments or (PATH,))]
    return CliRunner().invoke(main, command, input=keys, catch_exceptions=False)


def body(root: Path, path: str = PATH) -> str:
    return (root / path).read_text(encoding="utf-8").removeprefix(HEAD)


def test_one_key_decides_of_each(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    result = review(root, "a\nr\ns\na\nq\n")

    assert result.exit_code == 0
    assert body(root) == (
        "[Ada Example]{.actor} came [on Monday]{.plain}; "
        "later Ada Example left with [40 people]{.figure}.\n"
    )
    assert f"{PATH}: 2 annotations, 1 marked .plain written." in result.stdout
    assert "Made content/actors/ada-example.md" in result.stdout
    assert ">>>Ada Example<<< came on Monday; later Ada" in result.stdout
    assert "\x1b" not in result.stdout


def test_what_is_rejected_is_not_proposed_again(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})
    review(root, "rrrr\n")

    assert "nothing to propose" in review(root, "").stdout
    assert not (root / "content/actors").exists()


def test_all_of_one_name_in_this_file(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    review(root, "A")

    assert body(root) == TEXT.replace("Ada Example", "[Ada Example]{.actor}")


def test_all_of_one_name_in_all_files(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT, OTHER: HEAD + "On Tuesday Ada Example had 3 boats.\n"})

    result = review(root, "F\nq\n")

    assert body(root).count("{.actor}") == 2
    assert body(root, OTHER) == "On Tuesday [Ada Example]{.actor} had 3 boats.\n"
    assert result.stdout.count("Made ") == 1


def test_back_takes_the_last_key_back(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    review(root, "Aabbbrq")

    assert body(root) == TEXT.replace("Ada Example", "[Ada Example]{.plain}", 1)


def test_the_end_of_the_input_saves_what_was_decided(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    assert review(root, "a").exit_code == 0
    assert body(root).startswith("[Ada Example]{.actor}")


def test_skipping_everything_writes_nothing(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})
    before = (root / PATH).stat().st_mtime_ns

    assert "nothing written" in review(root, "ssss\n").stdout
    assert (root / PATH).stat().st_mtime_ns == before


def test_one_of_several_is_chosen_by_number_and_remembered(make_site: MakeSite) -> None:
    twins = {f"content/actors/ada-{n}.md": "---\nname: Ada Example\n---\n" for n in (1, 2)}
    root = make_site({PATH: HEAD + TEXT, **twins})

    result = review(root, "a92saq")

    assert "press the number" in result.stdout
    assert "  2 ada-2 (Ada Example)" in result.stdout
    assert "There is no number 9" in result.stdout
    assert body(root) == TEXT.replace("Ada Example", "[Ada Example]{.actor ref=ada-2}")


def test_a_choice_goes_for_all_files(make_site: MakeSite) -> None:
    twins = {f"content/actors/ada-{n}.md": "---\nname: Ada Example\n---\n" for n in (1, 2)}
    root = make_site({PATH: HEAD + TEXT, OTHER: HEAD + "Ada Example had boats.\n", **twins})

    review(root, "2sFq")

    assert body(root).count("{.actor ref=ada-2}") == 2
    assert body(root, OTHER) == "[Ada Example]{.actor ref=ada-2} had boats.\n"


def test_everything_can_be_edited(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT, "content/figures/guests.md": "---\nlabel: Guests\n---\n"})
    actor = "e\nactress\nactor\nnot here\nAda Example came\nada-example\nguest of honour\na\n"
    event = "e\n\n\nyesterday\n2024-03\nThe arrival\na\n"
    figure = (
        "e\n\n\n5..3\nmany\n30..50\nvisitors\nnobody\nguests\nIn the port\nNobody Known\n-\na\n"
    )

    result = review(root, actor + event + "s\n" + figure + "q\n")

    assert body(root) == (
        '[Ada Example came]{.actor ref=ada-example role="guest of honour"} '
        '[on Monday]{.event date=2024-03 label="The arrival"}; later Ada Example left with '
        '[40 people]{.figure ref=guests label="In the port" low=30 high=50 unit=visitors}.\n'
    )
    for told in (
        "A kind is one of actor",
        "do not stand at this place",
        "is not a date",
        "The range has its ends swapped.",
        "Write digits",
        "There is no figure nobody.",
        "There is no actor 'Nobody Known'.",
    ):
        assert told in result.stdout


def test_another_kind_and_a_new_entry(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    result = review(root, "e\nplace\n\nExample Bay!\nport-ada\nn\nport-ada\ny\nAq\n")

    assert body(root) == TEXT.replace("Ada Example", "[Ada Example]{.place}")
    assert (root / "content/places/port-ada.md").read_text(encoding="utf-8") == (
        "---\nname: Ada Example\n---\n"
    )
    assert "There is no place port-ada. Make it?" in result.stdout


def test_a_passage_is_accepted_or_left(make_site: MakeSite) -> None:
    text = "News.\n\nSince 2011 nothing.\n"
    root = make_site({PATH: HEAD + text})

    result = review(root, "r\n")
    assert "cannot be marked .plain" in result.stdout
    assert body(root) == text

    review(root, "a\n")
    assert body(root) == "News.\n\n::: {.background}\nSince 2011 nothing.\n:::\n"


def test_what_would_be_an_error_is_left_out_and_told(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + "*Ada* said Bob Example left.\n"})

    result = review(root, "e\n\nAda* said Bob\n-\n\na")

    assert "was left out: brackets around it would change how the text is read." in result.stderr
    assert body(root) == "*Ada* said Bob Example left.\n"


def test_files_follow_each_other_and_know_what_was_made(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT, OTHER: HEAD + "Ada Example had 3 boats.\n"})

    result = review(root, "assaqaaq", PATH, OTHER)

    assert "new entry ada-example" in result.stdout
    assert "= ada-example" in result.stdout
    assert body(root, OTHER) == "[Ada Example]{.actor} had [3 boats]{.figure}.\n"


def test_quitting_leaves_the_files_behind(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT, OTHER: HEAD + "Ada Example had 3 boats.\n"})

    review(root, "aqaa", PATH, OTHER)

    assert body(root).count("[Ada Example]{.actor}") == 1
    assert body(root, OTHER) == "Ada Example had 3 boats.\n"


def test_a_text_as_found_is_refused_before_anything_is_asked(
    make_site: MakeSite, tmp_path: Path
) -> None:
    text = tmp_path / "pasted.txt"
    text.write_text(TEXT, encoding="utf-8")

    result = review(make_site({PATH: HEAD + TEXT}), "a", PATH, str(text))

    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"briefing import {text}" in result.stderr


def test_keys_that_mean_nothing_do_nothing(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})

    result = review(root, "x?b1\u202eq")

    assert "x does nothing here" in result.stdout
    assert "\\u202e does nothing here" in result.stdout
    assert "Ctrl-C  quit without saving this file" in result.stdout
    assert body(root) == TEXT


def test_text_in_the_terminal_is_harmless(make_site: MakeSite) -> None:
    arabic = "\u0642\u0627\u0644"
    root = make_site({PATH: HEAD + f"{arabic} Ada Example \u202e{arabic}.\n"})

    shown = review(root, "q").stdout

    assert "\u202e" not in shown
    assert f"\u2068{arabic} >>>Ada Example<<< \\u202e{arabic}.\u2069" in shown


ITEMS = tuple(
    Suggestion(SuggestionKind.ACTOR, Span(at, at + 1), "AB"[at % 2], 0.9) for at in range(5)
)
STEPS = {
    "a": lambda review: review.decide(Verdict.ACCEPTED),
    "A": lambda review: review.decide(Verdict.ACCEPTED, same=True),
    "r": lambda review: review.decide(Verdict.REJECTED),
    "s": lambda review: review.decide(Verdict.SKIPPED),
}


@given(st.text("aArsb", max_size=20))
def test_back_is_the_opposite_of_every_key(keys: str) -> None:
    state = Review(ITEMS)
    states = [state]
    for key in keys:
        if key == "b":
            state = state.back()
            states = states[:-1] or states
            assert state == states[-1]
        elif not state.ended:
            state = STEPS[key](state)
            states.append(state)
    decided = [state.of(verdict) for verdict in Verdict]
    assert sum(map(len, decided)) == len(state.decisions)
    assert set().union(*map(set, decided)) <= set(ITEMS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.text("aArRFsb12?xq\ne", max_size=25))
def test_no_keys_change_a_word(tmp_path_factory: pytest.TempPathFactory, keys: str) -> None:
    root = tmp_path_factory.mktemp("site")
    text = TEXT + "\nHe *said Bob* Example [sic said 3 boats.\n\nSince 2011 Bob Example said no.\n"
    files = {
        "mkdocs.yml": CONFIGURATION,
        PATH: HEAD + text,
        OTHER: HEAD + text,
        "content/actors/bob-1.md": "---\nname: Bob Example\n---\n",
        "content/actors/bob-2.md": "---\nname: Bob Example\n---\n",
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode())
    before = documents(root)

    assert review(root, keys).exit_code == 0

    after = documents(root)
    assert [without_markup(item) for item in after] == [without_markup(item) for item in before]


def documents(root: Path) -> list[Document]:
    desk = Desk(Workspace(root))
    found = []
    for path in (PATH, OTHER):
        opened = desk.open(root / path)
        assert isinstance(opened, Opened)
        found.append(opened.article.document)
        assert not [fault for fault in desk.faults if fault.severity == "error"]
    return found


# At a real terminal

RUN = "from tests.pipeline import finding; from generator.pipeline import suggestions\n"
RUN += "suggestions.suggest, suggestions.lexicon = finding.suggest, finding.lexicon\n"
RUN += "from generator.cli import main; main()"


class Terminal:
    """A command at a pseudo-terminal: what it prints is read until a text comes."""

    def __init__(self, root: Path, **environment: str) -> None:
        import pty  # noqa: PLC0415  not on Windows

        self._here, there = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, "-C", str(root), "suggest", "--review", PATH],
            stdin=there,
            stdout=there,
            stderr=there,
            env={**os.environ, "PYTHONPATH": os.getcwd(), "TERM": "xterm", **environment},  # noqa: PTH109
            start_new_session=True,
        )
        os.close(there)
        self.printed = ""

    def until(self, text: str, times: int = 1) -> None:
        limit = time.monotonic() + 30
        while self.printed.count(text) < times:
            ready, _, _ = select.select([self._here], [], [], max(0, limit - time.monotonic()))
            assert ready, self.printed
            try:
                self.printed += os.read(self._here, 65_536).decode()
            except OSError:  # the other end is closed
                assert text in self.printed, self.printed
                return

    def press(self, key: str) -> None:
        time.sleep(0.1)  # what is typed before the terminal listens for a key is thrown away
        os.write(self._here, key.encode())

    def close(self) -> int:
        code = self.process.wait(timeout=30)
        os.close(self._here)
        return code


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_needs_no_enter(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})
    terminal = Terminal(root, NO_COLOR="")

    terminal.until("1/4")
    terminal.until("save and quit")
    terminal.press("A")
    terminal.until("save and quit", 2)
    terminal.press("r")
    terminal.until("save and quit", 3)
    terminal.press("q")
    terminal.until("written")

    assert terminal.close() == 0
    assert "\x1b[7mAda Example\x1b[0m" in terminal.printed
    assert body(root) == TEXT.replace("Ada Example", "[Ada Example]{.actor}").replace(
        "on Monday", "[on Monday]{.plain}"
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_ctrl_c_leaves_the_file_and_says_so(make_site: MakeSite) -> None:
    root = make_site({PATH: HEAD + TEXT})
    terminal = Terminal(root, NO_COLOR="1")

    terminal.until("save and quit")
    terminal.press("a")
    terminal.until("save and quit", 2)
    terminal.press("\x03")
    terminal.until("Stopped.")

    assert terminal.close() == 1
    assert f"{PATH} is as it was." in terminal.printed
    assert "\x1b[7m" not in terminal.printed
    assert body(root) == TEXT
    assert not (root / "content/actors").exists()
