"""Small sites for tests of the search index, and questions put to it as a browser puts them."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

_WORDS = [
    *("harbour", "harbours", "reopened", "café", "cafe", "cafè", "CAFÉ", "résumé", "resume"),
    *("ferry-boat", "git-absorb", "Monday", "the", "of", "and", "in", "to", "2024", "1,200", "a"),
    *("Zürich", "Zurich", "naïve", "naive", "المرفأ", "الميناء", "港口", "порт", "порта", "ship's"),
    *("e.g.", "C++", "quay", "quays", "pier", "tide", "tides", "wave", "current", "vessel"),
    *("captain", "cargo", "crane"),
]
_TAGS = ("p", "p", "p", "h2", "h3", "li", "td")
_ASK = Path(__file__).with_name("ask_pagefind.mjs")

Site = dict[str, str]
"""Pages by path."""


def page(chance: random.Random, path: str) -> str:
    """A page as the theme makes it, with words, filters, orders and more at random."""
    kinds = chance.sample(("briefing", "actor", "figure"), chance.choice((1, 1, 2)))
    head = "".join(
        f'<meta name="k" content="{kind}" data-pagefind-filter="kind[content]">' for kind in kinds
    )
    if chance.random() < 0.8:
        date = f"20{chance.randrange(10, 14)}-0{chance.randrange(1, 9)}-01"
        head += (
            f'<meta content="{date}" data-pagefind-sort="date[content]"'
            ' data-pagefind-meta="date[content]">'
        )
    if chance.random() < 0.3:
        head += f'<meta data-pagefind-sort="size:{chance.randrange(1000)}">'
    if chance.random() < 0.3:
        said = " ".join(chance.choices(_WORDS, k=3))
        head += f'<meta content="{said}" data-pagefind-meta="aliases[content]">'
    body = f"<h1>{chance.choice(_WORDS)} of {path}</h1>"
    for _ in range(chance.randrange(6)):
        tag = chance.choice(_TAGS)
        words = " ".join(chance.choices(_WORDS, k=chance.randrange(1, 40)))
        weight = ' data-pagefind-weight="3"' if chance.random() < 0.1 else ""
        body += f"<{tag}{weight}>{words}</{tag}>"
    if chance.random() < 0.1:
        body += f"<p>{'tide ' * chance.choice((30, 300))}</p>"
    return document(head, body)


def document(head: str, body: str, mark: str = " data-pagefind-body") -> str:
    """A page with what it says of itself and what it shows."""
    return (
        f'<!doctype html><html lang="en"><head><title>T</title>{head}</head>'
        f"<body><nav>away</nav><article{mark}>{body}</article></body></html>"
    )


def a_site(seed: int, pages: int) -> Site:
    """A site of so many pages."""
    chance = random.Random(seed)  # noqa: S311  a test
    paths = [f"{chance.choice('abc')}/page-{number}/index.html" for number in range(pages)]
    made = {path: page(chance, path) for path in ("index.html", *paths)}
    made["404.html"] = document("", "<p>not marked</p>", "")
    made["z/empty/index.html"] = document("", "")
    return made


def write(folder: Path, site: Site) -> Path:
    """Make ``folder`` hold the pages of a site and no others; its index stays."""
    wanted = {folder / path for path in site}
    for old in [*folder.rglob("*.html")]:
        if old not in wanted:
            old.unlink()
    for path, text in site.items():
        file = folder / path
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return folder


def ask(index: Path, questions: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """What Pagefind's own script answers from the index in a folder: pages, scores, counts."""
    done = subprocess.run(
        ["node", str(_ASK), str(index), json.dumps(questions)],
        check=False,
        capture_output=True,
        timeout=300,
    )
    assert not done.returncode, done.stderr.decode()[-2000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
