"""What happened to the annotated facts between two versions of a site.

Facts are matched text by text: articles by id, by an alias that keeps the old id, else by path.
Within a text a fact keeps its identity where its subject (the series, label or text of a figure,
who is quoted, the ``ref`` or label of an event) and its words stay; a paragraph that moved is no
change. What remains is paired by subject, the likest sentences first (rapidfuzz's ratio, 0 to 100),
then by sentence alone. So a value that was corrected is one change, and a sentence that was
reworded around the same value is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.article import Article, Status
from generator.model.links import LinkedSite, Origin, Register

from .change import Change, ChangeKind, Text, Version, line
from .fact_changes import fact_changes
from .role_changes import role_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Change", "ChangeKind", "compare"]


def compare(before: LinkedSite, after: LinkedSite) -> tuple[Change, ...]:
    """The changes of published and unpublished facts, by file and line.

    New articles are no change. Both sites are compared as they are: drafts are looked at where
    they are linked.
    """
    old, new = Version(before), Version(after)
    found = [
        *_article_changes(old, new),
        *_background_changes(old, new),
        *role_changes(old, new),
    ]
    return tuple(
        sorted(found, key=lambda item: (item.path, item.line, item.kind, item.before, item.after))
    )


def _successors(old: Version, new: Version) -> Mapping[str, Article | None]:
    """Each article of the earlier version and what became of it."""
    articles = new.site.articles
    aliases = {alias.id: item for item in articles.values() for alias in item.aliases}
    paths = {item.file.path: item for item in articles.values() if item.id not in old.site.articles}
    return {
        key: articles.get(key) or aliases.get(key) or paths.get(item.file.path)
        for key, item in old.site.articles.items()
    }


def _article_changes(old: Version, new: Version) -> Iterator[Change]:
    for key, successor in _successors(old, new).items():
        article = old.site.articles[key]
        published = article.status is Status.PUBLISHED
        withdrawn = published and successor is not None and successor.status is Status.DRAFT
        later = successor or article
        known = {(item.date, item.text) for item in article.corrections}
        text = Text(
            Origin(Register.ARTICLE, key),
            article,
            later,
            tuple(dict.fromkeys((article.briefing, later.briefing))),
            published,
            any((item.date, item.text) not in known for item in later.corrections),
        )
        if successor is None or withdrawn:
            place = later.file, later.spans.get("status" if withdrawn else "title")
            state = "draft" if withdrawn else ""
            kind = ChangeKind.ARTICLE_REMOVED
            yield text.change(kind, article.title, place, article.title, state)
            continue
        if line(article.title) != line(successor.title):
            place = successor.file, successor.spans.get("title")
            kind = ChangeKind.TITLE
            yield text.change(kind, article.title, place, article.title, successor.title)
        yield from fact_changes(text, old, new)


def _background_changes(old: Version, new: Version) -> Iterator[Change]:
    for key, block in old.site.background.items():
        later = new.site.background.get(key)
        if later is None:
            continue
        including = old.including.get(key, [])
        text = Text(
            Origin(Register.BACKGROUND, key),
            block,
            later,
            tuple(sorted({item.briefing for item in including})),
            any(item.status is Status.PUBLISHED for item in including),
            corrected=False,
        )
        yield from fact_changes(text, old, new)
