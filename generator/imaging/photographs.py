"""Pictures as readers get them: upright, in sRGB, no wider than need be, with nothing said in them.

A photograph knows where it was taken and with which camera. What is published is made of its pixels
alone, so none of that is in it.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from PIL import Image, ImageCms, ImageOps

from generator.model.image_file import Coding, scaled_path

from .examining import BROKEN, is_moving, opened, orientation
from .png import bare_png
from .svg import safe_svg

if TYPE_CHECKING:
    from generator.model.image_file import ImageFile

_FLAT_COLOURS: Final = 256
# How a picture is cut into tiles, and so its bytes, depends on the number of threads.
_ONE_THREAD: Final = {"codec": "aom", "max_threads": 1}
_SAVED: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    ".jpg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
    ".jpeg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
    ".png": ("PNG", {"optimize": True}),
    ".webp": ("WEBP", {"quality": 82, "method": 4}),
    ".avif": ("AVIF", {"quality": 62, **_ONE_THREAD}),
}
_PHOTOGRAPH: Final[dict[Coding, dict[str, Any]]] = {
    Coding.AVIF: {"quality": 55, "speed": 8, **_ONE_THREAD},
    Coding.WEBP: {"quality": 78, "method": 4},
}
_DRAWING: Final[dict[str, Any]] = {"lossless": True, "quality": 80, "method": 4}


def published(file: ImageFile, content: bytes) -> tuple[bytes, dict[str, bytes]]:
    """A picture as it is published, and as it is offered at its widths, by ``scaled_path``.

    The latter are beside the path ``""``. An animation is left as it is; SVG is made safe.

    Raises:
        OSError: it is broken, which ``examine`` would have told.
    """
    ending = file.path[file.path.rindex(".") :].lower()
    if ending == ".svg":
        return safe_svg(content).content, {}
    if ending not in _SAVED:
        return content, {}
    try:
        with opened(content) as picture:
            if is_moving(picture):
                return content, {}
            return _made(file, picture, ending, content)
    except OSError:
        raise
    except BROKEN as error:
        raise OSError(f"{file.path} cannot be read as a picture") from error


def _made(
    file: ImageFile, picture: Image.Image, ending: str, content: bytes
) -> tuple[bytes, dict[str, bytes]]:
    turn = orientation(picture)
    as_it_is = turn == 1 and picture.size == (file.width, file.height)
    kept = as_it_is and picture.format == "PNG" and "icc_profile" not in picture.info
    size = (file.width, file.height) if turn <= len("1234") else (file.height, file.width)
    picture.draft("RGB", size)
    whole = _resized(_upright(picture), file.width, file.height)
    flat = picture.format == "PNG" and whole.getcolors(_FLAT_COLOURS) is not None
    scaled = {}
    for width in file.widths:
        small = _resized(whole, width, max(1, round(file.height * width / file.width)))
        for coding in file.codings:
            options = _DRAWING if flat else _PHOTOGRAPH[coding]
            scaled[scaled_path("", width, coding)] = _bytes(small, coding.name, options)
    kind, options = _SAVED[ending]
    if kept and kind == "PNG":
        return bare_png(content), scaled
    if kind == "JPEG" and whole.mode == "RGBA":
        whole = whole.convert("RGB")
    return _bytes(whole, kind, options), scaled


def _upright(picture: Image.Image) -> Image.Image:
    """The pixels as they are meant to be seen, as sRGB, with no information beside them."""
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I;16") or upright.mode in {"I", "F"}:
        upright = upright.point(lambda value: value * (1 / 256)).convert("L")
    clear = "A" in upright.mode or "transparency" in upright.info
    if isinstance(profile, bytes) and upright.mode in {"RGB", "RGBA", "CMYK", "L"}:
        upright = _in_srgb(upright, profile)
    if clear:
        upright = upright.convert("RGBA")
    elif upright.mode not in {"L", "RGB"}:
        upright = upright.convert("RGB")
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    return bare


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    target = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        found = ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=target,
        )
    except (ImageCms.PyCMSError, *BROKEN):
        return picture  # a damaged profile says nothing
    return found or picture


def _resized(picture: Image.Image, width: int, height: int) -> Image.Image:
    if picture.size == (width, height):
        return picture
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _bytes(picture: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
