"""Characters that no text may hold: they break feeds, terminals and YAML alike."""

from __future__ import annotations

import re
import unicodedata

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.files import CONTROL_CHARACTER

# XML 1.0 allows none of these but those from U+007F to U+009F, which it discourages.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def check_characters(source: SourceFile) -> tuple[Diagnostic, ...]:
    """One error at the first control character of a file, with their number."""
    first = _CONTROL.search(source.text)
    if first is None:
        return ()
    count = len(_CONTROL.findall(source.text))
    more = f" and {count - 1} more of its kind" if count > 1 else ""
    return (
        diagnose(
            CONTROL_CHARACTER,
            source,
            Span(*first.span()),
            f"The text holds the control character {name_of(first.group())}{more}.",
            "Delete it; it cannot be seen, so retype the words around it if need be.",
        ),
    )


def find_control(text: str) -> str:
    """The first control character in ``text``, ``""`` where there is none."""
    found = _CONTROL.search(text)
    return found.group() if found else ""


def masked(text: str) -> str:
    """``text`` with each control character replaced, so that places stay as they are."""
    return _CONTROL.sub("\ufffd", text)


def name_of(character: str) -> str:
    """How a character that cannot be seen is named, as in ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
