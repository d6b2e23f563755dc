"""What time it is for a build."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def build_time() -> datetime:
    """Return the moment of this build, aware, UTC.

    ``SOURCE_DATE_EPOCH`` sets it, so that a build of yesterday's sources can be
    repeated to the byte: which posts are scheduled or expired depends on the time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.now(UTC)
