"""Pixels: cards for pages that are shared, and pictures of ``content/`` made fit for readers.

The only room that knows what pictures are made of. It needs no font, no program and no network of
the machine it runs on. Pillow is loaded when pixels are, which most commands never see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .card_text import drawable_card
from .examining import examine, unwarned, writes_avif
from .svg import SafeSvg, SvgError, safe_svg

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.card import Card
    from generator.model.image_file import ImageFile


def card_png(card: Card, fonts: Path) -> bytes:
    """A card of :func:`drawable_card` as PNG; ``fonts`` is the folder of the vendored fonts.

    Raises:
        OSError: a font is not there or is none.
    """
    from .card import card_png as draw  # noqa: PLC0415 - see above

    return draw(card, fonts)


def published(file: ImageFile, content: bytes) -> tuple[bytes, dict[str, bytes]]:
    """A picture as it is published, and as it is offered at its widths, by ``scaled_path``.

    The latter are beside the path ``""``. It is upright and in sRGB, and nothing is said in it of
    camera, time or place. An animation is left as it is; SVG is made safe. Pillow may warn of what
    it finds: see :func:`unwarned`.

    Raises:
        OSError: it is broken, which ``examine`` would have told.
    """
    from .photographs import published as made  # noqa: PLC0415 - see above

    return made(file, content)


__all__ = [
    "SafeSvg",
    "SvgError",
    "card_png",
    "drawable_card",
    "examine",
    "published",
    "safe_svg",
    "unwarned",
    "writes_avif",
]
