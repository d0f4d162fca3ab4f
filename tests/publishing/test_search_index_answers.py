"""The index that is put together of pieces answers as the one that Pagefind writes itself."""

from __future__ import annotations

import asyncio
import gzip
import random
import shutil
from pathlib import Path
from typing import Any

import cbor2
import pytest

from generator.publishing.search_index import index_site
from tests.publishing.searched_site import Site, a_site, ask, document, page, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("node") is None, reason="Pagefind's script runs in Node"),
]

QUERIES = (
    *("harbour", "harbours", "har", "cafe", "café", "CAFÉ", "cafè", "resume", "résumé", "naive"),
    *("zurich", "ferry", "boat ferry", "git absorb", "absorb", "monday the", "1200", "2024"),
    *("المرفأ", "港口", "порт", "ships", "c++", "tide", "tides wave", "nothing-like-it", "zz", "a"),
    *(
        '"the harbour"',
        '"ferry-boat"',
        '"of the"',
        '"tide tide tide"',
        "captain cargo crane",
    ),
)
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"filters": {"kind": "briefing"}},
    {"filters": {"kind": ["briefing", "actor"]}},
    {"filters": {"any": [{"kind": "actor"}, {"kind": "figure"}]}},
    {"sort": {"date": "asc"}},
    {"sort": {"date": "desc"}, "filters": {"kind": "actor"}},
    {"sort": {"size": "asc"}},
)


def by_pagefind(site: Site, folder: Path) -> Path:
    """The index that Pagefind makes of the pages in the order of their paths."""
    from pagefind.index import IndexConfig, PagefindIndex  # noqa: PLC0415  starts a program

    async def made() -> None:
        config = IndexConfig(force_language="en", output_path=str(folder.with_suffix(".cut")))
        async with PagefindIndex(config=config) as index:
            for path in sorted(site):
                await index.add_html_file(content=site[path], source_path=path)
            # Those it writes itself may be cut off: it ends before they are whole.
            for file in await index.get_files():
                target = folder / file["path"]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file["content"])

    asyncio.run(made())
    return folder


def questions() -> list[tuple[str, dict[str, Any]]]:
    return [(query, options) for options in FILTERS for query in QUERIES]


@pytest.mark.parametrize(("seed", "pages"), [(1, 12), (2, 50)])
def test_the_answers_are_pagefinds(tmp_path: Path, seed: int, pages: int) -> None:
    site = a_site(seed, pages)
    index_site(write(tmp_path / "ours", site), "en")
    theirs = by_pagefind(site, tmp_path / "theirs")

    assert ask(tmp_path / "ours" / "pagefind", questions()) == ask(theirs, questions())


def test_the_answers_are_pagefinds_after_edits(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311  a test
    site = a_site(5, 60)
    ours, cache = tmp_path / "ours", tmp_path / "cache"
    index_site(write(ours, site), "en", cache=cache)
    for number in range(4):
        changed = chance.choice(sorted(site)[2:-1])
        site[changed] = page(chance, changed)
        del site[chance.choice(sorted(set(site) - {changed, "index.html"}))]
        site[f"b/new-{number}/index.html"] = page(chance, "new")
        index_site(write(ours, site), "en", cache=cache)
    theirs = by_pagefind(site, tmp_path / "theirs")

    assert ask(ours / "pagefind", questions()) == ask(theirs, questions())


def test_every_word_stands_where_pagefind_puts_it(tmp_path: Path) -> None:
    """More words than one file holds, many of them in several spellings."""
    chance = random.Random(7)  # noqa: S311  a test
    words = ["".join(chance.choices("abcdeé", k=chance.randrange(2, 9))) for _ in range(9000)]
    site = {
        f"{number}/index.html": document("", f"<p>{' '.join(chance.choices(words, k=900))}</p>")
        for number in range(30)
    }
    index_site(write(tmp_path / "site", site), "en")
    ours, theirs = tmp_path / "site" / "pagefind", by_pagefind(site, tmp_path / "theirs")

    assert len([*(ours / "index").iterdir()]) > 3
    assert words_of(ours) == words_of(theirs)


def test_a_whole_word_is_found_whichever_file_it_is_in(tmp_path: Path) -> None:
    chance = random.Random(8)  # noqa: S311  a test
    words = sorted({"".join(chance.choices("abcdeé", k=6)) for _ in range(9000)})
    site = {f"{n}/index.html": document("", f"<p>{' '.join(words[n::9])}</p>") for n in range(9)}
    index_site(write(tmp_path / "site", site), "xx")
    index = tmp_path / "site" / "pagefind"
    (listing,) = index.glob("*.pf_meta")
    lasts = [end for listed in unpacked(listing)[2] for end in listed[:2]]
    asked = [*chance.sample(words, 20), *(word for word in words if word in lasts)]
    answers = ask(index, [(f'"{word}"', {}) for word in asked])

    assert len(lasts) > 6
    assert [
        f"/{words.index(word) % 9}/" in [found["url"] for found in answer["pages"]]
        for word, answer in zip(asked, answers, strict=True)
    ] == [True] * len(asked)


def words_of(index: Path) -> dict[str, Any]:
    """All that an index says of each word."""
    chunks = [unpacked(file)[0] for file in (index / "index").iterdir()]
    return {word[0]: word for chunk in chunks for word in chunk}


def unpacked(file: Path) -> Any:  # noqa: ANN401  whatever CBOR holds
    return cbor2.loads(gzip.decompress(file.read_bytes())[len(b"pagefind_dcd") :])
