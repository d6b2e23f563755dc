"""Raw HTML in pieces, with the place of each: tags, texts, and the addresses in tags.

As a browser cuts it, so whatever is malformed is a piece as well. One pass, no
recursion: the time is bounded by the length of the text.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sphinx_updates.hugo.links import is_external

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# fmt: off
VOID: Final = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img",
    "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
})
"""Elements that have no end tag."""

RAW: Final = frozenset({
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea",
    "title", "xmp",
})
"""Elements whose content is text, whatever it looks like."""
# fmt: on

Kind = Literal["text", "start", "end", "other"]
Use = Literal["link", "image", "file", "frame"]

_TAG: Final = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
_OTHER: Final = re.compile(r"<(?:!--(?:>|->)?|[!?/])")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]++))?)?+""",
    re.VERBOSE,
)
_END: Final = re.compile(r"[\s/]*+>")
_COMMENT_END: Final = re.compile(r"--!?>")
_CANDIDATE: Final = re.compile(r"[^\s,]\S*+")
_SPACE: Final = " \t\r\n\f"

# What leads somewhere, what shows a picture, what names another file.
_USES: Final[dict[str, dict[str, Use]]] = {
    "a": {"href": "link"},
    "area": {"href": "link"},
    "audio": {"src": "file"},
    "body": {"background": "image"},
    "embed": {"src": "frame"},
    "iframe": {"src": "frame"},
    "image": {"href": "image"},
    "img": {"src": "image", "srcset": "image"},
    "input": {"src": "image"},
    "link": {"href": "file"},
    "object": {"data": "frame"},
    "script": {"src": "file"},
    "source": {"src": "file", "srcset": "image"},
    "table": {"background": "image"},
    "td": {"background": "image"},
    "th": {"background": "image"},
    "tr": {"background": "image"},
    "track": {"src": "file"},
    "video": {"src": "file", "poster": "image"},
}
_PLACES: Final = ("#", "#top")


class Attribute(NamedTuple):
    """An attribute of a tag; the first of a name counts."""

    name: str
    """In lower case."""
    value: str
    """Without its entities."""
    start: int
    """Where the value stands in the text, without its quotes."""
    end: int
    is_quoted: bool


class Piece(NamedTuple):
    """A piece of HTML; the pieces side by side are the text."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    """Of a tag, in lower case."""
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, name: str) -> Attribute | None:
        """Return the first attribute *name*; None if there is none."""
        return next((a for a in self.attributes if a.name == name), None)


class Address(NamedTuple):
    """An address of this site in an attribute."""

    use: Use
    url: str
    start: int
    end: int
    is_quoted: bool


def pieces(html: str) -> Iterator[Piece]:
    """Yield the pieces of *html*; a tag that never ends is text."""
    position = text = 0
    while (begin := html.find("<", position)) >= 0:
        piece = _tag(html, begin) or _other(html, begin)
        if piece is None:
            position = begin + 1
            continue
        if piece.end > len(html):
            break
        if text < begin:
            yield Piece("text", text, begin)
        yield piece
        position = text = piece.end
        if piece.kind == "start" and piece.name in RAW:
            position = _raw_end(html, text, piece.name)
            if text < position:
                yield Piece("text", text, position)
            text = position
    if text < len(html):
        yield Piece("text", text, len(html))


def addresses(
    html: str, is_own: Callable[[str], bool] = lambda _url: False
) -> list[Address]:
    """Return the addresses of this site in *html*: no others, no scripts, no data.

    :param is_own: Whether an absolute address is one of this site.
    """
    return [
        address
        for piece in pieces(html)
        if piece.kind == "start" and piece.name in _USES
        for address in _addresses_of(html, piece, _USES[piece.name])
        if _is_relative(address.url) or is_own(address.url)
    ]


def ids_in(html: str) -> Iterator[str]:
    """Yield what a fragment may name in *html*: ids, and the names of anchors."""
    for piece in pieces(html):
        if piece.kind != "start":
            continue
        for name in ("id", "name") if piece.name == "a" else ("id",):
            if (found := piece.attribute(name)) and found.value:
                yield found.value


def _addresses_of(html: str, piece: Piece, uses: dict[str, Use]) -> Iterator[Address]:
    seen: set[str] = set()
    for name, value, start, end, is_quoted in piece.attributes:
        if name not in uses or name in seen:
            continue
        seen.add(name)
        if name != "srcset":
            blank = len(html[start:end]) - len(html[start:end].lstrip(_SPACE))
            written = html[start:end].strip(_SPACE)
            begin = start + blank
            yield Address(
                uses[name], value.strip(_SPACE), begin, begin + len(written), is_quoted
            )
            continue
        for match in _candidates(html[start:end]):
            url = unescape(match[0].rstrip(","))
            begin = start + match.start()
            last = begin + len(match[0].rstrip(","))
            yield Address(uses[name], url, begin, last, is_quoted)


def _candidates(srcset: str) -> Iterator[re.Match[str]]:
    """Yield the addresses of a ``srcset``, without what is said of their size."""
    position = 0
    while match := _CANDIDATE.search(srcset, position):
        yield match
        position = match.end()
        if not match[0].endswith(","):
            comma = srcset.find(",", position)
            position = comma + 1 if comma >= 0 else len(srcset)


def _is_relative(url: str) -> bool:
    return bool(url) and url not in _PLACES and not is_external(url)


def _tag(html: str, begin: int) -> Piece | None:
    """Return the tag at *begin*; one without an end reaches behind the text."""
    match = _TAG.match(html, begin)
    if match is None:
        return None
    attributes: list[Attribute] = []
    position = match.end()
    while not (end := _END.match(html, position)):
        found = _ATTRIBUTE.match(html, position)
        if found is None:
            return Piece("text", begin, len(html) + 1)
        attributes.append(_attribute(found))
        position = found.end()
    kind: Kind = "end" if match[1] else "start"
    return Piece(kind, begin, end.end(), match[2].lower(), tuple(attributes))


def _attribute(found: re.Match[str]) -> Attribute:
    name = found["name"].lower()
    for group in ("double", "single", "bare"):
        if found[group] is not None:
            start, end = found.span(group)
            return Attribute(name, unescape(found[group]), start, end, group != "bare")
    return Attribute(name, "", found.end(), found.end(), is_quoted=False)


def _other(html: str, begin: int) -> Piece | None:
    """Return the comment or declaration at *begin*; what never ends takes the rest."""
    match = _OTHER.match(html, begin)
    if match is None:
        return None
    if match[0] == "<!--":
        closing = _COMMENT_END.search(html, match.end())
        end = closing.end() if closing else len(html)
    elif match[0].startswith("<!--"):
        end = match.end()
    else:
        end = html.find(">", match.end()) + 1 or len(html)
    return Piece("other", begin, end)


def _raw_end(html: str, start: int, name: str) -> int:
    """Return where the text of a raw element ends."""
    if name == "plaintext":
        return len(html)
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, start)
    return closing.start() if closing else len(html)
