"""The option ``--untrusted``: what a pull request brings is built, and not obeyed."""

# Rooms are imported when the command runs; see main.py.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import reporting

if TYPE_CHECKING:
    from generator.pipeline import Workspace

untrusted_option = click.option(
    "--untrusted",
    is_flag=True,
    help="Trust neither templates nor mkdocs.yml: run templates in a sandbox, refuse hooks, other "
    "plugins and themes, limit time and memory, and reach no file or network outside.",
)


def untrusted_workspace(
    context: click.Context, workspace: Workspace, format_: str = "full"
) -> Workspace:
    """The workspace, untrusted, in a process that is confined.

    Where this process is not, the command of ``context`` is run in one that is, and the command
    ends here with its exit code.
    """
    from .confinement import CONFINED, confine, run_confined

    spare = os.environ.get(CONFINED)
    if not spare:
        code, reason = run_confined(context)
        if reason:
            _tell(reason, format_)
        context.exit(code)
    confine(workspace.root, Path(spare))
    return replace(workspace, untrusted=True)


def _tell(reason: str, format_: str) -> None:
    from generator.diagnostics import SourceFile, diagnose
    from generator.diagnostics.codes.untrusted import BUILD_LIMIT

    message = f"The untrusted build was stopped: {reason}."
    mend = "Look for a page or template that repeats itself; what stood before still stands."
    place = SourceFile("mkdocs.yml", "")
    reporting.emit((diagnose(BUILD_LIMIT, place, None, message, mend),), format_)
