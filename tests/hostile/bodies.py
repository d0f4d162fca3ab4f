"""Every place in a text, and in a sidecar, at which a text can stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.model.annotation import Kind
from generator.syntax.inline.spans import KNOWN_ATTRIBUTES

DIVISIONS: Final = ("summary", "background", "significance", "outlook", "methodology")

RAW: Final[Mapping[str, str]] = {
    "paragraph": "{p}",
    "item": "- {p}",
    "quotation": "> {p}",
    "indented": "    {p}",
    **{f"in {name}": f"::: {name}\n{{p}}\n:::" for name in DIVISIONS},
    "division name": "::: {p}\nWords.\n:::",
    "fenced": "~~~~~~~~\n{p}\n~~~~~~~~",
    "fence's words": "~~~~~~~~ {p}\nWords.\n~~~~~~~~",
    "reference": "[words][r{n}]\n\n[r{n}]: {p}",
    "reference's title": '[words][s{n}]\n\n[s{n}]: https://desk.example/s "{p}"',
    "reference's name": "[words][{p}]\n\n[{p}]: https://desk.example/n",
    "footnote": "Words[^f{n}]\n\n[^f{n}]: {p}",
    "table": "| words | words |\n|---|:-:|\n| {p} | words |",
    "table's head": "| {p} | words |\n|---|---|\n| words | words |",
}
"""Places in which a text can end its block and begin others."""

WITHIN: Final[Mapping[str, str]] = {
    "words": "Words {p} words.",
    "heading": "## {p}",
    "heading's id": "## Words {{#{p}}}",
    "numbered": "7. {p}",
    "strong": "Words **{p}** words.",
    "emphasised": "Words _{p}_ words.",
    "code": "Words `{p}` words.",
    "link text": "[{p}](https://desk.example/a)",
    "link address": "[words]({p})",
    "link address in angles": "[words](<{p}>)",
    "link title": '[words](https://desk.example/b "{p}")',
    "link on the desk": "[words](https://desk.example/{p})",
    "link query": "[words](https://desk.example/?q={p})",
    "link anchor": "[words](#{p})",
    "mail": "[words](mailto:{p})",
    "autolink": "<{p}>",
    "autolink on the desk": "<https://desk.example/{p}>",
    "image alt": "![{p}](https://desk.example/c.png)",
    "site's image alt": "![{p}](/images/dot.png)",
    "image address": "![words]({p})",
    "image title": '![words](/images/dot.png "{p}")',
    "image file": "![words](</images/{p}.png>)",
    "READ MORE": "READ MORE: {p}",
    "READ MORE link text": "READ MORE: [{p}](https://desk.example/more-{n})",
    "READ MORE address": "READ MORE: [words]({p})",
    "source line": "Source: {p}",
    "division attribute": '::: {{.background as-of="{q}"}}\nWords.\n:::',
    "division id": "::: {{.background #{p}}}\nWords.\n:::",
    "raw attribute": "[words]{{{p}}}",
    "attribute list": "Words\n{{: {p} }}",
}
"""Places within a line."""

NEEDED: Final[Mapping[Kind, Mapping[str, str]]] = {
    Kind.FIGURE: {"label": "Words", "value": "3"},
    Kind.EVENT: {"date": "2021-09-13", "label": "Words"},
    Kind.QUOTE: {"by": "{actor}"},
    Kind.CLAIM: {"by": "{actor}"},
}
"""The attributes that a kind is not without."""


def _span(kind: Kind, words: str, attributes: Mapping[str, str]) -> str:
    given = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"[{words}]{{{{.{kind}{given}}}}}"


def _annotated(kind: Kind) -> dict[str, str]:
    needed = NEEDED.get(kind, {})
    found = {f"{kind}": _span(kind, "{p}", needed) + "."}
    for key in KNOWN_ATTRIBUTES[kind]:
        others = {name: value for name, value in needed.items() if name != key}
        found[f"{kind} {key}"] = "Words " + _span(kind, "words {n}", {**others, key: "{q}"}) + "."
    return found


ANNOTATED: Final[Mapping[str, str]] = {
    **{label: form for kind in Kind for label, form in _annotated(kind).items()},
    "figure in a series": "{p} "
    + _span(Kind.FIGURE, "words {n}", {"ref": "{figure}", "value": "{n}", "by": "{actor}"})
    + " {p}.",
    "event without label": "[{p}]{{.event date=2021-09-12}}.",
    "actor of the desk": '[{p}]{{.actor ref={actor} role="{q}"}}.',
    "place of the desk": "[{p}]{{.place ref={place}}}.",
    "quoted by the desk": "[“{p}”]{{.quote by={actor}}}.",
    "disputed": "[{p}]{{.claim by={actor} status=disputed}}.",
    "caption in words": '[{p}]{{.caption credit="Words"}}',
}
"""Annotations: their words, and each of their attributes."""

TEXTS: Final[Mapping[str, str]] = {**RAW, **WITHIN, **ANNOTATED}
"""All places in a text. ``{p}``: the text, ``{q}``: it in quotation marks, ``{n}``: a number."""

PROFILES: Final = (
    *("paragraph", "item", "quotation", "table", "heading", "words", "code", "link text"),
    *("link address", "link title", "image alt", "image address", "autolink", "reference"),
)
"""The places in a register's entry that are tried: its text is written as an article's is."""

BESIDE: Final[Mapping[str, tuple[Kind, str]]] = {
    **{
        f"{kind} {key}": (kind, key)
        for kind in Kind
        if kind is not Kind.CAPTION  # none stands in a sidecar
        for key in KNOWN_ATTRIBUTES[kind]
    },
    **{key: (Kind.CLAIM, key) for key in ("note", "prefix", "suffix", "occurrence")},
}
"""The keys of a sidecar's items, each with a kind that has it."""


def chunk(form: str, text: str, number: int, ids: Mapping[str, str]) -> str:
    """A place filled with a text."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return form.format(p=text, q=quoted, n=number, **ids)
