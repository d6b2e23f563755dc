"""Every chore of the project, one session each: ``nox -l`` lists them.

The sessions install from ``pyproject.toml`` only, so a fresh clone needs nothing but
Python, pip and git.
"""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["check", "docs"]

PYPROJECT = nox.project.load_toml("pyproject.toml")
SOURCE = Path("docs")
OUTPUT = SOURCE / "_build"
# Looked at in a browser, each in an environment of its own.
THEMES = {
    "pydata_sphinx_theme": ">=0.16",
    "sphinx_book_theme": ">=1.1",
    "furo": ">=2024.8",
    "alabaster": ">=1.0",
}
# The builders that need neither a network nor programs outside Python.
BUILDERS = (
    "html",
    "dirhtml",
    "singlehtml",
    "epub",
    "latex",
    "text",
    "man",
    "gettext",
)


def install(session: nox.Session, *groups: str, pin: str = "") -> None:
    """Install the project with its ``docs`` extra and the dependency *groups*.

    :param pin: One more requirement that narrows the resolver, "" for none.
    """
    wanted = list(nox.project.dependency_groups(PYPROJECT, *groups))
    session.install("-e", ".[docs]", *wanted, *([pin] if pin else []))


def build(session: nox.Session, builder: str, *options: str) -> Path:
    """Build our own documentation and return the folder of the result."""
    target = OUTPUT / builder
    session.run("sphinx-build", "-b", builder, *options, str(SOURCE), str(target))
    return target


def run_lint(session: nox.Session) -> None:
    """Run the linter and the format check."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


def run_tests(session: nox.Session) -> None:
    """Run the tests on all processors; a run that finds no test fails."""
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Run lint, types and tests in one environment."""
    install(session, "lint", "types")
    run_lint(session)
    session.run("mypy")
    run_tests(session)


@nox.session
def docs(session: nox.Session) -> None:
    """Build our own documentation and blog; a warning is an error."""
    install(session)
    target = build(session, "html", "-W", "-n", "-j", "auto", *session.posargs)
    session.log(f"open {target / 'index.html'} in a browser")


@nox.session(name="docs-live")
def docs_live(session: nox.Session) -> None:
    """Serve the documentation and build it again when a file changes."""
    install(session, "docs-live")
    watched = [f"--watch={folder}" for folder in ("posts", "src")]
    # Without a port of its own, a second session would fail on the first one's.
    options = [*watched, "--port=0", "--open-browser", *session.posargs]
    target = OUTPUT / "live"
    session.run("sphinx-autobuild", *options, str(SOURCE), str(target))


@nox.session
def builders(session: nox.Session) -> None:
    """Run the given builders on our own documentation, or all that work offline."""
    install(session)
    for builder in session.posargs or BUILDERS:
        build(session, builder, "-q")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests with the newest releases that ``pyproject.toml`` allows."""
    install(session, "tests")
    run_tests(session)


@nox.session(name="tests-sphinx8")
def tests_sphinx8(session: nox.Session) -> None:
    """Run the tests with Sphinx 8."""
    install(session, "tests", pin="sphinx>=8.2,<9")
    run_tests(session)


@nox.session
@nox.parametrize("theme", THEMES)
def themes(session: nox.Session, theme: str) -> None:
    """Look at a sample blog in a browser, in each theme; their pins conflict."""
    install(session, "tests")
    session.install(f"{theme.replace('_', '-')}{THEMES[theme]}")
    tests = session.posargs or ["tests/browser"]
    session.run("pytest", *tests, env={"SPHINX_UPDATES_THEME": theme})


@nox.session
def screenshots(session: nox.Session) -> None:
    """Make the pictures of a blog in the README and the docs anew."""
    install(session, "tests")
    session.run("python", "tests/screenshots.py")


@nox.session
def lint(session: nox.Session) -> None:
    """Run the linter and the format check."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "lint"))
    run_lint(session)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the sources, the tests and this file."""
    install(session, "types")
    session.run("mypy", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure how long a synthetic blog takes to build."""
    install(session)
    session.run("python", "benchmarks/build_time.py", *session.posargs)
