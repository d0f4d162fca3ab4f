"""Settings: read from ``mkdocs.yml`` and validated."""

from .reading import read_settings, settings_schema
from .settings import Settings

__all__ = ["Settings", "read_settings", "settings_schema"]
