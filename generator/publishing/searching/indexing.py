"""Makes the index anew of what changed: Pagefind reads the pages that did, the rest is remembered.

Words, lists and names depend on the pages alone, not on what was remembered, so an index made from
nothing has the same bytes. Pages are numbered in the order of their paths.
"""

from __future__ import annotations

import json
import os
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import cbor2

from generator.publishing.site.fingerprints import digest_bytes
from generator.publishing.swapping import fresh_folder, recover, remove_tree

from . import chunks as words_in_chunks
from .chunks import Chunk, regrouped
from .listing import between, digest, filter_lists, gzipped, listing, names
from .memory import FOLDER, HeldChunk, Memory, Page, State
from .postings import Change, Renumbered
from .program import run_pagefind
from .reading import ENTRY, Made
from .record import Words, packed, unpacked
from .scanning import UnknownIndexError
from .sorting import sort_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.publishing.site.searched import Searched
    from generator.publishing.site.store import SegmentWriter

_SENTINEL: Final = "pagefind/none.html"
"""A page where no site has one: with it Pagefind always finds a word, and knows of the mark."""
_MARK: Final = b"data-pagefind-body"


class Sink(Protocol):
    """Where the files of the index go, by their names below its folder."""

    def keep(self, name: str, digest: str) -> bool:
        """Take the present site's file over; whether it is there with this digest."""

    def put(self, name: str, data: bytes) -> None:
        """Write a file."""


class _Pages(NamedTuple):
    """The state that is being made, the one before, and who writes blobs."""

    state: State
    old: State
    memory: Memory
    of_pages: SegmentWriter
    of_chunks: SegmentWriter


def index_pages(
    site: Path, searched: Searched, language: str, cache: Path, sink: Sink
) -> dict[str, str]:
    """Write the index; the digest of each of its files.

    Raises:
        SearchIndexError: Pagefind is not there, or refuses.
        UnknownIndexError: what Pagefind wrote is not understood.
        DamagedError: the cache is not what it says.
        OSError: the disk refuses.
    """
    memory = Memory(cache, [language, searched.marked])
    writers = memory.store.writer(), memory.store.writer()
    try:
        old = memory.load()
        state = State(shell=old.shell, entry=old.entry)
        pages = _Pages(state, old, memory, *writers)
        fresh = _read_pages(pages, site, searched, language, cache)
        _make_chunks(pages, fresh)
        outputs = _publish(pages, language, sink)
        memory.save(state)
    finally:
        for writer in writers:
            writer.close()
        memory.store.close()
    return outputs


def _read_pages(
    pages: _Pages, site: Path, searched: Searched, language: str, cache: Path
) -> dict[str, Words]:
    """Fill the state's pages; the words of those that changed."""
    changed = []
    for path in sorted(searched.digests):
        key = searched.digests[path]
        if not key:
            continue
        held = pages.old.pages.get(path)
        if held is None or held.key != key:
            changed.append(path)
            held = Page(key)
        pages.state.pages[path] = held
    if not changed and pages.state.shell:
        return {}
    recover(cache / FOLDER)
    folder = fresh_folder(cache / FOLDER)
    try:
        sorts = _gather(site, changed, folder / "pages", marked=searched.marked)
        run_pagefind(folder / "pages", language, folder / "made")
        return _take(pages, Made(folder / "made"), sorts)
    finally:
        remove_tree(folder)


def _take(pages: _Pages, made: Made, sorts: Mapping[str, dict[str, str]]) -> dict[str, Words]:
    """Fill the state from what Pagefind made; the words of the pages."""
    entry = ("version", "languages", "include_characters")
    pages.state.entry = {key: made.entry[key] for key in entry}
    fresh = {}
    for path, front, words, fragment in made.pages(sorts):
        if path == _SENTINEL:
            continue
        page = pages.state.pages[path]
        page.front = front
        page.words = pages.of_pages.add(packed(words))
        page.fragment = pages.of_pages.add_packed(fragment)
        fresh[path] = words
    pages.state.shell = {
        name: (digest_bytes(data), pages.of_pages.add_packed(data))
        for name, data in made.shell().items()
    }
    return fresh


def _gather(
    site: Path, paths: Iterable[str], folder: Path, *, marked: bool
) -> dict[str, dict[str, str]]:
    """Put pages into a folder of their own; what each may be sorted by."""
    sorts: dict[str, dict[str, str]] = {_SENTINEL: {}}
    sentinel = folder / _SENTINEL
    sentinel.parent.mkdir(parents=True)
    mark = _MARK.decode() if marked else ""
    sentinel.write_text(f"<html><body {mark}>0</body></html>", encoding="utf-8")
    made = set()
    for path in paths:
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        try:
            content = (site / path).read_bytes()
        except FileNotFoundError as error:
            raise UnknownIndexError(f"{path} is not there") from error
        if not marked and _MARK in content:
            raise UnknownIndexError("a page that is not the builder's marks what is to be read")
        sorts[path] = sort_values(content)
        try:
            os.link(site / path, target)
        except OSError:
            shutil.copyfile(site / path, target)
    return sorts


