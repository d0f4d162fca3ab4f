"""Templates compiled once a process: a preview renders with the same ones again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory, by name and source. Nothing is written: code is not data."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket its code, if it is there."""
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a bucket's code."""
        if bucket.code is not None:
            if len(self._held) > _MOST:
                self._held.clear()
            self._held[bucket.key, bucket.checksum] = bucket.code


_MOST: Final = 1_000

COMPILED: Final = CompiledTemplates()
"""Of this process."""
