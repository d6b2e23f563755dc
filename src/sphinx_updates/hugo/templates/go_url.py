"""Addresses as Go's ``net/url`` reads and writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote as percent_quote
from urllib.parse import unquote_to_bytes

from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.quoting import quote, utf8

_UNRESERVED: Final = "-_.~"
_IN_SEGMENT: Final = _UNRESERVED + "$&+=:@"
_IN_PATH: Final = _IN_SEGMENT + "/;,"
_IN_FRAGMENT: Final = _UNRESERVED + "$&+,/:;=?@!()*"
_IN_USER: Final = _UNRESERVED + "$&+,;="
_IN_HOST: Final = _UNRESERVED + "!$&'()*+,;=:[]<>\""
# What a path that was given escaped may have as it is.
_RAW_PATH: Final = re.compile(r"(?:[A-Za-z0-9_.~!$&'()*+,;=:@/\[\]-]|%[0-9a-fA-F]{2})*")
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9a-fA-F]{2}).{0,2}", re.DOTALL)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


class AddressError(ValueError):
    """A text that is no address; the message is Go's reason."""


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address, decoded but for the query and the opaque part."""

    scheme: str = ""
    opaque: str = ""
    user: str | None = None
    password: str | None = None
    host: str = ""
    path: str = ""
    raw_path: str = ""
    """The path as given, where writing the decoded one would give another."""
    query: str = ""
    has_query: bool = False
    """Whether a ``?`` without anything after it was given."""
    fragment: str = ""

    @property
    def escaped_path(self) -> str:
        """The path as it stands in an address."""
        return self.raw_path or escape(self.path, _IN_PATH)

    @property
    def escaped_fragment(self) -> str:
        """The fragment as it stands in an address."""
        return escape(self.fragment, _IN_FRAGMENT)

    @property
    def user_text(self) -> str:
        """Name and password as they stand in an address; empty without a name."""
        if self.user is None:
            return ""
        name = escape(self.user, _IN_USER)
        secret = self.password
        return name if secret is None else f"{name}:{escape(secret, _IN_USER)}"

    @property
    def host_name(self) -> str:
        """The host without its port, and without the brackets of a number."""
        name = (
            self.host[: len(self.host) - len(self.port) - 1]
            if self.port
            else (self.host.removesuffix(":"))
        )
        return name[1:-1] if name.startswith("[") and name.endswith("]") else name

    @property
    def port(self) -> str:
        """The port of the host; empty without one."""
        found = re.search(r":([0-9]+)\Z", self.host)
        return found[1] if found else ""

    def __str__(self) -> str:
        """Return the whole address."""
        head = f"{self.scheme}:" if self.scheme else ""
        if self.opaque:
            head += self.opaque
        else:
            head += self._authority()
            path = self.escaped_path
            if path and not path.startswith("/") and self.host:
                head += "/"
            is_bare = not head and ":" in path.partition("/")[0]
            head += f"./{path}" if is_bare else path
        if self.query or self.has_query:
            head += f"?{self.query}"
        return f"{head}#{self.escaped_fragment}" if self.fragment else head

    def _authority(self) -> str:
        if not (self.host or self.user is not None):
            return "//" if self.path.startswith("//") else ""
        user = f"{self.user_text}@" if self.user is not None else ""
        return f"//{user}{escape(self.host, _IN_HOST)}"

    @property
    def request(self) -> str:
        """What a browser asks the host for: path and query."""
        path = self.opaque or self.escaped_path or "/"
        return f"{path}?{self.query}" if self.query or self.has_query else path


def escape(text: str, safe: str) -> str:
    """Return *text* with all but letters, digits and *safe* as percent signs."""
    return percent_quote(utf8(text), safe=safe)


def escape_segment(text: str) -> str:
    """Return *text* for one part of a path: a slash in it is no slash of the path."""
    return escape(text, _IN_SEGMENT)


def unescape(text: str) -> str:
    """Return *text* without percent signs.

    :raises AddressError: If one of them is not followed by two digits.
    """
    if bad := _BAD_ESCAPE.search(text):
        raise AddressError(f"invalid URL escape {quote(bad[0])}")
    return unquote_to_bytes(utf8(text)).decode("utf-8", "surrogateescape")


def parse(text: str) -> Address:
    """Return the parts of *text*.

    :raises FunctionError: With Go's message, if it is no address.
    """
    body, _, fragment = text.partition("#")
    try:
        found = _parse(body)
        return replace(found, fragment=unescape(fragment))
    except AddressError as error:
        shown = quote(text if fragment and "escape" in str(error) else body)
        raise FunctionError(f"parse {shown}: {error}") from error


def _parse(text: str) -> Address:
    if _CONTROL.search(text):
        raise AddressError("net/url: invalid control character in URL")
    scheme, rest = _split_scheme(text)
    rest, mark, query = rest.partition("?")
    found = Address(scheme=scheme, query=query, has_query=bool(mark) and not query)
    if not rest.startswith("/"):
        if scheme:
            return replace(found, opaque=rest)
        if ":" in rest.partition("/")[0]:
            raise AddressError("first path segment in URL cannot contain colon")
    if rest.startswith("//") and (scheme or not rest.startswith("///")):
        authority, slash, path = rest[2:].partition("/")
        rest = slash + path
        found = _with_authority(found, authority)
    path = unescape(rest)
    is_default = escape(path, _IN_PATH) == rest
    raw = rest if not is_default and _RAW_PATH.fullmatch(rest) else ""
    return replace(found, path=path, raw_path=raw)


def _split_scheme(text: str) -> tuple[str, str]:
    if text.startswith(":"):
        raise AddressError("missing protocol scheme")
    head, colon, rest = text.partition(":")
    if colon and _SCHEME.fullmatch(head):
        return head.lower(), rest
    return "", text


def _with_authority(found: Address, authority: str) -> Address:
    info, at, host = authority.rpartition("@")
    if at:
        name, colon, secret = info.partition(":")
        password = unescape(secret) if colon else None
        found = replace(found, user=unescape(name), password=password)
    return replace(found, host=_checked_host(host))


def _checked_host(host: str) -> str:
    after = host
    if host.startswith("["):
        inside, bracket, after = host.rpartition("]")
        if not bracket:
            raise AddressError("missing ']' in host")
        host = f"{inside}]{after}"
    name, colon, port = after.rpartition(":") if ":" in after else (after, "", "")
    if colon and port and not re.fullmatch("[0-9]+", port):
        raise AddressError(f"invalid port {quote(':' + port)} after host")
    if bad := re.search(r"[ \\^`{|}]", name):
        raise AddressError(f"invalid character {quote(bad[0])} in host name")
    return unescape(host)


def resolve(base: Address, other: Address) -> Address:
    """Return where *other* leads from *base*."""
    if other.scheme:
        return replace(other, path=_resolve_dots(other.path, absolute=True))
    if other.host or other.user is not None:
        clean = _resolve_dots(other.path, absolute=True)
        return replace(other, scheme=base.scheme, path=clean, raw_path="")
    if not other.path and not other.query and not other.has_query:
        other = replace(other, query=base.query)
        if not other.fragment:
            other = replace(other, fragment=base.fragment)
    folder = base.path.rpartition("/")[0] + "/" if "/" in base.path else ""
    path = other.path if other.path.startswith("/") else folder + other.path
    return replace(
        base,
        path=_resolve_dots(path if other.path else base.path, absolute=bool(base.host)),
        raw_path="",
        query=other.query,
        has_query=other.has_query,
        fragment=other.fragment,
    )


def _resolve_dots(path: str, *, absolute: bool) -> str:
    parts: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(parts) > 1 or (parts and parts[0]):
                parts.pop()
        elif segment != ".":
            parts.append(segment)
    if segments[-1] in (".", ".."):
        parts.append("")
    joined = "/".join(parts)
    return f"/{joined}" if absolute and not joined.startswith("/") else joined


def join(base: Address, parts: tuple[str, ...]) -> Address:
    """Return *base* with *parts* after its path, without empty parts and dots."""
    from sphinx_updates.hugo.templates.functions.path import clean_path  # noqa: PLC0415

    if not parts:
        return base
    written = base.escaped_path
    is_rooted = written.startswith("/") or bool(base.host)
    joined = "/".join(part for part in (written, *parts) if part)
    # A path cannot go above where it starts.
    clean = clean_path("/" + joined)
    if parts[-1].endswith("/") or (not parts[-1] and joined.endswith("/")):
        clean = clean if clean.endswith("/") else clean + "/"
    path = clean if is_rooted else clean[1:]
    try:
        decoded = unescape(path)
    except AddressError:
        return replace(base, path=path, raw_path="")
    raw = path if escape(decoded, _IN_PATH) != path else ""
    return replace(
        base, path=decoded, raw_path="" if not _RAW_PATH.fullmatch(raw) else raw
    )
