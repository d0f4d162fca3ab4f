"""Pictures as readers get them: upright, small, and silent on who took them where."""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.imaging import examine, published, unwarned
from generator.imaging import examining as under_test
from generator.imaging.png import bare_png
from generator.model.image_file import Coding, ImageProblem, scaled_path
from tests.imaging.photos import (
    ORIENTATION,
    SAID,
    animation,
    bytes_of,
    camera,
    jpeg,
    opened,
    photograph,
    png_with_texts,
    profile,
)


def made(path: str, content: bytes) -> tuple[bytes, dict[str, bytes]]:
    file = examine(path, content)
    assert file.problem is None, file
    return published(file, content)


def reddest(picture: Image.Image) -> tuple[bool, bool]:
    """Whether the red corner is at the top, and whether it is on the left."""
    small = picture.convert("RGB").resize((8, 8))
    spots = {
        (top, left): small.getpixel((0 if left else 7, 0 if top else 7))
        for top in (True, False)
        for left in (True, False)
    }
    return max(spots, key=lambda spot: spots[spot][0] - spots[spot][1])  # type: ignore[index] # three channels


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photographs_stand_upright_without_being_told(orientation: int) -> None:
    content = jpeg(900, 600, orientation)
    file = examine("a.jpg", content)
    size = (600, 900) if orientation >= 5 else (900, 600)
    assert (file.width, file.height) == size
    first, scaled = published(file, content)
    corner = {
        1: (1, 1),
        2: (1, 0),
        3: (0, 0),
        4: (0, 1),
        5: (1, 1),
        6: (1, 0),
        7: (0, 0),
        8: (0, 1),
    }
    for data in (first, *scaled.values()):
        picture = opened(data)
        assert picture.getexif().get(ORIENTATION) is None
        assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.01)
        assert reddest(picture) == tuple(map(bool, corner[orientation]))


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.jpg", jpeg(900, 600)),
        ("a.JPEG", jpeg(900, 600, 6)),
        ("a.png", png_with_texts(photograph(300, 200))),
        ("a.png", png_with_texts(photograph(1700, 20))),
        ("a.webp", bytes_of(photograph(300, 200), "WEBP", exif=camera(), xmp=SAID.encode())),
        ("a.avif", bytes_of(photograph(64, 48), "AVIF", exif=camera(3), xmp=SAID.encode())),
    ],
)
def test_nothing_is_said_of_camera_time_and_place(path: str, content: bytes) -> None:
    assert SAID.encode() in content
    first, scaled = made(path, content)
    for data in (first, *scaled.values()):
        assert SAID.encode() not in data
        picture = opened(data)
        assert dict(picture.getexif()) == {}
        assert not {"exif", "xmp", "comment", "icc_profile"} & picture.info.keys()


def test_a_large_photograph_is_offered_at_four_widths() -> None:
    content = jpeg(2400, 1200)
    file = examine("images/a.jpg", content)
    assert (file.width, file.height) == (1600, 800)
    assert file.widths == (480, 800, 1200, 1600)
    first, scaled = published(file, content)
    assert opened(first).format == "JPEG"
    assert opened(first).size == (1600, 800)
    sizes = {480: (480, 240), 800: (800, 400), 1200: (1200, 600), 1600: (1600, 800)}
    assert {tail: (opened(data).size, opened(data).format) for tail, data in scaled.items()} == {
        scaled_path("", width, coding): (size, coding.name)
        for width, size in sizes.items()
        for coding in (Coding.AVIF, Coding.WEBP)
    }
    assert len(first) < len(content)


def test_a_small_picture_is_offered_at_its_own_width() -> None:
    file = examine("a.jpg", jpeg(300, 200))
    assert file.widths == (300,)


def test_without_avif_a_photograph_is_offered_as_webp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "writes_avif", lambda: False)
    content = jpeg(300, 200)
    _, scaled = published(examine("a.jpg", content), content)
    assert [*scaled] == ["-300.webp"]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_the_same_photograph_has_the_same_bytes_whatever_runs_beside_it(mode: str) -> None:
    """An encoder that shares its work among threads must not be seen in what it makes."""
    content = bytes_of(photograph(900, 600, mode), "JPEG")
    file = examine("a.jpg", content)
    with ThreadPoolExecutor(4) as workers:
        made = list(workers.map(lambda _: published(file, content), range(4)))
    assert all(one == made[0] for one in made)
    assert opened(made[0][1]["-900.avif"]).size == (900, 600)


def test_a_drawing_keeps_each_of_its_pixels() -> None:
    drawing = Image.new("P", (300, 200), 1)
    drawing.putpalette([0, 0, 0, 200, 10, 10])
    first, scaled = made("a.png", bytes_of(drawing, "PNG"))
    assert opened(first).mode == "P"
    assert opened(first).tobytes() == drawing.tobytes()
    assert opened(scaled["-300.webp"]).convert("RGB").getcolors() == [(60_000, (200, 10, 10))]


