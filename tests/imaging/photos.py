"""Pictures that tests make: small, synthetic, in each format, with and without what cameras add."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
SAID = "Harbour Camera 7"


def photograph(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A red upper left corner on something soft, so that turning shows."""
    soft = Image.effect_mandelbrot((64, 48), (-2, -1.2, 1, 1.2), 60).convert(mode)
    picture = soft.resize((width, height), Image.Resampling.BICUBIC)
    if mode == "RGB":
        ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), fill=(255, 0, 0))
    return picture


def camera(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = SAID
    place = exif.get_ifd(PLACE)
    place[1], place[2] = "N", (33.0, 30.0, 0.0)
    return exif


def bytes_of(picture: Image.Image, kind: str, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def jpeg(width: int, height: int, orientation: int = 1) -> bytes:
    return bytes_of(
        photograph(width, height),
        "JPEG",
        quality=85,
        exif=camera(orientation),
        comment=SAID.encode(),
    )


def png_with_texts(picture: Image.Image) -> bytes:
    texts = PngInfo()
    texts.add_text("Author", SAID)
    texts.add_itxt("XML:com.adobe.xmp", SAID)
    return bytes_of(picture, "PNG", pnginfo=texts, exif=camera()) + SAID.encode()


def animation() -> bytes:
    frames = [Image.new("P", (40, 30), number) for number in range(3)]
    return bytes_of(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))
