"""The handbook's page of diagnostics, made from the table of codes."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from .codes import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .diagnostic import Code

SUBJECTS: Mapping[str, str] = {
    "A": "Annotations",
    "B": "Blocks and printed lines",
    "C": "Settings",
    "D": "What is due",
    "F": "Front matter",
    "G": "Quotations",
    "I": "Imports",
    "L": "References and facts",
    "P": "Pages and the site",
    "R": "Registers",
    "S": "Files",
    "T": "Templates",
    "W": "Annotations beside a text",
}
"""What the first letter of an id stands for."""

_INTRODUCTION = """\
---
title: Diagnostics
kind: handbook
search: {exclude: true}
---

# Diagnostics { #title }

`briefing check` prints each fault as `path:line:column: severity[code] message`, and the mend below
it. An **error** stops a build; a **warning** stops it with `--strict`; a **note** is worth knowing
and stops nothing. `briefing explain CODE` prints what stands here, for an id or a name.

Codes are stable: one is never given another meaning. In the examples `\\x00` stands for a control
character or a byte that cannot be shown, and `…` for what is too long to show.
"""

_LONGEST_LINE = 100
_CODE = re.compile(r"(`[^`]*`)")
_SPECIAL = re.compile(r"[\\*_{}\[\]#]")
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_BACKTICKS = re.compile(r"`+")
_LONE_BYTE = range(0xDC80, 0xDD00)
_LAST_BYTE = 0xFF


def diagnostics_page() -> str:
    """All codes with severity, summary, reason and both examples, as Markdown."""
    lines = [_INTRODUCTION]
    subjects = [
        (title, tuple(codes))
        for title, codes in groupby(TABLE.values(), key=lambda code: SUBJECTS[code.id[0]])
    ]
    lines.append(" ·\n".join(f"[{title}](#{_anchor(title)})" for title, _ in subjects))
    for title, codes in subjects:
        lines += ["", f"## {title} {{ #{_anchor(title)} }}", ""]
        lines += ["| code | severity | what is wrong |", "| --- | --- | --- |"]
        lines += [_row(code) for code in codes]
        for code in codes:
            lines += _section(code)
    return "\n".join(lines) + "\n"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _row(code: Code) -> str:
    summary = prose(code.summary).replace("|", "&#124;")
    return f"| [{code.id} {code.name}](#{code.id.lower()}) | {code.severity} | {summary} |"


def _section(code: Code) -> Iterator[str]:
    yield from ("", f"### {code.id} {code.name} {{ #{code.id.lower()} }}", "")
    yield f"**{code.severity.capitalize()}.** {prose(code.summary)} {prose(code.why)}"
    yield from _site("What is wrong", code.bad)
    changed = {path: text for path, text in code.good.items() if code.bad.get(path) != text}
    yield from _site("What to write instead", changed or code.good)


def _site(title: str, files: Mapping[str, str]) -> Iterator[str]:
    for number, (path, text) in enumerate(files.items()):
        shown = [_cut(shown_characters(line)) for line in text.rstrip("\n").split("\n")]
        longest = max((len(run) for line in shown for run in _BACKTICKS.findall(line)), default=0)
        fence = "`" * max(3, longest + 1)
        label = f"{'and' if number else f'{title},'} `{path}`:"
        yield from ("", label, "", f"{fence}text", *shown, fence)


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE].rstrip()}…"


def shown_characters(text: str) -> str:
    r"""``text`` with what cannot be shown as ``\xNN``, the bytes of lone surrogates among it."""

    def escape(match: re.Match[str]) -> str:
        number = ord(match[0])
        if number in _LONE_BYTE:
            number -= 0xDC00
        return f"\\x{number:02x}" if number <= _LAST_BYTE else f"\\u{number:04x}"

    return _UNSHOWN.sub(escape, text)


def prose(text: str) -> str:
    """A sentence of the table as Markdown: what stands between backticks is code, nothing else."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part if part.startswith("`") else _escaped(part) for part in parts)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\g<0>", text)
