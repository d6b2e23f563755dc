"""Hugo's configuration: spellings, checks, files."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.highlight import CodeOptions
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.settings import (
    HugoSettings,
    read_config_file,
    settings_from,
)

if TYPE_CHECKING:
    from pathlib import Path


def goldmark(**tables: Any) -> dict[str, Any]:
    return {"markup": {"goldmark": tables}}


def highlight(**values: object) -> dict[str, Any]:
    return {"markup": {"highlight": values}}


def extensions(**tables: Any) -> dict[str, Any]:
    return goldmark(extensions=tables)


@pytest.mark.parametrize(
    ("config", "field", "expected"),
    [
        ({}, "summary_length", 70),
        ({"SummaryLength": 30}, "summary_length", 30),
        ({"enableEmoji": True}, "enable_emoji", True),
        ({"enableEmoji": "true"}, "enable_emoji", True),
        ({"timeZone": "Europe/Paris"}, "time_zone", ZoneInfo("Europe/Paris")),
        ({"uglyURLs": {"Posts": True, "docs": False}}, "ugly_urls", ("posts",)),
        ({"ignoreFiles": [r"\.ipynb$"]}, "ignore_files", (r"\.ipynb$",)),
        ({"taxonomies": {"author": "authors"}}, "taxonomies", {"author": "authors"}),
        ({"taxonomies": {"_merge": "deep", "a": "b"}}, "taxonomies", {"a": "b"}),
        ({"languageCode": "de", "locale": "de-AT"}, "locale", "de-AT"),
        ({"title": 5}, "title", "5"),
        (goldmark(renderer={"unsafe": True}), "unsafe", True),
        (goldmark(renderer={"hardWraps": True}), "hard_wraps", True),
        (
            goldmark(parser={"autoHeadingIDType": "github-ascii"}),
            "heading_id_style",
            "github-ascii",
        ),
        (
            goldmark(parser={"autoIDType": "blackfriday"}),
            "heading_id_style",
            "blackfriday",
        ),
        (goldmark(parser={"attribute": {"block": True}}), "attribute_block", True),
        (extensions(typographer=False), "typographer", False),
        (extensions(typographer={"disable": True}), "typographer", False),
        (extensions(typographer={"apostrophe": "'"}), "typographer", True),
        (extensions(footnote={"enable": False}), "footnote", False),
        (extensions(extras={"mark": {"enable": True}}), "mark", True),
        (extensions(table=None), "table", True),
        ({"defaultContentLanguage": "de"}, "language", "de"),
        ({"refLinksNotFoundURL": "/404.html"}, "ref_not_found_url", "/404.html"),
        (
            {"privacy": {"Vimeo": {"enableDNT": True, "simple": False}}},
            "privacy",
            {"vimeo": frozenset({"enablednt"})},
        ),
        (
            highlight(lineNos=True, lineNoStart=7, hl_Lines="2 4-5"),
            "highlight",
            CodeOptions(has_line_numbers=True, first_line=7, marked=(2, 4, 5)),
        ),
        (highlight(lineNos="inline"), "highlight", CodeOptions(has_line_numbers=True)),
        (highlight(lineNos=False), "highlight", CodeOptions()),
        (
            highlight(hl_inline=True, guessSyntax=True, style="monokai"),
            "code_options",
            CodeOptions(is_inline=True, guess=True),
        ),
    ],
)
def test_settings_are_read_in_each_spelling(
    config: dict[str, Any], field: str, expected: object
) -> None:
    settings, problems = settings_from(config)
    assert problems == ()
    assert getattr(settings, field) == expected


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (
            {"summaryLength": "many"},
            "'summarylength' must be a whole number, got 'many'; using the default",
        ),
        (
            highlight(lineNos="many"),
            (
                "'markup.highlight' must be a table with 'linenos' true or false, "
                "got a table; using the default"
            ),
        ),
        (
            highlight(lineNoStart="x"),
            (
                "'markup.highlight' must be a table with 'linenostart' a whole number, "
                "got a table; using the default"
            ),
        ),
        (
            {"privacy": {"x": True}},
            "'privacy' must be a table of values, got a table; using the default",
        ),
        (
            {"privacy": {"x": {"disable": "perhaps"}}},
            "'privacy' must be true or false, got a table; using the default",
        ),
        (
            {"timeZone": "Mars/Base"},
            (
                "'timezone' must be the name of a time zone such as "
                "'Europe/Paris', "
                "got 'Mars/Base'; using the default"
            ),
        ),
        (
            {"timeZone": "Europe"},
            (
                "'timezone' must be the name of a time zone such as "
                "'Europe/Paris', "
                "got 'Europe'; using the default"
            ),
        ),
        (
            {"ignoreFiles": ["("]},
            (
                "'ignorefiles' must be regular expressions, '(' is none, got a list; "
                "using the default"
            ),
        ),
        (
            extensions(table={"enable": 3}),
            (
                "'markup.goldmark.extensions.table' must be true or false, got a "
                "table; using the default"
            ),
        ),
        (
            goldmark(parser={"autoIDType": "x"}),
            (
                "'markup.goldmark.parser.autoidtype' must be 'github' or "
                "'github-ascii' or 'blackfriday', got 'x'; using the default"
            ),
        ),
        (
            {"permalinks": {"posts": "/:nope/"}},
            (
                "'permalinks': permalink attribute not recognised: ':nope' in "
                "'/:nope/'; left out"
            ),
        ),
        (
            {"permalinks": {"posts": 3}},
            "'permalinks': the pattern of 'posts' must be text",
        ),
        ({"permalinks": 3}, "'permalinks': must be a table of patterns by section"),
        (
            {"permalinks": {"home": {"a": "/b/"}}},
            "'permalinks': 'home' is no kind of page; left out",
        ),
        (
            {"permalinks": [{"pattern": "/x/", "target": {"path": "/a/*/b"}}]},
            "'permalinks': the target '/a/*/b' is not understood",
        ),
        (
            {"permalinks": ["x"]},
            "'permalinks': each item must have 'pattern' and 'target'",
        ),
    ],
)
def test_a_bad_value_is_a_problem_and_the_default(
    config: dict[str, Any], message: str
) -> None:
    settings, [problem] = settings_from(config)
    assert settings == HugoSettings()
    assert problem.kind is ProblemKind.CONFIG
    assert problem.message == f"hugo configuration: {message}"


def test_the_time_zone_reaches_the_rules_for_dates() -> None:
    config = {"timeZone": "Asia/Tokyo", "frontmatter": {"date": [":fileName", "Day"]}}
    settings, _problems = settings_from(config)
    assert settings.date_rules.time_zone == ZoneInfo("Asia/Tokyo")
    assert settings.date_rules.date == (":filename", "day")


@pytest.mark.parametrize(
    ("inline", "is_math"), [([["$", "$"]], True), ([["\\(", "\\)"]], False)]
)
def test_a_passthrough_decides_about_dollars(
    inline: list[list[str]], is_math: bool
) -> None:
    delimiters = {"inline": inline, "block": [["\\[", "\\]"]]}
    config = extensions(passthrough={"enable": True, "delimiters": delimiters})
    settings, problems = settings_from(config, HugoSettings(dollar_math=not is_math))
    assert problems == ()
    assert settings.dollar_math is is_math
    assert settings.passthrough_block == (("\\[", "\\]"),)


def test_a_configuration_adds_to_other_defaults() -> None:
    defaults = HugoSettings(unsafe=True, permalinks={"a": "/a/"})
    settings, _problems = settings_from({"permalinks": {"b": "/b/"}}, defaults)
    assert settings.unsafe
    assert settings.permalinks == {"a": "/a/", "b": "/b/"}


def test_settings_pickle_and_compare() -> None:
    settings, _problems = settings_from({"timeZone": "Asia/Tokyo"})
    copy = pickle.loads(pickle.dumps(settings))
    assert copy == settings
    assert hash(copy) == hash(settings)
    assert copy != HugoSettings()


def test_an_endless_table_is_a_problem() -> None:
    config: dict[str, Any] = {}
    config["again"] = config
    settings, [problem] = settings_from(config)
    assert settings == HugoSettings()
    assert problem.kind is ProblemKind.CONFIG


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["goldmark", "renderer", "enable", "target", "page", "path"]
            )
            | st.text(max_size=3),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["permalinks", "markup", "uglyURLs", "timeZone", "taxonomies", "baseURL"]
        ),
        JSON_VALUES,
    )
)
def test_no_configuration_raises(config: dict[str, Any]) -> None:
    settings_from(config)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", "title = 'T'\n"),
        ("hugo.yaml", "title: T\n"),
        ("hugo.json", '{"title": "T"}'),
    ],
)
def test_a_file_is_read_by_its_suffix(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    assert read_config_file(file) == ({"title": "T"}, ())


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("hugo.toml", "title = ", "Invalid value"),
        ("hugo.yaml", "a: b: c", "mapping values are not allowed"),
        ("hugo.yaml", "- a", "sequence was used where mapping is expected"),
        ("hugo.yaml", "[" * 5_000, "levels of nesting"),
        ("hugo.json", "{", "Expecting property name"),
        ("hugo.ini", "", "ends in .toml, .yaml or .json, not '.ini'"),
    ],
)
def test_a_broken_file_is_a_problem(
    name: str, text: str, words: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    config, [problem] = read_config_file(file)
    assert config == {}
    assert problem.kind is ProblemKind.CONFIG
    assert words in problem.message


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    config, [problem] = read_config_file(tmp_path / "hugo.toml")
    assert config == {}
    assert "cannot read it" in problem.message


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "hugo.yaml"
    file.write_text("", "utf-8")
    assert read_config_file(file) == ({}, ())
