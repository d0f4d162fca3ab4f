"""Whether what is installed, or asked for, can be used, and for how long."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from generator.diagnostics import SourceFile, Span, diagnose
from generator.diagnostics.codes.environment import (
    END_IS_NEAR,
    END_OF_LIFE,
    MISSING_EXTRA,
    WRONG_VERSION,
)

from .needs import EXTRAS, NEEDS, PYTHON, lifetime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic

    from .surroundings import Surroundings

NEAR: Final = dt.timedelta(days=182)
REQUIREMENTS: Final = "requirements.txt"
PYTHON_VERSION: Final = ".python-version"

_LINE: Final = re.compile(
    r"^[ \t]*+([A-Za-z0-9](?:[^#\n\\; \t]|[ \t]++(?![#\n\\;]|\Z))*+)", re.MULTILINE
)
_NUMBER: Final = re.compile(r"3(?:\.\d+){1,2}")


def installed_faults(found: Surroundings, as_of: dt.date, place: str) -> Iterator[Diagnostic]:
    """What is wrong with what is installed; ``place`` is the file to which it is told."""
    source = SourceFile(place, "")
    for need in (PYTHON, *NEEDS):
        have = found.python if need is PYTHON else found.packages.get(need.name)
        if have is None:
            message = f"{need.name} is not installed; {need} is needed."
            yield diagnose(WRONG_VERSION, source, None, message, _install(need))
        elif not need.specifier.contains(have, prereleases=True):
            message = f"{need.name} {have} is installed; {need} is needed."
            yield diagnose(WRONG_VERSION, source, None, message, _install(need))
        else:
            yield from _lifetime_faults(need.name, have, as_of, source, None)
    for extra in EXTRAS:
        if extra.name not in found.extras:
            mend = f"python -m pip install 'briefing-generator[{extra.name}]'"
            message = f"The part {extra.name!r} is not installed: {extra.without}."
            yield diagnose(MISSING_EXTRA, source, None, message, mend)


def asked_faults(source: SourceFile, as_of: dt.date) -> Iterator[Diagnostic]:
    """What is wrong with what ``requirements.txt`` or ``.python-version`` asks for."""
    if source.path == PYTHON_VERSION:
        number = _NUMBER.search(source.text)
        if number:
            span = Span(*number.span())
            if not PYTHON.specifier.contains(number[0]):
                yield from _ended(number[0], as_of, source, span)
            else:
                yield from _lifetime_faults("python", number[0], as_of, source, span)
        return
    needs = {canonicalize_name(need.name): need for need in NEEDS}
    for line in _LINE.finditer(source.text):
        try:
            asked = Requirement(line[1])
        except InvalidRequirement:
            continue
        need = needs.get(canonicalize_name(asked.name))
        if need is not None and not _agree(need.specifier, asked.specifier):
            message = f"{source.path} asks for {asked}; {need} is needed."
            mend = f"Write {need}, or leave the line out."
            yield diagnose(WRONG_VERSION, source, Span(*line.span(1)), message, mend)


def _ended(version: str, as_of: dt.date, source: SourceFile, span: Span) -> Iterator[Diagnostic]:
    """A Python that is too old: past its end where that is known, else just not to be used."""
    faults = tuple(_lifetime_faults("python", version, as_of, source, span))
    if faults:
        yield from faults
        return
    message = f"{source.path} asks for Python {version}; {PYTHON} is needed."
    yield diagnose(WRONG_VERSION, source, span, message, "Write a later version.")


def _lifetime_faults(
    name: str, version: str, as_of: dt.date, source: SourceFile, span: Span | None
) -> Iterator[Diagnostic]:
    one = lifetime(name, version)
    if one is None:
        return
    if as_of > one.end:
        message = f"{one.title} {version} has not been mended since {one.end} ({one.source})."
        yield diagnose(END_OF_LIFE, source, span, message, "Move to a newer version.")
    elif one.end - as_of <= NEAR:
        message = f"{one.title} {version} is mended until {one.end} ({one.source})."
        yield diagnose(END_IS_NEAR, source, span, message, _after(name))


def _after(name: str) -> str:
    if name == "mkdocs-material":
        return (
            "Try `briefing build --engine zensical` on a copy: the same pages and mkdocs.yml build."
        )
    return "Move to a newer version in time."


def _install(need: Requirement) -> str:
    if need is PYTHON:
        return "Make a new environment with a newer Python."
    return f"python -m pip install '{need}'"


def _agree(needed: SpecifierSet, asked: SpecifierSet) -> bool:
    """Whether a version can satisfy both: one of those named, or the next after one."""
    named = [spec.version.rstrip(".*") for spec in (*needed, *asked)]
    candidates = {version for text in named for version in _around(text)}
    return any(
        needed.contains(version) and asked.contains(version) for version in sorted(candidates)
    )


def _around(text: str) -> Iterator[Version]:
    try:
        version = Version(text)
    except InvalidVersion:
        return
    yield version
    yield Version(f"{version.major}.{version.minor}.{version.micro + 1}")
    yield Version(f"{version.major}.{version.minor + 1}")
