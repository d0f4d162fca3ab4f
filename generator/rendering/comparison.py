"""A site beside what an earlier rendering remembers of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from generator.caching import Digest, digest_of, digest_of_bytes

from .faces import Faces
from .memory import MadeUnit, PageMemory, unpacked
from .observing import WHOLE, observe
from .pictures import NO_PICTURES, Pictures
from .publishable import without_drafts
from .reads import Reads
from .site_index import SiteIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.model.links import LinkedSite


class Comparison:
    """A site under observation, and which of the keys that were looked up stand for other values.

    ``memory`` is ``None`` where nothing is remembered, or where something changed that every page
    depends on.
    """

    def __init__(
        self,
        linked: LinkedSite,
        versions: Mapping[str, Digest],
        memory: PageMemory | None,
        others: Collection[str],
        pictures: Pictures = NO_PICTURES,
        *,
        drafts: bool,
    ) -> None:
        self.index: Final = SiteIndex(
            linked if drafts else without_drafts(linked), others, pictures
        )
        self.whole: Final[Digest] = digest_of_bytes(
            *(digest_of(getattr(self.index, name)) for name in WHOLE), bytes([drafts])
        )
        self.reads: Final = Reads()
        observe(self.index, self.reads)
        self.faces: Final = Faces(self.reads.mappings, versions)
        same = memory and memory.whole == self.whole and memory.order == sys.byteorder
        self.memory: Final[PageMemory | None] = memory if same else None
        pairs = zip(self.memory.keys, self.memory.values, strict=False) if self.memory else ()
        self.changed: Final = frozenset(
            number
            for number, ((name, text), value) in enumerate(pairs)
            if self.faces.of(name, text) != value
        )

    def changed_reads(self, unit: MadeUnit) -> tuple[tuple[str, str], ...]:
        """What a unit looked up that is not what it was: mappings' names, and keys as text."""
        known = self.memory.keys if self.memory else ()
        return tuple(known[number] for number in unpacked(unit.reads) if number in self.changed)
