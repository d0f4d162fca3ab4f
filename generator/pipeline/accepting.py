"""Writes accepted suggestions into an article, and the entries that they need.

Nothing is written that could do harm: the article's words are the same afterwards, ``check`` finds
no fault that it did not find before, nothing is overwritten, and a file that changed since it was
read stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from generator.diagnostics import Diagnostic, Severity, apply_edits
from generator.files import NotReplacedError, Replacement, replace_files, sweep
from generator.linking.directory import directories
from generator.model.annotation import Kind
from generator.model.links import Register
from generator.model.registers import ActorKind
from generator.model.site import Site
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from generator.names import normal_name
from generator.records import Refusal, read_slug
from generator.syntax import parse_article, parse_entry
from generator.syntax.annotating import (
    LooksUp,
    Markup,
    Refused,
    annotation_edits,
    without_markup,
)
from generator.syntax.writing import write_front_matter

from .suggestions import Desk, Opened

STRICT = frozenset({Severity.ERROR, Severity.WARNING})
ERRORS = frozenset({Severity.ERROR})
"""What keeps a suggestion from being written: nobody looked at it; an editor wanted it."""

_FOLDERS = {register.folder: register for register in Register}


class NotWrittenError(Exception):
    """Nothing was written; the message says why and what to do."""


class WordsChangedError(Exception):
    """A bug: what was about to be written would not have been the same words."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the file now. ``entries`` are the files made, relative to the site's root.

    ``refused`` are suggestions left out, each with the reason.
    """

    accepted: tuple[Suggestion, ...] = ()
    plain: tuple[Suggestion, ...] = ()
    entries: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A version of the file: its markup, its text, the entries it needs (by path below content)."""

    markup: Markup
    text: str
    entries: dict[str, str]
    refused: tuple[Refused, ...]


def write_suggestions(
    desk: Desk,
    opened: Opened,
    accepted: Iterable[Suggestion],
    rejected: Iterable[Suggestion] = (),
    *,
    faults: Collection[Severity] = STRICT,
) -> Written:
    """Annotate ``accepted`` in the article's file and mark ``rejected`` there as ``.plain``.

    A suggestion that brings a fault of one of the severities ``faults`` is left out: at its own
    place or, if it is an error, anywhere in the site.

    Raises:
        NotWrittenError: the file is no article of the site, or has changed since it was read.
        WordsChangedError: a bug in here; nothing was written.
        OSError: a file cannot be read or written.
    """
    require_writable(opened)
    sweep(opened.path.resolve().parent)
    writer = _Writer(desk, opened, tuple(rejected), faults)
    wanted = _with_known_sources(desk, tuple(accepted))
    sound = writer.sound((), wanted)
    candidate = writer.candidate(sound)
    if candidate.markup.places or candidate.entries:
        _write(desk, opened, candidate)
    start = desk.settings.content_dir
    return Written(
        candidate.markup.written,
        candidate.markup.plain,
        tuple(f"{start}/{name}" for name in candidate.entries),
        tuple(
            sorted(
                (*candidate.refused, *writer.dropped.values()),
                key=lambda item: item.suggestion.span,
            )
        ),
    )


def require_writable(opened: Opened) -> None:
    """Refuse what is no article of the site.

    Raises:
        NotWrittenError: it is none.
    """
    if not opened.name:
        raise NotWrittenError(
            f"{opened.path} is no article of this site with front matter; nothing was written. "
            f"Make it one first: briefing import {opened.path}"
        )


class _Writer:
    """Looks for the most that can be written without a new fault."""

    def __init__(
        self,
        desk: Desk,
        opened: Opened,
        rejected: tuple[Suggestion, ...],
        severities: Collection[Severity],
    ) -> None:
        self.desk = desk
        self.opened = opened
        self.rejected = rejected
        self.severities = severities
        self.dropped: dict[Suggestion, Refused] = {}

    def sound(
        self, base: tuple[Suggestion, ...], more: tuple[Suggestion, ...]
    ) -> tuple[Suggestion, ...]:
        """``base`` with as many of ``more`` as bring no fault."""
        while True:
            if not more:
                return base
            candidate = self.candidate((*base, *more))
            found = self._new_faults(candidate)
            blamed = self._blamed(candidate, more, found)
            if not blamed:
                # A warning elsewhere is nobody's: that a name is annotated nowhere, say.
                found = [item for item in found if item.severity is Severity.ERROR]
                if not found:
                    return (*base, *more)
                break
            self.dropped.update(blamed)
            more = tuple(item for item in more if item not in blamed)
        # The fault stands elsewhere: find who brings it by trying.
        if len(more) == 1:
            self.dropped[more[0]] = Refused(more[0], _reason(found[0]))
            return base
        half = len(more) // 2
        return self.sound(self.sound(base, more[:half]), more[half:])

    def candidate(self, accepted: Sequence[Suggestion]) -> _Candidate:
        """The file with ``accepted`` in it."""
        article = self.opened.article
        settings = self.desk.settings
        entries, made, refused = _entries(self.desk, accepted)
        lost = {item.suggestion for item in refused}
        markup = annotation_edits(
            article,
            [item for item in accepted if item not in lost],
            settings=settings,
            looks_up=_looks_up(_with_entries(self.desk, made, entries)),
            rejected=self.rejected,
        )
        needed = {_entry_path(item.stub) for item in markup.written if item.stub is not None}
        kept = {name: text for name, text in entries.items() if name in needed}
        text = apply_edits(article.file.text, markup.edits)
        return _Candidate(markup, text, kept, (*markup.refused, *refused))

    def _new_faults(self, candidate: _Candidate) -> list[Diagnostic]:
        changed = {name: text.encode() for name, text in candidate.entries.items()}
        changed[self.opened.name] = candidate.text.encode()
        read = self.desk.reread(changed)
        known = Counter(map(_key, self.desk.faults))
        after = [item for item in self.desk.check(read) if item.severity in self.severities]
        more = Counter(map(_key, after)) - known
        return [item for item in after if more[_key(item)]]

    def _blamed(
        self, candidate: _Candidate, open_: Sequence[Suggestion], found: Iterable[Diagnostic]
    ) -> dict[Suggestion, Refused]:
        """Of ``open_`` those at whose place, or in whose entry, a fault stands."""
        start = f"{self.desk.settings.content_dir}/"
        source = replace(self.opened.article.file, text=candidate.text)
        blamed: dict[Suggestion, Refused] = {}
        for fault in found:
            owner: Suggestion | None = None
            if fault.path == source.path:
                at = source.offset(fault.line, fault.column)
                around = [
                    (span.end - span.start, number)
                    for number, (_, span) in enumerate(candidate.markup.places)
                    if span.start <= at < span.end
                ]
                owner = candidate.markup.places[min(around)[1]][0] if around else None
            else:
                name = fault.path.removeprefix(start)
                owner = next(
                    (item for item in open_ if item.stub and _entry_path(item.stub) == name), None
                )
            if owner is not None and owner in open_:
                blamed.setdefault(owner, Refused(owner, _reason(fault)))
        return blamed


