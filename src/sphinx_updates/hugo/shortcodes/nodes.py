"""The parts of a page's body: text, literal calls, broken calls, and calls.

Plain frozen data, made by :func:`~.parser.parse_page`. ``str(node)`` gives canonical
source: parsed again, it gives the same node at other offsets.
Every span counts characters of the page's body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from sphinx_updates.hugo.problems import Problem, Span

Value: TypeAlias = str | int | float | bool
"""What an argument holds; anything that the author put in quotes is a string."""

# A key that surely needs no quotes; the lexer takes letters of all alphabets too.
_BARE_KEY: Final = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z_.-]*")


class Notation(StrEnum):
    """The two ways to write a call; the value is the character inside the braces."""

    STANDARD = "<"
    """``{{< x >}}``: the output is final HTML."""
    MARKDOWN = "%"
    """``{{% x %}}``: the output is Markdown, read with the text around it."""

    @property
    def opening(self) -> str:
        """The delimiter that opens a tag."""
        return "{{" + self.value

    @property
    def closing(self) -> str:
        """The delimiter that ends a tag."""
        return (">" if self is Notation.STANDARD else "%") + "}}"


NOTATIONS: Final = {notation.value: notation for notation in Notation}


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call."""

    name: str | None
    """The key as written, case kept; None for a positional argument."""
    value: Value
    span: Span
    """From the key, or the value of a positional argument, to the value's end."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text between calls, as it stands in the source."""

    text: str
    span: Span

    def __str__(self) -> str:
        """Return the text."""
        return self.text


@dataclass(frozen=True, slots=True)
class Literal:
    """A call in comment marks, ``{{</* x */>}}``, that shall be shown and not made."""

    text: str
    """The call without the comment marks; text like any other from here on."""
    span: Span

    def __str__(self) -> str:
        """Return the call with its comment marks."""
        return f"{self.text[:3]}/*{self.text[3:-3]}*/{self.text[-3:]}"


@dataclass(frozen=True, slots=True)
class Broken:
    """A call or closing tag that cannot be read, as it was written."""

    source: str
    message: str
    """What is wrong; a problem of the page says it too."""
    span: Span

    def __str__(self) -> str:
        """Return the source."""
        return self.source


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a shortcode."""

    name: str
    """As written, case kept; folders of the template are separated by ``/``."""
    notation: Notation
    """The opening tag's; a closing tag may be written in the other notation."""
    arguments: tuple[Argument, ...]
    """In written order, all named or all positional; empty if there are none."""
    inner: tuple[Item, ...] | None
    """What stands between the tags; None if the call has no closing tag."""
    span: Span
    """From the opening tag up to and including the closing tag, if there is one."""
    open_span: Span
    """The opening tag."""
    inner_span: Span | None
    """What lies between the tags; None if the call has no closing tag."""
    ordinal: int
    """0-based, among the calls with the same parent."""
    is_self_closed: bool
    """Whether the call is written ``{{< x />}}``."""

    @property
    def is_named(self) -> bool:
        """Whether the arguments have names; False if there are none."""
        return bool(self.arguments) and self.arguments[0].name is not None

    def named(self) -> dict[str, Value]:
        """Return the named arguments by name, case kept; of equal names the last."""
        return {a.name: a.value for a in self.arguments if a.name is not None}

    def positional(self) -> tuple[Value, ...]:
        """Return the positional arguments in order."""
        return tuple(a.value for a in self.arguments if a.name is None)

    def get(self, key: str | int) -> Value | None:
        """Return the argument with this name or 0-based place, as Hugo's ``.Get`` does.

        :return: ``""`` if the call has arguments of this style but not this one;
            None if it has none, or has those of the other style.

        Source: hugo@e2d66e3 hugolib/shortcode.go, ShortcodeWithPage.Get.
        """
        if not self.arguments or isinstance(key, str) != self.is_named:
            return None
        if isinstance(key, str):
            return self.named().get(key, "")
        values = self.positional()
        return values[key] if 0 <= key < len(values) else ""

    @property
    def opening_tag(self) -> str:
        """The opening tag in canonical form, never with a self-closing slash."""
        head = [self.notation.opening, self.name, *_show_arguments(self.arguments)]
        return " ".join([*head, self.notation.closing])

    def __str__(self) -> str:
        """Return the call and its inner content in canonical form."""
        tag = self.opening_tag
        if self.is_self_closed:
            return tag.removesuffix(self.notation.closing) + "/" + self.notation.closing
        if self.inner is None:
            return tag
        closer = f"{self.notation.opening} /{self.name} {self.notation.closing}"
        return "".join([tag, *map(str, self.inner), closer])


Item: TypeAlias = Text | Literal | Broken | Call


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page's body, and what is wrong with the calls in it."""

    items: tuple[Item, ...]
    """In written order; empty for an empty page."""
    problems: tuple[Problem, ...]
    """The first is the one at which Hugo stops."""

    def __str__(self) -> str:
        """Return the page in canonical form."""
        return "".join(map(str, self.items))


def _show_arguments(arguments: tuple[Argument, ...]) -> list[str]:
    names = [a.name for a in arguments if a.name is not None]
    if all(_BARE_KEY.fullmatch(name) for name in names):
        keys = iter(names)
    else:
        # One quoted key asks for all: Hugo takes a bare one after it for a mix.
        keys = map(_quote, names)
    return [
        _show_value(a.value)
        if a.name is None
        else f"{next(keys)}={_show_value(a.value)}"
        for a in arguments
    ]


def _show_value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # Hugo knows no exponents, and a float needs digits after its point.
        digits = format(Decimal(repr(value)), "f")
        return digits if "." in digits else digits + ".0"
    if isinstance(value, int):
        return str(value)
    return _quote(value)


def _quote(value: str) -> str:
    """Return *value* in the first of Hugo's notations for strings that can hold it."""
    in_one_line = "\n" not in value and "\\`" not in value
    if in_one_line and '"' not in value and not value.endswith("\\"):
        return f'"{value}"'
    if "`" not in value:
        return f"`{value}`"
    if in_one_line and "\\" not in value:
        return '"' + value.replace('"', '\\"') + '"'
    if in_one_line and '"' not in value:
        return f'\\"{value}\\"'
    # Only a bare value is left; the lexer makes no value that none of these can hold.
    return value
