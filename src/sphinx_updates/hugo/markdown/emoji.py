"""Emoji by name, ``:smile:``, with the names of Hugo's table: GitHub's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_NAME: Final = re.compile(r":([A-Za-z0-9_+-]+):")
_FULLY_QUALIFIED: Final = 2
# GitHub has given these two names to newer signs.
_RENAMED: Final = {"beetle": "\U0001fab2", "egg": "\U0001f95a"}


def emoji_plugin(md: MarkdownIt) -> None:
    """Replace the names of emoji, also inside of words; unknown ones stay."""
    md.inline.ruler.push("emoji", _replace)
    md.add_render_rule("emoji", _print)


def _print(_self: object, tokens: Sequence[Token], index: int, *_rest: object) -> str:
    return tokens[index].content


def _replace(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != ":":
        return False
    match = _NAME.match(state.src, state.pos, state.posMax)
    if match is None or match[1] not in emoji_names():
        return False
    if not silent:
        # Not text: an id is made from the name, and words are not joined by a sign.
        token = state.push("emoji", "", 0)
        token.content, token.markup = emoji_names()[match[1]], match[1]
    state.pos = match.end()
    return True


def with_emoji(text: str) -> str:
    """Return *text* with signs for the names of emoji; unknown names stay."""
    parts: list[str] = []
    place = 0
    while found := _NAME.search(text, place):
        sign = emoji_names().get(found[1])
        # The colon behind what is no name may begin the next one.
        end = found.end() - (sign is None)
        parts += (text[place : found.start()], sign or text[found.start() : end])
        place = end
    return "".join((*parts, text[place:]))


@cache
def emoji_names() -> Mapping[str, str]:
    """Return the signs by name; all of Hugo's, and some that Hugo does not know."""
    # Reading the table takes a while, and most sites do not use it.
    from emoji import EMOJI_DATA  # noqa: PLC0415

    names: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for sign, data in EMOJI_DATA.items():
        if data["status"] > _FULLY_QUALIFIED:
            continue
        is_whole = data["status"] == _FULLY_QUALIFIED
        for table, written in ((names, [data["en"]]), (aliases, data.get("alias", []))):
            for name in written:
                if is_whole or name not in table:
                    table[name] = sign
    found = {
        name.strip(":"): sign
        for name, sign in (names | aliases).items()
        if _NAME.fullmatch(name) and name.islower() and "_skin_tone" not in name
    }
    numbers = {name.strip(":"): aliases[name] for name in (":+1:", ":-1:", ":100:")}
    return found | numbers | _RENAMED
