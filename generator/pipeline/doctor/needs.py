"""What the generator needs, and until when its makers mend it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from packaging.requirements import Requirement

NEEDS: Final = tuple(
    map(
        Requirement,
        (
            "mkdocs>=1.6.1,<2",
            "mkdocs-material>=9.8.1,<10",
            "pagefind>=1.5,<2",
            "markdown>=3.7,<4",
            "jinja2>=3.1.6,<4",
        ),
    )
)
"""What decides how pages come out; a test holds it against ``pyproject.toml``."""

PYTHON: Final = Requirement("python>=3.11")


@dataclass(frozen=True, slots=True)
class Extra:
    """An optional part: the modules it consists of, and what does not work without it."""

    name: str
    modules: tuple[str, ...]
    without: str


EXTRAS: Final = (
    Extra("import", ("trafilatura", "lxml", "nh3"), "`briefing import` cannot read web pages"),
)


@dataclass(frozen=True, slots=True)
class Lifetime:
    """The last day on which a line of versions is mended, and where its makers say so."""

    title: str
    line: str
    end: dt.date
    source: str


_PYTHON: Final = "https://devguide.python.org/versions/"
_MATERIAL: Final = "https://squidfunk.github.io/mkdocs-material/"

# Python's makers name a month; its last day is meant.
LIFETIMES: Final[Mapping[str, tuple[Lifetime, ...]]] = MappingProxyType(
    {
        "python": tuple(
            Lifetime("Python", f"3.{minor}", dt.date(2016 + minor, 10, 31), _PYTHON)
            for minor in range(8, 16)
        ),
        "mkdocs-material": (Lifetime("Material for MkDocs", "9", dt.date(2027, 5, 5), _MATERIAL),),
    }
)
"""By distribution. MkDocs 1.6 has no date: nobody has developed it since August 2024."""


def lifetime(name: str, version: str) -> Lifetime | None:
    """The lifetime of the line that ``version`` is of; ``None`` where no end is announced."""
    for one in LIFETIMES.get(name, ()):
        if f"{version}.".startswith(f"{one.line}."):
            return one
    return None
