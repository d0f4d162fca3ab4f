"""What holds of any site: the whole way from texts to pages, with the real templates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.linking import link
from generator.model.links import LinkedSite, Register
from generator.model.site import Site
from generator.rendering import PageTemplates, plan_pages
from generator.syntax import parse_article, parse_entry

pytestmark = pytest.mark.slow

TEMPLATES = PageTemplates([Path(__file__).parents[2] / "templates"])
FOLDERS = {register.folder: register for register in Register}
INDEXES = {"index.md", "timeline.md", "corrections.md"}
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

ACTORS = ("jane-roe", "john-doe", "harbour-board")
SERIES = ("ships", "crews", "depth")
UNITS = ("ships", "people", "m")
PLACES = ("exampleton", "sampleford")
TOPICS = ("ports", "trade")


def entries(names: Mapping[str, str]) -> dict[str, str]:
    """A register of actors, figures, places and topics, by path; ``names`` renames some."""

    def name(key: str) -> str:
        return names.get(key, key.replace("-", " ").title())

    figures = zip(SERIES, UNITS, strict=True)
    return {
        **{f"content/actors/{k}.md": head(name=name(k), kind="Person") for k in ACTORS},
        **{f"content/figures/{k}.md": head(label=name(k), unit=u) for k, u in figures},
        **{f"content/places/{k}.md": head(name=name(k)) for k in PLACES},
        **{f"content/topics/{k}.md": head(title=name(k)) for k in TOPICS},
        "content/background/harbour.md": head(title=name("harbour"))
        + "The harbour holds [90 ships]{.figure ref=ships as-of=2019}, [Jane]{.actor ref=jane-roe}"
        " said.\n",
    }


def head(text: str = "", **keys: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{lines}---\n\n{text}"


@st.composite
def sentences(draw: st.DrawFn) -> str:
    actor, place = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(PLACES))
    series, number = draw(st.sampled_from(SERIES)), draw(st.integers(1, 400))
    unit = dict(zip(SERIES, UNITS, strict=True))[series]
    date = draw(st.sampled_from(["2020", "2020-05", "2021-03-04", "2019~", "2020/.."]))
    kind = draw(st.integers(0, 5))
    return (
        f"[{actor}]{{.actor ref={actor}}} came to [{place}]{{.place ref={place}}}.",
        f"There were [{number} {unit}]{{.figure ref={series} as-of={date} by={actor}}}.",
        f"There were [{number} {unit}]{{.figure ref={series}}} and [{number} {unit}]{{.figure}}.",
        f'[It sank]{{.event date={date} label="Sinking {number % 3}"}} near the coast.',
        f"[It is safe {number}]{{.claim by={actor}}}, it was said.",
        f"READ MORE: Article {number % 4}",
    )[kind]


@st.composite
def articles(draw: st.DrawFn, number: int) -> str:
    keys = {
        "title": f"Article {number}",
        "date": f"2021-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}",
        "language": draw(st.sampled_from(["en", "de", "ar"])),
        "topics": f"[{', '.join(draw(st.sets(st.sampled_from(TOPICS))))}]",
    }
    if draw(st.booleans()):
        keys["background"] = "[harbour]"
    if draw(st.integers(0, 3)) == 0:
        keys["briefing"] = "joint"
    if draw(st.integers(0, 3)) == 0:
        keys["source"] = "{publisher: Other Desk, url: 'https://desk.example/a', rights: quote}"
    text = "\n\n".join(draw(st.lists(sentences(), max_size=5)))
    return head(text + "\n", **keys)


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    count = draw(st.integers(1, 4))
    return {
        **entries({}),
        **{f"content/articles/a{n}.md": draw(articles(n)) for n in range(count)},
    }


def linked(files: Mapping[str, str]) -> LinkedSite:
    found: dict[Register, dict[str, object]] = {register: {} for register in Register}
    base = Settings(site_name="Example Desk", site_url="https://desk.example/")
    for path, text in files.items():
        register = FOLDERS[path.split("/")[1]]
        if register is Register.ARTICLE:
            value, _ = parse_article(path, text, base)
        else:
            value, _ = parse_entry(register, path, text, base)  # type: ignore[assignment]
        assert value is not None
        found[register][value.id] = value
    return link(Site(base, **{folder: found[item] for folder, item in FOLDERS.items()}))  # type: ignore[arg-type]


def pages(site: LinkedSite) -> dict[str, bytes]:
    plan = plan_pages(site)
    outputs = (*map(TEMPLATES.output, plan.views), *plan.data)
    made = {item.path: item.content for item in outputs}
    assert len(made) == len(outputs)
    return made


@SLOW
@given(sites(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(files: dict[str, str], random: object) -> None:
    order = list(files)
    random.shuffle(order)  # type: ignore[attr-defined]
    assert pages(linked({path: files[path] for path in order})) == pages(linked(files))


@SLOW
@given(sites(), st.sampled_from([*ACTORS, *SERIES, *PLACES, *TOPICS, "harbour"]), st.data())
def test_renaming_a_label_moves_no_address(
    files: dict[str, str], key: str, data: st.DataObject
) -> None:
    label = data.draw(st.text("abc éأ漢", min_size=1).map(str.strip).filter(bool))
    renamed = files | entries({key: f"'{label} new'"})
    assert sorted(pages(linked(renamed))) == sorted(pages(linked(files)))


@SLOW
@given(sites(), st.integers(0, 3))
def test_a_new_title_moves_no_address(files: dict[str, str], number: int) -> None:
    path = f"content/articles/a{number}.md"
    assume(path in files)
    renamed = files | {path: files[path].replace(f"title: Article {number}", "title: Another", 1)}
    assert sorted(pages(linked(renamed))) == sorted(pages(linked(files)))


def is_index(path: str) -> bool:
    """Pages that list the whole site: they change with every article."""
    return (
        path in INDEXES or path.endswith("/index.md") or path.startswith(("briefings/20", "feed"))
    )


@SLOW
@given(sites(), st.sampled_from(["2020-01-01", "2021-06-15", "2022-12-31"]))
def test_an_unrelated_article_changes_no_other_page_but_the_indexes(
    files: dict[str, str], date: str
) -> None:
    text = (
        "A whale was seen by [Mary Major]{.actor}, [9 m]{.figure} long, [then]{.event date=1999}."
    )
    added = files | {"content/articles/whale.md": head(text, title="A whale", date=date)}
    before, after = pages(linked(files)), pages(linked(added))
    new = {path for path in after if path not in before and not is_index(path)}
    assert new == {
        "briefings/whale.md",
        "articles/whale.md",
        "data/annotations/whale.json",
        "data/previews/briefings/whale.json",
    }
    changed = {path for path in before if before[path] != after.get(path)}
    assert {path for path in changed if not is_index(path)} == set()


@SLOW
@given(sites())
def test_a_figure_s_page_lists_every_report_exactly_once(files: dict[str, str]) -> None:
    site = linked(files)
    used = {block for briefing in site.briefings.values() for block in briefing.background}
    written: Counter[str] = Counter()
    for path, text in files.items():
        _, folder, name = path.split("/")
        if folder == "articles" or (folder == "background" and name.removesuffix(".md") in used):
            written.update(re.findall(r"\.figure ref=(\w+)", text))
    plans = {view.page.path: view for view in plan_pages(site).views}
    for key in SERIES:
        reports = plans[f"figures/{key}.md"].reports  # type: ignore[attr-defined]
        assert len(reports) == written[key]
        assert len(site.series.get(key, ())) == written[key]
