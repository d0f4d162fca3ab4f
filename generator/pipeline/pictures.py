"""Pictures of a build: what the files below ``content/`` are, what is made of them, and cards.

Whatever takes long is kept by value: by the bytes of a picture or the texts of a card, and by the
program, the fonts and the library that made it. What is damaged is made again.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from generator.caching import code_digest, digest_of, digest_of_bytes, load_record, save_record
from generator.imaging import (
    card_png,
    drawable_card,
    examine,
    published,
    unwarned,
    writes_avif,
)
from generator.model.image_file import ImageFile
from generator.model.output import Output
from generator.model.pictures import is_picture, used_pictures
from generator.publishing.theme import FONTS, shipped_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.caching import Digest
    from generator.config import Settings
    from generator.model.card import Card
    from generator.model.output import Copy
    from generator.model.site import Site
    from generator.rendering.pictures import DrawCard

    from .workspace import Workspace

_T = TypeVar("_T")


class _Made(NamedTuple):
    first: bytes
    scaled: dict[str, bytes]


_WORKERS: Final = 4
_MOST_KEPT: Final = 5000
"""Files of a kind beyond which those that this build did not use are let go."""


class _Kept:
    """Values in files of one folder, by digest."""

    def __init__(self, folder: Path, *parts: bytes) -> None:
        self._folder = folder
        self._program = digest_of_bytes(code_digest(("imaging",), ("pillow",)), *parts)
        self._used: set[str] = set()

    def value(self, key: Digest, kind: type[_T], make: Callable[[], _T]) -> _T:
        """What ``make`` returns, or returned in an earlier build."""
        name = f"{key.hex()}.bin"
        self._used.add(name)
        found = load_record(self._folder / name, kind, self._program)
        if found is None:
            found = make()
            save_record(self._folder / name, found, self._program)
        return found

    def tidy(self) -> None:
        """Let go of what was not asked for, once there is much of it."""
        if not self._folder.is_dir():
            return
        present = sorted(path for path in self._folder.iterdir() if path.suffix == ".bin")
        if len(present) > _MOST_KEPT:
            for path in present:
                if path.name not in self._used:
                    path.unlink(missing_ok=True)


def examine_pictures(
    workspace: Workspace, site: Site, files: frozenset[str]
) -> Mapping[str, ImageFile]:
    """What the pictures are that texts and front matter name, by their paths below ``content/``.

    Raises:
        OSError: a file cannot be read.
    """
    content = workspace.root / site.settings.content_dir
    used = {item.path for item in used_pictures(site)}
    paths = sorted(path for path in used & files if is_picture(path))
    if not paths:
        return {}
    kept = _Kept(workspace.cache / "examined", b"avif" if writes_avif() else b"")

    def found(path: str) -> ImageFile:
        data = (content / path).read_bytes()
        ending = PurePosixPath(path).suffix.lower()
        key = digest_of_bytes(ending.encode(), data)
        return replace(kept.value(key, ImageFile, lambda: examine(path, data)), path=path)

    images = {path: found(path) for path in paths}
    kept.tidy()
    return images


def picture_outputs(
    workspace: Workspace,
    settings: Settings,
    copies: Iterable[Copy],
    images: Mapping[str, ImageFile],
) -> tuple[tuple[Output, ...], Mapping[str, Digest]]:
    """The files of the pictures that pages show, and the digests of those they are made of.

    The latter are by their paths below ``content/``.

    Raises:
        OSError: a file cannot be read.
    """
    content = workspace.root / settings.content_dir
    kept = _Kept(workspace.cache / "pictures")

    sources: dict[str, Digest] = {}

    def made(copy: Copy) -> tuple[Output, ...]:
        data = (content / copy.source).read_bytes()
        sources[copy.source] = digest_of_bytes(data)
        image = images.get(copy.source) or examine(copy.source, data)
        key = digest_of_bytes(digest_of(replace(image, path="")), data)
        first, scaled = kept.value(key, _Made, lambda: _Made(*published(image, data)))
        return (
            Output(copy.path, first),
            *(Output(f"{copy.path}{tail}", item) for tail, item in scaled.items()),
        )

    wanted = tuple(copies)
    if not wanted:
        return (), sources
    # Pillow lets other threads run while it reads and writes pictures.
    with unwarned(), ThreadPoolExecutor(_WORKERS) as workers:
        outputs = tuple(output for group in workers.map(made, wanted) for output in group)
    kept.tidy()
    return outputs, sources


def card_drawer(workspace: Workspace, briefings: int = 0) -> DrawCard:
    """What draws cards, those of earlier builds at once, for a site of so many briefings.

    Where far more are kept than the site has, all are let go: what changed is drawn, not the rest.
    """
    folder = workspace.cache / "cards"
    if folder.is_dir() and sum(1 for _ in folder.iterdir()) > max(_MOST_KEPT, 3 * briefings):
        shutil.rmtree(folder, ignore_errors=True)
    return _CardDrawer(folder, shipped_templates() / FONTS)


class _CardDrawer:
    """Draws a card, or finds it.

    Raises:
        OSError: a font that comes with the generator is not there.
    """

    def __init__(self, folder: Path, fonts: Path) -> None:
        self._folder = folder
        self._fonts = fonts
        self._kept: _Kept | None = None  # not before a card is asked for: fonts are read

    def __call__(self, card: Card) -> bytes | None:
        known = drawable_card(card)
        if known is None:
            return None
        if self._kept is None:
            parts = (path.read_bytes() for path in sorted(self._fonts.glob("*.woff2")))
            self._kept = _Kept(self._folder, *parts)
        key = digest_of(replace(known, path=""))
        return self._kept.value(key, bytes, lambda: card_png(known, self._fonts))
