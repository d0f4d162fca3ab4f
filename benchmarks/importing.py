"""How much of saved web pages the import gets right: `python benchmarks/importing.py [FOLDER]`.

A folder holds pages (`*.html`), and beside each what is expected of it by reading it:

- `NAME.json` with `title`, `author`, `date` and, where known, `updated`, `language`, `publisher`,
  `url`, `image` (a map); `""` for what the page does not say. A key that is missing is not counted;
- `NAME.txt` with the text: every word of the article that is shown, captions and the titles of
  READ MORE boxes among them, without headline, byline, date, menus, sharing and comments. For a
  page whose words are not ours to keep, `NAME.runs` holds fingerprints of them instead.

Without a folder, the corpora are the pages of the project's own making in
`tests/importing/layouts` (thirteen layouts) and, where the folder stands beside the repository,
the two pages in `../shared/articles`, with what is expected in `benchmarks/expected-pages`.

Measures. A field is right or wrong as a whole (white space and case apart; of a date, the day).
F is the harmonic mean of precision and recall over the multiset of *runs of five words* (letters
and digits, case folded) of the imported text and of the expected text: it falls when a word is
lost, added or out of its order. `words` is the same over single words. The imported text is what
the written draft reads back as, without its markup.
"""

from __future__ import annotations

import argparse
import base64
import datetime as dt
import hashlib
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.config import Settings
from generator.importing import import_file
from generator.model.document import (
    Block,
    Caption,
    CodeBlock,
    Division,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    ReadMore,
    SourceLine,
    Table,
    Text,
)
from generator.model.document import Code as CodeSpan
from generator.model.draft import Draft
from generator.syntax import parse_article, write_article

T = TypeVar("T", bytes, str)
HERE = Path(__file__).parent
LAYOUTS = HERE.parent / "tests" / "importing" / "layouts"
GIVEN = HERE.parent.parent / "shared" / "articles"
EXPECTED = HERE / "expected-pages"
FALLBACK = dt.date(2030, 1, 1)
FIELDS = ("title", "author", "date")
WORD = re.compile(r"[^\W_]+")
RUN = 5
BYTES = 4


class Score(NamedTuple):
    """What one page reached: the fields that are right, by name, and F of its text."""

    fields: dict[str, bool]
    runs: float
    words: float | None
    precision: float
    recall: float
    seconds: float


def main() -> None:
    """Print a line for each page and the means of each corpus."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("folder", nargs="?", type=Path, help="pages with what is expected")
    arguments.add_argument("--expected", type=Path, help="where that stands if not beside them")
    given = arguments.parse_args()
    if given.folder:
        report(given.folder, given.expected or given.folder)
        return
    report(LAYOUTS, LAYOUTS)
    if GIVEN.is_dir():
        report(GIVEN, EXPECTED)


def report(folder: Path, expected: Path) -> None:
    """The table of one corpus."""
    pages = [
        page for page in sorted(folder.glob("*.htm*")) if (expected / f"{page.stem}.json").is_file()
    ]
    print(f"Corpus: {len(pages)} pages in {folder}")
    print(
        f"{'page':<28}{'title':>6}{'author':>7}{'date':>6}{'F':>8}{'P':>7}{'R':>7}{'words':>7}"
        f"{'ms':>7}  other fields"
    )
    scores = [score(page, expected) for page in pages]
    for page, got in zip(pages, scores, strict=True):
        marks = "".join(
            f"{'–' if name not in got.fields else 'yes' if got.fields[name] else 'NO':>{width}}"
            for name, width in zip(FIELDS, (6, 7, 6), strict=True)
        )
        words = f"{got.words:.3f}" if got.words is not None else "–"
        wrong = [name for name, right in got.fields.items() if not right and name not in FIELDS]
        others = f"wrong: {', '.join(wrong)}" if wrong else "right"
        print(
            f"{page.stem[:27]:<28}{marks}{got.runs:>8.3f}{got.precision:>7.3f}{got.recall:>7.3f}"
            f"{words:>7}{1000 * got.seconds:>7.0f}  {others}"
        )
    if scores:
        rights = [
            f"{name} {sum(got.fields[name] for got in scores if name in got.fields)}"
            f"/{sum(name in got.fields for got in scores)}"
            for name in FIELDS
        ]
        mean = sum(got.runs for got in scores) / len(scores)
        print(f"{'all':<28}{'  '.join(rights)}  mean F {mean:.3f}\n")


def score(page: Path, expected: Path) -> Score:
    """How far the import of ``page`` is what is expected of it."""
    data = page.read_bytes()
    start = time.perf_counter()
    draft, _ = import_file(data, path=page.name, settings=Settings(), fallback_date=FALLBACK)
    seconds = time.perf_counter() - start
    wanted = json.loads((expected / f"{page.stem}.json").read_text(encoding="utf-8"))
    got = words_of(shown_text(draft))
    text = expected / f"{page.stem}.txt"
    if text.is_file():
        words = words_of(text.read_text(encoding="utf-8"))
        precision, recall = shares(runs_of(got), runs_of(words))
        plain: float | None = mean_of(*shares(Counter(got), Counter(words)))
    else:
        prints = (expected / f"{page.stem}.runs").read_text(encoding="ascii")
        precision, recall = shares(runs_of(got), unpacked(prints))
        plain = None
    return Score(
        fields_right(draft, wanted),
        mean_of(precision, recall),
        plain,
        precision,
        recall,
        seconds,
    )


def fields_right(draft: Draft, wanted: dict[str, str | dict[str, str]]) -> dict[str, bool]:
    """Whether each expected field is what the draft's front matter has."""
    matter = draft.front_matter
    source = matter.get("source", {})
    got: dict[str, object] = dict(matter) | (dict(source) if isinstance(source, dict) else {})
    got.setdefault("language", Settings().language)
    right: dict[str, bool] = {}
    for name, value in wanted.items():
        have = got.get(name, {} if isinstance(value, dict) else "")
        if isinstance(value, dict):
            for key, part in value.items():
                right[f"{name}.{key}"] = isinstance(have, dict) and same(have.get(key, ""), part)
        else:
            right[name] = same(str(have)[:10], value[:10]) if name == "date" else same(have, value)
    return right


