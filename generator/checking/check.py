"""All that is wrong, or worth knowing, in a linked site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from generator.diagnostics import Diagnostic
from generator.model.image_file import ImageFile
from generator.model.links import LinkedSite, Problem, Unresolved

from .addresses import alias_taken
from .deceptive import deceptive_texts
from .drift import drifted_quotations
from .events import alike_events, clashing_date
from .figures import differing_reports, unlike_units
from .links import broken_links
from .pictures import faulty_pictures, missing_pictures
from .read_more import unlinked_title, unsafe_target
from .references import ambiguous, former, unknown, unlisted
from .refused_links import refused_links
from .versions import conflicting_versions
from .wording import Catalogue


def check(
    linked: LinkedSite,
    files: frozenset[str] | None = None,
    *,
    texts: Mapping[str, str] = MappingProxyType({}),
    images: Iterable[ImageFile] = (),
    others: Callable[[], frozenset[str]] = frozenset,
) -> tuple[Diagnostic, ...]:
    """One diagnostic for each fault, by file and place.

    ``files`` are the paths below the content folder; without them pictures and saved texts are
    not looked for. ``texts`` holds the saved texts of sources by those paths, ``images`` what the
    picture files are.
    ``others`` gives the pages written by hand, paths relative to ``docs/``: texts may link to them.
    A name that the registers do not have is told once for each file.
    """
    catalogue = Catalogue(linked)
    found = [
        *_unresolved(linked, catalogue),
        *alike_events(linked, catalogue),
        *differing_reports(linked, catalogue),
        *broken_links(linked, others),
        *refused_links(linked.site),
        *unlike_units(linked, catalogue),
        *conflicting_versions(linked),
        *deceptive_texts(linked),
        *(missing_pictures(linked.site, files) if files is not None else ()),
        *faulty_pictures(images, linked.site.settings.content_dir),
        *(drifted_quotations(linked.site, files, texts) if files is not None else ()),
    ]
    return tuple(sorted(dict.fromkeys(found)))


def _unresolved(linked: LinkedSite, catalogue: Catalogue) -> Iterator[Diagnostic]:
    told: set[tuple[str, str, str, str]] = set()
    for item in linked.unresolved:
        if _is_unlisted(item) or item.field == "read-more":
            key = (item.file.path, item.register, item.field, " ".join(item.wanted.split()).lower())
            if key in told:
                continue
            told.add(key)
        yield _diagnostic(item, catalogue)


def _is_unlisted(item: Unresolved) -> bool:
    return item.field == "text" and item.problem is Problem.UNKNOWN


_Teller: TypeAlias = Callable[[Unresolved, Catalogue], Diagnostic]
_TELLERS: Mapping[str, _Teller] = {
    "alias": alias_taken,
    "date": clashing_date,
    "read-more": unlinked_title,
    "read-more-target": unsafe_target,
}


def _diagnostic(item: Unresolved, catalogue: Catalogue) -> Diagnostic:
    if item.field in _TELLERS:
        return _TELLERS[item.field](item, catalogue)
    if item.problem is Problem.FORMER:
        return former(item, catalogue)
    if item.problem is Problem.AMBIGUOUS:
        return ambiguous(item, catalogue)
    return unlisted(item, catalogue) if _is_unlisted(item) else unknown(item, catalogue)
