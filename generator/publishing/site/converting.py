"""Markdown to HTML: MkDocs' own steps for one page, with one Markdown program for many pages."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, Never

import markdown
from mkdocs.commands.build import _populate_page
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from .brisk_markdown import BriskRawHTML, quicken
from .faults import UnwatchedError
from .fingerprints import digest_bytes
from .plain_values import UnheldError, pack

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

REUSED: Final = frozenset(
    f"markdown.extensions.{name}"
    for name in (
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
    )
)
"""Extensions that are as new after a reset; with any other each page has a program of its own."""


@dataclass(frozen=True, slots=True)
class Converted:
    """One page's Markdown as HTML, and what was looked up for it.

    ``facts`` is everything else that a template can ask for, as JSON holds it; ``looked`` are the
    paths that were looked up among the site's files.
    """

    source: str
    content: str
    facts: dict[str, Any]
    heading: str | None
    looked: tuple[str, ...]
    warnings: tuple[str, ...]


class _Lookups:
    """The site's files for one page: finds them, and remembers what was asked for."""

    def __init__(self, files: Files) -> None:
        self._found = files.src_uris
        self.names: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        name = _posix(path)
        self.names.add(name)
        return self._found.get(name)

    def __getattr__(self, name: str) -> Never:
        raise UnwatchedError(f"a Markdown extension asks for the site's files ({name})")


@lru_cache(maxsize=100_000)
def _posix(path: str) -> str:
    return PurePath(path).as_posix()


class Converter:
    """Converts pages, one after another."""

    def __init__(
        self, config: MkDocsConfig, files: Files, records: list[logging.LogRecord], *, reuse: bool
    ) -> None:
        self._config = config
        self._files = files
        self._records = records
        self._reuse = reuse
        self._program: _Program | None = None

    def convert(self, file: File, data: bytes | None = None) -> Converted:
        """Convert a page of the site, with ``data`` as if that were in its file.

        Raises:
            Exception: whatever MkDocs or an extension raises; the log says for which page.
        """
        page = file.page
        assert page is not None  # noqa: S101  MkDocs gives every page of the site one
        lookups = _Lookups(self._files)
        before = len(self._records)
        if data is None:
            data = Path(file.abs_src_path or "").read_bytes()
        held, file._content = file._content, _text(data, file)  # noqa: SLF001  what is hashed is what is read
        kind, page.__class__ = page.__class__, _ConvertedPage
        page.__dict__["_converter"] = self
        try:
            _populate_page(page, self._config, lookups)  # type: ignore[arg-type]  # all it needs
        finally:
            page.__class__ = kind
            page.__dict__.pop("_converter")
            file._content = held  # noqa: SLF001
        logged = self._records[before:]
        del self._records[before:]
        links = page.links_to_anchors or {}
        try:
            meta = pack(page.meta)
        except UnheldError as error:
            raise UnwatchedError(f"the front matter of {file.src_uri} holds a {error}") from error
        converted = Converted(
            digest_bytes(data),
            page.content or "",
            {
                "meta": meta,
                "toc": [_token(item) for item in page.toc],
                "anchors": sorted(page.present_anchor_ids or ()),
                "links": {to.src_uri: found for to, found in links.items()},
            },
            page._title_from_render,  # noqa: SLF001  what a title is made of
            tuple(sorted(lookups.names)),
            tuple(item.getMessage() for item in logged if item.levelno >= logging.WARNING),
        )
        _empty(page)
        return converted

    def program(self, file: File, files: Files) -> _Program:
        """The Markdown program, ready for a page."""
        if self._program is None or not self._reuse:
            self._program = _Program(file, files, self._config)
        self._program.prepare(file, files)
        return self._program


class _Program:
    """A Markdown program with the steps that MkDocs adds to it."""

    def __init__(self, file: File, files: Files, config: MkDocsConfig) -> None:
        self.markdown = markdown.Markdown(
            extensions=config["markdown_extensions"],
            extension_configs=config["mdx_configs"] or {},
        )
        self.raw = BriskRawHTML()
        self.raw._register(self.markdown)  # noqa: SLF001
        self.anchors = mkdocs_pages._ExtractAnchorsTreeprocessor(file, files, config)  # noqa: SLF001
        self.anchors._register(self.markdown)  # noqa: SLF001
        self.paths = mkdocs_pages._RelativePathTreeprocessor(file, files, config)  # noqa: SLF001
        self.paths._register(self.markdown)  # noqa: SLF001
        self.title = mkdocs_pages._ExtractTitleTreeprocessor()  # noqa: SLF001
        self.title._register(self.markdown)  # noqa: SLF001
        quicken(self.markdown)
        self._used = False

    def prepare(self, file: File, files: Files) -> None:
        """Forget the last page."""
        if self._used:
            self.markdown.reset()
        self._used = True
        self.raw.present_anchor_ids = set()
        self.anchors.present_anchor_ids = set()
        self.paths.file, self.paths.files, self.paths.links_to_anchors = file, files, {}
        self.title.title = None


class _ConvertedPage(Page):
    """A page whose Markdown is converted by a program that may have converted others."""

    _converter: Converter

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  as in MkDocs
        """As ``Page.render`` of MkDocs 1.6.1."""
        if self.markdown is None:
            raise RuntimeError("`markdown` field hasn't been set (via `read_source`)")
        program = self._converter.program(self.file, files)
        self.content = program.markdown.convert(self.markdown)
        self.toc = get_toc(getattr(program.markdown, "toc_tokens", []))
        self._title_from_render = program.title.title
        self.present_anchor_ids = (
            program.anchors.present_anchor_ids | program.raw.present_anchor_ids
        )
        self.links_to_anchors = program.paths.links_to_anchors


def _text(data: bytes, file: File) -> str | bytes:
    """A file's text as MkDocs reads it; its bytes where it is none, for MkDocs to complain."""
    if file._content is not None:  # noqa: SLF001  a file that a plugin made
        raise UnwatchedError(f"{file.src_uri} is made by a plugin")
    try:
        return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig").read()
    except UnicodeDecodeError:
        return data


def _token(item: AnchorLink) -> list[Any]:
    return [item.level, item.id, item.title, [_token(child) for child in item.children]]


def _empty(page: Page) -> None:
    """Let go of what was made; it is kept elsewhere."""
    page.markdown = page.content = None
    page.toc = []  # type: ignore[assignment]  # as MkDocs itself
    page.meta = {}
    page.present_anchor_ids = page.links_to_anchors = None
