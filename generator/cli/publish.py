"""``briefing publish``: the site goes online, or back, and what that changes is told."""

# Rooms are imported when the command runs; see main.py.
# ruff: noqa: PLC0415

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

from . import reporting
from .options import format_option, jobs_option
from .printing import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pipeline.publish import Publication
    from generator.publishing.published import Changes

_MOST = 40  # pages listed of each kind; the number of all is always said


@click.command()
@click.option(
    "--to",
    default="",
    metavar="TARGET",
    help="Where to: a folder, gh-pages, artifact or user@host:path. If not given, `publish-to` in "
    "mkdocs.yml says it.",
)
@click.option(
    "--against",
    default="",
    metavar="PLACE",
    help="What is online now, where the target cannot tell: the site's address, or a file or "
    "folder with its briefing-manifest.json.",
)
@click.option(
    "--keep",
    type=click.IntRange(2, 1000),
    default=5,
    show_default=True,
    help="Releases that stay in a folder.",
)
@click.option(
    "--wait",
    type=click.IntRange(0, 3600),
    default=0,
    show_default=True,
    help="Seconds to wait for somebody else who is publishing there.",
)
@click.option("--no-build", is_flag=True, help="Publish the site that is built already.")
@click.option("--rollback", is_flag=True, help="Serve the release before the present one again.")
@click.option("--dry-run", is_flag=True, help="Build and say what would change; publish nothing.")
@jobs_option
@format_option
@click.pass_context
def publish(  # noqa: PLR0913  one for each option
    context: click.Context,
    *,
    to: str,
    against: str,
    keep: int,
    wait: int,
    no_build: bool,
    rollback: bool,
    dry_run: bool,
    jobs: int,
    format_: str,
) -> None:
    """Build the site, look through it, and put it online in one step.

    Nothing is published while a warning or an error stands, a link or a picture leads nowhere, a
    page is too large, or a page that was online would vanish without a redirect. Whatever fails,
    and whenever: what was published before is still served.
    """
    from generator.pipeline.publish import publish as run
    from generator.pipeline.publish import roll_back
    from generator.publishing.targets import ARTIFACT

    from .main import CLEAN, FAULTY, _workspace

    if rollback and (no_build or against):
        raise click.UsageError("--rollback builds nothing and goes with --to and --dry-run alone.")
    if against and to != ARTIFACT and not dry_run:
        raise click.UsageError("--against goes with --to artifact or --dry-run: others know it.")
    workspace = _workspace()
    with _refusals(), reporting.machine_errors(), reporting.progress("Reading") as tell:
        if rollback:
            done = roll_back(workspace, to=to, dry_run=dry_run, wait=wait)
        else:
            done = run(
                workspace,
                to=to,
                against=against,
                build_first=not no_build,
                dry_run=dry_run,
                keep=keep,
                wait=wait,
                progress=tell,
                jobs=jobs,
            )
    for_people = format_ in reporting.FOR_PEOPLE
    reporting.emit(reporting.pressing(done.diagnostics), format_, to_stderr=for_people)
    for line in _said(done, dry_run=dry_run, rollback=rollback):
        say(line, err=done.refused or not for_people)
    context.exit(FAULTY if done.refused else CLEAN)


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    """A target that refuses is a line and exit code 1; nothing to publish is wrong usage."""
    from generator.pipeline.publish import NothingBuiltError
    from generator.publishing.targets import TargetError

    try:
        yield
    except NothingBuiltError as error:
        raise click.UsageError(str(error)) from error
    except TargetError as error:
        message = f"{error} What was published before is still served."
        raise click.ClickException(message) from error


def _said(done: Publication, *, dry_run: bool, rollback: bool) -> Iterator[str]:
    """The summary, a line at a time."""
    if done.taken_over:
        yield f"{done.taken_over} left a lock behind when it died; it was taken over."
    if done.changes is None:
        yield f"Nothing was published: {reporting.tally(done.diagnostics)}."
        return
    if not rollback and not done.compared:
        yield "Nothing is known of an earlier publication, so every page counts as added."
    if done.release is None and not dry_run:
        yield f"Nothing changed since the last publication to {done.target}."
        return
    if done.release is None:
        start = "A rollback would do this" if rollback else "This would be published"
        start += f" to {done.target}" if done.target else ""
    else:
        start = f"{'Rolled back' if rollback else 'Published'} to {done.release.where}"
        start += f" ({done.release.name})" if done.release.name else ""
    yield f"{start}: {_numbers(done.changes)}."
    if done.compared:
        yield from _pages(done.changes)


def _numbers(changes: Changes) -> str:
    count = reporting.count
    redirects = count(len(changes.redirects), "redirect", "redirects")
    others = count(changes.other_files, "other file", "other files")
    return (
        f"{count(len(changes.added), 'page', 'pages')} added, {len(changes.changed):,} changed, "
        f"{len(changes.removed):,} removed, {redirects} made, {others} changed"
    )


def _pages(changes: Changes) -> Iterator[str]:
    from generator.publishing.gate import address_of

    for sign, paths in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for path in paths[:_MOST]:
            yield f"  {sign} {address_of(path) or '/'}"
        if len(paths) > _MOST:
            yield f"  {sign} … and {len(paths) - _MOST:,} more"
    for path, address in changes.redirects[:_MOST]:
        yield f"  > {address_of(path)} leads to {address or '/'}"
