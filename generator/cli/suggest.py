"""The command ``briefing suggest``: proposals printed, written, or gone through one by one."""

# Imports its rooms when it runs: `briefing --help` must not wait for MkDocs or pydantic.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import reporting
from .printing import say

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.model.suggestion import Suggestion
    from generator.pipeline.suggestions import Desk, Opened

KINDS = ("actor", "figure", "event", "place", "quote", "claim", "background", "read-more")
CLEAN, FAULTY = 0, 1


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How proposals are printed.",
)
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only this kind.")
@click.option("--write", is_flag=True, help="Write the certain ones into the article.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    default=0.8,
    show_default=True,
    help="With --write: how certain they must be.",
)
@click.option("--review", is_flag=True, help="Go through them: one key accepts or rejects.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of publication of a text that has no front matter.",
)
@click.pass_context
def suggest(
    context: click.Context,
    *,
    files: tuple[Path, ...],
    format_: str,
    kinds: tuple[str, ...],
    write: bool,
    threshold: float,
    review: bool,
    date: dt.datetime | None,
) -> None:
    """Propose annotations: actors, figures, events, places, quotations, claims, background.

    FILE is an article, or any text; with --write and --review an article of the site.
    """
    if write and review:
        raise click.UsageError("--write and --review exclude each other.")
    if format_ == "json" and (write or review):
        raise click.UsageError("--format json goes with neither --write nor --review.")
    from .main import _workspace

    workspace = _workspace()
    from generator.pipeline.suggestions import Desk

    with reporting.machine_errors(), _refusals():
        desk = Desk(workspace)
        day = date.date() if date else None
        opened = [] if write else list(_opened(desk, files, day))
        done = write or len(opened) == len(files)
        if write:
            done = _write(desk, files, kinds, threshold)
        elif review:
            from .review import review_files

            done = review_files(desk, opened, kinds) and done
    if not (write or review):
        _print(desk, opened, kinds, format_)
    context.exit(CLEAN if done else FAULTY)


@contextmanager
def _refusals() -> Iterator[None]:
    """What cannot be done, said in a line."""
    from generator.pipeline.accepting import NotWrittenError, WordsChangedError
    from generator.pipeline.suggestions import NoArticleError

    try:
        yield
    except NoArticleError as error:
        raise click.UsageError(str(error)) from error
    except NotWrittenError as error:
        raise click.ClickException(str(error)) from error
    except WordsChangedError as error:
        message = f"{error}: its words would have changed, which is a bug. Nothing was written."
        raise click.ClickException(message) from error


def _opened(desk: Desk, files: Iterable[Path], date: dt.date | None) -> Iterator[Opened]:
    """The files that can be read; the faults of the others are printed."""
    for path in files:
        opened = desk.open(path, date)
        if isinstance(opened, tuple):
            faults: tuple[Diagnostic, ...] = opened
            reporting.emit(faults, "full", to_stderr=True)
        else:
            yield opened


def _print(desk: Desk, opened: list[Opened], kinds: tuple[str, ...], format_: str) -> None:
    from . import suggest_text as words

    found = [(item.article.file, desk.suggestions(item, kinds)) for item in opened]
    if format_ == "json":
        click.echo(words.suggestions_json(found), nl=False)
        return
    for source, items in found:
        say(words.suggestions_text(source, items), nl=False)


def _write(desk: Desk, files: Iterable[Path], kinds: tuple[str, ...], threshold: float) -> bool:
    from generator.pipeline.accepting import write_suggestions

    from . import suggest_text as words

    done = True
    for path in files:
        # One by one: what is written into one is known when the next is read.
        opened = next(_opened(desk, (path,), None), None)
        if opened is None:
            done = False
            continue
        found = [
            item for item in desk.suggestions(opened, kinds) if item.kind not in words.INFORMATION
        ]
        certain = [item for item in found if item.confidence >= threshold]
        written = write_suggestions(desk, opened, certain)
        source = opened.article.file
        for entry in written.refused:
            say(words.refused_text(source, entry.suggestion, entry.reason), err=True)
        say(words.written_text(source.path, len(written.accepted), 0, written.entries))
        _tell_rest(found, certain, threshold)
    return done


def _tell_rest(found: list[Suggestion], certain: list[Suggestion], threshold: float) -> None:
    rest = len(found) - len(certain)
    if rest:
        what = "1 proposal is" if rest == 1 else f"{rest} proposals are"
        say(
            f"{what} less certain than {threshold:g}: `briefing suggest --review` goes through "
            "them.",
            err=True,
        )
