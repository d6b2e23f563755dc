"""What can go wrong in a template."""

from __future__ import annotations


class TemplateError(Exception):
    """A template cannot be read or run; the message is worded as Go words it."""

    place: str = ""
    """File, line and column, once they are part of the message."""


class FunctionError(TemplateError):
    """A function or method failed: its bare reason, without name and place.

    The executor adds ``error calling NAME:`` and the place in the template.
    """


class MissingError(TemplateError):
    """A function or a method does not exist here; *name* says which."""

    def __init__(self, message: str, name: str) -> None:
        """Keep the *name* of what is missing beside the message."""
        super().__init__(message)
        self.name = name


class LimitError(TemplateError):
    """A template did more than its limits allow; no ``try`` or ``with`` catches it."""
