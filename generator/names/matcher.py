"""Names in running text, in any script.

All names of a register are sought at once (Aho and Corasick 1975), in the normal form of
:mod:`.normal`; a match must stand between word boundaries, and the longest of those that begin
first is taken. What is found is a proposal: it is never linked by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator.diagnostics import Span

from .normal import normal_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .listing import Listing

_CHUNK = re.compile(r"\s+|[!-~]+(?![^\x00-\x7f])|[!-~]?[^\x00-\x7f\s]+|[\x00-\x7f]")
# Scripts that set no space between words: there a name may begin and end anywhere.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
# Arabic and Hebrew write "and", "by", "to", "as" without a space before the word.
_CLITICS = re.compile("(?:[وف]?[بلك]?|[ושמהלבכ]{1,2})\\Z")
_LONGEST_CLITICS = 2
_SHORTEST_AFTER_CLITIC = 4
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text and the entries that own it: more than one where it is ambiguous."""

    span: Span
    text: str
    ids: tuple[str, ...]


class NameMatcher:
    """Finds the names of ``entries`` in running text, in time linear in the text."""

    def __init__(self, entries: Iterable[Listing]) -> None:
        names: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        for entry in entries:
            for name in entry.names:
                names[normal_name(name)][name, entry.id] = None
        names.pop("", None)
        self._patterns = sorted(names)
        self._owners = [tuple(sorted(names[pattern])) for pattern in self._patterns]
        self._automaton = AhoCorasick(
            self._patterns,
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        )

    def find_names(self, text: str) -> tuple[FoundName, ...]:
        """The names in ``text``, from its beginning to its end, none within another.

        Case counts for little: a name that begins with a capital is found only where the text has
        one too ("Turkey", not "turkey"), and a short name all in capitals only in capitals ("US",
        not "us"). A possessive ending is not part of the name. A word joined by a hyphen is another
        word. Spans are offsets into ``text``.
        """
        normal, starts, ends = _mapped(text)
        matches = self._automaton.find_matches_as_indexes(normal, overlapping=True)
        taken = 0
        found: list[FoundName] = []
        for number, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if start < taken or not _bounded(normal, start, end):
                continue
            span = Span(starts[start], ends[end - 1])
            surface = text[span.start : span.end]
            ids = tuple(
                sorted({owner for name, owner in self._owners[number] if _cased(name, surface)})
            )
            if ids:
                found.append(FoundName(span, surface, ids))
                taken = end
        return tuple(found)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no word runs on over an edge of ``text[start:end]``."""
    if _joined(text, end, 1) and not _UNSPACED.match(text[end - 1]):
        return False
    if not _joined(text, start - 1, -1) or _UNSPACED.match(text[start]):
        return True
    if end - start < _SHORTEST_AFTER_CLITIC:
        return False
    return any(
        _CLITICS.match(text[at:start]) and not _joined(text, at - 1, -1)
        for at in range(start - 1, max(start - _LONGEST_CLITICS, 0) - 1, -1)
    )


def _joined(text: str, at: int, step: int) -> bool:
    """Whether the character at ``at`` carries a word on, seen in the direction of ``step``."""
    if not 0 <= at < len(text):
        return False
    if text[at] == "-":
        return 0 <= at + step < len(text) and text[at + step].isalnum()
    return text[at].isalnum() or text[at] == "_" or _extends(text[at])


def _cased(name: str, surface: str) -> bool:
    """Whether ``surface`` is written with the capitals that ``name`` needs."""
    if name.isupper() and len(name) <= _LONGEST_ACRONYM:
        return surface.isupper()
    first = next((char for char in name if char.isalpha()), "")
    return not first.isupper() or next(filter(str.isalpha, surface), "").isupper()


def _extends(char: str) -> bool:
    """Whether ``char`` belongs to the character before it: a mark, or a Hangul vowel or final."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


class _Single(dict[int, str]):
    """A table for ``str.translate``: the normal form of a character that stands for itself.

    That of one whose form depends on its neighbours, or is not one character long, is ``_OTHER``.
    """

    def __missing__(self, point: int) -> str:
        char = chr(point)
        normal = " " if char.isspace() else normal_name(char)
        self[point] = kept = normal if len(normal) == 1 and not _extends(char) else _OTHER
        return kept


_SINGLE = _Single()
_OTHER = "\uffff"
_UNEVEN = re.compile(f"[^ {_OTHER}]*+{_OTHER}[^ ]*+|  ++")


def _mapped(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """``text`` in normal form, and where each of its characters begins and ends in ``text``.

    Most of a text keeps its length; only words that do not, and runs of white space, are mapped
    character by character.
    """
    plain = text.translate(_SINGLE)
    if _OTHER not in plain and "  " not in plain:
        return plain, range(len(text)), range(1, len(text) + 1)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for uneven in _UNEVEN.finditer(plain):
        begin, end = uneven.span()
        normal, inner_starts, inner_ends = _mapped_word(text[begin:end])
        parts += (plain[at:begin], normal)
        starts.extend(range(at, begin))
        starts.extend([begin + start for start in inner_starts])
        ends.extend(range(at + 1, begin + 1))
        ends.extend([begin + stop for stop in inner_ends])
        at = end
    parts.append(plain[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return "".join(parts), starts, ends


def _mapped_word(text: str) -> tuple[str, list[int], list[int]]:
    """The same, character by character."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    clusters: dict[str, str] = {}
    for chunk in _CHUNK.finditer(text):
        surface, start, end = chunk.group(), chunk.start(), chunk.end()
        if surface.isspace():
            parts.append(" ")
            starts.append(start)
            ends.append(end)
        elif surface.isascii():
            parts.append(surface.lower().replace("`", "'"))
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            at = 0
            while at < len(surface):
                begin = at
                at += 1
                while at < len(surface) and _extends(surface[at]):
                    at += 1
                cluster = surface[begin:at]
                normal = clusters.get(cluster)
                if normal is None:
                    normal = clusters[cluster] = normal_name(cluster)
                parts.append(normal)
                starts.extend([start + begin] * len(normal))
                ends.extend([start + at] * len(normal))
    return "".join(parts), starts, ends
