"""The handbook's list of differences from Pandoc, made from the list that is tested."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .differences import DIFFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .differences import Difference

_SPECIAL = re.compile(r"[\\`*_{}\[\]#]")


def differences_section() -> str:
    """Every difference on purpose with an example, those of one reason together, as Markdown."""
    reasons: dict[str, list[Difference]] = {}
    for item in DIFFERENCES:
        reasons.setdefault(item.why, []).append(item)
    lines: list[str] = []
    for why, items in reasons.items():
        if len(items) > 1:
            lines += [f"{_prose(why).removesuffix('.')}:", ""]
            lines += [line for item in items for line in _item(item, "")]
    lines += ["Each of these has a reason of its own:", ""]
    for why, items in reasons.items():
        if len(items) == 1:
            lines += _item(items[0], f" {_prose(why)}")
    return "\n".join(lines).rstrip("\n")


def _item(item: Difference, why: str) -> Iterator[str]:
    name = f"**{_prose(item.name)}**"
    extension = f" (`{item.extension}`)" if item.extension else ""
    yield f"- {name}{extension}. Pandoc: {_prose(item.pandoc)}. Here: {_prose(item.here)}.{why}"
    yield ""
    for line in item.example.replace("\r", "↵").replace("\t", "→").split("\n"):
        yield f"        {line}".rstrip()
    yield ""


def _prose(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\g<0>", text)
