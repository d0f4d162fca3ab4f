from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings, read_settings, settings_schema
from generator.diagnostics import Code, Diagnostic, SourceFile
from generator.diagnostics.codes.config import CODES


def read(text: str, **environment: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    return read_settings(SourceFile("mkdocs.yml", text), environment)


def own(*lines: str) -> str:
    return "extra:\n  briefing:\n" + "".join(f"    {line}\n" for line in lines)


def test_without_any_setting_defaults_hold() -> None:
    assert read("") == (Settings(), ())
    assert read("site_name: Briefings\nextra:\n") == (Settings(), ())


def test_settings_of_mkdocs_and_our_own() -> None:
    text = (
        "\ufeffsite_name: Example Desk\nsite_url: https://desk.example/news\n"
        "site_description: What happened\ndocs_dir: ./pages/\nsite_dir: public\n"
        "theme:\n  name: material\n  language: AR\n  palette: []\nplugins: [search]\n"
    ) + own("content-dir: texts", "templates-dir: own", "quotation-limit: 200", "latest: 6")
    settings, faults = read(text)
    assert faults == ()
    assert settings == Settings(
        site_name="Example Desk",
        site_url="https://desk.example/news/",
        site_description="What happened",
        language="ar",
        docs_dir="pages",
        site_dir="public",
        content_dir="texts",
        templates_dir="own",
        quotation_limit=200,
        latest=6,
    )


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("90", "2024-03-02"),
        ("P1Y", "2023-05-31"),
        ("P3M", "2024-02-29"),
        ("p1y6m", "2022-11-30"),
        ("P2W1D", "2024-05-16"),
        ("P99999Y", "0001-01-01"),
        ("99999999", ""),
    ],
)
def test_how_old_facts_may_be(text: str, before: str) -> None:
    settings, faults = read(own(f"stale-after: {text}"))
    if not before:
        assert len(faults) == 1
        return
    assert faults == ()
    assert settings.stale_after.before(dt.date(2024, 5, 31)).isoformat() == before


def test_our_own_language_goes_before_the_theme_s() -> None:
    text = "theme:\n  language: de\n" + own("language: zh-hant")
    assert read(text)[0].language == "zh-Hant"
    assert read("theme: material\n")[0].language == "en"


def test_labels_are_added_to_those_known() -> None:
    lines = ("read-more:", "  nl: ['LEES OOK:', Lees ook]", "source-labels:", "  nl: Bron")
    settings, faults = read(own(*lines))
    assert faults == ()
    assert {"LEES OOK", "Lees ook", "READ MORE"} <= set(settings.read_more)
    assert {"Bron", "Source"} <= set(settings.source_labels)
    assert list(settings.read_more) == sorted(settings.read_more, key=lambda x: (-len(x), x))


def test_the_rest_of_the_file_is_mkdocs_affair() -> None:
    text = (
        "INHERIT: &base base.yml\nnav: *base\nsite_name: Desk\n"
        "markdown_extensions:\n  - x:\n      y: !!python/name:material.extensions.emoji.twemoji\n"
        "  - z: !relative $docs_dir\nrepo_url: !ENV REPO\nplugins: {a: 1, a: 2}\n"
        "theme:\n  custom_dir: !ENV THEME\n  language: en\n"
    ) + own("latest: 3")
    settings, faults = read(text)
    assert faults == ()
    assert (settings.site_name, settings.latest) == ("Desk", 3)


