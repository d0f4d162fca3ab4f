"""The targets: each has a check, inputs to begin with, and the words of what it reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from generator.diagnostics.codes import TABLE

from . import found_files, grammars, texts

Check: TypeAlias = Callable[[bytes], None]
Seeds: TypeAlias = Callable[[], Iterator[bytes]]

ROOT: Final = Path(__file__).parents[2]
TESTS: Final = ROOT / "tests"


@dataclass(frozen=True, slots=True)
class Target:
    """``check`` raises where something does not hold of its input.

    ``words`` are what mutations put in, besides single bytes.
    """

    check: Check
    seeds: Seeds
    words: tuple[str, ...] = ()


def _examples(end: str) -> Iterator[bytes]:
    for code in TABLE.values():
        for site in (code.bad, code.good):
            for path, text in site.items():
                if path.endswith(end) and len(text) < _LONGEST:
                    yield text.encode(errors="surrogateescape")


def _files(pattern: str) -> Seeds:
    def seeds() -> Iterator[bytes]:
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_bytes()[:_LONGEST]

    return seeds


def _articles() -> Iterator[bytes]:
    yield from _examples(".md")


def _bodies() -> Iterator[bytes]:
    for text in _examples(".md"):
        yield text.rpartition(b"---\n")[2]


def _sidecars() -> Iterator[bytes]:
    yield from _examples(".annotations.yaml")
    yield b"annotations:\n  - {kind: event, exact: Monday, prefix: on, label: A}\n"
    yield b"annotations:\n  - {kind: actor, exact: Ann Marsh, ref: ann}\n  - kind: quote\n"


def _front_matter() -> Iterator[bytes]:
    for text in _examples(".md"):
        parts = text.split(b"---\n")
        if len(parts) > 1:
            yield parts[1]
    yield from _examples("mkdocs.yml")


def _phrases(folder: str) -> Seeds:
    def seeds() -> Iterator[bytes]:
        for path in sorted((TESTS / folder / "phrases").glob("*.txt")):
            number = grammars.LANGUAGES.index(path.stem)
            for line in path.read_text(encoding="utf-8").splitlines()[:60]:
                plain = re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", line)
                yield bytes([number]) + plain.encode()

    return seeds


def _names() -> Iterator[bytes]:
    yield b"Ann Marsh\nMarsh\nUS\n\nAnn Marsh of the US, Marsh's."
    yield "ميناء\nالبحر\n\nوالميناء والبحر".encode()
    yield "Straße\nİzmir\nÅ\n\nSTRASSE in izmir, Å".encode()


def _exports() -> Iterator[bytes]:
    yield (
        b'<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        b'xmlns:wp="http://wordpress.org/export/1.2/"><channel><language>en</language><item>'
        b"<title>The ferry</title><link>https://desk.example/a</link><content:encoded><![CDATA["
        b"<p>The ferry is back.</p>]]></content:encoded><wp:post_name>ferry</wp:post_name>"
        b"<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
        b"<wp:post_date>2024-05-06 10:00:00</wp:post_date><category nicename='a'>A</category>"
        b"</item></channel></rss>"
    )


def _annotations() -> Iterator[bytes]:
    yield (
        b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","body":[{"type":'
        b'"TextualBody","value":"actor","purpose":"tagging"}],"target":{"source":'
        b'"https://desk.example/a","selector":[{"type":"TextQuoteSelector","exact":"a","prefix":'
        b'"b","suffix":"c"},{"type":"TextPositionSelector","start":1,"end":2}]}}'
    )


def _pictures() -> Iterator[bytes]:
    yield (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="1em" viewBox="0 0 9 9">'
        b'<style>.a{fill:red}</style><defs><g id="a"><path d="M0 0"/></g></defs><use href="#a"/>'
        b'<text x="1" style="fill:url(#b)" onclick="x()">T</text><script>x()</script></svg>'
    )


def _built() -> Iterator[bytes]:
    yield (
        b'<!doctype html><title>A</title><meta http-equiv="refresh" content="0; url=b/">'
        b"<a href='c' id=d>e</a><img srcset='f 1x, g 2x'><script>x</script><style>y</style>"
    )


_LONGEST: Final = 4_000
_MARKUP: Final = (
    "[", "]{", "]{.actor}", "]{.figure value=3}", '="', "](", "**", "```\n", "~~~", "> ", "- ",
    "1. ", "\n\n", ":::", "::: background\n", "\n:::\n", "{.own}", "READ MORE: ", "Source: ",
    "|---|", "\\", "&amp;", "<https://", "[a]: b", "# ", "===", "\r\n", "\ufeff", "\u202e",
)  # fmt: skip
_YAML: Final = (
    "---", ": ", "- ", "  ", "{", "}", "[", "]", ", ", "&a ", "*a", "!!str ", "|\n", ">-\n", '"',
    "'", "# ", "? ", "%YAML", "title", "date", "source", "image", "name", "aliases", "roles",
    "label", "2024-05-06", "https://desk.example", "extra", "briefing", "annotations", "exact",
)  # fmt: skip
_HTML: Final = (
    "<p>", "</p>", "<div>", "<article>", "<table>", "<tr><td>", "<a href=", "<!--", "-->",
    "<script>", "<ul><li>", "<h1>", "<title>", "<meta property=", "og:title", "itemprop=",
    "application/ld+json", "<img src=", "<figure>", "&#x", "&nbsp;", "<![CDATA[", "charset=utf-16",
)  # fmt: skip
_NUMBERS: Final = (
    "million", " and ", "half", "between", "%", "€", "$", "bn", ",000", ".5", "about", "to",
    "-", "one", "hundred", "million", "مليون", "نصف", "Millionen", "und", "mil", "2 1/2", "½",
)  # fmt: skip
_DATES: Final = (
    "May", "2021", "-", "last", "Monday", "since", "from", "to", "ago", "early", "the 1990s",
    "2021-XX", "/..", "~", "%", "أيار", "mai", "lundi", "März", "von", "bis", "weeks",
)  # fmt: skip

TARGETS: Final[dict[str, Target]] = {
    "body": Target(texts.body, _bodies, _MARKUP),
    "article": Target(texts.article, _articles, (*_MARKUP, *_YAML)),
    "entry": Target(texts.entry, _front_matter, _YAML),
    "sidecar": Target(texts.sidecar, _sidecars, _YAML),
    "suggestions": Target(texts.suggestions, _bodies, (*_NUMBERS, *_DATES, "said", "“", "”")),
    "quantities": Target(grammars.quantities, _phrases("quantities"), _NUMBERS),
    "dates": Target(grammars.dates, _phrases("dates"), _DATES),
    "names": Target(grammars.names, _names, ("\n", "\n\n", "'s", "-", "ss", "İ", "ß", "و")),
    "sentences": Target(grammars.whole_sentences, _phrases("dates"), (". ", "Mr. ", "U.S.", "”")),
    "plain-text": Target(found_files.plain_text, _files("tests/importing/layouts/*.txt"), _MARKUP),
    "markdown": Target(found_files.markdown, _articles, (*_MARKUP, *_YAML)),
    "page": Target(found_files.page, _files("tests/importing/layouts/*.html"), _HTML),
    "export": Target(found_files.export, _exports, _HTML),
    "web-annotations": Target(found_files.web_annotations, _annotations, ('"', "{", "[", "\\u")),
    "built-page": Target(found_files.built_page, _built, _HTML),
    "picture": Target(found_files.picture, _pictures, ("<g>", "url(#a)", "href=", "<use ")),
}
"""What is fuzzed, by name."""
