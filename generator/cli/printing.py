"""What is printed for people: no file, and no name of one, steers a terminal or CI with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import click


def say(text: object, *, nl: bool = True, err: bool = False) -> None:
    """Print lines; a file's name or text in them cannot pass for more than a text."""
    from generator.diagnostics.emitters import printable  # noqa: PLC0415 - as in main.py

    click.echo(printable(str(text)), nl=nl, err=err)


class Commands(click.Group):
    """A group of commands whose errors are printed as everything else is."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:  # noqa: ANN401 - as in click
        """Read the command line."""
        with _said_safely():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as in click
        """Run the command."""
        with _said_safely():
            return super().invoke(ctx)


@contextlib.contextmanager
def _said_safely() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        from generator.diagnostics.emitters import printable  # noqa: PLC0415 - as in main.py

        error.args = (printable(error.message),)
        vars(error)["message"] = error.args[0]  # click says that it is final
        raise
