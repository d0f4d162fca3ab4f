"""What the site is built with on this machine, as values, so that a test can make some up."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final

from generator.publishing.engines import Engine, command

from .needs import EXTRAS, NEEDS

_FURTHER: Final = ("zensical", "properdocs")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``python`` is a version (3.11.9), ``packages`` are versions by distribution.

    ``extras`` are the optional parts that are complete; ``engines`` the builders that can be run.
    """

    python: str
    packages: Mapping[str, str]
    extras: frozenset[str]
    engines: frozenset[Engine]


def read_surroundings() -> Surroundings:
    """Those of the running Python."""
    found = {}
    for name in (*(need.name for need in NEEDS), *_FURTHER):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return Surroundings(
        python=".".join(map(str, sys.version_info[:3])),
        packages=found,
        extras=frozenset(extra.name for extra in EXTRAS if all(map(find_spec, extra.modules))),
        engines=frozenset(engine for engine in Engine if command(engine)),
    )
