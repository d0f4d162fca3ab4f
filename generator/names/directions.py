"""Direction controls (UAX #9): embeddings, overrides and isolates, and which of them have no end.

One that is not closed turns all that follows in its paragraph; one that closes what is not open
breaks out of what is around it. An override shows letters in another order than they are read in.
"""

from __future__ import annotations

import re
from typing import Final

CONTROLS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS: Final = "\u202a\u202b\u202d\u202e"
_ISOLATES: Final = "\u2066\u2067\u2068"
_END_OF_EMBEDDING: Final = "\u202c"
_END_OF_ISOLATE: Final = "\u2069"
OVERRIDES: Final = "\u202d\u202e"


def unbalanced(text: str) -> tuple[int, ...]:
    """The places in one paragraph of controls that are never closed, or close nothing."""
    if not CONTROLS.search(text):
        return ()
    embeddings: list[int] = []  # open ones since the innermost isolate
    isolates: list[tuple[int, list[int]]] = []
    found: list[int] = []
    for control in CONTROLS.finditer(text):
        at, char = control.start(), control.group()
        if char in _EMBEDDINGS:
            embeddings.append(at)
        elif char in _ISOLATES:
            isolates.append((at, embeddings))
            embeddings = []
        elif char == _END_OF_EMBEDDING:
            if embeddings:
                embeddings.pop()
            else:
                found.append(at)
        elif isolates:
            found += embeddings  # an isolate's end closes them, but nobody meant it to
            embeddings = isolates.pop()[1]
        else:
            found.append(at)
    found += embeddings
    for at, outer in isolates:
        found += (at, *outer)
    return tuple(sorted(found))


def balanced(text: str) -> str:
    """``text`` without the controls that have no end, so that nothing around it is turned."""
    places = unbalanced(text)
    if not places:
        return text
    parts = []
    start = 0
    for at in places:
        parts.append(text[start:at])
        start = at + 1
    return "".join((*parts, text[start:]))
