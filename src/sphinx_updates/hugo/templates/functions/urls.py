"""The ``urls`` namespace. Nothing is fetched: addresses are texts here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.hugo.anchors import make_id
from sphinx_updates.hugo.permalinks import sanitize
from sphinx_updates.hugo.templates import go_url
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.functions.path import flat, join_path
from sphinx_updates.hugo.templates.functions.url_object import URLObject
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.host import Host
    from sphinx_updates.hugo.templates.registry import Runtime


@function("urls.AbsURL", "absURL", runtime=True)
def abs_url(runtime: Runtime, path: object) -> str:
    """Return the address of a path under the site's, with scheme and host."""
    return _absolute(runtime.host, to_string(path), "")


@function("urls.AbsLangURL", "absLangURL", runtime=True)
def abs_lang_url(runtime: Runtime, path: object) -> str:
    """Return the address of a path in the site's language, with scheme and host."""
    host = runtime.host
    return _absolute(host, to_string(path), host.language_prefix)


@function("urls.RelURL", "relURL", runtime=True)
def rel_url(runtime: Runtime, path: object) -> str:
    """Return the address of a path under the site's, from the root of its host."""
    return _relative(runtime.host, to_string(path), "")


@function("urls.RelLangURL", "relLangURL", runtime=True)
def rel_lang_url(runtime: Runtime, path: object) -> str:
    """Return the address of a path in the site's language, from its host's root."""
    host = runtime.host
    return _relative(host, to_string(path), host.language_prefix)


def _parse(text: str) -> go_url.Address | None:
    try:
        return go_url.parse(text)
    except FunctionError:
        return None


def _is_elsewhere(text: str, address: go_url.Address | None) -> bool:
    return address is None or bool(address.scheme) or text.startswith("//")


def _absolute(host: Host, text: str, prefix: str) -> str:
    if _is_elsewhere(text, _parse(text)):
        return text
    base = _parse(host.base_url)
    if not text and not prefix:
        return host.base_url
    text = _with_prefix(text, prefix, text)
    address = _parse(text)
    if base is None or address is None:
        return text
    root = "/" if text.startswith("/") else base.path
    path = join_path("/", root, address.path)
    if address.path.endswith("/") and not path.endswith("/"):
        path += "/"
    if not base.host:
        path = path if base.path.startswith("/") or text.startswith("/") else path[1:]
    whole = go_url.Address(base.scheme, host=base.host, path=path)
    query = f"?{address.query}" if address.query or address.has_query else ""
    fragment = text.partition("#")[2]
    return f"{whole}{query}{'#' + fragment if fragment else ''}"


def _relative(host: Host, text: str, prefix: str) -> str:
    base = host.base_url
    given = text
    if base and text.startswith(base.rstrip("/") + "/"):
        text = text[len(base.rstrip("/")) + 1 :]
        # What stands under the site is a path from it.
        if not base.endswith("/") or base.count("/") <= 3:
            text = text if text or base.count("/") > 3 else given
    if text == given and _is_elsewhere(text, _parse(text)):
        return text
    text = _with_prefix(text, prefix, given)
    parsed = _parse(base)
    folder = parsed.path if parsed else ""
    root = "/" if text.startswith("/") else folder
    path = join_path("/", root, text)
    ends = text.endswith("/") or (not given and folder.endswith("/"))
    return f"{path}/" if ends and not path.endswith("/") else path


def _with_prefix(text: str, prefix: str, given: str) -> str:
    """Put the folder of the language first, unless *given* is in it already."""
    if not prefix or given.startswith((prefix, f"/{prefix}")):
        return text
    slash = "/" if text.startswith("/") else ""
    return f"{slash}{prefix}/{text.removeprefix('/')}"


@function("urls.Anchorize", "anchorize", runtime=True)
def anchorize(runtime: Runtime, text: object) -> str:
    """Return the id that a heading of this text has."""
    return make_id(to_string(text), runtime.host.anchor_style)


@function("urls.URLize", "urlize", runtime=True)
def urlize(runtime: Runtime, text: object) -> str:
    """Return the text as a part of an address."""
    host = runtime.host
    accents, lower = host.removes_accents, host.lowers_paths
    path = sanitize(to_string(text), remove_accents=accents, lower=lower)
    address = _parse(path)
    return str(address) if address else path


@function("urls.JoinPath")
def join_paths(*parts: object) -> str:
    """Return the parts as one address, in which the first may have a host."""
    texts = [to_string(part) for part in flat(parts)]
    if not texts:
        return ""
    if texts == [""]:
        return "/"
    joined = go_url.join(go_url.parse(texts[0]), tuple(texts[1:]))
    return str(joined)


@function("urls.Parse")
def parse(text: object) -> URLObject:
    """Return the parts of an address."""
    try:
        value = to_string(text)
    except FunctionError as error:
        raise FunctionError(f"error in Parse: {error}") from error
    return URLObject(go_url.parse(value))


@function("urls.PathEscape")
def path_escape(text: object) -> str:
    """Return the text for one part of a path."""
    return go_url.escape_segment(to_string(text))


@function("urls.PathUnescape")
def path_unescape(text: object) -> str:
    """Return the text of one part of a path."""
    try:
        return go_url.unescape(to_string(text))
    except go_url.AddressError as error:
        raise FunctionError(str(error)) from error


@function("urls.Ref", "ref", runtime=True)
def ref(runtime: Runtime, page: object, target: object) -> object:
    """Return the address of another page, with scheme and host."""
    return _refer(runtime, page, target, "Ref")


@function("urls.RelRef", "relref", runtime=True)
def relref(runtime: Runtime, page: object, target: object) -> object:
    """Return the address of another page, from the root of its host."""
    return _refer(runtime, page, target, "RelRef")


def _refer(runtime: Runtime, page: object, target: object, name: str) -> object:
    method = page.method(name) if isinstance(page, Object) else None
    if method is None:
        raise FunctionError("invalid Page received in Ref")
    options = target if isinstance(target, dict) else {"path": to_string(target)}
    return runtime.call(method, options)
