"""The ``inflect`` namespace: English words for one and for many, and for people."""

from __future__ import annotations

from sphinx_updates.hugo import humanize as words
from sphinx_updates.hugo.english_plurals import plural, singular
from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.registry import function


@function("inflect.Humanize", "humanize")
def humanize(name: object) -> str:
    """Return a name as a phrase, a whole number as an ordinal."""
    text = to_string(name)
    spend(1 + len(text) // 2)
    return words.humanize(text)


@function("inflect.Pluralize", "pluralize")
def pluralize(word: object) -> str:
    """Return the word for many."""
    return plural(to_string(word))


@function("inflect.Singularize", "singularize")
def singularize(word: object) -> str:
    """Return the word for one."""
    return singular(to_string(word))
