"""The way from content to readers: build, look through what was built, put it in place."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.publication import DAMAGED_LISTING
from generator.publishing.gate import (
    Addresses,
    Inspection,
    address_of,
    inspect_site,
    site_faults,
    vanished,
)
from generator.publishing.published import (
    NAME,
    Changes,
    Listing,
    ListingError,
    changes_between,
    read_listing,
)
from generator.publishing.targets import Release, Target, open_target, read_last

from .build import Build, build
from .checked import check_content
from .reading import read_configuration
from .stopping import stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config import Settings

    from .workspace import Workspace

KEEP = 5
"""Releases that stay, unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did. Without ``release`` what was published before is still served.

    ``changes`` is what differs from what was published last, ``None`` where faults stand in the
    way; ``compared`` is whether that was known. ``taken_over`` says who left a lock.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    target: str = ""
    changes: Changes | None = None
    compared: bool = False
    release: Release | None = None
    taken_over: str = ""
    build: Build | None = None

    @property
    def refused(self) -> bool:
        """Whether faults stand in the way."""
        return self.changes is None


class NothingBuiltError(Exception):
    """There is no built site, or no target; the message says what to do."""


def publish(  # noqa: PLR0913  one for each option of the command
    workspace: Workspace,
    *,
    to: str = "",
    against: str = "",
    build_first: bool = True,
    dry_run: bool = False,
    keep: int = KEEP,
    wait: float = 0,
    progress: Callable[[int, int], None] | None = None,
    jobs: int = 0,
) -> Publication:
    """Build the site, strictly, and publish it where ``to`` or the setting ``publish-to`` says.

    While a warning or an error stands, an address of the site leads nowhere, a page is too large,
    or a published page would vanish without a redirect, nothing is published. ``against`` names
    what is online where the target cannot tell. With ``dry_run`` nothing is published either way,
    and a target may be wanting. ``wait`` is how many seconds another publisher is waited for, and
    ``jobs`` as for ``build``.

    Raises:
        NothingBuiltError: the site is to be published as it stands, and there is none.
        TargetError: the target cannot be used; what it had is still served.
        OSError: a file cannot be read or written; the same holds.
    """
    settings, _ = read_configuration(workspace)
    target = _target(workspace, settings, to, against, needed=not dry_run)
    site = workspace.root / settings.site_dir
    made: Build | None = None
    if build_first:
        made = build(workspace, strict=True, progress=progress, jobs=jobs)
        found = made.diagnostics
        if not made.done:
            return Publication(found, build=made)
    else:
        found = check_content(workspace, drafts=False, progress=progress).diagnostics
        if stops(found, strict=True):
            return Publication(found)
    if not (site / "index.html").is_file():
        raise NothingBuiltError(f"There is no site in {settings.site_dir}/: build it first.")
    inspection = inspect_site(site)
    faults = site_faults(
        inspection,
        site,
        name=settings.site_dir,
        site_url=settings.site_url,
        page_limit=settings.page_limit,
    )
    listing = _listing(inspection, settings)

    def decide(taken_over: str = "") -> Publication:
        old, missing = _last(target, against, workspace, listing, settings)
        diagnostics = (*found, *faults, *missing)
        shown = target.shown if target else ""
        if faults or missing:
            return Publication(diagnostics, shown, taken_over=taken_over, build=made)
        changes = changes_between(old or Listing(), listing)
        release = None
        if target and not dry_run and not (old and old.digest == listing.digest and not against):
            release = target.publish(site, listing, keep=keep)
        return Publication(diagnostics, shown, changes, old is not None, release, taken_over, made)

    if target is None or dry_run:
        return decide()
    with target.locked(wait) as taken_over:
        return decide(taken_over)


def roll_back(
    workspace: Workspace, *, to: str = "", dry_run: bool = False, wait: float = 0
) -> Publication:
    """Serve the release before the present one again.

    Raises:
        NothingBuiltError: no target is given.
        TargetError: the target cannot be used, or has no earlier release.
        OSError: the disk refuses.
    """
    settings, _ = read_configuration(workspace)
    target = _target(workspace, settings, to, "", needed=True)
    if target is None:  # pragma: no cover  `needed` raises
        raise NothingBuiltError
    if dry_run:
        return Publication((), target.shown, _going_back(target), compared=True)
    with target.locked(wait) as taken_over:
        changes = _going_back(target)
        release = target.roll_back()
    return Publication((), target.shown, changes, True, release, taken_over)


def _target(
    workspace: Workspace, settings: Settings, to: str, against: str, *, needed: bool
) -> Target | None:
    name = to or settings.publish_to
    if name:
        site = workspace.root / settings.site_dir
        last = (lambda: read_last(against, workspace.root)) if against else (lambda: None)
        return open_target(name, workspace.root, site, last)
    if needed:
        raise NothingBuiltError(
            "Nothing says where to publish: give --to, or `publish-to` in mkdocs.yml."
        )
    return None


def _listing(inspection: Inspection, settings: Settings) -> Listing:
    addresses = Addresses(settings.site_url)
    redirects = {}
    for path, page in inspection.pages.items():
        place = addresses.place(path, page.redirect) if page.redirect else None
        if place and place.path is not None:
            redirects[path] = address_of(place.path)
    return Listing(inspection.digests, MappingProxyType(redirects))


def _last(
    target: Target | None,
    against: str,
    workspace: Workspace,
    listing: Listing,
    settings: Settings,
) -> tuple[Listing | None, tuple[Diagnostic, ...]]:
    """What was published last, and what of it would vanish."""
    if target is not None:
        content = target.listing()
    else:
        content = read_last(against, workspace.root) if against else None
    if content is None:
        return None, ()
    try:
        old = read_listing(content)
    except ListingError as error:
        mend = f"Put a good {NAME} in its place; without any, nothing is compared."
        where = SourceFile(NAME, "")
        return None, (diagnose(DAMAGED_LISTING, where, None, str(error), mend),)
    missing = vanished(old.files, listing.files, name=settings.site_dir, gone=settings.gone)
    return old, missing


def _going_back(target: Target) -> Changes:
    """What a rollback changes; nothing is known where a list is missing or damaged."""
    present, earlier = target.listing(), target.previous()
    if earlier is None:
        return Changes()
    try:
        return changes_between(read_listing(present or b""), read_listing(earlier))
    except ListingError:
        return Changes()
