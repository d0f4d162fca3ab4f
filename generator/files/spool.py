"""Contents of files that are not to be kept in memory until they are written."""

from __future__ import annotations

import tempfile
from typing import IO, Final


class Spool:
    """A file without a name, gone with the process. Contents are put into it and read again."""

    def __init__(self) -> None:
        self._file: Final[IO[bytes]] = tempfile.TemporaryFile()  # noqa: SIM115  as long as this lives
        self._end = 0

    def __del__(self) -> None:
        self._file.close()

    def put(self, content: bytes) -> tuple[int, int]:
        """Keep ``content``; its place, for ``get``.

        Raises:
            OSError: the disk refuses.
        """
        start = self._end
        self._file.write(content)
        self._end += len(content)
        return start, len(content)

    def get(self, start: int, length: int) -> bytes:
        """The content that was put at a place."""
        self._file.seek(start)
        content = self._file.read(length)
        self._file.seek(self._end)
        return content
