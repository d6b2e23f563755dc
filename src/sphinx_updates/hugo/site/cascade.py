"""Front matter that a configuration or a section hands down to pages: ``cascade``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.globs import GlobError, GlobList, check_glob, matches
from sphinx_updates.hugo.site.setting_values import BadValueError, read_texts, shorten

MAX_RULES: Final = 500
_TARGETS: Final = ("target", "_target")


@dataclass(frozen=True, slots=True, kw_only=True)
class CascadeRule:
    """What some pages get that do not say it themselves."""

    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Front matter, as if it were the page's own; keys in lower case."""
    path: str = ""
    """A glob over logical paths such as ``/posts/x``; ``""`` means all pages."""
    kind: str = ""
    """A glob over the kinds of pages; ``""`` means all kinds."""

    def is_for(self, path: str, kind: str) -> bool:
        """Say whether a page gets the values.

        :param path: With a slash in front, without suffix or ``index``; ``/`` is the
            home page.
        """
        return (not self.path or matches(self.path, path)) and (
            not self.kind or matches(self.kind, kind)
        )


def read_cascade(
    value: object, language: str, environment: str
) -> tuple[tuple[CascadeRule, ...], list[Problem]]:
    """Return the rules of a ``cascade`` that are for a language and an environment.

    Of several rules that give a page the same value the first one counts.

    :param value: A table or a list of tables, with keys in lower case.
    """
    problems: list[Problem] = []
    rules: list[CascadeRule] = []
    listed = value if isinstance(value, list) else [value]
    if len(listed) > MAX_RULES:
        problems.append(_problem(f"has more than {MAX_RULES} items; cut off"))
    for item in listed[:MAX_RULES]:
        if not isinstance(item, Mapping):
            problems.append(
                _problem(f"must hold tables, got {shorten(item)}; left out")
            )
            continue
        target: object = item.get("target") or item.get("_target") or {}
        try:
            rule = _rule(item, target, language, environment)
        except (BadValueError, GlobError) as error:
            problems.append(_problem(f"has a target that cannot be used: {error}"))
            continue
        if rule is not None:
            rules.append(rule)
    return tuple(rules), problems


def _rule(
    item: Mapping[str, Any], target: object, language: str, environment: str
) -> CascadeRule | None:
    if not isinstance(target, Mapping):
        raise BadValueError(f"it must be a table, got {shorten(target)}")
    for names, found in (
        (_languages(target), language),
        (_text(target, "environment"), environment),
    ):
        patterns = read_texts(names or [])
        for pattern in patterns:
            check_glob(pattern)
        if patterns and not GlobList(patterns).wants(found):
            return None
    path, kind = _text(target, "path"), _text(target, "kind")
    check_glob(path)
    check_glob(kind)
    values = {
        key: held
        for key, held in item.items()
        if key not in (*_TARGETS, "_merge", "cascade")
    }
    return CascadeRule(values=values, path=path, kind=kind)


def names_languages(item: object) -> bool:
    """Say whether a table of a ``cascade`` is for languages that it names."""
    target = item.get("target") or item.get("_target") if isinstance(item, dict) else 0
    return isinstance(target, Mapping) and bool(_languages(target))


def _languages(target: Mapping[str, Any]) -> object:
    """Return the languages, by the key of old or as Hugo has it now."""
    value: object = target.get("sites")
    for key in ("matrix", "languages"):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value or target.get("lang")


def _text(target: Mapping[str, Any], key: str) -> str:
    value = target.get(key) or ""
    if not isinstance(value, str):
        raise BadValueError(f"{key!r} must be text, got {shorten(value)}")
    return value


def _problem(message: str) -> Problem:
    return Problem(ProblemKind.CONFIG, f"hugo configuration: 'cascade' {message}")
