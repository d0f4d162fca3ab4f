"""Runs Pagefind's program on a folder of pages."""

from __future__ import annotations

import subprocess
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_LONGEST: Final = 900  # seconds


class SearchIndexError(Exception):
    """The index could not be made; the message says why, in one line."""


def run_pagefind(pages: Path, language: str, output: Path) -> None:
    """Write the index of the pages below ``pages`` into ``output``, stemmed as ``language`` has it.

    Raises:
        SearchIndexError: Pagefind is not there, or refuses.
    """
    command = (str(_binary()), "--site", str(pages), "--silent", "--output-path", str(output))
    try:
        subprocess.run(  # noqa: S603  our own dependency's program, on our own folder
            (*command, "--force-language", language),
            check=True,
            capture_output=True,
            timeout=_LONGEST,
        )
    except subprocess.CalledProcessError as error:
        said = " ".join(error.stderr.decode("utf-8", "replace").split())
        raise SearchIndexError(said or f"Pagefind ended with {error.returncode}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchIndexError(f"Pagefind did not run: {error}") from error


def pagefind_version() -> str:
    """The version of the program; ``""`` if that is unknown."""
    try:
        return version("pagefind-bin")
    except PackageNotFoundError:
        return ""


def _binary() -> Path:
    """Pagefind's program, from the package that carries it."""
    if find_spec("pagefind_bin") is None:
        raise SearchIndexError("Pagefind is not installed: pip install 'pagefind[bin]'")
    from pagefind_bin import get_executable  # noqa: PLC0415  needed for a whole build alone

    return Path(get_executable())
