"""Data in the body of a shortcode, or in a file that it names: TOML, YAML or JSON.

Which of them is found out as Hugo's ``transform.Unmarshal`` does: a file says it with
its suffix, other text by which sign comes first. Sources: hugo.md 4; run on Hugo 0.168.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_updates.hugo.front_matter.decode import (
    hint_for,
    plain_values,
    read_json,
    read_toml,
)
from sphinx_updates.hugo.front_matter.yaml_build import DecodeError, read_yaml
from sphinx_updates.hugo.problems import Problem, ProblemKind, Span, locate

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.front_matter.yaml_build import Decoded

MAX_CHARACTERS: Final = 500_000
"""More than anybody writes into a page by hand."""

# In Hugo's order: of two signs that are both missing, the first one never wins.
_SIGNS: Final = (
    (",", "CSV"),
    ("{", "JSON"),
    (":", "YAML"),
    ("<", "XML"),
    ("=", "TOML"),
)
_READERS: Final[dict[str, Callable[[str], Decoded]]] = {
    "TOML": read_toml,
    "YAML": read_yaml,
    "JSON": read_json,
}
_SUFFIXES: Final = {".toml": "TOML", ".yaml": "YAML", ".yml": "YAML", ".json": "JSON"}
_EXPECTED: Final = "write TOML ('key = value') or YAML ('key: value')"


class Unmarshalled(NamedTuple):
    """What a text says."""

    data: dict[str, object] | None
    """Text, numbers, truth values, None, lists and maps of them; the case of keys is
    kept. None if the text cannot be read."""
    problems: tuple[Problem, ...] = ()
    """Spans are places in the text."""


def unmarshal(text: str, suffix: str = "") -> Unmarshalled:
    """Return the map that *text* says; empty if there is nothing in it. Never raises.

    Shortcodes look their values up by key: a list or a table of CSV is a problem.

    :param suffix: That of the file that the text is from, such as ``.toml``.
    """
    if not text.strip():
        return Unmarshalled({})
    if len(text) > MAX_CHARACTERS:
        return _fault(text, f"it is longer than {MAX_CHARACTERS} characters", 0)
    language = _SUFFIXES.get(suffix.lower()) or detect(text)
    if language not in _READERS:
        start = len(text) - len(text.lstrip())
        found = f"it reads as {language}" if language else "it has no keys"
        return _fault(text, f"{found}; {_EXPECTED}", start)
    try:
        decoded = _READERS[language](text)
        data = plain_values(decoded.values)
    except DecodeError as error:
        hint = hint_for(error.message)
        message = f"it is not readable as {language}: {error.message}{hint}"
        return _fault(text, message, error.offset)
    return Unmarshalled(data, tuple(decoded.problems))


def detect(text: str) -> str:
    """Return the language whose sign comes first, such as ``TOML``; "" if none does."""
    found = [(at, name) for sign, name in _SIGNS if (at := text.find(sign)) >= 0]
    return min(found)[1] if found else ""


def line_of(problem: Problem, text: str) -> int:
    """Return the line of *text* on which *problem* is, 0-based."""
    return locate(text, problem.span.start).line - 1 if problem.span else 0


def _fault(text: str, message: str, offset: int) -> Unmarshalled:
    # A text that ends too early is at fault where its last word stands.
    start = min(offset, max(len(text.rstrip()) - 1, 0))
    span = Span(start, min(start + 1, len(text)))
    problem = Problem(ProblemKind.SHORTCODE_ARGUMENT, message, span)
    return Unmarshalled(None, (problem,))
