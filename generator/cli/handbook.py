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
        "build": "briefing build --clean",
        "changes": "briefing changes HEAD~1..HEAD",
        "check": "briefing check --format concise",
        "doctor": "briefing doctor --as-of 2026-06-01",
        "explain": "briefing explain F012",
        "import-annotations": "briefing import-annotations content/articles/a.md notes.json",
        "import": "briefing import ferry.txt --to content/articles/2024/ferry.md",
        "policy": "briefing policy --format nginx",
        "publish": "briefing publish --to public --dry-run",
        "init": "briefing init harbour-desk --language en --topic Transport --host none",
        "new": 'briefing new actor "Bo Example"',
        "serve": "briefing serve --port 8001",
        "suggest": "briefing suggest content/articles/a.md",
        "why": "briefing why briefings/a.md",
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

Commands work in the folder that holds `mkdocs.yml`, or in any folder below it. `-h` or `--help`
behind a command prints its options.

| exit code | meaning |
| --- | --- |
| 0 | nothing to mend |
| 1 | errors; with `--strict` warnings too; or a disk that refuses |
| 2 | wrong usage |

A command that fails leaves what stood before.

Options of `briefing` itself stand in front of the command:
"""

_ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "article": "The article that they are written into.",
        "annotations": "Annotations as JSON: an export of Hypothesis, or W3C Web Annotations.",
        "folder": "Where the site is to be; the folder is made. If not given: this one.",
        "kind": "What to start:",
        "title": "The headline, name or label. The file's name is made from it.",
        "files": "Articles below content, or texts as found.",
        "inputs": "What to import: files, or folders with all that is in them.",
        "revisions": "`A..B` for two commits; `A...B` for what B did since the two parted; `A` for "
        "that commit and the files as they are. If not given: `HEAD`.",
        "page": "A page: its path below docs (`actors/bo-example.md`), or its address.",
        "code": "A code's id or name, in any case: `F012` or `bad-date`.",
    }
)
"""What the arguments are: click has help for options only."""

_VALUES: Mapping[type, str] = MappingProxyType(
    {click.DateTime: "YYYY-MM-DD", click.IntRange: "NUMBER", click.Path: "PATH"}
)
"""How the values of options are called in usage lines; any other is TEXT."""


def commands_page() -> str:
    """Every command with its arguments, its options and an example, as Markdown."""
    lines = [_INTRODUCTION, *_table(main)]
    for name, command in sorted(main.commands.items()):
        lines += ["", f"## {name} {{ #{name} }}", "", _prose(command.help or ""), ""]
        lines += ["```text", " ".join(("briefing", name, *_usage(command))), "```", ""]
        lines += _table(command)
        lines += ["", "```sh", EXAMPLES[name], "```"]
    return "\n".join(lines) + "\n"


def _usage(command: click.Command) -> Iterator[str]:
    if any(isinstance(item, click.Option) for item in command.params):
        yield "[OPTIONS]"
    for item in command.params:
        if isinstance(item, click.Argument):
            yield (item.name or "").upper()


def _table(command: click.Command) -> Iterator[str]:
    if not command.params:
        return
    yield from ("| option | what it does |", "| --- | --- |")
    for item in command.params:
        if isinstance(item, click.Argument):
            name = item.name or ""
            yield f"| `{name.upper()}` | {_ARGUMENTS[name]}{_choices(item)} |"
        elif isinstance(item, click.Option):
            yield f"| {_names(item)} | {_meaning(item)} |"


def _names(option: click.Option) -> str:
    value = "" if option.is_flag or _choices(option) else f" {_value(option)}"
    return ", ".join(f"`{name}{value}`" for name in option.opts)


def _value(option: click.Option) -> str:
    return next(
        (word for kind, word in _VALUES.items() if isinstance(option.type, kind)),
        "TEXT",
    )


def _meaning(option: click.Option) -> str:
    parts = [_prose(option.help or "")]
    if choices := _choices(option):
        parts[0] = parts[0].removesuffix(".") + f":{choices}"
    if isinstance(option.type, click.IntRange):
        parts.append(f"From {option.type.min} to {option.type.max}.")
    if option.show_default:
        parts.append(f"Default: `{option.default}`.")
    return " ".join(part for part in parts if part)


def _choices(parameter: click.Parameter) -> str:
    if not isinstance(parameter.type, click.Choice):
        return ""
    *most, last = (f"`{choice}`" for choice in parameter.type.choices)
    return f" {', '.join(most)} or {last}."


def _prose(text: str) -> str:
    text = " ".join(text.split())
    return text.replace("[", "\\[").replace("<", "&lt;").replace(">", "&gt;")
