"""The site's folder: made beside the present one of new files and links, then put in its place."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.files import FileClock, Looks, looks_of
from generator.publishing.swapping import fresh_folder, remove_tree, swap

from .looks import files_in, looks_below

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


class FreshTree:
    """A new folder for the site. A file in it may share its bytes with the old site's."""

    def __init__(
        self, target: Path, spare: Path, outputs: Mapping[str, list[Any]] | None = None
    ) -> None:
        self._target = target
        self._spare = spare
        self.folder = fresh_folder(target)
        # The site before last, if it is at hand: most of its files are the present site's.
        self._lent = False
        with contextlib.suppress(OSError):
            spare.rename(self.folder)
            self._lent = True
        self._top = str(self.folder)
        self._old = str(target)
        self._folders: set[str] = {""}
        self._links = True
        self._looks: dict[str, Looks] = {}
        self._kept: set[str] = set()
        if self._lent:
            self._survey(outputs or {})

    def _survey(self, outputs: Mapping[str, list[Any]]) -> None:
        """Find the files of the present site; whatever else is here goes."""
        for path, entry in files_in(self._top):
            held = outputs.get(path)
            if held and held[1] and looks_of(entry.stat(follow_symlinks=False)) == held[1]:
                self._looks[path] = held[1]
                self._folders.add(path.rpartition("/")[0])
            elif held is None:
                os.unlink(entry.path)  # noqa: PTH108  thousands

    def has(self, path: str) -> bool:
        """Whether a file of the present site is here, as it was written."""
        return path in self._looks

    def put(self, path: str, data: bytes) -> None:
        """Write a file; one that is there is replaced, never written into: it may be a link."""
        self._kept.discard(path)
        name = self._place(path)
        _free(name)
        with open(name, "wb") as file:  # noqa: PTH123  thousands
            file.write(data)

    def keep(self, path: str) -> None:
        """Take a file of the old site over.

        Raises:
            OSError: it is not there.
        """
        if path in self._looks:
            self._kept.add(path)
            return
        present = f"{self._old}/{path}"
        name = self._place(path)
        _free(name)
        if self._links:
            try:
                os.link(present, name)
            except FileNotFoundError:
                raise
            except OSError:
                self._links = False  # a file system without links
            else:
                return
        shutil.copyfile(present, name)

    def prune(self, outputs: Collection[str]) -> None:
        """Remove every file that is not among ``outputs``, and folders that hold none."""
        _prune(self._top, "", outputs)

    def looks(self, outputs: Iterable[str], clock: FileClock) -> dict[str, Looks]:
        """How the files of the site look, once it is in its place."""
        kept = {path: self._looks[path] for path in self._kept}
        made = (path for path in outputs if path not in kept)
        return kept | looks_below(self._target, made, clock)

    def _place(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            try:
                os.makedirs(f"{self._top}/{folder}", exist_ok=True)  # noqa: PTH103  thousands
            except (FileExistsError, NotADirectoryError):
                self._clear_way(folder)
                os.makedirs(f"{self._top}/{folder}", exist_ok=True)  # noqa: PTH103  thousands
            while folder not in self._folders:
                self._folders.add(folder)
                folder = folder.rpartition("/")[0]
        return f"{self._top}/{path}"

    def _clear_way(self, folder: str) -> None:
        """Remove a file of the site before last where a folder must be."""
        place = self.folder
        for part in folder.split("/"):
            place /= part
            if place.is_symlink() or place.is_file():
                place.unlink()

    def swap_in(self) -> None:
        """Put the folder in the place of the old one, which is kept for the next build.

        Raises:
            OSError: the disk refuses; the old one stands.
        """
        old = swap(self.folder, self._target)
        if old is not None:
            self._put_by(old)

    def _put_by(self, old: Path) -> None:
        """Keep the old site's folder for the next build, where that is on the same disk."""
        try:
            self._spare.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self._spare)
        except OSError:
            remove_tree(old)

    def clear(self) -> None:
        """Remove what is in the folder."""
        remove_tree(self.folder)
        self.folder.mkdir(mode=0o755)
        self._folders = {""}
        self._looks.clear()
        self._kept.clear()
        self._lent = False

    def discard(self) -> None:
        """Remove the folder, if it is still there; a site before last goes back to its place."""
        if self.folder.exists():
            if self._lent:
                self._put_by(self.folder)
            else:
                remove_tree(self.folder)


def _free(name: str) -> None:
    """Remove whatever stands where a file must be."""
    try:
        os.unlink(name)  # noqa: PTH108  thousands
    except FileNotFoundError:
        return
    except OSError:
        remove_tree(Path(name))


def _prune(top: str, prefix: str, outputs: Collection[str]) -> bool:
    """Prune a folder; whether nothing is left in it."""
    empty = True
    with os.scandir(f"{top}/{prefix}") as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if _prune(top, f"{path}/", outputs):
                    os.rmdir(entry.path)  # noqa: PTH106  thousands
                else:
                    empty = False
            elif path in outputs:
                empty = False
            else:
                os.unlink(entry.path)  # noqa: PTH108  thousands
    return empty
