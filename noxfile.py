"""What is run before anything lands: ``nox`` runs every session in this order."""

from __future__ import annotations

import os
import shutil

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True
nox.options.stop_on_first_error = True
nox.options.sessions = ["lint", "tests", "site", "browser"]

LOCK = "requirements.lock"


def install(session: nox.Session) -> None:
    """Exactly the locked versions, then this project without looking for others."""
    session.install("--require-hashes", "--requirement", LOCK)
    session.install("--no-deps", "--editable", ".")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types, and the layers of the architecture."""
    install(session)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Every test that needs no browser, the slow ones too."""
    install(session)
    session.run("pytest", "-n", "auto", "-m", "not browser and not site", *session.posargs)


@nox.session
def site(session: nox.Session) -> None:
    """The demonstration site, built as the README says, and the tests that build whole sites."""
    install(session)
    session.run("briefing", "check")
    session.run("briefing", "build")
    session.run("pytest", "-n", "auto", "-m", "site", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """The built pages in Chromium: Debian's where it is installed, else Playwright's own."""
    install(session)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        session.run("playwright", "install", "--with-deps", "chromium")
    session.run("pytest", "-m", "browser", *session.posargs, env={"CHROMIUM": chromium or ""})


@nox.session(default=False)
def speed(session: nox.Session) -> None:
    """Milliseconds an article for each stage, on generated articles."""
    install(session)
    session.run("python", "benchmarks/stages.py", *session.posargs)


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Write the lock file anew from the ranges in pyproject.toml."""
    session.install("uv")
    session.run(
        *("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-annotate"),
        *("--python-version", "3.11", "--extra", "test", "--extra", "import"),
        *("--extra", "browser", "--extra", "lint"),
        *("--custom-compile-command", "nox -s lock", "--output-file", LOCK, "pyproject.toml"),
    )


@nox.session(default=False)
def handbook(session: nox.Session) -> None:
    """Write the handbook's generated pages anew."""
    install(session)
    session.run("python", "-m", "tests.handbook.generated")
