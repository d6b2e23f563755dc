"""``tabpane`` and ``tab``: text or code, of which one piece is shown at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_updates.hugo.highlight import read_options
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.docsy.values import switch
from sphinx_updates.sphinx_ext.directives.parts.design import make_tabs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.request import Request

_PANE = "tabpane"
_FENCE = re.compile(r"^[ \t]*(?:```+|~~~+)[ \t]*([\w+#-]+)", re.MULTILINE)


class Tab(nodes.General, nodes.Element):
    """One tab, on its way to the pane that takes it; no writer ever sees it.

    Its first child is the label, the others are its content. ``key`` is what tabs of
    one choice have in common.
    """


def _build_tab(request: Request) -> Sequence[nodes.Node]:
    """Build a tab for the pane that stands directly around the call."""
    header = request.text("header") or f"Tab {request.ordinal}"
    label = request.parse_inline(header)
    pane = request.parent
    if pane is None or pane.name != _PANE:
        found = f"in {pane.name!r}" if pane else "in none"
        request.warn(
            f"it must stand directly in {_PANE!r}, and is {found}; put it into one",
            ProblemKind.SHORTCODE_NESTING,
        )
        caption = nodes.paragraph("", "", nodes.strong("", "", *label))
        return [caption, *_content(request, None)]
    tab = Tab("", nodes.inline("", "", *label), *_content(request, pane))
    tab["header"] = header
    tab["is_right"] = switch(request, "right")
    tab["is_disabled"] = switch(request, "disabled")
    tab["key"] = "" if tab["is_disabled"] else _key(request, pane, header)
    return [tab]


def _content(request: Request, pane: Request | None) -> list[nodes.Node]:
    """Return text as the notation reads it, or a block of code.

    Differs from Hugo: in a pane of code a tab in Markdown notation shows its code, not
    the HTML that Markdown would make of it.
    """
    # Without a pane nothing says that it is code; then it is shown as it reads best.
    is_text = switch(request, "text") or pane is None or pane.flag("text")
    if is_text:
        return request.parse_inner()
    code = request.inner_text().strip("\r\n")
    options = request.text("highlight") or (pane.text("highlight") if pane else "")
    return [code_block(code, _language(request, pane), read_options(options))]


def _language(request: Request, pane: Request | None) -> str:
    if request.text("lang") or pane is None:
        return request.text("lang")
    if pane.flag("langEqualsHeader"):
        return request.text("header")
    return pane.text("lang")


def _key(request: Request, pane: Request, header: str) -> str:
    """Return what tabs that are chosen together have in common; "" for none."""
    match _persistence(pane):
        case "header":
            return header.lower()
        case "lang":
            language = _language(request, pane)
            if not language and request.notation is Notation.STANDARD:
                fence = _FENCE.search(request.inner_text())
                language = fence[1] if fence else ""
            return language.lower()
    return ""


def _persistence(pane: Request) -> str:
    if pane.has("persistLang") and not pane.flag("persistLang"):
        return "disabled"
    is_by_header = pane.flag("text") or pane.text("lang")
    return pane.text("persist") or ("header" if is_by_header else "lang")


def _build_pane(request: Request) -> Sequence[nodes.Node]:
    """Build a set of tabs; anything else in the pane stands before it, as in Hugo.

    A tab that is disabled has no content to show and cannot be chosen: its label is a
    caption in front of the set.
    """
    is_right = switch(request, "right")
    for name in ("text", "langEqualsHeader", "persistLang"):
        switch(request, name)
    if request.has("persistLang"):
        request.warn("argument 'persistLang' is deprecated; write 'persist' instead")
    box = nodes.Element("", *request.parse_inner())
    tabs = list(box.findall(Tab))
    for tab in tabs:
        tab.parent.remove(tab)
    made = list(box.children)
    captions = [tab for tab in tabs if tab["is_disabled"]]
    if captions:
        made.append(_caption(captions))
    if chosen := [tab for tab in tabs if not tab["is_disabled"]]:
        made.append(_tab_set(request, chosen, is_right=is_right))
    return made


def _caption(tabs: Sequence[Tab]) -> nodes.paragraph:
    caption = nodes.paragraph("", "", classes=["tabs-caption"])
    for tab in tabs:
        if len(caption):
            caption += nodes.Text(" ")
        caption += nodes.strong("", "", *tab[0].children)
    return caption


def _tab_set(
    request: Request, tabs: Sequence[Tab], *, is_right: bool
) -> nodes.container:
    tab_set = make_tabs(
        [(tab[0].children, tab.children[1:]) for tab in tabs],
        sync=_sync_keys(request, tabs),
    )
    if is_right:
        tab_set["classes"].append("sd-align-major-end")
    for tab, item in zip(tabs, list(tab_set.children), strict=True):
        if tab["is_right"]:
            label = item.children[0]
            assert isinstance(label, nodes.rubric)  # noqa: S101 - the interface
            label["classes"].append("sd-ml-auto")
    return tab_set


def _sync_keys(request: Request, tabs: Sequence[Tab]) -> list[str]:
    """Return the tabs' keys; of two equal ones in a pane only the first counts."""
    keys: list[str] = []
    for tab in tabs:
        key = tab["key"]
        if key and key in keys:
            request.warn(
                f"two tabs have the key {key!r}; {tab['header']!r} is not remembered, "
                "give it another header or language"
            )
            key = ""
        keys.append(key)
    return keys


