"""The places of a text that annotations can be put at, before any is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.syntax.article import Builder
from generator.syntax.block import Scanner
from generator.syntax.context import Context
from generator.syntax.front_matter import find_front_matter

from .selecting import Passages, Place

if TYPE_CHECKING:
    from generator.config import Settings
    from generator.diagnostics import SourceFile
    from generator.model.annotation import Kind


class Places(Passages):
    """The passages of an article; ``annotated`` has the kinds that its markup has at each place."""

    def __init__(self, source: SourceFile, settings: Settings) -> None:
        context = Context(source, settings)
        builder = Builder(context)
        builder.blocks(Scanner(context).blocks(find_front_matter(source, "")[0].body))
        closed = {n for n, passage in enumerate(builder.passages) if not passage.inlines}
        super().__init__([passage.text for passage in builder.passages], closed)
        self.annotated: dict[Place, set[Kind]] = {}
        for index, passage in enumerate(builder.passages):
            for number, start, end in passage.places:
                kind = builder.inlines.pending[number].kind
                self.annotated.setdefault(Place(index, start, end), set()).add(kind)
