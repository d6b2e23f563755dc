"""The ``permalinks`` setting in all its spellings.

It is a table of patterns by section, a table of such tables by kind, or (since Hugo
0.161) a list of patterns with the pages that each is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sphinx_updates.hugo.permalinks import PermalinkError, check_pattern
from sphinx_updates.hugo.problems import Problem, ProblemKind

Patterns = dict[str, dict[str, str]]
"""By name of the field of the settings: pattern by section."""

_FIELDS: Final = {
    "page": "permalinks",
    "section": "section_permalinks",
    "term": "term_permalinks",
}
_KINDS: Final = ("page", "section", "taxonomy", "term")


def read_permalinks(
    value: object, fields: Mapping[str, str] = _FIELDS
) -> tuple[Patterns, list[Problem]]:
    """Return the patterns and the problems of the ``permalinks`` setting.

    :param value: Its tables have keys in lower case.
    :param fields: The kinds of page that are asked for, and how to name their patterns.
    """
    found: Patterns = {name: {} for name in fields.values()}
    problems: list[Problem] = []
    for kinds, section, pattern in _rules(value, problems):
        if not isinstance(pattern, str):
            problems.append(_problem(f"the pattern of {section!r} must be text"))
            continue
        try:
            check_pattern(pattern)
        except PermalinkError as error:
            problems.append(_problem(f"{error}; left out"))
            continue
        for kind in kinds:
            # Of several rules for the same pages the first is meant.
            if kind in fields:
                found[fields[kind]].setdefault(section, pattern)
    return found, problems


def _problem(message: str) -> Problem:
    return Problem(ProblemKind.CONFIG, f"hugo configuration: 'permalinks': {message}")


Rule = tuple[tuple[str, ...], str, object]
"""Kinds, section, pattern."""


def _rules(value: object, problems: list[Problem]) -> list[Rule]:
    if isinstance(value, list):
        return _listed(value, problems)
    if not isinstance(value, Mapping):
        problems.append(_problem("must be a table of patterns by section"))
        return []
    rules: list[Rule] = []
    for key, item in value.items():
        if not isinstance(item, Mapping):
            # A flat key is for the pages below and for the terms of such a taxonomy.
            rules.append((("page", "term"), _section(key), item))
        elif key in _KINDS:
            rules += [((key,), _section(name), item[name]) for name in item]
        else:
            problems.append(_problem(f"{key!r} is no kind of page; left out"))
    return rules


def _listed(items: list[object], problems: list[Problem]) -> list[Rule]:
    rules: list[Rule] = []
    for item in items:
        target = item.get("target") or {} if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping) or not isinstance(target, Mapping):
            problems.append(_problem("each item must have 'pattern' and 'target'"))
            continue
        section = _section_of_glob(str(target.get("path") or "/**"))
        kind = str(target.get("kind") or "").lower()
        if section is None or (kind and kind not in _KINDS):
            named = target.get("path") if section is None else target.get("kind")
            problems.append(_problem(f"the target {named!r} is not understood"))
            continue
        kinds = (kind,) if kind else _kinds_in(section)
        rules.append((kinds, section, item.get("pattern")))
    return rules


def _kinds_in(section: str) -> tuple[str, ...]:
    """Return the kinds of the pages in *section*, which a list of terms is not in."""
    return _KINDS if section == "**" else tuple(_FIELDS)


def _section(name: object) -> str:
    return str(name).strip(" /").lower()


def _section_of_glob(glob: str) -> str | None:
    """Return the section that ``/posts/**`` or ``{/posts,/posts/**}`` is all of."""
    if glob.startswith("{") and glob.endswith("}"):
        sections = {_section_of_glob(part) for part in glob[1:-1].split(",")}
        return sections.pop() if len(sections) == 1 else None
    if glob == "/**":
        return "**"
    section = _section(glob.removesuffix("/**").removesuffix("/*"))
    return None if any(mark in section for mark in "*?[{") else section
