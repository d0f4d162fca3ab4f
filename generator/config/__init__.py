"""Settings: read from ``mkdocs.yml`` and validated."""

from .age import Age
from .reading import mkdocs_schema, obeyed, read_settings, settings_schema
from .settings import Settings

__all__ = ["Age", "Settings", "mkdocs_schema", "obeyed", "read_settings", "settings_schema"]
