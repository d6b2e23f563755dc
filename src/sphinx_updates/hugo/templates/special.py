"""Functions that decide themselves which arguments are evaluated, or that leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from sphinx_updates.hugo.templates.errors import LimitError, TemplateError
from sphinx_updates.hugo.templates.printing import print_value
from sphinx_updates.hugo.templates.truth import is_true
from sphinx_updates.hugo.templates.values import NilPointer, Object, reachable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_updates.hugo.templates.run import Frame

    Arguments: TypeAlias = Sequence[Callable[[Frame], object]]
    """Their code; a special form evaluates what it needs."""
    Special: TypeAlias = Callable[[Frame, Arguments, tuple[object, ...]], object]


class Returned(Exception):  # noqa: N818
    """Leaves a partial with the value of ``return``; no error."""

    def __init__(self, value: object, *, has_value: bool = True) -> None:
        """Keep the *value*, if there is one."""
        super().__init__()
        self.value = value
        self.has_value = has_value


class TryError(Object):
    """What went wrong in a ``try``."""

    __slots__ = ("_message",)
    go_type: ClassVar[str] = "*template.TryError"

    def __init__(self, message: str) -> None:
        """Keep the *message*."""
        self._message = message

    @reachable("Error")
    def go_string(self) -> str:
        """Return the message, with its place."""
        return self._message


_NO_ERROR: Final = NilPointer(TryError.go_type)


class TryValue(Object):
    """The result of ``try``: a value or an error."""

    __slots__ = ("_error", "_value")
    go_type: ClassVar[str] = "template.TryValue"

    def __init__(self, value: object, error: TryError | None) -> None:
        """Keep what was evaluated, or the *error* of it."""
        self._value = value
        self._error = error

    @reachable("Value")
    def value(self) -> object:
        """Return the value; nil after an error."""
        return self._value

    @reachable("Err")
    def error(self) -> TryError | NilPointer:
        """Return the error; nil if there was none."""
        return self._error or _NO_ERROR

    def go_string(self) -> str:
        """Return both, as Go prints a struct."""
        error = self._error.go_string() if self._error else "<nil>"
        return f"{{{print_value(self._value)} {error}}}"


def _want_some(
    frame: Frame, name: str, arguments: Arguments, extra: tuple[object, ...]
) -> None:
    if not arguments and not extra:
        frame.fail(f"wrong number of args for {name}: want at least 1 got 0")


def _and(frame: Frame, arguments: Arguments, extra: tuple[object, ...]) -> object:
    _want_some(frame, "and", arguments, extra)
    value: object = None
    for argument in arguments:
        value = argument(frame)
        if not is_true(value):
            return value
    return extra[0] if extra else value


def _or(frame: Frame, arguments: Arguments, extra: tuple[object, ...]) -> object:
    _want_some(frame, "or", arguments, extra)
    value: object = None
    for argument in arguments:
        value = argument(frame)
        if is_true(value):
            return value
    return extra[0] if extra else value


def _try(frame: Frame, arguments: Arguments, extra: tuple[object, ...]) -> object:
    try:
        if (count := len(arguments) + len(extra)) != 1:
            frame.fail(f"wrong number of args for try: want 1 got {count}")
        value = extra[0] if extra else arguments[0](frame)
    except LimitError:
        raise
    except TemplateError as error:
        return TryValue(None, TryError(str(error)))
    return TryValue(value, None)


SPECIAL: Final[dict[str, Special]] = {"and": _and, "or": _or, "try": _try}
