"""Options that several commands have."""

from __future__ import annotations

from typing import Final

import click

FORMATS: Final = ("full", "concise", "json", "github", "gitlab", "sarif")
"""How faults can be printed; written here so that ``--help`` imports no emitter."""

format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="full",
    show_default=True,
    help="How faults are printed.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    default=0,
    metavar="NUMBER",
    help="Processes that share the work; 1 works in one. If not given: as many as there are "
    "processors that may be used. What is made is the same.",
)
