"""Annotations that other tools made, written into an article or beside it.

Each is looked for by the words that it quotes. Where they stand once, that is its place, whatever
stands around them; where they do not, the place most like it is taken only if it is confirmed.
What has a place is written as markup, unless it crosses another annotation, carries a note or is
asked to stand beside the text; then it is written into the sidecar. What has none is kept there,
``unplaced``. The article's words never change: what was written is read again and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from generator.config import Settings
from generator.diagnostics import Diagnostic, Severity, SourceFile, apply_edits
from generator.files import NotReplacedError, Replacement, replace_files, sweep
from generator.importing.web_annotations import UnreadableAnnotationsError, read_annotations
from generator.model.annotation import Annotation, Kind
from generator.model.links import Register
from generator.model.selector import Selected
from generator.records import decode
from generator.syntax import parse_article
from generator.syntax.beside.finding import Places
from generator.syntax.beside.items import Sidecar, read_sidecar
from generator.syntax.beside.markup import Bracket, bracket_edits, brackets
from generator.syntax.beside.selecting import Fit, Place
from generator.syntax.beside.writing import FlowStyleError, WrittenSidecar, with_items
from generator.syntax.context import Context
from generator.syntax.inline import KNOWN_ATTRIBUTES

from .reading import read_configuration, sidecar_path

if TYPE_CHECKING:
    from generator.model.article import Article

    from .workspace import Workspace

__all__ = ["ImportedAnnotations", "NotImportedError", "Waiting", "import_annotations"]

Confirm: TypeAlias = Callable[[str, str], bool]
"""Whether the words of an annotation may be taken to mean these of the text."""


class NotImportedError(Exception):
    """Nothing was written; the message says why."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An annotation that was kept without a place. ``reason`` is a clause: "they stand twice"."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedAnnotations:
    """What became of the annotations. Paths are ``None`` where the file was not written.

    ``known`` stood there already; ``elsewhere`` are about other addresses and were left out.
    ``faults`` keep the article from being read: nothing was written then.
    """

    article: Path | None = None
    sidecar: Path | None = None
    inline: int = 0
    beside: int = 0
    known: int = 0
    elsewhere: int = 0
    waiting: tuple[Waiting, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def import_annotations(
    workspace: Workspace,
    file: Path,
    annotations: Path,
    *,
    to_sidecar: bool = False,
    confirm: Confirm = lambda _wanted, _found: False,
) -> ImportedAnnotations:
    """Write the annotations in the file ``annotations`` into the article in ``file``.

    Raises:
        NotImportedError: a file is none of those that are expected.
        OSError: a file cannot be read or written.
    """
    settings, _ = read_configuration(workspace)
    try:
        selected = read_annotations(annotations.read_bytes())
    except UnreadableAnnotationsError as error:
        raise NotImportedError(f"{annotations} cannot be read. {error}") from error
    text = _Text(workspace, settings, file)
    if text.faults:
        return ImportedAnnotations(faults=text.faults)
    own = _addresses(text.article, settings)
    here = [item for item in selected if _plain(item.source) in own]
    here = [item for item in selected if not item.source or item in here] if here else [*selected]
    sorted_ = _Sorting(text, confirm)
    for item in here:
        sorted_.add(item)
    elsewhere = len(selected) - len(here)
    return _written(text, sorted_, to_sidecar=to_sidecar, elsewhere=elsewhere)


class _Text:
    """An article and its sidecar as they stand."""

    def __init__(self, workspace: Workspace, settings: Settings, file: Path) -> None:
        folder = workspace.root / settings.content_dir
        try:
            name = file.resolve().relative_to(folder.resolve()).as_posix()
        except ValueError as error:
            raise NotImportedError(f"{file} is not below {settings.content_dir}/.") from error
        if not name.startswith(f"{Register.ARTICLE.folder}/") or not name.endswith(".md"):
            raise NotImportedError(f"{file} is no article: articles have annotations.")
        self.settings = settings
        self.path = file
        self.beside_path = file.with_name(sidecar_path(file.name))
        self.name = f"{settings.content_dir}/{name}"
        self.beside_name = f"{settings.content_dir}/{sidecar_path(name)}"
        source, found = decode(self.name, file.read_bytes())
        beside: SourceFile | None = None
        if self.beside_path.exists():
            beside, more = decode(self.beside_name, self.beside_path.read_bytes())
            found += more
        self.faults = found
        self.sidecar: Sidecar | None = None
        if source is None or found:
            return
        article, faults = parse_article(self.name, source.text, settings, beside)
        self.faults = tuple(item for item in faults if item.severity is Severity.ERROR)
        if article is None or self.faults:
            return
        self.article = article
        self.source = source
        self.places = Places(source, settings)
        if beside is not None:
            self.sidecar = read_sidecar(Context(beside, settings))

    def read(self, text: str, beside: WrittenSidecar | None) -> Article:
        """The article with another text and sidecar, both of our making."""
        source = SourceFile(self.beside_name, beside.text) if beside else None
        article, _ = parse_article(self.name, text, self.settings, source)
        if article is None:
            raise AssertionError(self.name)
        return article


def _addresses(article: Article, settings: Settings) -> frozenset[str]:
    """Where an article can be read, as addresses are compared."""
    end = "/" if settings.directory_urls else ".html"
    pages = (
        f"{settings.site_url}{Register.ARTICLE.folder}/{article.id}{end}",
        f"{settings.site_url}briefings/{article.briefing}{end}",
    )
    found = (article.source.url, article.source.archive, *(pages if settings.site_url else ()))
    return frozenset(_plain(item) for item in found if item)


def _plain(address: str) -> str:
    """An address without what does not tell one page from another."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    path = parts.path.removesuffix("index.html").rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{query}"


@dataclass(slots=True)
class _Sorting:
    """Annotations by what becomes of them."""

    text: _Text
    confirm: Confirm
    items: list[Mapping[str, str]] = field(default_factory=list)
    waiting: list[tuple[Mapping[str, str], str]] = field(default_factory=list)
    settled: list[Mapping[str, str]] = field(default_factory=list)
    known: int = 0
    _taken: dict[tuple[Place, Kind], set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places = self.text.places
        for place, kinds in places.annotated.items():
            for kind in kinds:
                self._taken.setdefault((place, kind), set())
        for item in self.text.sidecar.items if self.text.sidecar else ():
            found = places.find(item.selector).place
            if found is not None:
                self._taken.setdefault((found, item.kind), set()).add(item.note)

    def add(self, selected: Selected) -> None:
        """Sort one in."""
        place, reason = self._place(selected)
        kind = Kind(selected.kind) if selected.kind else None
        known = KNOWN_ATTRIBUTES[kind] if kind else ()
        given = {key: value for key, value in selected.attributes if key in known}
        others = [f"{key}:{value}" for key, value in selected.attributes if key not in known]
        note = "\n".join(filter(None, (selected.note, *others)))
        item = _as_waiting(selected, given, note)
        if kind is None:
            reason = "no tag names its kind, or several do"
        elif kind is Kind.CAPTION:
            reason = "a caption is marked in the text itself"
        elif place is not None:
            notes = self._taken.get((place, kind))
            if notes is None or not note or note in notes:
                self._settle(item)
            if notes is None:
                self._taken[place, kind] = {note}
                self._keep(kind, place, given, note)
                return
            if not note or note in notes:
                self.known += 1
                return
            reason = "these words are annotated already, but not with this note"
        self._wait(item, reason)

    def _place(self, selected: Selected) -> tuple[Place | None, str]:
        """Where an annotation belongs, or a clause that says why nowhere."""
        places, selector = self.text.places, selected.selector
        if not selector.exact.strip():
            return None, "it quotes no words"
        found = places.find(selector)
        if found.fit is Fit.EXACT or (found.fit is Fit.CONTEXT and found.count == 1):
            return found.place, ""
        if found.fit is Fit.ACROSS:
            return None, "its words run over the end of a paragraph"
        near = None if found.fit is Fit.SEVERAL else places.nearest(selector)
        if near is not None and self.confirm(selector.exact, places.words(near[0])):
            return near[0], ""
        reason = "its words do not stand in the text"
        if found.count:
            reason = f"its words stand {found.count} times, and what is around them does not decide"
        elif near is not None:
            reason = f"{reason}; most like them are: {places.words(near[0])}"
        return None, reason

    def _keep(self, kind: Kind, place: Place, given: Mapping[str, str], note: str) -> None:
        selector = self.text.places.selector(place)
        item = {"kind": kind.value, "exact": selector.exact}
        if selector.prefix:
            item["prefix"] = selector.prefix
        if selector.suffix:
            item["suffix"] = selector.suffix
        if selector.occurrence:
            item["occurrence"] = str(selector.occurrence)
        item |= given
        if note:
            item["note"] = note
        self.items.append(item)

    def _wait(self, item: Mapping[str, str], reason: str) -> None:
        already = self.text.sidecar.waiting if self.text.sidecar else ()
        if item in already or any(item == other for other, _ in self.waiting):
            self.known += 1
        else:
            self.waiting.append((item, reason))

    def _settle(self, item: Mapping[str, str]) -> None:
        """Note that what had no place before has one now."""
        if self.text.sidecar and item in self.text.sidecar.waiting:
            self.settled.append(item)


def _as_waiting(selected: Selected, given: Mapping[str, str], note: str) -> Mapping[str, str]:
    """An annotation as it is kept without a place."""
    selector = selected.selector
    item = {
        "kind": selected.kind,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        **given,
        "note": note,
    }
    return {key: value for key, value in item.items() if value.strip()}


def _written(
    text: _Text, sorting: _Sorting, *, to_sidecar: bool, elsewhere: int
) -> ImportedAnnotations:
    sweep(text.path.resolve().parent)
    waiting = [item for item, _ in sorting.waiting]
    try:
        joining = _Joining(text, sorting.items)
        inline = frozenset() if to_sidecar else joining.inline()
        rest = joining.rest(inline)
        beside = with_items(text.sidecar, rest, waiting, sorting.settled)
    except FlowStyleError as error:
        raise NotImportedError(
            f"{text.beside_path} has {error} between brackets: write each item on lines of its own."
        ) from error
    changed = rest or waiting or sorting.settled
    wanted = []
    if changed and beside.text.strip():
        old = text.sidecar.source.text.encode() if text.sidecar else None
        wanted.append(Replacement(text.beside_path, old, beside.text.encode()))
    if inline:
        old = text.source.text.encode()
        wanted.append(Replacement(text.path, old, joining.edited(inline).encode()))
    try:
        replace_files(wanted)
    except NotReplacedError as error:
        raise NotImportedError(str(error)) from error
    if changed and not beside.text.strip():
        text.beside_path.unlink(missing_ok=True)
    return ImportedAnnotations(
        article=text.path if inline else None,
        sidecar=text.beside_path if changed else None,
        inline=len(inline),
        beside=len(rest),
        known=sorting.known,
        elsewhere=elsewhere,
        waiting=tuple(
            Waiting(item.get("exact") or item.get("note", ""), reason)
            for item, reason in sorting.waiting
        ),
    )


class _Joining:
    """An article with new annotations, all of them beside it: what markup must say as well."""

    def __init__(self, text: _Text, items: Sequence[Mapping[str, str]]) -> None:
        self._text = text
        self._items = items
        self._brackets: dict[int, Bracket] = {}
        whole = with_items(text.sidecar, items)
        self._said = list(map(_said, text.read(text.source.text, whole).document.annotations))

    def inline(self) -> frozenset[int]:
        """Which items can stand in the text and say the same there; notes cannot."""
        for index, item in enumerate(self._items):
            if "note" in item:
                continue
            # By itself: what it crosses may be written beside the text.
            alone = self._text.read(self._text.source.text, with_items(None, [item])).document
            for bracket in brackets(alone.blocks, alone.annotations).values():
                if bracket.annotation.source is not None:
                    self._brackets[index] = bracket
        return frozenset(self._most([], list(self._brackets)))

    def _most(self, base: list[int], more: list[int]) -> list[int]:
        """``base``, which is sound, with as many of ``more`` as are sound with it."""
        if not more or self._sound(frozenset((*base, *more))):
            return [*base, *more]
        if len(more) == 1:
            return base
        half = len(more) // 2
        return self._most(self._most(base, more[:half]), more[half:])

    def _sound(self, chosen: frozenset[int]) -> bool:
        text = self._text
        read = text.read(self.edited(chosen), with_items(text.sidecar, self.rest(chosen)))
        return (
            list(map(_said, read.document.annotations)) == self._said
            and Places(read.file, text.settings).folded == text.places.folded
        )

    def edited(self, chosen: frozenset[int]) -> str:
        """The article's text with these items as markup."""
        found = (self._brackets[index] for index in sorted(chosen))
        return apply_edits(self._text.source.text, bracket_edits(found))

    def rest(self, chosen: frozenset[int]) -> list[Mapping[str, str]]:
        """The other items."""
        return [item for index, item in enumerate(self._items) if index not in chosen]


def _said(annotation: Annotation) -> tuple[object, ...]:
    """What an annotation says and where, whichever file it stands in."""
    return (
        annotation.kind,
        annotation.quotation,
        annotation.sentence,
        annotation.section,
        tuple((item.key, item.value) for item in annotation.attributes),
    )
