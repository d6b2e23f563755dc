"""``readfile``, ``conditional-text`` and ``_param``: text from elsewhere, or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_updates.hugo.go_values import print_value
from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.sphinx_ext.code import code_block
from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Kind,
    Parameter,
)
from sphinx_updates.sphinx_ext.directives.parts.markup import inline_html
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.resources import find_in_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.sphinx_ext.directives.arguments import Arguments
    from sphinx_updates.sphinx_ext.directives.request import Request

_PLACEHOLDER: Final = re.compile(r"\{([0-9]{1,4})\}")
_SWITCH: Final = ("true", "false")


def _build_readfile(request: Request) -> Sequence[nodes.Node]:
    """Build the file's Markdown, with its calls, or a block of code."""
    name = request.text("file")
    file = find_in_site(name, request.page, request.env)
    if file is None and request.text("draft") == "true":
        text = f"The file {name!r} is not there yet."
        return [nodes.paragraph(text, text, classes=["updates-notice"])]
    if file is None:
        request.warn(
            f"file {name!r} not found; its path starts at the page, or with / at the "
            'root of the site. With draft="true" the page says that it is to come'
        )
        return []
    text = request.text_of_file(file, name) or ""
    if request.values.get("code") == "true":
        return [code_block(text.rstrip("\n"), request.text("lang"))]
    if request.values.get("code") is True:
        request.warn('code=true is read as Markdown; write code="true", with quotes')
    with request.other_text(file, text) as other:
        if isinstance(other, str):
            request.warn(other)
            return []
        return request.parse_block(other.text, other.lines)


def _text_of_file(arguments: Arguments) -> str:
    name = arguments.text("file")
    file = find_in_site(name, arguments.page, arguments.env)
    return (arguments.text_of_file(file, name) or "") if file else ""


def _build_conditional(request: Request) -> Sequence[nodes.Node]:
    """Return the inner content if the site's ``buildCondition`` asks for it."""
    params = project_of(request.env).settings.params
    condition = str(params.get("buildcondition") or "").lower()
    include, exclude = request.text("include-if"), request.text("exclude-if")
    if not include and not exclude:
        request.warn("it needs 'include-if' or 'exclude-if'; its content is shown")
        return request.parse_inner()
    if not condition:
        return []
    if condition in include and condition in exclude:
        request.warn(
            f"{condition!r} is in 'include-if' and in 'exclude-if'; the content is "
            "shown, take it out of one of them"
        )
    is_shown = condition in include if include else condition not in exclude
    return request.parse_inner() if is_shown else []


def _param(arguments: Arguments) -> str:
    """Return the value of a parameter as Markdown; nothing in it is escaped."""
    name = arguments.text("name")
    value = arguments.param(name) if name else None
    if value is None and name.lower() == "baseurl":
        env = arguments.env
        value = project_of(env).settings.base_url or env.config.html_baseurl
    if not name:
        arguments.warn("it needs the name of a parameter")
        return ""
    if value is None:
        arguments.warn(
            f"parameter {name!r} not found in the page or in the site's params"
        )
        return ""
    filled = [name, *map(print_value, arguments.more)]

    def replace(found: re.Match[str]) -> str:
        number = int(found[1])
        return filled[number] if number < len(filled) else found[0]

    text = _PLACEHOLDER.sub(replace, print_value(value))
    if left := _PLACEHOLDER.search(text):
        arguments.warn(
            f"nothing is given for {left[0]} in the value of {name!r}; add an argument"
        )
    return text


def _build_param(request: Request) -> Sequence[nodes.Node]:
    text = _param(request)
    if request.notation is Notation.MARKDOWN:
        return request.parse_inline(text) if text else []
    return inline_html(text)


READFILE = Definition(
    name="readfile",
    summary="The text of a file: as part of the page, or as code.",
    primary="file",
    build=_build_readfile,
    text=_text_of_file,
    parameters=(
        Parameter(
            "file",
            "The file, from the page's folder, or with `/` from the root of the site.",
            position=0,
            is_required=True,
        ),
        Parameter(
            "code",
            'Whether it is code; `"true"` in quotes. Otherwise it is Markdown, and '
            "calls in it are answered.",
            "false",
            kind=Kind.CHOICE,
            choices=_SWITCH,
        ),
        Parameter("lang", "The language of the code."),
        Parameter(
            "draft",
            'Whether the file may be missing; `"true"` in quotes.',
            "false",
            kind=Kind.CHOICE,
            choices=_SWITCH,
        ),
    ),
    example='{{< readfile file="docsy-settings.toml" code="true" lang="toml" >}}',
)

CONDITIONAL_TEXT = Definition(
    name="conditional-text",
    summary="Content for some builds: those whose `buildCondition`, a parameter of the "
    "site, is in the list. Without that parameter nothing is shown.",
    inner=Inner.NOTATION,
    build=_build_conditional,
    parameters=(
        Parameter("include-if", "The conditions under which it is shown."),
        Parameter(
            "exclude-if",
            "The conditions under which it is not; used without `include-if`.",
        ),
    ),
    example=(
        '{{% conditional-text include-if="internal" %}}\n'
        "For colleagues only.\n"
        "{{% /conditional-text %}}\n\n"
        "For everybody."
    ),
)

PARAM = Definition(
    name="_param",
    summary="A parameter of the page, else of the site, as part of the text.",
    primary="name",
    takes_more=True,
    build=_build_param,
    text=_param,
    is_substitution=True,
    parameters=(
        Parameter(
            "name",
            "Its name; `baseURL` is the site's address. Further arguments stand for "
            "`{1}`, `{2}` and so on in its value.",
            position=0,
            is_required=True,
        ),
    ),
    example="The address of this site begins with: {{% _param baseURL %}}",
)
