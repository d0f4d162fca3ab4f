"""The handbook's pages of diagnostics, made from the table of codes."""

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
    "E": "Versions and surroundings",
    "F": "Front matter",
    "G": "Quotations",
    "H": "Publication",
    "I": "Imports",
    "L": "References and facts",
    "M": "Pictures",
    "N": "Links on the disk and names of files",
    "P": "Pages and the site",
    "Q": "Limits",
    "R": "Registers",
    "S": "Files",
    "T": "Templates",
    "U": "Untrusted builds",
    "W": "Annotations beside a text",
    "X": "Deceptive text",
}
"""What the first letter of an id stands for."""

_HEAD = """\
---
title: "{title}"
kind: handbook
search: {{exclude: true}}
---

# {title} {{ #title }}
"""

_INTRODUCTION = """
`briefing check` prints each fault as `path:line:column: severity[code] message`, and the mend below
it. An **error** stops a build; a **warning** stops it with `--strict`; a **note** is worth knowing
and stops nothing. `briefing explain CODE` prints what stands here, for an id or a name.

Codes are stable: one is never given another meaning. Each leads to why it is one, and to examples.
"""

_SHOWN = """
In the examples `\\x00` stands for a control character or a byte that cannot be shown, and `…` for
what is too long to show. [All diagnostics](../diagnostics.md)
"""

_LONGEST_LINE = 100
_CODE = re.compile(r"(`[^`]*`)")
_SPECIAL = re.compile(r"[\\*_{}\[\]#]")
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_BACKTICKS = re.compile(r"`+")
_LONE_BYTE = range(0xDC80, 0xDD00)
_LAST_BYTE = 0xFF


def diagnostics_page() -> str:
    """All codes by subject, each with its severity and what is wrong, as Markdown."""
    lines = [_HEAD.format(title="Diagnostics") + _INTRODUCTION]
    subjects = [(title, _anchor(title), codes) for title, codes in _by_subject()]
    lines.append(" ·\n".join(f"[{title}](#{anchor})" for title, anchor, _ in subjects))
    for title, anchor, codes in subjects:
        lines += ["", f"## {title} {{ #{anchor} }}", ""]
        lines += ["| code | severity | what is wrong |", "| --- | --- | --- |"]
        lines += [_row(code, f"diagnostics/{anchor}.md") for code in codes]
    return "\n".join(lines) + "\n"


def subject_pages() -> Mapping[str, str]:
    """A page for each subject, by its path below the handbook: its codes with both examples."""
    return {
        f"diagnostics/{_anchor(title)}.md": "\n".join(
            (
                _HEAD.format(title=f"Diagnostics: {title[0].lower()}{title[1:]}") + _SHOWN,
                *(line for code in codes for line in _section(code)),
            )
        )
        + "\n"
        for title, codes in _by_subject()
    }


def _by_subject() -> list[tuple[str, tuple[Code, ...]]]:
    found = groupby(TABLE.values(), key=lambda code: SUBJECTS[code.id[0]])
    return [(title, tuple(codes)) for title, codes in found]


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _row(code: Code, page: str) -> str:
    summary = prose(code.summary).replace("|", "&#124;")
    anchor = code.id.lower()
    link = f"[{code.id} {code.name}]({page}#{anchor}){{ #{anchor} }}"
    return f"| {link} | {code.severity} | {summary} |"


def _section(code: Code) -> Iterator[str]:
    yield from ("", f"## {code.id} {code.name} {{ #{code.id.lower()} }}", "")
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
