"""``ref`` and ``relref``: the address of another page."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_updates.hugo.go_values import escape_html
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.references import resolve_reference
from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter
from sphinx_updates.sphinx_ext.lookups import QUESTIONS
from sphinx_updates.sphinx_ext.project import mounted_page, project_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.sphinx_ext.directives.arguments import Arguments

QUESTION = "ref"


def _answer(env: BuildEnvironment, docname: str, about: str) -> str:
    """Return where a reference leads, as JSON: its address, and why it has none."""
    path, output_format = json.loads(about)
    project, page = project_of(env), mounted_page(env, docname)
    found = resolve_reference(path, page, project.index, output_format)
    return json.dumps([found.url, found.fault])


QUESTIONS[QUESTION] = _answer


def _address(arguments: Arguments) -> str:
    """Return the path of the page from the root of the site, or what stands for it."""
    settings = project_of(arguments.env).settings
    path, language = arguments.text("path"), arguments.text("lang")
    if not arguments.has("path"):
        arguments.warn("it needs the path of a page", ProblemKind.LINK)
        return settings.ref_not_found_url
    fault = ""
    url = ""
    if language and language.lower() != settings.language.lower():
        fault = f"there are no pages in {language!r} here"
    else:
        about = json.dumps([path, arguments.text("outputFormat")])
        url, fault = json.loads(arguments.ask(QUESTION, about))
    if fault:
        message = f"reference {path!r} leads to no page: {fault}"
        arguments.warn(message, ProblemKind.LINK)
        return settings.ref_not_found_url
    # A blank would end the destination of a link.
    return quote(url, safe="/#?&=+,;:@!$'()*~%")


def _text(arguments: Arguments, *, is_absolute: bool) -> str:
    """Return what readers see: for ``ref`` with the site's own address, if known."""
    address = _address(arguments)
    base = project_of(arguments.env).settings.base_url
    if is_absolute and base and address.startswith("/"):
        return base.rstrip("/") + address
    return address


def _reference(name: str, summary: str, *, is_absolute: bool) -> Definition:
    return Definition(
        name=name,
        summary=summary,
        primary="path",
        text=partial(_text, is_absolute=is_absolute),
        # Links are made for wherever these pages stand, not for the address of Hugo's.
        address=_address,
        markdown=lambda arguments: escape_html(_address(arguments)),
        is_substitution=True,
        example=f'The argument may be a fragment: `{{{{< {name} "#ref" >}}}}`.',
        parameters=(
            Parameter(
                "path",
                "The page's file, from the page that refers to it or from the content "
                "root, with or without suffix; a bare name is looked for in the whole "
                "site. May end in a fragment.",
                position=0,
                is_required=True,
            ),
            Parameter("outputFormat", "Only `html` is there.", "html", position=1),
            Parameter(
                "lang", "The language of the page; only the site's own is there."
            ),
        ),
    )


REF = _reference(
    "ref", "The address of another page, with the site's own.", is_absolute=True
)
RELREF = _reference(
    "relref",
    "The address of another page, from the root of the site.",
    is_absolute=False,
)
