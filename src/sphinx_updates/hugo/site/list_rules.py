"""What a site's configuration says of its lists: their titles, kinds and addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.permalink_config import read_permalinks
from sphinx_updates.hugo.site.setting_values import (
    BadValueError,
    lower_keys,
    read_boolean,
    read_text,
    read_texts,
    shorten,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# The old name of a kind.
_RENAMED: Final = {"taxonomyterm": "taxonomy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRules:
    """The settings of lists; the defaults are Hugo's own."""

    title_style: str = "ap"
    """``titleCaseStyle``."""
    capitalize_titles: bool = True
    """``capitalizeListTitles``: whether titles that Hugo makes have capitals."""
    pluralize_titles: bool = True
    """``pluralizeListTitles``: whether a section is named in the plural."""
    disabled_kinds: frozenset[str] = frozenset()
    """``disableKinds``, in lower case and by their new names."""
    taxonomy_permalinks: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Pattern of the list of a taxonomy's terms, by the taxonomy's path."""

    def is_built(self, kind: str) -> bool:
        """Say whether pages of a kind such as ``term`` or ``rss`` are built."""
        return kind not in self.disabled_kinds


def list_rules_from(
    config: Mapping[str, object],
) -> tuple[ListRules, tuple[Problem, ...]]:
    """Return what *config* says of lists; what is wrong in it counts as not said."""
    try:
        table = lower_keys(config)
    except BadValueError as error:
        return ListRules(), (_problem(f"{error}"),)
    found: dict[str, object] = {}
    problems: list[Problem] = []
    for key, name, read in (
        ("titlecasestyle", "title_style", read_text),
        ("capitalizelisttitles", "capitalize_titles", read_boolean),
        ("pluralizelisttitles", "pluralize_titles", read_boolean),
        ("disablekinds", "disabled_kinds", _read_kinds),
    ):
        if table.get(key) is None:
            continue
        try:
            found[name] = read(table[key])
        except BadValueError as error:
            shown = shorten(table[key])
            fault = f"{key!r} must be {error}, got {shown}; using the default"
            problems.append(_problem(fault))
    if "permalinks" in table:
        # What else is wrong in there is said where the other kinds are read.
        patterns, _known = read_permalinks(table["permalinks"], _TAXONOMIES_ONLY)
        found |= patterns
    return ListRules(**found), tuple(problems)  # type: ignore[arg-type]


_TAXONOMIES_ONLY: Final = {"taxonomy": "taxonomy_permalinks"}


def _read_kinds(value: object) -> frozenset[str]:
    kinds = (kind.lower() for kind in read_texts(value))
    return frozenset(_RENAMED.get(kind, kind) for kind in kinds)


def _problem(message: str) -> Problem:
    return Problem(ProblemKind.CONFIG, f"hugo configuration: {message}")
