"""What a review shows: one suggestion in its sentence, the keys, and who may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from generator.diagnostics.emitters import visible
from generator.model.article import Article
from generator.model.links import Register
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.pipeline.suggestions import Desk, surroundings

from . import suggest_text as words

KEYS = "a accept · r reject · e edit · A all of this name · s skip · b back · q save and quit · ?"
HELP = """\
a  accept: the annotation is written
1… choose who is meant and accept
r  reject: the words are marked .plain and not proposed again
e  edit what it would say, then decide
A  accept it and every other one of this name in this file
F  the same, and in every other file of the site
R  reject every one of this name in this file
s  skip: nothing is written, it will be proposed again
b  back: undo the last key
q  save what is decided, and quit
Ctrl-C  quit without saving this file"""

_WHITE = re.compile(r"\s+")
_BEFORE = _BEHIND = 240
_TEXT = 480


def screen(desk: Desk, article: Article, item: Suggestion, progress: str, *, colour: bool) -> str:
    """One suggestion: place and kind, its sentence, what it would be, who may be meant."""
    head = f"{progress}  {words.place_text(article.file, item)}  {item.kind} {item.confidence:.2f}"
    said = words.meaning(item)
    lines = ["", head, f"  {_sentence(article, item, colour=colour)}"]
    if said:
        lines.append(f"  = {words.shown(said)}")
    lines += _candidates(desk, item)
    return "\n".join(lines)


def _sentence(article: Article, item: Suggestion, *, colour: bool) -> str:
    around = surroundings(article, item.span)
    before, behind = _line(around.before), _line(around.behind)
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:]
    if len(behind) > _BEHIND:
        behind = behind[:_BEHIND] + "…"
    text = _line(around.text)
    if len(text) > _TEXT:
        text = f"{text[: _TEXT // 2]} … {text[-_TEXT // 2 :]}"
    marked = click.style(visible(text), reverse=True) if colour else f">>>{visible(text)}<<<"
    return words.isolated(f"{visible(before)}{marked}{visible(behind)}".strip())


def _line(text: str) -> str:
    return _WHITE.sub(" ", text)


def _candidates(desk: Desk, item: Suggestion) -> list[str]:
    if item.ref:
        return []
    register = Register.PLACE if item.kind is SuggestionKind.PLACE else Register.ACTOR
    return [
        f"  {number} {visible(ref)} {words.isolated(visible(_name(desk, register, ref)))}".rstrip()
        for number, ref in enumerate(item.candidates, 1)
    ]


def _name(desk: Desk, register: Register, ref: str) -> str:
    names: Sequence[str] = desk.names(register, ref)
    return f"({names[0]})" if names else ""
