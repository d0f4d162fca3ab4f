"""The commands and their options."""

# Commands import their rooms when they run: `briefing --help` must not wait for MkDocs or pydantic.
# ruff: noqa: PLC0415

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__

from . import mending, reporting
from .annotations import import_annotations
from .doctor import ENGINES, doctor
from .init import init
from .options import format_option, jobs_option
from .policy import policy
from .printing import Commands, say
from .publish import publish
from .reuse_text import reuse_text
from .suggest import suggest
from .untrusted import untrusted_option, untrusted_workspace

if TYPE_CHECKING:
    from generator.pipeline import Workspace

CLEAN, FAULTY, USAGE = 0, 1, 2
"""Exit codes: nothing to mend; errors (with ``--strict``, warnings too); wrong usage."""

KINDS = ("article", "actor", "figure", "place", "topic", "background")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "-C",
    "--directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Work as if started in this folder.",
)
@click.pass_context
def main(context: click.Context, directory: Path) -> None:
    """Turn annotated source articles into a searchable static briefing site."""
    # Arguments of the commands are read after this, relative to that folder too.
    context.with_resource(contextlib.chdir(directory))


def _workspace() -> Workspace:
    from generator.pipeline import NoWorkspaceError, find_workspace

    try:
        return find_workspace(Path())
    except NoWorkspaceError as error:
        raise click.UsageError(str(error)) from error


