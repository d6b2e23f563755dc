"""What a shortcode is: arguments, inner content and what it makes, said once.

From one :class:`Definition` come the shortcode, the directive ``{hugo:name}`` and
the entry on the reference page. ``build`` is written against :class:`Request`, so it
does not know which of the two notations asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.nodes import Value


class Inner(StrEnum):
    """What may stand between an opening and a closing call."""

    NONE = "none"
    MARKDOWN = "Markdown"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument that a shortcode understands."""

    name: str
    """As Hugo spells it; the directive option is the same in any case."""
    help: str
    default: str = ""
    position: int | None = None
    """0-based place as a positional argument; None if it must be named."""
    is_flag: bool = False
    """Whether it is on or off; :meth:`Request.flag` reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A shortcode that we ship."""

    name: str
    summary: str
    """One sentence for the reference page."""
    parameters: tuple[Parameter, ...]
    inner: Inner = Inner.NONE
    primary: str = ""
    """The parameter that the directive takes as its argument."""
    build: Callable[[Request], Sequence[nodes.Node]] = field(repr=False)
    plain: tuple[str, ...] = ()
    """The arguments of which the first that is given stands for the call in code."""

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter called *name*; Hugo's names have a case."""
        return next((p for p in self.parameters if p.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call of a shortcode, however it was written."""

    name: str
    values: Mapping[str, Value]
    """The arguments by parameter name; positional ones are named by then."""
    env: BuildEnvironment
    source: str
    """The file of the call, absolute."""
    line: int
    """The line of the call in that file, 1-based."""
    parse_inner: Callable[[], list[nodes.Node]]
    """Return the inner content as block nodes; empty without inner content."""
    parse_inline: Callable[[str], list[nodes.Node]]
    """Return a line of Markdown as inline nodes."""
    make_image: Callable[[str], nodes.Element]
    """Return an image, or a ``MissingImage``, for a source as the author wrote it."""
    make_link: Callable[[str, Sequence[nodes.Node]], nodes.Element]
    """Return a reference around nodes that leads where the author's URL leads."""

    def text(self, name: str) -> str:
        """Return an argument as text; empty when it is not given."""
        value = self.values.get(name, "")
        if isinstance(value, bool):
            return str(value).lower()
        return str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return an on/off argument by Hugo's rule for its embedded shortcodes.

        Only ``true``, ``"true"`` and ``1`` are on and only ``false``, ``"false"`` and
        ``0`` are off; anything else is as if it were not given (hugo.md 2.7).
        """
        value = self.values.get(name)
        # A bool is an int in Python, so `in` would not tell 1.0 or "1" apart from it.
        if value is True or value == "true" or (type(value) is int and value == 1):
            return True
        if value is False or value == "false" or (type(value) is int and value == 0):
            return False
        return default

    def warn(self, message: str) -> None:
        """Report an argument that cannot be used, at the line of the call."""
        warn(
            ProblemKind.SHORTCODE_ARGUMENT,
            f"shortcode {self.name!r}: {message}",
            f"{self.source}:{self.line}",
        )
