"""Text from values: Hugo's ``fmt`` functions and Go's printing builtins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.printing import sprint, sprintln
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.verbs import sprintf

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime


@function("fmt.Print", "print")
def print_(*values: object) -> str:
    """Return *values* as text, with spaces between neighbours that are no texts."""
    return sprint(*values)


@function("fmt.Println", "println")
def println(*values: object) -> str:
    """Return *values* with spaces between them and a line break at the end."""
    return sprintln(*values)


@function("fmt.Printf", "printf")
def printf(layout: str, *values: object) -> str:
    """Return *values* in *layout*, with Go's verbs."""
    return sprintf(layout, *values)


@function("fmt.Errorf", "errorf", runtime=True)
def errorf(runtime: Runtime, layout: str, *values: object) -> str:
    """Report an error and go on."""
    runtime.host.warn(sprintf(layout, *values), level="error")
    return ""


@function("fmt.Erroridf", "erroridf", runtime=True)
def erroridf(runtime: Runtime, key: str, layout: str, *values: object) -> str:
    """Report an error that can be ignored by its *key*."""
    runtime.host.warn(sprintf(layout, *values), level="error", key=key.lower())
    return ""


@function("fmt.Warnf", "warnf", runtime=True)
def warnf(runtime: Runtime, layout: str, *values: object) -> str:
    """Report a warning."""
    runtime.host.warn(sprintf(layout, *values), level="warning")
    return ""


@function("fmt.Warnidf", "warnidf", runtime=True)
def warnidf(runtime: Runtime, key: str, layout: str, *values: object) -> str:
    """Report a warning that can be ignored by its *key*."""
    runtime.host.warn(sprintf(layout, *values), level="warning", key=key.lower())
    return ""


@function("fmt.Warnmf", runtime=True)
def warnmf(runtime: Runtime, details: object, layout: str, *values: object) -> str:
    """Report a warning with a map of details."""
    message = sprintf(layout, *values) + _details(details)
    runtime.host.warn(message, level="warning")
    return ""


@function("fmt.Errormf", runtime=True)
def errormf(runtime: Runtime, details: object, layout: str, *values: object) -> str:
    """Report an error with a map of details, and go on."""
    message = sprintf(layout, *values) + _details(details)
    runtime.host.warn(message, level="error")
    return ""


def _details(details: object) -> str:
    if not isinstance(details, Mapping):
        return ""
    pairs = sorted((str(key), value) for key, value in details.items())
    return "".join(f" {sprint(key)} {sprint(value)}" for key, value in pairs)
