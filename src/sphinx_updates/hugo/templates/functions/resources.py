"""Global resources, the files of ``assets``, and what is made of them.

Source: hugo@0.168 tpl/resources, every rule run; see the golden cases.
"""

from __future__ import annotations

import hashlib
import posixpath
from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.site.globs import GlobError, check_glob
from sphinx_updates.hugo.templates.bounds import spend
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.formats.minify import minified
from sphinx_updates.hugo.templates.objects.resources import Resources
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.resources import (
    Resource,
    Source,
    clean_path,
    make_resource,
)
from sphinx_updates.hugo.templates.sequences import is_slice, items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_updates.hugo.templates.registry import Runtime
    from sphinx_updates.hugo.templates.values import Object

_HASHES: Final = ("md5", "sha256", "sha384", "sha512")


@function("resources.Get", runtime=True)
def get(runtime: Runtime, path: object) -> Object | None:
    """Return the resource at a path in ``assets``; None if there is none."""
    name = _inside(to_string(path))
    return runtime.host.resource(name) if name else None


def _inside(path: str) -> str:
    """Return *path* from the root of ``assets``; empty if it leads out of it."""
    steps = posixpath.normpath(path.lstrip("/"))
    return "" if steps in (".", "..") or steps.startswith("../") else steps


@function("resources.GetMatch", runtime=True)
def get_match(runtime: Runtime, pattern: object) -> Object | None:
    """Return the first resource that a glob matches; None if there is none."""
    found = _matching(runtime, pattern)
    return found[0] if found else None


@function("resources.Match", runtime=True)
def match(runtime: Runtime, pattern: object) -> Resources:
    """Return the resources that a glob matches."""
    return Resources(_matching(runtime, pattern))


@function("resources.ByType", runtime=True)
def by_type(runtime: Runtime, kind: object) -> Resources:
    """Return the resources of a main type, such as ``image``."""
    wanted = to_string(kind)
    found = (one for one in _matching(runtime, "**") if isinstance(one, Resource))
    return Resources(one for one in found if one.kind.main == wanted)


def _matching(runtime: Runtime, pattern: object) -> Sequence[Object]:
    glob = to_string(pattern).removeprefix("/")
    try:
        check_glob(glob)
    except GlobError as error:
        raise FunctionError(f"glob: {error}") from error
    found = runtime.host.resources_matching(glob)
    spend(len(found))
    by_name = sorted(found, key=_name)
    # Hugo lists them by suffix, the last one first.
    return sorted(
        by_name, key=lambda one: posixpath.splitext(_name(one))[1], reverse=True
    )


def _name(resource: Object) -> str:
    return resource.go_string()


@function("resources.FromString", runtime=True)
def from_string(runtime: Runtime, path: object, content: object) -> Resource:
    """Return a resource with a text, to be published at *path*."""
    target = clean_path(to_string(path))
    data = to_string(content).encode("utf-8", "surrogateescape")
    source = Source(name=f"/{target}", path=target, read=lambda: data)
    return make_resource(runtime.host, source)


@function("resources.Copy")
def copy(path: object, resource: object) -> Resource:
    """Return a resource with another address."""
    if not isinstance(resource, Resource):
        given = "nil" if resource is None else type_name(resource)
        raise FunctionError(
            f"interface conversion: interface is {given}, not resources.resourceCopier"
        )
    return resource.copied(to_string(path))


@function("resources.Concat", runtime=True)
def concat(runtime: Runtime, path: object, parts: object) -> Resource:
    """Return resources of one type one behind the other, to be published at *path*."""
    found = items(parts) if is_slice(parts) else []
    resources = [one for one in found if isinstance(one, Resource)]
    if not resources or len(resources) != len(found):
        raise FunctionError(
            f"expected slice of Resource objects, received {type_name(parts)} instead"
        )
    first = resources[0].kind.name
    for one in resources:
        if one.kind.name != first:
            raise FunctionError(
                "resources in Concat must be of the same Media Type, "
                f'got "{one.kind.name}" and "{first}"'
            )
    target = clean_path(to_string(path))
    # Programs must not run into each other.
    between = b"\n;\n" if resources[0].kind.subtype == "javascript" else b""

    def read() -> bytes:
        return between.join(one.content for one in resources)

    source = Source(name=f"/{target}", path=target, read=read)
    return make_resource(runtime.host, source)


@function("resources.Fingerprint", "fingerprint")
def fingerprint(*arguments: object) -> Resource:
    """Return a resource whose name has a hash of its content; sha256 by default."""
    name = to_string(arguments[0]) if len(arguments) > 1 else "sha256"
    resource = _resource(arguments[-1] if arguments else None)

    def change(source: Source) -> Source:
        if name not in _HASHES:
            raise _failed(
                "FINGERPRINT",
                resource,
                f'unsupported hash algorithm: "{name}", use either md5, sha256, sha384 '
                "or sha512",
            )
        digest = hashlib.new(name, resource.content, usedforsecurity=False)
        stem, suffix = posixpath.splitext(source.path)
        integrity = f"{name}-{b64encode(digest.digest()).decode()}"
        return replace(
            source,
            path=f"{stem}.{digest.hexdigest()}{suffix}",
            address="",
            read=lambda: resource.content,
            data={"Integrity": integrity},
        )

    return resource.transformed(change, resource.source.path)


@function("resources.Minify", "minify")
def minify(resource: object) -> Resource:
    """Return a resource without what only people need, named ``.min``.

    Only JSON becomes smaller; all else stays as it is.
    """
    found = _resource(resource)

    def change(source: Source) -> Source:
        kind = found.kind
        content = minified(kind.subtype, found.content)
        if content is None:
            raise _failed("MINIFY", found, "minifier does not exist for mimetype")
        stem, suffix = posixpath.splitext(source.path)
        return replace(
            source, path=f"{stem}.min{suffix}", address="", read=lambda: content
        )

    return found.transformed(change, found.source.path)


@function("resources.PostProcess")
def post_process(resource: object) -> Resource:
    """Return the resource: nothing waits for the end of the build."""
    return _resource(resource)


@function("resources.ExecuteAsTemplate", runtime=True)
def execute_as_template(
    runtime: Runtime, path: object, context: object, resource: object
) -> Resource:
    """Return what a resource gives if it is run as a template."""
    found = _resource(resource)
    target = clean_path(to_string(path))
    text = runtime.run_source(f"assets/{target}", found.text(), context)
    data = text.encode("utf-8", "surrogateescape")
    source = Source(name=f"/{target}", path=target, read=lambda: data)
    return make_resource(runtime.host, source)


def _resource(value: object) -> Resource:
    if isinstance(value, Resource):
        return value
    raise FunctionError(f"{type_name(value)} can not be transformed")


def _failed(doing: str, resource: Resource, reason: str) -> FunctionError:
    name = resource.source.name
    kind = resource.kind.name
    return FunctionError(f'{doing}: failed to transform "{name}" ({kind}): {reason}')
