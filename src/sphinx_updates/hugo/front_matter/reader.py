"""Take typed values out of decoded front matter, and say what could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.casts import to_bool, to_int, to_text
from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable

_YES: Final = frozenset(("yes", "y", "on"))
_NO: Final = frozenset(("no", "n", "off"))
# Long enough to recognise the value, short enough for one line.
_SHOWN: Final = 40


def show(value: object) -> str:
    """Return *value* as an author may recognise it, shortened."""
    match value:
        case Mapping():
            return "a map"
        case list():
            return "a list"
        case _:
            text = to_text(value) or ""
            return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


class Reader:
    """Reads keys of one mapping; collects the problems that it meets."""

    def __init__(
        self, values: Mapping[str, object], spans: Mapping[str, Span], prefix: str = ""
    ) -> None:
        self.values = values
        self.problems: list[Problem] = []
        self._spans = spans
        self._prefix = prefix

    def inner(self, key: str, values: Mapping[str, object]) -> Reader:
        """Return a reader of a map under *key*; its problems are those of this one."""
        top = self._prefix.partition(".")[0] or key
        reader = Reader(
            {name.lower(): value for name, value in values.items()},
            dict.fromkeys((name.lower() for name in values), self._spans.get(top)),  # type: ignore[arg-type]
            f"{self._prefix}{key}.",
        )
        reader.problems = self.problems
        return reader

    def report(
        self, key: str, message: str, kind: ProblemKind = ProblemKind.FRONT_MATTER_KEY
    ) -> None:
        """Note a problem with the value of *key*."""
        text = f"{self._prefix}{key}: {message}"
        self.problems.append(Problem(kind, text, self._spans.get(key)))

    def text(self, *keys: str) -> str:
        """Return the first of *keys* that is given, as text."""
        for key in keys:
            if self.values.get(key) is None:
                continue
            text = to_text(self.values[key])
            if text is None:
                found = show(self.values[key])
                self.report(key, f"must be text, got {found}; it is ignored")
            return text or ""
        return ""

    def integer(self, key: str, default: int = 0) -> int:
        """Return a whole number."""
        if self.values.get(key) in (None, ""):
            return default
        number = to_int(self.values[key])
        if number is None:
            found = show(self.values[key])
            self.report(
                key, f"must be a whole number, got {found}; {default} is used instead"
            )
            return default
        return number

    def boolean(self, key: str) -> bool:
        """Return a boolean of Hugo's own: what cannot be cast is false."""
        value = self.values.get(key)
        cast = to_bool(value)
        if cast is None and str(value).lower() not in _NO:
            word = str(value).lower()
            hint = f"; write {key}: true" if word in _YES else "; write true or false"
            self.report(
                key, f"must be a boolean, Hugo reads {show(value)} as false{hint}"
            )
        return bool(cast)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a boolean that themes read: what authors mean by yes and no counts."""
        value = self.values.get(key)
        if isinstance(value, dict):
            # Several themes keep settings there: ``toc: {enable: false}``.
            value = value.get("enable", value.get("enabled"))
        if value in (None, ""):
            return default
        cast = to_bool(value)
        if cast is not None:
            return cast
        word = str(value).lower()
        if word in _YES:
            return True
        if word in _NO:
            hint = f"; write {key}: false"
            self.report(key, f"Hugo reads {show(value)} as text, not as false{hint}")
            return False
        shown = str(default).lower()
        self.report(key, f"must be true or false, got {show(value)}; {shown} is used")
        return default

    def optional_flag(self, key: str) -> bool | None:
        """Return a flag, None when it is not given."""
        given = self.values.get(key) not in (None, "")
        return self.flag(key, default=False) if given else None

    def texts(
        self, key: str, cast: Callable[[object], tuple[str, ...] | None]
    ) -> tuple[str, ...]:
        """Return a list of texts, cast by *cast*."""
        texts = cast(self.values.get(key))
        if texts is None:
            value = self.values[key]
            found = show(value) if not isinstance(value, list) else "a list of others"
            self.report(key, f"must be a list of texts, got {found}; it is ignored")
        return texts or ()
