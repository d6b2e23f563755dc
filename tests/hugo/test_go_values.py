"""Values as Go prints them; the expectations are Hugo's own output."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.go_values import escape_html, is_truth, print_value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a b"),
        (None, "<nil>"),
        (True, "true"),
        (7, "7"),
        (2.0, "2"),
        (0.0, "0"),
        (0.1, "0.1"),
        (-0.5, "-0.5"),
        (100000.0, "100000"),
        (1000000.0, "1e+06"),
        (123456.75, "123456.75"),
        (123456789.5, "1.234567895e+08"),
        (-12345678.25, "-1.234567825e+07"),
        (0.0001, "0.0001"),
        (0.00001, "1e-05"),
        (1.5e-7, "1.5e-07"),
        (1e21, "1e+21"),
        (123456789012345680000.0, "1.2345678901234568e+20"),
        (math.inf, "+Inf"),
        (-math.inf, "-Inf"),
        (math.nan, "NaN"),
        (["a", 1, True, 1.5, ["x"], None], "[a 1 true 1.5 [x] <nil>]"),
        ([], "[]"),
        ({"b": 1, "a": {"c": ["x", "y"]}}, "map[a:map[c:[x y]] b:1]"),
        (date(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, tzinfo=UTC), "2020-01-02 00:00:00 +0000 UTC"),
        (
            datetime(2020, 5, 6, 1, 2, 3, 500_000, tzinfo=UTC),
            "2020-05-06 01:02:03.5 +0000 UTC",
        ),
        (
            datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))),
            "2020-01-02 03:04:05 +0200 +0200",
        ),
        (
            datetime(2020, 1, 2, 3, 4, 5, tzinfo=ZoneInfo("Europe/Paris")),
            "2020-01-02 03:04:05 +0100 CET",
        ),
    ],
)
def test_values_print_as_in_go(value: object, text: str) -> None:
    assert print_value(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_printed_float_is_that_float(value: float) -> None:
    assert float(print_value(value)) == value


def test_a_list_in_itself_ends() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert print_value(endless).startswith("[[[")


@pytest.mark.parametrize("value", [None, False, 0, 0.0, "", [], {}])
def test_what_go_takes_for_false(value: object) -> None:
    assert not is_truth(value)


@pytest.mark.parametrize("value", [True, 1, "0", [0], datetime(1, 1, 1, tzinfo=UTC)])
def test_what_go_takes_for_true(value: object) -> None:
    assert is_truth(value)


def test_html_is_escaped_as_go_does() -> None:
    assert escape_html("<a b=\"c\" d='e'>&+\0") == (
        "&lt;a b=&#34;c&#34; d=&#39;e&#39;&gt;&amp;&#43;\ufffd"
    )
