from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.model.article import Article, Reference
from generator.model.links import LinkedSite
from generator.rendering import plan_pages, render
from generator.rendering.head import locale_tag
from generator.rendering.versions import language_name
from generator.rendering.views import BriefingView, HeadView
from tests.rendering.conftest import NOWHERE, Make
from tests.rendering.linked_data_rules import Node, faults, parsed
from tests.rendering.test_pages import TEMPLATES

SITE = "https://desk.example/news/"


def head(linked: LinkedSite, path: str) -> HeadView:
    found = next(view.page.head for view in plan_pages(linked).views if view.page.path == path)
    assert found
    return found


def version(article: Article, of: str) -> Article:
    return replace(article, translation_of=Reference(of, NOWHERE))


def ferries(make: Make) -> LinkedSite:
    """A briefing in English with versions in Arabic and French, and one in English again."""
    return make.site(
        make.article("ferry", "One.", title="The ferry"),
        version(make.article("bac", "Un.", title="Le bac", language="fr"), "ferry"),
        version(make.article("abbara", "واحد", title="العبّارة", language="ar"), "bac"),
        version(make.article("again", "One.", title="The ferry again"), "ferry"),
        make.article("alone", "One."),
        site_url=SITE,
    )


def briefing(linked: LinkedSite, key: str) -> BriefingView:
    path = f"briefings/{key}.md"
    found = next(view for view in plan_pages(linked).views if view.page.path == path)
    assert isinstance(found, BriefingView)
    return found


def subject(view: BriefingView) -> Node:
    assert view.page.head
    graph = parsed(view.page.head.linked_data)
    assert faults(graph) == []
    found: Node = graph["@graph"][0]
    return found


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("ar", "ar_EG"),
        ("fa", "fa_IR"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("es-419", ""),
        ("tlh", ""),
    ],
)
def test_a_locale_has_its_country(language: str, locale: str) -> None:
    assert locale_tag(language) == locale


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "English"), ("ar", "العربية"), ("fr", "français"), ("he", "עברית"), ("tlh", "tlh")],
)
def test_a_language_has_its_own_name(language: str, name: str) -> None:
    assert language_name(language) == name


def test_a_briefing_is_dated_from_its_first_article_to_its_last_change(make: Make) -> None:
    old = make.article("old", "One.", date="2020-01-02", briefing="b", topics=("t",))
    new = make.article("new", "One.", date="2021-03-04", briefing="b", updated="2021-03-05")
    linked = make.site(old, new, make.topic("t", "Transport"))
    found = head(linked, "briefings/b.md")
    assert (found.published, found.modified) == ("2020-01-02", "2021-03-05")
    assert found.reviewed
    assert found.reviewed.text == "5 March 2021"
    assert (found.type, found.section, found.tags) == ("article", "Transport", ("Transport",))
    assert head(linked, "articles/old.md").modified == "2020-01-02"
    assert head(linked, "topics/t.md").modified == "2021-03-05"
    assert head(linked, "index.md").modified == "2021-03-05"
    assert head(linked, "corrections.md").modified == ""
    assert head(linked, "search.md").modified == ""


def test_a_change_on_the_day_is_no_earlier_than_the_moment(make: Make) -> None:
    moment = dt.datetime(2021, 9, 14, 16, 30, tzinfo=dt.UTC)
    article = replace(make.article("a", "One.", updated="2021-09-14"), moment=moment)
    found = head(make.site(article), "briefings/a.md")
    assert found.published == found.modified == "2021-09-14T16:30:00Z"


def test_versions_lead_to_each_other(make: Make) -> None:
    linked = ferries(make)
    links = {
        key: [(item.text, item.href, item.language) for item in briefing(linked, key).versions]
        for key in linked.briefings
    }
    english = ("English", "ferry.md", "en")
    french, arabic = ("français", "bac.md", "fr"), ("العربية", "abbara.md", "ar")
    assert links == {
        "ferry": [arabic, french],
        "bac": [english, arabic],
        "abbara": [english, french],
        "again": [arabic, french],
        "alone": [],
    }


def test_heads_name_one_version_a_language_the_pages_own_among_them(make: Make) -> None:
    linked = ferries(make)
    found = {
        key: [(item.language, item.page) for item in head(linked, f"briefings/{key}.md").versions]
        for key in linked.briefings
    }
    french, arabic = ("fr", "briefings/bac.md"), ("ar", "briefings/abbara.md")
    everyone = [("en", "briefings/ferry.md"), arabic, french]
    assert found == {
        "ferry": everyone,
        "bac": everyone,
        "abbara": everyone,
        "again": [("en", "briefings/again.md"), arabic, french],
        "alone": [],
    }


def test_the_original_knows_its_translations_and_they_know_it(make: Make) -> None:
    linked = ferries(make)
    original = subject(briefing(linked, "ferry"))
    assert [item["inLanguage"] for item in original["workTranslation"]] == ["ar", "fr"]
    assert "translationOfWork" not in original
    for key in ("bac", "abbara"):
        translation = subject(briefing(linked, key))
        assert translation["translationOfWork"]["@id"] == f"{SITE}briefings/ferry/#article"
        assert "workTranslation" not in translation
    for key in ("again", "alone"):
        assert not {"translationOfWork", "workTranslation"} & set(subject(briefing(linked, key)))


def test_a_draft_joins_no_versions(make: Make) -> None:
    french = version(make.article("bac", "Un.", language="fr", status="draft"), "ferry")
    linked = make.site(
        make.article("ferry", "One."),
        french,
        version(make.article("abbara", "واحد", language="ar"), "bac"),
    )
    assert briefing(linked, "ferry").versions == briefing(linked, "abbara").versions == ()
    assert len(linked.briefings["ferry"].versions) == 3


def test_a_page_says_how_to_cite_it_in_its_language(make: Make) -> None:
    article = make.article("bac", "Un.", title="Le <bac>", language="fr", date="2021-09-14")
    linked = make.site(article, make.series("s", "Ships"), site_url=SITE)
    pages = {
        item.path: item.content.decode() for item in render(linked, templates=[TEMPLATES]).outputs
    }
    written = SITE.replace("://", "&#58;//")  # text that no extension makes a link of
    for path, address in (
        ("briefings/bac.md", "briefings/bac/"),
        ("articles/bac.md", "articles/bac/"),
    ):
        line = next(text for text in pages[path].splitlines() if "bf-citation" in text)
        assert line == (
            'Citer : <span class="bf-citation"><cite>Le &lt;bac&gt;</cite> · <bdi>The Desk</bdi> · '
            'Dernière révision : <time datetime="2021-09-14">14 septembre 2021</time> · '
            f'<bdi dir="ltr">{written}{address}</bdi></span>'
        )
    assert "Cite this: " in pages["figures/s.md"]
    assert "bf-citation" not in pages["index.md"]


def test_robots_txt_names_the_sitemap_unless_the_newsroom_has_its_own(make: Make) -> None:
    def robots(linked: LinkedSite, *others: str) -> list[str]:
        found = plan_pages(linked, others=others).data
        return [item.content.decode() for item in found if item.path == "robots.txt"]

    linked = make.site(make.article("a", "One."), site_url=SITE)
    assert robots(linked) == [f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"]
    assert robots(linked, "robots.txt") == []
    assert robots(make.site(make.article("a", "One."))) == []
