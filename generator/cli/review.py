"""Goes through the suggestions of articles at the terminal, and saves what was decided.

A file is written once, when its last suggestion is decided or at ``q``; Ctrl-C leaves it as it was.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from generator.diagnostics.emitters import visible
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.names import normal_name
from generator.pipeline.accepting import ERRORS, require_writable, write_suggestions
from generator.pipeline.suggestions import Desk, Opened, chosen

from . import suggest_text as words
from .review_edit import edited
from .review_keys import Keys
from .review_screen import HELP, KEYS, screen
from .review_state import Review, Verdict

_DIGITS = "123456789"
_PASSAGE_STAYS = "  A passage cannot be marked .plain: it stays as it is and is proposed again."


def review_files(desk: Desk, files: Sequence[Opened], kinds: tuple[str, ...]) -> bool:
    """Review one file after another; ``False`` where it was broken off by Ctrl-C.

    Raises:
        NotWrittenError: a file is no article of the site, or changed while it was reviewed.
        OSError: a file cannot be read or written.
    """
    for file in files:
        require_writable(file)
    keys = Keys()
    saved: list[str] = []
    for file in files:
        # What was saved before may be known here, or have been written here too.
        opened = desk.open(file.path)
        if isinstance(opened, tuple):
            continue
        path = opened.article.file.path
        found = desk.with_speakers(desk.suggestions(opened, kinds))
        items = tuple(item for item in found if item.kind not in words.INFORMATION)
        if not items:
            click.echo(f"{visible(path)}: nothing to propose.")
            continue
        try:
            review, quit_ = _decided(desk, opened, Review(items), keys)
        except KeyboardInterrupt:
            before = f"; saved before: {', '.join(map(visible, saved))}" if saved else ""
            click.echo(f"\nStopped. {visible(path)} is as it was{before}.", err=True)
            return False
        _save(desk, opened, review)
        saved.append(path)
        if quit_:
            break
    return True


def _decided(desk: Desk, opened: Opened, review: Review, keys: Keys) -> tuple[Review, bool]:
    """What was decided of one file, and whether the editor wants to quit."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    colour = colour and os.environ.get("TERM") != "dumb"
    total = len(review.items)
    shown: Review | None = None
    while True:
        if shown is not review:
            if review.ended:
                click.echo("\nThat was the last one: q or Enter saves, b goes back.")
            else:
                progress = f"{review.at + 1}/{total}"
                article = opened.article
                click.echo(
                    screen(desk, article, review.current, progress, colour=colour),
                    color=colour or None,
                )
                click.echo(f"  {KEYS}")
            shown = review
        try:
            key = keys.key()
            if key == "q" or (review.ended and key in "\r\n"):
                return review, key == "q" and not review.ended
            review = _after(desk, opened, review, key, keys)
        except EOFError:
            return review, True


def _after(desk: Desk, opened: Opened, review: Review, key: str, keys: Keys) -> Review:
    """The state after a key; the same one where the key does nothing."""
    if key == "?":
        click.echo(HELP)
        return review
    if key == "b":
        return review.back()
    if review.ended:
        click.echo("  q or Enter saves, b goes back.")
        return review
    if key == "e":
        return review.edit(edited(desk, opened.article, review.current, keys))
    return _decision(review, key)


def _decision(review: Review, key: str) -> Review:
    """The state after a key that decides of the suggestion shown."""
    if key in _DIGITS:
        return _choose(review, int(key))
    if key == "s":
        return review.decide(Verdict.SKIPPED)
    if key in "aAF":
        return _accept(review, key)
    if key in "rR":
        return _reject(review, key)
    if key not in "\r\n":
        click.echo(f"  {visible(key)} does nothing here: ? lists the keys.")
    return review


def _accept(review: Review, key: str) -> Review:
    if review.current.candidates and not review.current.ref:
        click.echo("  Several bear this name: press the number of the one who is meant.")
        return review
    return review.decide(Verdict.ACCEPTED, same=key != "a", everywhere=key == "F")


def _reject(review: Review, key: str) -> Review:
    if review.current.kind is SuggestionKind.BACKGROUND:
        click.echo(_PASSAGE_STAYS)
        return review.decide(Verdict.SKIPPED)
    return review.decide(Verdict.REJECTED, same=key == "R")


def _choose(review: Review, number: int) -> Review:
    item = review.current
    if item.ref or number > len(item.candidates):
        click.echo(f"  There is no number {number} to choose.")
        return review
    review = review.edit(chosen(item, item.candidates[number - 1]))
    # One key, one step back.
    return replace(review.decide(Verdict.ACCEPTED), before=review.before)


def _save(desk: Desk, opened: Opened, review: Review) -> None:
    accepted, rejected = review.of(Verdict.ACCEPTED), review.of(Verdict.REJECTED)
    if not accepted and not rejected:
        click.echo(f"{visible(opened.article.file.path)}: nothing written.")
        return
    _write(desk, opened, accepted, rejected)
    for item in review.everywhere:
        for other in desk.others(opened):
            alike = [
                found for one in desk.suggestions(other) if (found := _alike(item, one)) is not None
            ]
            if alike:
                _write(desk, other, alike)


def _write(
    desk: Desk, opened: Opened, accepted: Sequence[Suggestion], rejected: Sequence[Suggestion] = ()
) -> None:
    written = write_suggestions(desk, opened, accepted, rejected, faults=ERRORS)
    source = opened.article.file
    for entry in written.refused:
        click.echo(words.refused_text(source, entry.suggestion, entry.reason), err=True)
    counts = len(written.accepted), len(written.plain)
    click.echo(words.written_text(source.path, *counts, written.entries))


def _alike(wanted: Suggestion, found: Suggestion) -> Suggestion | None:
    """What another file's suggestion becomes once ``wanted`` holds everywhere."""
    if wanted.kind is not found.kind or normal_name(wanted.text) != normal_name(found.text):
        return None
    if found.ref == wanted.ref:
        return found
    if wanted.ref in found.candidates:
        return chosen(found, wanted.ref)
    return None
