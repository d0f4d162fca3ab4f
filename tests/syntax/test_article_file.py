from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.diagnostics import Code, Diagnostic, SourceFile, Span
from generator.diagnostics.codes import files, front_matter
from generator.model.article import Article, Document, Rights, Status
from generator.records import decode
from generator.syntax import article_file as room
from generator.syntax.article_file import article_id, parse_article
from generator.syntax.document import parse_document

CONTENT = Path(__file__).parents[2] / "content"
PATH = "content/articles/2024/ferry.md"
HEAD = "title: The ferry is back\ndate: 2024-05-02\n"


class Body:
    """Stands in for the reader of the text, and keeps what it was asked."""

    def __init__(self) -> None:
        self.source = SourceFile("", "")
        self.start = -1
        self.asked: dict[str, Any] = {}

    def __call__(
        self, source: SourceFile, start: int, **asked: object
    ) -> tuple[Document, tuple[Diagnostic, ...]]:
        self.source, self.start, self.asked = source, start, asked
        return Document(words=7), ()


@pytest.fixture(autouse=True)
def body(monkeypatch: pytest.MonkeyPatch) -> Body:
    stub = Body()
    monkeypatch.setattr(room, "parse_document", stub)
    return stub


def parse(text: str, path: str = PATH) -> tuple[Article | None, list[str]]:
    found, faults = parse_article(path, text, Settings(language="fr"))
    return found, [f"{item.line}:{item.column} {item.code} {item.message}" for item in faults]


def with_lines(*lines: str) -> str:
    return "\n".join((f"---\n{HEAD}".rstrip(), *lines, "---", "Text", ""))


def read(*lines: str, path: str = PATH) -> tuple[Article, list[str]]:
    article, faults = parse(with_lines(*lines), path)
    assert article is not None
    return article, faults


def test_the_least_that_makes_an_article(body: Body) -> None:
    article, faults = read()
    assert faults == []
    assert article.id == article.briefing == "2024/ferry"
    assert article.title == "The ferry is back"
    assert article.date == dt.date(2024, 5, 2)
    assert article.moment is None
    assert article.language == "fr"
    assert article.status is Status.PUBLISHED
    assert article.source.rights is Rights.OWN
    assert (article.topics, article.aliases, article.related, article.corrections) == ((),) * 4
    assert (article.summary, article.image, article.updated) == ("", None, None)
    assert article.document.words == 7
    assert body.source.text[body.start :] == "Text\n"
    assert body.asked == {
        "settings": Settings(language="fr"),
        "language": "fr",
        "reference": article.date,
        "headline": article.title,
        "sidecar": None,
    }


def test_every_key() -> None:
    text = (
        "---\n"
        "title: Moscow and Damascus\n"
        "date: 2021-09-14T23:30-02:00\n"
        "summary: >\n  One\n  sentence.\n"
        "id: moscow\n"
        "briefing: north\n"
        "language: EN-gb\n"
        "topics: [syria-war, aid]\n"
        "background: syria-war\n"
        "source:\n"
        "  publisher: Example Desk\n"
        "  url: https://desk.example/a\n"
        "  author: Ada Example\n"
        "  agencies: [Reuters, AP]\n"
        "  published: 2021-09-13\n"
        "  retrieved: 2021-09-15\n"
        "  archive: https://archive.example/a\n"
        "  licence: CC BY 4.0\n"
        "  rights: licensed\n"
        "image:\n"
        "  file: images/a.jpg\n"
        "  alt: Two men\n"
        "  caption: 'They meet'\n"
        "  credit: Pool\n"
        "status: draft\n"
        "updated: 2021-09-16\n"
        "corrections:\n"
        "  - date: 2021-09-16\n"
        "    text: The day was wrong.\n"
        "aliases: [old/moscow, older]\n"
        "related: [2024/ferry]\n"
        "---\n"
    )
    article, faults = parse(text)
    assert faults == []
    assert article is not None
    assert (article.id, article.briefing, article.language) == ("moscow", "north", "en-GB")
    assert article.summary == "One sentence."
    assert article.date == dt.date(2021, 9, 14)
    assert article.moment == dt.datetime(2021, 9, 15, 1, 30, tzinfo=dt.UTC)
    assert [item.id for item in article.topics] == ["syria-war", "aid"]
    assert [item.id for item in article.background] == ["syria-war"]
    source = article.source
    assert (source.publisher, source.author, source.licence) == (
        "Example Desk",
        "Ada Example",
        "CC BY 4.0",
    )
    assert (source.url, source.archive) == ("https://desk.example/a", "https://archive.example/a")
    assert source.agencies == ("Reuters", "AP")
    assert (source.published, source.retrieved) == (dt.date(2021, 9, 13), dt.date(2021, 9, 15))
    assert source.rights is Rights.LICENSED
    assert article.image is not None
    assert (article.image.file, article.image.url) == ("images/a.jpg", "")
    assert (article.image.alt, article.image.caption, article.image.credit) == (
        "Two men",
        "They meet",
        "Pool",
    )
    assert article.status is Status.DRAFT
    assert article.updated == dt.date(2021, 9, 16)
    assert [(item.date, item.text) for item in article.corrections] == [
        (dt.date(2021, 9, 16), "The day was wrong.")
    ]
    for item in (*article.topics, *article.background, *article.aliases, *article.related):
        assert text[item.span.start : item.span.end] == item.id
    shown = {key: text[span.start : span.end] for key, span in article.spans.items()}
    assert shown["title"] == article.title
    assert shown["source.rights"] == "licensed"
    assert shown["image.caption"] == "They meet"
    assert shown["topics"] == "[syria-war, aid]"
    assert len(shown) == 15 + 9 + 4
    correction = article.corrections[0].span
    assert text[correction.start :].startswith("date: 2021-09-16\n    text")
    assert article.spans["image"] == article.image.span