def test_what_is_clear_stays_clear() -> None:
    clear = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    first, scaled = made("a.png", bytes_of(clear, "PNG"))
    assert opened(first).mode == "RGBA"
    assert opened(scaled["-300.webp"]).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index] # four channels


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_pngs_of_every_mode_are_read(mode: str) -> None:
    picture = Image.new(mode, (20, 10)) if mode == "I;16" else photograph(20, 10).convert(mode)
    first, scaled = made("a.png", bytes_of(picture, "PNG"))
    assert opened(first).size == (20, 10)
    assert opened(scaled["-20.webp"]).size == (20, 10)


def test_print_colours_and_profiles_become_those_of_screens() -> None:
    print_colours = photograph(300, 200).convert("CMYK")
    first, _ = made("a.jpg", bytes_of(print_colours, "JPEG"))
    assert opened(first).mode == "RGB"
    for data in (profile(), b"damaged"):
        first, _ = made("a.jpg", bytes_of(photograph(300, 200), "JPEG", icc_profile=data))
        assert "icc_profile" not in opened(first).info


def test_an_animation_is_left_as_it_is() -> None:
    content = animation()
    file = examine("a.gif", content)
    assert (file.width, file.height, file.widths) == (40, 30, ())
    assert published(file, content) == (content, {})
    moving = bytes_of(
        photograph(40, 30), "WEBP", save_all=True, append_images=[photograph(40, 30).rotate(90)]
    )
    assert published(examine("a.webp", moving), moving) == (moving, {})


def test_svg_is_published_safe() -> None:
    content = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" onload="x()"/>'
    file = examine("a.svg", content)
    assert (file.width, file.height, file.problem) == (4, 2, ImageProblem.CLEANED)
    assert file.said == "onload"
    assert b"onload" not in published(file, content)[0]


def test_the_same_bytes_are_made_again() -> None:
    content = jpeg(500, 300)
    assert made("a.jpg", content) == made("a.jpg", content)


@pytest.mark.parametrize(
    ("path", "content", "problem", "said"),
    [
        ("a.png", b"", ImageProblem.BROKEN, "cannot be read as a picture"),
        ("a.png", b"plain text", ImageProblem.BROKEN, "cannot be read as a picture"),
        ("a.jpg", jpeg(300, 200)[:-800], ImageProblem.BROKEN, "is cut short"),
        ("a.png", bytes_of(photograph(300, 200), "PNG")[:-800], ImageProblem.BROKEN, ""),
        ("a.webp", bytes_of(photograph(300, 200), "WEBP")[:-200], ImageProblem.BROKEN, ""),
        ("a.gif", b"GIF89azzzz000,0000zzzz08;", ImageProblem.TOO_LARGE, "million pixels"),
        ("a.svg", b"<html/>", ImageProblem.REFUSED, "outermost element"),
    ],
)
def test_what_is_wrong_is_told(path: str, content: bytes, problem: ImageProblem, said: str) -> None:
    file = examine(path, content)
    assert file.problem is problem
    assert said in file.said
    assert file.said


@pytest.mark.parametrize("side", [8001, 60_000])
def test_a_small_file_that_unfolds_to_more_than_is_read(side: int) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"0" * 999))
    file = examine("a.png", bomb + chunk(b"IEND", b""))
    assert file.problem is ImageProblem.TOO_LARGE
    assert "64 million" in file.said


def test_a_long_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.imaging.examining.MOST_BYTES", 1000)
    assert examine("a.jpg", jpeg(300, 200)).problem is ImageProblem.TOO_LARGE


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(["a.jpg", "a.png", "a.gif", "a.webp", "a.avif"]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8),
    st.integers(0, 2500),
)
def test_damage_is_told_and_never_raised(
    path: str, changes: list[tuple[int, int]], end: int
) -> None:
    content = bytearray(SAMPLES[path])
    for at, value in changes:
        content[at % len(content)] = value
    found = examine(path, bytes(content[: end or None]))
    if found.problem is None:
        with unwarned():
            published(found, bytes(content[: end or None]))


SAMPLES = {
    "a.jpg": jpeg(60, 40),
    "a.png": png_with_texts(photograph(30, 20)),
    "a.gif": animation(),
    "a.webp": bytes_of(photograph(60, 40), "WEBP"),
    "a.avif": bytes_of(photograph(60, 40), "AVIF"),
}


def test_a_png_is_bared_of_what_is_said() -> None:
    content = png_with_texts(photograph(30, 20))
    bare = bare_png(content)
    assert SAID.encode() not in bare
    assert opened(bare).tobytes() == opened(content).tobytes()
    with pytest.raises(ValueError, match="no PNG"):
        bare_png(b"plain")
