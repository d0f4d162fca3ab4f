"""Front matter written: YAML that reads the same in every YAML reader."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from .blocks import write_document

if TYPE_CHECKING:
    from generator.config import Settings
    from generator.model.draft import Draft, FrontMatter

_NONE: Mapping[str, str] = MappingProxyType({})
_PLAIN = re.compile(r"[^\W_](?:[\w .,;()/’'+–—%!?…«»“”-]|:(?=[^\s]))*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")
_IN_FLOW = frozenset(",?:")
"""Signs that end a plain scalar within brackets, for one YAML reader or another."""
_NUMBER = re.compile(r"[-+.\d_][-+.\w:]*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "none", "y", "n"})
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_article(draft: Draft, settings: Settings | None = None) -> str:
    """A draft's file: front matter in the order given, a blank line, the text."""
    body = write_document(draft.blocks, settings) if draft.body is None else draft.body
    head = write_front_matter(draft.front_matter, draft.remarks) + _comments(draft.comments)
    return f"---\n{head}---\n{chr(10) if body else ''}{body}"


def write_front_matter(front_matter: FrontMatter, remarks: Mapping[str, str] = _NONE) -> str:
    """The YAML between the ``---`` lines, remarks as comments. What is empty is left out."""
    lines: list[str] = []
    for key, value in front_matter.items():
        if isinstance(value, Mapping):
            inner = [f"  {name}: {_value(item)}" for name, item in value.items() if item]
            if inner:
                lines += [f"{key}:", *inner]
        elif value:
            remark = " ".join(_UNPRINTABLE.sub("", remarks.get(key, "")).split())
            lines.append(f"{key}: {_value(value)}{f'  # {remark}' if remark else ''}")
    return "".join(f"{line}\n" for line in lines)


def _comments(lines: tuple[str, ...]) -> str:
    """Lines as YAML comments, each on its own."""
    kept = (" ".join(_UNPRINTABLE.sub("", line).splitlines()) for line in lines)
    return "".join(f"# {line}".rstrip() + "\n" for line in kept)


def _value(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return scalar(value)
    return "[" + ", ".join(scalar(item, flow=True) for item in value) + "]"


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as YAML: plain where no reader could take it for anything else, else in quotes."""
    if _DAY.fullmatch(text):
        return text
    plain = (
        _PLAIN.fullmatch(text) is not None
        and not text.endswith(" ")
        and text.lower() not in _WORDS
        and not _NUMBER.fullmatch(text)
        and not (flow and _IN_FLOW.intersection(text))
    )
    if plain:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
