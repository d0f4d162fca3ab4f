"""The order of the stages. Only this room knows it.

What needs all stages is imported when it is asked for: a build in which nothing changed needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .build import Build, build
from .workspace import NoWorkspaceError, Workspace, find_workspace

if TYPE_CHECKING:
    from .checked import CheckedSite, check_content

__all__ = [
    "Build",
    "CheckedSite",
    "NoWorkspaceError",
    "Workspace",
    "build",
    "check_content",
    "find_workspace",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module(".checked", __name__), name)
    raise AttributeError(name)
