"""Texts that cost a careless reader far more than their size, by reader; ``n`` is characters.

A text alone is repeated; a function makes one of a size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from tests.syntax.test_hostile_text import ATTACKS

Make: TypeAlias = Callable[[int], str]


def repeated(text: str) -> Make:
    """``text`` again and again."""
    return lambda n: (text * (n // len(text) + 1))[:n]


def within(before: str, text: str, behind: str = "") -> Make:
    """``text`` again and again between two others."""
    return lambda n: before + text * (n // len(text)) + behind


def numbered(text: str, before: str = "", behind: str = "") -> Make:
    """``text`` with a number of its own, again and again."""
    return lambda n: before + "".join(text.format(i) for i in range(n // (len(text) + 2))) + behind


def rising(sign: str, behind: str = "\n", least: int = 1) -> Make:
    """Runs of a sign, each longer than the one before."""
    return lambda n: "".join(sign * i + behind for i in range(least, int((2 * n) ** 0.5)))


def _all(*texts: str) -> dict[str, Make]:
    return {text[:20]: repeated(text) for text in texts}


_BODY: Final = {
    **{name: repeated(text) for name, text in ATTACKS.items()},
    **_all(
        *("*a **a *a ", "[^1] ", "<a ", "&a;", "![", "[a][", "[a][]", "<!-- ", "&#x", "> a\nb\n"),
        *(
            "a | b\n",
            "a|b\n-|-\n",
            "[a]{.plase} ",
            "[a]{.place rfe=b} ",
            "[a] {.place} ",
            "[a ]{.place} ",
        ),
        *(
            "A [b c]{.place} d. ",
            "a [b c]{.place} d ",
            "[3 men]{.figure} d ",
            "[the same]{.claim} a. ",
        ),
        *("> ```\n", "- a\n\n", '[a](b "', "[a](<b", "\\\n", "“We shall go”, he said. "),
    ),
    "nested annotations": lambda n: "[" * (n // 10) + "a" + "]{.place}" * (n // 10),
    "brackets that close": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "parentheses that close": lambda n: "[a](" + "(" * (n // 2) + ")" * (n // 2) + ")",
    "emphasis that closes": lambda n: "*a " * (n // 6) + "a* " * (n // 6),
    "rising backticks": rising("`", " "),
    "rising quotations": rising(">", " a\n\n"),
    "rising fences": rising("`", "\n", 3),
    "rising blocks": rising(":", " background\n", 3),
    "definitions": numbered("[a{}]: b\n\n"),
    "captions": numbered("The caption {}.\n\nThe caption {}. (Agency)\n\n".replace("{}", "{0}")),
    "headings": numbered("# head {}\n\n"),
    "wide table": lambda n: "a|" * (n // 4) + "\n" + "-|" * (n // 4) + "\n",
    "short rows": lambda n: (
        "a|" * int(n**0.5) + "\n" + "-|" * int(n**0.5) + "\n" + "a|\n" * (n // 4)
    ),
    "long value": within('[x]{.place ref="', "a b ", '"}'),
    "many attributes": within("[x]{.place ", "ref=a ", "}"),
    "many classes": numbered(".p{} ", "[x]{", "}"),
    "digits": within("[", "9", "]{.figure}"),
    "digits of a date": within("[x]{.event date=", "9", "}"),
    "digits of a value": within("[x]{.figure unit=a value=", "9", "}"),
    "spaces": within("a", " ", "b"),
    "spaces of a heading": within("# a", " ", "b"),
    "spaces of a printed line": within("READ MORE:", " ", "x"),
    "agencies": within("Source: ", "a and "),
    "full stops": within("a", "."),
    "closing quotes": within("a.", "”"),
}
_YAML: Final = {
    **_all(*("[", "{", "[a, ", "{a: ", "- ", "? ", "a: ", "&a ", "*a ", "!!str ", '"', "'", "|\n")),
    **_all(*("# ", "a #b ", "\t", "a:\n ", "---\n", "- a\n", "a: b\n", ": ", "[]", "\x00", "x\n")),
    "keys": numbered("k{}: v\n"),
    "names": numbered("  - Name {}\n", "aliases:\n"),
    "same names": within("aliases:\n", "  - Name\n"),
    "names in brackets": within("aliases: [", "a, ", "]"),
    "bad roles": within("roles:\n", "  - titel: a\n    form: 2015\n"),
    "anchors": numbered("  - &a{} b\n", "aliases:\n"),
    "references": within("kind: &a b\naliases:\n", "  - *a\n"),
    "laughs": numbered("a{0}: &a{0} [*a, *a]\n"),
    "comments": within("aliases:\n", "  - a #b\n"),
    "comments on a line": within("kind: a", " #b"),
    "broken entries": numbered("k{}: [\n"),
    "colons": within("kind: ", "a: "),
    "escapes": within('kind: "', "\\x41", '"'),
    "bad ids": within("former-ids:\n", "  - A B\n"),
    "digits": within("wikidata: Q", "1"),
    "digits of a year": within("roles:\n  - {title: a, from: '", "9", "'}"),
}
_FRONT: Final = {
    **_all("\r\n", "\n", "\r", "---\n", "---\r\n", " \n", "\ufeff"),
    "blank lines": within("", "\r\n", "x"),
    "never closed": within("---\n", "title: a\n"),
    "never closed, then text": within("---\ntitle: a\n\n", "a\n"),
}
_NUMBERS: Final = _all(
    *(
        "1",
        "1,",
        "1.",
        "1 ",
        "1/",
        "1-",
        "one ",
        "one hundred and ",
        "twenty-",
        "half a ",
        "3 million ",
    ),
    *(
        "between ",
        "between 3 and ",
        "from 3 to ",
        "more than ",
        "$",
        "€1.2bn ",
        "5% ",
        "½",
        "1'000",
        "1 000 ",
    ),
    *(
        "Resolution ",
        "3:4 ",
        "12-year-old ",
        "hundertundzwanzig",
        "eine Million ",
        "مليون ونصف ",
        "٣",
        "a",
    ),
)
_DATES: Final = _all(
    *(
        "3",
        "3 ",
        "May ",
        "3 May 2021 ",
        "2021-",
        "3/",
        "since ",
        "from May to ",
        "last ",
        "Monday, ",
    ),
    *(
        "3 weeks ago ",
        "early ",
        "the 1990s ",
        "Q1 ",
        "th ",
        "mid-",
        "12–",
        "2021-XX/",
        "أيار ",
        "von Mai ",
    ),
)
_PROSE: Final = (
    9 * "<p>The ferry left the harbour of the island in the morning, officials said.</p>"
)
_HTML: Final = {
    **_all(
        *(
            "<div>",
            "<p>a",
            "</div>",
            "<b><i>",
            '<a href="x">',
            "<table><tr><td>",
            "<tr><td>",
            "<ul><li>",
        ),
        *(
            "<!--",
            "<script>",
            "<style>",
            "<title>",
            "<h2>",
            "<br>",
            "<img src=a>",
            "<",
            "<a ",
            '<a b="',
        ),
        *(
            "&",
            "&#",
            "<![CDATA[",
            "<?",
            "<svg>",
            "<math>",
            "<template>",
            "<select><option>",
            "<blockquote>",
        ),
        *(
            "<article>",
            "<meta name=a content=b>",
            "<span>a</span><br><br>",
            "<dl><dt>a<dd>b",
            "<pre>a\n",
        ),
    ),
    "linked data": within('<script type="application/ld+json">', "["),
    "attributes": numbered("a{}=b ", "<p ", ">x"),
    "one word": within("<p>", "a"),
    "paragraphs": numbered("<p>Paragraph {} tells of ferries.</p>"),
    "same paragraphs": within("", "<p>The very same line of text.</p>"),
    "headings above a text": within("<h1>Ferries leave</h1>", "<h2></h2>", _PROSE),
    "asides within a text": numbered("<aside>ferry {0}</aside><p>Ferry {0} left, he said.</p>"),
    "breaks above a text": within(f"<h1>Ferries leave</h1>{_PROSE}<p>", "a<br>", "</p>"),
}
_PLAIN: Final = {
    **_all(
        *(
            "a\n",
            "\n",
            "a\n\n",
            " ",
            "- a\n",
            "1. a\n",
            "By A\n",
            "Source: a\n",
            "“",
            "a. ",
            "[",
            "*",
            "<",
        ),
        *(
            "(Reuters) - a\n",
            "http://a.example ",
            "a@a",
            "|",
            "=====\n",
            "3 May 2024\n",
            "\r",
            "READ MORE: a\n",
        ),
    ),
    "by line": within("By A", "A", "!\n\na"),
    "heading": within("# a", " ", "b"),
    "blank lines": within("", "\r\n", "x"),
    "comments of a page": within("", "<!---->"),
    "photographers": within("a (", "photo: ", ". x"),
}
_MATTER: Final = {
    **_all("---\n", "+++\n", "{{< a ", "{% a %}", "---\na: b\n"),
    "tags": numbered("  - t{}\n", "---\ntitle: a\ntags:\n", "---\nx"),
    "brackets": within("---\na: ", "[", "\n---\nx"),
    "settings": numbered('a{} = "b"\n', "+++\n", "+++\nx"),
}
_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg">'
_PICTURES: Final = {
    **{
        inner: within(_SVG, inner, "</svg>")
        for inner in (
            "<g/>",
            '<use href="#a"/>',
            "<text>a</text>",
            "&amp;",
            "<script/>",
            "<!--a-->",
        )
    },
    "deep": lambda n: _SVG + "<g>" * (n // 7) + "</g>" * (n // 7) + "</svg>",
    "uses": numbered('<g id="a{0}"><use href="#b{0}"/></g>', _SVG, "</svg>"),
    **{
        f"style {inner}": within(f"{_SVG}<style>", inner, "</style></svg>")
        for inner in ("a{b:c}", "{", "/*", "a", "@a", "@media a{", "a{b:url(", "-->")
    },
    "style of an element": within(f'{_SVG}<g style="fill:', "url(", '"/></svg>'),
    "word in a style": within(f'{_SVG}<g style="fill:(', "a", '"/></svg>'),
    "digits": within('<svg xmlns="http://www.w3.org/2000/svg" width="', "1", 'x"></svg>'),
    "unknown": numbered("<e{}/>", _SVG, "</svg>"),
}
_RSS: Final = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>a</title>'
    "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA["
)
_END: Final = "]]></content:encoded></item></channel></rss>"
_EXPORTS: Final = {
    inner: within(_RSS, inner, _END)
    for inner in ("a\n\n", "a\n", "[a ", "[caption]", "<!-- wp:a -->", "<pre>", "\n")
}
_ITEM: Final = (
    '{"type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"a"}}}'
)
_TAGS: Final = {
    **_all("[", '{"a":', '"', "1", f"{_ITEM}\n"),
    "list": within("[", f"{_ITEM},", "1]"),
}

TABLE: Final[dict[str, dict[str, Make]]] = {
    "body": _BODY,
    "entry": _YAML,
    "article": _FRONT,
    "sidecar": {
        **{name: _YAML[name] for name in ("[", "- ", "keys", "laughs", "broken entries")},
        "items": within("annotations:\n", "  - {kind: event, exact: Monday}\n"),
        "unknown items": numbered("  - {{kind: event, exact: a{}}}\n", "annotations:\n"),
        "no items": within("annotations:\n", "  - a\n"),
    },
    "quantities": _NUMBERS,
    "dates": _DATES,
    "names": {
        **_all("a ", "a", "é", "\u0301", "ß", "والبحر", "a-", " ", "ab\n"),
        "many": numbered("name {}\n"),
    },
    "whole_sentences": _all("a. ", ".", "Mr. ", "U.S. ", "“", "a.”", "。", "!?", "1. May ", "a.("),
    "suggesting": _all(
        *(
            "Ann Marsh said. ",
            "“We go”, he said. ",
            "“",
            "A ",
            "A of ",
            "3 men and ",
            "said Ann ",
            "a, ",
        ),
        *(
            "Mr A B, ",
            "the Group of ",
            "Source: a\n\n",
            "READ MORE: a\n\n",
            "Killed 3 people. ",
            "الوزير ",
        ),
    ),
    "page": _HTML,
    "plain_text": _PLAIN,
    "markdown": {**_PLAIN, **_MATTER},
    "export": _EXPORTS,
    "web_annotations": _TAGS,
    "built_page": {
        **_all('<a href="b">', "<a ", "<!-- ", "<title>", "<script>", "<img srcset='a 1x'>", "&#x"),
        "sizes": within('<img srcset="', "a,", '">'),
        "long name": within("<a ", "b", "href=x>"),
        "moment": within('<meta http-equiv=refresh content="', "1", '">'),
    },
    "picture": _PICTURES,
    "places": {**_all("a\n", "a", "\r\n"), "long line": within("", "a", "\n")},
}
