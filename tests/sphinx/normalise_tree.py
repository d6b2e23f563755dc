"""The shape of a comparable tree: phrases, or blocks with phrases in paragraphs."""

from __future__ import annotations

import re
from typing import Any, Final

Node = Any
"""Text (``str``), or ``[tag, attributes, children]``; JSON can hold it."""

_INLINE: Final = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi br button cite code del dfn em fnref i img input ins kbd label "
        "mark math picture q s samp script small strong sub sup time u var wbr",
    )
)
_BARE: Final = frozenset({"li", "td", "th", "dd", "dt", "summary", "caption"})
"""What holds a paragraph without a ``p``, or with one: nobody sees which."""
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")


def is_block(node: Node) -> bool:
    if isinstance(node, str):
        return False
    return node[0] not in _INLINE or (node[0] == "math" and "display" in node[1])


def merge(found: list[Node]) -> list[Node]:
    """Join neighbouring texts, and collapse their blanks."""
    merged: list[Node] = []
    for node in found:
        if isinstance(node, str) and merged and isinstance(merged[-1], str):
            merged[-1] += node
        else:
            merged.append(node)
    return [_BLANKS.sub(" ", n) if isinstance(n, str) else n for n in merged]


def in_blocks(found: list[Node], tag: str) -> list[Node]:
    """Return what an element holds: phrases, or blocks with phrases in ``p``."""
    if tag in ("pre", "fnref"):
        return found
    if tag in _INLINE or tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6"):
        inside = [node for node in found if isinstance(node, str) or node[0]]
        if tag == "a" and any(node[0] == "img" for node in inside):
            inside = _trimmed(inside)
        if not any(map(is_block, inside)):
            return inside if tag in _INLINE else _trimmed(inside)
    made: list[Node] = []
    run: list[Node] = []
    for node in [*found, [None, {}, []]]:
        if not is_block(node):
            run.append(node)
            continue
        if text := _trimmed(run):
            made.append(["p", {}, text])
        run = []
        if node[0] == "p":
            made.extend(_split(node))
        elif node[0]:
            made.append(node)
    if tag in _BARE or (len(made) == 1 and tag == "figcaption"):
        return _without_first_p(made)
    return made


def _split(paragraph: Node) -> list[Node]:
    """Return a paragraph in parts, if it holds blocks; nothing if it is empty."""
    children = paragraph[2]
    if any(not isinstance(c, str) and (is_block(c) or c[0] == "p") for c in children):
        return list(children)
    return [paragraph] if children else []


def _without_first_p(made: list[Node]) -> list[Node]:
    if made and made[0][0] == "p" and not made[0][1]:
        return [*made[0][2], *made[1:]]
    return made


def without_last_blank(found: list[Node]) -> list[Node]:
    """Return *found* without the blanks that stand before a link back to the text."""
    if not found:
        return found
    *kept, last = found
    if isinstance(last, str):
        last = last.rstrip("\xa0 ")
        return [*kept, last] if last else kept
    if last[0] != "p":
        return found
    children = without_last_blank(last[2])
    return [*kept, [last[0], last[1], children]] if children else kept


def _trimmed(run: list[Node]) -> list[Node]:
    """Return phrases without the blanks at both ends and around line breaks."""
    run = [*run]
    for index, node in enumerate(run):
        if not isinstance(node, str):
            continue
        before = run[index - 1] if index else ["br"]
        after = run[index + 1] if index + 1 < len(run) else ["br"]
        if before[0] == "br":
            node = node.lstrip(" ")  # noqa: PLW2901 - what is left of it
        if after[0] == "br":
            node = node.rstrip(" ")  # noqa: PLW2901
        run[index] = node
    return [node for node in run if node != ""]
