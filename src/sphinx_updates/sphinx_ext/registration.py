"""Shortcodes that a project registers in its ``conf.py``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from docutils.parsers.rst import Directive

from sphinx_updates.sphinx_ext.directives.definition import (
    Definition,
    Inner,
    Parameter,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_updates.sphinx_ext.directives.request import Request

    Function = Callable[[Request], Sequence[nodes.Node] | str]
    Answer = Definition | type[Directive] | Function

EXTENSION = "sphinx_updates"
_KEY = "shortcodes"
_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")
_INNER = {
    "none": Inner.NONE,
    "markdown": Inner.MARKDOWN,
    "html": Inner.HTML,
    "plain text": Inner.TEXT,
}


def register(
    app: Sphinx,
    name: str,
    answer: Answer,
    *,
    parameters: Sequence[str | Parameter],
    inner: str,
) -> None:
    """Register *answer*; see :func:`sphinx_updates.add_shortcode`."""
    if not _NAME.fullmatch(name):
        msg = f"a shortcode's name has letters, digits, '-', '_' and '/', got {name!r}"
        raise ValueError(msg)
    if isinstance(answer, type) and issubclass(answer, Directive):
        app.add_directive_to_domain("hugo", name.lower(), answer, override=True)
        return
    if not isinstance(answer, Definition):
        if inner.lower() not in _INNER:
            msg = f"inner must be one of {', '.join(_INNER)}, got {inner!r}"
            raise ValueError(msg)
        function = cast("Function", answer)
        answer = _definition(name, function, parameters, _INNER[inner.lower()])
    _known(app)[name.lower()] = answer


def registered(app: Sphinx) -> dict[str, Definition]:
    """Return what was registered as a definition or a function, by lower-case name."""
    return _known(app)


def _known(app: Sphinx) -> dict[str, Definition]:
    # conf.py runs before there is an environment, and a second build starts afresh.
    metadata = cast("dict[str, Any]", app.extensions[EXTENSION].metadata)
    known: dict[str, Definition] = metadata.setdefault(_KEY, {})
    return known


def _definition(
    name: str,
    function: Function,
    parameters: Sequence[str | Parameter],
    inner: Inner,
) -> Definition:
    declared = tuple(
        Parameter(p, "", position=position) if isinstance(p, str) else p
        for position, p in enumerate(parameters)
    )

    def build(request: Request) -> Sequence[nodes.Node]:
        made = function(request)
        if isinstance(made, str):
            parse = request.parse_inline if request.is_inline else request.parse_block
            return parse(made)
        return list(made)

    build.__module__, build.__qualname__ = function.__module__, function.__qualname__
    return Definition(
        name=name,
        summary=" ".join((function.__doc__ or "").partition("\n\n")[0].split()),
        parameters=declared,
        primary=declared[0].name if declared else "",
        plain=tuple(parameter.name for parameter in declared),
        inner=inner,
        build=build,
    )
