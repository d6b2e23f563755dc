"""Front matter with Hugo's typing: from the text of a content file to its fields.

Data flows ``split`` → ``decode`` (``yaml_build``, ``yaml_types``, ``recover``) →
``fields`` (``reader``, ``casts``, ``dates``) → ``model``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.dates import parse_date
from sphinx_updates.hugo.front_matter.decode import decode
from sphinx_updates.hugo.front_matter.defaults import with_defaults
from sphinx_updates.hugo.front_matter.fields import read_fields
from sphinx_updates.hugo.front_matter.model import (
    DateRules,
    FeaturedImage,
    Format,
    FrontMatter,
    ResourceMeta,
    Source,
    Visibility,
)
from sphinx_updates.hugo.front_matter.split import split_source

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "DateRules",
    "FeaturedImage",
    "Format",
    "FrontMatter",
    "ResourceMeta",
    "Source",
    "Visibility",
    "parse_date",
    "read_front_matter",
]

_DEFAULT_RULES = DateRules()
_NOTHING: Final[Mapping[str, object]] = {}


def read_front_matter(
    text: str,
    *,
    name: str = "",
    rules: DateRules = _DEFAULT_RULES,
    defaults: Mapping[str, object] = _NOTHING,
) -> Source:
    """Take the content file *text* apart; never raises.

    :param text: Decoded, with one line feed per line end.
    :param name: File name without suffix, or name of the bundle's directory; read only
        where *rules* say ``:filename``.
    :param defaults: Values that count where *text* has none; keys in lower case.
    :return: Fields and body; spans of problems are offsets into *text*.
    """
    split = split_source(text)
    decoded = decode(split.format, text[split.start : split.end])
    if defaults:
        values = with_defaults(decoded.values, defaults)
        decoded = decoded._replace(values=values)
    front_matter, problems = read_fields(decoded, name, rules)
    inner = [problem.shifted(split.start) for problem in (*decoded.problems, *problems)]
    return Source(
        front_matter=front_matter,
        body=text[split.body :],
        body_offset=split.body,
        body_line=text.count("\n", 0, split.body),
        problems=(*([split.problem] if split.problem else []), *inner),
        format=split.format,
    )
