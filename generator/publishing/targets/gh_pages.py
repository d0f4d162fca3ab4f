"""The branch ``gh-pages`` of the repository's ``origin``, which hosts of repositories serve.

Each publication is one commit, made by ghp-import, and one push that is not forced: where somebody
else has published meanwhile it is refused, and their site stays.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.publishing.published import NAME, Listing

from .copying import copy_release
from .git import Git, last_line, run_program
from .lock import file_lock
from .target import Release, TargetError

BRANCH: Final = "gh-pages"
REMOTE: Final = "origin"

_LOCAL = f"refs/heads/{BRANCH}"
_REMOTE = f"refs/remotes/{REMOTE}/{BRANCH}"
_LOCK = "briefing-publish.lock"
_NO_SUCH_BRANCH = 2


class GhPages:
    """Publishes to the branch, from the repository that the folder ``root`` is in."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git = Git(root)
        self._fetched = self._held = False

    @property
    def shown(self) -> str:
        """Branch and remote."""
        return f"the branch {BRANCH} of {REMOTE}"

    def refusal(self) -> str:
        """Whether there is a repository with a remote."""
        try:
            if self._git.tried("rev-parse", "--git-dir").returncode:
                return f"{self._root} is in no git repository, so {BRANCH} is nowhere."
            if self._git.tried("remote", "get-url", REMOTE).returncode:
                return f"The repository has no remote {REMOTE} to push {BRANCH} to."
        except TargetError as error:
            return str(error)
        return ""

    @contextlib.contextmanager
    def locked(self, wait: float = 0) -> Iterator[str]:
        """Hold this clone's lock. The remote keeps others apart: of two pushes it takes one."""
        if self._git.tried("rev-parse", "--git-dir").returncode:
            raise TargetError(f"{self._root} is in no git repository, so {BRANCH} is nowhere.")
        common = self._git.run("rev-parse", "--git-common-dir").decode().strip()
        with file_lock(self._root / common / _LOCK, wait) as taken:
            self._fetched, self._held = False, True
            try:
                yield taken
            finally:
                self._held = False

    def listing(self) -> bytes | None:
        """The list in the branch's newest commit."""
        self._fetch()
        return self._file(_REMOTE, NAME)

    def publish(self, site: Path, listing: Listing, *, keep: int) -> Release:  # noqa: ARG002  as Target
        """Commit the site and push it; history keeps all releases.

        A ``CNAME`` in the branch that the site does not bring itself stays: the host's own settings
        write it, and without it the site's address is lost.
        """
        before = self._tip()
        head = self._git.tried("rev-parse", "--short", "HEAD").stdout.decode().strip()
        message = f"Publish {head or 'the site'}"
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            staged = Path(folder) / "site"
            copy_release(site, staged, listing)
            cname = self._file(_REMOTE, "CNAME")
            if cname is not None and not (staged / "CNAME").exists():
                (staged / "CNAME").write_bytes(cname)
            if not before:
                self._git.tried("update-ref", "-d", _LOCAL)
            done = run_program(
                (
                    *(sys.executable, "-m", "ghp_import", "--no-jekyll", "--message", message),
                    *("--remote", REMOTE, "--branch", BRANCH, str(staged)),
                ),
                self._root,
                self._committer(),
            )
        made = self._git.tried("rev-parse", "--verify", "--quiet", _LOCAL).stdout.decode().strip()
        if done.returncode or not made or made == before:
            raise TargetError(f"ghp-import failed: {last_line(done.stderr or done.stdout)}")
        self._push(made)
        return Release(self.shown, f"commit {made[:10]}")

    def roll_back(self) -> Release:
        """Commit what was published before what is published now, and push it."""
        tree = self._earlier_tree()
        if tree is None:
            message = f"{self.shown} has no earlier release to go back to."
            raise TargetError(message[0].upper() + message[1:])
        made = self._git.run(
            *("commit-tree", tree, "-p", self._tip(), "-m", "Roll back"),
            environment=self._committer(author=True),
        )
        commit = made.decode().strip()
        self._push(commit)
        return Release(self.shown, f"commit {commit[:10]}")

    def previous(self) -> bytes | None:
        """The list in the release that a rollback would bring back."""
        tree = self._earlier_tree()
        return self._file(tree, NAME) if tree else None

    def _fetch(self) -> None:
        """Know the branch as the remote has it. Who only looks may know it as it was cloned."""
        if self._fetched:
            return
        self._fetched = True
        wanted = f"+{_LOCAL}:{_REMOTE}"
        fetched = self._git.tried("fetch", "--quiet", "--no-tags", REMOTE, wanted)
        if not fetched.returncode:
            return
        asked = self._git.tried("ls-remote", "--exit-code", "--heads", REMOTE, BRANCH)
        if asked.returncode != _NO_SUCH_BRANCH:
            if not self._held and self._tip():
                return
            raise TargetError(f"git fetch failed: {last_line(fetched.stderr)}")
        self._git.tried("update-ref", "-d", _REMOTE)

    def _tip(self) -> str:
        self._fetch()
        return self._git.tried("rev-parse", "--verify", "--quiet", _REMOTE).stdout.decode().strip()

    def _file(self, revision: str, path: str) -> bytes | None:
        shown = self._git.tried("cat-file", "blob", f"{revision}:{path}")
        return None if shown.returncode else shown.stdout

    def _earlier_tree(self) -> str | None:
        """The tree that was published before the present one was published first.

        So a second rollback goes back one release further, and not to where the first came from.
        """
        if not self._tip():
            return None
        log = self._git.run("log", "--first-parent", "--format=%T", _REMOTE).decode().split()
        first = len(log) - 1 - log[::-1].index(log[0])
        return log[first + 1] if first + 1 < len(log) else None

    def _push(self, commit: str) -> None:
        pushed = self._git.tried("push", "--porcelain", "--quiet", REMOTE, f"{commit}:{_LOCAL}")
        if pushed.returncode:
            said = last_line(pushed.stderr) if pushed.stderr else last_line(pushed.stdout)
            raise TargetError(
                f"git push was refused: {said} If somebody else has published meanwhile, "
                "run the command again."
            )
        self._git.tried("update-ref", _REMOTE, commit)

    def _committer(self, *, author: bool = False) -> dict[str, str]:
        """Who commits: whom git knows, else who made the newest commit."""
        if not self._git.tried("config", "user.email").returncode:
            return {}
        said = self._git.tried("log", "-1", "--format=%cn%n%ce").stdout.decode().splitlines()
        name, email = said if len(said) == 2 else ("briefing", "briefing@localhost")  # noqa: PLR2004
        roles = ("COMMITTER", "AUTHOR") if author else ("COMMITTER",)
        return {
            f"GIT_{role}_{part}": value
            for role in roles
            for part, value in (("NAME", name), ("EMAIL", email))
        }
