"""The live preview: whatever is saved shows in the browser, the page that stands open first."""

from __future__ import annotations

import signal
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.publishing.live_server import LiveServer
from generator.publishing.saved_files import SavedFiles
from generator.publishing.site.faults import SupersededError

from .preview import PreviewSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from generator.config import Settings
    from generator.diagnostics import Diagnostic

    from .workspace import Workspace

_TURN: Final = 0.001  # seconds; a page that is asked for does not wait for the build's thread
_SHARED: Final = frozenset({"html", "json", "xml", "gz", "txt", "csv", "md", "pf_index"})
"""Ends of the names of files of which no other page consists, as it does of styles and pictures."""


@dataclass(frozen=True, slots=True)
class PreviewBuild:
    """One build of the preview. Unless ``renewed``, the last good pages are still served.

    ``failure`` is what the disk said, where it refused.
    """

    diagnostics: tuple[Diagnostic, ...]
    renewed: bool
    failure: str = ""


def serve(
    workspace: Workspace,
    *,
    port: int,
    report: Callable[[PreviewBuild], None],
    ready: Callable[[str], None],
) -> None:
    """Serve the site with its drafts until interrupted or ended, telling ``report`` of each build.

    Raises:
        OSError: the port is taken, or a folder cannot be read or written at the start.
    """
    with _ended_by_signals(), tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        site = PreviewSite(workspace, Path(folder), port)
        settings = site.settings()
        saved = SavedFiles(_watched(workspace, settings))
        server = LiveServer(site.folder, port=port, site_url=settings.site_url)
        try:
            # Threads start afterwards: beside others a build does not fork.
            found, renewed, _ = site.build()
            report(PreviewBuild(found, renewed))
            saved.start()
            server.start()
            ready(server.url)
            _renew(site, server, saved, report)
        except KeyboardInterrupt:
            pass
        finally:
            server.stop()
            saved.stop()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let the request to end, and a terminal that is closed, count as an interruption.

    Else the process would be gone at once, and its folder left behind.
    """
    names = ("SIGTERM", "SIGHUP")
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        known = []  # no other may receive signals
    before = [(number, signal.signal(number, _interrupt)) for number in known]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _watched(workspace: Workspace, settings: Settings) -> tuple[Path, ...]:
    root = workspace.root.absolute()
    folders = (settings.content_dir, settings.templates_dir, settings.docs_dir)
    found = (root / name for name in folders)
    return (*(path for path in found if path.exists()), workspace.configuration.absolute())


def _renew(
    site: PreviewSite,
    server: LiveServer,
    saved: SavedFiles,
    report: Callable[[PreviewBuild], None],
) -> None:
    """Build whenever something was saved, for ever."""
    site.superseded = saved.more
    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    given_up = False
    try:
        while True:
            saved.wait(again=given_up)
            given_up = False
            try:
                found, renewed, changed = site.build(server)
            except SupersededError:
                given_up = True
                continue
            except OSError as error:
                report(PreviewBuild((), renewed=False, failure=str(error)))
                continue
            if changed:
                ends = {path.rpartition(".")[2] for path in changed}
                server.tell(changed if ends <= _SHARED else None)
            report(PreviewBuild(found, renewed))
    finally:
        sys.setswitchinterval(turn)
