"""The values of templates and how they are told apart.

===================  ==============================================================
Go                   here
===================  ==============================================================
``nil``              ``None``
``bool``             ``bool``
``int``              ``int``, wrapped to 64 bits by arithmetic
``float64``          ``float``
``string``           ``str``
``template.HTML``    a :class:`SafeText`, and so the other types that are not escaped
slice                ``list`` or ``tuple``, never changed in place
map                  ``dict``; :class:`Params` where Hugo ignores the case of keys
``time.Time``        an aware ``datetime``
``time.Duration``    :class:`Duration`
struct, interface    :class:`Object`: only what is declared reachable can be reached
... as slice or map  :class:`ListObject`, :class:`MapObject`: those, with methods
===================  ==============================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable


class SafeText(str):
    """Text that was declared safe for one context of HTML."""

    __slots__ = ()
    go_type: ClassVar[str] = "template.HTML"


class HTML(SafeText):
    """A piece of HTML."""

    __slots__ = ()


class HTMLAttr(SafeText):
    """An attribute of HTML with its name, such as ``dir="ltr"``."""

    __slots__ = ()
    go_type = "template.HTMLAttr"


class CSS(SafeText):
    """A piece of CSS."""

    __slots__ = ()
    go_type = "template.CSS"


class JS(SafeText):
    """An expression of JavaScript."""

    __slots__ = ()
    go_type = "template.JS"


class JSStr(SafeText):
    """The inside of a JavaScript string."""

    __slots__ = ()
    go_type = "template.JSStr"


class URL(SafeText):
    """An address, whatever its scheme."""

    __slots__ = ()
    go_type = "template.URL"


class Srcset(SafeText):
    """The value of a ``srcset`` attribute."""

    __slots__ = ()
    go_type = "template.Srcset"


class Duration(int):
    """A length of time in nanoseconds."""

    __slots__ = ()


class Named(int):
    """A whole number that prints as a word, such as the month of a date."""

    __slots__ = ()
    go_type: ClassVar[str] = "int"
    words: ClassVar[tuple[str, ...]] = ()
    """What the numbers from :attr:`first` on print as."""
    first: ClassVar[int] = 0

    def go_string(self) -> str:
        """Return the word; the number where there is none."""
        index = int(self) - self.first
        inside = 0 <= index < len(self.words)
        return self.words[index] if inside else f"%!{self.go_type[5:]}({int(self)})"


class Params(dict[str, object]):
    """A map of parameters: keys are stored in lower case and found in any case."""

    __slots__ = ()

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Params:
        """Return *values* with lower-case keys, maps inside them too."""
        return cls({str(key).lower(): _lowered(item) for key, item in values.items()})


def _lowered(value: object) -> object:
    if isinstance(value, Mapping):
        return Params.of(value)
    if isinstance(value, list | tuple):
        return [_lowered(item) for item in value]
    return value


_M = TypeVar("_M", bound="Callable[..., object]")


def reachable(*names: str) -> Callable[[_M], _M]:
    """Declare a method of an :class:`Object` under its names in templates."""

    def declare(method: _M) -> _M:
        method.__dict__["template_names"] = names
        return method

    return declare


class Object:
    """A value with methods. A field of Go is a method without arguments here."""

    __slots__ = ()
    go_type: ClassVar[str] = "struct"
    """What ``%T`` prints and errors name."""
    methods: ClassVar[Mapping[str, str]] = {}
    """Names in templates, and the names of the Python methods that answer them."""
    list_kind: ClassVar[type[ListObject] | None] = None
    """What several of them make, such as ``Pages`` of pages; None for a plain list."""

    def __init_subclass__(cls) -> None:
        """Collect what is declared reachable, inherited methods first."""
        found = dict(cls.methods)
        for attribute, method in vars(cls).items():
            for name in getattr(method, "template_names", ()):
                found[name] = attribute
        cls.methods = found

    def method(self, name: str) -> Callable[..., object] | None:
        """Return the method that templates call *name*; None if there is none."""
        attribute = self.methods.get(name)
        return getattr(self, attribute) if attribute else None

    def go_string(self) -> str:
        """Return the text that printing the value gives."""
        return f"&{{{self.go_type}}}"

    def is_true(self) -> bool:
        """Say whether ``if`` takes the value for true."""
        return True


class NilPointer(Object):
    """The nil of a type that has methods: it prints as nil and has no fields."""

    __slots__ = ("go_type",)

    def __init__(self, go_type: str) -> None:
        """Make the nil of *go_type*."""
        self.go_type = go_type  # type: ignore[misc]

    def go_string(self) -> str:
        """Return what Go prints."""
        return "<nil>"

    def is_true(self) -> bool:
        """Say no."""
        return False


class ListObject(Object, list[Any]):
    """A slice with methods, such as Hugo's ``Pages``.

    Whoever takes a part of one or sorts it gives the same type back:
    ``type(value)(items)``.
    """

    __slots__ = ()

    def grouped(self, key: object) -> Object | None:  # noqa: ARG002  # pages alone do
        """Return the items as a group with a *key*; None if they make no group."""
        return None

    def is_true(self) -> bool:
        """Say whether anything is in it."""
        return bool(self)


class MapObject(Object, dict[str, object]):
    """A map with methods, such as Hugo's taxonomies; a key is found before a method."""

    __slots__ = ()

    def is_true(self) -> bool:
        """Say whether anything is in it."""
        return bool(self)
