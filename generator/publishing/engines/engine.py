"""The site builders that can build the pages, and how each is called."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Engine(StrEnum):
    """A site builder that reads ``mkdocs.yml``. MkDocs is driven from within; others are run."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"
    PROPERDOCS = "properdocs"

    @property
    def label(self) -> str:
        """Its name as its makers write it."""
        return TITLES[self]


TITLES: Final[Mapping[Engine, str]] = MappingProxyType(
    {Engine.MKDOCS: "MkDocs", Engine.ZENSICAL: "Zensical", Engine.PROPERDOCS: "ProperDocs"}
)


def command(engine: Engine) -> tuple[str, ...]:
    """How the builder is run: beside this Python if it is installed there, else from the path.

    Empty where it is not installed.
    """
    if find_spec(engine.value) is not None:
        return (sys.executable, "-m", engine.value)
    found = shutil.which(engine.value)
    return (found,) if found else ()
