"""sphinx-updates: Hugo's posts, as they stand, beside Sphinx documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes
    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_updates.sphinx_ext.directives.definition import Definition, Parameter
    from sphinx_updates.sphinx_ext.directives.request import Request

__version__ = "0.1.0.dev0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; the wiring is imported only when Sphinx asks for it."""
    from sphinx_updates.sphinx_ext.extension import setup_extension  # noqa: PLC0415

    return setup_extension(app)


def add_shortcode(
    app: Sphinx,
    name: str,
    answer: Definition
    | type[Directive]
    | Callable[[Request], Sequence[nodes.Node] | str],
    *,
    parameters: Sequence[str | Parameter] = (),
    inner: str = "none",
) -> None:
    """Register a shortcode of a project's own; for ``setup`` in ``conf.py``.

    It answers ``{{< name >}}`` and ``{hugo:name}``, and wins over a template of the
    site and over a shortcode that we ship.

    :param answer: A function that takes the call and returns document nodes, or text
        in Markdown; or a docutils directive; or a whole ``Definition``.
    :param parameters: Of a function: its arguments. A name alone is also the next
        positional argument.
    :param inner: Of a function: what stands between opening and closing call:
        ``"none"``, ``"Markdown"``, ``"plain text"`` or ``"HTML"``.
    :raises ValueError: if *inner* or *name* is none that can be used.
    """
    from sphinx_updates.sphinx_ext.registration import register  # noqa: PLC0415

    register(app, name, answer, parameters=parameters, inner=inner)
