"""The one table of codes. A code is stable: it is never given another meaning or reused.

Each subject's rows stand in a module of their own; ``TABLE`` joins them all, in the order of ids.
"""

# No "from __future__ import annotations" here: it would hide the module of that name.

from collections.abc import Mapping
from types import MappingProxyType

from generator.diagnostics.diagnostic import Code

from . import (
    annotations,
    blocks,
    config,
    deceptive,
    drift,
    environment,
    facts,
    files,
    front_matter,
    importing,
    limits,
    linking,
    pictures,
    places,
    publication,
    publishing,
    read_more,
    registers,
    sidecar,
    stale,
    templates,
    untrusted,
    versions,
)

_SUBJECTS = (
    annotations,
    blocks,
    config,
    deceptive,
    drift,
    environment,
    facts,
    files,
    front_matter,
    importing,
    limits,
    linking,
    pictures,
    places,
    publication,
    publishing,
    read_more,
    registers,
    sidecar,
    stale,
    templates,
    untrusted,
    versions,
)

_ROWS = sorted((code for subject in _SUBJECTS for code in subject.CODES), key=lambda code: code.id)

TABLE: Mapping[str, Code] = MappingProxyType({code.id: code for code in _ROWS})
"""Every code by its id."""


def lookup(wanted: str) -> Code | None:
    """The code with this id or name, in any case; ``None`` where there is none."""
    wanted = wanted.strip()
    found = TABLE.get(wanted.upper())
    name = wanted.lower()
    return found or next((code for code in TABLE.values() if code.name == name), None)


__all__ = [
    "TABLE",
    "annotations",
    "blocks",
    "config",
    "deceptive",
    "drift",
    "environment",
    "facts",
    "files",
    "front_matter",
    "importing",
    "limits",
    "linking",
    "lookup",
    "pictures",
    "places",
    "publication",
    "publishing",
    "read_more",
    "registers",
    "sidecar",
    "stale",
    "untrusted",
    "versions",
]
