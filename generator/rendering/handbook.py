"""The handbook's list of views, made from the views themselves."""

from __future__ import annotations

import inspect
import re
from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from .views import briefing, entries, facts, indexes, page, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_LITERAL = re.compile(r"``(.+?)``")
_MANY = re.compile(r"tuple\[(\w+), \.\.\.\]")
_VIEW = re.compile(r"\w+View")


def views_section() -> str:
    """Every view with what it says of itself and its fields, as Markdown, by subject."""
    modules = (pieces, page, facts, briefing, entries, indexes)
    found = [
        item
        for module in modules
        for item in vars(module).values()
        if is_dataclass(item) and isinstance(item, type)
    ]
    return "\n".join(line for view in found for line in _view(view)).strip("\n")


def _view(view: type[Any]) -> Iterator[str]:
    yield from ("", f"### {view.__name__} {{ #{view.__name__.lower()} }}", "")
    yield _LITERAL.sub(r"`\1`", inspect.getdoc(view) or "")
    yield ""
    for field in fields(view):
        default = "" if field.default is MISSING else f" (default `{_shown(field.default)}`)"
        yield f"- `{field.name}`: {_type(str(field.type))}{default}"


def _type(written: str) -> str:
    if found := _MANY.fullmatch(written):
        return f"list of {_type(found[1])}"
    if written.endswith(" | None"):
        return f"{_type(written.removesuffix(' | None'))} or `None`"
    return f"[{written}](#{written.lower()})" if _VIEW.fullmatch(written) else f"`{written}`"


def _shown(default: object) -> str:
    return repr(str(default)) if isinstance(default, str) else repr(default)
