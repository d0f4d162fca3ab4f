"""Escape filters: plain text that a page's Markdown is made of, and that is parsed a second time.

Three readers may see the text: Python-Markdown with its extensions, an HTML parser, and YAML.
``md`` is written so that a diff stays readable (backslashes where Markdown knows them); ``html``
and ``attr`` use character references alone, which mean the same whether Markdown parses what is
around them or not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.names import balanced

# Names, labels and dates come again on page after page.
_REMEMBERED: Final = 32768

# Control characters have no place in HTML; STX and ETX are also Python-Markdown's own marks.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]+")
# White space that ends lines or is collapsed by browsers; no-break and thin spaces are kept.
_SPACES: Final = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNTIDY: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|  "
)

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>&#~^|!=:$@]|\+\+|(?i:www)\.")
_BACKSLASHED: Final = "\\`*_{}[]#"
_INLINE: Final = str.maketrans(
    {
        **{character: "\\" + character for character in _BACKSLASHED},
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "|": "&#124;",
        "~": "&#126;",
        "^": "&#94;",
        "$": "&#36;",
    }
)
# An exclamation mark before a bracket makes an image; at the end of the text a link may follow.
_BANG: Final = re.compile(r"!(?=\\\[|$)")
# Marks and emoji of extensions; an address in a text is text, also to those that make links.
_DOUBLED: Final = re.compile(r"==|::|:(?=[\w+-]+:|//)|\+\+|@|(?<=(?i:www))\.")

_BANG_IN_HTML: Final = re.compile(r"!(?=&#91;|$)")

# What opens a block, a definition or an admonition where it starts a line.
# An escaped bracket there opens a formula in display for those who typeset mathematics.
_OPENER: Final = re.compile(r"(\d+)([.)])(?!\S)|[-+=:?]|!(?!\[)|\\(?=\[)")

_REFERENCES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    **{character: f"&#{ord(character)};" for character in "\\`*_{}[]#|~^$"},
}
_HTML: Final = str.maketrans({key: value for key, value in _REFERENCES.items() if key != '"'})
_ATTRIBUTE: Final = str.maketrans(
    {**_REFERENCES, "'": "&#39;", "!": "&#33;", "=": "&#61;", "(": "&#40;", ")": "&#41;"}
)
_YAML: Final = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


def one_line(text: str) -> str:
    """The text on one line: white space run together, control characters gone.

    So are direction controls without an end: what stands behind the text is not turned by it.
    """
    if not _UNTIDY.search(text):
        return text
    return balanced(_SPACES.sub(" ", _CONTROLS.sub("", text)))


def inline(text: str) -> str:
    """Plain text as a piece of a Markdown line. The line itself still needs ``guarded``."""
    text = one_line(text)
    if not _SPECIAL.search(text):
        return text
    text = _DOUBLED.sub(_doubled, text.translate(_INLINE))
    return _BANG.sub(r"\\!", text)


def guarded(line: str) -> str:
    """A line of Markdown that starts a paragraph and nothing else.

    The line is made of ``inline`` text and finished inline Markdown.
    """
    match = _OPENER.match(line)
    if match is None:
        return line
    if match[1]:
        return f"{match[1]}\\{line[match.end(1) :]}"
    opener = line[0]
    if opener == "\\":
        return f"&#91;{line[2:]}"
    # The others are not among the characters that Markdown lets a backslash escape.
    return (f"\\{opener}" if opener in "-+!" else f"&#{ord(opener)};") + line[1:]


@lru_cache(maxsize=_REMEMBERED)
def md(text: str) -> str:
    """Plain text → one line of Markdown that reads as exactly that text, wherever it stands."""
    return guarded(inline(one_line(text).strip(" ")))


@lru_cache(maxsize=_REMEMBERED)
def html(text: str) -> str:
    """Plain text → text inside an HTML element, whether Markdown parses that element or not."""
    text = one_line(text).strip(" ")
    if _SPECIAL.search(text):
        text = _DOUBLED.sub(_doubled, text.translate(_HTML))
        text = _BANG_IN_HTML.sub("&#33;", text)
    match = _OPENER.match(text)
    if match is None:
        return text
    if match[1]:
        return f"{match[1]}&#{ord(match[2])};{text[match.end() :]}"
    return text if text.startswith("&#") else f"&#{ord(text[0])};{text[1:]}"


def attr(text: str) -> str:
    """Plain text → an HTML attribute's value, to stand in double quotes."""
    return one_line(text).strip(" ").translate(_ATTRIBUTE)


def yaml(text: str) -> str:
    """Plain text → a double-quoted YAML scalar on one line."""
    return '"' + _YAML.sub(_yaml_escape, one_line(text).strip(" ")) + '"'


def bdi(text: str, language: str = "") -> str:
    """Text → isolated from the direction of what stands around it, where its language differs."""
    return f'<bdi lang="{attr(language)}">{html(text)}</bdi>' if language else html(text)


def _doubled(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def _yaml_escape(match: re.Match[str]) -> str:
    character = match[0]
    return "\\" + character if character in '"\\' else f"\\u{ord(character):04x}"
