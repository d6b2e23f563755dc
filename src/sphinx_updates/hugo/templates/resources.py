"""Resources: the files that templates ask for, and what is made of them.

A file is read when its content is asked for, and published when its address is.
Source: hugo@0.168 resources, every rule run; see the golden cases.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.media_types import MediaType, type_of
from sphinx_updates.hugo.templates.values import Object, Params, reachable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_updates.hugo.templates.host import Host

MAX_BYTES: Final = 100_000_000
"""The largest file that a template can read; far larger than any picture."""

_METHODS_OF_IMAGES: Final = (
    "Colors", "Crop", "Exif", "Fill", "Filter", "Fit", "Height", "Meta", "Process",
    "Resize", "Width",
)  # fmt: skip
_NO_IMAGE: Final = (
    "does not support this method: use reflect.IsImageResource, "
    "reflect.IsImageResourceProcessable, or reflect.IsImageResourceWithMeta to check "
    "if the resource supports this method before calling it"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a resource comes from and where it goes."""

    name: str
    """What templates find it by; a global one begins with a slash."""
    path: str
    """Where it is published, from the root of the site, without a slash before."""
    read: Callable[[], bytes]
    """Returns the content; raises ``FunctionError`` if there is none."""
    address: str = ""
    """The address from the root if somebody else publishes it; empty otherwise."""
    file: str = ""
    """The file from the root of the site, for messages; empty if there is none."""
    title: str = ""
    """Like :attr:`name` if empty."""
    params: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    """What ``.Data`` gives: the ``Integrity`` of a fingerprint."""


class Resource(Object):
    """A file, as templates see it."""

    go_type = "*resources.resourceAdapter"

    def __init__(
        self, host: Host, source: Callable[[], Source], kind: MediaType
    ) -> None:
        """Take what gives the source when something of it is asked for."""
        self.host = host
        self._make_source = source
        self.kind = kind

    @cached_property
    def source(self) -> Source:
        """Where it comes from and where it goes."""
        return self._make_source()

    @cached_property
    def content(self) -> bytes:
        """The bytes."""
        content = self.source.read()
        if len(content) > MAX_BYTES:
            raise FunctionError(f"the file is larger than {MAX_BYTES} bytes")
        return content

    def text(self) -> str:
        """Return the content as text; bytes that are no UTF-8 stay."""
        return self.content.decode("utf-8", "surrogateescape")

    @cached_property
    def address(self) -> str:
        """The address from the root; asking for it publishes the file."""
        source = self.source
        return source.address or self.host.publish(source.path, self.content)

    def method(self, name: str) -> Callable[..., object] | None:
        """Return the method *name*; one of images says that this is none."""
        found = super().method(name)
        if found is None and name in _METHODS_OF_IMAGES:
            return self._refuse
        return found

    def _refuse(self, *_arguments: object) -> object:
        name, kind = self.source.name, self.kind.name
        raise FunctionError(f'resource "{name}" of media type "{kind}" {_NO_IMAGE}')

    def go_string(self) -> str:
        """Return the name."""
        return self.source.name

    @reachable("Name")
    def name(self) -> str:
        """Return the name that templates find it by."""
        return self.source.name

    @reachable("Title")
    def title(self) -> str:
        """Return the title; the name if it has none."""
        return self.source.title or self.source.name

    @reachable("Params")
    def params(self) -> Params:
        """Return what the page that has it says of it."""
        return Params.of(self.source.params)

    @reachable("Data")
    def data(self) -> dict[str, object]:
        """Return what was found out while it was made."""
        return dict(self.source.data)

    @reachable("Key")
    def key(self) -> str:
        """Return what no other resource has."""
        return f"/{self.source.path}"

    @reachable("MediaType")
    def media_type(self) -> MediaType:
        """Return the type of the file."""
        return self.kind

    @reachable("ResourceType")
    def resource_type(self) -> str:
        """Return the kind of the file: ``image``, ``text``."""
        return self.kind.main

    @reachable("Content")
    def template_content(self) -> str:
        """Return the content as text."""
        return self.text()

    @reachable("RelPermalink")
    def rel_permalink(self) -> str:
        """Return the address from the root, and publish the file."""
        return self.address

    @reachable("Permalink")
    def permalink(self) -> str:
        """Return the whole address, and publish the file."""
        return urljoin(self.host.base_url, self.address)

    @reachable("Publish")
    def publish(self) -> str:
        """Publish the file."""
        return self.address[:0]

    def transformed(self, change: Callable[[Source], Source], path: str) -> Resource:
        """Return what *change* makes of it when something of it is asked for.

        :param path: Tells which kind of file it becomes.
        """
        kind = type_of(path)
        return resource_class(kind)(self.host, lambda: change(self.source), kind)

    def copied(self, path: str) -> Resource:
        """Return the same content to be published at *path*."""
        kind = type_of(path) if "." in posixpath.basename(path) else self.kind
        source = replace(
            self.source, path=clean_path(path), address="", read=lambda: self.content
        )
        return resource_class(kind)(self.host, lambda: source, kind)


def clean_path(path: str) -> str:
    """Return *path* from the root of the site, which it cannot leave."""
    return posixpath.normpath(f"/{path}").lstrip("/")


def make_resource(host: Host, source: Source) -> Resource:
    """Return the resource of a file, a picture if it is one."""
    kind = type_of(source.path)
    return resource_class(kind)(host, lambda: source, kind)


def resource_class(kind: MediaType) -> type[Resource]:
    """Return the class for files of a type."""
    # Pictures are resources, and resources make pictures.
    from sphinx_updates.hugo.templates.images import (  # noqa: PLC0415
        PROCESSABLE,
        Picture,
    )

    is_picture = kind.main == "image" and kind.subtype in PROCESSABLE
    return Picture if is_picture else Resource