def _key(item: Diagnostic) -> tuple[str, str, str]:
    """What makes a fault the same one when its place has moved."""
    return item.path, item.code, item.message


def _reason(fault: Diagnostic) -> str:
    return f"it would bring {fault.severity}[{fault.code}]: {fault.message}"


def _looks_up(site: Site) -> LooksUp:
    known = directories(site)

    def look_up(kind: Kind, text: str) -> str:
        directory = known.places if kind is Kind.PLACE else known.actors
        return directory.by_name(text).id

    return look_up


def _register(stub: Stub) -> Register:
    return _FOLDERS.get(stub.register) or Register(stub.register)


def _entry_path(stub: Stub) -> str:
    return f"{_register(stub).folder}/{stub.id}.md"


def _entries(
    desk: Desk, accepted: Iterable[Suggestion]
) -> tuple[dict[str, str], dict[str, Register], list[Refused]]:
    """The entries to be made, by their path: their text and register; what cannot have one."""
    texts: dict[str, str] = {}
    registers: dict[str, Register] = {}
    refused: list[Refused] = []
    for item in accepted:
        stub = item.stub
        if stub is None:
            continue
        register, path = _register(stub), _entry_path(stub)
        names = desk.names(register, stub.id)
        if names:
            if normal_name(stub.name) not in {normal_name(name) for name in names}:
                refused.append(Refused(item, f"the id {stub.id} is that of {names[0]}"))
            continue
        try:
            read_slug(stub.id)
        except Refusal as refusal:
            refused.append(Refused(item, f"the id {stub.id!r} is {refusal.reason}"))
            continue
        if (desk.content / path).exists():
            refused.append(Refused(item, f"{path} exists and cannot be read"))
            continue
        texts.setdefault(path, entry_text(stub))
        registers[path] = register
    return texts, registers, refused


def entry_text(stub: Stub) -> str:
    """The file of an entry that a text introduces: its name, its kind, its title as a remark."""
    matter = {"name": " ".join(stub.name.split())}
    if _register(stub) is Register.ACTOR and stub.kind in set(ActorKind):
        matter["kind"] = stub.kind
    return f"---\n{write_front_matter(matter, {'name': stub.role})}---\n"


def _with_known_sources(desk: Desk, accepted: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """Figures keep who says so only where that is an actor: without it they are figures still."""
    if not any(item.by for item in accepted if item.kind is SuggestionKind.FIGURE):
        return accepted
    texts, made, _ = _entries(desk, accepted)
    actors = directories(_with_entries(desk, made, texts)).actors
    return tuple(
        replace(item, by="")
        if item.kind is SuggestionKind.FIGURE and item.by and not actors.by_either(item.by).id
        else item
        for item in accepted
    )


def _with_entries(desk: Desk, made: dict[str, Register], texts: dict[str, str]) -> Site:
    """The site as it would be with the entries."""
    site = desk.read.site
    for path, register in made.items():
        name = f"{desk.settings.content_dir}/{path}"
        entry: Any = parse_entry(register, name, texts[path], desk.settings)[0]
        if entry is None:
            continue
        if register is Register.PLACE:
            places = {**site.places, entry.id: entry}
            site = replace(site, places=MappingProxyType(places))
        else:
            actors = {**site.actors, entry.id: entry}
            site = replace(site, actors=MappingProxyType(actors))
    return site


def _write(desk: Desk, opened: Opened, candidate: _Candidate) -> None:
    article, _ = parse_article(opened.article.file.path, candidate.text, desk.settings)
    before = without_markup(opened.article.document)
    if article is None or without_markup(article.document) != before:
        raise WordsChangedError(opened.name)
    entries = (
        Replacement(desk.content / name, None, text.encode())
        for name, text in candidate.entries.items()
    )
    # Bytes as the site was read, not as the file was opened: both must be what stands there.
    article_file = Replacement(
        opened.path, opened.article.file.text.encode(), candidate.text.encode()
    )
    try:
        replace_files((*entries, article_file))
    except NotReplacedError as error:
        raise NotWrittenError(str(error)) from error
    desk.renew()
