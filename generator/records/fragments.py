"""Addresses within a page, made from text."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_WORDS = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def fragment(text: str, longest: int = 40) -> str:
    """``text`` as a fragment: lower-case ASCII words joined by hyphens.

    ASCII, because MkDocs compares fragments with ids letter by letter, one percent-encoded and
    one not. What has no ASCII form is stood in for by a digest of the text, so that two texts in
    another script have two fragments. At most ``longest`` characters and a digest of six, cut
    behind a word where one ends there; empty where ``text`` has no letter or digit.
    """
    folded = text.lower()
    lost = False
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        base = "".join(char for char in parts if not unicodedata.combining(char))
        lost = any(char.isalnum() and not char.isascii() for char in base)
        folded = "".join(char if char.isascii() else " " for char in base)
    words = _WORDS.findall(folded)
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > longest:
            break
        slug = longer
    slug = slug or "".join(words[:1])[:longest]
    if not lost:
        return slug
    digest = hashlib.blake2b(text.encode(), digest_size=3).hexdigest()
    return f"{slug}-{digest}" if slug else digest
