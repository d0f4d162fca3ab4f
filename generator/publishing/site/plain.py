"""The site as MkDocs builds it, all at once: for sites that hold something unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig


def build_plainly(config: MkDocsConfig, folder: Path) -> None:
    """Let MkDocs build the site into ``folder``.

    Raises:
        Exception: whatever MkDocs, a plugin or a template raises; the log says more.
    """
    config.site_dir = str(folder)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
