"""What ``--to`` names: a folder, a branch, another machine, or the built site itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from .artifact import Artifact
from .folder import Folder
from .gh_pages import GhPages
from .rsync import Rsync
from .target import Target, TargetError

GH_PAGES: Final = "gh-pages"
ARTIFACT: Final = "artifact"

_REMOTE = re.compile(r"(?P<host>(?:[^\s/:@]+@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/:@]{2,})):(?P<path>.+)")


def open_target(
    text: str, root: Path, site: Path, last: Callable[[], bytes | None] = lambda: None
) -> Target:
    """The target that ``text`` names; folders are relative to ``root``, the newsroom's.

    ``site`` is the built site's folder. ``last`` reads the list of what is online, for an artifact.

    Raises:
        TargetError: nothing can be published to what it names.
    """
    if text == GH_PAGES:
        return GhPages(root)
    if text == ARTIFACT:
        return Artifact(site, last)
    if "://" in text:
        raise TargetError(
            f"{text} cannot be published to. Name a folder, {GH_PAGES}, {ARTIFACT}, or "
            "user@host:path for a folder on another machine."
        )
    if text.startswith("-"):
        raise TargetError(f"{text} begins with a dash: write ./{text} if it is a folder.")
    if match := _REMOTE.fullmatch(text):
        return Rsync(match["host"], match["path"])
    return Folder((root / Path(text).expanduser()).absolute())
