"""The HTML elements that a site lets its texts hold; everything else of HTML in them is text.

nh3 judges each tag on its own. What it lets through is written anew from its name and its title,
so nothing of what an editor or a source wrote reaches a page as HTML. An element stands within one
run of inlines; a tag without its other half is text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model.document import Text

from .escaping import attr, inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from generator.model.document import Inline

_TITLED: Final = {"abbr": {"title"}, "dfn": {"title"}}
_VOID: Final = frozenset({"br", "wbr"})
_TAG: Final = re.compile(r"<(/?)([a-z]{1,8})((?:\s[^<>]{0,400})?)/?>", re.IGNORECASE)


class _Tag(NamedTuple):
    """A tag in the text at ``place`` of the run, written anew."""

    place: int
    start: int
    end: int
    name: str
    html: str


def with_elements(inlines: Sequence[Inline], allowed: AbstractSet[str]) -> Mapping[int, str]:
    """The texts that hold allowed elements, by their place in the run, as finished Markdown."""
    kept: dict[int, list[_Tag]] = {}
    for tag in sorted(_paired(tuple(_tags(inlines, allowed)))):
        kept.setdefault(tag.place, []).append(tag)
    texts: dict[int, str] = {}
    for place, tags in kept.items():
        item = inlines[place]
        text = item.text if isinstance(item, Text) else ""
        parts: list[str] = []
        at = 0
        for tag in tags:
            parts += (inline(text[at : tag.start]), tag.html)
            at = tag.end
        texts[place] = "".join((*parts, inline(text[at:])))
    return texts


def _tags(inlines: Sequence[Inline], allowed: AbstractSet[str]) -> Iterator[_Tag]:
    """Every tag of an allowed element, in order."""
    for place, item in enumerate(inlines):
        if not isinstance(item, Text) or "<" not in item.text:
            continue
        for found in _TAG.finditer(item.text):
            name = found[2].lower()
            html = _written(found[0], name) if name in allowed else ""
            if html:
                yield _Tag(place, *found.span(), name, html)


def _paired(tags: Sequence[_Tag]) -> Iterator[_Tag]:
    """The tags that have their other half, or need none."""
    opened: list[_Tag] = []
    count: Counter[str] = Counter()
    for tag in tags:
        if tag.name in _VOID:
            if not tag.html.startswith("</"):
                yield tag
        elif not tag.html.startswith("</"):
            opened.append(tag)
            count[tag.name] += 1
        elif count[tag.name]:
            while opened[-1].name != tag.name:
                count[opened.pop().name] -= 1  # never closed: it stays text
            count[tag.name] -= 1
            yield from (opened.pop(), tag)


@lru_cache(maxsize=4096)
def _written(tag: str, name: str) -> str:
    """A tag as nh3 lets it pass; ``""`` where it does not, or as something else."""
    import nh3  # noqa: PLC0415 - an extra: only sites that allow elements need it

    if tag.startswith("</"):
        return f"</{name}>"
    safe = nh3.clean(tag, tags={name}, attributes=_TITLED, link_rel=None)
    reader = _Reader()
    reader.feed(safe)
    if [found for found, _ in reader.tags] != [name]:
        return ""
    title = reader.tags[0][1]
    return f'<{name} title="{attr(title)}">' if title else f"<{name}>"


class _Reader(HTMLParser):
    """The names and titles of the elements of some HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs).get("title") or ""))