def _today() -> dt.date:
    """The one place that asks the clock; what it says reaches an editor, never a page."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


@main.command()
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--stale", is_flag=True, help="List what is due to be looked at again, by page.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="With --stale: due on this day (today if not given).",
)
@format_option
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend what takes a guess, too.")
@click.option("--diff", is_flag=True, help="Show what would be mended; change no file.")
@untrusted_option
@click.pass_context
def check(  # noqa: PLR0913  one for each option
    context: click.Context,
    *,
    strict: bool,
    stale: bool,
    as_of: dt.datetime | None,
    format_: str,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    untrusted: bool,
) -> None:
    """Report every fault in the content, and build nothing.

    --fix and --unsafe-fixes change files below the content folder and mkdocs.yml, never an
    article's words. --diff shows the changes instead, and fails if there are any.
    """
    from generator.pipeline import check_content

    if as_of and not stale:
        raise click.UsageError("--as-of goes with --stale.")
    if untrusted and (fix or unsafe_fixes or diff):
        raise click.UsageError("--untrusted mends nothing.")
    workspace = _workspace()
    if untrusted:
        workspace = untrusted_workspace(context, workspace, format_)
    stale_at = (as_of.date() if as_of else _today()) if stale else None
    fixed = None
    with reporting.machine_errors(), reporting.progress("Checking") as tell:
        if fix or unsafe_fixes or diff:
            fixed = mending.mend(
                workspace, unsafe=unsafe_fixes, write=not diff, stale_at=stale_at, tell=tell
            )
            checked = fixed.checked
        else:
            checked = check_content(workspace, drafts=True, progress=tell, stale_at=stale_at)
    if fixed and diff:
        context.exit(FAULTY if mending.show(fixed) else CLEAN)
    reporting.emit_checked(checked, format_)
    if format_ in reporting.FOR_PEOPLE:
        reporting.close_check(checked)
    context.exit(FAULTY if checked.stops(strict=strict) else CLEAN)


@main.command()
@click.option("--strict", is_flag=True, help="Build nothing while a warning stands.")
@click.option("--clean", is_flag=True, help="Forget the cache and make everything again.")
@click.option(
    "--verbose", is_flag=True, help="Count what each stage took over from the last build."
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="mkdocs",
    show_default=True,
    help="The site builder; any but MkDocs builds all pages each time.",
)
@jobs_option
@untrusted_option
@click.pass_context
def build(
    context: click.Context,
    *,
    strict: bool,
    clean: bool,
    verbose: bool,
    engine: str,
    jobs: int,
    untrusted: bool,
) -> None:
    """Generate the pages and build the site."""
    from generator.pipeline import build as run
    from generator.publishing.engines import Engine

    if untrusted and engine != Engine.MKDOCS:
        raise click.UsageError("--untrusted builds with MkDocs alone.")
    workspace = _workspace()
    if untrusted:
        workspace = untrusted_workspace(context, workspace)
    with reporting.machine_errors(), reporting.progress("Reading") as tell:
        result = run(
            workspace,
            strict=strict,
            clean=clean,
            engine=Engine(engine),
            progress=tell,
            jobs=jobs,
            waiting=reporting.waiting,
        )
    reporting.emit(reporting.pressing(result.diagnostics), "full", to_stderr=True)
    if verbose:
        say(reuse_text(result), nl=False, err=True)
    reporting.close_build(result, workspace.root)
    context.exit(CLEAN if result.done else FAULTY)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(*, port: int) -> None:
    """Show the site, drafts included, and renew it whenever a file is saved."""
    from generator.pipeline.serve import serve as run

    workspace = _workspace()
    with reporting.machine_errors():
        run(
            workspace,
            port=port,
            report=reporting.preview,
            ready=lambda url: say(f"Serving {url} (Ctrl+C ends it)"),
        )


@main.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("title")
@click.option("--language", default="", help="The article's language, as BCP 47 (ar, en-GB).")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="An article's date of publication (today if not given).",
)
@click.option("--id", "entry_id", default="", help="The id (made from the title if not given).")
def new(*, kind: str, title: str, language: str, date: dt.datetime | None, entry_id: str) -> None:
    """Start an article or a register entry: briefing new actor "Ann Example"."""
    from generator.pipeline.writing import ContentExistsError, WrongEntryError, new_entry

    workspace = _workspace()
    day = date.date() if date else _today()
    with reporting.machine_errors():
        try:
            path = new_entry(workspace, kind, title, language=language, date=day, entry_id=entry_id)
        except (ContentExistsError, WrongEntryError) as error:
            raise click.UsageError(str(error)) from error
    say(f"Wrote {path}")


@main.command(name="import")
@click.argument(
    "inputs",
    metavar="FILE|FOLDER...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help="Where to write: a folder, or a file for one input (content/articles/ if not given).",
)
@click.pass_context
def import_(context: click.Context, *, inputs: tuple[Path, ...], to: Path | None) -> None:
    """Turn texts as found into draft articles; their words stay as they are.

    Plain text, Markdown, saved web pages and exports of WordPress are read; of a folder, every
    such file in it.
    """
    from generator.pipeline.imports import import_file, import_files, is_export
    from generator.pipeline.writing import ContentExistsError

    workspace = _workspace()
    single = len(inputs) == 1 and inputs[0].is_file() and not is_export(inputs[0])
    failed = False
    written = 0
    with reporting.machine_errors():
        try:
            found = (
                [import_file(workspace, inputs[0], to)]
                if single
                else import_files(workspace, inputs, to)
            )
            for imported in found:
                reporting.emit(imported.diagnostics, "full", to_stderr=True)
                if imported.path is not None:
                    written += 1
                    origin = "" if single else f" from {imported.source}"
                    say(f"Wrote {imported.path} as a draft{origin}")
                elif imported.skipped:
                    say(f"Skipped {imported.source}. {imported.skipped}", err=True)
                else:
                    failed = True
                    reason = imported.failed or "It cannot be imported as it is."
                    say(f"Did not import {imported.source}. {reason}", err=True)
        except ContentExistsError as error:
            raise click.UsageError(str(error)) from error
    if not single:
        say(f"{reporting.count(written, 'draft', 'drafts')} written.")
    context.exit(FAULTY if failed else CLEAN)


@main.command()
@click.argument("revisions", default="HEAD")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How changes are printed.",
)
@click.option(
    "--require-corrections",
    is_flag=True,
    help="Fail where a published figure or quotation changed and no correction says so.",
)
@click.pass_context
def changes(
    context: click.Context, *, revisions: str, format_: str, require_corrections: bool
) -> None:
    """List what happened to figures, roles, claims, quotations and dates between two commits."""
    from generator.pipeline.changes import HistoryError, find_changes

    from . import changes_text as words

    workspace = _workspace()
    with reporting.machine_errors():
        try:
            found = find_changes(workspace, revisions)
        except HistoryError as error:
            raise click.UsageError(str(error)) from error
    show = words.changes_json if format_ == "json" else words.changes_text
    say(show(found.changes), nl=False)
    for path in found.unread:
        say(words.unread_text(path), err=True)
    if require_corrections:
        day = found.day or _today().isoformat()
        for change in found.uncorrected:
            say(words.wanted_text(change, day), nl=False, err=True)
        context.exit(FAULTY if found.uncorrected or found.unread else CLEAN)


@main.command()
@click.argument("page")
def why(page: str) -> None:
    """Say what changed since the last build that a page is made of.

    A page is a path below docs, or its address on the site.
    """
    from jinja2 import TemplateError

    from generator.pipeline.why import UnknownPageError, why_on_site
    from generator.pipeline.why import why as find

    workspace = _workspace()
    with reporting.machine_errors():
        try:
            path, reasons = find(workspace, page)
        except UnknownPageError as error:
            raise click.UsageError(str(error)) from error
        except TemplateError as error:
            message = f"A template cannot be used: {error.message}. `briefing build` says where."
            raise click.ClickException(message) from error
    if reasons:
        say(f"{path} would be made again.")
        for reason in reasons:
            say(f"  {reason}")
    else:
        say(f"{path} stands: nothing that it is made of changed since the last build.")
    if rendered := why_on_site(workspace, path):
        say(rendered)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a diagnostic means, with an example of what is wrong and what to write instead."""
    from generator.diagnostics.codes import lookup

    found = lookup(code)
    if found is None:
        raise click.UsageError(f"There is no code {code!r}: `briefing check` prints them.")
    say(reporting.explanation(found), nl=False)


main.add_command(suggest)
main.add_command(import_annotations)
main.add_command(policy)
main.add_command(publish)
main.add_command(init)
main.add_command(doctor)
