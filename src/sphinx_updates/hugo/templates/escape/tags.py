"""HTML without its tags."""

from __future__ import annotations

from typing import Final

from sphinx_updates.hugo.templates.escape.context import (
    Context,
    Delim,
    Element,
    State,
)
from sphinx_updates.hugo.templates.escape.text import (
    ELEMENT_ENDS,
    STEPS,
    VALUE_ENDS,
)

_IN_TAG: Final = frozenset(
    {State.TAG, State.ATTR_NAME, State.AFTER_NAME, State.BEFORE_VALUE}
)
_WRITTEN: Final = (State.TEXT, State.RCDATA)


def strip_tags(text: str) -> str:
    """Return the text of a piece of HTML; entities stay, scripts and styles do not."""
    context, position, parts, is_text = Context(), 0, [], True
    while position < len(text):
        if context.delim is not Delim.NONE:
            end = VALUE_ENDS[context.delim].search(text, position)
            if end is None:
                break
            is_quoted = context.delim is not Delim.SPACE
            position = end.end() if is_quoted else end.start()
            context = Context(State.TAG, element=context.element)
            continue
        after, stop = _step(context, text, position)
        if context.state in _WRITTEN:
            moved = after.state is not context.state
            tag = text.rfind("<", position, stop) if moved else -1
            parts.append(text[position : tag if tag >= 0 else stop])
        else:
            is_text = False
        context, position = after, stop
    return text if is_text else "".join(parts)


def _step(context: Context, text: str, start: int) -> tuple[Context, int]:
    if context.element is Element.NONE or context.state in _IN_TAG:
        return STEPS[context.state](context, text, start, len(text))
    # What the content is written in does not matter, only where it ends.
    pattern = ELEMENT_ENDS.get(context.element)
    end = pattern.search(text, start) if pattern else None
    return (context, len(text)) if end is None else (Context(), end.start())
