"""Ids: what may stand in an address and in a file's name, on every file system.

A slug is ``[a-z0-9]+(-[a-z0-9]+)*``; an id is one or several of them joined by ``/``.
"""

from __future__ import annotations

import re
import unicodedata

from .devices import is_device
from .faults import Kind, Refusal

LONGEST_SLUG = 100
"""Most characters in one part of an id: file systems end at 255 bytes, with an ending behind it."""

LONGEST_ID = 180
"""Most characters in an id with all its parts: Windows paths end at 260, folders included."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def read_slug(text: str) -> str:
    """``text`` where it is a slug.

    Raises:
        Refusal: it is none; the mend proposes one.
    """
    reason = _flaw(text)
    if not reason:
        return text
    proposed = propose_slug(text)
    raise Refusal(Kind.SLUG, reason, f"Write {proposed}" if proposed else "", proposed=proposed)


def read_id(text: str) -> str:
    """``text`` where it is an id: slugs joined by ``/``.

    Raises:
        Refusal: it is none; the mend proposes one.
    """
    reason = next((flaw for part in text.split("/") if (flaw := _flaw(part))), "")
    if not reason and len(text) > LONGEST_ID:
        reason = f"which is longer than {LONGEST_ID} characters"
    if not reason:
        return text
    proposed = propose_id(text)
    raise Refusal(Kind.SLUG, reason, f"Write {proposed}" if proposed else "", proposed=proposed)


def propose_slug(text: str) -> str:
    """The slug most like ``text``; ``""`` where too few letters are Latin to mean anything."""
    text = text[: 4 * LONGEST_SLUG].lower().translate(_LETTERS)
    base = [c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)]
    slug = _OTHER.sub("-", "".join(base)).strip("-")
    kept = sum(c.isalnum() for c in slug)
    if 2 * kept < sum(c.isalnum() for c in base):
        return ""
    slug = slug[:LONGEST_SLUG].rstrip("-")
    return f"{slug}-page" if _flaw(slug) and slug else slug


def propose_id(text: str) -> str:
    """The id most like ``text``, part by part; ``""`` where a part has none."""
    parts = [propose_slug(part) for part in text.strip().strip("/").split("/")]
    proposed = "/".join(parts) if all(parts) else ""
    return proposed if len(proposed) <= LONGEST_ID else ""


def _flaw(text: str) -> str:
    if not text:
        return "which has an empty part"
    if not _SLUG.fullmatch(text):
        return "which is not made of the letters a to z, digits and single hyphens"
    if len(text) > LONGEST_SLUG:
        return f"which is longer than {LONGEST_SLUG} characters"
    if is_device(text):
        return "a name that Windows keeps for devices"
    return ""
