"""An index made from what was remembered has the bytes of one made from nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.publishing import search_index
from generator.publishing.search_index import index_site
from generator.publishing.searching import run_pagefind
from tests.publishing.searched_site import Site, a_site, document, page, write
from tests.publishing.test_site_builder import files

pytestmark = pytest.mark.slow


def index_of(site: Path) -> dict[str, bytes]:
    return files(site / "pagefind")


def from_nothing(site: Site, folder: Path, language: str = "en") -> dict[str, bytes]:
    index_site(write(folder, site), language)
    return index_of(folder)


def edit(chance: random.Random, site: Site) -> str:
    """Change something of a site; what."""
    path = chance.choice(sorted(site))
    what = chance.choice(("words", "words", "add", "remove", "rename", "empty", "mark", "word"))
    if what == "words":
        site[path] = page(chance, path)
    elif what == "add":
        new = f"{chance.choice('abcz')}/new-{chance.randrange(100)}/index.html"
        site[new] = page(chance, new)
    elif what == "remove" and len(site) > 3:
        del site[path]
    elif what == "rename":
        site[f"{chance.choice('abcz')}/renamed/{len(site)}.html"] = site.pop(path)
    elif what == "empty":
        site[path] = document("", "")
    elif what == "mark":
        site[path] = document("", "<p>of no use</p>", "")
    else:
        site[path] = site[path].replace("harbour", "quay", 1)
    return what


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_same_bytes_after_random_edits(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a test
    site = a_site(seed, 20)
    warm = tmp_path / "warm"
    for turn in range(8):
        edits = [edit(chance, site) for _ in range(chance.choice((0, 1, 1, 2, 4)))]
        index_site(write(warm, site), "en", cache=tmp_path / "cache")

        assert index_of(warm) == from_nothing(site, tmp_path / f"cold-{turn}"), (turn, edits)


def test_the_same_bytes_over_many_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks so small that most stay, and some begin or end elsewhere."""
    monkeypatch.setattr("generator.publishing.searching.chunks._LEAST", 200)
    monkeypatch.setattr("generator.publishing.searching.chunks._MOST", 500)
    chance = random.Random(11)  # noqa: S311  a test
    site = a_site(11, 30)
    warm = tmp_path / "warm"
    for turn in range(10):
        edit(chance, site)
        index_site(write(warm, site), "en", cache=tmp_path / "cache")

        assert index_of(warm) == from_nothing(site, tmp_path / f"cold-{turn}")


def test_the_language_is_of_the_whole_index(tmp_path: Path) -> None:
    site = a_site(4, 8)
    warm = tmp_path / "warm"
    for language in ("en", "ar", "zh-Hant", "en"):
        index_site(write(warm, site), language, cache=tmp_path / "cache")
        assert index_of(warm) == from_nothing(site, tmp_path / "cold", language)


def test_a_new_kind_of_what_is_said_renumbers_the_others(tmp_path: Path) -> None:
    site = a_site(6, 8)
    warm = tmp_path / "warm"
    index_site(write(warm, site), "en", cache=tmp_path / "cache")
    site["m/index.html"] = document(
        '<meta content="Ann Example" data-pagefind-meta="author[content]">', "<p>harbour</p>"
    )
    index_site(write(warm, site), "en", cache=tmp_path / "cache")

    assert index_of(warm) == from_nothing(site, tmp_path / "cold")


def test_a_site_without_marks_is_read_whole(tmp_path: Path) -> None:
    site = {f"{n}/index.html": document("", f"<p>harbour {n}</p>", "") for n in range(4)}
    warm = tmp_path / "warm"
    index_site(write(warm, site), "en", cache=tmp_path / "cache")
    site["2/index.html"] = document("", "<p>quay</p>", "")
    index_site(write(warm, site), "en", cache=tmp_path / "cache")
    assert index_of(warm) == from_nothing(site, tmp_path / "cold")
    assert len([name for name in index_of(warm) if name.startswith("fragment/")]) == 4

    site["1/index.html"] = document("", "<p>quay</p>")
    index_site(write(warm, site), "en", cache=tmp_path / "cache")
    assert index_of(warm) == from_nothing(site, tmp_path / "cold")
    assert len([name for name in index_of(warm) if name.startswith("fragment/")]) == 1


def test_pagefind_reads_only_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[str]] = []

    def watched(pages: Path, language: str, output: Path) -> None:
        read.append(sorted(path.relative_to(pages).as_posix() for path in pages.rglob("*.html")))
        run_pagefind(pages, language, output)

    monkeypatch.setattr("generator.publishing.searching.indexing.run_pagefind", watched)
    site = a_site(3, 6)
    folder = write(tmp_path / "site", site)
    index_site(folder, "en", cache=tmp_path / "cache")
    changed = next(path for path in sorted(site) if "page-3" in path)
    site[changed] = document("", "<p>harbour</p>")
    # What is around the part that is marked, a menu for one, is not read.
    site["index.html"] = site["index.html"].replace("away", "a menu of another kind")
    index_site(write(folder, site), "en", cache=tmp_path / "cache")
    index_site(folder, "en", cache=tmp_path / "cache")

    assert read[1:] == [[changed, "pagefind/none.html"]]


@pytest.mark.parametrize("spoilt", ["cut", "changed", "list"])
def test_a_damaged_memory_is_not_used(tmp_path: Path, spoilt: str) -> None:
    site = a_site(8, 12)
    warm, cache = tmp_path / "warm", tmp_path / "cache"
    index_site(write(warm, site), "en", cache=cache)
    for path in cache.rglob("*"):
        if path.is_file() and (path.suffix == ".pack") != (spoilt == "list"):
            data = path.read_bytes()
            middle = len(data) // 2
            flipped = bytes((data[middle] ^ 1,))
            path.write_bytes(
                data[:middle] if spoilt == "cut" else data[:middle] + flipped + data[middle + 1 :]
            )
    site["index.html"] = document("", "<p>harbour</p>")
    index_site(write(warm, site), "en", cache=cache)

    assert index_of(warm) == from_nothing(site, tmp_path / "cold")


def test_an_unknown_version_makes_the_index_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "pagefind_version", lambda: "9.0.0")
    folder = write(tmp_path / "site", a_site(9, 6))
    (folder / "pagefind").mkdir()
    (folder / "pagefind" / "old.pf_meta").write_bytes(b"old")
    done = index_site(folder, "en", cache=tmp_path / "cache")

    assert "9.0.0" in done.note
    assert {f"pagefind/{name}" for name in index_of(folder)} == done.outputs.keys()
    assert len([name for name in done.outputs if name.endswith(".pf_fragment")]) == 7


def test_an_order_that_is_not_in_one_tag_is_left_to_pagefind(tmp_path: Path) -> None:
    site = a_site(10, 4)
    site["s/index.html"] = document("", '<p data-pagefind-sort="rank">12</p><p>harbour</p>')
    folder = write(tmp_path / "site", site)
    done = index_site(folder, "en", cache=tmp_path / "cache")

    assert "sorted" in done.note
    assert len([name for name in done.outputs if name.endswith(".pf_fragment")]) == 6
