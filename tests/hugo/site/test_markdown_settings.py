"""What Hugo's configuration says about Markdown, in each spelling."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_updates.hugo.site.settings import HugoSettings, settings_from

CJK = {"enable": True, "eastAsianLineBreaks": True}


def goldmark(**tables: Any) -> dict[str, Any]:
    return {"markup": {"goldmark": tables}}


def extensions(**tables: Any) -> dict[str, Any]:
    return goldmark(extensions=tables)


def parser(**tables: Any) -> dict[str, Any]:
    return goldmark(parser=tables)


@pytest.mark.parametrize(
    ("config", "field", "expected"),
    [
        (extensions(table=False), "table", False),
        (extensions(strikethrough="false"), "strikethrough", False),
        (extensions(linkify=False), "linkify", False),
        (extensions(linkifyProtocol="http"), "linkify_protocol", "http"),
        ({}, "linkify_protocol", "https"),
        (extensions(taskList=False), "task_list", False),
        (extensions(TASKLIST=False), "task_list", False),
        (extensions(definitionList=False), "definition_list", False),
        (extensions(footnote=False), "footnote", False),
        (extensions(footnote={"enable": True, "backlinkHTML": "x"}), "footnote", True),
        (extensions(typographer={"enDash": "&mdash;"}), "typography", {"endash": "—"}),
        (extensions(typographer={"disable": False}), "typography", {}),
        (extensions(typographer=True), "typography", {}),
        (extensions(extras={"insert": {"enable": True}}), "insert", True),
        (extensions(extras={"delete": {"enable": True}}), "delete", True),
        (extensions(extras={"delete": {"enable": False}}), "delete", False),
        (extensions(extras={"subscript": {"enable": True}}), "subscript", True),
        (extensions(extras={"superscript": {"enable": True}}), "superscript", True),
        (extensions(cjk=CJK), "east_asian_line_breaks", "simple"),
        (extensions(cjk={**CJK, "enable": False}), "east_asian_line_breaks", ""),
        (
            extensions(cjk={**CJK, "eastAsianLineBreaksStyle": "css3draft"}),
            "east_asian_line_breaks",
            "css3draft",
        ),
        (extensions(cjk={"enable": True, "escapedSpace": True}), "escaped_space", True),
        (extensions(cjk={"escapedSpace": True}), "escaped_space", False),
        (parser(autoHeadingID=False), "auto_heading_ids", False),
        (parser(autoDefinitionTermID=True), "term_ids", True),
        (parser(attribute={"title": False}), "attribute_title", False),
        (
            parser(wrapStandAloneImageWithinParagraph=False),
            "wrap_standalone_image",
            False,
        ),
        ({"markup": {"highlight": {"codeFences": False}}}, "code_fences", False),
        ({"markup": {"highlight": {"guessSyntax": True}}}, "guess_syntax", True),
        ({"theme": "docsy"}, "math_fences", True),
        ({"theme": "docsy"}, "blockquote_alerts", True),
        ({}, "blockquote_alerts", False),
    ],
)
def test_what_changes_markdown(
    config: dict[str, Any], field: str, expected: object
) -> None:
    settings, problems = settings_from(config)
    assert getattr(settings, field) == expected
    assert not problems


def test_the_old_name_of_the_id_style_wins_as_in_hugo() -> None:
    both = parser(autoIDType="blackfriday", autoHeadingIDType="github-ascii")
    settings, _problems = settings_from(both)
    assert settings.heading_id_style == "github-ascii"


@pytest.mark.parametrize(
    "config",
    [
        extensions(linkifyProtocol="java script"),
        extensions(linkifyProtocol=1),
        extensions(typographer={"enDash": 3}),
        extensions(cjk={"eastAsianLineBreaksStyle": "loose"}),
        extensions(cjk=1),
        parser(wrapStandAloneImageWithinParagraph="maybe"),
    ],
)
def test_what_cannot_be_used_is_a_problem(config: dict[str, Any]) -> None:
    settings, problems = settings_from(config)
    assert problems
    assert settings == HugoSettings()
