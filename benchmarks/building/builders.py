"""The site builders that are compared, and how each is given the same Markdown.

This generator's own row is the whole of ``briefing build``, from articles to a site with its search
index; "its site build" is that part alone which takes the place of ``mkdocs build``. The others
read the Markdown pages that the generator made. Those that know no MkDocs configuration get a
template of a few lines, no theme and no search: what they do is the least that they could.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .states import ROOT, States, environment

PEERS: Final = ROOT / "benchmarks" / "peers"
"""Where npm puts Eleventy."""

_PAGE: Final = (
    "<!doctype html><html><head><title>{title}</title></head><body>{content}</body></html>\n"
)
_SITE_ALONE: Final = (
    "import sys; from pathlib import Path; from generator.publishing import build_site;"
    "built = build_site(Path('.'), cache=Path('.briefing'), epoch=1700000000);"
    "sys.exit(built.failed)"
)


@dataclass(frozen=True, slots=True)
class Builder:
    """A site builder: how its folder is laid out, and what is run in it.

    ``docs`` is where it reads Markdown, ``""`` for the one that begins with articles. ``made`` is
    where its site comes, ``caches`` what it keeps for the next time. ``adapted`` makes of a file
    below ``docs/``, by path and content, the one that the builder knows such a page by.
    """

    name: str
    version: str
    command: tuple[str, ...]
    docs: str
    made: str
    prepare: Callable[[Path, States], None]
    caches: tuple[str, ...] = ()
    adapted: Callable[[str, bytes], tuple[str, bytes]] = lambda path, content: (path, content)
    configured: bool = False
    """Whether it reads ``mkdocs.yml``, so that a change of that makes every page anew."""


def builders() -> Iterator[Builder]:
    """Those that are installed."""
    command: tuple[str, ...]
    python = sys.executable
    ours = _version(python, "-m", "generator", "--version")
    own = ("site", ".briefing", "docs")
    yield Builder(
        "briefing", ours, (python, "-m", "generator", "build"), "", "site", _articles, own
    )
    yield Builder(
        "its site build",
        ours,
        (python, "-c", _SITE_ALONE),
        "docs",
        "site",
        _mkdocs,
        (".briefing",),
        configured=True,
    )
    for name in ("mkdocs", "properdocs", "zensical"):
        program = shutil.which(name, path=str(Path(python).parent)) or shutil.which(name)
        if program:
            command = (program, "build", "-q") if name != "zensical" else (program, "build")
            yield Builder(
                name,
                _version(program, "--version"),
                command,
                "docs",
                "site",
                _mkdocs,
                (".cache",),
                configured=True,
            )
    hugo = shutil.which("hugo")
    if hugo:
        command = (hugo, "--quiet")
        version = _version(hugo, "version")
        caches = ("resources", ".hugo_build.lock")
        yield Builder(
            "hugo", version, command, "content", "public", _hugo, caches, adapted=_for_hugo
        )
    pelican = shutil.which("pelican", path=str(Path(python).parent)) or shutil.which("pelican")
    if pelican:
        command = (pelican, "-q", "-s", "conf.py", "content")
        yield Builder(
            "pelican",
            _version(pelican, "--version"),
            command,
            "content",
            "output",
            _pelican,
            adapted=_for_pelican,
        )
    eleventy = PEERS / "node_modules" / ".bin" / "eleventy"
    if eleventy.is_file():
        command = (str(eleventy), "--quiet", "--input=docs", "--output=site")
        yield Builder(
            "eleventy", _version(str(eleventy), "--version"), command, "docs", "site", _eleventy
        )


def _version(*command: str) -> str:
    """The numbers of a program's version, as it tells them."""
    done = subprocess.run(  # noqa: S603  a builder that is measured
        command, capture_output=True, text=True, check=True, env=environment()
    )
    found = re.search(r"\d+(?:\.\d+)+", done.stdout)
    return found[0] if found else done.stdout.strip()


def _articles(folder: Path, states: States) -> None:
    shutil.copytree(states.site, folder, dirs_exist_ok=True)


def _mkdocs(folder: Path, states: States) -> None:
    shutil.copytree(states.docs, folder / "docs", dirs_exist_ok=True)
    shutil.copytree(states.site / "templates", folder / "templates")
    shutil.copy(states.site / "mkdocs.yml", folder / "mkdocs.yml")


def _hugo(folder: Path, states: States) -> None:
    _copy(states.docs, folder / "content", _for_hugo)
    (folder / "config.toml").write_text(
        'baseURL = "https://desk.example/"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n'
        "[markup.goldmark.renderer]\nunsafe = true\n"
        "[markup.goldmark.parser.attribute]\nblock = true\n",
        encoding="utf-8",
    )
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = _PAGE.format(title="{{ .Title }}", content="{{ .Content }}")
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(page, encoding="utf-8")


def _copy(docs: Path, target: Path, adapted: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    for path in sorted(docs.rglob("*")):
        if path.is_file():
            name, content = adapted(path.relative_to(docs).as_posix(), path.read_bytes())
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(content)


def _for_hugo(path: str, content: bytes) -> tuple[str, bytes]:
    """An index has the name that makes its neighbours pages and not its parts."""
    return re.sub(r"(^|/)index\.md$", r"\1_index.md", path), content


def _for_pelican(path: str, content: bytes) -> tuple[str, bytes]:
    """Front matter is a title alone: Pelican reads no YAML."""
    if not path.endswith(".md"):
        return path, content
    _, _, rest = content.partition(b"---\n")
    front, _, body = rest.partition(b"\n---\n")
    found = re.search(rb'(?m)^title: "?(.*?)"?$', front)
    title = found[1] if found else path.encode()
    return path, b"Title: " + title + b"\n\n" + (body if front else content)


def _pelican(folder: Path, states: States) -> None:
    _copy(states.docs, folder / "content", _for_pelican)
    (folder / "conf.py").write_text(
        "PAGE_PATHS = ['.']\nARTICLE_PATHS = []\nOUTPUT_PATH = 'output'\nTHEME = 'theme'\n"
        "SITEURL = 'https://desk.example'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'en'\n"
        "PATH_METADATA = r'(?P<path_no_ext>.*)\\.md'\n"
        "PAGE_URL = PAGE_SAVE_AS = '{path_no_ext}.html'\n"
        "DIRECT_TEMPLATES = []\nAUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ''\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
        "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
        "MARKDOWN = {'extensions': ['attr_list', 'md_in_html', 'tables', 'toc', 'meta'],\n"
        "            'output_format': 'html5'}\n",
        encoding="utf-8",
    )
    templates = folder / "theme" / "templates"
    templates.mkdir(parents=True)
    (folder / "theme" / "static").mkdir()
    page = _PAGE.format(title="{{ page.title }}", content="{{ page.content }}")
    (templates / "page.html").write_text(page, encoding="utf-8")


def _eleventy(folder: Path, states: States) -> None:
    shutil.copytree(states.docs, folder / "docs")
    includes = folder / "docs" / "_includes"
    includes.mkdir()
    page = _PAGE.format(title="{{ title }}", content="{{ content }}")
    (includes / "page.liquid").write_text(page, encoding="utf-8")
    data = {"layout": "page.liquid", "templateEngineOverride": "md"}
    (folder / "docs" / "docs.json").write_text(json.dumps(data), encoding="utf-8")
