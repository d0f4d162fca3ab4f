"""Text written so that it is read back as the same text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.annotation import Kind
from generator.syntax.inline.characters import ENTITY

if TYPE_CHECKING:
    from generator.syntax.article.printed import Labels

_SIGNS = re.compile(r"[\\`*_\[\]<&{|\t\r\n]|(?<= ) |!\Z")
_BRACKETS = re.compile(r"[\[\]]")
_KIND = re.compile(r"\{[ \t]*\.(?:" + "|".join(kind.value for kind in Kind) + r")(?![\w-])")
_BLOCK_START = re.compile(
    r"(?P<sign>#|>|[-+*](?=[ \t]|\Z)|:::|~~~|[=:|-][=:|+ \t-]*\Z)"
    r"|(?P<number>[0-9]{1,9}|\#)(?P<stop>[.)])(?=[ \t]|\Z)"
    r"|(?P<round>\((?:[0-9]{1,9}|\#)\))(?=[ \t]|\Z)"
)
_PLAIN_VALUE = re.compile(r"[\w+./:@%~,;-]+")
_VALUE_SIGNS = re.compile(r"[\\\"\[\]`&|\t\r\n]|\A ")


def escaped(text: str, *, cell: bool = False, brackets: bool = True) -> str:
    """``text`` with a backslash before what would be markup; ``cell`` within a table.

    Brackets that are balanced and lead nowhere are kept where ``brackets`` allows it.
    """
    keep = brackets and _lead_nowhere(text)

    def one(match: re.Match[str]) -> str:
        sign, at = match[0], match.start()
        before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        literal = (
            (sign in "[]" and keep)
            or (sign == "_" and before.isalnum() and behind.isalnum())
            or (sign == "<" and not behind.isalpha())
            or (sign == "&" and not ENTITY.match(text, at))
            or (sign == "{" and not _KIND.match(text, at))
            or (sign == "|" and not cell)
        )
        if literal:
            return sign
        return f"&#{ord(sign)};" if sign.isspace() else f"\\{sign}"

    return _SIGNS.sub(one, text)


def _lead_nowhere(text: str) -> bool:
    depth = 0
    for match in _BRACKETS.finditer(text):
        if match[0] == "[":
            depth += 1
            continue
        depth -= 1
        behind = text[match.end() : match.end() + 1]
        if depth < 0 or not behind or behind in "([{:":
            return False
    return depth == 0


def escaped_lines(lines: list[str], labels: tuple[Labels, ...]) -> list[str]:
    """The lines of a paragraph with a backslash where one would begin a block or a printed line."""
    return [_escaped_line(line, labels) for line in lines]


def _escaped_line(line: str, labels: tuple[Labels, ...]) -> str:
    for known in labels:
        printed = known.match(line, 0, len(line)) if line else None
        if printed is not None:
            colon = max(line.rfind(":", 0, printed.start), line.rfind("：", 0, printed.start))
            line = f"{line[:colon]}\\{line[colon:]}"
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    if match["number"] is not None:
        at = match.start("stop") if match["number"] != "#" else 0
        return f"{line[:at]}\\{line[at:]}"
    return f"\\{line}"


def quoted_value(value: str) -> str:
    """The value of an attribute, in quotation marks where it needs them."""
    if _PLAIN_VALUE.fullmatch(value):
        return value

    def one(match: re.Match[str]) -> str:
        return f"&#{ord(match[0])};" if match[0].isspace() else f"\\{match[0]}"

    return f'"{_VALUE_SIGNS.sub(one, value)}"'
