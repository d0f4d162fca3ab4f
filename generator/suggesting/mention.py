"""A name in a text before it is a suggestion: where it stands and whom it may mean."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import SourceFile, Span
from generator.model.registers import ActorKind
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from generator.records.fragments import fragment
from generator.records.slugify import slugify

from .lexicon import ACTORS, PLACES, Lexicon, full_name


@dataclass(frozen=True, slots=True)
class Mention:
    """``span`` in the file; ``name`` is whole where the text has a part of it.

    ``kind`` is an actor's kind; ``place`` tells a place from an actor. Where ``candidates`` are
    given, one of them is meant and ``ref`` is empty.
    """

    span: Span
    name: str
    ref: str
    confidence: float
    kind: str = ""
    place: bool = False
    role: str = ""
    candidates: tuple[str, ...] = ()
    stub: Stub | None = None

    @property
    def person(self) -> bool:
        """Whether a person is meant, who may go by the surname from here on."""
        return self.kind == ActorKind.PERSON and not self.place

    def suggestion(self, file: SourceFile) -> Suggestion:
        """The mention as a suggestion."""
        return Suggestion(
            kind=SuggestionKind.PLACE if self.place else SuggestionKind.ACTOR,
            span=self.span,
            text=file.text[self.span.start : self.span.end],
            confidence=round(self.confidence, 2),
            ref=self.ref,
            candidates=self.candidates,
            role=self.role,
            stub=self.stub,
        )


def new_actor(
    span: Span, name: str, kind: str, role: str, confidence: float, lexicon: Lexicon
) -> Mention:
    """A mention of an actor whom no name in the register is written like.

    An entry whose id the name would get, or a person of the same given name and surname, is meant
    all the same: "Bashar al Assad" is "Bashar al-Assad".
    """
    same = lexicon.full_names.get(full_name(name), ()) if kind == ActorKind.PERSON else ()
    ident = entry_id(name)
    if ident in lexicon.actors:
        same = (ident,)
    if len(same) == 1:
        return Mention(span, name, same[0], min(0.85, confidence + 0.1), kind, role=role)
    if same:
        return Mention(span, name, "", 0.5, kind, role=role, candidates=same)
    stub = Stub(ACTORS, ident, name, kind, role)
    return Mention(span, name, ident, confidence, kind, role=role, stub=stub)


def new_place(span: Span, name: str, confidence: float, lexicon: Lexicon) -> Mention:
    """A mention of a place that no name in the register is written like."""
    ident = entry_id(name)
    stub = None if ident in lexicon.places else Stub(PLACES, ident, name)
    return Mention(span, name, ident, confidence, place=True, stub=stub)


def entry_id(name: str) -> str:
    """The id that an entry of this name gets; a digest where the name has no Latin letters."""
    return slugify(name) or f"entry-{fragment(name)}"
