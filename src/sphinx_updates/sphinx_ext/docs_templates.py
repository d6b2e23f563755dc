"""The reference page of templates: each function and method, there or not."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.functions.library import functions
from sphinx_updates.hugo.templates.images import Picture
from sphinx_updates.hugo.templates.missing import MISSING
from sphinx_updates.hugo.templates.objects.fragments import Fragments
from sphinx_updates.hugo.templates.objects.menus import Menu, MenuEntry
from sphinx_updates.hugo.templates.objects.page import PageObject
from sphinx_updates.hugo.templates.objects.pages import PageGroup, Pages
from sphinx_updates.hugo.templates.objects.resources import Resources
from sphinx_updates.hugo.templates.objects.shortcode import ShortcodeObject
from sphinx_updates.hugo.templates.objects.site import SiteObjectOfHugo
from sphinx_updates.hugo.templates.objects.small import (
    FileObject,
    HugoObject,
    LanguageObject,
    OutputFormatObject,
)
from sphinx_updates.hugo.templates.objects.taxonomy import (
    TaxonomyObject,
    TermEntry,
    WeightedPage,
)
from sphinx_updates.hugo.templates.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_updates.hugo.templates.registry import Function
    from sphinx_updates.hugo.templates.values import Object

_OBJECTS: Final[tuple[tuple[str, type[Object]], ...]] = (
    ("A shortcode: the dot", ShortcodeObject),
    ("A page", PageObject),
    ("A list of pages", Pages),
    ("A group of pages", PageGroup),
    ("A site", SiteObjectOfHugo),
    ("`hugo`", HugoObject),
    ("A file of a bundle or of `assets`", Picture),
    ("A list of such files", Resources),
    ("The file of a page", FileObject),
    ("The headings of a page", Fragments),
    ("A language", LanguageObject),
    ("A form in which a page is published", OutputFormatObject),
    ("A taxonomy", TaxonomyObject),
    ("A term in an ordered list of terms", TermEntry),
    ("A page that has a term", WeightedPage),
    ("A menu", Menu),
    ("An entry of a menu", MenuEntry),
    ("A store", Scratch),
)


def function_lines() -> Iterator[str]:
    """Yield a table of all functions, by namespace, then those that are not there."""
    spaces: dict[str, list[Function]] = {}
    for found in set(functions().values()):
        space, dot, _name = found.name.rpartition(".")
        spaces.setdefault(space if dot else "", []).append(found)
    for space in sorted(spaces):
        yield f"### {f'`{space}`' if space else 'Without a namespace'}"
        yield ""
        yield "| Function | What it does |"
        yield "|---|---|"
        for one in sorted(spaces[space], key=lambda function: function.name):
            names = ", ".join(f"`{name}`" for name in (one.name, *one.aliases))
            yield f"| {names} | {_summary(one.call)} |"
        yield ""
    yield "### Not there"
    yield ""
    yield "| Function | Why |"
    yield "|---|---|"
    for name, reason in sorted(MISSING.items()):
        yield f"| `{name}` | {reason} |"


def method_lines() -> Iterator[str]:
    """Yield a table of the methods of each object, with those that are not there."""
    for title, kind in _OBJECTS:
        yield f"### {title}"
        yield ""
        yield "| Method | What it gives |"
        yield "|---|---|"
        names: dict[str, list[str]] = {}
        for name, attribute in kind.methods.items():
            names.setdefault(attribute, []).append(name)
        for attribute, all_names in sorted(names.items(), key=lambda item: item[1]):
            shown = ", ".join(f"`.{name}`" for name in all_names)
            yield f"| {shown} | {_summary(getattr(kind, attribute))} |"
        absent: Mapping[str, str] = getattr(kind, "absent", {})
        for name, reason in sorted(absent.items()):
            yield f"| `.{name}` | not there: {reason} |"
        yield ""


def _summary(call: object) -> str:
    """Return the first sentence of a docstring, as it stands in a table."""
    first = (inspect.getdoc(call) or "").partition("\n\n")[0]
    text = " ".join(first.split()).replace("``", "`").replace("|", "\\|")
    return text.removeprefix("Return ").removesuffix(".")
