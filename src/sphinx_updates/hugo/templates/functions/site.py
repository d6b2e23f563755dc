"""``site``, ``page`` and ``hugo``: what the host has of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.registry import function

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Runtime


@function("site", runtime=True)
def site(runtime: Runtime) -> object:
    """Return the site; nil where there is none."""
    return runtime.host.site


@function("page", runtime=True)
def page(runtime: Runtime) -> object:
    """Return the page that is made; nil where there is none."""
    return runtime.host.page


@function("hugo", runtime=True)
def hugo(runtime: Runtime) -> object:
    """Return what is known of Hugo; nil where there is no site."""
    return runtime.host.hugo
