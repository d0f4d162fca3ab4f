"""Writes generated pages, builds the site with MkDocs, serves it while it is edited."""

from .manifest import Manifest, ManifestError, hand_written, read_manifest
from .preview import Preview
from .site_builder import SiteBuild, build_site
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
    "write_outputs",
]
