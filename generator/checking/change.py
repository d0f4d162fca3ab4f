"""One change between two versions of a site, and what its text has in common with others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model.links import Origin, Register

if TYPE_CHECKING:
    from generator.diagnostics import SourceFile, Span
    from generator.model.article import Article
    from generator.model.links import LinkedSite
    from generator.model.registers import Background


class ChangeKind(StrEnum):
    """What happened to a fact."""

    FIGURE_VALUE = "figure-value"
    FIGURE_ADDED = "figure-added"
    FIGURE_REMOVED = "figure-removed"
    ROLE = "role"
    CLAIM_STATUS = "claim-status"
    SPEAKER = "speaker"
    QUOTATION_TEXT = "quotation-text"
    EVENT_DATE = "event-date"
    TITLE = "title"
    ARTICLE_REMOVED = "article-removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is no longer what it was.

    ``subject`` says what it is: a figure's label, an actor's name, the words quoted. ``article``
    is the id of its text: an article's, a background block's or an actor's, as ``register`` says.
    ``path`` and ``line`` are those of the later version, of the earlier one where the fact is
    gone. ``before`` and ``after`` are its texts, ``""`` where there is none. ``published`` says
    that readers could see it before, ``corrected`` that a correction was added to its article.
    ``nearest`` is the sentence of the later version most like a quotation that is gone.
    """

    kind: ChangeKind
    register: Register
    article: str
    briefings: tuple[str, ...]
    path: str
    line: int
    subject: str
    before: str
    after: str
    published: bool
    corrected: bool
    nearest: str = ""

    @property
    def wants_correction(self) -> bool:
        """Whether what an article published is no longer so, and no correction says so.

        That is a figure with another value, or a quotation whose words no longer stand there.
        """
        return (
            self.kind in {ChangeKind.FIGURE_VALUE, ChangeKind.QUOTATION_TEXT}
            and self.register is Register.ARTICLE
            and self.published
            and not self.corrected
        )


class Version:
    """A linked site, and which briefings show each of its texts."""

    def __init__(self, linked: LinkedSite) -> None:
        self.linked = linked
        self.site = linked.site
        self.including: dict[str, list[Article]] = {}
        for article in self.site.articles.values():
            for reference in article.background:
                self.including.setdefault(reference.id, []).append(article)

    def name(self, register: Register, key: str) -> str:
        """The name or label that an id stands for."""
        if register is Register.ACTOR:
            actor = self.site.actors.get(key)
            return actor.name if actor else key
        series = self.site.figures.get(key)
        return series.label if series else key


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both versions, and what all its changes have in common."""

    origin: Origin
    old: Article | Background
    new: Article | Background
    briefings: tuple[str, ...]
    published: bool
    corrected: bool

    def change(
        self,
        kind: ChangeKind,
        subject: str,
        place: tuple[SourceFile, Span | None],
        before: str,
        after: str,
        nearest: str = "",
    ) -> Change:
        """A change of a fact of this text."""
        file, span = place
        return Change(
            kind=kind,
            register=self.origin.register,
            article=self.new.id,
            briefings=self.briefings,
            path=file.path,
            line=file.position(span.start).line if span else 1,
            subject=line(subject),
            before=line(before),
            after=line(after),
            published=self.published,
            corrected=self.corrected,
            nearest=line(nearest),
        )


def line(text: str) -> str:
    """``text`` on one line."""
    return " ".join(text.split())
