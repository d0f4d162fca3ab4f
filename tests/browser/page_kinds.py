"""A page of every kind in the demonstration site, by the name under which tests speak of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PAGES: Final = {
    "home": "",
    "briefing": "briefings/moscow-damascus-2021/",
    "arabic": "briefings/bab-al-hawa-crossing/",
    "reading": "articles/moscow-damascus-2021/",
    "arabic-reading": "articles/earthquake-syria-toll-ar/",
    "german-reading": "articles/erdbeben-bilanz/",
    "actor": "actors/bashar-al-assad/",
    "figure": "figures/syria-killed/",
    "topic": "topics/syria-war/",
    "place": "places/idlib/",
    "briefings": "briefings/",
    "year": "briefings/2021/",
    "actors": "actors/",
    "figures": "figures/",
    "topics": "topics/",
    "places": "places/",
    "timeline": "timeline/",
    "corrections": "corrections/",
    "search": "search/",
    "about": "about/",
    "handbook": "handbook/",
    "handbook-tables": "handbook/format/",
    "missing": "404.html",
}


def addresses(site: Path, *folders: str) -> list[str]:
    """The addresses below the site's of the pages in ``folders`` that lead nowhere else."""
    return [
        f"{file.parent.relative_to(site).as_posix()}/"
        for folder in folders
        for file in sorted(site.glob(f"{folder}/*/index.html"))
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    ]
