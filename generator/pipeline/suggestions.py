"""What is suggested for articles of a site, and for texts as found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import importing
from generator.diagnostics import Diagnostic, Severity, SourceFile, Span
from generator.importing.decoding import is_page
from generator.linking.directory import directories
from generator.model.article import Article
from generator.model.links import Register
from generator.model.registers import Actor, Place
from generator.model.sentences import sentences
from generator.model.suggestion import Stub, Suggestion, SuggestionKind
from generator.names import normal_name
from generator.records.slugify import slugify
from generator.suggesting.lexicon import Lexicon, lexicon
from generator.suggesting.suggest import suggest
from generator.syntax import parse_article
from generator.syntax.found_text import parse_found_text
from generator.syntax.front_matter import find_front_matter

from .checked import check_read
from .reading import ReadSite, content_files, read_configuration, read_content
from .remembered import Remembered
from .workspace import Workspace

_SPOKEN = frozenset({SuggestionKind.QUOTE, SuggestionKind.CLAIM})
_AROUND = 2_000
"""Characters on either side of a place among which its sentence is looked for."""
_BLANKS = ("\n\n", "\r\n\r\n", "\r\r")
_BYTE_ORDER_MARK = "\ufeff"


class NoArticleError(Exception):
    """The file is none that suggestions can be made for; the message says why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article to suggest for. ``name`` is its path below the content folder.

    ``name`` is ``""`` where nothing can be written: a text without front matter, or elsewhere.
    ``data`` is what the file held when it was read.
    """

    article: Article
    path: Path
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentence around a place: what stands before it, it, and what stands behind."""

    before: str
    text: str
    behind: str


