"""When a file says it was made: never by the clock, so that the same input gives the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from ...model.book import Metadata

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def made(metadata: Metadata) -> str:
    """``SOURCE_DATE_EPOCH``, else the publication's date, in UTC as ``2018-10-23T00:00:00Z``; ``""`` without either."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime(_FORM)
    except (ValueError, OverflowError, OSError):
        pass  # not set, or not a time: then it says nothing
    if not metadata.date:
        return ""
    year, month, day = (*metadata.date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"
