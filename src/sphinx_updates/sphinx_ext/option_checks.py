"""The checks of the options of ``conf.py``, for :mod:`.config`.

Each takes a value as it was written and returns it as it is used. It raises
:class:`ValueError` with what the value must be.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from sphinx_updates.blog.feeds import FORMATS, Format
from sphinx_updates.hugo.own_addresses import is_web_address
from sphinx_updates.hugo.site.themes import PACKS
from sphinx_updates.sphinx_ext.listings.spec import Style

POST_PARTS = (
    "tags",
    "authors",
    "series",
    "related",
    "edit",
    "neighbours",
    "comments",
)
"""What may stand below a post, in the order in which it does by default."""
REPLACED_HOOKS = ("link", "image", "heading")
"""The render hooks that run only if ``updates_render_hooks`` names them."""

Check = Callable[[Any], Any]


def check_text_map(value: Any) -> dict[str, str]:
    """Return a dict of text to text."""
    if not isinstance(value, Mapping) or not all(
        isinstance(item, str) for pair in value.items() for item in pair
    ):
        msg = "must be a dict of text to text"
        raise ValueError(msg)
    return dict(value)


def check_posts(value: Any) -> dict[str, str]:
    """Return the mounts with clean prefixes: no slash at either end."""
    return {prefix.strip("/"): path for prefix, path in check_text_map(value).items()}


def check_path(value: Any) -> str:
    """Return a path, as it is written."""
    if not isinstance(value, str):
        msg = "must be a path"
        raise ValueError(msg)
    return value


def check_texts(value: Any) -> tuple[str, ...]:
    """Return a list of text as a tuple."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        msg = "must be a list of text"
        raise ValueError(msg)
    items = tuple(value)
    if not all(isinstance(item, str) for item in items):
        msg = "must be a list of text"
        raise ValueError(msg)
    return items


def check_addresses(value: Any) -> tuple[str, ...]:
    """Return absolute addresses of the web."""
    addresses = check_texts(value)
    if bad := [one for one in addresses if not is_web_address(one)]:
        msg = f"must be absolute http or https URLs, not {bad[0]!r}"
        raise ValueError(msg)
    return addresses


def check_map_or_path(value: Any) -> Mapping[str, object] | str:
    """Return Hugo settings, or the path of a file of them."""
    if not isinstance(value, str | Mapping):
        msg = "must be a dict of Hugo settings or the path of a Hugo configuration file"
        raise ValueError(msg)
    return value


def _names(value: Any, kind: str, known: Collection[str]) -> tuple[str, ...]:
    """Return names of a *kind*, all of them *known*."""
    names = check_texts(value)
    if unknown := [name for name in names if name not in known]:
        msg = f"must name {kind} of {', '.join(known)}, not {unknown[0]!r}"
        raise ValueError(msg)
    return names


def check_packs(value: Any) -> tuple[str, ...]:
    """Return the names of packs of shortcodes."""
    return _names(value, "packs", PACKS)


def check_hooks(value: Any) -> tuple[str, ...]:
    """Return the names of render hooks that may be switched on."""
    return _names(value, "hooks", REPLACED_HOOKS)


def check_formats(value: Any) -> tuple[Format, ...]:
    """Return formats of feeds, in our own order."""
    names = _names(value, "formats", FORMATS)
    return tuple(name for name in FORMATS if name in names)


def one_of(*choices: str) -> Check:
    """Return a check for one of *choices*."""

    def check(value: Any) -> str:
        if value not in choices:
            msg = f"must be one of {', '.join(choices)}"
            raise ValueError(msg)
        return str(value)

    return check


def check_boolean(value: Any) -> bool:
    """Return ``True`` or ``False``."""
    if not isinstance(value, bool):
        msg = "must be True or False"
        raise ValueError(msg)
    return value


def check_page_size(value: Any) -> int:
    """Return how many posts a page of a list has, 0 for all."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        msg = "must be a whole number, 0 for all posts on one page"
        raise ValueError(msg)
    return value


def check_post_parts(value: Any) -> tuple[str, ...]:
    """Return the parts below a post, each once."""
    return tuple(dict.fromkeys(_names(value, "parts", POST_PARTS)))


def check_edit_pattern(value: Any) -> str:
    """Return where files are edited; empty if nothing says it."""
    if value == "":
        return ""
    if not isinstance(value, str) or "{path}" not in value or not is_web_address(value):
        msg = "must be an absolute http or https URL with {path} in it"
        raise ValueError(msg)
    return value


def check_style(value: Any) -> Style:
    """Return the layout of a list of posts."""
    if value not in list(Style):
        msg = f"must be one of {', '.join(Style)}"
        raise ValueError(msg)
    return Style(value)
