"""Sites whose settings and imported texts are hostile."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.pipeline import Workspace, check_content
from generator.pipeline.imports import import_files
from tests.hostile.building import folder
from tests.hostile.fields import scalar
from tests.hostile.judging import errors
from tests.hostile.placing import RESET

PACK: Final = 250
"""Texts that share one site's name."""

_PAGE: Final = """\
<!doctype html>
<html lang="en"><head><title>{title}</title>
<meta name="description" content="{title}"><meta name="author" content="{title}">
<meta property="article:published_time" content="2021-09-14">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":{json}}}</script>
</head><body><article><h1>{title}</h1>
<p>Words that make this a text which is long enough to be taken for one, whatever else it holds.</p>
{body}
<p>Words that close it, so that what stands between the two is taken for the text of the page.</p>
</article></body></html>
"""
_SHAPES: Final = (
    "<p>{raw} words</p>",
    "<p>Words {text} words that are long enough to be kept as a paragraph of the text.</p>",
    '<p>Words <a href="{text}">words {text}</a> and more of them, enough to be kept as such.</p>',
    '<figure><img src="{text}" alt="{text}"><figcaption>{text}</figcaption></figure>',
    "<h2>{text}</h2>",
    "<ul><li>Words {text}</li><li>Words that stand in a list and are kept</li></ul>",
    "<blockquote><p>Words {text} that are quoted and long enough to be kept.</p></blockquote>",
    "<pre><code>{text}</code></pre>",
    "<table><tr><th>Words</th></tr><tr><td>{text}</td></tr></table>",
)
PLACES: Final = (
    *("site_name", "site_description", "data-licence"),
    *(f"imported page: {number}" for number in range(len(_SHAPES) + 1)),
    *("imported Markdown", "imported text"),
)
"""What is filled: settings, and shapes of imported texts."""

_FIGURE: Final = '---\nlabel: "Words"\n---\n'
_ARTICLE: Final = """\
---
title: "Words"
date: "2021-09-14"
---

[3]{.figure ref=words value=3} words.
"""


def extra_site(root: Path, texts: Sequence[str]) -> int:
    """Write a site of imported texts with hostile settings; how many drafts were not usable."""
    folder(root)
    shared = RESET.join(texts)
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    clean = "".join(character for character in shared if character.isprintable())
    for key in ("site_name", "site_description"):
        line = f"{key}: {scalar(clean)}".replace("\\", "\\\\")
        configuration = re.sub(rf"^{key}:.*$", line, configuration, flags=re.MULTILINE)
    configuration += f"    data-licence: {scalar(clean)}\n    handbook: false\n"
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    for path, text in (("figures/words.md", _FIGURE), ("articles/words.md", _ARTICLE)):
        file = root / "content" / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return _imported(root, texts)


def _imported(root: Path, texts: Sequence[str]) -> int:
    found = root / "found"
    found.mkdir()
    for start in range(0, len(texts), 10):
        some = texts[start : start + 10]
        body = "\n".join(
            shape.format(raw=f"{text}{RESET}", text=html.escape(text))
            for text in some
            for shape in _SHAPES
        )
        title = html.escape(RESET.join(some))
        page = _PAGE.format(
            title=title, json=scalar(RESET.join(some)).replace("<", "\\u003c"), body=body
        )
        _write(found / f"page-{start}.html", page)
        plain = "\n\n".join(f"Words {text} words." for text in some)
        _write(found / f"text-{start}.txt", f"Words of a headline\n\n{plain}\n")
        marked = "\n\n".join(f"{text}\n\n[words]({text}) ![{text}]({text})" for text in some)
        _write(found / f"marked-{start}.md", f"# Words of a headline\n\n{marked}\n")
    unusable = 0
    for made in import_files(Workspace(root), [found]):
        if made.path is None:
            unusable += 1
            continue
        path = Path.cwd() / made.path
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^status: draft\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    for _ in range(5):
        bad = {
            item.path for item in errors(check_content(Workspace(root), drafts=False).diagnostics)
        }
        if not bad:
            break
        unusable += len(bad)
        for name in bad:
            (root / name).unlink()
    return unusable


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))
