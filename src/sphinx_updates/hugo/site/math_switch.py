"""Whether a site or a page asks for mathematics, as themes let them ask.

A theme loads its script for formulas on the pages that want them; Hugo itself knows
nothing of it. The keys are those that themes document, nothing else is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx_updates.hugo.front_matter import FrontMatter
    from sphinx_updates.hugo.site.settings import HugoSettings

_SITE_KEYS: Final = (
    "features.math",
    "math",
    "katex",
    "mathjax",
    "page.math",
    "enablemath",
    "usemath",
    "use_math",
)
_PAGE_KEYS: Final = ("katex", "mathjax", "enablemath", "usemath", "use_math")
_SWITCHES: Final = ("enable", "enabled")
_SCRIPTS: Final = ("katex", "mathjax", "true")


def site_math(params: Mapping[str, object]) -> bool | None:
    """Return whether the site's *params* switch math on or off; None if neither."""
    return _first(params, _SITE_KEYS)


def with_page_math(settings: HugoSettings, front_matter: FrontMatter) -> HugoSettings:
    """Return the settings of one page, which may switch ``$`` on or off itself."""
    switch = front_matter.math
    if switch is None:
        switch = _first(front_matter.params, _PAGE_KEYS)
    if switch is None or settings.passthrough:
        return settings
    return replace(settings, dollar_math=switch)


def _first(params: Mapping[str, object], keys: tuple[str, ...]) -> bool | None:
    found = [switch for key in keys if (switch := _switch(params, key)) is not None]
    return any(found) if found else None


def _switch(params: Mapping[str, object], key: str) -> bool | None:
    value: object = params
    for name in key.split("."):
        value = _lower(value).get(name) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        table = _lower(value)
        value = next((table[name] for name in _SWITCHES if name in table), None)
    if isinstance(value, str):
        if value.lower() == "false":
            return False
        return True if value.lower() in _SCRIPTS else None
    return value if isinstance(value, bool) else None


def _lower(table: Mapping[object, object]) -> dict[str, object]:
    return {str(name).lower(): value for name, value in table.items()}
