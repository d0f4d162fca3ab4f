"""Writes generated pages, builds the site with MkDocs, serves it while it is edited."""

from .live_server import serve_site
from .manifest import Manifest, ManifestError, hand_written, read_manifest
from .site_builder import Preview, SiteBuild, build_site
from .writer import Written, write_outputs

__all__ = [
    "Manifest",
    "ManifestError",
    "Preview",
    "SiteBuild",
    "Written",
    "build_site",
    "hand_written",
    "read_manifest",
    "serve_site",
    "write_outputs",
]
