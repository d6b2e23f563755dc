"""Casts of arguments; every pair was run with hugo@0.168."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from math import inf

import pytest

from sphinx_updates.hugo.templates import casts
from sphinx_updates.hugo.templates.describe import duration_text, syntax
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.values import CSS, HTML, Duration, Params

A_DAY = datetime(2020, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (None, 0), ("", 0), (True, 1), (3.99, 3), (-3.99, -3), (1e30, -(2**63)),
        (-inf, -(2**63)), ("0x1F", 31), ("010", 8), ("0b11", 3), ("0o17", 15),
        ("1_000", 1000), ("3.7", 3), ("3.", 3), (".7", 0), ("-0.5", 0), ("+3", 3),
        ("000", 0), (".", 0), ("-.", 0), (HTML("5"), 5), (Duration(7), 7),
    ],
)  # fmt: skip
def test_to_int(value: object, number: int) -> None:
    assert casts.to_int(value) == number


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("x", '"x" of type string to int: strconv.ParseInt: parsing "x": invalid'),
        ("08.5", '"08.5" of type string to int: strconv.ParseInt: parsing "08": '),
        ("9223372036854775808", 'parsing "9223372036854775808": value out of range'),
        (" 1", "invalid syntax"),
        ("_1", "invalid syntax"),
        ("1e3", "invalid syntax"),
        ("9" * 5000, "invalid syntax"),
        ([1], "unable to cast []int{1} of type []int to int"),
        ({"a": 1}, 'cast map[string]interface {}{"a":1} of type map[string]interface'),
        (A_DAY, "time.Date(2020, time.January, 2, 0, 0, 0, 0, time.UTC) of type time."),
        (HTML("x"), '"x" of type string to int'),
    ],
)
def test_no_int(value: object, reason: str) -> None:
    with pytest.raises(FunctionError) as caught:
        casts.to_int(value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (None, 0), ("", 0), (True, 1), (3, 3), ("1.5", 1.5), ("1e3", 1000),
        ("0x1p3", 8), ("inf", inf), ("1_0", 10), (HTML("5"), 5), (Duration(3), 3),
    ],
)  # fmt: skip
def test_to_float(value: object, number: float) -> None:
    assert casts.to_float(value) == number


@pytest.mark.parametrize("value", ["x", " 1", "1__0", "1e999", [1], A_DAY])
def test_no_float(value: object) -> None:
    with pytest.raises(FunctionError, match="to float64"):
        casts.to_float(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "true"), (1.0, "1"), (1e21, "1" + 21 * "0"),
        (1.5e-7, "0.00000015"), (CSS("<b>"), "<b>"), (Duration(3 * 10**9), "3s"),
        (A_DAY, "2020-01-02 00:00:00 +0000 UTC"), (inf, "+Inf"), (b"x", "x"),
    ],
)  # fmt: skip
def test_to_string(value: object, text: str) -> None:
    found = casts.to_string(value)
    assert found == text
    assert type(found) is str


def test_no_string() -> None:
    with pytest.raises(FunctionError) as caught:
        casts.to_string([1, "a", None])
    given = '[]interface {}{1, "a", interface {}(nil)}'
    assert str(caught.value) == (
        f"unable to cast {given} of type []interface {{}} to string"
    )


@pytest.mark.parametrize(
    ("value", "truth"),
    [(None, False), ("", False), ("T", True), ("0", False), (2, True), (0.0, False)],
)
def test_to_bool(value: object, truth: bool) -> None:
    assert casts.to_bool(value) is truth


@pytest.mark.parametrize("value", ["yes", [True], A_DAY])
def test_no_bool(value: object) -> None:
    with pytest.raises(FunctionError, match="to bool"):
        casts.to_bool(value)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (None, casts.ZERO_TIME),
        (A_DAY, A_DAY),
        ("2020-01-02", A_DAY),
        ("0001-01-01", casts.ZERO_TIME),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (1577934245, datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)),
        (
            "2020-01-02T03:04:05+02:00",
            datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_to_time(value: object, moment: datetime) -> None:
    assert casts.to_time(value) == moment


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "unable to parse date: "),
        ("2020-02-30", "unable to parse date: 2020-02-30"),
        (3.0, "unable to cast 3 of type float64 to time.Time"),
        (True, "unable to cast true of type bool to time.Time"),
        (HTML("2020-01-02"), 'cast "2020-01-02" of type template.HTML to time.Time'),
    ],
)
def test_no_time(value: object, reason: str) -> None:
    with pytest.raises(FunctionError) as caught:
        casts.to_time(value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1h2m3.5s", "1h2m3.5s"), ("-1.5h", "-1h30m0s"), ("0", "0s"), ("+5ms", "5ms"),
        ("1500us", "1.5ms"), ("3ns", "3ns"), ("90s", "1m30s"), (".5s", "500ms"),
    ],
)  # fmt: skip
def test_parse_duration(text: str, length: str) -> None:
    assert duration_text(casts.parse_duration(text)) == length


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x", 'time: invalid duration "x"'),
        ("3", 'time: missing unit in duration "3"'),
        ("3y", 'time: unknown unit "y" in duration "3y"'),
        (".s", 'time: invalid duration ".s"'),
        ("", 'time: invalid duration ""'),
        ("9223372036s1h", 'time: invalid duration "9223372036s1h"'),
    ],
)
def test_no_duration(text: str, reason: str) -> None:
    with pytest.raises(FunctionError) as caught:
        casts.parse_duration(text)
    assert str(caught.value) == reason


def test_to_duration() -> None:
    assert casts.to_duration("1500") == 1_500_000_000
    assert casts.to_duration("2s") == 2_000_000_000
    with pytest.raises(FunctionError, match=r"cannot convert \[1\] to time.Duration"):
        casts.to_duration([1])


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "<nil>"), ([1, 2], "[]int"), ([1, "a"], "[]interface {}"),
        ([], "[]interface {}"), ([{}], "[]map[string]interface {}"),
        ([[1]], "[][]int"), (Params(), "hmaps.Params"), (A_DAY, "time.Time"),
        (Duration(1), "time.Duration"), ([HTML("a")], "[]template.HTML"),
        ([1, None], "[]interface {}"), (1.0, "float64"),
    ],
)  # fmt: skip
def test_type_name(value: object, name: str) -> None:
    assert casts.type_name(value) == name


def test_deep_values_end() -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    assert casts.type_name(deep).startswith("[][]")
    assert syntax(deep)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([1.5, 2.0, 1e21, 1e-7], "[]float64{1.5, 2, 1e+21, 1e-07}"),
        ([[1], ["a"]], '[]interface {}{[]int{1}, []string{"a"}}'),
        ("a\tb\x00é☺\u200b", r'"a\tb\x00é☺\u200b"'),
        (Params(a=1), 'hmaps.Params{"a":1}'),
    ],
)
def test_syntax(value: object, text: str) -> None:
    assert syntax(value) == text


def test_slices_and_maps() -> None:
    assert casts.to_slice((1, 2)) == [1, 2]
    assert casts.to_map({1: 2}) == {"1": 2}
    with pytest.raises(FunctionError, match=r"to \[\]interface {}"):
        casts.to_slice("a")
    with pytest.raises(FunctionError, match=r"to map\[string\]interface {}"):
        casts.to_map("a")
