"""Pictures whose files are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.linking import MISSING_PICTURE

from .paths import path_fix
from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article, Picture
    from generator.model.registers import Actor
    from generator.model.site import Site

_LIKE_ENOUGH = 75.0


def missing_pictures(site: Site, files: frozenset[str]) -> Iterator[Diagnostic]:
    """The pictures of articles and actors that are none of ``files``, paths below ``content/``."""
    choices = sorted(path for path in files if not path.endswith(".md"))
    for file, picture in _pictures(site):
        if picture.file in files:
            continue
        found = process.extractOne(
            picture.file, choices, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH
        )
        mend = f"Did you mean {found[0]}?" if found else "Give its path below the content folder."
        message = f"The picture {quoted(picture.file)} is not below the content folder."
        fix = path_fix(file, picture.span, picture.file, found[0] if found else "")
        yield diagnose(MISSING_PICTURE, file, picture.span, message, mend, fix)


def _pictures(site: Site) -> Iterator[tuple[SourceFile, Picture]]:
    owners: tuple[Article | Actor, ...] = (*site.articles.values(), *site.actors.values())
    for owner in owners:
        if owner.image is not None and owner.image.file:
            yield owner.file, owner.image
