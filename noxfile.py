"""What is run before anything lands: ``nox`` runs every session in this order."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True
nox.options.stop_on_first_error = True
nox.options.sessions = ["lint", "tests", "site", "engines", "browser"]

LOCK = "requirements.lock"
ATHERIS = "atheris==3.0.0"  # not in the lock: it is built for Linux on x86-64 alone
JUDGES = Path("tests/browser")


def install(session: nox.Session) -> None:
    """Exactly the locked versions, then this project without looking for others.

    Only wheels are taken, because a source archive would run its own code while it is installed.
    """
    session.install("--require-hashes", "--only-binary", ":all:", "--requirement", LOCK)
    session.install("--no-deps", "--no-build-isolation", "--editable", ".")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types, layers, the workflows that sites get, and known faults of dependencies."""
    install(session)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")
    workflows = "generator/scaffold/github/.github/workflows"
    session.run("actionlint", *sorted(str(path) for path in Path(workflows).glob("*.yml")))
    session.run("zizmor", "--offline", "--no-progress", workflows)
    session.run("python", "-m", "tests.packaging.audit", LOCK)


@nox.session
def tests(session: nox.Session) -> None:
    """Every test that needs no browser, the slow ones too."""
    install(session)
    session.run(
        "pytest", "-n", "auto", "-m", "not browser and not site and not engines", *session.posargs
    )


@nox.session
def site(session: nox.Session) -> None:
    """The demonstration site, built as the README says, and the tests that build whole sites."""
    install(session)
    session.run("briefing", "check")
    session.run("briefing", "build")
    session.run("pytest", "-n", "auto", "-m", "site and not engines", *session.posargs)


def chromium(session: nox.Session) -> dict[str, str]:
    """The browser: Debian's where it is installed, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found is None:
        session.run("playwright", "install", "--with-deps", "chromium")
    return {"CHROMIUM": found or ""}


def judges(session: nox.Session) -> None:
    """axe-core, Lighthouse and the Nu HTML checker, as locked; tests that lack one are skipped."""
    missing = [name for name in ("npm", "java") if shutil.which(name) is None]
    if missing:
        told = f"pages are not judged by what needs {' and '.join(missing)}: not installed"
        if "CI" in os.environ:
            session.error(told)
        session.warn(told)
    installed, lock = JUDGES / "node_modules" / ".package-lock.json", JUDGES / "package-lock.json"
    fresh = installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime
    if "npm" not in missing and not fresh:
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
        session.run("npm", "ci", "--prefix", str(JUDGES), *quiet, external=True)


@nox.session
def browser(session: nox.Session) -> None:
    """The built pages in Chromium, judged by what readers, search engines and standards ask."""
    install(session)
    judges(session)
    session.run("pytest", "-m", "browser", *session.posargs, env=chromium(session))


@nox.session(default=False)
def hostile(session: nox.Session) -> None:
    """Hostile texts at every place, every page opened: ``nox -s hostile -- PAYLOADS.jsonl``.

    The file has one JSON string a line; without it the project's own collection is taken. The
    session ``browser`` does the same with a sample.
    """
    install(session)
    # Paths are relative to where nox is called.
    given = (Path(session.invoked_from, item) for item in session.posargs)
    arguments = [
        str(path) if path.is_file() else item
        for path, item in zip(given, session.posargs, strict=True)
    ]
    session.run("python", "-m", "tests.hostile", *arguments, env=chromium(session))


@nox.session(default=False)
def screenshots(session: nox.Session) -> None:
    """Every kind of page into screenshots/, and the README's pictures."""
    install(session)
    session.run(
        "python", "-m", "tests.browser.screenshots", *session.posargs, env=chromium(session)
    )


@nox.session
def engines(session: nox.Session) -> None:
    """The same pages with MkDocs, Zensical and ProperDocs: what one site has the others have."""
    install(session)
    session.run("pytest", "-n", "auto", "-m", "engines", *session.posargs)


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Wheel, source archive and bill of materials into dist/, the same bytes on every machine."""
    install(session)
    dist = Path("dist").resolve()
    shutil.rmtree(dist, ignore_errors=True)
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or session.run(
        *("git", "log", "-1", "--format=%ct"), external=True, silent=True
    )
    session.env["SOURCE_DATE_EPOCH"] = str(epoch).strip()
    session.run("python", "-m", "tests.packaging.audit", LOCK, env={"BRIEFING_AUDIT": "required"})
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(dist))
    session.run("twine", "check", "--strict", *(str(path) for path in sorted(dist.iterdir())))
    session.run("python", "-m", "tests.packaging.bill", LOCK, str(dist))
    session.run("python", "-m", "tests.packaging.release", str(dist))


@nox.session(default=False)
def speed(session: nox.Session) -> None:
    """Milliseconds an article for each stage, on generated articles."""
    install(session)
    session.run("python", "benchmarks/stages.py", *session.posargs)
    session.run("python", "-m", "benchmarks.incremental", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """This generator and the site builders that are installed, on one site; and how time grows."""
    install(session)
    session.install("pelican[markdown]==4.12.0")
    if shutil.which("npm"):
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund")
        session.run("npm", "ci", "--prefix", "benchmarks/peers", *quiet, external=True)
    session.run("python", "-m", "benchmarks.building", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """``nox -s fuzz -- TARGET SECONDS``: coverage-guided fuzzing (Linux on x86-64 alone)."""
    install(session)
    session.install(ATHERIS)
    session.run("python", "-m", "tests.fuzzing.run", *(session.posargs or ("all", "60")))


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Write the lock file anew from the ranges in pyproject.toml."""
    session.install("uv")
    session.run(
        *("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-annotate"),
        *("--python-version", "3.11", "--extra", "test", "--extra", "import"),
        *("--extra", "browser", "--extra", "lint", "--extra", "properdocs", "--extra", "zensical"),
        *("--extra", "release"),
        *("--custom-compile-command", "nox -s lock", "--output-file", LOCK, "pyproject.toml"),
    )


@nox.session(default=False)
def handbook(session: nox.Session) -> None:
    """Write the handbook's generated pages anew."""
    install(session)
    session.run("python", "-m", "tests.handbook.generated")
