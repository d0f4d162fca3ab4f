"""Keys and answers: one key without Enter at a terminal, lines where input is piped."""

from __future__ import annotations

import sys

import click

_ESCAPE = "\x1b"
_CLEAR = "-"


class Keys:
    """What an editor types. At the end of the input ``EOFError`` is raised."""

    def __init__(self) -> None:
        self._input = sys.stdin
        self.terminal = self._input.isatty()
        self._waiting: list[str] = []

    def key(self) -> str:
        """The next key; every sign of a piped line is one."""
        while not self._waiting:
            typed = click.getchar() if self.terminal else self._line()
            if not typed.startswith(_ESCAPE):
                self._waiting = [char for char in typed if not char.isspace()]
                if self.terminal and not self._waiting:
                    return "\n"
        return self._waiting.pop(0)

    def answer(self, question: str, present: str) -> str:
        """A line; an empty one keeps what is there, ``-`` empties it."""
        shown = f" [{present}]" if present else ""
        click.echo(f"  {question}{shown}: ", nl=False)
        self._waiting.clear()
        typed = self._line().strip()
        if not self.terminal:
            click.echo(typed)
        return "" if typed == _CLEAR else typed or present

    def _line(self) -> str:
        line = self._input.readline()
        if not line:
            raise EOFError
        return line
