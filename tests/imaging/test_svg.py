"""SVG keeps what shows: what drawing programs write looks as it did."""

from __future__ import annotations

import pytest

from generator.imaging import safe_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def safe(body: str, *, root: str = 'viewBox="0 0 40 20"') -> str:
    return safe_svg(f"{HEAD} {root}>{body}</svg>".encode()).content.decode()


@pytest.mark.parametrize(
    "body",
    [
        '<path d="M0 0h1" fill="none" stroke="#c00" stroke-width="2"/>',
        '<g transform="translate(1 2) rotate(3)"><rect width="1" height="1"/></g>',
        (
            '<linearGradient id="g"><stop stop-color="rgb(1,2,3)"/></linearGradient>'
            '<rect fill="url(#g)"/>'
        ),
        '<text x="1" font-family="Example Sans" text-anchor="middle">a &amp; b &lt; c</text>',
        '<clipPath id="c"><circle r="1"/></clipPath><g clip-path="url(#c)"/>',
        '<symbol id="s"><path d="M0 0"/></symbol><use href="#s" x="1"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>',
        '<title>A map</title><desc>Of the harbour</desc><g role="img" aria-label="Map"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
        '<text xml:space="preserve" xml:lang="en">a  b</text>',
        '<style>.a{fill:red;stroke:url(#g)}</style><g class="a"/>',
        "<style>.a{fill:red}@media (prefers-color-scheme: dark){.a{fill:blue}}</style>",
        '<rect style="fill:url(#g);stroke-width:2px"/>',
    ],
)
def test_what_shows_stays(body: str) -> None:
    found = safe_svg(f'{HEAD} viewBox="0 0 40 20">{body}</svg>'.encode())
    assert found.content.decode() == (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{body}</svg>\n'
    )
    assert found.removed == ()


def test_what_only_an_editor_reads_goes_without_a_word() -> None:
    body = (
        '<metadata><x:RDF xmlns:x="urn:rdf"/></metadata><!-- made by hand -->'
        '<s:namedview xmlns:s="urn:inkscape" s:zoom="1"/><g data-name="Layer 1" id="a"/>'
    )
    found = safe_svg(f'{HEAD} viewBox="0 0 1 1">{body}</svg>'.encode())
    assert found.removed == ()
    assert found.content.endswith(b'<g id="a"/></svg>\n')


def test_links_leave_what_they_show() -> None:
    assert safe('<a href="https://desk.example/"><path d="M0 0"/></a>').endswith(
        '<path d="M0 0"/></svg>\n'
    )


def test_what_is_left_out_is_named_once() -> None:
    found = safe_svg(
        f'{HEAD}><script/><g onclick="x"/><g onclick="y"/><use href="a.svg#b"/></svg>'.encode()
    )
    assert found.removed == ("<script>", "onclick", "the address in <use>")


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('width="40" height="20"', (40, 20)),
        ('width="4cm" height="2cm"', (151, 76)),
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="0,0,40,20" width="80"', (80, 40)),
        ('viewBox="0 0 40 20" width="100%" height="100%"', (40, 20)),
        ("", (0, 0)),
        ('width="0" height="5"', (0, 0)),
        ('width="1e9" height="5"', (0, 0)),
        ('viewBox="0 0 40"', (0, 0)),
        ('viewBox="0 0 -1 5"', (0, 0)),
    ],
)
def test_sizes(root: str, size: tuple[int, int]) -> None:
    found = safe_svg(f"{HEAD} {root}/>".encode())
    assert (found.width, found.height) == size


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings_are_read_and_utf_8_is_written(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}><text>Häfen</text></svg>'
    assert "Häfen".encode() in safe_svg(text.encode(encoding)).content


def test_a_byte_order_mark_is_no_fault() -> None:
    assert safe_svg(f"\ufeff{HEAD}/>".encode()).content
