"""Data in the body of a shortcode."""

from __future__ import annotations

import pytest

from sphinx_updates.hugo.humanize import humanize
from sphinx_updates.hugo.unmarshal import (
    MAX_CHARACTERS,
    detect,
    line_of,
    unmarshal,
)

# Run on Hugo 0.168: `.Inner | transform.Unmarshal`.
READ = {
    "\n[[item]]\na = 1\nb = '''\nx\n'''\n": {"item": [{"a": 1, "b": "x\n"}]},
    '\n{"a": 1}\n': {"a": 1},
    "\na: 1\nb: [1,2]\n": {"a": 1, "b": [1, 2]},
    "\n# comment\n[a]\nx = 'y: z'\n": {"a": {"x": "y: z"}},
    'a = "b: c"': {"a": "b: c"},
    'a: "x = y"': {"a": "x = y"},
    "a: yes\nb: 0x10\nc: 2020-01-01\nA: 3": {
        "a": "yes",
        "b": 16,
        "c": "2020-01-01",
        "A": 3,
    },
    "a = 2020-01-01\nb = 1.50\nc = 07:32:00": {
        "a": "2020-01-01",
        "b": 1.5,
        "c": "07:32:00",
    },
    "a = {b = 1}": {"a": {"b": 1}},
    "k: <b>": {"k": "<b>"},
    "a: 1\n---\nb: 2": {"a": 1},
    "": {},
    " \n\t\n": {},
}


@pytest.mark.parametrize("text", READ)
def test_reads_what_hugo_reads(text: str) -> None:
    assert unmarshal(text) == (READ[text], ())


DETECTED = {
    "a = 1": "TOML",
    "a: 1 = 2": "YAML",
    '{"a": 1}': "JSON",
    "a = {b = 1}": "TOML",
    "a,b\nc: d": "CSV",
    "<a>x = y</a>": "XML",
    "no sign": "",
    "": "",
}


@pytest.mark.parametrize("text", DETECTED)
def test_the_first_sign_tells_the_language(text: str) -> None:
    assert detect(text) == DETECTED[text]


def test_a_file_says_its_language_with_its_suffix() -> None:
    text = "# one, two: three\na = 1\n"
    assert unmarshal(text).data is None
    assert unmarshal(text, ".TOML") == ({"a": 1}, ())
    assert unmarshal("a: x, y", ".yml") == ({"a": "x, y"}, ())
    assert unmarshal('{"a": 1}', ".txt") == ({"a": 1}, ())


HOW = "write TOML ('key = value') or YAML ('key: value')"
FAULTY = {
    "\n\nhello world\n": (2, f"it has no keys; {HOW}"),
    "\na,b\nc,d\n": (1, f"it reads as CSV; {HOW}"),
    "<a>x</a>": (0, f"it reads as XML; {HOW}"),
    "\n[[item]]\nx = open\ny = 1\n": (
        2,
        "it is not readable as TOML: invalid value",
    ),
    # It would have ended on any later line.
    "\n[[item]]\nx = 'open\ny = 1\n\n": (
        3,
        'it is not readable as TOML: expected "\'"',
    ),
    "\na: 1\nb: [1\n": (
        2,
        "it is not readable as YAML: did not find expected ',' or ']'",
    ),
    "a: b: c\n": (
        0,
        (
            "it is not readable as YAML: mapping values are not allowed in this "
            "context; quote a value that contains ': '"
        ),
    ),
    '{"a": 1,\n"b" }\n': (1, "it is not readable as JSON: expecting ':' delimiter"),
    "- a\n- b: 1\n": (
        0,
        ("it is not readable as YAML: sequence was used where mapping is expected"),
    ),
    '[{"a": 1}]': (0, "it is not readable as JSON: an object is expected"),
}


@pytest.mark.parametrize("text", FAULTY)
def test_says_what_is_wrong_and_where(text: str) -> None:
    data, (problem,) = unmarshal(text)
    assert data is None
    assert (line_of(problem, text), problem.message) == FAULTY[text]


def test_reports_a_key_that_is_there_twice() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    data, (problem,) = unmarshal(text)
    assert data == {"a": 3, "b": 2}
    assert line_of(problem, text) == 2
    assert problem.message == "mapping key 'a' already defined; the last value is used"


HOSTILE = [
    "a = " + "[" * 5000,
    "a = " + "{b = " * 5000,
    "a: " + "[" * 5000,
    "a: " + "[" * 100 + "]" * 100,
    '{"a": ' + "[" * 100_000,
    "a = " + "[" * 100 + "]" * 100,
    "a = 1" + "0" * 5000,
    '{"a": NaN}',
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(3)),
    "a: !!python/object/apply:os.system [ls]\n",
    "a: " + "x" * MAX_CHARACTERS,
    "= \x00",
    ": \ud800",
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_never_raises(number: int) -> None:
    unmarshal(HOSTILE[number])


def test_what_is_too_large_or_too_deep_is_not_read() -> None:
    for text, fault in (
        ("a: " + "x" * MAX_CHARACTERS, "longer than"),
        ("a = " + "[" * 100 + "]" * 100, "levels of nesting"),
        ('{"a": ' + "[" * 100 + "]" * 100 + "}", "levels of nesting"),
    ):
        data, (problem,) = unmarshal(text)
        assert data is None
        assert fault in problem.message


# Run on Hugo 0.168.
HUMANIZED = {
    "seealso": "Seealso",
    "my-first_post": "My first post",
    "FooBar": "Foo bar",
    "3": "3rd",
    "12": "12th",
    "values of us": "Values of us",
    "NASA": "Nasa",
    "": "",
    "x.y": "X.y",
    "ünü": "Ünü",
    "my  post": "My post",
    "SEE Also Me": "See also me",
    "1.5": "1.5",
}
# Hugo knows these abbreviations and some hundred more; nobody names a kind by one.
DIVERGES = {"html": "HTML", "user_id": "User ID"}


@pytest.mark.parametrize("name", HUMANIZED)
def test_humanize_is_hugos(name: str) -> None:
    assert humanize(name) == HUMANIZED[name]


@pytest.mark.parametrize("name", DIVERGES)
def test_humanize_knows_no_abbreviations(name: str) -> None:
    assert humanize(name).lower() == DIVERGES[name].lower()
