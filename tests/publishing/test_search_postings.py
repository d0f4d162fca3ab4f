"""Lists of a word's places, cut and joined as bytes."""

from __future__ import annotations

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.searching.chunks import Word, packed, unpacked
from generator.publishing.searching.listing import between, names
from generator.publishing.searching.postings import (
    EMPTY,
    Change,
    Postings,
    Renumbered,
    array_head,
    replaced,
    word_entry,
)
from generator.publishing.searching.scanning import UnknownIndexError, read_words
from generator.publishing.searching.sorting import orders, sort_values

places = st.lists(st.integers(-300, 70_000), max_size=40).map(cbor2.dumps)
tails = st.tuples(places, places).map(b"".join)
page_numbers = st.integers(0, 400) | st.integers(0, 70_000)
pages = st.dictionaries(page_numbers, tails, max_size=30)


def of(held: dict[int, bytes]) -> Postings:
    return replaced(EMPTY, Change([], sorted(held), [held[number] for number in sorted(held)]))


@given(pages, pages, st.sets(page_numbers))
def test_a_changed_list_is_as_one_made_anew(
    before: dict[int, bytes], after: dict[int, bytes], gone: set[int]
) -> None:
    wanted = {number: tail for number, tail in before.items() if number not in gone} | after
    leave = sorted(before.keys() & (gone | after.keys()))
    change = Change(leave, sorted(after), [after[number] for number in sorted(after)])

    assert replaced(of(before), change) == of(wanted)


@given(st.data())
def test_pages_get_other_numbers(data: st.DataObject) -> None:
    """Pages come and go everywhere; a word stands on some of those that stay."""
    stays = data.draw(st.lists(st.booleans(), min_size=1, max_size=300))
    put = data.draw(st.lists(st.integers(0, 2), min_size=len(stays) + 1, max_size=len(stays) + 1))
    new, number = [], 0
    for before, stay in zip(put, stays, strict=False):
        number += before
        new.append(number)
        number += stay
    held = data.draw(st.dictionaries(st.integers(0, len(stays) - 1), tails, max_size=40))
    gone = sorted(number for number in held if not stays[number])
    kept = {new[number]: tail for number, tail in held.items() if stays[number]}
    shifts = [(old, new[old] - old) for old, stay in enumerate(stays) if stay]
    breaks = [
        old
        for (old, shift), before in zip(shifts, [0, *(s for _, s in shifts)], strict=False)
        if shift != before
    ]
    free = sorted(set(range(number + 3)) - {new[old] for old, stay in enumerate(stays) if stay})
    fresh = data.draw(st.dictionaries(st.sampled_from(free), tails, max_size=5))
    change = Change(gone, sorted(fresh), [fresh[page] for page in sorted(fresh)])

    assert replaced(of(held), change, Renumbered(new, breaks)) == of(kept | fresh)


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), pages, max_size=5), pages)
def test_what_is_written_is_read(
    words: dict[str, dict[int, bytes]], other: dict[int, bytes]
) -> None:
    entries = [
        word_entry(word, of(held), [("é", of(other))] if other else [])
        for word, held in words.items()
    ]
    data = b"\x81" + array_head(len(entries))
    read = list(read_words(data + b"".join(entries)))

    assert [word.word for word in read] == list(words)
    for word, held in zip(read, words.values(), strict=True):
        assert {page: at + said for page, at, said in word.postings} == held
        assert [form for form, _ in word.variants] == (["é"] if other else [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"\x81",
        b"\x81\x81\x82\x61a\x80",
        b"\x81\x81\x83\x61a\x81\x83\x00\x81",
        b"\x81\x80\x00",
    ],
)
def test_what_is_no_list_of_words_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownIndexError):
        list(read_words(data))


@given(pages, pages)
def test_words_are_kept(first: dict[int, bytes], second: dict[int, bytes]) -> None:
    words = [Word("a", of(first), {"á": of(second)}), Word("b", of(second))]

    assert unpacked(packed(words)) == words


def test_a_name_is_as_short_as_others_let_it_be() -> None:
    found = names("en", ["0123456789ab", "0123456789cd", "ffff00001111", "ffff00002222"])

    assert found == {
        "0123456789ab": "en_0123456789a",
        "0123456789cd": "en_0123456789c",
        "ffff00001111": "en_ffff00001",
        "ffff00002222": "en_ffff00002",
    }


def test_ends_of_chunks_are_cut_to_what_tells_them_apart() -> None:
    """The first three are of Pagefind's own tests."""
    assert between([("apple", "apple"), ("apricot", "banana"), ("peach", "peach")]) == [
        ("apple", "apple"),
        ("apr", "b"),
        ("p", "peach"),
    ]
    assert between([]) == []
    assert between([("a", "harbour"), ("harbours", "z")]) == [("a", "harbour"), ("harbours", "z")]


def test_values_to_sort_by_stand_in_tags() -> None:
    page = (
        b'<meta content="2024-05-04" data-pagefind-sort="date[content]">'
        b"<p data-x='>' data-pagefind-sort='rank:12, name:a &amp; b'>text</p>"
        b'<p title="data-pagefind-sort">no</p><p data-pagefind-sort="date[content]" content=x>'
    )

    assert sort_values(page) == {"date": "x", "name": "a & b", "rank": "12"}


def test_pages_are_sorted_as_numbers_where_all_are() -> None:
    held = {3: {"n": "10", "t": "10"}, 1: {"n": "9", "t": "9"}, 2: {"n": "-1.5e1"}, 0: {"t": "x"}}

    assert orders(held) == {"n": [2, 1, 3], "t": [3, 1, 0]}
