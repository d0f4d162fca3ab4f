"""What MkDocs says of a site, as diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, SourceFile, diagnose
from generator.diagnostics.codes.publishing import SITE_BUILD_FAILED, SITE_BUILD_WARNING

if TYPE_CHECKING:
    import logging


def builder_errors() -> tuple[type[BaseException], ...]:
    """What MkDocs raises for faults in a site: its own errors, and ``SystemExit`` of ``Abort``."""
    from click import ClickException  # noqa: PLC0415  slow to import
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415
    from yaml import YAMLError  # noqa: PLC0415

    return (MkDocsException, ClickException, YAMLError, SystemExit)


def said_of(error: BaseException, records: list[logging.LogRecord]) -> str:
    """What an error was, in the words of the log where it has any."""
    said = [item.getMessage() for item in records if item.levelname in {"ERROR", "CRITICAL"}]
    return "; ".join(said) or str(error) or type(error).__name__


def warning(said: str) -> Diagnostic:
    """What MkDocs warned of."""
    return diagnose(SITE_BUILD_WARNING, SourceFile("mkdocs.yml", ""), None, _sentence(said))


def failure(message: str) -> Diagnostic:
    """Why there is no new site."""
    mend = "Mend mkdocs.yml or the page named; the last good site stands."
    return diagnose(SITE_BUILD_FAILED, SourceFile("mkdocs.yml", ""), None, _sentence(message), mend)


def _sentence(message: str) -> str:
    return "MkDocs: " + " ".join(message.split())
