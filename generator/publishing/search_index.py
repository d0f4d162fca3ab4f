"""The index of the search page: Pagefind over the built HTML, so whatever builder made it serves.

Pages in all languages are in one index, stemmed as the site's language has it, so that one query
finds them all and every filter counts all. Pagefind's ready-made interfaces are not published.
"""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from .search_order import UnknownIndexError, put_in_order

FOLDER: Final = "pagefind"
SCRIPT: Final = "pagefind.js"
"""The one script that stays; the others are interfaces of Pagefind's own."""

_LONGEST: Final = 900  # seconds


class SearchIndexError(Exception):
    """The index could not be made; the message says why, in one line."""


def index_site(site: Path, language: str) -> None:
    """Write the search index of the pages below ``site`` into its folder ``pagefind``.

    Raises:
        SearchIndexError: Pagefind is not there, or refuses.
    """
    binary = _binary()
    command = (str(binary), "--site", str(site), "--silent", "--output-subdir", FOLDER)
    code = language.replace("_", "-").partition("-")[0]
    try:
        subprocess.run(  # noqa: S603  our own dependency's program, on our own folder
            (*command, "--force-language", code),
            check=True,
            capture_output=True,
            timeout=_LONGEST,
        )
    except subprocess.CalledProcessError as error:
        said = " ".join(error.stderr.decode("utf-8", "replace").split())
        raise SearchIndexError(said or f"Pagefind ended with {error.returncode}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchIndexError(f"Pagefind did not run: {error}") from error
    try:
        put_in_order(site / FOLDER)
    except (OSError, UnknownIndexError) as error:
        raise SearchIndexError(str(error)) from error
    for path in sorted((site / FOLDER).glob("pagefind*")):
        if path.suffix in {".js", ".css"} and path.name != SCRIPT:
            path.unlink()


def _binary() -> Path:
    """Pagefind's program, from the package that carries it."""
    if find_spec("pagefind_bin") is None:
        raise SearchIndexError("Pagefind is not installed: pip install 'pagefind[bin]'")
    from pagefind_bin import get_executable  # noqa: PLC0415  needed for a whole build alone

    return Path(get_executable())
