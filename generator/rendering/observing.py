"""Puts a site's index under observation, so that what a page looks up in it is known."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from generator.config import Settings
from generator.model.links import Register

if TYPE_CHECKING:
    from .reads import Reads
    from .site_index import SiteIndex

# What every page depends on: it is compared apart, and one change of it makes all pages anew.
WHOLE: Final = ("settings", "large")

_PRIVATE: Final = frozenset({"_draw", "_media", "_made", "_reads"})


def observe(index: SiteIndex, reads: Reads) -> None:
    """Replace every mapping, set and tuple of ``index`` by one that ``reads`` takes down.

    Raises:
        TypeError: the index holds something that cannot be observed.
    """
    for name, value in tuple(vars(index).items()):
        if name not in _PRIVATE and name not in WHOLE:
            setattr(index, name, _observed(name.lstrip("_"), value, reads))
    index.observed_by(reads)


def _observed(name: str, value: Any, reads: Reads) -> Any:  # noqa: ANN401, PLR0911  whatever it holds
    if isinstance(value, Mapping):
        if value and all(isinstance(key, Register) for key in value):
            return {key: _observed(f"{name} {key}", item, reads) for key, item in value.items()}
        return reads.mapping(name, value)
    if isinstance(value, AbstractSet):
        return reads.mapping(name, dict.fromkeys(value, True))
    if isinstance(value, tuple):
        return reads.sequence(name, value)
    if isinstance(value, Settings):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        parts = {
            item.name: _observed(f"{name} {item.name}", getattr(value, item.name), reads)
            for item in fields(value)
        }
        return replace(value, **parts)
    if hasattr(value, "observed_by"):
        value.observed_by(reads)
        return value
    raise TypeError(f"{name} is {type(value).__name__}, which cannot be observed.")