@pytest.mark.parametrize(
    ("lines", "rights"),
    [
        ((), Rights.OWN),
        (("source:", "  publisher: Example Desk"), Rights.OWN),
        (("source:", "  url: https://desk.example/a"), Rights.QUOTE),
        (("source:", "  url: https://desk.example/a", "  rights: own"), Rights.OWN),
        (("source:", "  rights: quote"), Rights.QUOTE),
    ],
)
def test_what_is_said_nowhere_may_only_be_quoted(lines: tuple[str, ...], rights: Rights) -> None:
    assert read(*lines)[0].source.rights is rights


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("updated: 2024-05-01",), "4:10 F020 The article was updated on 2024-05-01, before"),
        (("image: {url: 'https://a.example/b'}",), "4:1 F019 The image 'https://a.example/b'"),
        (("topics: [a, b, a]",), "4:16 F022 'a' stands in topics twice."),
        (("source: {agencies: [AP, AP]}",), "4:25 F022 'AP' stands in agencies twice."),
        (("summary: The #1 ferry",), "4:14 F021 '#1 ferry' is read as a comment"),
        (("image: {alt: x}",), "4:1 F017 image has neither"),
        (("image: {alt: x, file: a.png, url: 'https://a.example/b'}",), "4:36 F017 image has both"),
        (("id: A",), "4:5 F015 id is 'A'"),
        (('summary: "\\e[31m"',), "4:11 F023 summary is '\x1b[31m', in which"),
    ],
)
def test_one_fault_is_one_diagnostic(lines: tuple[str, ...], fault: str) -> None:
    _, faults = parse(with_lines(*lines))
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_repeated_items_count_once() -> None:
    assert [item.id for item in read("topics: [a, b, a]")[0].topics] == ["a", "b"]


def test_without_front_matter_the_mend_is_a_header_with_the_first_line_as_title() -> None:
    _, (fault,) = parse_article(PATH, '# "Ferry" is back\n\nText\n', Settings())
    assert fault.code == "F001"
    assert fault.help.splitlines()[1:] == [
        "---",
        "title: '\"Ferry\" is back'",
        "date: 2021-09-14",
        "---",
    ]


def test_the_text_is_read_whatever_is_wrong_above_it(body: Body) -> None:
    article, faults = parse("---\ndate: 2024-05-02\nlanguage: ar\nfoo: bar\n---\nText\n")
    assert article is None
    assert [fault.split()[1] for fault in faults] == ["F010", "F009"]
    assert body.source.text[body.start :] == "Text\n"
    assert body.asked["language"] == "ar"
    assert body.asked["reference"] == dt.date(2024, 5, 2)
    assert body.asked["headline"] == ""


