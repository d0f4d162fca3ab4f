"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.model.sentences import sentences


def cut(text: str, language: str = "en") -> list[str]:
    starts = [*sentences(text, language), len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts)]


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?", "Four"],
        ["He met Gen. Smith and Mr. J. R. Jones in the U.S. Senate.", "They spoke."],
        ["It happened in the U.S.", "The minister was there."],
        ["On Dec. 6th it opened.", "It closed in Dec.", "Nobody knew."],
        ["It rose by 3.5 percent.", "Then it fell to 2.1."],
        ["“It is open.”", "He left."],
        ['"Is it open?" he asked.', "It is."],
        ["She said (in No. 7 of St. James Street) yes.", "Then no."],
        ["He said no.", "That was all."],
        ["Wait… what?", "Nothing."],
        ["Acme Inc. opened it.", "Acme Inc.", "The firm closed."],
        ["هل فتح الميناء؟", "نعم. فتح"],
        ["港口开放了。", "船来了！", "真的吗？"],
        ["「开放了。」", "他说。"],
        ["बंदरगाह खुला।", "जहाज आए।"],
        ["Visit desk.example today.", "Or not."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    joined = "".join(parts) if parts[0][0] in "港「" else " ".join(parts)
    if parts[0].startswith("هل"):
        # A script without capitals: a full stop with a space behind it ends a sentence.
        parts = ["هل فتح الميناء؟", "نعم.", "فتح"]
    assert cut(joined) == parts


def test_a_stop_behind_a_day_is_no_end_where_days_are_written_so() -> None:
    assert cut("Er kam am 6. Mai an. Dann ging er.", "de") == [
        "Er kam am 6. Mai an.",
        "Dann ging er.",
    ]
    assert cut("He had 6. May came.", "en") == ["He had 6.", "May came."]


def test_sentences_are_linear_in_their_text() -> None:
    assert len(sentences("a. " * 50_000)) == 1
    assert len(sentences("A b. " * 20_000)) == 20_000
