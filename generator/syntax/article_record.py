"""The front matter of an article as it is written: its keys, their types and what they mean."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from generator.model.article import Rights, Status
from generator.records import (
    Address,
    Day,
    DayOrMoment,
    Id,
    Ids,
    Kind,
    Language,
    Line,
    Lines,
    PicturePath,
    Record,
    Refusal,
    Slugs,
    TextPath,
    choice,
    choice_schema,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

RightsField = Annotated[Rights, choice(Rights), choice_schema(Rights)]
StatusField = Annotated[Status, choice(Status), choice_schema(Status)]


class SourceRecord(Record):
    """Where a text came from."""

    publisher: Line = Field(default="", description="Who published it.")
    url: Address | None = Field(default=None, description="Where it was published.")
    author: Line = Field(default="", description="Who wrote it.")
    agencies: Lines = Field(default=(), description="News agencies it draws on.")
    published: Day | None = Field(default=None, description="When it was published there.")
    retrieved: Day | None = Field(default=None, description="When it was taken from there.")
    archive: Address | None = Field(default=None, description="A lasting copy of it.")
    licence: Line = Field(default="", description="The licence it is published under.")
    rights: RightsField | None = Field(
        default=None,
        description="What may be published of it: all (own, licensed) or annotated sentences "
        "(quote). Default: quote where a url is given, else own.",
    )
    text: TextPath | None = Field(
        default=None,
        description="A saved copy of its text below the content folder, plain (.txt); check "
        "compares quotations with it.",
        examples=["sources/ferry.txt"],
    )


class ImageRecord(Record):
    """A picture with what must be said with it; either ``file`` or ``url``."""

    file: PicturePath | None = Field(
        default=None,
        description="A picture below the content folder.",
        examples=["images/harbour.jpg"],
    )
    url: Address | None = Field(default=None, description="A picture elsewhere on the web.")
    alt: Line = Field(default="", description="What it shows, for readers who cannot see it.")
    caption: Line = Field(default="", description="The line below it.")
    credit: Line = Field(default="", description="Who made it.")

    @model_validator(mode="after")
    def _one_place(self) -> ImageRecord:
        if self.file and self.url:
            reason = "has both a file and a url"
            raise Refusal(Kind.CONFLICT, reason, "Delete one of the two", "url")
        if not self.file and not self.url:
            raise Refusal(
                Kind.CONFLICT, "has neither a file nor a url", "Add file: images/name.jpg"
            )
        return self


class CorrectionRecord(Record):
    """What was wrong and is now right, and since when."""

    date: Day = Field(description="When it was corrected.", examples=["2021-09-15"])
    text: Line = Field(
        description="What was wrong and what is right.",
        examples=["An earlier version misstated the day of the meeting."],
    )


class ArticleRecord(Record):
    """The front matter of an article."""

    title: Line = Field(description="The headline.", examples=["The ferry is back"])
    date: DayOrMoment = Field(
        description="When the source was published; the date against which 'Monday' is read.",
        examples=["2021-09-14"],
    )
    summary: Line = Field(
        default="", description="One sentence for cards, feeds and search results."
    )
    id: Id | None = Field(
        default=None, description="Identity and address. Default: the file's path without .md."
    )
    briefing: Id | None = Field(
        default=None,
        description="Articles that name the same briefing become one page. Default: the id.",
    )
    language: Language | None = Field(default=None, description="BCP 47. Default: the site's.")
    topics: Slugs = Field(default=(), description="Ids of topics.")
    background: Slugs = Field(default=(), description="Ids of reusable background blocks.")
    source: SourceRecord = Field(default=SourceRecord(), description="Where the text came from.")
    image: ImageRecord | None = Field(default=None, description="A picture.")
    status: StatusField = Field(
        default=Status.PUBLISHED, description="A draft is built by serve and never published."
    )
    updated: Day | None = Field(default=None, description="When it was last changed.")
    corrections: tuple[CorrectionRecord, ...] = Field(default=(), description="What was corrected.")
    aliases: Ids = Field(default=(), description="Old ids; each keeps working as a redirect.")
    related: Ids = Field(default=(), description="Ids of articles that an editor recommends.")
    translation_of: Id | None = Field(
        default=None,
        description="The briefing of which this article's briefing is a version in another "
        "language. One of them says so; all versions then lead to each other.",
    )
    review: Lines = Field(
        default=(), description="Keys that an import could not be sure of, until confirmed."
    )


SYNONYMS: Mapping[str, str] = MappingProxyType(
    {
        "author": "author below source:",
        "byline": "author below source:",
        "categories": "topics",
        "category": "topics",
        "dek": "summary",
        "description": "summary",
        "draft": "status: draft",
        "headline": "title",
        "lang": "language",
        "lastmod": "updated",
        "locale": "language",
        "modified": "updated",
        "permalink": "id",
        "published": "date, or published below source:",
        "redirect-from": "aliases",
        "redirect_from": "aliases",
        "slug": "id",
        "standfirst": "summary",
        "tags": "topics",
    }
)
"""Keys that other formats use, and what they are called here."""
