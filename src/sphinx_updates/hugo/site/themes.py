"""What is known of themes: which shortcodes they bring, which Markdown they switch on.

A theme is often a module that is not on disk, so its name in the site's configuration
has to do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKS: Final = ("hugo", "hugoblox", "hugoblox-current", "scientific-python", "docsy")
"""The packs of shortcodes that we ship."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, or a family of them."""

    name: str
    """For people."""
    modules: re.Pattern[str]
    """Found in the path of a module import, or in the name of a theme."""
    packs: tuple[str, ...]
    """Before Hugo's own, which come last."""
    settings: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields of ``HugoSettings`` that its own configuration sets."""
    loads_math: bool = False
    """Whether its pages read ``$`` as math without being asked."""

    @property
    def family(self) -> str:
        """What its generations have in common."""
        return self.packs[0].removesuffix("-current")


# Sources: hugo.md 3 (module configuration), 4, 4b.3; survey D.
THEMES: Final = (
    Theme(
        name="Hugo Blox (bootstrap), Wowchemy, Academic",
        modules=re.compile(r"blox-bootstrap|wowchemy|hugo-academic", re.IGNORECASE),
        packs=("hugoblox",),
        settings={
            "unsafe": True,
            "attribute_block": True,
            "guess_syntax": True,
            "blockquote_alerts": True,
        },
    ),
    Theme(
        name="Hugo Blox",
        modules=re.compile(r"hugo-?blox|/kit/modules/", re.IGNORECASE),
        packs=("hugoblox-current",),
        settings={
            "unsafe": True,
            "attribute_block": True,
            "guess_syntax": True,
            "blockquote_alerts": True,
            "mark": True,
            "subscript": True,
            "superscript": True,
            "passthrough": True,
            "passthrough_block": (("\\[", "\\]"), ("$$", "$$")),
            "passthrough_inline": (("\\(", "\\)"), ("$", "$")),
            "dollar_math": True,
        },
        loads_math=True,
    ),
    Theme(
        name="Scientific Python",
        modules=re.compile(r"scientific-python", re.IGNORECASE),
        packs=("scientific-python",),
        settings={"unsafe": True},
        loads_math=True,
    ),
    Theme(
        name="Docsy",
        modules=re.compile(r"docsy", re.IGNORECASE),
        packs=("docsy",),
        settings={"blockquote_alerts": True, "math_fences": True},
    ),
)


def find_themes(config: Mapping[str, object]) -> tuple[Theme, ...]:
    """Return the known themes that *config* names, in its order.

    *config* has keys in lower case, as :func:`.settings.settings_from` makes them.
    """
    found = dict.fromkeys(
        theme
        for name in _names(config)
        for theme in THEMES
        if theme.modules.search(name)
    )
    # Of one family the more exact entry, which comes first, stands for both.
    families = {theme.family: theme for theme in reversed(THEMES) if theme in found}
    return tuple(theme for theme in found if theme is families[theme.family])


def packs_of(themes: tuple[Theme, ...]) -> tuple[str, ...]:
    """Return the packs that answer a name, the first one first."""
    return (*dict.fromkeys(pack for theme in themes for pack in theme.packs), "hugo")


def _names(config: Mapping[str, object]) -> Iterator[str]:
    module = config.get("module")
    imports = module.get("imports") if isinstance(module, Mapping) else None
    for entry in imports if isinstance(imports, list) else ():
        path = entry.get("path") if isinstance(entry, Mapping) else None
        if isinstance(path, str):
            yield path
    theme = config.get("theme")
    for name in theme if isinstance(theme, list) else [theme]:
        if isinstance(name, str):
            yield name
