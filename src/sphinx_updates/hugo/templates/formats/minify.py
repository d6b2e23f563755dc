"""Files without what only people need."""

from __future__ import annotations

import json
from typing import Final

_KNOWN: Final = ("css", "html", "javascript", "json", "manifest", "svg", "xml")
_JSON: Final = ("json", "manifest")


def minified(subtype: str, content: bytes) -> bytes | None:
    """Return *content*, smaller if it is JSON; None if Hugo minifies no such type."""
    if subtype not in _KNOWN:
        return None
    if subtype not in _JSON:
        return content
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return content
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
