"""Reads articles and register entries: front matter and text as frozen values, faults beside them.

This room imports pydantic; who must start fast imports it where it is used.
"""

from .article_file import article_id, parse_article
from .document import parse_document
from .register import (
    parse_actor,
    parse_background,
    parse_entry,
    parse_figure,
    parse_place,
    parse_topic,
)
from .schemas import content_schemas
from .writing import write_article, write_document

__all__ = [
    "article_id",
    "content_schemas",
    "parse_actor",
    "parse_article",
    "parse_background",
    "parse_document",
    "parse_entry",
    "parse_figure",
    "parse_place",
    "parse_topic",
    "write_article",
    "write_document",
]
