"""The address that ``urls.Parse`` gives, with the fields and methods of Go's."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote_plus, unquote_to_bytes

from sphinx_updates.hugo.templates import go_url
from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.quoting import utf8
from sphinx_updates.hugo.templates.values import MapObject, Object, reachable


class URLObject(Object):
    """An address in its parts."""

    __slots__ = ("_url",)
    go_type = "*url.URL"

    def __init__(self, url: go_url.Address) -> None:
        self._url = url

    def go_string(self) -> str:
        """Return the whole address."""
        return str(self._url)

    @reachable("String")
    def text(self) -> str:
        """Return the whole address."""
        return str(self._url)

    @reachable("Scheme")
    def scheme(self) -> str:
        """Return what stands before the first colon, in lower case."""
        return self._url.scheme

    @reachable("Opaque")
    def opaque(self) -> str:
        """Return what follows the scheme of an address such as ``mailto:``."""
        return self._url.opaque

    @reachable("User")
    def user(self) -> object:
        """Return name and password; nothing without a name."""
        return None if self._url.user is None else UserObject(self._url)

    @reachable("Host")
    def host(self) -> str:
        """Return the host with its port."""
        return self._url.host

    @reachable("Hostname")
    def host_name(self) -> str:
        """Return the host without its port."""
        return self._url.host_name

    @reachable("Port")
    def port(self) -> str:
        """Return the port."""
        return self._url.port

    @reachable("Path")
    def path(self) -> str:
        """Return the path, decoded."""
        return self._url.path

    @reachable("RawPath")
    def raw_path(self) -> str:
        """Return the path as given, if it is not written in the common way."""
        return self._url.raw_path

    @reachable("EscapedPath")
    def escaped_path(self) -> str:
        """Return the path as it stands in the address."""
        return self._url.escaped_path

    @reachable("RawQuery")
    def raw_query(self) -> str:
        """Return what stands after the question mark."""
        return self._url.query

    @reachable("ForceQuery")
    def force_query(self) -> bool:
        """Say whether nothing stands after the question mark."""
        return self._url.has_query

    @reachable("OmitHost")
    def omit_host(self) -> bool:
        """Say whether an empty host is left out, which it is."""
        return False

    @reachable("Query")
    def query(self) -> Values:
        """Return the values of the query by their names."""
        return Values.of(self._url.query)

    @reachable("Fragment")
    def fragment(self) -> str:
        """Return what stands after the number sign, decoded."""
        return self._url.fragment

    @reachable("RawFragment")
    def raw_fragment(self) -> str:
        """Return nothing: fragments are written in the common way here."""
        return ""

    @reachable("EscapedFragment")
    def escaped_fragment(self) -> str:
        """Return the fragment as it stands in the address."""
        return self._url.escaped_fragment

    @reachable("IsAbs")
    def is_absolute(self) -> bool:
        """Say whether there is a scheme."""
        return bool(self._url.scheme)

    @reachable("RequestURI")
    def request(self) -> str:
        """Return path and query."""
        return self._url.request

    @reachable("Redacted")
    def redacted(self) -> str:
        """Return the whole address with another password."""
        has_secret = self._url.password is not None
        shown = replace(self._url, password="xxxxx") if has_secret else self._url  # noqa: S106
        return str(shown)

    @reachable("JoinPath")
    def join(self, *parts: object) -> URLObject:
        """Return the address with more parts in its path."""
        return URLObject(go_url.join(self._url, tuple(map(to_string, parts))))

    @reachable("Parse")
    def parse(self, text: object) -> URLObject:
        """Return where a text leads from here."""
        return URLObject(go_url.resolve(self._url, go_url.parse(to_string(text))))

    @reachable("ResolveReference")
    def resolve(self, other: object) -> URLObject:
        """Return where another address leads from here."""
        if not isinstance(other, URLObject):
            raise FunctionError("wrong type for value; expected *url.URL")
        return URLObject(go_url.resolve(self._url, other.address))

    @property
    def address(self) -> go_url.Address:
        """The parts; not for templates."""
        return self._url


class UserObject(Object):
    """Name and password in an address."""

    __slots__ = ("_url",)
    go_type = "*url.Userinfo"

    def __init__(self, url: go_url.Address) -> None:
        self._url = url

    def go_string(self) -> str:
        """Return both as they stand in the address."""
        return self._url.user_text

    @reachable("String")
    def text(self) -> str:
        """Return both as they stand in the address."""
        return self._url.user_text

    @reachable("Username")
    def name(self) -> str:
        """Return the name."""
        return self._url.user or ""


class Values(MapObject):
    """The values of a query: a list of texts for each name."""

    __slots__ = ()
    go_type = "url.Values"

    @classmethod
    def of(cls, query: str) -> Values:
        """Return the values; what cannot be read is left out, as Go leaves it out."""
        found = cls()
        for pair in query.split("&"):
            if not pair or ";" in pair:
                continue
            name, _, value = pair.partition("=")
            try:
                key, text = _plain(name), _plain(value)
            except go_url.AddressError:
                continue
            values = found.setdefault(key, [])
            if isinstance(values, list):
                values.append(text)
        return found

    @reachable("Get")
    def first(self, name: object) -> str:
        """Return the first value of a name; empty without one."""
        values = self.get(to_string(name))
        return to_string(values[0]) if isinstance(values, list) and values else ""

    @reachable("Has")
    def has(self, name: object) -> bool:
        """Say whether there is a value of that name."""
        return to_string(name) in self

    @reachable("Encode")
    def encode(self) -> str:
        """Return the values as a query, in the order of their names."""
        pairs = (
            f"{quote_plus(utf8(name))}={quote_plus(utf8(to_string(value)))}"
            for name, values in sorted(self.items())
            if isinstance(values, list)
            for value in values
        )
        return "&".join(pairs)


def _plain(text: str) -> str:
    go_url.unescape(text)
    return unquote_to_bytes(utf8(text.replace("+", " "))).decode(
        "utf-8", "surrogateescape"
    )
