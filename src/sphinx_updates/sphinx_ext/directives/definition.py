"""What a shortcode is: arguments, inner content and what it makes, said once.

From one :class:`Definition` come the shortcode, the directive ``{hugo:name}`` and
the entry on the reference page. ``build`` is written against
:class:`~.request.Request`, so it does not know which of the two notations asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

    from sphinx_updates.sphinx_ext.directives.arguments import Arguments
    from sphinx_updates.sphinx_ext.directives.request import Request


class Inner(StrEnum):
    """What may stand between an opening and a closing call."""

    NONE = "none"
    MARKDOWN = "Markdown"
    HTML = "HTML, and other shortcodes"
    """Taken as it is: Markdown in it is not read."""
    NOTATION = "Markdown in `{{% %}}`, HTML in `{{< >}}`"
    """As the opening tag says; Markdown in a directive."""
    TEXT = "plain text"
    """Code, a formula: read by ``build`` itself."""
    DATA = "data, in TOML, YAML or JSON"
    """Keys and values, see ``hugo.unmarshal``: read by ``build`` itself."""


class Kind(StrEnum):
    """What values a parameter takes; others are reported and not used."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    FLAG = "true or false"
    """By Hugo's rule, see :meth:`.arguments.Arguments.flag`."""
    CHOICE = "one of"
    LENGTH = "length"
    """A number of pixels, or a number with a unit."""
    NUMBER = "number"
    """A whole number, not below zero."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument that a shortcode understands."""

    name: str
    """As Hugo spells it; the directive option is the same in any case."""
    help: str
    default: str = ""
    """What stands where it is not given, for readers of the reference page too."""
    position: int | None = None
    """0-based place as a positional argument; None if it must be named."""
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    """For :attr:`Kind.CHOICE`: every value, the way it is written."""
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A shortcode that we ship, or one that a project registers."""

    name: str
    summary: str
    """One sentence for the reference page."""
    parameters: tuple[Parameter, ...] = ()
    inner: Inner = Inner.NONE
    primary: str = ""
    """The parameter that the directive takes as its argument."""
    takes_more: bool = False
    """Whether arguments that are not declared are meant too: more positional ones in
    ``Request.more``, more named ones in ``Request.values``."""
    build: Callable[[Request], Sequence[nodes.Node]] | None = field(
        default=None, repr=False
    )
    """Returns what the call makes; without it the call is its :attr:`text`."""
    text: Callable[[Arguments], str] | None = field(default=None, repr=False)
    """Returns the call as text, for code, attributes and addresses."""
    address: Callable[[Arguments], str] | None = field(default=None, repr=False)
    """Returns the call as the destination of a link; without it that is its text."""
    plain: tuple[str, ...] = ()
    """Without :attr:`text`: the arguments of which the first that is given stands for
    the call where only text can stand."""
    is_substitution: bool = False
    """Whether ``{{% %}}`` puts :attr:`text` into the source, before Markdown is read;
    for shortcodes that stand for a value."""
    markdown: Callable[[Arguments], str] | None = field(default=None, repr=False)
    """Returns what ``{{% %}}`` puts there, where that is not :attr:`text`."""
    example: str = field(default="", repr=False)
    """A call in Hugo's notation for the reference page, shown with what it makes."""

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter called *name*; Hugo's names have a case."""
        return next((p for p in self.parameters if p.name == name), None)

    @property
    def takes_inner(self) -> bool:
        """Whether a call has a closing tag, or is self-closed."""
        return self.inner is not Inner.NONE
