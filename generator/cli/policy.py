"""``briefing policy``: the headers that make a web server strict about the built site."""

# Rooms are imported when the command runs; see main.py.
# ruff: noqa: PLC0415

from __future__ import annotations

import click

from . import reporting

SERVERS = ("header", "nginx", "netlify")


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(SERVERS),
    default="header",
    show_default=True,
    help="The policy alone, lines for nginx, or the file _headers of Netlify and Cloudflare Pages.",
)
def policy(*, format_: str) -> None:
    """Print the Content-Security-Policy that the built site needs.

    It names the theme's inline scripts by their hashes: print it anew when the theme changes.
    """
    from generator.pipeline.reading import read_configuration
    from generator.publishing.gate import HEADERS, inspect_site
    from generator.publishing.gate import policy as policy_of

    from .main import _workspace

    workspace = _workspace()
    with reporting.machine_errors():
        settings, _ = read_configuration(workspace)
        site = workspace.root / settings.site_dir
        if not (site / "index.html").is_file():
            raise click.UsageError(f"There is no site in {settings.site_dir}/: build it first.")
        text = policy_of(inspect_site(site))
    headers = (("Content-Security-Policy", text), *HEADERS)
    if format_ == "header":
        click.echo(text)
    elif format_ == "nginx":
        for name, value in headers:
            click.echo(f'add_header {name} "{value}" always;')
    else:
        click.echo("/*")
        for name, value in headers:
            click.echo(f"  {name}: {value}")
