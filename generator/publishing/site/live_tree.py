"""The served folder of a preview: each file that changed is put in its place whole."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING, Any

from .looks import files_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from generator.files import FileClock, Looks


class LiveTree:
    """As a fresh tree, but what stays is not touched.

    Nobody else writes below ``target``, so that ``outputs``, the files of the last build, stand as
    they were written; those at the paths ``dirty`` do not.
    """

    def __init__(
        self, target: Path, outputs: Mapping[str, list[Any]], dirty: Collection[str]
    ) -> None:
        self.folder = target.with_name(f".{target.name}-fresh")
        self._target = str(target)
        self._outputs = outputs
        self._dirty = dirty
        self._wanted: frozenset[str] | None = None
        self.changed: tuple[str, ...] = ()
        """The files that are not what they were, once they are served."""
        self.clear()

    def has(self, path: str) -> bool:
        """Whether a file of the last build stands as it was written."""
        return path in self._outputs and path not in self._dirty

    def put(self, path: str, data: bytes) -> None:
        """Make a file; it is not served yet."""
        name = f"{self.folder}/{path}"
        os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120  thousands
        with open(name, "wb") as file:  # noqa: PTH123  thousands
            file.write(data)

    def keep(self, path: str) -> None:
        """Leave a file as it is."""

    def prune(self, outputs: Iterable[str]) -> None:
        """Say which files the site has."""
        self._wanted = frozenset(outputs)

    def swap_in(self) -> None:
        """Serve what was made, and no longer what the site does not have.

        Raises:
            OSError: the disk refuses; each file is its old self or its new one.
        """
        top = str(self.folder)
        made = [path for path, _ in files_in(top)]
        wanted = self._wanted if self._wanted is not None else frozenset(made)
        gone = [path for path, _ in files_in(self._target) if path not in wanted]
        for path in gone:
            os.unlink(f"{self._target}/{path}")  # noqa: PTH108  thousands
            self._let_go(path.rpartition("/")[0])
        changed = set(gone)
        for path in made:
            name = f"{self._target}/{path}"
            if _same(f"{top}/{path}", name):
                continue
            changed.add(path)
            os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120  thousands
            os.replace(f"{top}/{path}", name)  # noqa: PTH105  thousands
        self.changed = tuple(sorted(changed))

    def _let_go(self, folder: str) -> None:
        """Remove folders that hold nothing."""
        with contextlib.suppress(OSError):
            while folder:
                os.rmdir(f"{self._target}/{folder}")  # noqa: PTH106  thousands
                folder = folder.rpartition("/")[0]

    def looks(self, outputs: Iterable[str], clock: FileClock) -> dict[str, Looks]:  # noqa: ARG002
        """None: see ``has``."""
        return dict.fromkeys(outputs, "")

    def clear(self) -> None:
        """Forget what was made."""
        self.discard()
        self.folder.mkdir()

    def discard(self) -> None:
        """Forget what was made, for good."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _same(first: str, second: str) -> bool:
    try:
        with open(first, "rb") as one, open(second, "rb") as other:  # noqa: PTH123  thousands
            return one.read() == other.read()
    except OSError:
        return False
