"""Where each page stands below ``docs/``, and how one page refers to another."""

from __future__ import annotations

import posixpath
import re
from typing import Final
from urllib.parse import quote

from generator.model.links import Register

HOME: Final = "index.md"
BRIEFINGS: Final = "briefings/index.md"
ACTORS: Final = "actors/index.md"
FIGURES: Final = "figures/index.md"
PLACES: Final = "places/index.md"
TOPICS: Final = "topics/index.md"
TIMELINE: Final = "timeline.md"
CORRECTIONS: Final = "corrections.md"
SEARCH: Final = "search.md"
DATASETS: Final = "data/index.json"
ROBOTS: Final = "robots.txt"
INDEXES: Final = (
    HOME,
    BRIEFINGS,
    ACTORS,
    FIGURES,
    PLACES,
    TOPICS,
    TIMELINE,
    CORRECTIONS,
    SEARCH,
)
MEDIA: Final = "assets/media"

_UNSAFE_IN_ID: Final = re.compile(r"[\s{}=\"'<>&#|\\`*\[\]()]+")


def briefing_path(briefing: str) -> str:
    """The page of a briefing."""
    return f"briefings/{briefing}.md"


def entry_path(register: Register, entry: str) -> str:
    """The page of a register entry, or an article's reading view."""
    return f"{register.folder}/{entry}.md"


def figure_data_path(series: str) -> str:
    """The reports of a figure as CSV."""
    return f"data/figures/{series}.csv"


def figure_json_path(series: str) -> str:
    """The reports of a figure as JSON."""
    return f"data/figures/{series}.json"


def annotations_path(article: str) -> str:
    """The annotations of an article as W3C Web Annotations."""
    return f"data/annotations/{article}.json"


def served(page: str, *, folders: bool = True) -> str:
    """Where a page is served: ``topics/x.md`` at ``topics/x/``, without ``folders`` at its file.

    ``folders`` is the setting ``use_directory_urls``.
    """
    path = page.removesuffix(".md")
    if not folders:
        return f"{path}.html"
    if path == "index" or path.endswith("/index"):
        return path.removesuffix("index")
    return f"{path}/"


def absolute(site_url: str, path: str, fragment: str = "") -> str:
    """The address of what is served at ``path`` below the site's root."""
    address = site_url + quote(path, safe="/~")
    return f"{address}#{quote(fragment)}" if fragment else address


def page_address(site_url: str, page: str, *, folders: bool = True) -> str:
    """The address of a page, its path being relative to ``docs/``."""
    return absolute(site_url, served(page, folders=folders))


def feed_paths(page: str) -> tuple[str, str]:
    """The feeds of a page, as Atom and as JSON Feed: in the folder that has the page's name."""
    folder = served(page)
    return f"{folder}feed.xml", f"{folder}feed.json"


def media_path(file: str) -> str:
    """Where a picture file of ``content/`` is copied to; ``""`` for a path that leaves it."""
    path = posixpath.normpath(file.replace("\\", "/"))
    return "" if path.startswith(("/", "../")) or path in {".", ".."} else f"{MEDIA}/{path}"


def card_path(briefing: str) -> str:
    """The picture that stands for a briefing where it is shared."""
    return f"assets/cards/{briefing}.png"


def relative(start: str, target: str) -> str:
    """The path from page ``start`` to ``target``, both relative to ``docs/``."""
    folder, _, _ = start.rpartition("/")
    other, _, name = target.rpartition("/")
    if other == folder:
        return name
    return "../" * (folder.count("/") + 1) + target if folder else target


def timeline_path(period: str) -> str:
    """The page of one period of a long timeline: ``2024``, ``2024-03``."""
    return f"timeline/{period}.md"


def corrections_path(period: str) -> str:
    """The page of one period of many corrections."""
    return f"corrections/{period}.md"


def event_anchor(key: str) -> str:
    """The id of an event on the site's timeline and on every page that shows it."""
    return f"event-{element_id(key)}"


def element_id(text: str) -> str:
    """``text`` as an element's id, safe in an attribute list: no space, quote or brace."""
    return _UNSAFE_IN_ID.sub("-", text)