class Desk:
    """A site as suggestions are made for it, kept up with what is written to it.

    Raises:
        OSError: a file of the site cannot be read.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settings, self._found = read_configuration(workspace)
        self._parse = Remembered()
        self.read = self.reread({})
        self._lexicon: Lexicon | None = None
        self._faults: tuple[Diagnostic, ...] | None = None

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.workspace.root / self.settings.content_dir

    def check(self, read: ReadSite) -> tuple[Diagnostic, ...]:
        """All faults of what was read, drafts included."""
        return check_read(self.workspace, read, drafts=True).diagnostics

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """All faults of the site as it stands."""
        if self._faults is None:
            self._faults = self.check(self.read)
        return self._faults

    def reread(self, changed: Mapping[str, bytes]) -> ReadSite:
        """The site with ``changed``, new contents by path below the content folder."""
        files = content_files(self.workspace, self.settings)
        for name, data in changed.items():
            files[name] = _constant(data)
        ordered = {name: files[name] for name in sorted(files)}
        return read_content(self.settings, self._found, ordered, None, self._parse)

    def renew(self) -> None:
        """Take up what was written."""
        self.read = self.reread({})
        self._lexicon = None
        self._faults = None

    def open(self, path: Path, date: dt.date | None = None) -> Opened | tuple[Diagnostic, ...]:
        """The article in ``path``, or the faults for which it cannot be read.

        A text without front matter is read as the body of an article: its title, date and language
        are those that its import would give it; ``date`` goes before that date.

        Raises:
            NoArticleError: the file is another kind of content, or none.
            OSError: the file cannot be read.
        """
        data = path.read_bytes()
        name = self._name(path)
        shown = f"{self.settings.content_dir}/{name}" if name else path.as_posix()
        folder = name.partition("/")[0]
        if name and (folder != Register.ARTICLE.folder or not name.endswith(".md")):
            raise NoArticleError(
                f"{shown} is no article: suggestions are made for files in "
                f"{self.settings.content_dir}/{Register.ARTICLE.folder}/ and for texts elsewhere."
            )
        article = self._article(shown) if name else None
        if article is not None and article.file.text.encode() != data:
            self.renew()
            article = self._article(shown)
        if article is not None:
            return Opened(article, path, name, data)
        text, found = _decoded(data, path)
        if any(item.severity is Severity.ERROR for item in found):
            return found
        if is_page(text):
            raise NoArticleError(
                f"{shown} is a web page: suggestions are made for texts. "
                f"Make it one first: briefing import {shown}"
            )
        if path.suffix == ".md" and _has_front_matter(shown, text):
            read, faults = parse_article(shown, text, self.settings)
            return Opened(read, path, "", data) if read is not None else faults
        read, faults = self._found_text(shown, text, data, path, date)
        return Opened(read, path, "", data) if read is not None else faults

    def suggestions(self, opened: Opened, kinds: Iterable[str] = ()) -> tuple[Suggestion, ...]:
        """What is suggested for an article, in the order of the text; of ``kinds`` if given."""
        if self._lexicon is None:
            self._lexicon = lexicon(self.read.site)
        wanted = set(kinds) or set(SuggestionKind)
        found = suggest(opened.article, self._lexicon)
        chosen = (item for item in found if item.kind in wanted)
        return tuple(sorted(chosen, key=lambda item: (item.span.start, -item.span.end, item.kind)))

    def with_speakers(self, items: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
        """Quotations and claims of somebody whom no register has, each with the entry it needs.

        For an editor to look at: a name as written may be no name.
        """
        items = tuple(items)
        actors = directories(self.read.site).actors
        made = {item.stub.id for item in items if item.stub is not None}
        return tuple(
            item
            if item.by in made or not item.by or actors.by_either(item.by).id
            else _spoken(item)
            for item in items
        )

    def others(self, opened: Opened) -> tuple[Opened, ...]:
        """All other articles of the site, by their ids."""
        start = f"{self.settings.content_dir}/"
        found = []
        for article in self.read.site.articles.values():
            name = article.file.path.removeprefix(start)
            if name != opened.name:
                path = self.content / name
                found.append(Opened(article, path, name, path.read_bytes()))
        return tuple(found)

    def names(self, register: Register, wanted: str) -> tuple[str, ...]:
        """What an actor, place or figure is called; nothing where there is none of this id."""
        site = self.read.site
        if register is Register.FIGURE:
            return (site.figures[wanted].label,) if wanted in site.figures else ()
        entries: Mapping[str, Actor | Place]
        entries = site.places if register is Register.PLACE else site.actors
        return tuple(name.text for name in entries[wanted].names) if wanted in entries else ()

    def actor(self, text: str) -> str:
        """The actor whose id or name ``text`` is; ``""`` where there is none or several."""
        return directories(self.read.site).actors.by_either(text).id

    def _article(self, shown: str) -> Article | None:
        articles = self.read.site.articles.values()
        return next((item for item in articles if item.file.path == shown), None)

    def _name(self, path: Path) -> str:
        content = self.content.resolve()
        resolved = path.resolve()
        return resolved.relative_to(content).as_posix() if resolved.is_relative_to(content) else ""

    def _found_text(
        self, shown: str, text: str, data: bytes, path: Path, date: dt.date | None
    ) -> tuple[Article | None, tuple[Diagnostic, ...]]:
        # As import has it: the text's own date, else the day on which the file was last changed.
        modified = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC).date()
        draft, found = importing.import_file(
            data, path=path.name, settings=self.settings, fallback_date=date or modified
        )
        if any(item.severity is Severity.ERROR for item in found):
            return None, found
        matter = draft.front_matter
        stated = str(matter.get("date", ""))[:10]
        return parse_found_text(
            shown,
            text,
            self.settings,
            title=str(matter.get("title", "")),
            date=date or (dt.date.fromisoformat(stated) if stated else modified),
            language=str(matter.get("language", "")),
        )


def surroundings(article: Article, span: Span) -> Surroundings:
    """The sentence in which ``span`` of an article's file stands, as it is written there."""
    text = article.file.text
    first = max(_paragraph_start(text, span.start), span.start - _AROUND)
    last = min(_paragraph_end(text, span.end), span.end + _AROUND)
    starts = [first + at for at in sentences(text[first:last], article.language)]
    begin = max((at for at in starts if at <= span.start), default=first)
    end = min((at for at in starts if at >= span.end), default=last)
    return Surroundings(text[begin : span.start], text[span.start : span.end], text[span.end : end])


def _paragraph_start(text: str, at: int) -> int:
    found = ((text.rfind(mark, 0, at), len(mark)) for mark in _BLANKS)
    return max((start + size for start, size in found if start >= 0), default=0)


def _paragraph_end(text: str, at: int) -> int:
    ends = [text.find(mark, at) for mark in _BLANKS]
    return min((end for end in ends if end >= 0), default=len(text))


def same_name(one: Suggestion, two: Suggestion) -> bool:
    """Whether two suggestions say the same of the same words."""
    if (one.kind, one.ref, one.candidates) != (two.kind, two.ref, two.candidates):
        return False
    return one.text == two.text or normal_name(one.text) == normal_name(two.text)


def chosen(suggestion: Suggestion, ref: str) -> Suggestion:
    """A suggestion whose name is shared, once somebody said who is meant."""
    return replace(suggestion, ref=ref, candidates=(), stub=None)


def _constant(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _spoken(item: Suggestion) -> Suggestion:
    """A quotation or claim with an entry for its speaker, where the name gives an id."""
    slug = slugify(item.by)
    if item.stub is not None or not slug or item.kind not in _SPOKEN:
        return item
    return replace(item, by=slug, stub=Stub(Register.ACTOR.value, slug, item.by))


def _decoded(data: bytes, path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file as found. A byte order mark counts: offsets are into the file."""
    text, _, found = importing.decode(data, path=path.name)
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    return (_BYTE_ORDER_MARK + text if marked else text), found


def _has_front_matter(shown: str, text: str) -> bool:
    found, _ = find_front_matter(SourceFile(shown, text), "")
    return found.opening != found.yaml
