"""READ MORE lines that the reader does not recognise: "Also read: …", "Related: …".

What is suggested is informational: the line's words must stay as they are, so it is recognised once
its label stands under ``read_more`` in ``mkdocs.yml``, or once it is written with one that does. A
suggestion's ``label`` is the title, its ``ref`` the article of that title where the site has one.
"""

from __future__ import annotations

import re
from typing import Final

from generator.model.article import Article
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.names import normal_title

from .lexicon import Lexicon
from .passage import MASK, Passage

_LABELS: Final = (
    "also read",
    "read this too",
    "more on this story",
    "more on this",
    "more on this topic",
    "more from this author",
    "related",
    "related stories",
    "related story",
    "related article",
    "related articles",
    "related reading",
    "related coverage",
    "see also",
    "see more",
    "further reading",
    "recommended",
    "don't miss",
    "in case you missed it",
    "keep reading",
    "continue reading",
    "read the full story",
    "watch",
    "listen",
    "weiterlesen",
    "mehr zum thema",
    "mehr dazu",
    "mehr lesen",
    "lesetipp",
    "lesen sie mehr",
    "siehe auch",
    "auch interessant",
    "zum thema",
    "hintergrund",
    "voir aussi",
    "à lire également",
    "lire également",
    "lire la suite",
    "sur le même sujet",
    "ver también",
    "le puede interesar",
    "también puede leer",
    "leggi anche",
    "leia também",
    "lees ook",
    "läs också",
    "les også",
    "читайте ещё",
    "по теме",
    "смотрите также",
    "ayrıca oku",
    "bunu da okuyun",
    "ilgili haber",
    "اقرأ ايضا",
    "اقرأ أيضًا",
    "إقرأ أيضاً",
    "اقرأ كذلك",
    "طالع أيضا",
    "مواضيع ذات صلة",
    "انظر أيضا",
    "مطالب مرتبط",
    "قراءة المزيد",
    "קרא גם",
    "עוד בנושא",
)
_PATTERN: Final = re.compile(
    rf"[\s{MASK}>•▶►→*-]*(?P<label>{'|'.join(re.escape(label) for label in _LABELS)})"
    rf"[\s{MASK}]*[:：|›»→–—-][\s{MASK}]*(?P<title>[^\s{MASK}].*)",
    re.IGNORECASE,
)
_SHORT_LABELS: Final = frozenset({"watch", "listen", "related", "recommended", "hintergrund"})
_LONGEST: Final = 250
_WORDS: Final = 2


def find_read_more(
    article: Article, texts: tuple[Passage, ...], lexicon: Lexicon
) -> tuple[Suggestion, ...]:
    """The lines of ``texts`` that lead to another article; each is a passage of its own."""
    found = []
    for passage in texts:
        title = _title(passage)
        if not title:
            continue
        ref = lexicon.titles.get(normal_title(title), "")
        confidence = 0.95 if ref else 0.85
        label = _label(passage)
        if not ref and label in _SHORT_LABELS:
            confidence = 0.7
        start, end = passage.span
        found.append(
            Suggestion(
                kind=SuggestionKind.READ_MORE,
                span=passage.span,
                text=article.file.text[start:end],
                confidence=confidence,
                ref=ref,
                label=title,
            )
        )
    return tuple(found)


def _title(passage: Passage) -> str:
    if passage.heading or len(passage.text) > _LONGEST or passage.taken:
        return ""
    match = _PATTERN.fullmatch(passage.text)
    if match is None:
        return ""
    title = " ".join(match["title"].replace(MASK, "").split())
    enough = len(title.split()) >= _WORDS or not title.isascii()
    return title if enough and not title.endswith(".") else ""


def _label(passage: Passage) -> str:
    match = _PATTERN.match(passage.text)
    return match["label"].lower() if match else ""
