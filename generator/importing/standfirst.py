"""The standfirst: one sentence ahead of the picture, printed to sum the text up."""

from __future__ import annotations

import re

from .blocks import caption_at
from .passages import Passage, joined
from .printed_lines import looks_like_caption

_LENGTH = 400
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|St|No|Jr|vs|[^\W\d_])\."
)
_SENTENCE_END = re.compile(r"[.!?؟۔。！？][\"'”’»)\]]*(?:\s+(?=\S)|(?<=[。！？])(?=\S))")
_LAST = re.compile(r"[.!?؟۔。！？…][\"'”’»)\]]*$")


def standfirst_of(passages: tuple[Passage, ...]) -> str:
    """The first passage where it is one sentence and a caption follows it; else ``""``."""
    if len(passages) < 2:  # noqa: PLR2004 - a standfirst and its caption
        return ""
    text = joined(passages[0])
    caption, _ = caption_at(passages, 1)
    if caption is None and not looks_like_caption(joined(passages[1])):
        return ""
    if caption_at(passages, 0)[0] is not None or looks_like_caption(text):
        return ""
    return text if len(text) <= _LENGTH and _is_one_sentence(text) else ""


def _is_one_sentence(text: str) -> bool:
    plain = _ABBREVIATION.sub("", text)
    return _LAST.search(text) is not None and _SENTENCE_END.search(plain) is None
