"""The data of a site: what is read, what wins, and what is refused."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.data import MAX_DEPTH, SiteData
from sphinx_updates.hugo.site.data_format import MAX_FILE_BYTES, read_data_file

Files = dict[str, str]


def write(folder: Path, files: Files) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def site(folder: Path, files: Files, theme: Files | None = None) -> SiteData:
    roots = [write(folder / "site", files), write(folder / "theme", theme or {})]
    return SiteData(roots)


def messages(data: SiteData) -> list[tuple[str, str]]:
    assert all(problem.kind is ProblemKind.FILE for _file, problem in data.problems)
    return [(file.name, problem.message) for file, problem in data.problems]


# What real Hugo 0.168 printed of `hugo.Data` for the same files.
@pytest.mark.parametrize(
    ("files", "theme", "expected"),
    [
        ({}, {}, {}),
        (
            {"f.yaml": "x: 1\nm: {k: site}\nd: 2024-01-02\n"},
            {"f.yaml": "x: 2\ny: 3\nm: {k: theme, l: 2}\n"},
            {"f": {"d": "2024-01-02", "m": {"k": "site"}, "x": 1, "y": 3}},
        ),
        (
            {"a/b/Deep File.toml": "title = 'T'\nwhen = 2024-01-02T03:04:05Z"},
            {},
            {"a": {"b": {"Deep File": {"title": "T", "when": "2024-01-02T03:04:05Z"}}}},
        ),
        (
            {"j.json": '{"n": 1, "Big": {"K": 2}}'},
            {},
            {"j": {"Big": {"K": 2.0}, "n": 1.0}},
        ),
        ({"l.yml": "[1, 2]"}, {}, {"l": [1, 2]}),
        (
            {"x.yaml": "- a: 1\n  b: [1, {c: 2}]\n"},
            {},
            {"x": [{"a": 1, "b": [1, {"c": 2}]}]},
        ),
        ({"l.json": '["x"]'}, {}, {"l": ["x"]}),
        (
            {"a.yaml": "k: file", "a/x.yaml": "v: 1"},
            {},
            {"a": {"k": "file", "x": {"v": 1}}},
        ),
        ({"a.yaml": "x: file", "a/x.yaml": "v: 1"}, {}, {"a": {"x": {"v": 1}}}),
        ({"s.yaml": "q: 1", "s.json": '{"q": 2, "r": 3}'}, {}, {"s": {"q": 1, "r": 3}}),
        ({"s.yaml": "q: 1", "s.toml": "q = 2\nr = 3"}, {}, {"s": {"q": 1, "r": 3}}),
        ({"s.yml": "k: 1", "s.yaml": "k: 2\nj: 1"}, {}, {"s": {"j": 1, "k": 1}}),
        ({"s.json": '{"k": "site"}'}, {"s.yaml": "k: theme"}, {"s": {"k": "site"}}),
        ({"s.yaml": "m: {a: 1}", "s.json": '{"m": {}}'}, {}, {"s": {"m": {"a": 1}}}),
        (
            {"a/b/x.yaml": "k: 1"},
            {"a/b/y.yaml": "k: 2", "a/b/x.yaml": "j: 3", "a/b.yaml": "z: 1"},
            {"a": {"b": {"x": {"j": 3, "k": 1}, "y": {"k": 2}, "z": 1}}},
        ),
        ({"a.yaml": "x: 5"}, {"a/x.yaml": "p: 1"}, {"a": {"x": {"p": 1}}}),
        ({"e.yaml": "", "f.json": " ", "g.toml": ""}, {}, {"e": {}, "f": {}, "g": {}}),
        (
            {"a.b.yaml": "v: 1", ".hid.yaml": "v: 1", ".d/x.yaml": "v", "t.yaml~": "v"},
            {},
            {"a.b": {"v": 1}},
        ),
        ({"K.yaml": "k: 1", "k.yaml": "z: 1"}, {}, {"K": {"k": 1}, "k": {"z": 1}}),
        ({"m.yaml": "---\na: 1\n---\nb: 2\n"}, {}, {"m": {"a": 1}}),
        ({"m.yaml": "# c\n---\n- 1\n"}, {}, {"m": [1]}),
        ({"a.YAML": "k: 1"}, {}, {"a": {"k": 1}}),
        ({"a.yaml": "1: x\ntrue: y"}, {}, {"a": {"1": "x", "true": "y"}}),
        ({"x.json": '\ufeff{"k": 1}'}, {}, {"x": {"k": 1.0}}),
    ],
)  # fmt: skip
def test_data_is_merged_as_in_hugo(
    files: Files, theme: Files, expected: object, tmp_path: Path
) -> None:
    data = site(tmp_path, files, theme)
    assert data.tree() == expected
    assert data.problems == ()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("x.csv", "a,b\n1,\"x, y\"\n", [["a", "b"], ["1", "x, y"]]),
        ("x.csv", "", []),
        ("x.csv", '"two\nlines",b\n', [["two\nlines", "b"]]),
        ("x.yaml", "  - 1\n  - 2\n", [1, 2]),
        ("x.yaml", "# c\n\n[1,\n2,\n]\n", [1, 2]),
        ("x.yaml", "-\n  a: 1\n", [{"a": 1}]),
        ("x.yaml", "--- # c\n- 1\n", [1]),
        ("x.yaml", "yes: no\n", {"yes": "no"}),
        ("x.json", "[]", []),
    ],
)  # fmt: skip
def test_lists_and_tables_are_read(
    name: str, text: str, value: object, tmp_path: Path
) -> None:
    write(tmp_path, {name: text})
    read = read_data_file(tmp_path / name)
    assert (read.value, read.problems) == (value, ())


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.yaml", "a: 1\nb: c: d\n", "not allowed in this context (line 2); quote"),
        ("x.yaml", "- 1\n- [\n", "not readable as YAML"),
        ("x.yaml", "just text", "string was used where mapping is expected (line 1)"),
        ("x.yaml", "k: &a [*a]", "could not find alias"),
        ("x.json", '{"k": 1} more', "not readable as JSON: extra data (line 1)"),
        ("x.json", "3", "an object is expected"),
        ("x.json", "[1,\n2,\n", "not readable as JSON"),
        ("x.toml", "a = 1\nb = \n", "not readable as TOML: invalid value (line 2)"),
        ("x.csv", "a,b\n1\n", "a row has 1 fields, the first one has 2; write as many"),
        ("x.csv", '"a\n', "not readable as CSV"),
        ("x.xml", "<a/>", "data in '.xml' format is not read, use .yaml, .yml, "),
        ("README", "", "data in 'no' format is not read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    name: str, text: str, message: str, tmp_path: Path
) -> None:
    data = site(tmp_path, {name: text, "good.yaml": "k: 1"})
    assert data.get("good") == {"k": 1}
    data.tree()
    [(file, found)] = messages(data)
    assert file == name
    assert message in found


def test_lists_that_clash_are_said(tmp_path: Path) -> None:
    data = site(tmp_path, {"a/l.yaml": "- 1"}, {"a/l.json": '{"k": 1}'})
    assert data.get("a", "l") == [1]
    fault = "there is other data of the name 'l', which wins"
    assert messages(data) == [("l.json", fault)]


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    data = site(tmp_path, {"a/x.yaml": "k: {l: [1]}", "a/bad.yaml": "a: b: c"})
    assert data.get("a", "x", "k", "l") == [1]
    assert data.get("a", "x", "k", "l", "m") is None
    assert data.get("a", "none") is data.get("none", "x") is None
    assert data.problems == ()
    assert data.get("a") == {"x": {"k": {"l": [1]}}}
    assert [name for name, _message in messages(data)] == ["bad.yaml"]
    assert [file.name for file in data.files] == ["bad.yaml", "x.yaml"]


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    data = SiteData([tmp_path / "none"])
    assert (data.tree(), data.files, data.problems) == ({}, (), ())
    assert data.get() == {}


def test_what_lies_elsewhere_is_not_read(tmp_path: Path) -> None:
    write(
        tmp_path, {"secret.yaml": "k: 1", "out/x.yaml": "k: 1", "site/in.yaml": "k: 2"}
    )
    root = tmp_path / "site"
    (root / "leak.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "folder").symlink_to(tmp_path / "out")
    (root / "loop").symlink_to(root)
    (root / "same.yaml").symlink_to(root / "in.yaml")
    (root / "nowhere.yaml").symlink_to(root / "none.yaml")
    data = SiteData([root])
    assert data.tree() == {"in": {"k": 2}, "same": {"k": 2}}
    assert [name for name, _message in messages(data)] == [
        "folder",
        "leak.yaml",
        "loop",
        "nowhere.yaml",
    ]


def test_size_and_depth_are_bounded(tmp_path: Path) -> None:
    def line(n: int) -> str:
        return f"k{n + 1}: &k{n + 1} [{', '.join([f'*k{n}'] * 8)}]\n"

    deep = "/".join("d" * (MAX_DEPTH + 2))
    data = site(
        tmp_path,
        {
            f"{deep}/x.yaml": "k: 1",
            "many.yaml": "k0: &k0 [1]\n" + "".join(map(line, range(9))),
            "nested.json": "[" * 5_000,
            "brackets.yaml": "x: " + "[" * 50_000,
        },
    )
    with (tmp_path / "site" / "big.json").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    start = process_time()
    data.tree()
    assert process_time() - start < 30
    assert {name for name, _message in messages(data)} == {
        "d",
        "many.yaml",
        "nested.json",
        "brackets.yaml",
        "big.json",
    }


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"data": "text"})
    data = SiteData([tmp_path / "data"])
    assert data.tree() == {}
    assert messages(data) == [("data", "cannot read the folder: Not a directory")]


def test_it_pickles(tmp_path: Path) -> None:
    data = site(tmp_path, {"a.yaml": "k: 1"})
    data.tree()
    assert pickle.loads(pickle.dumps(data)).tree() == {"a": {"k": 1}}


@given(
    name=st.sampled_from(["x.yaml", "x.json", "x.toml", "x.csv"]),
    text=st.text(alphabet=st.sampled_from("ab1-:[]{},'\"\n #&*|>=%\t"), max_size=60),
)
def test_no_text_raises(name: str, text: str) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), {name: text})
        read = read_data_file(Path(folder) / name)
    assert read.value is None or isinstance(read.value, dict | list)
