"""Fields by tricks: whatever names a file or an address in content leads to no place outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import Workspace
from generator.pipeline.reading import read_configuration
from tests.escape.around import ARTICLE, surrounded, tried

TRICKS = {
    "up": "../../outside/secret",
    "up within": "images/../../../outside/secret",
    "up at the end": "images/..",
    "encoded dots": "%2e%2e/%2e%2e/outside/secret",
    "encoded slash": "..%2f..%2foutside%2fsecret",
    "twice encoded": "%252e%252e%252foutside",
    "mixed slashes": "..\\..\\outside/secret",
    "absolute": "/etc/passwd",
    "home": "~/secret",
    "drive": "C:\\Windows\\win.ini",
    "drive, relative": "C:secret",
    "network share": "\\\\server\\share\\secret",
    "network share, slashes": "//server/share/secret",
    "long Windows path": "\\\\?\\C:\\secret",
    "device": "CON",
    "device with an ending": "nul.tar",
    "device with a superscript": "COM\u00b9",
    "device in a folder": "aux/secret",
    "trailing dot": "secret./a",
    "trailing space": "secret /a",
    "stream": "secret::$DATA",
    "NUL": "secret\x00",
    "control": "secret\x1b[2J",
    "line": "secret\\u2028x",
    "override": "secret\u202egnp",
    "invisible": "sec\u200bret",
    "overlong": "a" * 256,
    "overlong in bytes": "\u06a9" * 130,
    "lone dots": "...",
    "empty part": "images//secret",
    "composed": "\u00c9tat",
    "decomposed": "E\u0301tat",
    "sharp s": "stra\u00dfe",
    "dotted capital i": "\u0130stanbul",
    "fullwidth dots": "\uff0e\uff0e/secret",
    "long s": "con\u017ftable",
    "Kelvin": "\u212aelvin",
}
FOLDERS_THAT_MAY_BE = {
    "twice encoded",
    "composed",
    "decomposed",
    "sharp s",
    "dotted capital i",
    "fullwidth dots",
    "long s",
    "Kelvin",
}
"""Odd names of folders of the site's own that do no harm."""

HEAD = "title: The ferry is back\ndate: 2024-05-02\n"
ENTRY = "name: Jane Roe\nkind: Person\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _article(key: str, *, listed: bool = False) -> tuple[str, str, str]:
    value = "[{}]" if listed else "{}"
    return "content/articles/{}.md", f"---\n{HEAD}{key}: {value}\n---\n\nIt sails.\n", ""


FIELDS = {
    "id": _article("id"),
    "briefing": _article("briefing"),
    "topics": _article("topics", listed=True),
    "background": _article("background", listed=True),
    "related": _article("related", listed=True),
    "aliases": _article("aliases", listed=True),
    "translation-of": _article("translation-of"),
    "image": (
        "content/articles/{}.md",
        f"---\n{HEAD}image:\n  file: {{}}\n  alt: A ferry\n---\n\nIt sails.\n",
        ".png",
    ),
    "source text": (
        "content/articles/{}.md",
        f"---\n{HEAD}source:\n  text: {{}}\n---\n\nIt sails.\n",
        ".txt",
    ),
    "former ids": ("content/actors/{}.md", f"---\n{ENTRY}former-ids: [{{}}]\n---\n", ""),
    "actor's image": (
        "content/actors/{}.md",
        f"---\n{ENTRY}image:\n  file: {{}}\n  alt: Jane Roe\n---\n",
        ".png",
    ),
    "ref": (
        "content/articles/{}.md",
        f"---\n{HEAD}---\n\n[It]{{{{.actor ref={{}}}}}} sails.\n",
        "",
    ),
    "by": ("content/articles/{}.md", f"---\n{HEAD}---\n\n[It]{{{{.claim by={{}}}}}} sails.\n", ""),
}


PICTURES = ("../../../outside/secret.png", "../../docs/a.png", "/../a.png", "..\\..\\a.png")


@pytest.mark.parametrize("target", [*PICTURES, "%2e%2e/%2e%2e/a.png", "/etc/a.png", "CON.png"])
def test_a_picture_in_a_text_is_below_the_content_folder(tmp_path: Path, target: str) -> None:
    text = f"{ARTICLE}\n![A ferry]({target})\n"
    root = surrounded(tmp_path, {"content/articles/ferry.md": text, "docs/a.png": "-"})

    assert ("L018", "content/articles/ferry.md") in tried(tmp_path, root)[0]


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_leads_nowhere_else(tmp_path: Path, field: str) -> None:
    path, text, ending = FIELDS[field]
    names = {f"t{number}": trick for number, trick in enumerate(TRICKS)}
    files = {
        path.format(name): text.format(_quoted(TRICKS[trick] + ending))
        for name, trick in names.items()
    }
    root = surrounded(tmp_path, {"content/articles/ferry.md": ARTICLE, **files})

    found, _ = tried(tmp_path, root)

    told = {place for _, place in found}
    assert [trick for name, trick in names.items() if path.format(name) not in told] == []


