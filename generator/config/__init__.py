"""Settings: read from ``mkdocs.yml`` and validated."""

from .age import Age
from .reading import mkdocs_schema, read_settings, settings_schema
from .settings import Settings

__all__ = ["Age", "Settings", "mkdocs_schema", "read_settings", "settings_schema"]
