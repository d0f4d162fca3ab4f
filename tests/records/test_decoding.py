from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import SourceFile
from generator.records import LARGEST_FILE, check_characters, decode, masked


@pytest.mark.parametrize(
    ("data", "code", "place", "words"),
    [
        ("é\r\nä".encode() + b" \xe9 caf", "S001", (2, 3), "'é'"),
        ("a: b".encode("utf-16"), "S001", (1, 1), "UTF-16"),
        (b"\x81", "S001", (1, 1), "binary"),
        (b"", "S002", (1, 1), "no text"),
        (b"\xef\xbb\xbf \r\n\t", "S002", (1, 1), "no text"),
        (b"x" * (LARGEST_FILE + 1), "S003", (1, 1), "1,048,576 bytes"),
    ],
)
def test_files_that_cannot_be_read(
    data: bytes, code: str, place: tuple[int, int], words: str
) -> None:
    source, faults = decode("a.md", data)
    assert source is None
    assert [(item.code, (item.line, item.column)) for item in faults] == [(code, place)]
    assert words in faults[0].message


@given(st.binary())
def test_bytes_stay_as_they_are_or_have_a_fault(data: bytes) -> None:
    source, faults = decode("a.md", data)
    assert (source is None) == bool(faults)
    assert source is None or source.text.encode() == data


def test_the_first_control_character_is_reported_with_their_number() -> None:
    faults = check_characters(SourceFile("a.md", "a\tb\r\nc\x00d\x1be\x9b"))
    assert [(item.code, item.line, item.column) for item in faults] == [("S005", 2, 2)]
    assert "U+0000 and 2 more" in faults[0].message
    assert check_characters(SourceFile("a.md", "\ufeffa\tb\r\nשלום\u200f\u2028")) == ()


@given(st.text())
def test_masking_moves_nothing(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert check_characters(SourceFile("a.md", masked(text))) == ()
