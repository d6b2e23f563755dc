"""The text between actions: which context it leads to, and what of it is kept."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.escape import html_text, script_text, style_text
from sphinx_updates.hugo.templates.escape.comments import (
    in_block_comment,
    in_line_comment,
)
from sphinx_updates.hugo.templates.escape.context import (
    COMMENTS,
    SCRIPT_LITERALS,
    VALUE_STATES,
    Attr,
    Context,
    Delim,
    Element,
    State,
    failed,
)
from sphinx_updates.hugo.templates.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Callable

    _Step = Callable[[Context, str, int, int], tuple[Context, int]]

_in_script_line: Final = partial(
    in_line_comment, line_end=script_text.LINE_END, outside=State.JS
)
STEPS: Final[dict[State, _Step]] = {
    State.TEXT: html_text.in_text,
    State.TAG: html_text.in_tag,
    State.ATTR_NAME: html_text.in_name,
    State.AFTER_NAME: html_text.after_name,
    State.BEFORE_VALUE: html_text.before_value,
    State.HTML_COMMENT: html_text.in_comment,
    State.RCDATA: html_text.in_value,
    State.ATTR: html_text.in_value,
    State.URL: html_text.in_url,
    State.SRCSET: html_text.in_url,
    State.META_CONTENT: html_text.in_meta,
    State.META_URL: html_text.in_meta_url,
    State.JS: script_text.in_script,
    State.JS_DOUBLE: script_text.in_string,
    State.JS_SINGLE: script_text.in_string,
    State.JS_TEMPLATE: script_text.in_template,
    State.JS_REGEXP: script_text.in_string,
    State.JS_BLOCK_COMMENT: partial(in_block_comment, outside=State.JS),
    State.JS_LINE_COMMENT: _in_script_line,
    State.JS_OPEN_COMMENT: _in_script_line,
    State.JS_CLOSE_COMMENT: _in_script_line,
    State.CSS: style_text.in_style,
    State.CSS_DOUBLE: style_text.in_string,
    State.CSS_SINGLE: style_text.in_string,
    State.CSS_DOUBLE_URL: style_text.in_string,
    State.CSS_SINGLE_URL: style_text.in_string,
    State.CSS_URL: style_text.in_string,
    State.CSS_BLOCK_COMMENT: partial(in_block_comment, outside=State.CSS),
    # Browsers, not standards, take such a line of CSS for a comment.
    State.CSS_LINE_COMMENT: partial(
        in_line_comment, line_end=style_text.LINE_END, outside=State.CSS
    ),
    State.ERROR: html_text.in_value,
}
VALUE_ENDS: Final = {
    Delim.DOUBLE: re.compile('"'),
    Delim.SINGLE: re.compile("'"),
    Delim.SPACE: re.compile(rf"[{html_text.BLANKS}>]"),
}
_UNQUOTED: Final = re.compile("[\"'<=`]")
ELEMENT_ENDS: Final = {
    element: re.compile(rf"</{name}[> \t\n\f/]", re.IGNORECASE | re.ASCII)
    for element, name in (
        (Element.SCRIPT, "script"),
        (Element.STYLE, "style"),
        (Element.TEXTAREA, "textarea"),
        (Element.TITLE, "title"),
    )
}
_LOOSE: Final = re.compile(r"<(?!!doctype)", re.IGNORECASE | re.ASCII)
_SCRIPT_TAG: Final = re.compile(r"<(script|/script|!--)", re.IGNORECASE | re.ASCII)
_COMMENT_STARTS: Final = {
    State.HTML_COMMENT: 4,
    State.JS_OPEN_COMMENT: 4,
    State.JS_CLOSE_COMMENT: 3,
}
"""Characters that start a comment; the others have two."""


def follow(context: Context, text: str) -> tuple[Context, str]:
    """Return the context behind *text*, and *text* as it is written.

    Comments are left out, a ``<`` that starts no tag becomes ``&lt;``, and what would
    end or start a script inside a string of a script is escaped.
    """
    return _Reader(text).read(context)


class _Reader:
    """One text on its way through the states."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.written = 0
        self._element_ends: dict[Element, int] = {}

    def read(self, context: Context) -> tuple[Context, str]:
        position = 0
        while position < len(self.text):
            after, stop = self._step(context, position)
            self._edit(context, after, position, stop)
            context, position = after, stop
        if not self.written or context.state is State.ERROR:
            return context, self.text
        if context.state not in COMMENTS or context.delim is not Delim.NONE:
            self.parts.append(self.text[self.written :])
        return context, "".join(self.parts)

    def _step(self, context: Context, start: int) -> tuple[Context, int]:
        if context.delim is not Delim.NONE:
            return _step_in_value(context, self.text, start)
        end = self._element_end(context, start)
        if end == start:
            return Context(), start
        return STEPS[context.state](context, self.text, start, end)

    def _element_end(self, context: Context, start: int) -> int:
        """Return where the content of the element around ends, if not at the end.

        Strings and comments of scripts may hold an end tag, which is escaped or left
        out.
        """
        pattern = ELEMENT_ENDS.get(context.element)
        if pattern is None:
            return len(self.text)
        if context.element is Element.SCRIPT and (
            context.state in SCRIPT_LITERALS or context.state in COMMENTS
        ):
            return len(self.text)
        # Looked for once, not at each step.
        end = self._element_ends.get(context.element, -1)
        if end < start:
            match = pattern.search(self.text, start)
            end = match.start() if match else len(self.text)
            self._element_ends[context.element] = end
        return end

    def _edit(self, before: Context, after: Context, start: int, stop: int) -> None:
        """Keep of the text between *start* and *stop* what is to be written."""
        if before.state in (State.TEXT, State.RCDATA):
            self._escape_loose(start, stop, moved=before.state is not after.state)
        elif before.state in COMMENTS and before.delim is Delim.NONE:
            if before.state is State.JS_BLOCK_COMMENT:
                # A comment of several lines ends a statement as a line does.
                has_lines = script_text.LINE_END.search(self.text, self.written, stop)
                self.parts.append("\n" if has_lines else " ")
            elif before.state is State.CSS_BLOCK_COMMENT:
                self.parts.append(" ")
            self.written = stop
        if (
            before.state is not after.state
            and after.state in COMMENTS
            and after.delim is Delim.NONE
        ):
            opened = stop - _COMMENT_STARTS.get(after.state, 2)
            self.parts.append(self.text[self.written : opened])
            self.written = stop
        if before.state in SCRIPT_LITERALS and _SCRIPT_TAG.search(
            self.text, start, stop
        ):
            self.parts.append(self.text[self.written : start])
            self.parts.append(_SCRIPT_TAG.sub(r"\\x3C\1", self.text[start:stop]))
            self.written = stop

    def _escape_loose(self, start: int, stop: int, *, moved: bool) -> None:
        if moved:
            tag = self.text.rfind("<", start, stop)
            stop = tag if tag >= 0 else stop
        for match in _LOOSE.finditer(self.text, start, stop):
            self.parts += (self.text[self.written : match.start()], "&lt;")
            self.written = match.end()


