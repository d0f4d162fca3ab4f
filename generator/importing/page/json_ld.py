"""What a page's JSON-LD says of its article (schema.org, https://schema.org/Article)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from .claims import Claims, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|LiveBlogPosting|\w*Review|Posting)")
_PAGE = frozenset({"WebPage", "ItemPage", "AboutPage"})
_AROUND = re.compile(
    r"\A\s*(?:<!--|<!\[CDATA\[|//<!\[CDATA\[)|(?:-->|\]\]>|//\]\]>)\s*+(?:;\s*+)?\Z"
)
_MOST_NODES = 5_000


def read_json_ld(page: HtmlElement) -> Claims:
    """The first article that any script of the page describes; what cannot be read is passed over.

    People and organisations may stand elsewhere in the graph, under their ``@id``.
    """
    nodes: list[dict[str, Json]] = []
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += _nodes(_loaded(script.text or ""))
    by_id = {
        node_id: node
        for node in nodes
        if isinstance(node_id := node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if any(map(_ARTICLE.fullmatch, _types(node)))]
    if not articles:
        return Claims()
    # The page's own article says most; one that it lists has little but a headline.
    article = max(articles[:50], key=lambda node: ("datePublished" in node, "headline" in node))
    return _claims(article, by_id)


def _claims(article: dict[str, Json], by_id: dict[str, dict[str, Json]]) -> Claims:
    picture = _resolved(article.get("image") or article.get("thumbnailUrl"), by_id)
    about = picture if isinstance(picture, dict) else {}
    page = _resolved(article.get("mainEntityOfPage"), by_id)
    url = _text(article.get("url")) or (
        page if isinstance(page, str) else _text(page.get("@id")) if isinstance(page, dict) else ""
    )
    return Claims(
        title=_text(article.get("headline")) or _text(article.get("name")),
        authors=_names(article.get("author") or article.get("creator"), by_id),
        published=_text(article.get("datePublished") or article.get("dateCreated")),
        modified=_text(article.get("dateModified")),
        publisher=", ".join(_names(article.get("publisher"), by_id)[:1]),
        url=url,
        language=_text(article.get("inLanguage")),
        description=_text(article.get("description")),
        picture=picture
        if isinstance(picture, str)
        else _text(about.get("contentUrl") or about.get("url")),
        alt=_text(about.get("alternateName")),
        caption=_text(about.get("caption") or about.get("description")),
        credit=_text(about.get("creditText"))
        or ", ".join(_names(about.get("creator") or about.get("copyrightHolder"), by_id)),
    )


def _loaded(text: str) -> Json:
    try:
        found: Json = json.loads(_AROUND.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _nodes(root: Json) -> Iterator[dict[str, Json]]:
    """Every object in a document, those further out first."""
    queue: list[Json] = [root]
    for number, value in enumerate(queue):
        if number > _MOST_NODES:
            return
        if isinstance(value, dict):
            yield value
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value)


def _types(node: dict[str, Json]) -> list[str]:
    given = node.get("@type")
    names = given if isinstance(given, list) else [given]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _resolved(value: Json, by_id: dict[str, dict[str, Json]]) -> Json:
    """The first of several; what an ``@id`` stands for."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and len(value) == 1 and isinstance(key := value.get("@id"), str):
        return by_id.get(key, value)
    return value


def _names(value: Json, by_id: dict[str, dict[str, Json]]) -> tuple[str, ...]:
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = _resolved(item, by_id)
        if isinstance(node, dict):
            name = node.get("name")
            found += [_text(part) for part in (name if isinstance(name, list) else [name])]
        else:
            found.append(_text(node))
    return tuple(dict.fromkeys(name for name in found if name and "://" not in name))


def _text(value: Json) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("alternateName")
    return tidy(value) if isinstance(value, str) else ""
