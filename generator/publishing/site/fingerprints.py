"""Digests of what a site is made of: files, configuration, theme, versions."""

from __future__ import annotations

import datetime as dt
import enum
import json
import sys
from collections import UserDict
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any, Final

from generator.caching import digest_of_bytes

PACKAGES: Final = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "mkdocs-material-extensions",
    "pagefind",
    "pagefind-bin",
    "pygments",
    "pymdown-extensions",
    "pyyaml",
)
"""What reaches a page's bytes, besides this package."""


class UndescribedError(Exception):
    """A value has no description that says all it does; the message names its type."""


def digest_bytes(data: bytes) -> str:
    """32 hexadecimal digits: an index is JSON."""
    return digest_of_bytes(data).hex()


def digest_of(value: object) -> str:
    """The digest of a value that JSON holds; the order of keys counts."""
    return digest_bytes(json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode())


@cache
def versions() -> str:
    """The digest of the versions that make a page what it is, and of this package's own source."""
    released = []
    for name in PACKAGES:
        try:
            released.append([name, version(name)])
        except PackageNotFoundError:
            released.append([name, ""])
    own = [digest_bytes(path.read_bytes()) for path in _own_source()]
    return digest_of([sys.version, released, own])


def _own_source() -> list[Path]:
    room = Path(__file__).parent.parent
    return sorted((*room.glob("s*.py"), *room.glob("s*/*.py")))


def describe(value: Any) -> object:  # noqa: ANN401  whatever a configuration holds
    """A value of the configuration as JSON holds it.

    Raises:
        UndescribedError: it is of a kind whose working cannot be read from it.
    """
    kind = type(value)
    if value is None or kind in {bool, int, float, str}:
        return value
    for known, told in _KINDS:
        if isinstance(value, known):
            return [_name(kind), told(value)]
    if _name(kind) in {"mkdocs.localization.Locale", "babel.core.Locale"}:
        return [_name(kind), str(value)]
    if hasattr(value, "patterns"):  # what `exclude_docs` and its like become
        return [_name(kind), [[str(item.regex), item.include] for item in value.patterns]]
    if hasattr(value, "on_config"):  # a plugin
        return [_name(kind), describe(value.config)]
    raise UndescribedError(_name(kind))


def _items(value: Any) -> object:  # noqa: ANN401  see describe
    held = [[describe(key), describe(item)] for key, item in value.items()]
    return [held, sorted(getattr(value, "static_templates", ()))]


def _name(program: Any) -> str:  # noqa: ANN401  a class or a function
    return f"{program.__module__}.{program.__qualname__}"


_KINDS: Final[tuple[tuple[Any, Callable[[Any], object]], ...]] = (
    (bytes, bytes.hex),
    (enum.Enum, lambda value: [value.name, repr(value.value)]),
    ((Mapping, UserDict), _items),
    ((list, tuple), lambda value: [describe(item) for item in value]),
    ((set, frozenset), lambda value: sorted(json.dumps(describe(item)) for item in value)),
    ((FunctionType, BuiltinFunctionType, type), _name),
    ((dt.date, dt.time, str, int, Path), str),
)


def programs_in(value: Any) -> list[Callable[..., Any]]:  # noqa: ANN401  see describe
    """The functions and classes that a value of the configuration holds."""
    if isinstance(value, (FunctionType, BuiltinFunctionType, MethodType, type)):
        return [value]
    if isinstance(value, (Mapping, UserDict)):
        return [found for item in value.values() for found in programs_in(item)]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [found for item in value for found in programs_in(item)]
    return []
