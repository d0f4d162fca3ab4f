"""``briefing init``: what it asks, writes and prints."""

# As in main.py: rooms are imported when a command runs.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import reporting
from .printing import say

if TYPE_CHECKING:
    from generator.pipeline.init import Upgrade

HOSTS = ("github", "gitlab", "none")
CHANGES, USAGE = 1, 2


@click.command()
@click.argument(
    "folder", metavar="[FOLDER]", default=".", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--name", help="The site's name (the folder's if not given).")
@click.option("--url", help="The site's address: https://desk.example/.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="A language of the articles, as BCP 47 (ar, en-GB); the first is the site's. Repeatable.",
)
@click.option("--topic", "topics", multiple=True, help="The title of a topic. Repeatable.")
@click.option(
    "--host",
    type=click.Choice(HOSTS),
    help="Whose workflows are written, which check, build and publish on every push.",
)
@click.option("--force", is_flag=True, help="In a folder that is not empty, write what is missing.")
@click.option("--upgrade", is_flag=True, help="Show what a newer version would set up otherwise.")
@click.option(
    "--write", is_flag=True, help="With --upgrade: write what you have not changed yourself."
)
@click.pass_context
def init(  # noqa: PLR0913  one for each option
    context: click.Context,
    *,
    folder: Path,
    name: str | None,
    url: str | None,
    languages: tuple[str, ...],
    topics: tuple[str, ...],
    host: str | None,
    force: bool,
    upgrade: bool,
    write: bool,
) -> None:
    """Set up a new site in FOLDER: configuration, an example, workflows and editors' settings.

    What is not given is asked where there is a terminal. Nothing that stands is overwritten.

    With --upgrade, prints a diff and ends with 1 if there is any; files that you changed yourself
    are shown and never written.
    """
    if write and not upgrade:
        raise click.UsageError("--write goes with --upgrade.")
    if upgrade:
        if name is not None or url is not None or languages or topics or host or force:
            raise click.UsageError("--upgrade takes its answers from .briefing-init.json.")
        context.exit(_upgrade(folder, write=write))
    _create(folder, name, url, languages, topics, host, force=force)


def _create(
    folder: Path,
    name: str | None,
    url: str | None,
    languages: tuple[str, ...],
    topics: tuple[str, ...],
    host: str | None,
    *,
    force: bool,
) -> None:
    from generator.pipeline.init import Answers, Host, WrongAnswerError, create_site, is_empty

    asking = sys.stdin.isatty()
    with reporting.machine_errors():
        if not force and not is_empty(folder):
            question = f"{folder} is not empty. Write what is missing, and change nothing?"
            if not asking or not click.confirm(question, default=False):
                raise click.UsageError(
                    f"{folder} is not empty: name a new folder, or give --force to write what is "
                    "missing there."
                )
        default = " ".join(folder.resolve().name.replace("-", " ").split()).title() or "Briefings"
        answers = Answers(
            name or _ask("Name of the site", default, asking=asking),
            _ask("Its address, if it has one", "", asking=asking) if url is None else url,
            languages or _asked_list("Languages, the site's own first", "en", asking=asking),
            topics or _asked_list("Topics, with commas between", "", asking=asking),
            Host(host or _ask("Workflows for", "github", asking=asking, choices=HOSTS)),
        )
        try:
            # The example is dated with the day on which it is written, as `briefing new` does.
            day = dt.datetime.now(tz=dt.UTC).astimezone().date()
            created = create_site(folder, answers, day)
        except WrongAnswerError as error:
            raise click.UsageError(str(error)) from error
    for path in created.kept:
        say(f"Kept {folder / path} as it is.", err=True)
    say(f"Wrote {reporting.count(len(created.written), 'file', 'files')} to {folder}.")
    if created.written:
        say("`briefing serve` there shows the site, `briefing build` makes it.")


def _ask(question: str, default: str, *, asking: bool, choices: tuple[str, ...] = ()) -> str:
    if not asking:
        return default
    kind = click.Choice(choices) if choices else str
    answer: str = click.prompt(question, default=default, type=kind, show_default=bool(default))
    return answer


def _asked_list(question: str, default: str, *, asking: bool) -> tuple[str, ...]:
    parts = _ask(question, default, asking=asking).replace("،", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _upgrade(folder: Path, *, write: bool) -> int:
    from generator.files import NotReplacedError
    from generator.pipeline.init import RecordError, State, find_upgrade, write_upgrade

    with reporting.machine_errors():
        try:
            found = find_upgrade(folder)
        except RecordError as error:
            raise click.UsageError(str(error)) from error
        if write:
            try:
                write_upgrade(found)
            except NotReplacedError as error:
                raise click.ClickException(str(error)) from error
    _show(found)
    if not found.steps:
        say("Nothing to change.", err=True)
        return 0
    left = [step for step in found.steps if step not in found.writable]
    yours = sum(step.state is State.YOURS for step in left)
    if write:
        say(f"Wrote {reporting.count(len(found.writable), 'file', 'files')}.", err=True)
    else:
        files = reporting.count(len(found.writable), "file", "files")
        say(f"--write would write {files}.", err=True)
    if yours:
        files = reporting.count(yours, "file that you changed", "files that you changed")
        say(f"{files} would be otherwise: join them by hand.", err=True)
    for step in left:
        if step.state is State.DROPPED:
            say(f"{step.path} is no longer needed; delete it if you like.", err=True)
    return CHANGES if left or not write else 0


def _show(found: Upgrade) -> None:
    from generator.diagnostics.emitters import visible

    diff = "".join(step.diff() for step in found.steps)
    if sys.stdout.isatty():  # what is piped must stay what `patch` can apply
        diff = "".join(f"{visible(line)}\n" for line in diff.split("\n")[:-1])
    say(diff, nl=False)
