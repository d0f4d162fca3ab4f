"""What a page says of itself, as one of its voices has it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, fields

_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a voice may tell; ``""`` or ``()`` where it is silent.

    Dates and addresses are as written. ``picture`` is an address, ``alt``, ``caption`` and
    ``credit`` are about it.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    description: str = ""
    picture: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


def merged(voices: tuple[Claims, ...]) -> Claims:
    """The first that each voice, in this order, has to say of each thing.

    A picture's words come with the picture: those of a voice with another picture are not taken.
    """
    taken: dict[str, str | tuple[str, ...]] = {}
    for voice in voices:
        other = bool(taken.get("picture")) and voice.picture not in {"", taken["picture"]}
        for item in fields(Claims):
            about_picture = item.name in {"alt", "caption", "credit"}
            value = getattr(voice, item.name)
            if value and not taken.get(item.name) and not (about_picture and other):
                taken[item.name] = value
    return Claims(**taken)  # type: ignore[arg-type] # each value has its field's type


def tidy(text: str) -> str:
    """A value on one line, entities resolved: some systems escape twice."""
    if "&" in text:
        text = html.unescape(text)
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()
