"""Texts of content, made safe to show.

Whatever a file holds, what is printed cannot steer a terminal, hide in it, or pass for another
line: control characters, direction overrides and invisible marks are shown as escapes. Nor can it
give orders to the CI service whose log it is printed in: GitHub and Azure Pipelines obey ``##[``
and ``##vso[`` anywhere in a line, GitHub ``::`` and TeamCity ``##teamcity[`` at its start.
"""

from __future__ import annotations

import re

# Controls (C0, DEL, C1), soft hyphen, invisible and direction marks, line and paragraph separators,
# lone surrogates, and the tag characters that mirror ASCII unseen. Joiners (U+200C, U+200D) shape
# Persian and Indic words and stay.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    r"|#(?=#(?:\[|vso\[|teamcity\[))",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"\s*+:(?=:)")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FIRST_TWO_BYTES = 0xFFFF
_FIRST_BYTE = 0xFF


def visible(text: str) -> str:
    """``text`` with what cannot be seen, or would steer a terminal or CI, as escapes."""
    return _UNSAFE.sub(_escape, text)


def printable(text: str) -> str:
    """Lines for people, each made ``visible``; none begins as a workflow command does."""
    return "\n".join(_COMMAND.sub(_order, visible(line), 1) for line in text.split("\n"))


def inert_json(text: str) -> str:
    """JSON that says the same, and that a CI service takes no orders from."""
    return text.replace("##", "#\\u0023")


def _order(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\x3a" if match.start() == 0 else match[0]


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    point = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if point <= _FIRST_BYTE:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= _FIRST_TWO_BYTES else f"\\U{point:08x}"
