"""Texts that are not what they look like. What is said of one name in two files is said in both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose, replacing
from generator.diagnostics.codes.deceptive import (
    INVISIBLE_CHARACTER,
    INVISIBLE_MATCH,
    LOOK_ALIKE,
    LOOK_ALIKE_HOST,
    MIXED_SCRIPTS,
    TURNED_LINE,
    TURNED_TEXT,
)
from generator.names import (
    CONTROLS,
    INVISIBLE,
    mixture,
    needless,
    normal_name,
    scripts_in,
    skeleton,
    unbalanced,
)
from generator.records.characters import name_of

from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Code
    from generator.model.links import LinkedSite, Mention
    from generator.model.site import Site

_FRONT: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?s:.*?)(?:^(?:---|\.\.\.)[ \t]*\r?$)", re.MULTILINE
)
_LINE: Final = re.compile(r"[^\r\n]+")
_OVERRIDES: Final = re.compile("[\u202d\u202e]")
_HOST: Final = re.compile(r"https?://(?:[^\s/?#@]*@)?([^\s/?#:@\"'<>\[\](){}]+)", re.IGNORECASE)
_FOREIGN_HOST: Final = re.compile(r"//[^\s/]*(?:[^\x00-\x7f\s/]|xn--)", re.IGNORECASE)
_PUNYCODE: Final = "xn--"
_MOST: Final = 20
"""Faults of one kind told of one file: nobody reads more, and a hostile text has thousands."""


class _Titled(NamedTuple):
    """A name, title or label, its place, and whose it is."""

    text: str
    file: SourceFile
    span: Span
    owner: str


def deceptive_texts(linked: LinkedSite) -> Iterator[Diagnostic]:
    """One diagnostic for each line, name, mention and link that deceives."""
    for file, _ in linked.site.texts():
        if not file.text.isascii() and (CONTROLS.search(file.text) or INVISIBLE.search(file.text)):
            yield from _turned_and_invisible(file)
        if _FOREIGN_HOST.search(file.text):
            yield from _hosts(file)
    names = [item for item in _names(linked.site) if item.text]
    yield from _mixed(names)
    yield from _alike(names)
    yield from _mentions(linked)


def _turned_and_invisible(file: SourceFile) -> Iterator[Diagnostic]:
    """Direction controls, line by line as readers get them; what is invisible, in front matter."""
    front = _FRONT.match(file.text)
    body = front.end() if front else 0
    turned = hidden = 0
    for line in _LINE.finditer(file.text):
        text, start = line.group(), line.start()
        if text.isascii():
            continue
        places = {*unbalanced(text), *(found.start() for found in _OVERRIDES.finditer(text))}
        if places and turned < _MOST:
            turned += 1
            code = TURNED_LINE if start < body else TURNED_TEXT
            yield _told(code, file, start + min(places), text)
        if start < body and hidden < _MOST:
            unneeded = needless(text)
            hidden += bool(unneeded)
            if unneeded:
                yield _told(INVISIBLE_CHARACTER, file, start + unneeded[0], text)


def _told(code: Code, file: SourceFile, at: int, line: str) -> Diagnostic:
    span = Span(at, at + 1)
    name = name_of(file.text[at])
    said = {
        TURNED_LINE.id: f"{name} in {quoted(line)} turns the order of letters without an end.",
        TURNED_TEXT.id: f"{name} turns the order of letters here, or ends what did not begin.",
        INVISIBLE_CHARACTER.id: f"{quoted(line)} holds {name}, which cannot be seen.",
    }[code.id]
    fix = replacing(f"Delete {name}", span, "", safe=False)
    return diagnose(code, file, span, said, "Delete it, and retype the word if need be.", fix)


def _hosts(file: SourceFile) -> Iterator[Diagnostic]:
    """Links whose hosts look like others."""
    told: set[str] = set()
    for found in _HOST.finditer(file.text):
        host = found.group(1)
        if host in told or (host.isascii() and _PUNYCODE not in host.lower()):
            continue
        shown = ".".join(map(_decoded, host.split(".")))
        like = _looks_like(shown)
        if like and len(told) < _MOST:
            told.add(host)
            message = f"The host {quoted(shown)} looks like {quoted(like)} and is another."
            mend = "Make sure that this is the address that is meant; else write it anew."
            yield diagnose(LOOK_ALIKE_HOST, file, Span(*found.span(1)), message, mend)


def _decoded(label: str) -> str:
    if not label.lower().startswith(_PUNYCODE):
        return label
    try:
        return label[len(_PUNYCODE) :].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _looks_like(host: str) -> str:
    """The host of ASCII letters that ``host`` looks like, ``""`` where it looks like itself."""
    if host.isascii():
        return ""
    *labels, top = host.split(".")
    # A host of one script all through, as in .рф, is what it looks like to those who read it.
    for label in labels:
        foreign = top.isascii() and "LATIN" not in scripts_in(label)
        if mixture(label) or (foreign and not label.isascii() and skeleton(label).isascii()):
            return skeleton(host)
    return ""


def _names(site: Site) -> Iterator[_Titled]:
    nowhere = Span(0, 0)
    for article in site.articles.values():
        span = article.spans.get("title", nowhere)
        yield _Titled(article.title, article.file, span, "")
    for entries in (site.actors, site.places):
        for entry in entries.values():
            for name in entry.names:
                yield _Titled(name.text, entry.file, name.span, entry.file.path)
    for topic in site.topics.values():
        yield _Titled(topic.title, topic.file, _within(topic.file, topic.title), topic.file.path)
    for series in site.figures.values():
        yield _Titled(series.label, series.file, _within(series.file, series.label), "")
    for background in site.background.values():
        span = background.spans.get("title", nowhere)
        yield _Titled(background.title, background.file, span, "")


def _within(file: SourceFile, text: str) -> Span:
    at = max(file.text.find(text), 0)
    return Span(at, at + len(text))


def _mixed(names: list[_Titled]) -> Iterator[Diagnostic]:
    for item in names:
        found = mixture(item.text)
        if found is None:
            continue
        which = ", ".join(name_of(letter) for letter in found.letters[:3])
        message = (
            f"The word {quoted(found.word)} is written in {found.among.title()} letters with "
            f"{which} among them."
        )
        mend = f"Type the word anew in {found.among.title()} letters."
        yield diagnose(MIXED_SCRIPTS, item.file, item.span, message, mend)


def _alike(names: list[_Titled]) -> Iterator[Diagnostic]:
    """Names of different entries that look the same in different letters."""
    owned = [item for item in names if item.owner]
    if all(item.text.isascii() for item in owned):
        return
    seen: dict[str, _Titled] = {}
    # Those in ASCII letters first: they are what the others look like.
    for item in sorted(owned, key=lambda item: (not item.text.isascii(), item.owner)):
        first = seen.setdefault(skeleton(item.text), item)
        if first.owner == item.owner or normal_name(first.text) == normal_name(item.text):
            continue
        if scripts_in(first.text) == scripts_in(item.text):
            continue
        message = (
            f"The name {quoted(item.text)} looks like {quoted(first.text)} in {first.owner} and "
            "is written in other letters."
        )
        mend = "Correct the one that is misspelt; if both are right, add what tells them apart."
        yield diagnose(LOOK_ALIKE, item.file, item.span, message, mend)


def _mentions(linked: LinkedSite) -> Iterator[Diagnostic]:
    texts = (linked.actor_mentions, linked.place_mentions)
    for mentions in (found for kind in texts for found in kind.values()):
        for mention in mentions:
            annotation = mention.fact.annotation
            if mention.id and not annotation.text.isascii() and not annotation.get("ref"):
                yield from _invisible_match(linked, mention)


def _invisible_match(linked: LinkedSite, mention: Mention) -> Iterator[Diagnostic]:
    annotation = mention.fact.annotation
    places = needless(annotation.text)
    if not places:
        return
    origin = mention.fact.origin
    texts = linked.site.background if origin.register == "background" else linked.site.articles
    file = annotation.source or texts[origin.id].file
    name = name_of(annotation.text[places[0]])
    message = (
        f"{quoted(annotation.text)} is linked to {mention.id} though it holds {name}, which cannot "
        "be seen and does not count."
    )
    mend = f"Delete it if {mention.id} is meant, else give the ref of who is."
    yield diagnose(INVISIBLE_MATCH, file, annotation.text_span, message, mend)
