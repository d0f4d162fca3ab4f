"""Lines that are recognised as they are printed: READ MORE, Source, a caption printed twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import NOWHERE
from generator.model.document import Caption, ReadMore, SourceLine, Text
from generator.records import Refusal
from generator.records.addresses import read_address

_LINK = re.compile(r"\[(?P<title>[^\[\]]+)\]\((?P<target>[^\s()]+)\)")
_CREDIT = re.compile(
    r"[(\[（](?P<bracketed>[^()\[\]（）]*(?:\([^()]*\)[^()]*)*)[)\]）]\.?"
    r"|(?:[-–—|/]\s*)?(?P<labelled>(?:photo|image|picture|credit|foto|bild|crédit|imagen|©)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
# The last words of a picture's caption: “(Agency/Photographer)”, “Image: Agency.”
_CREDITED = re.compile(
    r"\([^()]*[/|©][^()]*\)\W*$|\b(?:photo|image|picture|credit|foto|bild|crédit|imagen)"
    r"(?:\s+by\s|\s?[:/©])[^.]*\.?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DIVIDE = re.compile(
    r"\s*[,;،؛、]\s*(?:and\s+)?|\s+(?:and|und|et|y|ve|и|و|e|en|&|\+)\s+|\s*/\s*|\s+و(?=ال|وكالات)",
    re.IGNORECASE,
)
# What stands for agencies without naming one.
_UNNAMED = re.compile(
    r"(?:(?:news|other|wire|international|the)\s+)*(?:agenc(?:y|ies)|wires)"
    r"|agences?(?:\s+de\s+presse)?|(?:nachrichten)?agenturen|agencias(?:\s+de\s+noticias)?"
    r"|ajanslar|haber\s+ajansları|агентства|(?:ال)?وكالات(?:\s+الأنباء)?|خبرگزاری‌?ها|סוכנויות(?:\s+הידיעות)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credits:
    """What a source line says: the publisher, the agencies it names, the address it gives."""

    publisher: str = ""
    agencies: tuple[str, ...] = ()
    url: str = ""


def read_more_line(text: str, labels: tuple[str, ...]) -> ReadMore | None:
    """``READ MORE: title``, the label in any case and any of the configured languages."""
    found = _labelled(text, labels)
    if found is None:
        return None
    label, title = found
    link = _LINK.fullmatch(title)
    if link:
        return ReadMore(NOWHERE, label, link["title"].strip(), NOWHERE, link["target"])
    return ReadMore(NOWHERE, label, title, NOWHERE)


def source_line(text: str, labels: tuple[str, ...]) -> SourceLine | None:
    """``Source: X and agencies``, the label in any case and any of the configured languages."""
    found = _labelled(text, labels)
    return SourceLine(NOWHERE, *found, NOWHERE) if found else None


def credits_of(line: SourceLine) -> Credits:
    """The publisher stands first; agencies behind it, by name or just as “agencies”."""
    # Runs of white space would make the dividing pattern search them over and over.
    text = " ".join(line.text.split())
    address = _ADDRESS.search(text)
    names = [
        name
        for part in _DIVIDE.split(_ADDRESS.sub(" ", text))
        if (name := part.strip(" .:()[]|-–—")) and not _UNNAMED.fullmatch(name)
    ]
    return Credits(
        publisher=names[0] if names else "",
        agencies=tuple(names[1:]),
        url=_url(address.group().rstrip(".,;)]")) if address else "",
    )


def _url(text: str) -> str:
    """``text`` where front matter can hold it as an address, else ``""``: the line keeps it."""
    try:
        return read_address(text)
    except Refusal:
        return ""


def doubled_caption(first: str, second: str) -> Caption | None:
    """A caption printed twice, in either order, of which one has the credit behind it."""
    short, long = sorted((first, second), key=len)
    if not short or not long.startswith(short):
        return None
    match = _CREDIT.fullmatch(long[len(short) :].strip())
    credit = (match["bracketed"] or match["labelled"] or "").strip() if match else ""
    if not credit:
        return None
    return Caption(NOWHERE, (Text(NOWHERE, short),), short, credit)


def looks_like_caption(text: str) -> bool:
    """Whether a line ends in a photographer's or agency's credit."""
    return _CREDITED.search(text[-200:]) is not None


def _labelled(text: str, labels: tuple[str, ...]) -> tuple[str, str] | None:
    if ":" not in text and "：" not in text:
        return None
    match = _pattern(labels).fullmatch(text)
    return (match["label"], match["rest"]) if match else None


@lru_cache(maxsize=16)
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(r"\s+".join(map(re.escape, label.split())) for label in labels) or r"(?!)"
    return re.compile(rf"(?P<label>{names})\s*[:：]\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
