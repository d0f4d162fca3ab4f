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
