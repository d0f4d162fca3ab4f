from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from generator.publishing import build_site
from generator.publishing.search_index import SearchIndexError, index_site
from generator.publishing.search_order import put_in_order
from generator.publishing.searching import UnknownIndexError, program, run_pagefind
from tests.publishing.test_site_builder import files, make

pytestmark = pytest.mark.slow

PAGE = """<html lang="en"><head><title>T</title>
<meta content="briefing" data-pagefind-filter="kind[content]">
<meta content="{0}" data-pagefind-filter="number[content]">
<meta content="{0} of many" data-pagefind-filter="further[content]"></head>
<body data-pagefind-body><h1>Harbour {0}</h1><p>The harbour reopened on Monday.</p></body></html>"""


def write(folder: Path, pages: int = 3) -> Path:
    for number in range(pages):
        path = folder / f"page-{number}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(number))
    return folder


def test_the_index_has_pages_and_filters_and_no_interface(tmp_path: Path) -> None:
    index_site(write(tmp_path / "site"), "en")

    found = files(tmp_path / "site" / "pagefind")
    assert len([name for name in found if name.startswith("fragment/")]) == 3
    assert len([name for name in found if name.startswith("filter/")]) == 3
    assert [name for name in found if name.endswith((".js", ".css"))] == ["pagefind.js"]


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        index_site(write(tmp_path / name, pages=12), "en")

    assert files(tmp_path / "first" / "pagefind") == files(tmp_path / "second" / "pagefind")


def test_an_index_of_another_kind_is_refused(tmp_path: Path) -> None:
    run_pagefind(write(tmp_path / "site"), "en", tmp_path / "made")
    (file,) = (tmp_path / "made").glob("*.pf_meta")
    file.write_bytes(gzip.compress(b"something else"))

    with pytest.raises(UnknownIndexError):
        put_in_order(tmp_path / "made")


@pytest.mark.parametrize("language", ["zh-Hant", "xx", "pt_BR"])
def test_any_language_is_indexed(tmp_path: Path, language: str) -> None:
    index_site(write(tmp_path / "site"), language)

    assert (tmp_path / "site" / "pagefind" / "pagefind.js").is_file()


def test_what_pagefind_says_is_the_fault(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match=r"Pagefind|index"):
        run_pagefind(tmp_path / "nowhere", "en", tmp_path / "made")


def test_a_site_without_pages_has_an_index_without_any(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    index_site(tmp_path / "site", "en")

    entry = json.loads((tmp_path / "site" / "pagefind" / "pagefind-entry.json").read_bytes())
    assert entry["languages"]["en"]["page_count"] == 0


def test_without_an_index_the_old_site_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, index="# Desk\n")
    assert not build_site(root, cache=root / "cache", epoch=0, language="en").failed
    before = files(root / "site")
    (root / "docs" / "index.md").write_text("# Changed\n")
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    monkeypatch.setattr(program, "find_spec", lambda _: None)

    built = build_site(root, cache=root / "cache", epoch=0, language="en")

    assert built.failed
    assert "pagefind[bin]" in built.diagnostics[-1].message
    assert files(root / "site") == before
