"""Ids from titles and names."""

from __future__ import annotations

import re

from .slugs import propose_slug

LONGEST = 80
"""Most characters in a slug that is made here; one that an editor writes may be longer."""

# Letters that Unicode does not decompose into an ASCII letter and a mark.
_LATIN = str.maketrans({"ð": "d", "þ": "th", "ə": "e", "ŋ": "n", "ħ": "h"})
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ‘`´](?=\w)")


def slugify(text: str) -> str:
    """``text`` as lower-case ASCII words joined by hyphens, at most 80 characters.

    Cut between words; accents and apostrophes are dropped. ``""`` where fewer than half of the
    letters and digits can be written in ASCII (Arabic, Cyrillic, Chinese …): the rest would
    mislead, and callers have something better to fall back on. Names that mean something to
    Windows or to a web server (``con``, ``index``) get a suffix.
    """
    slug = propose_slug(_APOSTROPHES.sub("", text[: 10 * LONGEST].lower()).translate(_LATIN))
    if len(slug) > LONGEST:
        cut = slug.rfind("-", 0, LONGEST + 1)
        # What is left can be a name that Windows keeps.
        slug = propose_slug(slug[: cut if cut > 0 else LONGEST])
    return f"{slug}-page" if slug == "index" else slug
