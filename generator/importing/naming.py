"""What a draft's file is called."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from generator.records.slugify import slugify

if TYPE_CHECKING:
    from generator.model.draft import Draft


def slug_for(draft: Draft, file_name: str) -> str:
    """The id of an imported draft: from its headline, else the file's name, else its date.

    Never empty. A headline that stands in for one gives the file's name, being made of it; a
    headline in a script other than Latin leaves the choice to the file's name too.
    """
    matter = draft.front_matter
    title, date = str(matter.get("title", "")), str(matter.get("date", ""))
    stem = slugify(PurePosixPath(PureWindowsPath(file_name).name).stem)
    if "title" in matter.get("review", ()) and stem:
        return stem
    return slugify(title) or stem or slugify(f"article {date[:10]}")
