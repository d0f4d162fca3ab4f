"""A link to a source's words: the browser scrolls to them, there and nowhere else."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from generator.config import Settings
from generator.rendering.links import to_text
from generator.syntax import parse_article

pytestmark = pytest.mark.browser

SOURCE = "https://source.example/report"
MARKED = (255, 0, 255)
PAGE_HEIGHT = 600

# The words as an editor marks them; the source has the same text without the markup.
CASES = {
    "plain": "The crossing [handled 700 lorries]{.figure} in May.",
    "commas": "They took [rice, lentils, oil, and salt]{.figure} to the camp.",
    "comma in a number": "In all [1,234,567 people]{.figure} had left by then.",
    "dashes": "A [cease-fire – the third — held]{.event} for a week.",
    "dash at the start": "The reading was [-12 degrees]{.figure} at noon.",
    "ampersand and hash": "The firm [Salt & Sons #4 = 100%]{.figure} closed.",
    "straight quotes": 'He said: ["We do not \'wait\' for them"]{.quote by="A"} and left.',
    "curly quotes": "She said: [“We don’t ‘wait’ for them”]{.quote by=A} and left.",
    "guillemets": "Il a dit : [« Nous n’attendons pas »]{.quote by=A} hier.",
    "part of a word": "[Harbour]{.actor}’s master opened the gate.",
    "elision": "La décision de l’[Observatoire]{.actor} est tombée.",
    "brackets": "The council [(of eleven \\[sic\\] members)]{.figure} met.",
    "accents": "In [Żółta Łąka]{.place} the bridge was closed.",
    "emphasis in it": "The [very *first* bridge, of stone,]{.event} opened in spring.",
    "arabic": "وقالت الهيئة إن [١٢٠٠ شاحنة عبرت المعبر، وفق السجل]{.figure} في أيار.",
    "arabic with a joined word": "زار الوفد و[سوريا]{.place} في الربيع.",
    "hebrew": "לפי הרשות, [1,200 משאיות עברו]{.figure} במעבר.",
    "russian": "По данным ведомства, [«около 40 тысяч» человек]{.figure} уехали.",
    "repeated": "At noon [the gate was shut]{.event} by the guard, who left the yard at once.",
    "long": "It said that ["
    + " ".join(f"word{n}, and" for n in range(60))
    + " the end]{.claim by=A}.",
}

EARLIER = "At dawn the gate was shut by the wind, they say."
PAGE = """<!doctype html><meta charset="utf-8"><title>A report</title>
<style>
body{{font:20px/1.5 sans-serif;margin:20px}}::target-text{{background:#f0f;color:#f0f}}
</style>
<p>{earlier}</p>{filler}<p id="here" dir="auto">{words}</p>{filler}"""


def published(text: str) -> str:
    """The source's own page: the words without what the editor put around them."""
    bare = re.sub(r"(?<!\\)\[(.*)(?<!\\)\]\{[^{}]*\}", r"\1", text).replace("\\", "")
    words = re.sub(r"\*(.+?)\*", r"<em>\1</em>", html.escape(bare, quote=False))
    filler = "<p>Nothing to see in these lines, whatever is looked for.</p>" * 40
    return PAGE.format(earlier=EARLIER, filler=filler, words=words)


WHERE = """(words) => {
  const walk = document.createTreeWalker(document.querySelector("#here"), NodeFilter.SHOW_TEXT)
  const all = []
  while (walk.nextNode()) {
    for (let n = 0; n < walk.currentNode.length; n++) all.push([walk.currentNode, n])
  }
  const text = all.map(([node, n]) => node.data[n]).join("").replace(/\\s/g, " ")
  const at = text.indexOf(words)
  if (at < 0) return null
  return [at, at + words.length - 1].map((place) => {
    const range = document.createRange(), [node, n] = all[place]
    range.setStart(node, n)
    range.setEnd(node, n + 1)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return { left, right, top, bottom }
  })
}"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A small window."""
    opened = chromium.new_page(viewport={"width": 800, "height": PAGE_HEIGHT})
    yield opened
    opened.close()


def marked_rows(page: Page) -> set[int]:
    """The lines of pixels of the window in which something is marked."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    rows = (picture.crop((0, y, picture.width, y + 1)) for y in range(picture.height))
    return {
        y for y, row in enumerate(rows) if MARKED in {colour for _, colour in row.getcolors() or ()}
    }


@pytest.mark.parametrize("name", CASES)
def test_the_browser_goes_to_the_words(page: Page, name: str) -> None:
    front = f"title: A\ndate: 2024-01-01\nsource: {{url: {SOURCE}, publisher: A, rights: quote}}"
    text = f"---\n{front}\n---\n{EARLIER}\n\n{CASES[name]}\n"
    article, _ = parse_article("content/articles/a.md", text, Settings())
    assert article is not None
    (annotation,) = article.document.annotations
    body = published(CASES[name])
    page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))

    page.goto(to_text(SOURCE, annotation.quotation).replace("&amp;", "&"))

    first, last = page.evaluate(WHERE, annotation.text)
    assert page.evaluate("scrollY") > PAGE_HEIGHT
    rows = marked_rows(page)
    assert rows, "nothing is marked"
    assert first["top"] - 1 <= min(rows) <= first["bottom"]
    assert last["top"] <= max(rows) <= last["bottom"] + 1
