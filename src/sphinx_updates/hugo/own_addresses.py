"""The absolute addresses that are this site, so that links to them are internal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from sphinx_updates.hugo.links import is_external

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCHEMES: Final = ("http", "https", "")
_USUAL_PORTS: Final = (None, 80, 443)


class _Base(NamedTuple):
    """An address in the form that all its spellings have in common."""

    host: str
    """Without ``www.``, with a port that is not the usual one."""
    path: str
    """Without a slash at the end: empty, or ``/sub/path``."""


class OwnAddresses:
    """The addresses under which this site is published."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """Know *addresses*; what is no absolute address of the web is left out."""
        bases = {base for a in addresses if (base := _read(a)) is not None}
        # The longest first: of a site and a folder of it the folder is meant.
        self._bases = sorted(bases, key=lambda base: (-len(base.path), base))

    def path_of(self, address: str) -> str | None:
        """Return *address* from the root of this site; None if it is another's.

        The path of the base is cut off, query and fragment stay. Whether it is
        ``http`` or ``https``, with or without ``www.``, makes no difference.
        """
        address = address.strip()
        if not self._bases or not is_external(address):
            return None
        found = _read(address)
        if found is None:
            return None
        for base in self._bases:
            if found.host == base.host and _is_below(found.path, base.path):
                path = urlsplit(address).path[len(base.path) :]
                return "/" + path.lstrip("/") + _after_path(address)
        return None

    def without_base(self, path: str) -> str | None:
        """Return the site path *path* without the path of a base; None without one.

        On a site that is published under a path authors write the whole of it.
        """
        for base in self._bases:
            if base.path and _is_below(path.rstrip("/"), base.path):
                return "/" + path[len(base.path) :].lstrip("/")
        return None


def is_web_address(address: str) -> bool:
    """Say whether *address* is an absolute one, with a host, by HTTP."""
    return "://" in address and _read(address) is not None


def _read(address: str) -> _Base | None:
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    # An address with a user in it asks for something else than the page.
    if parts.scheme.lower() not in _SCHEMES or not host or "@" in parts.netloc:
        return None
    name = _ascii(host) if port in _USUAL_PORTS else f"{_ascii(host)}:{port}"
    return _Base(name, parts.path.rstrip("/"))


def _ascii(host: str) -> str:
    """Return the one spelling of a host with letters of any script."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _is_below(path: str, base: str) -> bool:
    return path == base or path.startswith(base + "/")


def _after_path(address: str) -> str:
    """Return the query and the fragment of *address*, with their marks."""
    marks = [place for mark in "?#" if (place := address.find(mark)) >= 0]
    return address[min(marks) :] if marks else ""
