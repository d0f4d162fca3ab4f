"""Finished ``href`` strings: safe in ``[…](href)`` and in ``href="…"``, whoever reads them next."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from generator.records.addresses import open_address

from .addresses import relative

if TYPE_CHECKING:
    from generator.model.annotation import Quotation

_UNSAFE: Final = re.compile(
    r"[\s\x00-\x20\x7f-\x9f\"'<>\\^`{|}()\[\]*\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_PLAIN: Final = re.compile(r"[A-Za-z0-9/._~-]*")
_LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")

# Text Fragments (WICG): an exact match may be long, but an address should stay short.
_WORD: Final = re.compile(r"\w")
_WORD_END: Final = re.compile(r"\w[\w'’]*$")
_WORD_START: Final = re.compile(r"['’]?\w[\w'’]*")
_LONGEST_EXACT: Final = 200
_ENDS: Final = 40
_CONTEXT: Final = 32


def finished(url: str) -> str:
    """``url`` with everything percent-encoded that Markdown or HTML could read."""
    url = _LONE_PERCENT.sub("%25", url)
    url = _UNSAFE.sub(lambda match: quote(match[0], safe=""), url)
    return url.replace("&", "&amp;")


def wikidata(item: str) -> str:
    """The address of an item of Wikidata (Q and a number)."""
    return external(f"https://www.wikidata.org/wiki/{item}")


def public(url: str) -> str:
    """An address of the web as data has it, no entities in it; ``""`` for any other."""
    return as_data(external(url)) if url[:4].lower() == "http" else ""


def as_data(href: str) -> str:
    """A finished address without the entities that HTML needs."""
    return href.replace("&amp;", "&")


@lru_cache(maxsize=16384)
def external(url: str) -> str:
    """The finished address of another site; ``""`` where readers are not sent there."""
    address = open_address(url)
    return finished(address) if address else ""


def internal(start: str, target: str, anchor: str = "") -> str:
    """The finished address of page ``target`` on page ``start``, at ``anchor`` if one is given."""
    if not anchor:
        return _quoted(relative(start, target))
    fragment = f"#{_quoted(anchor)}"
    return fragment if start == target else _quoted(relative(start, target)) + fragment


@lru_cache(maxsize=65536)
def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/~")


def to_text(url: str, quotation: Quotation) -> str:
    """The finished address of the place in ``url`` that ``quotation`` is taken from.

    A text fragment, https://wicg.github.io/scroll-to-text-fragment/: ``:~:text=`` with
    ``[prefix-,]start[,end][,-suffix]``. The context is given where the text stands more than once.
    ``""`` where ``url`` is no address of another site.
    """
    address = external(url)
    exact = quotation.exact.strip()
    if not address or not exact or address.lower().startswith("mailto:"):
        return address
    prefix, exact, suffix = _on_word_ends(quotation.prefix, exact, quotation.suffix)
    directive = _range(exact)
    if quotation.repeated:
        before = _whole_words(prefix, at_start=True)
        after = _whole_words(suffix, at_start=False)
        directive = (
            (f"{_encoded(before)}-," if before else "")
            + directive
            + (f",-{_encoded(after)}" if after else "")
        )
    if ":~:" in address:
        return f"{address}&amp;text={directive}"
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _on_word_ends(prefix: str, exact: str, suffix: str) -> tuple[str, str, str]:
    """The same place with ``exact`` widened to whole words: nothing else is found.

    An annotation may cover part of a word: "[Russia]’s", "l’[Observatoire]", "و[سوريا]".
    """
    head = _WORD_END.search(prefix) if _WORD.match(exact[0]) else None
    tail = _WORD_START.match(suffix) if _WORD.match(exact[-1]) else None
    if head:
        prefix, exact = prefix[: head.start()], head[0] + exact
    if tail:
        exact, suffix = exact + tail[0], suffix[tail.end() :]
    return prefix, exact, suffix


def _range(exact: str) -> str:
    if len(exact) <= _LONGEST_EXACT:
        return _encoded(exact)
    start = exact[:_ENDS].rpartition(" ")[0] or exact[:_ENDS]
    end = exact[-_ENDS:].partition(" ")[2] or exact[-_ENDS:]
    return f"{_encoded(start)},{_encoded(end)}"


def _whole_words(context: str, *, at_start: bool) -> str:
    """``context`` without the word that its length has cut off: a match must lie on word ends."""
    text = context.strip()
    if len(context) < _CONTEXT:
        return text
    return text.partition(" ")[2] if at_start else text.rpartition(" ")[0]


def _encoded(text: str) -> str:
    # ``-`` is a delimiter of the directive's own; ``quote`` leaves it alone.
    return quote(text, safe="").replace("-", "%2D")
