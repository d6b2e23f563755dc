"""Partials: other templates, run for their text or their value.

Source: hugo@0.168 tpl/partials, every rule run; see the golden cases.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.identity import identity
from sphinx_updates.hugo.templates.registry import function

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime

FOLDER: Final = "_partials/"


@function("partials.Include", "partial", runtime=True)
def partial(runtime: Runtime, name: str, *context: object) -> object:
    """Return the text of a partial, or the value that it returns."""
    return _run(runtime, _found(runtime, name), context)


@function("partials.IncludeCached", "partialCached", runtime=True)
def partial_cached(
    runtime: Runtime, name: str, context: object, *variants: object
) -> object:
    """Return what the partial gave when it was last called with the same *variants*.

    What is kept is forgotten when the call of the shortcode ends: a page must not
    depend on which page was read before it.
    """
    found = _found(runtime, name)
    key = ("partial", found, tuple(identity(v) for v in variants))
    if key not in runtime.memory:
        runtime.memory[key] = _run(runtime, found, (context,))
    return runtime.memory[key]


def _found(runtime: Runtime, name: str) -> str:
    """Return the template that *name* means.

    :raises FunctionError: If there is none.
    """
    path = _path(runtime, name)
    folder, _, base = path.rpartition("/")
    for candidate in (path, f"{folder}/{base.partition('.')[0]}.html"):
        if runtime.has_template(candidate):
            return candidate
    shown = path.removeprefix(FOLDER) if _is_relative(name) else name
    raise FunctionError(f'partial "{shown}" not found')


def _is_relative(name: str) -> bool:
    return name.startswith(("./", "../"))


def _path(runtime: Runtime, name: str) -> str:
    """Return the path of a partial; ``./`` and ``../`` begin where the caller is."""
    if not _is_relative(name):
        return posixpath.normpath(f"{FOLDER}{name.lstrip('/')}")
    caller = runtime.running[-1] if runtime.running else ""
    folder = posixpath.dirname(caller) if caller.startswith(FOLDER) else FOLDER
    path = posixpath.normpath(posixpath.join(folder, name))
    if not path.startswith(FOLDER):
        raise FunctionError(
            f'relative partial path "{name}" in "{caller}" resolves outside the '
            "partials directory"
        )
    return path


def _run(runtime: Runtime, found: str, context: tuple[object, ...]) -> object:
    text, value, has_value = runtime.run_template(
        found, context[0] if context else None
    )
    return value if has_value else text
