"""What the commands print: faults, progress, closing lines."""

# Rooms are imported where something is printed: `briefing --help` prints nothing of theirs.
# ruff: noqa: PLC0415

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from .printing import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.diagnostics import Code, Diagnostic
    from generator.pipeline import Build, CheckedSite
    from generator.pipeline.serve import PreviewBuild

FOR_PEOPLE = frozenset({"full", "concise"})
"""The formats that people read; programs read the others."""

_LONGEST_LINE = 100


@contextlib.contextmanager
def machine_errors() -> Iterator[None]:
    """A refusing disk or a taken port is a line and exit code 1, not a traceback."""
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        message = f"{where}{error.strerror or error}. What stood before still stands."
        raise click.ClickException(message) from error
    except MemoryError as error:
        message = "There is not enough memory. What stood before still stands."
        raise click.ClickException(message) from error


@contextlib.contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A counter on the terminal's error stream; nothing where that is no terminal."""
    stream = sys.stderr
    if not stream.isatty():
        yield None
        return

    def tell(done: int, total: int) -> None:
        if done % 100 == 0:
            stream.write(f"\r{label} {done:,} of {total:,} files")
            stream.flush()

    try:
        yield tell
    finally:
        stream.write("\r\x1b[K")
        stream.flush()


def waiting() -> None:
    """Somebody else is building the same site."""
    click.echo("Another build is at work here; waiting for its end.", err=True)


def emit(diagnostics: tuple[Diagnostic, ...], format_: str, *, to_stderr: bool = False) -> None:
    """Print faults in one of the formats."""
    from generator.diagnostics.emitters import emit as emit_text

    text = emit_text(diagnostics, format_)
    if text:
        click.echo(text, nl=False, err=to_stderr)


def emit_checked(checked: CheckedSite, format_: str) -> None:
    """Print all faults of a check; for people, what is due stands last and by page."""
    from .due_text import due_text

    if format_ not in FOR_PEOPLE:
        emit(checked.diagnostics, format_)
        return
    due = {item.note for item in checked.due}
    emit(tuple(item for item in checked.diagnostics if item not in due), format_)
    say(due_text(checked, format_), nl=False)


def pressing(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Errors and warnings: a build leaves notes to ``briefing check``."""
    from generator.diagnostics import Severity

    return tuple(item for item in diagnostics if item.severity is not Severity.NOTE)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun, the thousands set apart."""
    return f"{number:,} {one if number == 1 else many}"


def tally(diagnostics: tuple[Diagnostic, ...]) -> str:
    """How many faults of each severity, in words."""
    from generator.diagnostics import Severity

    found = Counter(item.severity for item in diagnostics)
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.NOTE: ("note", "notes"),
    }
    parts = [count(found[severity], *words[severity]) for severity in Severity if found[severity]]
    return ", ".join(parts) or "no faults"


def close_check(checked: CheckedSite) -> None:
    """The closing line of a check."""
    site = checked.read.site
    articles = count(len(site.articles), "article", "articles")
    briefings = count(len(checked.linked.briefings), "briefing", "briefings")
    say(f"Checked {articles} in {briefings}: {tally(checked.diagnostics)}.", err=True)
    fixes = [item.fix for item in checked.diagnostics if item.fix is not None]
    safe = sum(1 for fix in fixes if fix.safe)
    if fixes:
        more = f" ({len(fixes) - safe:,} more with --unsafe-fixes)" if len(fixes) > safe else ""
        faults = count(safe, "fault", "faults")
        say(f"{faults} can be mended with --fix{more}.", err=True)


def close_build(result: Build, root: Path) -> None:
    """The closing line of a build: what was made and where, or what stands in the way."""
    from generator.diagnostics import Severity

    if result.site is None or result.written is None or result.site_folder is None:
        say(f"Nothing was published: {tally(result.diagnostics)}.", err=True)
        return
    if result.site.failed:
        say("The pages were written, but the site was not built.", err=True)
        return
    written = result.written
    numbers = (len(written.added), len(written.changed), len(written.removed))
    made = "{:,} added, {:,} changed, {:,} removed".format(*numbers)
    pages = count(result.site.pages, "page", "pages")
    folder = result.site_folder
    where = folder.relative_to(root) if folder.is_relative_to(root) else folder
    if result.site.reused and written.nothing:
        say(f"Nothing changed: {pages} stand in {where}/.")
    else:
        say(f"Built {pages} ({made}) into {where}/: open {where}/index.html.")
    notes = tuple(item for item in result.diagnostics if item.severity is Severity.NOTE)
    if notes:
        say(f"{tally(notes).capitalize()}: `briefing check` lists them.", err=True)


def preview(build: PreviewBuild) -> None:
    """What one build of the preview found."""
    emit(pressing(build.diagnostics), "full")
    if build.renewed:
        say(f"Renewed: {tally(build.diagnostics)}.")
    else:
        reason = build.failure or tally(build.diagnostics)
        say(f"Not renewed: {reason}. The last good pages are still served.")


def explanation(code: Code) -> str:
    """A code's page in plain text."""
    from generator.diagnostics.handbook import shown_characters

    lines = [f"{code.id} {code.name} ({code.severity})", "", code.summary, "", code.why, ""]
    for title, files in (("What is wrong", code.bad), ("What to write instead", code.good)):
        lines.append(f"{title}:")
        for path, text in files.items():
            shown = [shown_characters(line)[:_LONGEST_LINE] for line in text.split("\n")]
            lines += ["", f"  {path}", *(f"  | {line}".rstrip() for line in shown)]
        lines.append("")
    return "\n".join(lines)
