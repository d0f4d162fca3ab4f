"""A site's ``mkdocs.yml`` as other builders get it."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "mkdocs.yml"


class _Names(yaml.SafeLoader):
    """Reads a configuration for its names: what a tag would make of a value is not needed."""


_Names.add_multi_constructor("", lambda *_: None)


def read_names(file: Path) -> dict[str, Any]:
    """The settings in ``file``, ``None`` for a value with a tag; none where it cannot be read."""
    try:
        data = yaml.load(file.read_bytes(), Loader=_Names)  # noqa: S506  a safe loader of our own
    except (OSError, yaml.YAMLError):
        return {}
    return data if isinstance(data, dict) else {}


@contextlib.contextmanager
def with_site_dir(root: Path, site: Path) -> Iterator[Path]:
    """A configuration that inherits ``mkdocs.yml`` and builds into ``site``, while it is needed.

    It stands in ``root`` itself because a builder takes its folder for the project's.
    """
    file = root / f".{NAME}-{os.getpid()}.yml"
    folder = os.path.relpath(site, root)
    # JSON is YAML, and quotes whatever a path holds.
    text = json.dumps({"INHERIT": NAME, "site_dir": folder}, ensure_ascii=False)
    try:
        file.write_text(f"{text}\n", encoding="utf-8")
        yield file
    finally:
        file.unlink(missing_ok=True)
