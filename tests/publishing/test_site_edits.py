"""After whatever edits, the site is what ``mkdocs build`` makes of the same files."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publishing.trees import EPOCH, compare, ours, plain, write

pytestmark = [pytest.mark.slow, pytest.mark.site]

EDITS = int(os.environ.get("BRIEFING_EDITS", "20"))
"""A longer walk: ``BRIEFING_EDITS=200 pytest tests/publishing/test_site_edits.py``."""

CONFIGURATION = """site_name: {name}
site_url: https://desk.example/
theme: {{name: {theme}, custom_dir: theme}}
plugins: {plugins}
use_directory_urls: {directories}
markdown_extensions: {extensions}
validation: {{links: {{anchors: warn, unrecognized_links: warn}}}}
{nav}{more}
"""
HOOK = "def on_page_content(html, **kwargs):\n    return html.replace('e', '{0}')\n"
WORDS = ("ferry", "harbour", "bridge", "tide", "crane", "quay", "rope", "anchor", "gull", "lamp")
EXTENSIONS = [
    "[]",
    "[attr_list, md_in_html, {toc: {toc_depth: 3}}]",
    "[footnotes, admonition, {toc: {permalink: true}}]",
    "[pymdownx.superfences, pymdownx.details]",
]
EXTENDED = '{% extends "base.html" %}{% block libs %}'
OVERRIDES = [
    '{% extends "base.html" %}',
    EXTENDED + "<i>{{ page.title }} of {{ nav.homepage.title }}</i>{% endblock %}",
    EXTENDED + "<i>{{ nav.homepage.meta.kind }} {{ build_date_utc }}</i>{% endblock %}",
    EXTENDED + "{% for file in pages %}<i>{{ file.page.title }}{{ file.page.meta.kind | tojson }}"
    "</i>{% endfor %}{% endblock %}",
    EXTENDED + "{{ nav.homepage.content }}{% endblock %}",
    EXTENDED + "<i>{{ page.update_date }}{% if nav.homepage.meta %}"
    "{{ nav.homepage.meta.items() | list }}{% endif %}</i>{% endblock %}",
]


class Desk:
    """A small site as texts, and what somebody might do to it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  edits, no secrets
        self.name = "Desk"
        self.theme = "material"
        self.plugins = "[search]"
        self.extensions = EXTENSIONS[1]
        self.directories = "true"
        self.nav: list[str] = []
        self.more = ""
        self.epoch = EPOCH
        self.files: dict[str, str] = {
            "theme/main.html": OVERRIDES[0],
            "theme/other.html": '{% extends "base.html" %}{% block footer %}!{% endblock %}',
            "docs/index.md": "# Desk\n\nWelcome.\n",
            "docs/picture.svg": "<svg></svg>",
        }
        for _ in range(9):
            self.add()

    def pages(self) -> list[str]:
        return [name.removeprefix("docs/") for name in self.files if name.endswith(".md")]

    def word(self) -> str:
        return self.chance.choice(WORDS)

    def likely(self, *choices: tuple[float, str]) -> list[str]:
        return [text for likelihood, text in choices if self.chance.random() < likelihood]

    def page(self) -> str:
        front = self.likely(
            (0.5, f"title: {self.word().title()} {self.chance.randrange(9)}"),
            (0.3, f"kind: {self.word()}"),
            (0.2, "date: 2024-03-04"),
            (0.2, "template: other.html"),
            (0.2, "search: {exclude: true}"),
            (0.2, "tags: [one, 2, 2024-03-04]"),
        )
        lines = ["---", *front, "---", ""] if front else []
        lines += self.likely((0.7, f"# {self.word()} *{self.word()}*\n"))
        for _ in range(self.chance.randrange(1, 5)):
            target = self.chance.choice(
                [*self.pages(), "gone.md", "picture.svg", "https://a.example"]
            )
            anchor = self.chance.choice(["", "", f"#{self.word()}"])
            up = self.chance.choice(["", "", "../"])
            lines += self.likely((0.4, f"## {self.word()}\n"))
            lines.append(
                f"The {self.word()}: [{self.word()}]({up}{target}{anchor}), `{self.word()}`.\n"
            )
        lines += self.likely((0.2, f"!!! note\n    {self.word()}[^1]\n\n[^1]: A note.\n"))
        return "\n".join(lines)

    def place(self) -> str:
        folder = self.chance.choice(["", "", "north/", "south/", "south/deep/"])
        name = self.chance.choice([self.word(), self.word(), "index", "README"])
        return f"docs/{folder}{name}.md"

    def some_page(self) -> str:
        return f"docs/{self.chance.choice(self.pages())}"

    def add(self) -> None:
        self.files[self.place()] = self.page()

    def edit(self) -> None:
        self.files[self.some_page()] = self.page()

    def append(self) -> None:
        self.files[self.some_page()] += f"\n## {self.word()}\n\nMore.\n"

    def remove(self) -> None:
        if len(self.pages()) > 4:
            del self.files[self.some_page()]

    def rename(self) -> None:
        self.files[self.place()] = self.files.pop(self.some_page())

    def navigate(self) -> None:
        chosen = self.chance.sample(self.pages(), min(4, len(self.pages())))
        self.nav = [
            f"  - {self.word()}: {name}" if self.chance.random() < 0.5 else f"  - {name}"
            for name in chosen
        ]
        if self.chance.random() < 0.3:
            self.nav = []

    def override(self) -> None:
        self.files["theme/main.html"] = self.chance.choice(OVERRIDES)

    def partial(self) -> None:
        self.files["theme/partials/copyright.html"] = self.word()

    def hook(self) -> None:
        if self.more:
            self.more = ""
            self.files.pop("hook.py")
        else:
            self.more = "hooks: [hook.py]\n"
            self.files["hook.py"] = HOOK.format(self.chance.choice("aou"))

    def configure(self) -> None:
        self.name = self.word()
        self.extensions = self.chance.choice(EXTENSIONS)

    def addresses(self) -> None:
        self.directories = "false" if self.directories == "true" else "true"

    def retheme(self) -> None:
        self.theme = self.chance.choice(["material", "mkdocs"])
        self.plugins = "[search]" if self.theme == "material" else "[]"

    def asset(self) -> None:
        self.files[f"docs/{self.word()}.svg"] = f"<svg>{self.word()}</svg>"

    def day(self) -> None:
        self.epoch += 86_400

    def nothing(self) -> None:
        pass

    def step(self) -> str:
        often = [self.edit, self.append, self.add, self.remove, self.rename]
        seldom: list[Callable[[], None]] = [
            self.navigate,
            self.override,
            self.partial,
            self.hook,
            self.configure,
            self.addresses,
            self.retheme,
            self.asset,
            self.day,
            self.nothing,
        ]
        edit = self.chance.choice([*often, *often, *seldom])
        edit()
        return edit.__name__

    def texts(self) -> dict[str, str]:
        nav = "\n".join(["nav:", *self.nav]) + "\n" if self.nav else ""
        configuration = CONFIGURATION.format(
            name=self.name,
            theme=self.theme,
            plugins=self.plugins,
            directories=self.directories,
            extensions=self.extensions,
            nav=nav,
            more=self.more,
        )
        return {**self.files, "mkdocs.yml": configuration}


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_site_is_mkdocs_own_after_any_edits(
    tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publishing.site.conversion.WORTH", 0)
    monkeypatch.setattr("generator.publishing.site.rendering.WORTH", 0)
    seed = random.randrange(10_000)  # noqa: S311  see Desk
    desk = Desk(seed)
    root = tmp_path / "desk"
    done = ["(start)"]
    for _ in range(EDITS // 2 + 1):
        write(root, desk.texts())
        try:
            built = ours(root, jobs=jobs, epoch=desk.epoch)
            if built.failed:  # a template that cannot be rendered: MkDocs must say so too
                with pytest.raises((Exception, SystemExit)):
                    plain(root, tmp_path / "plain", desk.epoch)
            else:
                compare(root, built, tmp_path / "plain", desk.epoch)
        except AssertionError as error:
            error.add_note(f"seed {seed}, edits: {', '.join(done)}")
            raise
        done.append(desk.step())
