"""Builds the site with MkDocs: beside the present one, then put in its place."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, SourceFile, diagnose
from generator.diagnostics.codes.publishing import SITE_BUILD_FAILED, SITE_BUILD_WARNING

from .search_index import FOLDER, SearchIndexError, index_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

STAMP_VERSION = 1


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """What a build of the site did; with ``reused`` nothing had changed and nothing was written."""

    pages: int
    reused: bool
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether no new site was put in place."""
        return any(item.severity is Severity.ERROR for item in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Preview:
    """Folders and address that stand in for the configured ones while a site is edited.

    The search index of a preview stays as it was at first: indexing takes longer than one page.
    """

    docs: Path
    site: Path
    site_url: str


def build_site(
    root: Path,
    *,
    cache: Path,
    epoch: int,
    language: str = "",
    strict: bool = False,
    preview: Preview | None = None,
) -> SiteBuild:
    """Build the site of the ``mkdocs.yml`` in ``root``, or find that it stands as it should.

    The site is built in a folder beside its place and swapped in when it is whole; with ``strict``
    a warning leaves the old one standing. ``epoch`` (seconds since 1970) is the date that goes into
    the sitemap. With a ``language`` the search page's index is made, in that language.

    Raises:
        OSError: the disk refuses; the old site stands.
    """
    with _environment(epoch), _collected_log() as records:
        try:
            config = _load(root, preview)
        except _builder_errors() as error:
            return SiteBuild(0, reused=False, diagnostics=(_failed(error, records),))
        target = Path(config.site_dir)
        stamp = cache / "site.json"
        inputs = _digest(root, config, epoch, f"{preview} {language}")
        pages = sum(1 for _ in Path(config.docs_dir).rglob("*.md"))
        if _stamped(stamp) == {"inputs": inputs, "site": _tree(target)}:
            return SiteBuild(pages, reused=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            fresh.chmod(0o755)
            config.site_dir = str(fresh)
            diagnostics = _run(config, records)
            if language and not (preview and _kept(target, fresh)):
                diagnostics += _indexed(fresh, language)
            failed = any(item.severity is Severity.ERROR for item in diagnostics)
            if not failed and not (strict and diagnostics):
                stamp.unlink(missing_ok=True)
                _swap(fresh, target)
                if not diagnostics:
                    _write_stamp(stamp, {"inputs": inputs, "site": _tree(target)})
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return SiteBuild(pages, reused=False, diagnostics=diagnostics)


def _load(root: Path, preview: Preview | None) -> MkDocsConfig:
    from mkdocs.config import load_config  # noqa: PLC0415  a fifth of a second, not for `--help`

    if preview is None:
        return load_config(str(root / "mkdocs.yml"))
    folders = {"docs_dir": str(preview.docs), "site_dir": str(preview.site)}
    config = load_config(str(root / "mkdocs.yml"), **folders)
    config.site_url = preview.site_url
    return config


def _run(config: MkDocsConfig, records: list[logging.LogRecord]) -> tuple[Diagnostic, ...]:
    from mkdocs.commands.build import build  # noqa: PLC0415  see _load

    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except _builder_errors() as error:
        return (_failed(error, records),)
    finally:
        config.plugins.on_shutdown()
    return tuple(
        diagnose(
            SITE_BUILD_WARNING, SourceFile("mkdocs.yml", ""), None, _sentence(record.getMessage())
        )
        for record in records
        if record.levelno >= logging.WARNING
    )


def _kept(target: Path, fresh: Path) -> bool:
    """Take the old site's search index over; whether there was one."""
    if not (target / FOLDER).is_dir():
        return False
    shutil.copytree(target / FOLDER, fresh / FOLDER)
    return True


def _indexed(site: Path, language: str) -> tuple[Diagnostic, ...]:
    try:
        index_site(site, language)
    except SearchIndexError as error:
        mend = "Install what requirements name, or build again; the last good site stands."
        message = f"The search index could not be made: {error}."
        return (diagnose(SITE_BUILD_FAILED, SourceFile("mkdocs.yml", ""), None, message, mend),)
    return ()


def _builder_errors() -> tuple[type[BaseException], ...]:
    """What MkDocs raises for faults in a site: its own errors, and ``SystemExit`` of ``Abort``."""
    from click import ClickException  # noqa: PLC0415  see _load
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415
    from yaml import YAMLError  # noqa: PLC0415

    return (MkDocsException, ClickException, YAMLError, SystemExit)


def _failed(error: BaseException, records: list[logging.LogRecord]) -> Diagnostic:
    said = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
    message = "; ".join(said) or str(error) or type(error).__name__
    mend = "Mend mkdocs.yml or the page named; the last good site stands."
    return diagnose(SITE_BUILD_FAILED, SourceFile("mkdocs.yml", ""), None, _sentence(message), mend)


def _sentence(message: str) -> str:
    return "MkDocs: " + " ".join(message.split())


@contextlib.contextmanager
def _environment(epoch: int) -> Iterator[None]:
    """The date that MkDocs writes, and no notice of Material's on the terminal."""
    wanted = {
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(epoch),
        "NO_MKDOCS_2_WARNING": "1",
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@contextlib.contextmanager
def _collected_log() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs logs, kept from the terminal."""
    records: list[logging.LogRecord] = []
    handler = _Collector(records)
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


def _swap(fresh: Path, target: Path) -> None:
    """Put ``fresh`` in the place of ``target``; the old tree is restored if that fails."""
    old = target.with_name(f".{target.name}-old")
    if old.exists():
        shutil.rmtree(old)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _digest(root: Path, config: MkDocsConfig, epoch: int, options: str) -> str:
    """What the site is made of: pages, configuration, theme overrides, hooks, versions."""
    digest = hashlib.blake2b(digest_size=20)
    packages = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions", "pagefind")
    date = os.environ.get("SOURCE_DATE_EPOCH") or str(epoch)
    for part in (*map(version, packages), date, options):
        digest.update(part.encode() + b"\0")
    digest.update((root / "mkdocs.yml").read_bytes())
    custom = config.theme.custom_dir
    hooks = [Path(path) for path in config.hooks]
    for folder in (Path(config.docs_dir), *([Path(custom)] if custom else [])):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(hashlib.blake2b(path.read_bytes(), digest_size=20).digest())
    for path in sorted(hooks):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def _tree(folder: Path) -> str:
    """A site's files and their bytes, as one digest; ``""`` where there is no site."""
    if not folder.is_dir():
        return ""
    digest = hashlib.blake2b(digest_size=20)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.blake2b(path.read_bytes(), digest_size=20).digest())
    return digest.hexdigest()


def _stamped(stamp: Path) -> dict[str, str] | None:
    try:
        data = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict) or data.pop("version", None) != STAMP_VERSION:
        return None
    return data


def _write_stamp(stamp: Path, data: dict[str, str]) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    temporary = stamp.with_suffix(".tmp")
    temporary.write_text(json.dumps({"version": STAMP_VERSION, **data}) + "\n", encoding="utf-8")
    temporary.replace(stamp)
