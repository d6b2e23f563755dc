"""The ``strings`` namespace: regular expressions of Go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.regular import Found, compile_pattern

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime

_STEPS = 5
"""A match is more work than a call: each one looks at all of the text, at worst."""


@function("strings.FindRE", "findRE", runtime=True)
def find_re(
    runtime: Runtime, pattern: str, text: object, *limit: object
) -> list[object]:
    """Return the matches of the pattern, at most that many."""
    return [found.group(0) for found in _find(runtime, pattern, text, limit)]


@function("strings.FindRESubmatch", "findRESubmatch", runtime=True)
def find_re_submatch(
    runtime: Runtime, pattern: str, text: object, *limit: object
) -> list[object]:
    """Return the matches, each as a list of its text and those of its groups."""
    return [
        [found.group(index) for index in range(found.groups)]
        for found in _find(runtime, pattern, text, limit)
    ]


def _find(
    runtime: Runtime, pattern: str, text: object, limit: tuple[object, ...]
) -> list[Found]:
    compiled = compile_pattern(to_string(pattern))
    value = to_string(text)
    matches: list[Found] = []
    for found in compiled.find_all(value, to_int(limit[0]) if limit else -1):
        runtime.step(_STEPS)
        matches.append(found)
    return matches


@function("strings.ReplaceRE", "replaceRE", runtime=True)
def replace_re(
    runtime: Runtime, pattern: object, new: object, text: object, *limit: object
) -> str:
    """Return the text with the matches replaced, at most that many."""
    expression, replacement, value = map(to_string, (pattern, new, text))
    times = to_int(limit[0]) if limit else -1

    def count() -> None:
        runtime.step(_STEPS)

    return compile_pattern(expression).replace(value, replacement, times, count)
