"""The files that ``briefing new`` writes: complete, with what else can be given as comments."""

from __future__ import annotations

import datetime as dt
import re

from generator.model.links import Register
from generator.records import yaml_quoted
from generator.records.slugify import slugify

from .passages import printable

_ARTICLE = """\
title: {name}
date: {date}
{language}# summary: One sentence for cards, feeds and search results.
# topics: [slug-of-a-topic]
# source:
#   publisher: Example Desk
#   url: https://desk.example/article
#   rights: quote  # own, licensed or quote
status: draft
"""
_ACTOR = """\
name: {name}
kind: Person  # Person, Organization, PublicBody, Company, LegalEntity, State or ArmedGroup
# aliases: [Other name, الاسم]
# roles:
#   - title: Minister of Examples
#     from: 2020-01
#     to: 2024-06-30
# wikidata: Q42
# links:
#   - title: Official site
#     url: https://actor.example/
"""
_FIGURE = """\
label: {name}
# unit: people  # what one of it is: people, percent, EUR, month
# better: lower  # higher or lower, where either is good news
# tolerance: 5%  # how far apart two reports may be before readers are told that reports differ
"""
_PLACE = """\
name: {name}
# aliases: [Other name, الاسم]
# country: XX
# wikidata: Q42
"""
_TOPIC = """\
title: {name}
"""
_BACKGROUND = """\
title: {name}
as-of: {date}
# review-by: {later}
"""
_MATTER = {
    Register.ARTICLE: _ARTICLE,
    Register.ACTOR: _ACTOR,
    Register.FIGURE: _FIGURE,
    Register.PLACE: _PLACE,
    Register.TOPIC: _TOPIC,
    Register.BACKGROUND: _BACKGROUND,
}
# Letters, digits and marks that mean nothing to YAML where they stand within a line.
_PLAIN = re.compile(r"[^\W\d_](?:[\w'’.,()/-]| (?=[^\s#]))*")


def new_entry(
    register: Register, name: str, *, language: str = "", date: dt.date, entry_id: str = ""
) -> tuple[str, str]:
    """The path (POSIX, relative to the content folder) and the text of a new file.

    ``name`` is the title, name or label; ``language`` an article's where it is not the site's.
    ``date`` is an article's day of publication and the day that a background block speaks of.
    The id is ``entry_id``, else the name as a slug, else (a name in another script) the kind and
    the date. The text checks without errors.

    Raises:
        ValueError: ``name`` is blank.
    """
    name = " ".join(printable(name).split())
    if not name:
        raise ValueError("A new entry needs a title or a name.")
    stem = entry_id or slugify(name) or f"{register.value}-{date.isoformat()}"
    matter = _MATTER[register].format(
        name=_scalar(name),
        date=date.isoformat(),
        later=(date + dt.timedelta(days=182)).isoformat(),
        language=f"language: {language}\n" if language else "",
    )
    return f"{register.folder}/{stem}.md", f"---\n{matter}---\n"


def _scalar(text: str) -> str:
    """``text`` as a YAML scalar: as it stands where that is safe, else between quotation marks."""
    safe = _PLAIN.fullmatch(text) and text.casefold() != "null"
    return text if safe else yaml_quoted(text)
