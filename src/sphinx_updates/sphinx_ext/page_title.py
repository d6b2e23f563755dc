"""The title of a mounted page: its first heading, wherever it is from."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markdown_it.token import Token

from sphinx_updates.hugo.markdown import heading_text
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.sphinx_ext.warnings import warn_at

if TYPE_CHECKING:
    from sphinx_updates.hugo.anchors import HeadingIds
    from sphinx_updates.hugo.site.content import Page


def with_title(
    page: Page, tokens: list[Token], ids: HeadingIds | None, text: str
) -> list[Token]:
    """Return the tokens of *page* with its title as the first heading.

    A MyST post (without *ids*) keeps its own first-level heading. A Hugo post
    without a title in its front matter takes the heading it begins with, else its
    name.

    :param text: The page's file, for the warning about a post without a title.
    """
    if ids is None:
        if any(t.type == "heading_open" and t.tag == "h1" for t in tokens):
            return tokens
        return [*_heading(_title(page)), *tokens]
    title = page.front_matter.title
    rest = tokens
    opening = _heading(title or _title(page))
    if not title and tokens and tokens[0].type == "heading_open":
        opening, rest = tokens[:3], tokens[3:]
        opening[0].tag = "h1"
    elif not title:
        _report_untitled(page, text)
        opening[0].meta["is_invented"] = True
    opening[0].meta = {**opening[0].meta, "is_title": True}
    opening[0].meta["id"] = opening[0].meta.get("id") or ids.make(
        heading_text(opening[1])
    )
    return [*opening, *rest]


def _title(page: Page) -> str:
    named = base_name(page).replace("-", " ").strip()
    return page.front_matter.title or named or "Untitled"


def _report_untitled(page: Page, text: str) -> None:
    message = f"the post has no title; it is listed as {_title(page)!r}, add a title"
    warn_at(Problem(ProblemKind.FRONT_MATTER_KEY, message), page.file, text)


def _heading(title: str) -> list[Token]:
    """Return the tokens of a first-level heading with *title* as plain text."""
    lines = [0, 1]
    text = Token("text", "", 0, content=title)
    return [
        Token("heading_open", "h1", 1, map=lines, markup="#", block=True),
        Token("inline", "", 0, map=lines, content=title, children=[text], block=True),
        Token("heading_close", "h1", -1, markup="#", block=True),
    ]


def base_name(page: Page) -> str:
    """Return the name of a page's bundle or file, without a suffix."""
    path = PurePosixPath(page.path)
    return path.parent.name if page.is_leaf_bundle else path.stem
