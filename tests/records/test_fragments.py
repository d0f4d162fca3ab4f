from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.records import fragment


def test_words_are_joined_and_cut_behind_a_word() -> None:
    assert fragment("  Putin & Assad meet, in Moscow!") == "putin-assad-meet-in-moscow"
    assert fragment("im März 2023") == "im-marz-2023"
    assert fragment("word " * 50, longest=20) == "word-word-word-word"
    assert fragment("x" * 90) == "x" * 40
    assert fragment("?!") == ""


def test_what_has_no_ascii_form_is_told_apart() -> None:
    assert re.fullmatch(r"[0-9a-f]{6}", fragment("لقاء بوتين"))
    assert fragment("لقاء بوتين") != fragment("لقاء الأسد")
    assert re.fullmatch(r"13-[0-9a-f]{6}", fragment("13 آب"))


@given(st.text())
def test_any_text_gives_a_plain_fragment(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", fragment(text))
