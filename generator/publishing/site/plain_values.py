"""Front matter as JSON holds it, so that it comes back exactly as YAML gave it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

_MARK: Final = "!"


class UnheldError(Exception):
    """A value that would not come back as it was; the message names its type."""


def pack(value: Any) -> Any:  # noqa: ANN401  whatever YAML gives
    """The value in terms of JSON; ``unpack`` gives it back.

    Raises:
        UnheldError: it holds something that YAML's safe loader does not make, or a set.
    """
    kind = type(value)
    if value is None or kind in {str, bool, int, float}:
        return value
    if kind is list:
        return [pack(item) for item in value]
    if kind is dict:
        if all(type(key) is str and key != _MARK for key in value):
            return {key: pack(item) for key, item in value.items()}
        return {_MARK: ["map", [[pack(key), pack(item)] for key, item in value.items()]]}
    if kind in _WRITTEN:
        return {_MARK: [kind.__name__, _WRITTEN[kind](value)]}
    raise UnheldError(kind.__name__)


def unpack(value: Any) -> Any:  # noqa: ANN401  see pack
    """What ``pack`` was given."""
    kind = type(value)
    if kind is list:
        return [unpack(item) for item in value]
    if kind is not dict:
        return value
    if _MARK not in value:
        return {key: unpack(item) for key, item in value.items()}
    name, held = value[_MARK]
    if name == "map":
        return {unpack(key): unpack(item) for key, item in held}
    return _READ[name](held)


_WRITTEN: Final[dict[type, Callable[[Any], str]]] = {
    dt.date: dt.date.isoformat,
    dt.datetime: dt.datetime.isoformat,
    bytes: bytes.hex,
}
_READ: Final[dict[str, Callable[[str], object]]] = {
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "bytes": bytes.fromhex,
}


def pick(held: Any, key: str) -> list[Any]:  # noqa: ANN401  see pack
    """One key of a packed mapping: a list with its packed value, or an empty one."""
    if _MARK not in held:
        return [held[key]] if key in held else []
    whole = unpack(held)
    return [pack(whole[key])] if key in whole else []
