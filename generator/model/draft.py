"""An article about to be written: what an import found, before an editor has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .document import Block

FrontMatter: TypeAlias = Mapping[str, "str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Front matter in the order in which it is written, and the text as blocks with empty spans.

    ``remarks`` stand as comments behind the keys they are about: the words that a value was read
    from, so that none of them is lost. ``comments`` stand as comments below front matter's last
    key. ``body`` is the text where it is written in the format already; ``blocks`` are empty then.
    """

    front_matter: FrontMatter
    blocks: tuple[Block, ...]
    remarks: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    comments: tuple[str, ...] = ()
