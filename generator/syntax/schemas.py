"""JSON Schemas of all front matter, for editors' completion and checks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.model.links import Register
from generator.records import json_schema

from .article_record import ArticleRecord
from .register_record import (
    ActorRecord,
    BackgroundRecord,
    FigureRecord,
    PlaceRecord,
    TopicRecord,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records import Record

RECORDS: Mapping[Register, type[Record]] = MappingProxyType(
    {
        Register.ARTICLE: ArticleRecord,
        Register.ACTOR: ActorRecord,
        Register.FIGURE: FigureRecord,
        Register.PLACE: PlaceRecord,
        Register.TOPIC: TopicRecord,
        Register.BACKGROUND: BackgroundRecord,
    }
)
"""The record that the front matter of each kind of file is read as."""


def content_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema (draft-07) of each kind of front matter, by the register's name."""
    return {
        register.value: json_schema(record, f"Front matter: {register.value}")
        for register, record in RECORDS.items()
    }
