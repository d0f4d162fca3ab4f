"""Renders what is stale: pages that looked up nothing that changed stand as they are.

Three questions are asked of each unit of pages, the cheap ones first. Do all keys that it looked up
stand for the same values? Then its views are the same, and they are not made. Else they are made:
is a view the same as before, and its template? Then the page is, and it is not rendered. Whether
a page that is the same stands below ``docs/`` is a question too: where it does not, it is made.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.caching import Digest
from generator.files import Spool
from generator.model.output import Copy, Output

from .comparison import Comparison
from .making import Maker
from .memory import MadeUnit, PageMemory, packed, unpacked
from .pictures import NO_PICTURES, Pictures
from .units import units
from .workers import make_all

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from generator.model.links import LinkedSite

_GARBAGE = 10_000
"""Keys that nothing looks up any more, beyond which they are left out."""


@dataclass(slots=True)
class Counts:
    """How many files there are, how many were viewed anew, and how many a template wrote anew."""

    files: int = 0
    viewed: int = 0
    rendered: int = 0


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A site's files: ``outputs`` are to be written, those at the paths ``standing`` stand.

    ``files`` are the digests of them all by path. ``memory`` is for the next time.
    """

    outputs: tuple[Output, ...]
    standing: tuple[str, ...]
    files: Mapping[str, Digest]
    copies: tuple[Copy, ...]
    memory: PageMemory
    counts: Counts = field(default_factory=Counts)


class SpooledOutput(Output):
    """A file whose content is on the disk until it is asked for."""

    __slots__ = ("_place", "_spool")

    _place: tuple[int, int]
    _spool: Spool

    def __init__(self, path: str, content: bytes, spool: Spool) -> None:
        put = object.__setattr__
        put(self, "path", path)
        put(self, "_spool", spool)
        put(self, "_place", spool.put(content))

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self._spool.get(*self._place)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is made.

    ``versions`` are digests of the texts that a site was made of, by their files' paths;
    ``present`` gives that of the file that stands at a path below ``docs/``; ``memory`` is what the
    last rendering left.
    """

    versions: Mapping[str, Digest]
    present: Callable[[str], Digest | None]
    memory: PageMemory | None = None


def refresh(
    linked: LinkedSite,
    known: Known,
    *,
    templates: Sequence[Path],
    drafts: bool = False,
    others: Collection[str] = (),
    pictures: Pictures = NO_PICTURES,
    jobs: int = 0,
    untrusted: bool = False,
) -> Refreshed:
    """All files of a site, as :func:`~generator.rendering.render` makes them.

    Many pages are made in ``jobs`` processes, as many as there are processors if it is 0.
    ``untrusted`` templates run in a sandbox.

    Raises:
        jinja2.TemplateError: a template is missing or wrong, or uses what its view does not have.
    """
    compared = Comparison(linked, known.versions, known.memory, others, pictures, drafts=drafts)
    spool = Spool()
    outputs: list[Output] = []
    maker = Maker(
        compared,
        templates,
        known.present,
        lambda path, content: outputs.append(SpooledOutput(path, content, spool)),
        untrusted=untrusted,
    )
    every = tuple(units(compared.index))
    before = compared.memory.units if compared.memory else {}
    standing = {
        unit.name: before[unit.name]
        for unit in every
        if unit.name in before and maker.stands(before[unit.name])
    }
    stale = [unit for unit in every if unit.name not in standing]
    made = standing | make_all(maker, stale, jobs)
    found = {unit.name: made[unit.name] for unit in every}
    files = {file.path: file.content for unit in found.values() for file in unit.files}
    copies = {copy for unit in found.values() for copy in unit.copies}
    # A path that two units have is told by the writer: each counts.
    stand = Counter(file.path for unit in found.values() for file in unit.files)
    stand.subtract(output.path for output in outputs)
    return Refreshed(
        tuple(outputs),
        tuple(stand.elements()),
        files,
        tuple(Copy(path, source) for path, source in sorted(copies)),
        _remembered(compared, maker, found),
        Counts(sum(len(unit.files) for unit in found.values()), maker.viewed, maker.rendered),
    )


def _remembered(compared: Comparison, maker: Maker, found: dict[str, MadeUnit]) -> PageMemory:
    keys = tuple(maker.keys)
    used = {number for unit in found.values() for number in unpacked(unit.reads)}
    if len(keys) - len(used) > _GARBAGE:
        places = {number: place for place, number in enumerate(sorted(used))}
        keys = tuple(keys[number] for number in sorted(used))
        found = {
            name: MadeUnit(
                packed(places[number] for number in unpacked(unit.reads)), unit.files, unit.copies
            )
            for name, unit in found.items()
        }
    kinds = sorted({file.kind for unit in found.values() for file in unit.files if file.kind})
    return PageMemory(
        compared.whole,
        sys.byteorder,
        keys,
        tuple(compared.faces.of(name, text) for name, text in keys),
        {kind: maker.template(kind) for kind in kinds},
        maker.template_files,
        found,
    )