def same(one: object, two: object) -> bool:
    """Whether two values are one, white space and case apart."""
    return " ".join(str(one).split()).casefold() == " ".join(str(two).split()).casefold()


def shown_text(draft: Draft) -> str:
    """The text of a draft as it is read back from its file, without markup."""
    article, _ = parse_article("draft.md", write_article(draft), Settings())
    return "\n".join(texts(article.document.blocks)) if article else ""


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """The words of blocks, a string for each run of them."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                found.append(inline_text(block.inlines))
            case Caption():
                found.append(f"{inline_text(block.inlines)} {block.credit}")
            case ReadMore():
                found.append(f"{block.label}: {block.title}")
            case SourceLine():
                found.append(f"{block.label}: {block.text}")
            case CodeBlock():
                found.append(block.text)
            case Quote() | Division():
                found += texts(block.blocks)
            case List():
                found += [text for item in block.items for text in texts(item)]
            case Table():
                rows = (block.header, *block.rows)
                found += [inline_text(cell) for row in rows for cell in row]
            case _:
                pass
    return found


def inline_text(inlines: tuple[Inline, ...]) -> str:
    """The words of inlines; a line break is a space."""
    parts = []
    for node in inlines:
        if isinstance(node, Text | CodeSpan):
            parts.append(node.text)
        else:
            inner: tuple[Inline, ...] = getattr(node, "inlines", ())
            parts.append(inline_text(inner) if inner else " ")
    return "".join(parts)


def words_of(text: str) -> list[str]:
    """Letters and digits, case folded."""
    return WORD.findall(text.casefold())


def runs_of(words: list[str]) -> Counter[bytes]:
    """The fingerprints of all runs of five words, with how often each stands there."""
    runs = zip(*(words[at:] for at in range(RUN)), strict=False)
    return Counter(hashlib.sha256(" ".join(run).encode()).digest()[:BYTES] for run in runs)


def packed(words: list[str]) -> str:
    """Fingerprints of a text as a file holds them, sorted, so that no order can be read from it."""
    prints = b"".join(sorted(runs_of(words).elements()))
    return base64.encodebytes(prints).decode("ascii")


def unpacked(text: str) -> Counter[bytes]:
    """The fingerprints that a file holds."""
    prints = base64.b64decode(text)
    return Counter(prints[at : at + BYTES] for at in range(0, len(prints), BYTES))


def shares(got: Counter[T], wanted: Counter[T]) -> tuple[float, float]:
    """Precision and recall of one multiset against another."""
    common = (got & wanted).total()
    return common / max(got.total(), 1), common / max(wanted.total(), 1)


def mean_of(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
