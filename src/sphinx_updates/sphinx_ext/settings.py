"""From ``updates_site`` or ``updates_hugo`` to Hugo's settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_updates.hugo.site.settings import (
    HugoSettings,
    read_config,
    settings_from,
)
from sphinx_updates.hugo.site.site_config import read_site_config
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_updates.hugo.site.site_config import SiteConfig
    from sphinx_updates.sphinx_ext.config import UpdatesConfig

_logger = logging.getLogger(__name__)

DEFAULTS = replace(
    HugoSettings(), unsafe=True, dollar_math=True, blockquote_alerts=True
)
"""Of posts without a Hugo configuration: most real sites have all of it switched on,
alerts by their theme's hook for quotes."""


def chosen_language(config: Config) -> str:
    """Return Sphinx's ``language`` if somebody set it; "" for its default.

    A site whose default language is another one should not lose it to Sphinx's.
    """
    given = {**getattr(config, "_raw_config", {}), **config.overrides}
    return str(config.language or "") if "language" in given else ""


def read_site(config: UpdatesConfig, confdir: Path, language: str) -> SiteConfig | None:
    """Return the configuration of the site of ``updates_site``; None without one.

    Its problems are among those of the site's content.

    :param language: That of the docs; the site's default one counts if it is not one of
        the site's.
    """
    if not config.site:
        return None
    root = Path(os.path.normpath(confdir / config.site))
    site = read_site_config(root)
    wanted = next((one for one in site.languages.built if one.key == language), None)
    if wanted is not None and wanted.key != site.language.key:
        site = read_site_config(root, language=wanted.key)
    for note in site.notes:
        _logger.info("%s: %s", root, note)
    return site


def read_settings(config: UpdatesConfig, confdir: Path) -> HugoSettings:
    """Return the settings for the posts; what cannot be used is a warning.

    A dict changes :data:`DEFAULTS`; a file is a site's own configuration, and what it
    does not say is as Hugo has it.
    """
    if isinstance(config.hugo, Mapping):
        settings, problems = settings_from(config.hugo, DEFAULTS)
        location = "updates_hugo"
    else:
        file = Path(os.path.normpath(confdir / config.hugo))
        values, unread = read_config(file)
        settings, problems = settings_from(values, HugoSettings())
        problems = (*unread, *problems)
        location = str(file)
    for problem in problems:
        warn(problem.kind, f"{location}: {problem.message}")
    return settings
