"""What an editor has decided so far, as values: every key gives a new state, ``b`` the one before.

Nothing here prints, asks or writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from generator.model.suggestion import Suggestion
from generator.pipeline.suggestions import chosen, same_name


class Verdict(StrEnum):
    """What was decided of a suggestion."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict and, where it was accepted, the suggestion as it was edited."""

    verdict: Verdict
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Review:
    """The suggestions of one file, the one that is shown, and what was decided.

    ``edited`` holds what was changed and not yet decided; ``everywhere`` those to be accepted in
    the site's other files too; ``before`` is the state before the last key.
    """

    items: tuple[Suggestion, ...]
    at: int = 0
    decisions: Mapping[int, Decision] = field(default_factory=lambda: MappingProxyType({}))
    edited: Mapping[int, Suggestion] = field(default_factory=lambda: MappingProxyType({}))
    everywhere: tuple[Suggestion, ...] = ()
    before: Review | None = field(default=None, repr=False, compare=False)

    @property
    def ended(self) -> bool:
        """Whether nothing is left to be shown."""
        return self.at >= len(self.items)

    @property
    def current(self) -> Suggestion:
        """The suggestion that is shown: as edited, and with whom was meant by this name before."""
        item = self.items[self.at]
        if self.at in self.edited:
            return self.edited[self.at]
        if item.candidates and not item.ref:
            for index, decision in self.decisions.items():
                ref = decision.suggestion.ref
                if ref in item.candidates and same_name(self.items[index], item):
                    return chosen(item, ref)
        return item

    def of(self, verdict: Verdict) -> tuple[Suggestion, ...]:
        """The suggestions of which ``verdict`` was decided, in the order of the text."""
        return tuple(
            self.decisions[index].suggestion
            for index in sorted(self.decisions)
            if self.decisions[index].verdict is verdict
        )

    def decide(self, verdict: Verdict, *, same: bool = False, everywhere: bool = False) -> Review:
        """Decide of the one shown, with ``same`` of all undecided ones of this name."""
        shown, original = self.current, self.items[self.at]
        decisions = dict(self.decisions)
        for index, item in enumerate(self.items):
            if index == self.at:
                accepted = shown
            elif same and index not in decisions and same_name(item, original):
                accepted = replace(
                    shown, span=item.span, text=item.text, confidence=item.confidence
                )
            else:
                continue
            kept = accepted if verdict is Verdict.ACCEPTED else item
            decisions[index] = Decision(verdict, kept)
        behind = range(self.at + 1, len(self.items))
        return replace(
            self,
            at=next((index for index in behind if index not in decisions), len(self.items)),
            decisions=MappingProxyType(decisions),
            everywhere=(*self.everywhere, shown) if everywhere else self.everywhere,
            before=self,
        )

    def edit(self, suggestion: Suggestion) -> Review:
        """Show ``suggestion`` in place of the one that is shown."""
        edited = MappingProxyType({**self.edited, self.at: suggestion})
        return replace(self, edited=edited, before=self)

    def back(self) -> Review:
        """As it was before the last key; the beginning stays."""
        return self.before or self
