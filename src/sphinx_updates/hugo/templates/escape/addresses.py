"""Addresses: which are harmless, and how they are encoded."""

from __future__ import annotations

import re
from typing import Final

from sphinx_updates.hugo.templates.escape.replacing import FAILSAFE

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_BLANKS: Final = r"\t\n\f\r "
_TO_NORMALIZE: Final = re.compile(
    r"%(?![0-9a-fA-F]{2})|[^A-Za-z0-9\-._~!#$&*+,/:;=?@\[\]%]+"
)
"""What no address may have; codes that are there stay."""
_TO_ESCAPE: Final = re.compile(r"[^A-Za-z0-9\-._~]+")
_CANDIDATE: Final = re.compile(
    rf"([{_BLANKS}]*)([^{_BLANKS}]*)([{_BLANKS}A-Za-z0-9]*)", re.DOTALL
)


def is_safe(url: str) -> bool:
    """Say whether *url* has no scheme, or one that opens a page or writes a mail."""
    scheme, colon, _ = url.partition(":")
    return not colon or "/" in scheme or scheme.casefold() in _SCHEMES


def normalize(url: str) -> str:
    """Return *url* with what may not stand in an address encoded."""
    return _TO_NORMALIZE.sub(_encoded, url)


def escape(text: str) -> str:
    """Return *text* encoded for a value in a query."""
    return _TO_ESCAPE.sub(_encoded, text)


def filter_candidate(text: str) -> str:
    """Return one address of a ``srcset`` with its size, if they are harmless."""
    match = _CANDIDATE.fullmatch(text)
    if match is None or not is_safe(match[2]):
        return f"#{FAILSAFE}"
    return match[1] + normalize(match[2]) + match[3]


def _encoded(match: re.Match[str]) -> str:
    data = match[0].encode("utf-8", "surrogateescape")
    return "".join(f"%{byte:02x}" for byte in data)
