"""The command that writes other tools' annotations into an article."""

# Rooms are imported when the command runs: `briefing --help` must not wait for them.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import reporting
from .printing import say

if TYPE_CHECKING:
    from generator.pipeline.annotations import ImportedAnnotations

FAULTY = 1


@click.command(name="import-annotations")
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("annotations", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sidecar", is_flag=True, help="Write beside the text; do not touch it.")
@click.option(
    "--fuzzy",
    is_flag=True,
    help="Take the place that is most like the words quoted. Without this you are asked.",
)
@click.pass_context
def import_annotations(
    context: click.Context, *, article: Path, annotations: Path, sidecar: bool, fuzzy: bool
) -> None:
    """Write annotations from Hypothesis, or any W3C Web Annotations, into an article.

    Tags say what each is: a kind (claim) and attributes (by:jane-roe). The article's words stay as
    they are; what cannot stand in the text is written beside it, into NAME.annotations.yaml.
    """
    from generator.pipeline import NoWorkspaceError, find_workspace
    from generator.pipeline.annotations import NotImportedError
    from generator.pipeline.annotations import import_annotations as run

    try:
        workspace = find_workspace(Path())
    except NoWorkspaceError as error:
        raise click.UsageError(str(error)) from error
    with reporting.machine_errors():
        try:
            found = run(
                workspace,
                article,
                annotations,
                to_sidecar=sidecar,
                confirm=_yes if fuzzy else _ask,
            )
        except NotImportedError as error:
            raise click.UsageError(str(error)) from error
    reporting.emit(found.faults, "full", to_stderr=True)
    if found.faults:
        say("Mend these first: nothing was written.", err=True)
        context.exit(FAULTY)
    _tell(found)


def _yes(wanted: str, found: str) -> bool:
    del wanted, found
    return True


def _ask(wanted: str, found: str) -> bool:
    """Ask the editor; where nobody can answer, no."""
    if not sys.stdin.isatty():
        return False
    return click.confirm(f"“{_line(wanted)}”\nThe text has: “{_line(found)}”\nIs this meant?")


def _tell(found: ImportedAnnotations) -> None:
    for item in found.waiting:
        words = f"“{_line(item.words)}”" if item.words else "one"
        say(f"Kept without a place: {words}: {_line(item.reason)}.")
    if found.article:
        say(f"Wrote {_count(found.inline)} into {found.article}")
    if found.sidecar and found.beside:
        say(f"Wrote {_count(found.beside)} into {found.sidecar}")
    if found.sidecar and found.waiting:
        say(f"{_count(len(found.waiting))} without a place: see unplaced in {found.sidecar}")
    if found.known:
        say(f"{_count(found.known)} stood there already")
    if found.elsewhere:
        say(f"{_count(found.elsewhere)} of other addresses left out")


def _count(number: int) -> str:
    return reporting.count(number, "annotation", "annotations")


def _line(text: str) -> str:
    from generator.diagnostics.emitters import visible

    line = " ".join(text.split())
    return visible(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…")


_LONGEST = 200
