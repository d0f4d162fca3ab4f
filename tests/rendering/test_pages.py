from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from jinja2 import DictLoader, UndefinedError

from generator.model.output import Output
from generator.rendering import PageTemplates, plan_pages, render
from generator.rendering.messages import messages
from generator.rendering.page_templates import make_environment
from generator.rendering.pages import Rendered

if TYPE_CHECKING:
    from generator.model.links import LinkedSite

    from .conftest import Make

TEMPLATES = Path(__file__).parents[2] / "templates"
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
NASTY = "<b>*a* & [x](y) {.c} | `d`</b>"


def folder(tmp_path: Path, **templates: str) -> Path:
    (tmp_path / "pages" / "partials").mkdir(parents=True, exist_ok=True)
    for name, text in templates.items():
        (tmp_path / "pages" / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_first_folder_comes_first(make: Make, tmp_path: Path) -> None:
    own = folder(tmp_path, home="Own {{ view.page.title }}\n")
    rendered = render(make.site(), templates=[own, TEMPLATES])
    home = next(output for output in rendered.outputs if output.path == "index.md")
    assert home.content == b"Own The Desk\n"
    assert len(rendered.outputs) == 9


def test_a_template_that_asks_for_what_is_not_there_fails(make: Make, tmp_path: Path) -> None:
    own = folder(tmp_path, home="{{ view.nothing }}")
    with pytest.raises(UndefinedError):
        render(make.site(), templates=[own, TEMPLATES])


def test_words_are_in_the_page_language(make: Make, tmp_path: Path) -> None:
    (tmp_path / "pages" / "partials").mkdir(parents=True)
    (tmp_path / "pages" / "partials" / "words.md.j2").write_text(
        '{% macro say() %}{{ _("Sources") }}{% endmacro %}', encoding="utf-8"
    )
    own = folder(
        tmp_path,
        briefing='{% import "partials/words.md.j2" as words %}{{ words.say() }} '
        '{{ ngettext("%(num)s source", "%(num)s sources", 3) }} '
        '{{ _("As of %(date)s", date=view.date.text) }}',
    )
    linked = make.site(make.article("a", language="ar"), make.article("b", language="de"))
    made = {
        item.path: item.content.decode()
        for item in render(linked, templates=[own, TEMPLATES]).outputs
    }
    assert made["briefings/a.md"] == "المصادر 3 مصادر حتى 14 سبتمبر 2021"
    assert made["briefings/b.md"] == "Quellen 3 Quellen Stand: 14. September 2021"


def test_filters() -> None:
    environment = make_environment(messages("en"))
    filters = ("md", "cell", "html", "attr", "yaml", "bdi('ar')")
    environment.loader = DictLoader({"x": "|".join(f"{{{{ t | {name} }}}}" for name in filters)})
    assert environment.get_template("x").render(t='a*"') == (
        'a\\*"|a\\*"|a&#42;"|a&#42;&quot;|"a*\\""|<bdi lang="ar">a&#42;"</bdi>'
    )


class Balanced(HTMLParser):
    """Fails on elements that do not close, on repeated ids and on ``NASTY`` read as markup."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "b"
        values = dict(attrs)
        assert "markdown" not in values
        identifier = values.get("id")
        if identifier:
            assert identifier not in self.ids, identifier
            self.ids.add(identifier)
        if tag == "a":
            self.links.append(values["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def written_pages(rendered: Rendered) -> tuple[Output, ...]:
    """What is written but the data behind pages."""
    return tuple(output for output in rendered.outputs if output.path.endswith(".md"))


def everything(make: Make) -> LinkedSite:
    """A site in which every text of an editor looks like markup."""
    return make.site(
        make.actor("a", f"Ann {NASTY}", "آن", roles=[(NASTY, "2010", "")], profile=[NASTY]),
        make.place("p", f"Place {NASTY}"),
        make.series("s", f"Series {NASTY}", "0.1"),
        make.topic("t", f"Topic {NASTY}"),
        make.background(
            "g", NASTY, [make.figure("half a million", "500000", ref="s", as_of="2021-09")]
        ),
        make.article(
            "one",
            [
                make.mark("actor", "Ann", ref="a", role=NASTY),
                make.mark("actor", NASTY),
                make.mark("place", "Place", ref="p"),
                make.figure("40", "40", label=NASTY),
                make.figure("400,000", "400000", ref="s", as_of="2021-09", by="a"),
                make.figure("300,000", "300000", qualifier="at-least", ref="s", as_of="2020"),
                make.figure(NASTY, None),
                make.mark("event", "Monday", date="2021-09-13", label=NASTY),
                make.mark("claim", NASTY, by="a", status="refuted"),
            ],
            ("significance", NASTY),
            ("outlook", NASTY),
            ("methodology", NASTY),
            ("summary", NASTY),
            f"READ MORE: {NASTY}",
            title=NASTY,
            summary=NASTY,
            topics=("t",),
            background=("g",),
            briefing="b",
            updated="2021-09-20",
            aliases=("older",),
            picture="images/a.jpg",
            corrections=[("2021-09-19", NASTY)],
            publisher=NASTY,
            url="https://desk.example/a?b=1&c=(2)",
        ),
        make.article(
            "two",
            [make.mark("quote", NASTY, by="a"), make.mark("claim", "x", by="a")],
            ("background.own", [make.mark("actor", "Ann", ref="a")]),
            title="عنوان [x]",
            language="ar",
            briefing="b",
            date="2021-09-01",
            rights="quote",
            url="https://desk.example/b",
        ),
        make.article(
            "three", "نص", language="ar", date="2020-01-01", title="عنوان", topics=("t",)
        ),
    )  # fmt: skip


def test_no_text_is_read_as_markup(make: Make) -> None:
    """The templates as they are: every page parses to balanced HTML with unique ids."""
    linked = everything(make)
    rendered = render(linked, templates=[TEMPLATES])
    paths = {output.path for output in rendered.outputs}
    paths |= {copy.path for copy in rendered.copies}
    assert len({path.partition("/")[0] for path in paths}) > 8
    parser = markdown.Markdown(extensions=EXTENSIONS)
    for output in written_pages(rendered):
        text = output.content.decode()
        _, front, body = re.split(r"^---$", text, maxsplit=2, flags=re.MULTILINE)
        meta = yaml.safe_load(front)
        assert {"title", "lang", "dir", "kind"} <= set(meta)
        parser.reset()
        page = Balanced(parser.convert(body))
        folder_of = output.path.rpartition("/")[0]
        for link in page.links:
            target, _, anchor = link.partition("#")
            if "://" in link:
                continue
            if not target:
                assert anchor in page.ids, (output.path, link)
                continue
            steps = [*folder_of.split("/"), *target.split("/")] if folder_of else target.split("/")
            resolved: list[str] = []
            for step in steps:
                if step == "..":
                    resolved.pop()
                else:
                    resolved.append(step)
            assert "/".join(resolved) in paths, (output.path, link)


def test_anchors_that_pages_lead_to_are_there(make: Make) -> None:
    rendered = render(everything(make), templates=[TEMPLATES])
    parser = markdown.Markdown(extensions=EXTENSIONS)
    pages = {}
    for output in written_pages(rendered):
        parser.reset()
        body = re.split(r"^---$", output.content.decode(), maxsplit=2, flags=re.MULTILINE)[2]
        pages[output.path] = Balanced(parser.convert(body))
    wanted = set()
    for path, page in pages.items():
        for link in page.links:
            match = re.fullmatch(r"\.\./([\w/-]+\.md)#([\w-]+)", link)
            if match:
                wanted.add((match[1], match[2]))
                assert match[2] in pages[match[1]].ids, (path, link)
    assert {target.partition("/")[0] for target, _ in wanted} >= {"articles", "timeline.md"}


def test_rendering_is_deterministic(make: Make) -> None:
    first = render(everything(make), templates=[TEMPLATES])
    second = render(everything(make), templates=[TEMPLATES])
    assert first == second


def test_templates_serve_pages_one_by_one(make: Make) -> None:
    plan = plan_pages(everything(make))
    pages = PageTemplates([TEMPLATES])
    made = tuple(pages.output(view) for view in reversed(plan.views))
    assert made[::-1] == written_pages(render(everything(make), templates=[TEMPLATES]))
