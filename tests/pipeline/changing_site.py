"""A small site and the ways in which it can be changed, for tests of builds after changes."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

CONFIGURATION: Final = """\
site_name: Example Desk
site_url: https://desk.example/
theme:
  name: material
extra:
  briefing:
    latest: 3
"""
WORDS: Final = ("harbour", "ferry", "council", "bridge", "winter", "ticket", "island", "storm")
FIRST: Final = ("Ann", "Bo", "Cleo", "Dan", "Eve")
LAST: Final = ("Marsh", "Field", "Stone", "Brook", "Hill")

Edit: TypeAlias = Callable[["Changer"], None]


class Changer:
    """The files of a site below ``root``; ``chance`` decides what is changed."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.chance = random.Random(seed)  # noqa: S311  no secret
        self._number = 0
        self.write("mkdocs.yml", CONFIGURATION)
        self.write("docs/about.md", "# About\n")
        for _ in range(4):
            self.add_actor()
        for number in range(2):
            self.write(f"content/places/port-{number}.md", f"---\nname: Port {number}\n---\n")
            self.write(
                f"content/topics/subject-{number}.md", f"---\ntitle: Subject {number}\n---\n"
            )
            self.write(
                f"content/figures/count-{number}.md",
                f"---\nlabel: Count {number}\nunit: people\n---\nA profile.\n",
            )
        self.write(
            "content/background/ferries.md",
            "---\ntitle: Ferries\nas-of: 2019\n---\nSince [1990]{.event label=Founding} they go.\n",
        )
        for _ in range(6):
            self.add_article()

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def paths(self, pattern: str) -> list[Path]:
        """The files of a pattern below the root."""
        return sorted(self.root.glob(pattern))

    def one(self, pattern: str) -> Path | None:
        """One of the files of a pattern."""
        found = self.paths(pattern)
        return self.chance.choice(found) if found else None

    def state(self) -> dict[str, bytes]:
        """What editors wrote, but for pages."""
        parts = (tree(self.root / name) for name in ("content", "templates"))
        state = {
            f"{name}/{path}": content
            for name, part in zip(("content", "templates"), parts, strict=True)
            for path, content in part.items()
        }
        return state | {"mkdocs.yml": (self.root / "mkdocs.yml").read_bytes()}

    def restore(self, state: dict[str, bytes]) -> None:
        """Bring back what ``state`` gave."""
        for path in self.state().keys() - state.keys():
            (self.root / path).unlink()
        for path, content in state.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(content)

    def change(self) -> str:
        """Make one change; what it was."""
        edit = self.chance.choice(EDITS)
        edit(self)
        return edit.__name__

    def number(self) -> int:
        """A number that was not given before."""
        self._number += 1
        return self._number

    def name(self) -> str:
        """A name of a few."""
        return f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}"

    def words(self, count: int) -> str:
        """Some words."""
        return " ".join(self.chance.choices(WORDS, k=count))

    def add_actor(self) -> None:
        """A new entry."""
        number = self.number()
        roles = "roles:\n  - title: head\n    from: 2015\n    to: 2020\n"
        text = f"---\nname: {self.name()} {number}\naliases: [A{number}]\n{roles}---\nA profile.\n"
        self.write(f"content/actors/actor-{number}.md", text)

    def add_article(self) -> None:
        """A new article, of one of the kinds that there are."""
        self.write(f"content/articles/article-{self.number()}.md", self.article())

    def article(self) -> str:
        """An article's text."""
        chance = self.chance
        number = chance.randrange(1, 7)
        day = (
            f"{chance.choice((2019, 2020, 2021))}-0{chance.randrange(1, 9)}-1{chance.randrange(9)}"
        )
        front = [f"title: The {self.words(2)}", f"date: {day}", f"summary: {self.words(6)}."]
        front += [f"topics: [subject-{chance.randrange(2)}]"] if chance.random() < 0.6 else []
        front += [f"briefing: joint-{chance.randrange(2)}"] if chance.random() < 0.3 else []
        front += ["background: [ferries]"] if chance.random() < 0.3 else []
        front += ["status: draft"] if chance.random() < 0.1 else []
        front += (
            ["corrections:\n  - {date: 2021-10-01, text: Wrong.}"] if chance.random() < 0.2 else []
        )
        front += (
            ["image: {file: images/one.png, alt: One}"] if self.paths("content/images/*") else []
        )
        if chance.random() < 0.3:
            front += ["source: {publisher: Wire, url: https://wire.example/a, rights: quote}"]
        actor = self.one("content/actors/*.md")
        other = self.one("content/actors/*.md")
        by = f" by={actor.stem}" if actor and chance.random() < 0.3 else ""
        ref = f" ref={other.stem}" if other and chance.random() < 0.3 else ""
        there = chance.choice(("notes.md", "topics/subject-0.md", "places/port-1.md"))
        series = f"ref=count-{number % 2} as-of=2020-0{number}"
        paragraphs = [
            f"[{self.name()} {number}]{{.actor{ref}}} was in [Port {number % 2}]{{.place}} today.",
            f"[{chance.randrange(100, 999)} people]{{.figure {series}}} {self.words(3)}.",
            f"And [3 May 2020]{{.event label={chance.choice(WORDS)}}} came.",
            f'["{self.words(4)}"]{{.quote{by}}} was said. [{self.words(2)}]{{.claim{by}}}.',
            f"READ MORE: The {self.words(2)}",
            f"See [there](../{there}) and A{number}.",
        ]
        if chance.random() < 0.4:
            paragraphs.append("::: summary\nIt is [new]{.plain}.\n:::")
        head, body = "\n".join(front), "\n\n".join(paragraphs)
        return f"---\n{head}\n---\n\n{body}\n"


