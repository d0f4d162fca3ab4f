"""The order of the stages. Only this room knows it."""

from .build import Build, build
from .checked import CheckedSite, check_content
from .serve import PreviewBuild, serve
from .workspace import NoWorkspaceError, Workspace, find_workspace

__all__ = [
    "Build",
    "CheckedSite",
    "NoWorkspaceError",
    "PreviewBuild",
    "Workspace",
    "build",
    "check_content",
    "find_workspace",
    "serve",
]
