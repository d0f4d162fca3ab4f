"""The generator's words in the page's language, from gettext catalogues. English is the key."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Callable

_CATALOGUES: Final = Path(__file__).with_name("catalogues")
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")


class Messages:
    """The messages of one language. What its catalogue lacks is shown in English."""

    __slots__ = ("_forms", "_plural", "_single", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._single: dict[str, str] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        self._plural: Callable[[int], int] = _english_plural
        path = _catalogue(language)
        if path is None:
            return
        with path.open("rb") as file:
            catalogue = read_po(file)
        # The expression comes from a catalogue of our own.
        self._plural = gettext.c2py(catalogue.plural_expr)
        for message in catalogue:
            key, text = message.id, message.string
            if isinstance(key, str):
                if key and isinstance(text, str) and text:
                    self._single[key] = text
            elif isinstance(text, tuple | list) and all(text):
                self._forms[key[0]] = tuple(text)

    def text(self, message: str) -> str:
        """``message`` as it stands in the catalogue, its placeholders unfilled."""
        return self._single.get(message, message)

    def plural(self, one: str, many: str, count: int) -> str:
        """The form of a counted message for ``count``, its placeholders unfilled."""
        forms = self._forms.get(one)
        if forms is None:
            return one if count == 1 else many
        return forms[min(self._plural(count), len(forms) - 1)]

    def fill(self, message: str, **values: object) -> str:
        """The message with its placeholders filled."""
        return self.text(message) % values

    def count(self, one: str, many: str, count: int) -> str:
        """The counted message with ``%(num)s`` filled."""
        return self.plural(one, many, count) % {"num": count}


@cache
def messages(language: str) -> Messages:
    """The messages of a BCP 47 language, read once."""
    return Messages(language)


def _catalogue(language: str) -> Path | None:
    if not _TAG.fullmatch(language):
        return None
    tags = language.replace("_", "-").split("-")
    names = (tags[0].lower(), *("-".join(tags[:end]) for end in range(2, len(tags) + 1)))
    for name in reversed(names):
        path = _CATALOGUES / f"{name}.po"
        if path.is_file():
            return path
    return None


def _english_plural(count: int) -> int:
    return int(count != 1)
