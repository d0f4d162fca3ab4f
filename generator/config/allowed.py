"""What an untrusted build obeys in ``mkdocs.yml``: what is not listed here is refused.

Listed is what names no program, no file outside the site and no template. Options of plugins and
extensions that take a path, a function or a command are left out, so are extensions that read
files (``pymdownx.snippets``, ``pymdownx.b64``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

VARIABLES: Final = frozenset({"DIRECTORY_ADDRESSES"})
"""Variables of the environment that ``!ENV`` may ask for: any other could be a secret."""

SETTINGS: Final = frozenset(
    {
        "copyright",
        "dev_addr",
        "docs_dir",
        "draft_docs",
        "edit_uri",
        "exclude_docs",
        "extra",
        "extra_css",
        "extra_javascript",
        "markdown_extensions",
        "nav",
        "not_in_nav",
        "plugins",
        "repo_name",
        "repo_url",
        "site_author",
        "site_description",
        "site_dir",
        "site_name",
        "site_url",
        "strict",
        "theme",
        "use_directory_urls",
        "validation",
    }
)

THEMES: Final = frozenset({"briefing", "material", "mkdocs", "readthedocs"})
THEME_OPTIONS: Final = frozenset(
    {
        "color_mode",
        "custom_dir",
        "direction",
        "favicon",
        "features",
        "font",
        "highlightjs",
        "icon",
        "language",
        "locale",
        "logo",
        "name",
        "palette",
        "user_color_mode_toggle",
    }
)

_SEARCH: Final = frozenset({"enabled", "indexing", "lang", "min_search_length", "separator"})
PLUGINS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "search": _SEARCH,
        "material/search": _SEARCH,
        "tags": frozenset({"enabled"}),
        "material/tags": frozenset({"enabled"}),
    }
)
"""Plugins and the options of each."""

_NONE: Final[frozenset[str]] = frozenset()
_SHORT: Final[Mapping[str, frozenset[str]]] = {
    "abbr": _NONE,
    "admonition": _NONE,
    "attr_list": _NONE,
    "def_list": _NONE,
    "footnotes": frozenset({"BACKLINK_TEXT", "BACKLINK_TITLE", "UNIQUE_IDS"}),
    "md_in_html": _NONE,
    "nl2br": _NONE,
    "sane_lists": _NONE,
    "smarty": _NONE,
    "tables": frozenset({"use_align_attribute"}),
    "toc": frozenset(
        {
            "anchorlink",
            "baselevel",
            "permalink",
            "permalink_leading",
            "permalink_title",
            "separator",
            "title",
            "toc_depth",
        }
    ),
}
_LONG: Final[Mapping[str, frozenset[str]]] = {
    "pymdownx.betterem": frozenset({"smart_enable"}),
    "pymdownx.caret": _NONE,
    "pymdownx.details": _NONE,
    "pymdownx.highlight": frozenset(
        {"anchor_linenums", "auto_title", "line_spans", "linenums", "use_pygments"}
    ),
    "pymdownx.inlinehilite": _NONE,
    "pymdownx.keys": _NONE,
    "pymdownx.mark": _NONE,
    "pymdownx.smartsymbols": _NONE,
    "pymdownx.superfences": _NONE,
    "pymdownx.tabbed": frozenset({"alternate_style"}),
    "pymdownx.tasklist": frozenset({"clickable_checkbox", "custom_checkbox"}),
    "pymdownx.tilde": _NONE,
}
EXTENSIONS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {**_SHORT, **{f"markdown.extensions.{name}": held for name, held in _SHORT.items()}, **_LONG}
)
"""Markdown extensions and the options of each."""
