"""What ``if``, ``with``, ``and``, ``or`` and ``not`` take for true."""

from __future__ import annotations

from datetime import datetime

from sphinx_updates.hugo.templates.values import Object


def is_true(value: object) -> bool:
    """Say whether *value* is true: neither nil, zero nor empty, as Hugo has it.

    Dates are true but for Go's zero date, the first moment of the year 1.
    """
    if isinstance(value, Object):
        return value.is_true()
    if isinstance(value, datetime):
        return not is_zero_time(value)
    return bool(value)


def is_zero_time(moment: datetime) -> bool:
    """Say whether *moment* is Go's zero time."""
    offset = moment.utcoffset()
    return not offset and moment.replace(tzinfo=None) == datetime.min  # noqa: DTZ901