def _step_in_value(context: Context, text: str, start: int) -> tuple[Context, int]:
    """Step to behind the value of an attribute, or through all that is there of it."""
    end = VALUE_ENDS[context.delim].search(text, start)
    stop = end.start() if end else len(text)
    if context.delim is Delim.SPACE:
        bad = _UNQUOTED.search(text, start, stop)
        if bad is not None:
            message = f"{quote(bad[0])} in unquoted attr: {quote(text[start:stop])}"
            return failed(message), len(text)
    if end is None:
        return _read_value(context, html.unescape(text[start:])), len(text)
    element = context.element
    if (
        context.state is State.ATTR
        and context.attr is Attr.SCRIPT_TYPE
        and not script_text.is_script_type(text[start:stop])
    ):
        element = Element.NONE
    behind = stop if context.delim is Delim.SPACE else stop + 1
    return Context(State.TAG, element=element), behind


def _read_value(context: Context, value: str) -> Context:
    position = 0
    while position < len(value):
        step = STEPS[context.state]
        context, position = step(context, value, position, len(value))
    return context


def nudged(context: Context) -> Context:
    """Return the context of a value that is written here.

    Behind a tag's name or a blank starts an attribute's name, behind an equals sign a
    value without quotes.
    """
    match context.state:
        case State.TAG:
            return replace(context, state=State.ATTR_NAME)
        case State.BEFORE_VALUE:
            state = VALUE_STATES[context.attr]
            return replace(context, state=state, delim=Delim.SPACE, attr=Attr.NONE)
        case State.AFTER_NAME:
            return replace(context, state=State.ATTR_NAME, attr=Attr.NONE)
    return context
