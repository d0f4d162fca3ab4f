"""The figures of a benchmark as Markdown and as JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .contest import Case, Result
from .growth import Growth, exponent

_AGAINST = "mkdocs"


def markdown(
    results: Sequence[Result], grown: Sequence[Growth], about: dict[str, Any]
) -> Iterator[str]:
    """The lines of the report."""
    yield f"Measured on {about['date']}: {about['machine']}.\n"
    if results:
        yield (
            f"{about['articles']:,} articles of 1,200 words, {about['pages']:,} pages of Markdown; "
            f"an edit of one article changes {about['touched']} of them. "
            f"{_rounds(about['rounds'])}; seconds of the wall clock, in brackets of all "
            f"processors; × is against {_AGAINST}.\n"
        )
        yield from _cases(results)
        yield from _sizes(results)
    if grown:
        yield from _growth(grown)


def _rounds(number: int) -> str:
    return "One run of each" if number == 1 else f"Medians of {number} rounds in alternation"


def _cases(results: Sequence[Result]) -> Iterator[str]:
    yield f"| builder | {' | '.join(Case)} |"
    yield f"| --- |{' ---: |' * len(Case)}"
    base = next((item for item in results if item.builder.name == _AGAINST), None)
    for result in results:
        if result.failure:
            yield f"| {_named(result)} | failed: {result.failure} |{' |' * (len(Case) - 1)}"
        else:
            yield f"| {_named(result)} | {' | '.join(_cell(result, base, c) for c in Case)} |"
    yield ""


def _cell(result: Result, base: Result | None, case: Case) -> str:
    wall, cpu = result.median(case, "wall"), result.median(case, "cpu")
    if wall is None:
        return "as from nothing" if case is Case.THEME else "–"
    other = base.median(case, "wall") if base else None
    times = f", {wall / other:.3g} ×" if other else ""
    return f"{wall:.2f} ({cpu:.2f}){times}"


def _named(result: Result) -> str:
    return f"{result.builder.name} {result.builder.version}"


def _sizes(results: Sequence[Result]) -> Iterator[str]:
    yield "| builder | MB of memory, from nothing | after one article | HTML files | MB of site |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for result in results:
        cold, warm = (result.median(case, "megabytes") for case in (Case.COLD, Case.ARTICLE))
        if cold is not None and warm is not None:
            yield (
                f"| {_named(result)} | {cold:,.0f} | {warm:,.0f} | {result.pages:,} "
                f"| {result.size / 1e6:,.1f} |"
            )
    yield ""


def _growth(grown: Sequence[Growth]) -> Iterator[str]:
    sizes = [one.articles for one in grown]
    yield (
        "Processor seconds of each stage from nothing, by the number of articles; the exponent is "
        "the power with which the time grows.\n"
    )
    yield f"| stage | {' | '.join(f'{size:,}' for size in sizes)} | exponent |"
    yield f"| --- |{' ---: |' * (len(sizes) + 1)}"
    for stage in grown[0].seconds:
        seconds = [one.seconds[stage] for one in grown]
        power = f"{exponent(sizes, seconds):.2f}" if len(sizes) > 1 else "–"
        yield f"| {stage} | {' | '.join(f'{one:,.2f}' for one in seconds)} | {power} |"
    for title, shown in (
        ("pages", [f"{one.pages:,}" for one in grown]),
        ("MB of the site", [f"{one.size / 1e6:,.0f}" for one in grown]),
        ("MB of the largest process", [f"{one.megabytes:,.0f}" for one in grown]),
    ):
        yield f"| {title} | {' | '.join(shown)} | |"


def plain(
    results: Sequence[Result], grown: Sequence[Growth], about: dict[str, Any]
) -> dict[str, Any]:
    """All of it as values that JSON knows."""
    return {
        **about,
        "builders": {
            result.builder.name: {
                "version": result.builder.version,
                "failure": result.failure,
                "html_files": result.pages,
                "bytes": result.size,
                "runs": {
                    str(case): [
                        {"wall": one.wall, "cpu": one.cpu, "megabytes": one.megabytes}
                        for one in taken
                    ]
                    for case, taken in result.runs.items()
                },
            }
            for result in results
        },
        "growth": [
            {
                "articles": one.articles,
                "seconds": one.seconds,
                "megabytes": one.megabytes,
                "pages": one.pages,
                "bytes": one.size,
            }
            for one in grown
        ],
    }


def machine() -> str:
    """What this runs on."""
    model = ""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                model = f"{line.partition(':')[2].strip()}, "
                break
    except OSError:
        pass
    return (
        f"{model}{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"CPython {platform.python_version()}"
    )
