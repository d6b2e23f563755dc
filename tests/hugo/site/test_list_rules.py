"""What a configuration says of lists."""

from __future__ import annotations

from sphinx_updates.hugo.site.list_rules import ListRules, list_rules_from
from sphinx_updates.hugo.site.settings import settings_from


def test_the_rules_of_lists_are_read() -> None:
    rules, problems = list_rules_from(
        {
            "titleCaseStyle": "Chicago",
            "capitalizeListTitles": False,
            "pluralizeListTitles": "false",
            "disableKinds": ["RSS", "taxonomyTerm"],
            "permalinks": {"taxonomy": {"tags": "/t/"}, "posts": "/p/"},
        }
    )
    assert problems == ()
    assert rules == ListRules(
        title_style="Chicago",
        capitalize_titles=False,
        pluralize_titles=False,
        disabled_kinds=frozenset({"rss", "taxonomy"}),
        taxonomy_permalinks={"tags": "/t/"},
    )
    assert not rules.is_built("rss")
    assert rules.is_built("term")


def test_wrong_rules_of_lists_are_said() -> None:
    rules, problems = list_rules_from({"disableKinds": 7, "titleCaseStyle": "go"})
    assert rules == ListRules(title_style="go")
    fault = "'disablekinds' must be a list of text, got 7; using the default"
    assert [p.message for p in problems] == [f"hugo configuration: {fault}"]
    deep: dict[str, object] = {}
    for _ in range(100):
        deep = {"a": deep}
    rules, problems = list_rules_from(deep)
    assert (rules, len(problems)) == (ListRules(), 1)


def test_patterns_of_taxonomies_are_no_problem_elsewhere() -> None:
    config = {
        "permalinks": [
            {"pattern": "/t/", "target": {"kind": "taxonomy"}},
            {"pattern": "/x/:slug/"},
        ]
    }
    settings, problems = settings_from(config)
    assert problems == ()
    assert settings.term_permalinks == {"**": "/x/:slug/"}
    rules, _problems = list_rules_from(config)
    assert rules.taxonomy_permalinks == {"**": "/t/"}
