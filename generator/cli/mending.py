"""``briefing check --fix`` and ``--diff``: what they do and what they print."""

# As in main.py: rooms are imported when a command runs.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from . import reporting
from .printing import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from generator.pipeline import Workspace
    from generator.pipeline.fixing import Fixed


def mend(
    workspace: Workspace,
    *,
    unsafe: bool,
    write: bool,
    stale_at: dt.date | None,
    tell: Callable[[int, int], None] | None,
) -> Fixed:
    """Make the fixes, and write them unless they are only to be shown."""
    from generator.files import NotReplacedError
    from generator.pipeline.fixing import find_fixes, write_fixes

    fixed = find_fixes(workspace, unsafe=unsafe, stale_at=stale_at, progress=tell)
    if write:
        try:
            write_fixes(workspace, fixed)
        except NotReplacedError as error:
            raise click.ClickException(str(error)) from error
        if fixed.count:
            say(f"Mended {_amount(fixed)}.", err=True)
    return fixed


def show(fixed: Fixed) -> bool:
    """Print what would change; whether anything would."""
    from generator.diagnostics.emitters import visible

    diff = fixed.diff()
    if sys.stdout.isatty():  # what is piped must stay what `patch` can apply
        diff = "".join(f"{visible(line)}\n" for line in diff.split("\n")[:-1])
    click.echo(diff, nl=False)
    if fixed.files:
        say(f"{_amount(fixed).capitalize()} would be mended.", err=True)
    return bool(fixed.files)


def _amount(fixed: Fixed) -> str:
    faults = reporting.count(fixed.count, "fault", "faults")
    return f"{faults} in {reporting.count(len(fixed.files), 'file', 'files')}"
