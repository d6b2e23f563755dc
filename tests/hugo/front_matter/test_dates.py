"""Dates on their own; which forms Hugo takes is in the golden cases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.front_matter import parse_date

NEW_YORK = ZoneInfo("America/New_York")
EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-01-02", datetime(2020, 1, 2, tzinfo=NEW_YORK)),
        ("2020-01-02T03:04:05+02:00", datetime(2020, 1, 2, 3, 4, 5, tzinfo=EAST)),
        (
            "2020-01-02T03:04:05.123456789Z",
            datetime(2020, 1, 2, 3, 4, 5, 123456, tzinfo=UTC),
        ),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (datetime(2020, 1, 2, tzinfo=EAST), datetime(2020, 1, 2, tzinfo=EAST)),
        ("", None),
        (None, None),
        ("0001-01-01T00:00:00Z", None),
    ],
)
def test_parses(value: object, expected: datetime | None) -> None:
    found = parse_date(value, NEW_YORK)
    assert found == expected
    assert found is None or found.utcoffset() == (expected or found).utcoffset()


@pytest.mark.parametrize(
    "value",
    [
        "words",
        "2020-02-30",
        "02 Foo 2020",
        "9" * 1000,
        True,
        1.5,
        [],
        {},
        10**30,
        "9999-12-31T23:59:59-10:00",
        datetime(2020, 1, 1),  # noqa: DTZ001 - that it is naive is the point
    ],
)
def test_refuses(value: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_date(value, UTC)


def test_refuses_what_leaves_the_calendar_in_its_zone() -> None:
    with pytest.raises(ValueError, match="out of range"):
        parse_date("0001-01-01", timezone(timedelta(hours=2)))


@given(value=st.one_of(st.text(), st.integers(), st.floats(), st.booleans()))
def test_gives_aware_dates_or_value_errors(value: object) -> None:
    try:
        found = parse_date(value, NEW_YORK)
    except ValueError:
        return
    assert found is None or found.tzinfo is not None


@given(moment=st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)))  # noqa: DTZ001 - hypothesis asks for naive bounds
def test_reads_what_it_wrote(moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC)
    assert parse_date(aware.isoformat(), UTC) == aware
