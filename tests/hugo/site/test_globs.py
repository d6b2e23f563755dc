"""Globs over paths."""

from __future__ import annotations

import time

import pytest

from sphinx_updates.hugo.site.globs import (
    MAX_LENGTH,
    GlobError,
    GlobList,
    check_glob,
    matches,
)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("/p/**", "/p/a", True),
        ("/p/**", "/p/a/b", True),
        ("/p/**", "/p", False),
        ("/p/*", "/p/a", True),
        ("/p/*", "/p/a/b", False),
        ("/p*", "/posts", True),
        ("/q**", "/q/b", True),
        ("**", "", True),
        ("*", "", True),
        ("", "", True),
        ("", "a", False),
        ("**/a.md", "a.md", False),
        ("**/a.md", "x/y/a.md", True),
        ("**.md", "x/a.md", True),
        ("P/*", "p/A", True),
        ("?.md", "a.md", True),
        ("?.md", "/.md", False),
        ("[a-c].md", "b.md", True),
        ("[a-c].md", "d.md", False),
        ("[!a].md", "b.md", True),
        ("[^a].md", "a.md", False),
        ("[abc]x", "cx", True),
        ("{/p,/q/*}", "/q/b", True),
        ("{/p,/q/*}", "/p", True),
        ("{/p,/q/*}", "/q", False),
        ("x{a,b{c,d}}y", "xbdy", True),
        ("x{a,b{c,d}}y", "xby", False),
        ("{,a}b", "b", True),
        ("{a}", "a", True),
        ("a}b,c", "a}b,c", True),
        (r"\*\{a", "*{a", True),
        (r"\*", "x", False),
        ("a\\", "a\\", True),
        ("*a*b*", "xxaxxbxx", True),
        ("**a/**/b*", "xa/y/z/bc", True),
    ],
)
def test_globs(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


@pytest.mark.parametrize(
    "pattern",
    ["{a", "[a", "[", "a[b-", "[z-a]", "{a,b}" * 9, "a" * (MAX_LENGTH + 1), "{a,{b}"],
)
def test_what_is_no_glob(pattern: str) -> None:
    with pytest.raises(GlobError):
        check_glob(pattern)


@pytest.mark.parametrize("pattern", ["*a" * 400, "**a" * 300, "{**a,*a}" * 8 + "*x"])
def test_no_glob_takes_long(pattern: str) -> None:
    start = time.process_time()
    assert not matches(pattern, "a" * 300 + "b")
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    ("patterns", "wanted"),
    [
        ((), ["a", "x/b", "x/y/c"]),
        (("! x/**",), ["a"]),
        (("! x",), ["a"]),
        (("! x/y",), ["a", "x/b"]),
        (("x/**",), ["x/b", "x/y/c"]),
        (("x/**", "! **/c"), ["x/b", "x/y/c"]),
        (("! **/c", "x/**"), ["x/b"]),
        (("!x/**",), []),
        (("! x/**", "x/b"), []),
        (("/x/*",), ["x/b"]),
    ],
)
def test_the_first_glob_that_matches_decides(
    patterns: tuple[str, ...], wanted: list[str]
) -> None:
    globs = GlobList(patterns)
    assert [f for f in ("a", "x/b", "x/y/c") if globs.wants_file(f)] == wanted
