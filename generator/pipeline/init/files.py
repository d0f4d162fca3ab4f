"""The files of a new site, made from what comes with the generator."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import jinja2
from babel.dates import format_date

from generator import __version__, importing
from generator.config import mkdocs_schema
from generator.model.links import Register
from generator.syntax.sidecar_schema import sidecar_schema
from generator.syntax.snippets import snippets

from .answers import Host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .answers import Answers

SCAFFOLD: Final = Path(__file__).resolve().parents[2] / "scaffold"

_KEPT: Final = (
    ("mkdocs.yml.j2", "mkdocs.yml"),
    ("requirements.txt.j2", "requirements.txt"),
    ("gitignore.j2", ".gitignore"),
    ("pre-commit-config.yaml.j2", ".pre-commit-config.yaml"),
    ("vscode-settings.json.j2", ".vscode/settings.json"),
    ("vscode-extensions.json", ".vscode/extensions.json"),
    ("vscode-tasks.json", ".vscode/tasks.json"),
    ("templates.md.j2", "templates/README.md"),
)
_ONCE: Final = (
    ("README.md.j2", "README.md"),
    ("about.md.j2", "docs/about.md"),
    ("article.md.j2", "content/articles/how-this-page-was-made.md"),
    ("example-desk.md.j2", "content/actors/example-desk.md"),
)
_WORKFLOWS: Final = {Host.GITHUB: "github", Host.GITLAB: "gitlab"}

# The languages of Lunr, which Material's search refuses any other than.
_SEARCHED: Final = frozenset(
    {
        *("ar", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi"),
        *("hu", "hy", "it", "ja", "kn", "ko", "nl", "no", "pt", "ro"),
        *("ru", "sa", "sv", "ta", "te", "th", "tr", "vi", "zh"),
    }
)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file by its POSIX path. ``once`` is a newsroom's own from the first day on."""

    path: str
    content: bytes
    once: bool = False


@dataclass(frozen=True, slots=True)
class _Topic:
    id: str
    title: str
    text: str


def site_files(answers: Answers, day: dt.date) -> tuple[SiteFile, ...]:
    """Every file of a new site, in the order of paths. ``day`` dates the example."""
    topics = tuple(_topics(answers, day))
    values = {
        "name": answers.name,
        "url": answers.url,
        "languages": answers.languages,
        "search_languages": _searched(answers.languages),
        "topics": topics,
        "day": day.isoformat(),
        "day_in_words": format_date(day, "d MMMM y", locale="en"),
        "version": __version__,
    }
    environment = _environment()

    def made(source: str) -> bytes:
        if source.endswith(".j2"):
            return environment.get_template(source).render(values).encode()
        return (SCAFFOLD / "site" / source).read_bytes()

    files = [SiteFile(path, made(source)) for source, path in _KEPT]
    files += (SiteFile(path, made(source), once=True) for source, path in _ONCE)
    files += (
        SiteFile(f"content/topics/{topic.id}.md", topic.text.encode(), once=True)
        for topic in topics
    )
    files += (
        SiteFile(".vscode/briefing.code-snippets", _json(snippets())),
        SiteFile(".vscode/schemas/mkdocs.json", _json(mkdocs_schema())),
        SiteFile(".vscode/schemas/annotations.json", _json(sidecar_schema())),
    )
    files += _workflows(answers.host)
    return tuple(sorted(files, key=lambda file: file.path))


def _environment() -> jinja2.Environment:
    # What is made is YAML, Markdown and text, which HTML's escapes would spoil.
    environment = jinja2.Environment(  # noqa: S701
        loader=jinja2.FileSystemLoader(SCAFFOLD / "site"),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    return environment


def _topics(answers: Answers, day: dt.date) -> Iterator[_Topic]:
    taken = set()
    for title in answers.topics or ("Examples",):
        path, text = importing.new_entry(Register.TOPIC, title, date=day)
        topic = Path(path).stem
        number = 1
        while topic in taken:
            number += 1
            topic = f"{Path(path).stem}-{number}"
        taken.add(topic)
        yield _Topic(topic, title, text)


def _searched(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that Material's search can stem; English stands in for others."""
    known = (tag.partition("-")[0] for tag in languages)
    return tuple(dict.fromkeys(tag for tag in known if tag in _SEARCHED)) or ("en",)


def _workflows(host: Host) -> Iterator[SiteFile]:
    """The workflows of a host, below a folder that is laid out as the repository is."""
    if host not in _WORKFLOWS:
        return
    root = SCAFFOLD / _WORKFLOWS[host]
    for path in sorted(root.rglob("*")) if root.is_dir() else ():
        if path.is_file() and not path.name.endswith((".pyc", ".py")):
            yield SiteFile(path.relative_to(root).as_posix(), path.read_bytes())


def _json(value: Any) -> bytes:  # noqa: ANN401  schemas and snippets
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
