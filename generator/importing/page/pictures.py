"""Pictures of a page: their captions, credits and alternative texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .chrome import is_hidden, names_of
from .inlines import PLAIN, Piece, pieces_of, plain_text
from .parsing import tag_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAPTION = re.compile(
    r"(?:^|[-_])(?:caption|captions|caption-text|cutline|bildunterschrift|legende|legend)(?:$|[-_])"
)
_CREDIT = re.compile(
    r"(?:^|[-_])(?:credit|credits|copyright|photographer|attribution|quelle|source|rights|byline|"
    r"photo-by|author|creator|agency)(?:$|[-_])"
)
_CREDIT_ITEMS = frozenset({"copyrightHolder", "creditText", "creator", "author", "copyrightNotice"})
# “… words (Agency/Name)”, “… words. Photo: Name”: what stands behind a caption's sentences.
_BEHIND = re.compile(
    r"(?<!\s)\s*+[(\[](?P<round>[^()\[\]/|©]*+[/|©][^()\[\]]*+|(?:photo|foto|image|bild|picture|credit)\b"
    r"[^()\[\]]*)[)\]]\.?\s*\Z"
    r"|\s+(?:[-–—|/]\s*)?(?P<label>(?:photo|photograph|image|picture|credit|foto|bild|crédit|"
    r"imagen|фото|صورة|الصورة)\s?(?:by\s|[:：/©])(?:[^.]|\.(?=\S)){1,80}|©\s?(?:[^.]|\.(?=\S)){1,80})\.?\s*\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:photo(?:graph)?|image|foto|bild|picture|credit|crédit|imagen)"
    r"(?:(?:\s+(?:credit|by))?\s*[:：]\s*|\s+by\s+)|©\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CaptionText:
    """A caption's words, and its credit where one can be told apart."""

    pieces: tuple[Piece, ...]
    text: str
    credit: str


def caption_elements(figure: HtmlElement) -> list[HtmlElement]:
    """The elements of a figure that are its captions, none within another."""
    found: list[HtmlElement] = []
    for element in figure.iter():
        is_caption = tag_of(element) == "figcaption" or is_called_caption(element)
        if (
            element is not figure
            and is_caption
            and not any(around in found for around in element.iterancestors())
        ):
            found.append(element)
    return found


def is_called_caption(element: HtmlElement) -> bool:
    """Whether an element is a caption by its name."""
    return tag_of(element) in {"p", "div", "span", "dd", "small"} and any(
        _CAPTION.search(name) for name in names_of(element)
    )


def is_figure(element: HtmlElement) -> bool:
    """Whether an element is a picture with its caption."""
    if tag_of(element) == "figure":
        return True
    if tag_of(element) not in {"div", "section", "dl", "span", "a", "li", "td", "p"}:
        return False
    has_picture = next(element.iter("img", "amp-img", "picture"), None) is not None
    return (
        has_picture
        and any(
            _CAPTION.search(name) or name in {"figure", "media", "image", "picture", "photo"}
            for name in names_of(element)
        )
        and bool(caption_elements(element))
    )


def caption_of(element: HtmlElement, base: str) -> CaptionText:
    """What a caption element says; its credit by the element or the words that mark it."""
    credits_ = [part for part in element.iter() if part is not element and _is_credit(part)]
    credit = " ".join(_words(part, base) for part in credits_[:1])

    def skip(part: HtmlElement) -> bool:
        return is_hidden(part) or (bool(credit) and part is credits_[0])

    pieces = list(pieces_of(element, PLAIN, base, skip))
    text = plain_text(pieces)
    if not credit:
        match = _BEHIND.search(text)
        if match and match.start() > 0:
            credit = (match["round"] or match["label"] or "").strip()
            text = text[: match.start()].rstrip()
            pieces = _up_to(pieces, len(text))
    return CaptionText(tuple(pieces), text, _unbracketed(credit))


def _is_credit(element: HtmlElement) -> bool:
    return element.get("itemprop", "") in _CREDIT_ITEMS or any(
        _CREDIT.search(name) for name in names_of(element)
    )


def _words(element: HtmlElement, base: str) -> str:
    return plain_text(pieces_of(element, PLAIN, base, is_hidden))


def bare_credit(credit: str) -> str:
    """A credit without “Photo:” in front."""
    return credit[match.end() :] if (match := _LEAD.match(credit)) else credit


def _unbracketed(credit: str) -> str:
    if credit[:1] in {"(", "["} and credit[-1:] in {")", "]"} and len(credit) > 2:  # noqa: PLR2004
        return credit[1:-1].strip()
    return credit


def _up_to(pieces: list[Piece], length: int) -> list[Piece]:
    """The pieces of the first ``length`` characters of their text on one line."""
    kept: list[Piece] = []
    for piece in pieces:
        kept.append(piece)
        text = plain_text(kept)
        if len(text) >= length:
            cut = len(text) - length
            raw = piece.text.rstrip()
            kept[-1] = Piece(
                raw[: len(raw) - cut] if cut else raw,
                piece.strong,
                piece.slanted,
                piece.code,
                piece.target,
            )
            break
    return kept