SETTINGS = {
    "docs_dir": "docs_dir: {}\n",
    "site_dir": "site_dir: {}\n",
    "content-dir": "extra:\n  briefing:\n    content-dir: {}\n",
    "templates-dir": "extra:\n  briefing:\n    templates-dir: {}\n",
}
HIDDEN = {"git": ".git", "a hidden folder": "a/.cache", "the cache": ".briefing"}


@pytest.mark.parametrize("key", SETTINGS)
def test_a_folder_leads_nowhere_else(tmp_path: Path, key: str) -> None:
    root = surrounded(tmp_path, {"content/articles/ferry.md": ARTICLE})
    allowed = []
    for trick, value in (TRICKS | HIDDEN).items():
        setting = SETTINGS[key].format(_quoted(value))
        (root / "mkdocs.yml").write_text(f"site_name: A\n{setting}", encoding="utf-8")
        settings, found = read_configuration(Workspace(root))
        folder = getattr(settings, key.replace("-", "_"))
        assert root in (root / folder).resolve().parents
        if not found:
            allowed.append(trick)
            continue
        assert {item.path for item in found} == {"mkdocs.yml"}, trick
        assert folder not in {value, value.strip()}, trick

    assert set(allowed) == FOLDERS_THAT_MAY_BE


@pytest.mark.slow
@pytest.mark.parametrize("value", ["../outside", "content/../../outside", "/srv/out", "C:out"])
@pytest.mark.parametrize("key", SETTINGS)
def test_nothing_is_written_there(tmp_path: Path, key: str, value: str) -> None:
    setting = f"site_name: A\n{SETTINGS[key].format(value)}"
    root = surrounded(tmp_path, {"content/articles/ferry.md": ARTICLE, "mkdocs.yml": setting})

    assert ("C005", "mkdocs.yml") in tried(tmp_path, root)[0]


NAMES = (
    "CON.md",
    "nul.md",
    "Ferry.md",
    "fe rry.md",
    "ferry..md",
    "\u00c9.md",
    "f%2e.md",
    "a b/c.md",
)


@pytest.mark.parametrize("name", [*NAMES, f"{'a' * 120}.md", "aux/ferry.md", "fer\u200bry.md"])
def test_a_file_whose_name_is_no_id_is_told(tmp_path: Path, name: str) -> None:
    root = surrounded(tmp_path, {f"content/articles/{name}": ARTICLE})

    assert ("S004", f"content/articles/{name}") in tried(tmp_path, root)[0]


def ship(field: str) -> tuple[str, str]:
    """An article with one more field."""
    return "content/articles/ship.md", ARTICLE.replace("---", f"---\n{field}", 1)


ADDRESSES = {
    "an id twice": ship("id: ferry"),
    "a page by hand": ("docs/briefings/ferry.md", "# Mine\n"),
    "a page by hand, another case": ("docs/briefings/Ferry.md", "# Mine\n"),
    "a folder by hand, another case": ("docs/Briefings/mine.md", "# Mine\n"),
    "a page by hand, as a folder": ("docs/briefings/ferry/index.md", "# Mine\n"),
    "HTML by hand": ("docs/briefings/ferry/index.html", "Mine"),
    "a page of the folder": ("docs/README.md", "# Mine\n"),
    "a briefing below another": ship("id: ferry/index"),
    "an index's id": ship("id: index"),
    "an old id in use": ship("aliases: [ferry]"),
    "an old id that is an index": ship("aliases: [index]"),
    "an old id below a page": ship("aliases: [ferry/index]"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("path", "text"), ADDRESSES.values(), ids=ADDRESSES)
def test_one_address_has_one_page(tmp_path: Path, path: str, text: str) -> None:
    root = surrounded(tmp_path, {"content/articles/ferry.md": ARTICLE, path: text})

    found, said = tried(tmp_path, root)

    assert found
    assert "ferry" in said or "index" in said or path.rpartition("/")[0] in said
    assert not (root / "site").exists()
