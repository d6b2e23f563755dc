"""A whole page whose links work wherever it is shown: the one for missing pages."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final
from urllib.parse import urljoin

_TAG: Final = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|textarea)\b(?P<in>[^>]*)>.*?</(?P=raw)\s*>"
    r"|<[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"(?P<before>\s(?P<name>[\w:-]+)\s*=\s*)(?P<quote>[\"'])(?P<url>.*?)(?P=quote)",
    re.DOTALL,
)
_ADDRESSES: Final = frozenset({
    "action", "data-content_root", "data-url_root", "href", "poster", "src",
})  # fmt: skip
_KEPT: Final = re.compile(r"$|#|/|[A-Za-z][A-Za-z0-9+.-]*:")
"""The page itself, fragments, and addresses that are whole."""


def with_absolute_links(page: str, here: str) -> str:
    """Return the HTML of *page* with addresses that start at the root of the host.

    :param here: The path that the page was written for: ``/en/latest/404.html``.
    """

    def address(match: re.Match[str]) -> str:
        url = unescape(match["url"])
        if match["name"].lower() not in _ADDRESSES or _KEPT.match(url):
            return match[0]
        try:
            whole = urljoin(here, url)
        except ValueError:
            return match[0]
        return f"{match['before']}{match['quote']}{escape(whole)}{match['quote']}"

    def tag(match: re.Match[str]) -> str:
        if match[0].startswith("<!--"):
            return match[0]
        if match["raw"]:
            end = match.end("in") - match.start()
            return _ATTRIBUTE.sub(address, match[0][:end]) + match[0][end:]
        return _ATTRIBUTE.sub(address, match[0])

    return _TAG.sub(tag, page)
