"""The configuration of a whole Hugo site: its settings, languages, folders and themes.

Nothing is read but the site's own files: no variable of the environment changes what
comes out, unlike in Hugo.
"""

from __future__ import annotations

import os
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.config_file import is_folder
from sphinx_updates.hugo.site.config_merge import (
    Table,
    add_defaults,
    as_table,
    for_language,
    set_strategies,
    without_strategies,
)
from sphinx_updates.hugo.site.languages import (
    FALLBACK,
    Language,
    Languages,
    read_languages,
)
from sphinx_updates.hugo.site.mounts import Mounts
from sphinx_updates.hugo.site.settings import HugoSettings, settings_from
from sphinx_updates.hugo.site.theme_folders import (
    ThemeFolder,
    Themes,
    find_themes_on_disk,
    read_config_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.config_file import Faults
    from sphinx_updates.hugo.site.mount_point import MountPoint

_WITHOUT_EFFECT: Final = {
    "enablegitinfo": "the date of the last change is not taken from Git",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """What the configuration of a site says for one of its languages."""

    root: Path
    """Absolute."""
    environment: str
    config: Mapping[str, Any] = field(hash=False)
    """Everything, with themes and the language merged in; keys in lower case."""
    settings: HugoSettings
    language: Language
    """The one that is built."""
    languages: Languages
    content: tuple[MountPoint, ...] = ()
    """Of all languages, as in the other components; the first one has precedence."""
    static: tuple[MountPoint, ...] = ()
    assets: tuple[MountPoint, ...] = ()
    data: tuple[MountPoint, ...] = ()
    i18n: tuple[MountPoint, ...] = ()
    layouts: tuple[MountPoint, ...] = ()
    themes: tuple[ThemeFolder, ...] = ()
    """Those on disk, in the order of precedence."""
    missing_themes: tuple[str, ...] = ()
    """Names of those that are not; no problem, as a site may be read without them."""
    files: tuple[Path, ...] = ()
    """The configuration files that were read."""
    problems: Faults = ()
    notes: tuple[str, ...] = ()
    """Settings that the site has and that change nothing here, each with the reason."""

    @property
    def title(self) -> str:
        """The title of the site in the language."""
        return self.settings.title

    @property
    def params(self) -> Mapping[str, Any]:
        """The site's own parameters in the language; keys in lower case."""
        return self.settings.params


def read_site_config(
    root: Path, *, environment: str = "production", language: str = ""
) -> SiteConfig:
    """Return the configuration of the Hugo site in the folder *root*.

    Never raises for what lies there.

    :param language: Key of the language to build; ``""`` for the default one.
    """
    root = Path(os.path.abspath(root))  # noqa: PTH100 - links in it stay as they are
    own = read_config_of(root, environment)
    themes = find_themes_on_disk(root, own.config, environment)
    config = _merge(own.config, themes)
    languages = read_languages(config)
    mounts = _collect_mounts(
        root, config, as_table(own.config.get("module")), languages, themes
    )
    main = own.files[0] if own.files else root
    problems: list[tuple[Path, Problem]] = [*own.faults]
    for theme in themes.found:
        problems += theme.read.faults
    if not own.files:
        problems.append((root, _problem("there is no hugo.toml, .yaml or .json")))
    chosen = languages.get(language or languages.default)
    if chosen is None:
        keys = ", ".join(one.key for one in languages.built)
        fault = (
            f"the site has no language {language!r}, expected one of {keys}; "
            f"using {languages.default!r}"
        )
        problems.append((main, _problem(fault)))
    chosen = chosen or languages.get(languages.default) or languages.all[0]
    tables = as_table(config.get("languages"))
    merged = for_language(config, as_table(tables.get(chosen.key)))
    plain = without_strategies(merged)
    settings, faults = _settings(plain, chosen, themes, environment)
    found = (*themes.problems, *languages.problems, *mounts.problems, *faults)
    problems += [(main, problem) for problem in dict.fromkeys(found)]
    return SiteConfig(
        root=root,
        environment=environment,
        config=plain,
        settings=settings,
        language=chosen,
        languages=languages,
        content=mounts.of("content"),
        static=mounts.of("static"),
        assets=mounts.of("assets"),
        data=mounts.of("data"),
        i18n=mounts.of("i18n"),
        layouts=mounts.of("layouts"),
        themes=themes.found,
        missing_themes=themes.missing,
        files=(
            *own.files,
            *(file for theme in themes.found for file in theme.read.files),
        ),
        problems=tuple(problems),
        notes=tuple(
            f"{key!r} has no effect: {reason}"
            for key, reason in _WITHOUT_EFFECT.items()
            if plain.get(key) is True
        ),
    )


def _merge(own: Table, themes: Themes) -> Table:
    """Return the site's configuration with those of its themes below it."""
    config = deepcopy(own)
    # Hugo has one before it looks at themes, which matters for how it merges them.
    languages = as_table(config.setdefault("languages", {}))
    if not languages:
        named = config.get("defaultcontentlanguage")
        languages[named.lower() if isinstance(named, str) else FALLBACK] = {}
    set_strategies(config)
    for theme in themes.found:
        if not theme.ignores_config:
            add_defaults(config, theme.read.config)
    # For tables that themes brought, which languages merge with the site's.
    set_strategies(config)
    return config


def _collect_mounts(
    root: Path, config: Table, module: Table, languages: Languages, themes: Themes
) -> Mounts:
    mounts = Mounts(root, languages)
    if is_folder(root):
        mounts.add_site(config, module.get("mounts"))
    for theme in themes.found:
        if theme.has_mounts:
            mounts.add_theme(theme.name, theme.folder, theme.mounts)
    return mounts


def _settings(
    plain: Table, chosen: Language, themes: Themes, environment: str
) -> tuple[HugoSettings, tuple[Problem, ...]]:
    """Return the settings in a language, known themes of themes included."""
    config = {**plain, "defaultcontentlanguage": chosen.key}
    config["theme"] = list(themes.names)
    settings, problems = settings_from(config, environment=environment)
    return (
        replace(settings, locale=chosen.locale, url_prefix=chosen.prefix),
        problems,
    )


def _problem(message: str) -> Problem:
    return Problem(ProblemKind.CONFIG, f"hugo configuration: {message}")
