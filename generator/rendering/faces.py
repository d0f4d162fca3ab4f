"""Digests of what pages look up: two sites show a page the same values where these are equal."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, Final

from generator.caching import Digest, digest_of, digest_of_bytes
from generator.diagnostics import SourceFile
from generator.model.links import Origin

from .reads import EVERYTHING

WHOLE_MAPPING: Final = ""
"""The text of the key that stands for a mapping as a whole."""

_ABSENT: Final[Digest] = b""


def key_text(key: Hashable) -> str:
    """A key as text, no two keys of one mapping alike."""
    if key is EVERYTHING:
        return WHOLE_MAPPING
    match key:
        case str():
            return f"={key}"
        case Origin():
            return f"{key.register.value}:{key.id}"
        case tuple():
            return "\0".join(map(key_text, key))
        case _:
            return repr(key)


class Faces:
    """The digests of the values in ``mappings``.

    ``versions`` are the digests of the texts that were read, by path: an article or entry is
    known by that of its file.
    """

    def __init__(
        self, mappings: Mapping[str, Mapping[Any, Any]], versions: Mapping[str, Digest]
    ) -> None:
        self._mappings = mappings
        self._versions = versions
        self._texts: dict[str, dict[str, Any]] = {}
        self._known: dict[tuple[str, str], Digest] = {}

    def of(self, name: str, text: str) -> Digest:
        """The digest of the value that a key, given as text, stands for."""
        known = self._known.get((name, text))
        if known is None:
            known = self._known[name, text] = self._digest(name, text)
        return known

    def value(self, name: str, text: str) -> Any:  # noqa: ANN401  any value of the site
        """The value that a key stands for, ``None`` where there is none."""
        keys = self._keys(name)
        return self._mappings[name][keys[text]] if text in keys else None

    def _digest(self, name: str, text: str) -> Digest:
        mapping = self._mappings.get(name)
        if mapping is None:
            return _ABSENT
        if text == WHOLE_MAPPING and EVERYTHING not in mapping:
            parts = ((key.encode(), self.of(name, key)) for key in self._keys(name))
            return digest_of_bytes(*(part for pair in parts for part in pair))
        keys = self._keys(name)
        if text not in keys:
            return _ABSENT
        value = mapping[keys[text]]
        file = getattr(value, "file", None)
        if isinstance(file, SourceFile):
            version = self._versions.get(file.path)
            return version if version is not None else digest_of(value)
        return digest_of(value)

    def _keys(self, name: str) -> dict[str, Any]:
        keys = self._texts.get(name)
        if keys is None:
            mapping = self._mappings.get(name, {})
            keys = self._texts[name] = {key_text(key): key for key in mapping}
        return keys
