"""Which picture files of ``content/`` texts and front matter name."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.diagnostics import SourceFile, Span

from .document import Image
from .walking import inline_runs, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .article import Article
    from .registers import Actor
    from .site import Site

_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|.*[?#]", re.DOTALL)
_PICTURE: Final = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)
_MARKED: Final = "!["


def is_picture(path: str) -> bool:
    """Whether a file has the name of what browsers show as a picture."""
    return _PICTURE.fullmatch(posixpath.splitext(path)[1]) is not None


class UsedPicture(NamedTuple):
    """A picture file by its path below ``content/``, and where its name is written."""

    path: str
    file: SourceFile
    span: Span


def picture_path(target: str, folder: str, content: str) -> str:
    """The path below ``content`` of a picture that a text in ``folder`` names.

    Both folders are relative to the site's root; an address that begins with a slash is relative
    to ``content``. ``""`` for an address elsewhere, and for one that leaves ``content``.
    """
    path = target.strip()
    if not path or _ELSEWHERE.match(path):
        return ""
    start = content if path.startswith("/") else folder
    whole = posixpath.normpath(posixpath.join(start, path.lstrip("/")))
    return whole.removeprefix(f"{content}/") if whole.startswith(f"{content}/") else ""


def used_pictures(site: Site) -> Iterator[UsedPicture]:
    """Every picture of the site's own, wherever one is named: in front matter, and in texts."""
    owners: tuple[Article | Actor, ...] = (*site.articles.values(), *site.actors.values())
    for owner in owners:
        if owner.image is not None and owner.image.file:
            yield UsedPicture(owner.image.file, owner.file, owner.image.span)
    content = site.settings.content_dir
    for file, document in site.texts():
        if _MARKED not in file.text:
            continue
        folder = posixpath.dirname(file.path)
        for run in inline_runs(document.blocks):
            for node in nodes(run):
                if isinstance(node, Image):
                    path = picture_path(node.target, folder, content)
                    own = node.target.strip()
                    if not path and not _ELSEWHERE.match(own):
                        path = own  # it leaves the folder, so no file there has this path
                    if path:
                        yield UsedPicture(path, file, node.target_span)
