"""Tasks: list items that begin with a box, ``[ ]`` or ``[x]``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_BOX: Final = re.compile(r"\[([ \txX])\]\s*")


def tasks_plugin(md: MarkdownIt) -> None:
    """Take the box off a task; its item has ``meta["checked"]``."""
    md.core.ruler.before("inline", "tasks", _read_tasks)


def _read_tasks(state: StateCore) -> None:
    tokens = state.tokens
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type != "list_item_open" or paragraph.type != "paragraph_open":
            continue
        if match := _BOX.match(inline.content):
            item.meta = {**item.meta, "checked": match[1] in "xX"}
            inline.content = inline.content[match.end() :]
