"""What a picture file is: its size, whether it can be read whole, and whether it may be published.

A file is read to its end, so that one cut short is found before anything is built on it.
"""

from __future__ import annotations

import struct
import warnings
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Final

from generator.model.image_file import WIDTHS, ImageFile, ImageProblem

from .svg import SvgError, safe_svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

MOST_PIXELS: Final = 64_000_000
MOST_BYTES: Final = 40_000_000

FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
"""The first three need none of the rest of Pillow loaded."""
ORIENTATION: Final = 0x0112
_TURNED: Final = frozenset({5, 6, 7, 8})
_NOT_SCALED: Final = (".avif", ".gif")
_DRAWN: Final = ".png"

BROKEN: Final = (
    OSError,  # among them Pillow's own for a format that it does not know, and for files cut short
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    MemoryError,
    RuntimeError,
    struct.error,
)
"""What Pillow raises for bytes that are no picture; its readers promise nothing narrower."""


class TooManyPixelsError(Exception):
    """A picture that unfolds to far more pixels than are read."""


def examine(path: str, content: bytes) -> ImageFile:
    """What the picture at ``path`` below ``content/`` is."""
    if path.lower().endswith(".svg"):
        return _examine_svg(path, content)
    if len(content) > MOST_BYTES:
        said = f"is {len(content) / 1e6:,.0f} MB, more than {MOST_BYTES / 1e6:,.0f}"
        return ImageFile(path, problem=ImageProblem.TOO_LARGE, said=said)
    try:
        with unwarned():
            return _examine_raster(path, content)
    except TooManyPixelsError:
        said = f"has more than {MOST_PIXELS // 1_000_000} million pixels"
        return ImageFile(path, problem=ImageProblem.TOO_LARGE, said=said)
    except BROKEN as error:
        said = "is cut short" if "truncated" in str(error) else "cannot be read as a picture"
        return ImageFile(path, problem=ImageProblem.BROKEN, said=said)


@contextmanager
def unwarned() -> Iterator[None]:
    """Keep Pillow from printing what it thinks of a picture: ours are the narrower limits."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(content: bytes) -> Image.Image:
    """The picture in ``content``, not decoded yet.

    Raises:
        TooManyPixelsError: by far more than we read.
        one of BROKEN: there is none.
    """
    from PIL import Image  # noqa: PLC0415 - a check of texts alone need not wait for it

    try:
        return Image.open(BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise TooManyPixelsError from error


def is_moving(picture: Image.Image) -> bool:
    """Whether a picture is an animation; a photograph with another beside it (MPO) is none."""
    return bool(getattr(picture, "is_animated", False)) and picture.format != "MPO"


def orientation(picture: Image.Image) -> int:
    """How a picture must be turned to stand upright (EXIF), 1 where it does."""
    try:
        found = picture.getexif().get(ORIENTATION, 1)
    except BROKEN:
        return 1
    return found if isinstance(found, int) and 1 < found <= max(_TURNED) else 1


def published_size(width: int, height: int) -> tuple[int, int]:
    """The size in which a picture of this size is published: no wider than the widest."""
    widest = WIDTHS[-1]
    if width <= widest:
        return width, height
    return widest, max(1, round(height * widest / width))


def _examine_raster(path: str, content: bytes) -> ImageFile:
    with opened(content) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            most = MOST_PIXELS // 1_000_000
            said = f"has {width:,} by {height:,} pixels, more than {most} million"
            return ImageFile(path, problem=ImageProblem.TOO_LARGE, said=said)
        if orientation(picture) in _TURNED:
            width, height = height, width
        moving = is_moving(picture)
        # A photograph is read at an eighth of its size, and still to its end.
        picture.draft("RGB", (width // 8 or 1, height // 8 or 1))
        picture.load()
    if moving or path.lower().endswith(".gif"):
        return ImageFile(path, width, height)
    scaled = not path.lower().endswith(_NOT_SCALED)
    avif = scaled and not path.lower().endswith(_DRAWN) and writes_avif()
    return ImageFile(path, *published_size(width, height), scaled=scaled, avif=avif)


def writes_avif() -> bool:
    """Whether the installed Pillow was built with AVIF, as those of its makers are."""
    return find_spec("PIL._avif") is not None


def _examine_svg(path: str, content: bytes) -> ImageFile:
    try:
        safe = safe_svg(content)
    except SvgError as error:
        return ImageFile(path, problem=ImageProblem.REFUSED, said=str(error))
    problem = ImageProblem.CLEANED if safe.removed else None
    return ImageFile(
        path, safe.width, safe.height, problem=problem, said=", ".join(safe.removed[:5])
    )
