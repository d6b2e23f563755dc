"""Where a broken tag ends, and what its author is told of it.

Hugo stops at the first error; here the rest of the page goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.problems import Problem, Span

from .arguments import MAX_SHOWN
from .items import Form, ItemKind, LexItem
from .nodes import Notation

if TYPE_CHECKING:
    from .reading import Reading

# Of a tag's right delimiter: it, or the start of another tag.
_DELIMITER: Final = {
    notation.closing: re.compile(r"\{\{[<%]|" + re.escape(notation.closing))
    for notation in Notation
}


def recover(lex: Reading, problem: Problem) -> None:
    """End the broken tag where its author most likely meant it to end."""
    end, hint = _end_of_broken(lex, problem)
    if lex.pos > end and not lex.may_read_again(lex.pos - end):
        end = lex.pos
    if hint:
        problem = Problem(problem.kind, f"{problem.message}; {hint}", problem.span)
    lex.items.append(LexItem(ItemKind.ERROR, Span(lex.tag_start, end), problem=problem))
    lex.pos = lex.start = end


def _end_of_broken(lex: Reading, problem: Problem) -> tuple[int, str]:
    """Return where the broken tag ends, and a hint for its author."""
    after_left = lex.tag_start + 3
    if lex.text.startswith("/*", after_left):
        return lex.find("\n", after_left), f"write '*/{lex.right}' where it ends"
    for item in lex.items[lex.tag_items :]:
        if item.kind is ItemKind.VALUE and item.form is Form.BARE:
            swallowed = _DELIMITER[lex.right].search(lex.text, *item.span)
            if swallowed and swallowed[0] == lex.right:
                hint = f"a value runs to the next space: write one before '{lex.right}'"
                return swallowed.end(), hint
            if swallowed:
                return _end_before(lex, swallowed.start()), _not_ended(lex)
    failed = problem.span.start if problem.span else lex.pos
    at_end = failed == len(lex.text)
    base = after_left if at_end else max(failed, after_left)
    opener = min(lex.find("{{<", base), lex.find("{{%", base))
    right = lex.find(lex.right, base)
    if right < opener:
        return right + len(lex.right), ""
    end = _end_before(lex, min(lex.find("\n", base), opener))
    return end, _not_ended(lex) if at_end else ""


def _end_before(lex: Reading, end: int) -> int:
    """Return *end* without the blanks before it, but not inside of the delimiter."""
    after_left = lex.tag_start + 3
    return after_left + len(lex.text[after_left:end].rstrip())


def _not_ended(lex: Reading) -> str:
    shown = lex.text[lex.tag_start : lex.tag_start + MAX_SHOWN].partition("\n")[0]
    return f"'{shown}' is not ended by '{lex.right}'"
