"""Pictures that cannot be shown, or not as they are."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_PATH = "content/articles/harbour.md"


def _article(picture: str) -> str:
    return (
        "---\ntitle: Harbour reopens\ndate: 2024-03-04\nimage:\n"
        f"  file: {picture}\n  alt: The harbour\n---\n\nThe harbour reopened on Monday.\n"
    )


_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<path d="M0 15h40"/></svg>\n'
)  # fmt: skip
_GOOD = {_PATH: _article("images/harbour.svg"), "content/images/harbour.svg": _DRAWING}

BROKEN_PICTURE = Code(
    id="M001",
    name="broken-picture",
    severity=Severity.ERROR,
    summary="A picture's file cannot be read as a picture, or is cut short.",
    why="Readers would see an empty frame where the page promises a picture.",
    bad={_PATH: _article("images/harbour.png"), "content/images/harbour.png": "The harbour\n"},
    good=_GOOD,
)

PICTURE_TOO_LARGE = Code(
    id="M002",
    name="picture-too-large",
    severity=Severity.ERROR,
    summary="A picture has more pixels or bytes than are read.",
    why="A small file can unfold to more pixels than a machine has memory for.",
    bad={
        _PATH: _article("images/harbour.gif"),
        "content/images/harbour.gif": "GIF89azzzz000,0000zzzz08;",
    },
    good=_GOOD,
)

UNSAFE_PICTURE = Code(
    id="M003",
    name="unsafe-svg",
    severity=Severity.WARNING,
    summary="An SVG picture holds something that could do more than be seen; it is left out.",
    why="A picture has an address of its own; opened there, a script in it runs as the site's own, "
    "and what it loads from elsewhere tells others who reads.",
    bad={
        _PATH: _article("images/harbour.svg"),
        "content/images/harbour.svg": _DRAWING.replace("<path", '<path onclick="alert(1)"'),
    },
    good=_GOOD,
)

REFUSED_PICTURE = Code(
    id="M004",
    name="refused-svg",
    severity=Severity.ERROR,
    summary="An SVG picture is not well-formed, declares entities, or is too much to draw.",
    why="What cannot be read cannot be made safe, so it is not published.",
    bad={
        _PATH: _article("images/harbour.svg"),
        "content/images/harbour.svg": _DRAWING.replace("</svg>", ""),
    },
    good=_GOOD,
)

CODES = (BROKEN_PICTURE, PICTURE_TOO_LARGE, UNSAFE_PICTURE, REFUSED_PICTURE)
