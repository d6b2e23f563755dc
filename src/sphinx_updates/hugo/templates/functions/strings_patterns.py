"""The ``strings`` namespace: regular expressions of Go."""

from __future__ import annotations

from sphinx_updates.hugo.templates.casts import to_int, to_string
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.regular import compile_pattern


@function("strings.FindRE", "findRE")
def find_re(pattern: object, text: object, *limit: object) -> list[object]:
    """Return the matches of the pattern, at most that many."""
    compiled = compile_pattern(to_string(pattern))
    value = to_string(text)
    found = compiled.find_all(value, to_int(limit[0]) if limit else -1)
    return [match.group(0) for match in found]


@function("strings.FindRESubmatch", "findRESubmatch")
def find_re_submatch(
    pattern: object, text: object, *limit: object
) -> list[object] | None:
    """Return the matches, each as a list of its text and those of its groups."""
    compiled = compile_pattern(to_string(pattern))
    value = to_string(text)
    found = compiled.find_all(value, to_int(limit[0]) if limit else -1)
    matches: list[object] = [
        [match.group(index) for index in range(match.groups)] for match in found
    ]
    return matches or None


@function("strings.ReplaceRE", "replaceRE")
def replace_re(pattern: object, new: object, text: object, *limit: object) -> str:
    """Return the text with the matches replaced, at most that many."""
    expression, replacement, value = map(to_string, (pattern, new, text))
    times = to_int(limit[0]) if limit else -1
    return compile_pattern(expression).replace(value, replacement, times)