def test_environment_variables_as_in_mkdocs() -> None:
    text = "site_url: !ENV [SITE_URL, OTHER, 'https://default.example/']\nsite_name: !ENV NAME\n"
    assert read(text) == (Settings(site_url="https://default.example/"), ())
    found, faults = read(text, OTHER="https://other.example/", NAME="Desk")
    assert faults == ()
    assert (found.site_url, found.site_name) == ("https://other.example/", "Desk")


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("site_name: a: b\n", "C001", (1, 13), "colon"),
        ("- a\n", "C001", (1, 1), "a list"),
        (own("templates-dir: !ENV X"), "C002", (3, 20), "'!ENV'"),
        (own("latest: !!int 3"), "C002", (3, 13), "'!!int'"),
        (own("latest: 3", "latest: 4"), "C002", (4, 5), "line 3"),
        ("x: &a b\nsite_name: *a\n", "C002", (2, 12), "'*a'"),
        (own("lates: 3"), "C003", (3, 5), "There is no key 'lates' in extra.briefing."),
        (own("stale-after: a year"), "C004", (3, 18), "no length of time"),
        (own("stale-after: 0"), "C004", (3, 18), "P1Y"),
        (own("stale-after: PT5M"), "C004", (3, 18), "'PT5M'"),
        (own("stale-after: P"), "C004", (3, 18), "'P'"),
        (own("latest: 0"), "C004", (3, 13), "extra.briefing.latest is '0'"),
        (own("latest: ٣"), "C004", (3, 13), "no whole number from 1"),
        (own("quotation-limit: 1e9"), "C004", (3, 22), "'1e9'"),
        (own("language: English"), "C004", (3, 15), "no language tag"),
        (own("language: [en]"), "C004", (3, 15), "where text is expected"),
        (own("read-more: Weiter"), "C004", (3, 16), "keys of its own"),
        (own("read-more: {klingon: Weiter}"), "C004", (3, 17), "'klingon'"),
        (own("read-more: {nl: ['', ':']}"), "C004", (3, 27), "not a label"),
        ("extra:\n  briefing: 3\n", "C004", (2, 13), "keys of its own"),
        ("site_url: desk.example\n", "C004", (1, 11), "https://"),
        ("theme: {language: xx}\n", "C004", (1, 19), "theme.language is 'xx'"),
        ("docs_dir: ../docs\n", "C005", (1, 11), "leads out"),
        ("site_dir: /var/www\n", "C005", (1, 11), "not relative"),
        ("docs_dir: .\n", "C005", (1, 11), "not a folder"),
        (own("content-dir: C:\\texts"), "C005", (3, 18), "not relative"),
        (own("content-dir: docs/content"), "C006", (3, 18), "'docs/content'"),
        ("docs_dir: Content\n", "C006", (1, 11), "content-dir 'content'"),
        ("site_dir: docs/site\n", "C006", (1, 11), "'docs/site'"),
        ("site_name: a\x00b\n", "S005", (1, 13), "U+0000"),
    ],
)
def test_faults(text: str, code: str, place: tuple[int, int], words: str) -> None:
    _, faults = read(text)
    assert [(item.code, (item.line, item.column)) for item in faults] == [(code, place)]
    assert words in faults[0].message or words in faults[0].help


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("lates: 3", "Did you mean latest?"),
        ("content_dir: texts", "Did you mean content-dir?"),
        ("theme: x", "Known keys: language, content-dir, templates-dir, quotation-limit, "),
    ],
)
def test_the_nearest_setting_is_proposed(line: str, mend: str) -> None:
    (fault,) = read(own(line))[1]
    assert fault.help.startswith(mend)


def test_the_other_settings_hold_where_one_cannot_be_read() -> None:
    settings, faults = read("site_url: x y\n" + own("latest: none", "quotation-limit: 7", "foo: 1"))
    assert len(faults) == 3
    assert settings == Settings(quotation_limit=7)


@pytest.mark.parametrize("row", CODES, ids=lambda row: row.name)
def test_examples_of_the_table(row: Code) -> None:
    assert [item.code for item in read(row.bad["mkdocs.yml"])[1]] == [row.id]
    assert read(row.good["mkdocs.yml"])[1] == ()


@settings(deadline=None)  # the first language tag loads CLDR
@given(st.text(st.sampled_from("extra:\n  briefing:language[]{}!ENV&*'\"-/.\\é\x00")) | st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    for whole in (text, f"site_name: {text}", own(f"language: {text}")):
        settings, faults = read(whole)
        assert settings.content_dir
        assert all(1 <= item.line <= whole.count("\n") + whole.count("\r") + 1 for item in faults)


def test_the_schema_names_every_setting() -> None:
    assert set(settings_schema()["properties"]) == {
        "language",
        "content-dir",
        "templates-dir",
        "quotation-limit",
        "latest",
        "search-limit",
        "data-licence",
        "stale-after",
        "cards",
        "publish-to",
        "page-limit",
        "gone",
        "html",
        "handbook",
        "read-more",
        "source-labels",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ("No", False), ("on", True), ("'off'", False)],
)
def test_switches_are_read_as_mkdocs_reads_them(text: str, value: bool) -> None:  # noqa: FBT001 - a case of a table
    settings, faults = read(f"use_directory_urls: {text}\n{own(f'cards: {text}')}")
    assert not faults
    assert (settings.cards, settings.directory_urls) == (value, value)


def test_a_switch_is_one_or_the_other() -> None:
    settings, (fault,) = read(own("cards: perhaps"))
    assert fault.message == "extra.briefing.cards is 'perhaps', which is neither true nor false."
    assert settings.cards
