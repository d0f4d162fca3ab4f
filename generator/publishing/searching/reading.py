"""Takes apart what Pagefind wrote, page by page."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Final

import cbor2

from generator.publishing.site.fingerprints import digest_bytes

from .record import SPELT, Front, Words
from .scanning import UnknownIndexError, read_words
from .sorting import orders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from .scanning import Found

VERSIONS: Final = frozenset({"1.5.2"})
"""Those whose files are known, one by one: the layout is Pagefind's own matter."""
MARK: Final = b"pagefind_dcd"
ENTRY: Final = "pagefind-entry.json"
_NOTHING: Final = b"\x80"  # an empty list


class Made:
    """An index as Pagefind wrote it.

    Raises:
        UnknownIndexError: it is not of a known version, or not as that version writes it.
        OSError: a file cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self.entry = json.loads((folder / ENTRY).read_bytes())
            if self.entry["version"] not in VERSIONS:
                raise UnknownIndexError(f"Pagefind {self.entry['version']} is not known")
            ((self.language, about),) = self.entry["languages"].items()
            listing = cbor2.loads(_unpacked(folder / f"pagefind.{about['hash']}.pf_meta"))
            _, pages, self._chunks, _, self._sorts, self._fields = listing
            self._pages = [(name, count) for name, count in pages]
        except (ValueError, LookupError, TypeError, AttributeError, cbor2.CBORError) as error:
            raise UnknownIndexError(f"Pagefind's index is of another form ({error})") from error

    def pages(
        self, sorts: Mapping[str, dict[str, str]]
    ) -> Iterator[tuple[str, Front, Words, bytes]]:
        """Each page's path, and what is to be kept of it; with its fragment as published.

        ``sorts`` has what pages may be sorted by, by their path.

        Raises:
            UnknownIndexError: see above.
            OSError: see above.
        """
        try:
            fragments = [
                (self._folder / "fragment" / f"{name}.pf_fragment").read_bytes()
                for name, _ in self._pages
            ]
            told = [json.loads(_behind_mark(gzip.decompress(data))) for data in fragments]
            paths = _paths([page["url"] for page in told], sorts)
            self._same_orders([sorts.get(path, {}) for path in paths])
            fields = [sorted(page["meta"]) for page in told]
            words = self._words(fields)
            for number, (path, page) in enumerate(zip(paths, told, strict=True)):
                front = Front(
                    digest_bytes(gzip.decompress(fragments[number])),
                    digest_bytes(fragments[number]),
                    self._pages[number][1],
                    page["filters"],
                    fields[number],
                    sorts.get(path, {}),
                )
                yield path, front, words[number], fragments[number]
        except (ValueError, LookupError, TypeError, EOFError, cbor2.CBORError) as error:
            raise UnknownIndexError(f"Pagefind's index is of another form ({error})") from error

    def shell(self) -> dict[str, bytes]:
        """What is the same whatever the pages are: the script, and the programs it loads."""
        wanted = [self._folder / "pagefind.js", *sorted(self._folder.glob("wasm.*.pagefind"))]
        return {path.name: path.read_bytes() for path in wanted}

    def _same_orders(self, sorts: list[dict[str, str]]) -> None:
        if orders(dict(enumerate(sorts))) != dict(self._sorts):
            raise UnknownIndexError("what pages are sorted by stands elsewhere than in one tag")

    def _words(self, fields: list[list[str]]) -> list[Words]:
        found = [Words([], [], []) for _ in fields]
        known: dict[bytes, bytes] = {}
        places = [{name: place for place, name in enumerate(names)} for names in fields]
        for _, _, name in self._chunks:
            data = _unpacked(self._folder / "index" / f"{name}.pf_index")
            for word, postings, variants in read_words(data):
                if SPELT in word:
                    raise UnknownIndexError("a word holds U+0000")
                self._stand(word, postings, found, places, known)
                for form, others in sorted(variants):
                    self._stand(f"{word}{SPELT}{form}", others, found, places, known)
        return found

    def _stand(
        self,
        key: str,
        postings: list[Found],
        pages: list[Words],
        places: list[dict[str, int]],
        known: dict[bytes, bytes],
    ) -> None:
        for number, at, said in postings:
            page = pages[number]
            if said != _NOTHING:
                numbers = cbor2.loads(said)
                here = places[number]
                local = [n if n >= 0 else -1 - here[self._fields[-1 - n]] for n in numbers]
                said = cbor2.dumps(local)  # noqa: PLW2901  the same, as the page numbers it
                page.said.append((len(page.words), len(said)))
            tail = at + said
            page.words.append(key)
            page.tails.append(known.setdefault(tail, tail))


def _paths(urls: list[str], known: Mapping[str, object]) -> list[str]:
    """The paths of pages that have these addresses."""
    by_url = {}
    for path in known:
        plain = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
        by_url[f"/{plain}"] = path
    for path in known:
        plain = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
        for sign, code in (("%", "%25"), ("#", "%23"), ("?", "%3F")):
            plain = plain.replace(sign, code)
        by_url.setdefault(f"/{plain}", path)
    return [by_url[url] for url in urls]


def _unpacked(file: Path) -> bytes:
    return _behind_mark(gzip.decompress(file.read_bytes()))


def _behind_mark(data: bytes) -> bytes:
    if not data.startswith(MARK):
        raise UnknownIndexError("a file has no mark of Pagefind's")
    return data[len(MARK) :]
