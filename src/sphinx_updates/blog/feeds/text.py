"""Text, dates and addresses that every feed format can hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final
from urllib.parse import quote

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Every character that RFC 3986 allows somewhere in a URI, and the percent sign.
_URI: Final = "!#$%&'()*+,/:;=?@[]~-._"


def printable(text: str) -> str:
    """Return *text* without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("", text)


def uri(address: str) -> str:
    """Return *address* with what no URI may have in it percent-encoded."""
    return quote(printable(address).strip(), safe=_URI)


def timestamp(date: datetime) -> str:
    """Return *date* as RFC 3339 writes it, on its own clock."""
    return _in_minutes(date).isoformat()


def mail_date(date: datetime) -> str:
    """Return *date* as RFC 822 writes it, with four digits for the year."""
    return format_datetime(_in_minutes(date))


def _in_minutes(date: datetime) -> datetime:
    """Return *date* in a zone that both can write.

    The zones of the 19th century have seconds.
    """
    offset = date.utcoffset()
    if offset is None or offset.total_seconds() % 60 == 0:
        return date
    return date.astimezone(UTC)
