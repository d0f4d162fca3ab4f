"""What all pages are made of: text, links, dates, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


class Markdown(str):
    """Text that is Markdown already and is safe to stand in a page."""

    __slots__ = ()


NO_MARKDOWN: Final = Markdown()


@dataclass(frozen=True, slots=True)
class LinkView:
    """Text that leads somewhere; ``language`` is set where it differs from the page's."""

    text: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedView:
    """The Atom feed that follows a page: its path below ``docs/``, and its address from the page.

    The same as JSON Feed stands beside it, as ``feed.json``.
    """

    path: str
    href: str


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as the page's language writes it, and its machine form (``""`` where it has none)."""

    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """An image; ``href`` is its address. One that stands ``elsewhere`` is linked, not shown.

    ``shown`` is the image itself, at the width that a window needs and with its room kept free.
    ``width`` and ``height`` are in pixels, 0 where they are not known.
    """

    href: str
    alt: str
    caption: str
    credit: str
    elsewhere: bool = False
    width: int = 0
    height: int = 0
    shown: Markdown = NO_MARKDOWN
