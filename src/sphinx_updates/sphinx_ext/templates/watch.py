"""What a page has from others by its templates: remembered, and asked again.

A page whose templates list pages depends on all of them; see ``lookups``.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.base import Watch
from sphinx_updates.sphinx_ext.lookups import QUESTIONS, ask
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.sphinx_ext.templates.build import BuildTemplates

PAGE: Final = "page of a template"
PAGES: Final = "pages of a template"
SEARCH: Final = "page that a template looks for"
DATA: Final = "data of a template"
WORDS: Final = "words of a template"
PARTIAL: Final = "place of a template"
PLACE: Final = "file of a template"
FOLDER: Final = "folder of a template"
ASSET: Final = "asset of a template"
ASSETS: Final = "assets of a template"


class PageWatch(Watch):
    """Takes note for the document that is being read."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._asked: set[tuple[str, str]] = set()

    def _ask(self, question: str, about: str = "") -> None:
        if (question, about) not in self._asked:
            self._asked.add((question, about))
            ask(self._env, question, about)

    def page(self, path: str) -> None:
        """Take note of a single page."""
        self._ask(PAGE, path)

    def lookup(self, ref: str, origin: str) -> None:
        """Take note of a search for a page."""
        self._ask(SEARCH, json.dumps([ref, origin]))

    def pages(self) -> None:
        """Take note of a list of pages."""
        self._ask(PAGES)

    def file(self, file: Path) -> None:
        """Take note of a file whose text was read."""
        self._env.note_dependency(str(file))

    def data(self) -> None:
        """Take note of the site's data."""
        self._ask(DATA)

    def words(self) -> None:
        """Take note of the words of the language."""
        self._ask(WORDS)

    def place(self, path: str) -> None:
        """Take note of where a file is, or that there is none."""
        self._ask(PLACE, path)

    def folder(self, path: str) -> None:
        """Take note of what a folder has."""
        self._ask(FOLDER, path)

    def asset(self, path: str) -> None:
        """Take note of where a file of ``assets`` is, or that there is none."""
        self._ask(ASSET, path)

    def assets(self) -> None:
        """Take note of which files ``assets`` has."""
        self._ask(ASSETS)

    def partial(self, name: str) -> None:
        """Take note of the place of a partial, or that there is none."""
        self._ask(PARTIAL, name)


def report_words(_app: Sphinx, env: BuildEnvironment) -> None:
    """Say what is wrong in the words of the site, if a template asks for them.

    Once all is read: each process that reads pages would say it again.
    """
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    domain = hugo_domain(env)
    if any((WORDS, "") in data.answers for data in domain.pages.values()):
        for file, problem in domain.templates.phrases.problems:
            warn(problem.kind, problem.message, file)


def digest_of_files(files: Iterable[Path]) -> str:
    """Return text that changes when one of *files* does."""
    digest = sha256()
    for file in files:
        digest.update(str(file).encode("utf-8", "surrogateescape"))
        try:
            digest.update(file.read_bytes())
        except OSError:
            continue
    return digest.hexdigest()


def _templates(env: BuildEnvironment) -> BuildTemplates:
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    return hugo_domain(env).templates


def _page(env: BuildEnvironment, _docname: str, about: str) -> str:
    page = _templates(env).world.by_key(about)
    return page.digest if page else ""


def _search(env: BuildEnvironment, _docname: str, about: str) -> str:
    ref, origin = json.loads(about)
    world = _templates(env).world
    try:
        found = world.search(ref, world.by_source(origin))
    except FunctionError:
        return "ambiguous"
    return found.digest if found else ""


def _pages(env: BuildEnvironment, _docname: str, _about: str) -> str:
    return _templates(env).digest_of_pages


def _data(env: BuildEnvironment, _docname: str, _about: str) -> str:
    return _templates(env).digest_of_data


def _words(env: BuildEnvironment, _docname: str, _about: str) -> str:
    return _templates(env).digest_of_words


def _partial(env: BuildEnvironment, _docname: str, about: str) -> str:
    found = _templates(env).layouts.partial(about)
    return str(found.file) if found else ""


def _place(env: BuildEnvironment, _docname: str, about: str) -> str:
    return str(_templates(env).host.find_file(about) or "")


def _folder(env: BuildEnvironment, _docname: str, about: str) -> str:
    return json.dumps(_templates(env).host.names_in(about))


def _asset(env: BuildEnvironment, _docname: str, about: str) -> str:
    return str(_templates(env).files.find_asset(about) or "")


def _assets(env: BuildEnvironment, _docname: str, _about: str) -> str:
    return json.dumps(_templates(env).files.names_of_assets())


QUESTIONS.update(
    {
        ASSET: _asset,
        ASSETS: _assets,
        PLACE: _place,
        FOLDER: _folder,
        PAGE: _page,
        PAGES: _pages,
        SEARCH: _search,
        DATA: _data,
        WORDS: _words,
        PARTIAL: _partial,
    }
)
