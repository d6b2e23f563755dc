"""Words for people out of names for programs, as Hugo's ``humanize`` makes them."""

from __future__ import annotations

import re
from typing import Final

_WORD_ENDS: Final = re.compile(
    r"[\s_-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
)
_SUFFIXES: Final = {"1": "st", "2": "nd", "3": "rd"}


def humanize(name: str) -> str:
    """Return *name* as a phrase: ``see-also`` and ``seeAlso`` are both ``See also``.

    A whole number becomes an ordinal. Differs from Hugo, which writes a list of
    abbreviations, such as ``html``, in capitals. Source: run on Hugo 0.168.
    """
    if re.fullmatch(r"-?\d{1,18}", name, re.ASCII):
        teen = len(name) > 1 and name[-2] == "1"
        return name + ("th" if teen else _SUFFIXES.get(name[-1], "th"))
    phrase = " ".join(word for word in _WORD_ENDS.split(name) if word).lower()
    return phrase[:1].upper() + phrase[1:]
