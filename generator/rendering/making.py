"""Makes units of pages, and takes down what each looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.caching import Digest, digest_of, digest_of_bytes
from generator.model.output import Output

from .faces import key_text
from .head import Heads
from .memory import MadeFile, MadeUnit, PageMemory, packed, unpacked
from .page_templates import PageTemplates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from .comparison import Comparison
    from .units import Unit

    Keep = Callable[[str, bytes], None]


class Maker:
    """Makes units where ``compared`` says that they are not what they were.

    ``present`` gives the digest of the file that stands at a path below ``docs/``. ``keep`` gets
    the path and the content of each file that must be written. ``viewed`` and ``rendered`` count
    the files that were made, and those that went through a template. ``untrusted`` templates run
    in a sandbox.
    """

    def __init__(
        self,
        compared: Comparison,
        templates: Sequence[Path],
        present: Callable[[str], Digest | None],
        keep: Keep,
        *,
        untrusted: bool = False,
    ) -> None:
        self._compared = compared
        self._memory: Final[PageMemory | None] = compared.memory
        self._present = present
        self.keep: Keep = keep
        self._templates = PageTemplates(templates, untrusted=untrusted)
        self.template_files: Final[Digest] = self._templates.files_digest()
        self._heads = Heads(compared.index)
        known = self._memory.keys if self._memory else ()
        self.keys: Final[dict[tuple[str, str], int]] = {
            key: number for number, key in enumerate(known)
        }
        self._numbers: dict[object, int] = {}
        self.viewed = 0
        self.rendered = 0

    def stands(self, unit: MadeUnit) -> bool:
        """Whether nothing that a unit looked up changed, and its files stand."""
        return self._compared.changed.isdisjoint(unpacked(unit.reads)) and all(
            map(self._is_there, unit.files)
        )

    def make(self, unit: Unit) -> MadeUnit:
        """Make a unit, as far as its views are not what they were.

        Raises:
            jinja2.TemplateError: a template is missing or wrong.
        """
        known = self._memory.units.get(unit.name) if self._memory else None
        before = {file.path: file for file in known.files} if known else {}
        index = self._compared.index
        with self._compared.reads.recording() as taken:
            made = [
                item if isinstance(item, Output) else self._heads.added(item)
                for item in unit.make(index)
            ]
        self.viewed += len(made)
        files = []
        for item in made:
            if isinstance(item, Output):
                files.append(self._kept(item, b"", ""))
                continue
            page, view = item.page, digest_of(item)
            old = before.get(page.path)
            if old and (old.view, old.kind) == (view, page.kind) and self._is_there(old):
                files.append(old)
                continue
            self.rendered += 1
            files.append(self._kept(self._templates.output(item), view, page.kind))
        copies = tuple((copy.path, copy.source) for copy in index.take_copies())
        return MadeUnit(self._numbered(taken), tuple(files), copies)

    def template(self, kind: str) -> Digest:
        """The digest of a kind's template; to find it out anew takes parsing all templates."""
        if self._memory and self._memory.template_files == self.template_files:
            known = self._memory.templates.get(kind)
            if known is not None:
                return known
        return self._templates.digest(kind)

    def _kept(self, output: Output, view: Digest, kind: str) -> MadeFile:
        content = digest_of_bytes(output.content)
        if self._present(output.path) != content:
            self.keep(output.path, output.content)
        return MadeFile(output.path, content, view, kind)

    def _is_there(self, file: MadeFile) -> bool:
        """Whether a file stands and has gone through the template as it is now."""
        if file.kind:
            known = self._memory.templates.get(file.kind) if self._memory else None
            if known != self.template(file.kind):
                return False
        return self._present(file.path) == file.content

    def _numbered(self, taken: Iterable[tuple[str, object]]) -> bytes:
        found = []
        for read in taken:
            number = self._numbers.get(read)
            if number is None:
                name, key = read
                text = name, key_text(key)
                number = self._numbers[read] = self.keys.setdefault(text, len(self.keys))
            found.append(number)
        return packed(found)
