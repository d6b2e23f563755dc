"""What the value of an attribute is, by the attribute's name."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final


class Kind(Enum):
    """What a value of an attribute means to a browser."""

    PLAIN = auto()
    URL = auto()
    CSS = auto()
    JS = auto()
    HTML = auto()
    SRCSET = auto()
    UNSAFE = auto()
    """Changes what else the page does, or what is sent; no template may name it."""


_ADDRESSES: Final = (
    "action archive background cite classid codebase data formaction href icon"
    " longdesc manifest poster profile src usemap xmlns"
)
_UNSAFE: Final = (
    "accept-charset async challenge charset content crossorigin defer enctype form"
    " formenctype formmethod formnovalidate http-equiv keytype language method"
    " novalidate pattern rel sandbox type value"
)
_NAMED: Final = {
    **dict.fromkeys(_ADDRESSES.split(), Kind.URL),
    **dict.fromkeys(_UNSAFE.split(), Kind.UNSAFE),
    "srcdoc": Kind.HTML,
    "srcset": Kind.SRCSET,
    "style": Kind.CSS,
    # Would be taken for an address by its name.
    "srclang": Kind.PLAIN,
}


def kind_of(name: str) -> Kind:
    """Return what the attribute of the lower-case *name* holds.

    ``data-`` and prefixes of namespaces do not count. Unknown names are judged by
    their looks: ``on…`` is a script, a name with src, uri or url in it an address.
    """
    if name.startswith("data-"):
        name = name[5:]
    else:
        prefix, colon, rest = name.partition(":")
        if colon and prefix == "xmlns":
            return Kind.URL
        name = rest if colon else name
    if name in _NAMED:
        return _NAMED[name]
    if name.startswith("on"):
        return Kind.JS
    if any(word in name for word in ("src", "uri", "url")):
        return Kind.URL
    return Kind.PLAIN
