"""Texts that make a regular expression try again and again, made from the expression itself.

Where an expression repeats something, a text of nothing but that, with what stands before it in
front and what the expression cannot read behind, is the worst case of its backtracking.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from re import _constants as signs  # type: ignore[attr-defined]  # in typeshed under older names
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import generator

_REPEATS = {signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT}
_CHOICE = [*map(chr, range(33, 127)), " ", "\t", "\n", "é", "م", "三", "0"]
_ENDS = ("", "\x01", "!\n")


def patterns() -> dict[str, re.Pattern[str]]:
    """Every expression that a module of the package holds, by where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if "__main__" in module.name or ".scaffold" in module.name:
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:
            continue
        for name, value in vars(loaded).items():
            for part, pattern in enumerate(_within(value)):
                if pattern not in found.values():
                    found[f"{module.name.removeprefix('generator.')}.{name}.{part}"] = pattern
    return found


def _within(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _within(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _within(item)


def attacks(pattern: re.Pattern[str]) -> dict[tuple[str, str, str], None]:
    """What stands before, what is repeated and what stands behind; each of them once."""
    found: dict[tuple[str, str, str], None] = {}
    tree = parser.parse(pattern.pattern, pattern.flags)
    for before, repeated in _repeats(list(tree), ""):
        for end in _ENDS:
            found[before, repeated, end] = None
    return found


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    for index, (kind, value) in enumerate(items):
        if kind in _REPEATS:
            _, most, inner = value
            witness = _witness(list(inner))
            if most > 50 and witness:
                yield before, witness
                yield "", before + witness
                following = _witness(items[index + 1 : index + 2])
                if following:
                    yield before, witness + following
            yield from _repeats(list(inner), before)
        elif kind is signs.SUBPATTERN:
            yield from _repeats(list(value[-1]), before)
        elif kind is signs.ATOMIC_GROUP:
            yield from _repeats(list(value), before)
        elif kind is signs.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
        before += _witness([(kind, value)])


def _witness(items: list[Any]) -> str:
    """A text that the items read, as short as may be."""
    return "".join(_one(kind, value) for kind, value in items)


def _one(kind: Any, value: Any) -> str:  # noqa: ANN401, PLR0911  the parser's own tuples
    if kind is signs.LITERAL:
        return chr(value)
    if kind is signs.NOT_LITERAL:
        return "b" if value == ord("a") else "a"
    if kind is signs.ANY:
        return "a"
    if kind is signs.IN:
        return _member(value)
    if kind in _REPEATS:
        least, _, inner = value
        return _witness(list(inner)) * max(int(least), 1)
    if kind is signs.SUBPATTERN:
        return _witness(list(value[-1]))
    if kind is signs.ATOMIC_GROUP:
        return _witness(list(value))
    if kind is signs.BRANCH:
        return _witness(list(value[1][0]))
    return ""


def _member(value: Any) -> str:  # noqa: ANN401
    negated = value and value[0][0] is signs.NEGATE
    members = [item for item in value if item[0] is not signs.NEGATE]
    for sign in ["a", *_CHOICE]:
        if any(_has(item, sign) for item in members) != negated:
            return sign
    for kind, item in members:
        if kind is signs.LITERAL:
            return chr(item)
        if kind is signs.RANGE:
            return chr(item[0])
    return ""


def _has(item: tuple[Any, Any], sign: str) -> bool:
    kind, value = item
    if kind is signs.LITERAL:
        return chr(value) == sign
    if kind is signs.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    known = {
        signs.CATEGORY_DIGIT: sign.isdigit(),
        signs.CATEGORY_NOT_DIGIT: not sign.isdigit(),
        signs.CATEGORY_SPACE: sign.isspace(),
        signs.CATEGORY_NOT_SPACE: not sign.isspace(),
        signs.CATEGORY_WORD: sign.isalnum() or sign == "_",
        signs.CATEGORY_NOT_WORD: not (sign.isalnum() or sign == "_"),
    }
    return known.get(value, False)
