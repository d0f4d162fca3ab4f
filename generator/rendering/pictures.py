"""Pictures as pages show them: their room kept free, at the width that a window needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias
from urllib.parse import quote

from generator.model.card import Card
from generator.model.image_file import ImageFile, scaled_path

from . import addresses
from .escaping import inline
from .views import Markdown

DrawCard: TypeAlias = Callable[[Card], bytes | None]
"""The bytes of a card, ``None`` where too little of it can be drawn."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What rendering is told of pictures: the files below ``content/``, and who draws cards."""

    images: Mapping[str, ImageFile] = field(default_factory=lambda: MappingProxyType({}))
    draw: DrawCard | None = None


NO_PICTURES: Final = Pictures()

# How wide a picture stands: the width of the page, less in a column of text.
_WIDE: Final = "(min-width: 76em) 1112px, 100vw"
_COLUMN: Final = "(min-width: 45em) 680px, 100vw"


def shown(
    alt: str,
    href: str,
    image: ImageFile | None = None,
    folder: str = "",
    *,
    leading: bool = False,
) -> Markdown:
    """A picture as Markdown on one line, its ``alt`` being text.

    ``href`` is its address from the page's file, as MkDocs expects it; ``folder`` the address of
    its own folder from where the page is served, which MkDocs does not mend in HTML. A picture
    that is ``leading`` is loaded at once, any other when it comes near.
    """
    if image is None:
        return Markdown(f"![{inline(alt)}]({href})")
    size = f"width={image.width} height={image.height} " if image.width and image.height else ""
    eager = "fetchpriority=high" if leading else "loading=lazy"
    found = f"![{inline(alt)}]({href}){{ {size}{eager} decoding=async }}"
    if not image.widths:
        return Markdown(found)
    name = image.path.rpartition("/")[2]
    sizes = _WIDE if leading else _COLUMN
    sources = []
    for coding in image.codings:
        widths = ", ".join(
            f"{quote(folder + scaled_path(name, width, coding), safe='/~')} {width}w"
            for width in image.widths
        )
        sources.append(f'<source type="image/{coding}" srcset="{widths}" sizes="{sizes}">')
    return Markdown(f"<picture>{''.join(sources)}{found}</picture>")


def folder_from(page: str, media: str, *, directory_urls: bool) -> str:
    """The address of the folder of ``media`` from where ``page`` is served, with its slash.

    Both are paths below ``docs/``.
    """
    served = addresses.served(page) if directory_urls else page
    folder = media.rpartition("/")[0]
    return f"{'../' * served.count('/')}{folder}/" if folder else "../" * served.count("/")
