"""Charts and networks as a browser draws them: nothing overlaps, everything is large enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

# The rooms of all texts of the drawings that are shown, and how large their letters are.
TEXTS = """() => [...document.querySelectorAll('figure > svg')]
  .filter(svg => svg.getBoundingClientRect().width)
  .map(svg => [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect()
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    return [text.textContent, box.left, box.top, box.right, box.bottom,
            parseFloat(getComputedStyle(text).fontSize) * scale]
  }))"""


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_are_readable(visit: Visitor, site: Path, width: int) -> None:
    window = visit(width=width)
    seen = 0
    actors = sorted(site.glob("actors/*/index.html"))[::6]
    for file in (*sorted(site.glob("figures/*/index.html")), *actors):
        if "<figure class=" not in file.read_text(encoding="utf-8"):
            continue
        page = window.open(f"{file.parent.relative_to(site).as_posix()}/")
        page.evaluate("document.fonts.ready")
        drawings = page.evaluate(TEXTS)
        assert len(drawings) == 1, file
        (texts,) = drawings
        seen += 1
        for number, (text, left, top, right, bottom, size) in enumerate(texts):
            assert size >= 10, (file, text, size)
            assert left >= 0, (file, text)
            assert right <= width, (file, text)
            for other, left2, top2, right2, bottom2, _ in texts[:number]:
                apart = right <= left2 or right2 <= left or bottom <= top2 + 4 or bottom2 <= top + 4
                assert apart, (file, text, other)
    assert seen > 15
