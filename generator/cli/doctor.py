"""``briefing doctor``: what it prints."""

# As in main.py: rooms are imported when a command runs.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from . import reporting
from .options import format_option
from .printing import say

ENGINES = ("mkdocs", "zensical", "properdocs")
FAULTY = 1


@click.command()
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="The site builder that settings are meant for (all that are installed if not given).",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which versions must still be mended (today if not given).",
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@format_option
@click.pass_context
def doctor(
    context: click.Context,
    *,
    engine: str | None,
    as_of: dt.datetime | None,
    strict: bool,
    format_: str,
) -> None:
    """Say what is wrong with what the site is built with: versions, settings, the built site.

    Looks at versions and how long they are mended, at settings that a builder ignores without a
    word, at what built pages load from other hosts, at the clone and the cache. Changes nothing.
    """
    from generator.diagnostics import Severity
    from generator.pipeline import NoWorkspaceError, find_workspace
    from generator.pipeline.doctor import examine
    from generator.publishing.engines import Engine

    try:
        workspace = find_workspace(Path())
    except NoWorkspaceError as error:
        raise click.UsageError(str(error)) from error
    # Asked for the reader of this output alone; no page is made of it.
    day = as_of.date() if as_of else dt.datetime.now(tz=dt.UTC).astimezone().date()
    with reporting.machine_errors():
        found = examine(workspace, day, engine=Engine(engine) if engine else None)
    if format_ in reporting.FOR_PEOPLE:
        width = max(len(name) for name, _ in found.facts)
        for name, text in found.facts:
            say(f"{name:<{width}}  {text}")
    reporting.emit(found.diagnostics, format_)
    if format_ in reporting.FOR_PEOPLE:
        say(f"As of {day}: {reporting.tally(found.diagnostics)}.", err=True)
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    context.exit(FAULTY if any(item.severity in stopping for item in found.diagnostics) else 0)
