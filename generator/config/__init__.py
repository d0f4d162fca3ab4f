"""Settings: read from ``mkdocs.yml`` and validated."""

from .settings import Settings

__all__ = ["Settings"]