def add_article(site: Changer) -> None:
    site.add_article()


def rewrite_article(site: Changer) -> None:
    path = site.one("content/articles/*.md")
    if path:
        path.write_text(site.article())


def change_a_word(site: Changer) -> None:
    path = site.one("content/articles/*.md")
    if path:
        path.write_text(path.read_text().replace(site.chance.choice(WORDS), site.words(1), 1))


def remove_article(site: Changer) -> None:
    path = site.one("content/articles/*.md")
    if path:
        path.unlink()
        path.with_name(f"{path.stem}.annotations.yaml").unlink(missing_ok=True)


def rename_article(site: Changer) -> None:
    path = site.one("content/articles/*.md")
    if path and not path.with_name(f"{path.stem}.annotations.yaml").exists():
        text = path.read_text().replace("\ndate:", f"\naliases: [{path.stem}]\ndate:", 1)
        path.unlink()
        if text.count("aliases:") == 1:
            path.with_name(f"article-{site.number()}.md").write_text(text)


def add_actor(site: Changer) -> None:
    site.add_actor()


def rename_actor(site: Changer) -> None:
    path = site.one("content/actors/*.md")
    if path:
        lines = path.read_text().split("\n")
        lines[1] = f"name: {site.name()} {site.chance.randrange(1, 7)}"
        path.write_text("\n".join(lines))


def change_alias(site: Changer) -> None:
    path = site.one("content/actors/*.md")
    if path:
        lines = path.read_text().split("\n")
        lines[2] = f"aliases: [A{site.chance.randrange(1, 7)}]"
        path.write_text("\n".join(lines))


def remove_actor(site: Changer) -> None:
    path = site.one("content/actors/*.md")
    if path:
        path.unlink()


def change_series(site: Changer) -> None:
    path = site.one("content/figures/*.md")
    if path:
        label, tolerance = site.words(2), site.chance.choice(("1 %", "50 %", "100"))
        path.write_text(f"---\nlabel: {label}\nunit: people\ntolerance: {tolerance}\n---\n")


def change_background(site: Changer) -> None:
    path = site.root / "content/background/ferries.md"
    path.write_text(path.read_text() + f"{site.words(4)}.\n")


def change_setting(site: Changer) -> None:
    settings = (
        CONFIGURATION,
        CONFIGURATION.replace("latest: 3", "latest: 1"),
        CONFIGURATION.replace("latest: 3", "search-limit: 0"),
        CONFIGURATION.replace("latest: 3", "quotation-limit: 5"),
        CONFIGURATION.replace("latest: 3", "language: de"),
        CONFIGURATION.replace("site_url: https://desk.example/\n", ""),
        CONFIGURATION.replace("Example Desk", site.words(2)),
        f"{CONFIGURATION}nav: [about.md]\n",
    )
    site.write("mkdocs.yml", site.chance.choice(settings))


def change_template(site: Changer) -> None:
    kind = site.chance.choice(("actor", "briefing", "partials/sources"))
    path = site.root / f"templates/pages/{kind}.md.j2"
    if path.exists() and site.chance.random() < 0.5:
        path.unlink()
        return
    shipped(site, kind, site.words(1))


def shipped(site: Changer, kind: str, more: str) -> None:
    """Override a template by the shipped one with something behind it."""
    text = (Path(__file__).parents[2] / f"templates/pages/{kind}.md.j2").read_text()
    site.write(f"templates/pages/{kind}.md.j2", f"{text}{more}\n")


def change_sidecar(site: Changer) -> None:
    path = site.one("content/articles/*.md")
    if path:
        beside = path.with_name(f"{path.stem}.annotations.yaml")
        if beside.exists() and site.chance.random() < 0.3:
            beside.unlink()
        else:
            label = site.words(1)
            beside.write_text(f"annotations:\n  - {{kind: event, exact: today, label: {label}}}\n")


def change_picture(site: Changer) -> None:
    path = site.root / "content/images/one.png"
    if path.exists() and site.chance.random() < 0.3:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture(site.chance.randrange(256)))


def change_by_hand(site: Changer) -> None:
    path = site.root / f"docs/{site.chance.choice(('about.md', 'notes.md', 'places/mine.md'))}"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and site.chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text(f"# {site.words(2)}\n")


def damage_pages(site: Changer) -> None:
    made = site.paths("docs/briefings/*.md") + site.paths("docs/data/**/*.json")
    for path in site.chance.sample(made, min(2, len(made))):
        if site.chance.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-3])


def picture(shade: int) -> bytes:
    """A PNG of four pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    rows = b"".join(b"\0" + bytes([shade, 0, 0] * 2) for _ in range(2))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


EDITS: Final[tuple[Edit, ...]] = (
    add_article,
    rewrite_article,
    rewrite_article,
    change_a_word,
    change_a_word,
    remove_article,
    rename_article,
    add_actor,
    rename_actor,
    change_alias,
    remove_actor,
    change_series,
    change_background,
    change_setting,
    change_template,
    change_sidecar,
    change_picture,
    change_by_hand,
    damage_pages,
)


def tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return dict(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