def test_an_article_with_errors_holds_what_could_be_read() -> None:
    article, faults = read("language: English", "topics: [a, B, c]", "status: x", "related: d")
    assert len(faults) == 3
    assert article.language == "fr"
    assert [item.id for item in article.topics] == ["a", "c"]
    assert [item.id for item in article.related] == ["d"]


def test_all_faults_come_in_one_run() -> None:
    _, faults = parse("---\ntitle: a: b\ndate: x\nfoo: y\n---\nText\x00\n")
    assert [fault.split()[:2] for fault in faults] == [
        ["6:5", "S005"],
        ["2:9", "F003"],
        ["3:7", "F012"],
        ["4:1", "F009"],
    ]


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        ("content/articles/a.md", "a"),
        ("content/articles/2021/b/c-1.md", "2021/b/c-1"),
        ("elsewhere/d.md", "d"),
    ],
)
def test_the_id_is_the_path(path: str, identity: str) -> None:
    assert article_id(path, Settings()) == identity
    assert read(path=path)[0].id == identity


@pytest.mark.parametrize(
    ("path", "mend"),
    [
        ("content/articles/Ferry Is Back.md", "Rename it to ferry-is-back.md."),
        ("content/articles/2021/aux.md", "Rename it to 2021/aux-page.md."),
        ("content/articles/العبارة.md", "Rename it, as in ferry-is-back.md."),
        ("content/articles/a..b.md", "Rename it to a-b.md."),
    ],
)
def test_a_file_s_name_must_be_an_id(path: str, mend: str) -> None:
    article, faults = parse_article(path, f"---\n{HEAD}---\n", Settings())
    assert article is None
    assert [(item.code, item.help) for item in faults] == [("S004", mend)]
    assert parse(f"---\n{HEAD}id: ferry\n---\n", path)[1] == []


BY_READING_ALL = {files.STRAY_FILE, files.DUPLICATE_ID}
ROWS = [row for row in (*front_matter.CODES, *files.CODES) if row not in BY_READING_ALL]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_examples_of_the_table(row: Code) -> None:
    def codes(site: dict[str, str]) -> list[str]:
        found: list[str] = []
        for path, text in site.items():
            source, faults = decode(path, text.encode(errors="surrogateescape"))
            if source is not None:
                faults = parse_article(path, source.text, Settings())[1]
            found += (item.code for item in faults)
        return found

    assert codes(row.bad) == [row.id]
    assert codes(row.good) == []


YAML = st.text(st.sampled_from("title:date: 2021-09-14\n\"'[]{}#&*!|>@%-,.ab/\t\r\x00é😀\u2028"))


@given(YAML, st.sampled_from(["", HEAD, "title: x\n"]), st.booleans())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_front_matter_makes_reading_fail(yaml: str, head: str, closed: bool) -> None:  # noqa: FBT001 - drawn
    text = f"---\n{head}{yaml}\n{'---' if closed else ''}\nText\n"
    article, faults = parse_article(PATH, text, Settings())
    source = SourceFile(PATH, text)
    last = source.position(len(text))
    for item in faults:
        assert (1, 1) <= (item.line, item.column) <= (item.end_line, item.end_column) <= last
        assert item.message.endswith(".")
    assert article is not None or faults
    if article is not None:
        whole = Span(0, len(text))
        assert all(whole.contains(span) for span in article.spans.values())


@given(st.text())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_reading_fail(text: str) -> None:
    for whole in (text, f"---\n{text}", f"---\n{HEAD}---\n{text}"):
        parse_article(PATH, whole, Settings())


def test_the_text_is_read_behind_the_front_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "parse_document", parse_document)
    text = f"\ufeff---\r\n{HEAD}---\r\n\r\nIt sails at noon.\r\n"
    article, faults = parse_article(PATH, text, Settings())
    assert faults == ()
    assert article is not None
    assert article.document.words == 4
    (paragraph,) = article.document.blocks
    assert text[paragraph.span.start :].startswith("It sails")


def test_the_demonstration_content_reads_without_a_fault() -> None:
    paths = sorted((CONTENT / "articles").rglob("*.md"))
    assert paths
    for path in paths:
        name = path.relative_to(CONTENT.parent).as_posix()
        article, faults = parse_article(name, path.read_bytes().decode(), Settings())
        assert faults == ()
        assert article is not None
