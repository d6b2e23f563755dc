"""Which absolute addresses are this site, by its configuration."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_updates.hugo.own_addresses import OwnAddresses
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def own_addresses(env: BuildEnvironment) -> OwnAddresses:
    """Return the addresses of Hugo's ``baseURL`` and of ``updates_self_urls``."""
    project = project_of(env)
    return _known((project.settings.base_url, *project.options.self_urls))


def own_path(address: str, env: BuildEnvironment) -> str | None:
    """Return *address* from the root of this site; None if it is another's."""
    return own_addresses(env).path_of(address)


def is_promised(address: str, env: BuildEnvironment) -> bool:
    """Say whether *address* is one of ``updates_self_urls``: this build must have it.

    Below Hugo's ``baseURL`` other projects are often published too.
    """
    return _known(project_of(env).options.self_urls).path_of(address) is not None


@lru_cache(maxsize=8)
def _known(addresses: tuple[str, ...]) -> OwnAddresses:
    return OwnAddresses(addresses)
