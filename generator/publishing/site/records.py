"""What the index says of each page, as lists that JSON holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from .store import Reference


class _Record:
    """A record whose fields are the items of a list, in their order."""

    __slots__: tuple[str, ...] = ()

    @classmethod
    def of(cls, held: list[Any]) -> Self:
        """The record that ``held`` was.

        Raises:
            ValueError: it is none.
        """
        if len(held) != len(cls.__slots__):
            raise ValueError(held)
        return cls(*held)

    def held(self) -> list[Any]:
        """The record as a list."""
        return [getattr(self, name) for name in self.__slots__]


@dataclass(slots=True)
class ConvertedRecord(_Record):
    """A page's Markdown, converted.

    ``made`` is the digest of what templates are given, ``shown`` has the keys of its front matter
    that others ask for. ``looked`` and ``linked`` are numbers of names: paths that were looked up
    among the files, and pages whose anchors are linked to. ``broken`` says which of those are not
    there.
    """

    source: str
    content: Reference
    facts: Reference
    made: str
    anchors: str
    heading: str | None
    shown: dict[str, Any]
    looked: list[int]
    linked: list[int]
    warnings: list[str]
    broken: list[str]


@dataclass(slots=True)
class RenderedRecord(_Record):
    """A page of the site: of what it was made, what its template asked, and why it was rendered.

    ``asked`` is the number of a list of questions, ``answer`` the digest of their answers.
    ``entries`` are what Material's search knows of the page, ``searched`` is the digest of what
    Pagefind reads of it. ``turn`` counts builds.
    """

    made: str
    asked: int
    answer: str
    entries: Reference | None
    searched: str
    why: str
    turn: int
