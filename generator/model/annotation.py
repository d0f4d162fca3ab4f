"""An annotation: a place in a source text and what an editor said it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import SourceFile, Span

from .document import Attribute
from .edtf import Edtf
from .quantity import Quantity


class Kind(StrEnum):
    """The eight kinds of inline annotation."""

    ACTOR = "actor"
    FIGURE = "figure"
    EVENT = "event"
    PLACE = "place"
    QUOTE = "quote"
    CLAIM = "claim"
    CAPTION = "caption"
    PLAIN = "plain"


class ClaimStatus(StrEnum):
    """What is known of a claim."""

    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Where text stands in its source, as the W3C TextQuoteSelector has it.

    ``exact`` is the text itself, ``prefix`` and ``suffix`` what stands around it in the same
    block, up to 32 characters each; all without markup and with white space run together.
    ``repeated`` says that ``exact`` stands in the article more than once.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """One ``[text]{.kind …}``.

    ``number`` counts from 0 in the order in which annotations open in the file; ``parent`` is the
    number of the annotation around it. ``anchor`` is its address within the reading view: stable
    as long as its text is. ``span`` covers the whole markup, ``text_span`` what stands between the
    brackets. ``sentence`` is the sentence it stands in. ``section`` names the block around it
    (``background``, …), ``""`` in the body; ``own`` says that this block is marked as the editor's
    words. ``quantity`` is set for figures, ``date`` for events and for a figure's ``as-of``.

    One that stands in a sidecar has it as ``source``: its spans are places there, ``span`` the
    whole item and ``text_span`` its ``exact``; ``placed`` is where its words stand in the text.
    """

    kind: Kind
    number: int
    anchor: str
    span: Span
    text_span: Span
    text: str
    quotation: Quotation
    sentence: str
    section: str = ""
    own: bool = False
    parent: int | None = None
    attributes: tuple[Attribute, ...] = ()
    quantity: Quantity | None = None
    date: Edtf | None = None
    source: SourceFile | None = None
    placed: Span | None = None

    @property
    def place(self) -> Span:
        """Where its words stand in the text's own file."""
        return self.placed or self.text_span

    def get(self, key: str) -> str | None:
        """The value of an attribute, ``None`` where it is not given."""
        return next((item.value for item in self.attributes if item.key == key), None)

    def value_span(self, key: str) -> Span | None:
        """The place of an attribute's value, ``None`` where it is not given."""
        return next((item.value_span for item in self.attributes if item.key == key), None)