_TEXT = "Whether the content is text; otherwise it is code."
_HIGHLIGHT = "Options of the code, such as `linenos=table,hl_lines=1 3-4`"

TABPANE = Definition(
    name=_PANE,
    summary="Tabs: pieces of text or code of which one is shown at a time.",
    inner=Inner.NOTATION,
    build=_build_pane,
    parameters=(
        Parameter("text", _TEXT, "false", kind=Kind.FLAG),
        Parameter("lang", "The language of tabs that name none."),
        Parameter(
            "langEqualsHeader",
            "Whether the header of a tab is its language.",
            "false",
            kind=Kind.FLAG,
        ),
        Parameter("highlight", f"{_HIGHLIGHT}; a tab's own come first."),
        Parameter(
            "persist",
            "What tabs that are chosen together on the whole site have in common. "
            "Without it: `header` for text or with `lang`, else `lang`.",
            kind=Kind.CHOICE,
            choices=("header", "lang", "disabled"),
        ),
        Parameter(
            "persistLang",
            "Deprecated; false is `persist=disabled`.",
            "true",
            kind=Kind.FLAG,
        ),
        Parameter(
            "right", "Whether the tabs stand at the right.", "false", kind=Kind.FLAG
        ),
    ),
    example=(
        "{{< tabpane text=true >}}\n"
        '{{% tab header="Linux" %}}\nUse the **package manager**.\n{{% /tab %}}\n'
        '{{% tab header="macOS" %}}\nUse the installer.\n{{% /tab %}}\n'
        "{{< /tabpane >}}"
    ),
)

TAB = Definition(
    name="tab",
    summary="One of the tabs of a `tabpane`.",
    primary="header",
    inner=Inner.NOTATION,
    build=_build_tab,
    plain=("header",),
    parameters=(
        Parameter(
            "header",
            "The label; the word Tab and a number, from 0, if left out.",
            position=0,
            kind=Kind.MARKDOWN,
        ),
        Parameter("text", _TEXT, "false", kind=Kind.FLAG),
        Parameter("lang", "The language of the code."),
        Parameter("highlight", f"{_HIGHLIGHT}."),
        Parameter(
            "right",
            "Whether it and the tabs behind it stand at the right.",
            "false",
            kind=Kind.FLAG,
        ),
        Parameter(
            "disabled",
            "Whether it is a caption that cannot be chosen.",
            "false",
            kind=Kind.FLAG,
        ),
    ),
    example=(
        "{{< tabpane >}}\n"
        '{{< tab header="The same in:" disabled=true />}}\n'
        '{{< tab header="Python" lang="python" highlight="hl_lines=2" >}}\n'
        "name = 'world'\nprint(f'Hello, {name}')\n{{< /tab >}}\n"
        '{{< tab header="Shell" lang="bash" >}}\necho "Hello, world"\n{{< /tab >}}\n'
        "{{< /tabpane >}}"
    ),
)
