"""Pictures whose files are not there, or cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.linking import MISSING_PICTURE
from generator.diagnostics.codes.pictures import (
    BROKEN_PICTURE,
    PICTURE_TOO_LARGE,
    REFUSED_PICTURE,
    UNSAFE_PICTURE,
)
from generator.model.image_file import ImageProblem
from generator.model.pictures import is_picture, used_pictures

from .paths import path_fix
from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.diagnostics import Code
    from generator.model.image_file import ImageFile
    from generator.model.site import Site

_LIKE_ENOUGH = 75.0
_PLAIN_SVG: Final = "Save it as plain SVG, without scripts, animation or links."
_CODES: Final[Mapping[ImageProblem, tuple[Code, str]]] = {
    ImageProblem.BROKEN: (BROKEN_PICTURE, "Save it again, in the format that its name says."),
    ImageProblem.TOO_LARGE: (PICTURE_TOO_LARGE, "Save it smaller; 3,200 pixels across are plenty."),
    ImageProblem.REFUSED: (REFUSED_PICTURE, _PLAIN_SVG),
    ImageProblem.CLEANED: (UNSAFE_PICTURE, _PLAIN_SVG),
}


def missing_pictures(site: Site, files: frozenset[str]) -> Iterator[Diagnostic]:
    """The pictures of articles, actors and texts that are none of ``files`` below ``content/``."""
    choices = sorted(filter(is_picture, files))
    for path, file, span in used_pictures(site):
        if path in files or not is_picture(path):
            continue
        found = process.extractOne(path, choices, scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
        mend = f"Did you mean {found[0]}?" if found else "Give its path below the content folder."
        message = f"The picture {quoted(path)} is not below the content folder."
        fix = path_fix(file, span, path, found[0] if found else "")
        yield diagnose(MISSING_PICTURE, file, span, message, mend, fix)


def faulty_pictures(images: Iterable[ImageFile], content: str) -> Iterator[Diagnostic]:
    """The picture files, below the folder ``content``, in which something is wrong."""
    for image in images:
        if image.problem is None:
            continue
        code, mend = _CODES[image.problem]
        file = SourceFile(f"{content}/{image.path}", "")
        name = quoted(image.path)
        message = {
            ImageProblem.BROKEN: f"The picture {name} {image.said}.",
            ImageProblem.TOO_LARGE: f"The picture {name} {image.said}.",
            ImageProblem.REFUSED: f"The picture {name} cannot be published: {image.said}.",
            ImageProblem.CLEANED: f"The picture {name} is published without {image.said}.",
        }[image.problem]
        yield diagnose(code, file, None, message, mend)
