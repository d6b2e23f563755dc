"""The special characters of HTML, for each place where text can stand."""

from __future__ import annotations

from typing import Final

from sphinx_updates.hugo.templates.escape.replacing import replacer

_QUOTED_ONCE: Final = {
    "\0": "\ufffd",
    '"': "&#34;",
    "'": "&#39;",
    "+": "&#43;",
    "<": "&lt;",
    ">": "&gt;",
}
_BARE_ONCE: Final = {
    **_QUOTED_ONCE,
    "\0": "&#xfffd;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\v": "&#11;",
    "\f": "&#12;",
    "\r": "&#13;",
    " ": "&#32;",
    "=": "&#61;",
    "`": "&#96;",
    # Bytes that are no UTF-8.
    **{chr(0xDC00 + byte): "&#xfffd;" for byte in range(0x80, 0x100)},
}
_AMPERSAND: Final = {"&": "&amp;"}
_NO_CHARACTERS: Final = "\ufdd0-\ufdef\ufff0-\uffff"
"""Old browsers read these wrong in values without quotes."""

escape: Final = replacer(_AMPERSAND | _QUOTED_ONCE)
"""Text between tags or quotes."""
escape_once: Final = replacer(_QUOTED_ONCE)
"""The same for text that has entities already."""
escape_unquoted: Final = replacer(_AMPERSAND | _BARE_ONCE, _NO_CHARACTERS)
"""A value without quotes."""
escape_unquoted_once: Final = replacer(_BARE_ONCE, _NO_CHARACTERS)
"""The same for text that has entities already."""
