"""Builders in alternation over one site: from nothing, again, after one article, or a setting."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from statistics import median

from .builders import Builder
from .measuring import FailedError, Taken, run, size_of
from .states import States, edit, environment, restore


class Case(StrEnum):
    """What stands when a builder is started."""

    COLD = "from nothing"
    SAME = "nothing changed"
    ARTICLE = "one article changed"
    THEME = "a setting changed"


@dataclass(slots=True)
class Result:
    """The runs of one builder by case, the size of its site, or why there is none."""

    builder: Builder
    runs: dict[Case, list[Taken]] = field(default_factory=dict)
    pages: int = 0
    size: int = 0
    failure: str = ""

    def median(self, case: Case, what: str) -> float | None:
        """The median of ``wall``, ``cpu`` or ``megabytes``; ``None`` where nothing was run."""
        taken = self.runs.get(case)
        return median(getattr(one, what) for one in taken) if taken else None


def compete(builders: list[Builder], states: States, folder: Path, rounds: int) -> list[Result]:
    """Run every builder in each round, beginning with another one each time."""
    results = [Result(builder) for builder in builders]
    for number in range(rounds):
        for place in range(len(results)):
            result = results[(number + place) % len(results)]
            if not result.failure:
                _round(result, states, folder / f"{result.builder.name}-{number}")
    return results


def _round(result: Result, states: States, folder: Path) -> None:
    builder, case = result.builder, Case.COLD
    folder.mkdir(parents=True)
    builder.prepare(folder, states)
    for name in (builder.made, *builder.caches):
        shutil.rmtree(folder / name, ignore_errors=True)
    try:
        for case in _cases(builder, states, folder):
            taken = run(builder.command, folder, environment())
            result.runs.setdefault(case, []).append(taken)
            if case is Case.COLD:
                result.size, result.pages = size_of(folder / builder.made)
    except FailedError as error:
        result.failure = f"{case}: {str(error).strip().splitlines()[-1:]}"
    shutil.rmtree(folder)


def _cases(builder: Builder, states: States, folder: Path) -> Iterator[Case]:
    """The cases, each with the folder as it asks."""
    yield Case.COLD
    yield Case.SAME
    if builder.docs:
        _write(builder, folder, states.after)
    else:
        edit(folder)
    yield Case.ARTICLE
    if builder.docs:
        _write(builder, folder, states.before)
    else:
        restore(folder)
    if builder.configured or not builder.docs:
        configuration = folder / "mkdocs.yml"
        text = configuration.read_text(encoding="utf-8")
        changed = text.replace("site_description: ", "site_description: Now - ")
        configuration.write_text(changed, encoding="utf-8")
        yield Case.THEME


def _write(builder: Builder, folder: Path, files: dict[str, bytes]) -> None:
    for name, text in files.items():
        path, content = builder.adapted(name, text)
        (folder / builder.docs / path).write_bytes(content)
