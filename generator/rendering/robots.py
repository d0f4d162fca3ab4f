"""``robots.txt`` (RFC 9309): everything may be read, and where the sitemap is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.output import Output

from . import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .site_index import SiteIndex


def robots(index: SiteIndex) -> Iterator[Output]:
    """The file of a site with an address, unless the newsroom has its own."""
    if not index.settings.site_url or index.known(addresses.ROBOTS):
        return
    sitemap = addresses.absolute(index.settings.site_url, "sitemap.xml")
    yield Output(addresses.ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode())
