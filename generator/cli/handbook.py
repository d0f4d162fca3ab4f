"""The handbook's page of commands, made from the commands themselves."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from .main import main

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "build": "briefing build --strict --clean",
        "check": "briefing check --format concise",
        "explain": "briefing explain F012",
        "import": "briefing import ferry.txt --to content/articles/2024/ferry.md",
        "new": 'briefing new actor "Ann Example"',
        "serve": "briefing serve --port 8001",
    }
)
"""One example of each command; a test runs them."""

_INTRODUCTION = """\
---
title: Commands
kind: handbook
search: {exclude: true}
---

# Commands { #title }

Commands work in the folder that holds `mkdocs.yml`, or in any folder below it. Exit codes: 0
nothing to mend; 1 errors, with `--strict` warnings too, or a disk that refuses; 2 wrong usage. A
command that fails leaves what stood before.
"""

_ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "What to start.",
        "title": "The headline, name or label. The file's name is made from it.",
        "file": "The text to import.",
        "code": "A code's id or name, in any case: `F012` or `bad-date`.",
    }
)
"""What the arguments are: click has help for options only."""


def commands_page() -> str:
    """Every command with its arguments, its options and an example, as Markdown."""
    lines = [_INTRODUCTION, "Options of `briefing` itself stand before the command:", ""]
    lines += _table(main)
    for name, command in sorted(main.commands.items()):
        context = click.Context(command, info_name=f"briefing {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        lines += ["", f"## {name} {{ #{name} }}", "", _prose(command.help or ""), ""]
        lines += ["```text", f"briefing {name} {usage}", "```", ""]
        lines += _table(command)
        lines += ["", "```sh", EXAMPLES[name], "```"]
    return "\n".join(lines) + "\n"


def _table(command: click.Command) -> Iterator[str]:
    yield from ("| option | what it does |", "| --- | --- |")
    context = click.Context(command, help_option_names=["-h", "--help"])
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Argument):
            yield f"| `{parameter.make_metavar(context)}` | {_ARGUMENTS[parameter.name or '']} |"
        elif isinstance(parameter, click.Option) and (record := parameter.get_help_record(context)):
            names, help_ = record
            yield f"| `{_cell(names)}` | {_prose(help_)} |"


def _cell(text: str) -> str:
    return text.replace("|", "&#124;")


def _prose(text: str) -> str:
    text = " ".join(text.split())
    return _cell(text.replace("[", "\\[").replace("<", "&lt;").replace(">", "&gt;"))
