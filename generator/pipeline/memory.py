"""The parser with a memory on disk: a text that is the same as before is not parsed again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec

from generator.caching import (
    Digest,
    Shards,
    code_digest,
    digest_of,
    digest_of_bytes,
)
from generator.caching.texts import ParsedText, TextCodec
from generator.config import Settings
from generator.diagnostics import Diagnostic, SourceFile

from .reading import parse_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.checking import Recall
    from generator.model.article import Article
    from generator.model.links import Register

_ROOMS: Final = (
    "caching",
    "checking",
    "config",
    "dates",
    "diagnostics",
    "model",
    "names",
    "quantities",
    "records",
    "syntax",
)
_LIBRARIES: Final = (
    "ahocorasick-rs",
    "msgspec",
    "pydantic",
    "pydantic-core",
    "pyyaml",
    "rapidfuzz",
)

_FAULTS: Final = msgspec.msgpack.Decoder(tuple[Diagnostic, ...])


class TextMemory:
    """What reading gave for each text, and checking for each article, by all that they depend on.

    ``versions`` holds the digest of each text that was read, by its path: of its characters, those
    of its sidecar, and the settings that reading depends on. ``reused`` counts the texts that were
    not parsed. A process that builds again and again keeps one memory and calls :meth:`again`
    before each build: texts that did not change are then not even decoded.
    """

    def __init__(self, folder: Path) -> None:
        self._shards: Final = Shards(folder / "texts", code_digest(_ROOMS, _LIBRARIES))
        self._codec: Final = TextCodec()
        self._settings: tuple[Settings, Settings, Digest] | None = None
        self._values: dict[Digest, tuple[Any, tuple[Diagnostic, ...]]] = {}
        self._last: dict[Digest, tuple[Any, tuple[Diagnostic, ...]]] = {}
        self.versions: dict[str, Digest] = {}
        self.reused = 0

    def again(self) -> None:
        """Begin another build of this process."""
        self._shards.again()
        self._last, self._values = self._values, {}
        self.versions = {}
        self.reused = 0

    def __call__(
        self,
        register: Register,
        name: str,
        text: str,
        settings: Settings,
        sidecar: SourceFile | None = None,
    ) -> tuple[Any, tuple[Diagnostic, ...]]:
        """As ``parse_file``."""
        own, of_settings = self._reading_settings(settings)
        beside = (sidecar.path.encode(), sidecar.text.encode()) if sidecar else ()
        key = digest_of_bytes(register.encode(), name.encode(), text.encode(), of_settings, *beside)
        self.versions[name] = key
        value = self._values[key] = self._value(key, register, SourceFile(name, text), own, sidecar)
        return value

    def _value(
        self,
        key: Digest,
        register: Register,
        source: SourceFile,
        settings: Settings,
        sidecar: SourceFile | None,
    ) -> tuple[Any, tuple[Diagnostic, ...]]:
        parse = partial(parse_file, register, source.path, source.text, settings, sidecar)
        data = self._shards.get(key)
        if data is not None:
            last = self._last.get(key)
            if last is not None:
                self.reused += 1
                return last
            known = self._codec.decode(register, data, source, sidecar, lambda: _text(parse()))
            if known is not None:
                self.reused += 1
                return known.value, known.diagnostics
        parsed = parse()
        encoded = self._codec.encode(register, ParsedText(*parsed))
        if encoded is None:
            return parsed
        self._shards.put(key, encoded)
        # As it will be read the next time: without its tree, which is made when it is needed.
        kept = self._codec.decode(register, encoded, source, sidecar, lambda: _text(parse()))
        return (kept.value, kept.diagnostics) if kept else parsed

    def recalling(self, listed: object) -> Recall:
        """Remembers the faults of articles that depend on ``listed``."""
        return partial(self._recall, digest_of(listed))

    def save(self) -> None:
        """Keep on disk what was used since this memory was made, and forget the rest."""
        self._shards.save()

    def _recall(
        self,
        listed: Digest,
        article: Article,
        references: Mapping[int, str],
        make: Callable[[], tuple[Diagnostic, ...]],
    ) -> tuple[Diagnostic, ...]:
        version = self.versions.get(article.file.path)
        if version is None:
            return make()
        key = digest_of_bytes(b"unannotated", listed, version, digest_of(tuple(references.items())))
        data = self._shards.get(key)
        if data is not None:
            try:
                return _FAULTS.decode(data)
            except msgspec.DecodeError:
                pass
        found = make()
        self._shards.put(key, msgspec.msgpack.encode(found))
        return found

    def _reading_settings(self, settings: Settings) -> tuple[Settings, Digest]:
        """The settings that reading may depend on, all others being what they are by default."""
        if self._settings is None or self._settings[0] is not settings:
            own = replace(
                Settings(),
                content_dir=settings.content_dir,
                language=settings.language,
                read_more=settings.read_more,
                source_labels=settings.source_labels,
            )
            self._settings = settings, own, digest_of(own)
        return self._settings[1:]


def _text(parsed: tuple[Any, tuple[Diagnostic, ...]]) -> Any:  # noqa: ANN401  an article or entry
    value = parsed[0]
    return getattr(value, "document", None) or value.profile
