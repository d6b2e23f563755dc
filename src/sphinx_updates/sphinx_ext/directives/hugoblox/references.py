"""``cite``, ``mention`` and ``include``: another page, its author, its text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes

from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.hugoblox.pages import PAGE, PERSON
from sphinx_updates.sphinx_ext.directives.parts.design import make_card
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_CARDS: Final = ("card", "3", "showcase", "masonry", "article-grid")
_LISTS: Final = ("list", "1", "compact", "2", "title-summary", "date-title-summary")
_CITATIONS: Final = ("citation", "4")


def page_link(facts: dict[str, Any], children: Sequence[nodes.Node]) -> nodes.Element:
    """Return a link to another page, or *children* alone if it is not in the build."""
    if not facts["docname"]:
        return nodes.inline("", "", *children)
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *children),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{facts['docname']}",
        refexplicit=True,
        refwarn=True,
    )


def _build_cite(request: Request) -> Sequence[nodes.Node]:
    path = request.text("page").strip()
    facts = json.loads(request.ask(PAGE, path))
    if facts is None:
        request.warn(f"there is no page {path!r} below the content root to cite")
        return []
    view = request.text("view") or "citation"
    title = page_link(facts, [nodes.Text(facts["title"])])
    if view in _CITATIONS:
        return [_citation(facts, title)]
    summary = request.parse_block(facts["summary"])
    if view in _CARDS:
        return [make_card(summary, title=[title])]
    heading = nodes.paragraph("", "", nodes.strong("", "", title))
    names = ", ".join(filter(None, (", ".join(facts["authors"]), facts["year"])))
    byline = [nodes.paragraph("", names)] if names else []
    return [heading, *byline, *summary]


def _citation(facts: dict[str, Any], title: nodes.Element) -> nodes.paragraph:
    """Return who wrote what, when and where, as a list of references has it."""
    start = ", ".join(facts["authors"])
    if facts["year"]:
        start = f"{start} ({facts['year']})".lstrip()
    citation = nodes.paragraph("", f"{start}. " if start else "", title)
    citation += nodes.Text("." if not facts["title"].endswith((".", "?", "!")) else "")
    if where := facts["publication"] or facts["publication_short"]:
        where = where.strip("*_ ")
        citation += [nodes.Text(" "), nodes.emphasis("", where), nodes.Text(".")]
    doi = facts["doi"].removeprefix("https://doi.org/")
    if _DOI.fullmatch(doi):
        url = f"https://doi.org/{doi}"
        citation += [nodes.Text(" "), nodes.reference("", url, refuri=url)]
    return citation


def _build_mention(request: Request) -> Sequence[nodes.Node]:
    """Build the name of a person, a link if they have a profile page."""
    name = request.text("user").strip()
    facts = json.loads(request.ask(PERSON, name))
    if facts is None:
        return [nodes.Text(name)]
    return [page_link(facts, [nodes.Text(facts["title"])])]


def _build_include(request: Request) -> Sequence[nodes.Node]:
    """Build the content of another page in place of the call, calls in it too."""
    path = request.text("page").strip()
    request.ask(PAGE, path)  # read again when the page appears, or moves
    page = project_of(request.env).index.by_path(path)
    if page is None:
        request.warn(f"there is no page {path!r} below the content root to include")
        return []
    request.env.note_dependency(str(page.file))
    text = request.text_of_file(page.file, path)
    if text is None:
        return []
    offset = read_front_matter(text).body_offset
    with request.other_text(page.file, text, offset) as found:
        if isinstance(found, str):
            request.warn(found)
            return []
        return request.parse_block(found.text, found.lines)


CITE = Definition(
    name="cite",
    summary="A reference to a page of the site: a publication, a talk, a post.",
    primary="page",
    build=_build_cite,
    plain=("page",),
    parameters=(
        Parameter(
            "page",
            "The page, by its path below the content root, such as `publication/one`.",
            is_required=True,
        ),
        Parameter(
            "view",
            "How it is shown: a line of a list of references, a card, or its title "
            "with its summary.",
            "citation",
            kind=Kind.CHOICE,
            choices=(*_CITATIONS, *_LISTS, *_CARDS),
        ),
    ),
    example='{{< cite page="blog/why-a-blog-beside-the-docs" >}}',
)

MENTION = Definition(
    name="mention",
    summary="The name of a person, with a link to the profile page if there is one.",
    primary="user",
    build=_build_mention,
    plain=("user",),
    parameters=(
        Parameter(
            "user",
            "The name or the handle: `mia` has the page `authors/mia`.",
            position=0,
            is_required=True,
        ),
    ),
    example='Written with {{< mention "Mia" >}}.',
)

INCLUDE = Definition(
    name="include",
    summary="The content of another page, with the shortcodes in it.",
    primary="page",
    build=_build_include,
    parameters=(
        Parameter(
            "page",
            "The page, by its path below the content root.",
            position=0,
            is_required=True,
        ),
    ),
    example='{{% include "blog/why-a-blog-beside-the-docs" %}}',
)
