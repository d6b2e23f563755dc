"""What kind of thing a value is.

Source: hugo@0.168 tpl/reflect, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_updates.hugo.templates.images import Picture
from sphinx_updates.hugo.templates.objects.page_tree import PageTree
from sphinx_updates.hugo.templates.objects.site import SiteObjectOfHugo
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.resources import Resource
from sphinx_updates.hugo.templates.sequences import is_slice


@function("reflect.IsMap")
def is_map(value: object) -> bool:
    """Say whether it is a map."""
    return isinstance(value, Mapping)


@function("reflect.IsSlice")
def is_list(value: object) -> bool:
    """Say whether it is a list."""
    return is_slice(value)


@function("reflect.IsPage")
def is_page(value: object) -> bool:
    """Say whether it is a page."""
    return isinstance(value, PageTree)


@function("reflect.IsSite")
def is_site(value: object) -> bool:
    """Say whether it is a site."""
    return isinstance(value, SiteObjectOfHugo)


@function("reflect.IsResource")
def is_resource(value: object) -> bool:
    """Say whether it is a file that can be published; pages can be."""
    return isinstance(value, Resource | PageTree)


@function("reflect.IsImageResource")
def is_image(value: object) -> bool:
    """Say whether it is a picture of any kind."""
    return isinstance(value, Resource) and value.kind.main == "image"


@function("reflect.IsImageResourceProcessable")
def is_processable(value: object) -> bool:
    """Say whether it is a picture that others can be made of."""
    return isinstance(value, Picture)


@function("reflect.IsImageResourceWithMeta")
def is_image_with_meta(value: object) -> bool:
    """Say whether it is a picture with a width and a height."""
    return isinstance(value, Picture)
