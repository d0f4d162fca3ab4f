"""What would keep the next publication from going online, as far as the settings tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.diagnostics import SourceFile, diagnose
from generator.diagnostics.codes.environment import (
    GONE_AND_THERE,
    PAGE_OVER_LIMIT,
    PUBLISH_TARGET,
)
from generator.publishing.gate import address_of
from generator.publishing.targets import TargetError, open_target

from .configuration import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.config import Settings
    from generator.diagnostics import Diagnostic

_KILOBYTE: Final = 1000


def publication_faults(file: Path, settings: Settings) -> Iterator[Diagnostic]:
    """What is to be said of `publish-to`, `gone` and `page-limit` in ``mkdocs.yml``.

    The target is looked at, not tried: no other machine is asked, and nothing is written.
    """
    source = SourceFile(file.name, file.read_text(encoding="utf-8", errors="replace"))
    root = file.parent
    site = root / settings.site_dir
    if settings.publish_to:
        refusal = _refusal(settings.publish_to, root, site)
        if refusal:
            span = place_of(source.text, ("publish-to", settings.publish_to))
            mend = "Mend `publish-to`, or give --to each time."
            yield diagnose(PUBLISH_TARGET, source, span, refusal, mend)
    sizes = {
        address_of(path.relative_to(site).as_posix()): path.stat().st_size
        for path in sorted(site.rglob("*.html"))
        if path.is_file()
    }
    for gone in settings.gone:
        address = gone.strip().removeprefix("/")
        there = [one for one in sizes if one == address or _below(one, address)]
        if there:
            message = f"`gone` names {gone}, and the built site has {there[0] or '/'}."
            mend = "Take it out of `gone`: the page is not gone."
            span = place_of(source.text, ("gone", gone))
            yield diagnose(GONE_AND_THERE, source, span, message, mend)
    limit = settings.page_limit * _KILOBYTE
    large = [address for address, size in sizes.items() if limit and size > limit]
    if large:
        pages = "1 built page is" if len(large) == 1 else f"{len(large):,} built pages are"
        message = (
            f"{pages} larger than `page-limit` allows ({settings.page_limit:,} kB), "
            f"{large[0] or '/'} first."
        )
        mend = "Split what they are made from, or raise the limit; `briefing publish` lists them."
        span = place_of(source.text, ("page-limit",))
        yield diagnose(PAGE_OVER_LIMIT, source, span, message, mend)


def _refusal(name: str, root: Path, site: Path) -> str:
    try:
        return open_target(name, root, site).refusal()
    except TargetError as error:
        return str(error)


def _below(address: str, gone: str) -> bool:
    return gone.endswith("/") and address.startswith(gone)