def _make_chunks(pages: _Pages, fresh: Mapping[str, Words]) -> None:
    """Fill the state's chunks."""
    state, old = pages.state, pages.old
    now, before = state.numbered(), old.numbered()
    fields = state.fields()
    store = pages.memory.store
    # With other fields every posting is another; with many new pages making all is quicker.
    anew = not old.chunks or fields != old.fields() or 2 * len(fresh) > len(now)
    numbers = {path: number for number, (path, _) in enumerate(now)}
    numbered_before = {} if anew else {path: n for n, (path, _) in enumerate(before)}
    changes: dict[str, Change] = {}
    for path in sorted({*numbers, *numbered_before}):
        page = state.pages.get(path)
        if not anew and page is not None and page is old.pages.get(path):
            continue
        was, tails = {}, {}
        if path in numbered_before:
            held = old.pages[path]
            was = _tails(unpacked(store.read(held.words)), held, fields)
        if path in numbers and page is not None:
            words = fresh.get(path) or unpacked(store.read(page.words))
            tails = _tails(words, page, fields)
        _compare(changes, was, tails, numbered_before.get(path, 0), numbers.get(path, 0))
    renumbered = None
    if not anew and list(numbers) != list(numbered_before):
        renumbered = _renumbered([path for path, _ in before], numbers)
    known = [] if anew else old.chunks
    made = regrouped(
        [one.first for one in known],
        lambda number: words_in_chunks.unpacked(store.read_packed(known[number].words)),
        changes,
        renumbered,
    )
    state.chunks = [
        known[one] if isinstance(one, int) else _hold(pages.of_chunks, one) for one in made
    ]


def _hold(writer: SegmentWriter, chunk: Chunk) -> HeldChunk:
    published = gzipped(chunk.content)
    return HeldChunk(
        chunk.first,
        chunk.last,
        digest(chunk.content),
        digest_bytes(published),
        writer.add_packed(words_in_chunks.packed(chunk.words)),
        writer.add_packed(published),
    )


def _tails(words: Words, page: Page, fields: list[str]) -> dict[str, bytes]:
    """A page's tails by word, its fields numbered as the whole index has them."""
    tails = list(words.tails)
    if page.front is not None and page.front.fields != fields[: len(page.front.fields)]:
        places = [fields.index(name) for name in page.front.fields]
        for place, size in words.said:
            tail = tails[place]
            numbers = [n if n >= 0 else -1 - places[-1 - n] for n in cbor2.loads(tail[-size:])]
            tails[place] = tail[:-size] + cbor2.dumps(numbers)
    return dict(zip(words.words, tails, strict=True))


def _compare(
    changes: dict[str, Change], was: dict[str, bytes], now: dict[str, bytes], old: int, new: int
) -> None:
    """Note what becomes of a page's words. ``old`` and ``new`` are its numbers."""
    for word in was.keys() - now.keys():
        changes.setdefault(word, Change()).gone.append(old)
    for word, tail in now.items():
        known = was.get(word)
        if known == tail:
            continue
        change = changes.get(word)
        if change is None:
            change = changes[word] = Change()
        if known is not None:
            change.gone.append(old)
        change.numbers.append(new)
        change.tails.append(tail)


def _renumbered(before: list[str], numbers: Mapping[str, int]) -> Renumbered:
    """The new numbers of pages; one that is gone has the next one's."""
    new = []
    following = len(numbers)
    for path in reversed(before):
        following = numbers.get(path, following)
        new.append(following)
    new.reverse()
    shifts = [
        (number, new[number] - number) for number, path in enumerate(before) if path in numbers
    ]
    breaks = [place for (_, one), (place, other) in pairwise([(0, 0), *shifts]) if one != other]
    return Renumbered(new, breaks)


def _publish(pages: _Pages, language: str, sink: Sink) -> dict[str, str]:
    """Hand every file to the sink."""
    state, store = pages.state, pages.memory.store
    outputs: dict[str, str] = {}

    def put(name: str, data: bytes) -> None:
        sink.put(name, data)
        outputs[name] = digest_bytes(data)

    for writer in (pages.of_pages, pages.of_chunks):
        writer.close()
    numbered = state.numbered()
    page_names = names(language, (front.named for _, front in numbered))
    chunk_names = names(language, (one.named for one in state.chunks))
    lists = filter_lists([front for _, front in numbered])
    filter_names = names(language, (digest(content) for _, content in lists))
    kept = [
        *((name, file, reference) for name, (file, reference) in state.shell.items()),
        *(
            (f"fragment/{page_names[one.named]}.pf_fragment", one.file, state.pages[path].fragment)
            for path, one in numbered
        ),
        *(
            (f"index/{chunk_names[one.named]}.pf_index", one.file, one.published)
            for one in state.chunks
        ),
    ]
    for name, file, reference in kept:
        if not sink.keep(name, file):
            sink.put(name, store.read_packed(reference))
        outputs[name] = file
    for _, content in lists:
        put(f"filter/{filter_names[digest(content)]}.pf_filter", gzipped(content))
    ends = between([(one.first, one.last) for one in state.chunks])
    listed = listing(
        state.entry["version"],
        [(page_names[front.named], front) for _, front in numbered],
        [(*pair, chunk_names[one.named]) for pair, one in zip(ends, state.chunks, strict=True)],
        [(name, filter_names[digest(content)]) for name, content in lists],
        state.fields(),
    )
    named = f"{language}_{digest(listed)[:10]}"
    put(f"pagefind.{named}.pf_meta", gzipped(listed))
    ((code, about),) = state.entry["languages"].items()
    entry = {
        **state.entry,
        "languages": {code: {**about, "hash": named, "page_count": len(numbered)}},
    }
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    put(ENTRY, text.encode())
    return outputs
