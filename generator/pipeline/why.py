"""Why a page would be made again: what it is made of that is not what it was at the last build."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from generator.model.links import Origin, Register
from generator.model.output import Output
from generator.publishing.site_builder import why_rendered
from generator.rendering import Comparison, PageTemplates, units

from .checked import check_content
from .inputs import Inputs, read_inputs
from .last_build import BuildMemory, LastBuild
from .memory import TextMemory
from .standing import FileDigests, file_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.caching import Digest
    from generator.rendering import MadeFile, MadeUnit, PageMemory

    from .workspace import Workspace

_ENTRIES: Final = {f"linked site {register.folder}": register for register in Register}
_SAYING: Final[Mapping[str, str]] = {
    "before": "what figures were reported before",
    "briefing_of": "the briefings that {} stands in",
    "differing": "the reports of figure {} that differ",
    "disagreements": "the reports that differ from one of {}",
    "events_in_sentence": "the events that {} reports",
    "linked actor_mentions": "the mentions of actor {}",
    "linked briefings": "what briefing {} is made of",
    "linked events": "the event {}",
    "linked place_mentions": "the mentions of place {}",
    "linked read_more": "where the READ MORE lines of {} lead",
    "linked redirects": "where the old address {} leads",
    "linked references": "what the annotations of {} refer to",
    "linked series": "the reports of figure {}",
    "linked statements": "what actor {} says",
    "mentions_in": "the actors and places that {} names",
    "newest_first": "the order of briefings",
    "pages": "whether there is a page {}",
    "quotations": "what may be quoted of article {}",
    "reviewed": "the day on which briefing {} last changed",
    "timeline": "the timeline",
    "timeline_pages": "the page of the timeline that shows {}",
    "used_in actor": "the briefings that name actor {}",
    "used_in figure": "the briefings that report figure {}",
    "used_in place": "the briefings that name place {}",
    "used_in topic": "the briefings of topic {}",
}
_MOST_FILES: Final = 5


class UnknownPageError(Exception):
    """There is no such page; the message says what was looked for."""


def why(workspace: Workspace, page: str) -> tuple[str, tuple[str, ...]]:
    """The path below ``docs/`` of a page, and a sentence for each of its inputs that changed.

    ``page`` is such a path, or an address of the site. Without a sentence the page stands as it
    is.

    Raises:
        UnknownPageError: no page of the last build or of the next one is called so.
        OSError: a file cannot be read.
        jinja2.TemplateError: a template is missing or wrong.
    """
    inputs = read_inputs(workspace, FileDigests(workspace.root, workspace.cache))
    memory = BuildMemory(workspace.cache)
    last, pages = memory.last(), memory.pages()
    texts = TextMemory(workspace.cache)
    checked = check_content(workspace, drafts=False, memory=texts, inputs=inputs)
    asked = _Asked(workspace, inputs, last, pages)
    compared = Comparison(checked.linked, texts.versions, pages, inputs.others, drafts=False)
    wanted = _names(page, inputs.settings.docs_dir, inputs.settings.site_url)
    unit = _unit_of(wanted, pages)
    if last is None or pages is None or unit is None:
        path = _made_now(compared, wanted)
        if path is None and unit is None:
            raise UnknownPageError(f"There is no page {page}.")
        if last is not None and pages is not None:
            return path or page, ("It is new.",)
        known = memory.foreign
        reason = (
            "The generator, or a library that it uses, is not the one of the last build."
            if known
            else "No build is known here: what the last one was made of is not kept."
        )
        return path or page, (reason,)
    name, known_unit, file = unit
    if name not in {one.name for one in units(compared.index)}:
        return file.path, (f"It is no longer made: {asked.files() or 'its entry is gone'}.",)
    return file.path, tuple(dict.fromkeys(asked.reasons(compared, known_unit, file)))


def why_on_site(workspace: Workspace, page: str) -> str:
    """A sentence on why the last build rendered a page for the site, or an earlier one did.

    ``page`` is a path below ``docs/``. Where no build is known that did, there is none: ``""``.
    """
    reason = why_rendered(workspace.cache, page)
    return f"For the site it was last rendered because {_because(reason)}." if reason else ""


def _because(reason: str) -> str:
    first = reason.partition(" ")[0]
    return reason if first in {"it", "its", "what", "a"} else f"the {reason}"


class _Asked:
    """What changed between the last build and the files as they are."""

    def __init__(
        self,
        workspace: Workspace,
        inputs: Inputs,
        last: LastBuild | None,
        pages: PageMemory | None,
    ) -> None:
        self._workspace = workspace
        self._inputs = inputs
        self._pages = pages
        self._texts = _differing(last.texts, inputs.texts) if last else {}
        before, now = _used(last.templates) if last else {}, _used(inputs.templates)
        self._templates = _differing(before, now)
        self._configured = last is not None and last.configuration != inputs.configuration

    def files(self) -> str:
        """The texts that changed, in words."""
        return _listed(f"{self._content(path)} {how}" for path, how in self._texts.items())

    def reasons(self, compared: Comparison, unit: MadeUnit, file: MadeFile) -> Iterator[str]:
        """A sentence for each input of a page that changed."""
        if compared.memory is None:
            named = self._workspace.configuration.name
            yield (
                f"A setting in {named} changed."
                if self._configured
                else f"The site grew or shrank past the search-limit of {named}."
            )
            return
        for name, text in compared.changed_reads(unit):
            yield self._changed(compared, name, text)
        if file.kind:
            templates = PageTemplates(
                self._workspace.templates(self._inputs.settings.templates_dir)
            )
            if templates.digest(file.kind) != compared.memory.templates.get(file.kind):
                names = templates.names(file.kind)
                names |= {f"pages/{name}" for name in names}
                changed = _listed(path for path in self._templates if path in names)
                yield f"Its template changed: {changed or file.kind}."
        docs = self._workspace.root / self._inputs.settings.docs_dir
        there = file_digest(docs / file.path)
        if there is None:
            yield f"{self._inputs.settings.docs_dir}/{file.path} is not there."
        elif there != file.content:
            yield f"{self._inputs.settings.docs_dir}/{file.path} was changed by something else."

    def _changed(self, compared: Comparison, name: str, text: str) -> str:
        register = _ENTRIES.get(name)
        value = compared.faces.value(name, text)
        key = text.lstrip("=")
        if register is not None and text:
            if value is not None:
                path = value.file.path
                inner = path.removeprefix(f"{self._inputs.settings.content_dir}/")
                sidecar = f"{inner.removesuffix('.md')}.annotations.yaml"
                for changed in (inner, sidecar):
                    if changed in self._texts:
                        return f"{self._content(changed)} {self._texts[changed]}."
                return f"{path} is read otherwise, for a setting changed."
            gone = f"{register.folder}/{key}.md"
            if gone in self._texts:
                return f"{self._content(gone)} {self._texts[gone]}."
            return f"The {register.value} {key} is gone."
        said = _SAYING.get(name, name.replace("_", " ")).format(_in_words(text) or "any text")
        if not text:
            said = f"the list behind {said}" if "{}" in _SAYING.get(name, "") else said
        return f"{said[0].upper()}{said[1:]} changed ({self._behind(value) or self.files()})."

    def _behind(self, value: object) -> str:
        """The texts that changed and that a value has facts of."""
        stems = {
            path.removesuffix(".md").removesuffix(".annotations.yaml"): path for path in self._texts
        }
        found = dict.fromkeys(
            stems[stem]
            for origin in _origins(value)
            if (stem := f"{origin.register.folder}/{origin.id}") in stems
        )
        return _listed(f"{self._content(path)} {self._texts[path]}" for path in found)

    def _content(self, path: str) -> str:
        return f"{self._inputs.settings.content_dir}/{path}"


def _used(templates: Mapping[str, Digest]) -> dict[str, Digest]:
    """The templates by their paths, each as it stands in the first folder that has it."""
    found: dict[str, Digest] = {}
    for name in sorted(templates, key=lambda item: int(item.partition(" ")[0])):
        found.setdefault(name.partition(" ")[2], templates[name])
    return found


def _differing(before: Mapping[str, Digest], after: Mapping[str, Digest]) -> dict[str, str]:
    """What happened to each file that is not what it was."""
    found = {}
    for path in sorted({*before, *after}):
        if path not in before:
            found[path] = "was added"
        elif path not in after:
            found[path] = "was removed"
        elif before[path] != after[path]:
            found[path] = "changed"
    return found


def _names(page: str, docs: str, site_url: str) -> tuple[str, ...]:
    """The paths below ``docs/`` that ``page`` may mean."""
    path = page
    if "://" in page:
        path = urlsplit(page).path
        base = urlsplit(site_url).path
        path = path.removeprefix(base) if base else path
    path = unquote(path).removeprefix("./").lstrip("/").removeprefix(f"{docs}/")
    stem = path.removesuffix("index.html").rstrip("/")
    index = f"{stem}/index.md" if stem else "index.md"
    return tuple(dict.fromkeys((path, f"{stem}.md", index)))


def _unit_of(
    wanted: Iterable[str], pages: PageMemory | None
) -> tuple[str, MadeUnit, MadeFile] | None:
    names = tuple(wanted)
    for name, unit in pages.units.items() if pages else ():
        for file in unit.files:
            if file.path in names:
                return name, unit, file
    return None


def _made_now(compared: Comparison, wanted: tuple[str, ...]) -> str | None:
    """The page of these names that the next build makes, if it was not made before."""
    for unit in units(compared.index):
        if compared.memory is None or unit.name not in compared.memory.units:
            for made in unit.make(compared.index):
                path = made.path if isinstance(made, Output) else made.page.path
                if path in wanted:
                    return path
    return None


def _origins(value: object) -> Iterator[Origin]:
    """The texts that a value of the site has facts of."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Origin):
            yield item
        elif isinstance(item, tuple | list):
            waiting.extend(item)
        elif is_dataclass(item) and not isinstance(item, Enum):
            waiting.extend(getattr(item, one.name) for one in fields(item))


def _in_words(text: str) -> str:
    """A key for people: ids and paths as they are, of a text its id."""
    return text.partition("\0")[0].lstrip("=").replace("article:", "article ", 1)


def _listed(items: Iterable[Any]) -> str:
    found = [str(item) for item in items]
    shown = found[:_MOST_FILES]
    more = len(found) - len(shown)
    return ", ".join((*shown, *((f"{more:,} more",) if more else ())))
