"""What a machine thinks a place in a text is, before an editor has said so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Span

from .edtf import Edtf
from .quantity import Quantity


class SuggestionKind(StrEnum):
    """The kinds of annotation that are suggested, and the two kinds of passage."""

    ACTOR = "actor"
    FIGURE = "figure"
    EVENT = "event"
    PLACE = "place"
    QUOTE = "quote"
    CLAIM = "claim"
    BACKGROUND = "background"
    READ_MORE = "read-more"


@dataclass(frozen=True, slots=True)
class Stub:
    """A register entry that does not exist yet: an actor or a place that a text introduces.

    ``kind`` is an actor's kind (``Person``, ``Organization`` …), ``""`` where it is not known.
    """

    register: str
    id: str
    name: str
    kind: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One annotation that is suggested.

    ``span`` is the place, in code points into the file, of what would stand between the brackets;
    of a ``background`` or ``read-more`` passage the whole lines. ``text`` is the file's text there,
    as it stands. ``confidence`` is between 0 and 1: about how often such a suggestion is right.
    ``ref`` is the register entry that is meant; ``candidates`` are those of whom one is meant where
    a name is shared (``ref`` is then ``""``). ``by`` is who says so: an actor's id, else the
    name as written. ``stub`` is the entry that must be made for ``ref`` to exist.
    """

    kind: SuggestionKind
    span: Span
    text: str
    confidence: float
    ref: str = ""
    candidates: tuple[str, ...] = ()
    by: str = ""
    role: str = ""
    label: str = ""
    quantity: Quantity | None = None
    date: Edtf | None = None
    stub: Stub | None = None
