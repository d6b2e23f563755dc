"""Comments by giscus: the option, and what the page needs to load them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from sphinx_updates.blog.post import Post

SCRIPT: Final = "sphinx-updates-comments.js"
_REPOSITORY: Final = re.compile(r"[\w.-]+/[\w.-]+")
_REQUIRED: Final = ("repo", "repo_id", "category_id")
_CHOICES: Final = {
    "mapping": ("pathname", "url", "title", "og:title", "specific"),
    "input_position": ("top", "bottom"),
    "load": ("button", "scroll"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Giscus:
    """The settings that giscus.app gives for a repository, and how to load it."""

    repo: str
    """``owner/name``."""
    repo_id: str
    category_id: str
    category: str = ""
    mapping: str = "pathname"
    """By what a page finds its discussion; ``specific`` is the post's docname."""
    strict: bool = False
    reactions_enabled: bool = True
    emit_metadata: bool = False
    input_position: str = "bottom"
    theme_light: str = "light"
    theme_dark: str = "dark"
    lang: str = ""
    """Empty for the language of the project."""
    load: str = "button"
    """``button``: when a reader asks for it; ``scroll``: when it comes into view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """What the template of comments prints."""

    load: str
    theme_light: str
    theme_dark: str
    data: tuple[tuple[str, str], ...]
    """The attributes of giscus's script, without ``data-``."""
    discussion_url: str
    """Where the discussion can be read without a script."""


def check_giscus(value: Any) -> Giscus | None:
    """Return the checked option ``updates_giscus``; None if it is empty."""
    if not isinstance(value, Mapping):
        msg = "must be a dict with the values that giscus.app shows"
        raise ValueError(msg)
    if not value:
        return None
    known = {field.name: field for field in fields(Giscus)}
    for name, item in value.items():
        if name not in known:
            msg = f"must have no {name!r}; there are {', '.join(known)}"
            raise ValueError(msg)
        wanted: type = bool if known[name].type == "bool" else str
        if not isinstance(item, wanted):
            msg = f"must have {wanted.__name__} for {name!r}"
            raise ValueError(msg)
        if name in _CHOICES and item not in _CHOICES[name]:
            msg = f"must have one of {', '.join(_CHOICES[name])} for {name!r}"
            raise ValueError(msg)
    if missing := [name for name in _REQUIRED if not value.get(name)]:
        msg = f"must have {missing[0]!r}, as giscus.app shows it"
        raise ValueError(msg)
    if not _REPOSITORY.fullmatch(value["repo"]):
        msg = "must have 'repo' as owner/name"
        raise ValueError(msg)
    return Giscus(**value)


def comments_of(giscus: Giscus, post: Post, language: str) -> Comments:
    """Return what the page of *post* needs to load its comments."""
    name = post.docname.removesuffix("/index")
    data = {
        "repo": giscus.repo,
        "repo-id": giscus.repo_id,
        "category": giscus.category,
        "category-id": giscus.category_id,
        "mapping": giscus.mapping,
        "term": name if giscus.mapping == "specific" else "",
        "strict": str(int(giscus.strict)),
        "reactions-enabled": str(int(giscus.reactions_enabled)),
        "emit-metadata": str(int(giscus.emit_metadata)),
        "input-position": giscus.input_position,
        "lang": giscus.lang or _language(language),
    }
    term = post.title if giscus.mapping.endswith("title") else name
    return Comments(
        load=giscus.load,
        theme_light=giscus.theme_light,
        theme_dark=giscus.theme_dark,
        data=tuple((key, value) for key, value in data.items() if value),
        discussion_url=(
            f"https://github.com/{giscus.repo}/discussions"
            f"?discussions_q={quote(term, safe='')}"
        ),
    )


def _language(language: str) -> str:
    """Return Sphinx's *language* as giscus names it: ``zh-CN``, else without region."""
    name = language.replace("_", "-")
    return name if name.startswith("zh") else name.partition("-")[0]
