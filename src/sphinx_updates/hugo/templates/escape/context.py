"""Where in HTML, CSS or JavaScript a point of a template stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """The construct around a point; values are the names in Go's messages."""

    TEXT = "stateText"
    TAG = "stateTag"
    ATTR_NAME = "stateAttrName"
    AFTER_NAME = "stateAfterName"
    BEFORE_VALUE = "stateBeforeValue"
    HTML_COMMENT = "stateHTMLCmt"
    RCDATA = "stateRCDATA"
    ATTR = "stateAttr"
    URL = "stateURL"
    SRCSET = "stateSrcset"
    META_CONTENT = "stateMetaContent"
    META_URL = "stateMetaContentURL"
    JS = "stateJS"
    JS_DOUBLE = "stateJSDqStr"
    JS_SINGLE = "stateJSSqStr"
    JS_TEMPLATE = "stateJSTmplLit"
    JS_REGEXP = "stateJSRegexp"
    JS_BLOCK_COMMENT = "stateJSBlockCmt"
    JS_LINE_COMMENT = "stateJSLineCmt"
    JS_OPEN_COMMENT = "stateJSHTMLOpenCmt"
    JS_CLOSE_COMMENT = "stateJSHTMLCloseCmt"
    CSS = "stateCSS"
    CSS_DOUBLE = "stateCSSDqStr"
    CSS_SINGLE = "stateCSSSqStr"
    CSS_DOUBLE_URL = "stateCSSDqURL"
    CSS_SINGLE_URL = "stateCSSSqURL"
    CSS_URL = "stateCSSURL"
    CSS_BLOCK_COMMENT = "stateCSSBlockCmt"
    CSS_LINE_COMMENT = "stateCSSLineCmt"
    ERROR = "stateError"
    DEAD = "stateDead"


class Delim(StrEnum):
    """What ends the value of the attribute around a point."""

    NONE = "delimNone"
    DOUBLE = "delimDoubleQuote"
    SINGLE = "delimSingleQuote"
    SPACE = "delimSpaceOrTagEnd"


class UrlPart(StrEnum):
    """The part of an address before a point."""

    NONE = "urlPartNone"
    BEFORE_QUERY = "urlPartPreQuery"
    QUERY = "urlPartQueryOrFrag"
    UNKNOWN = "urlPartUnknown"


class Slash(StrEnum):
    """What a slash would start in JavaScript."""

    REGEXP = "jsCtxRegexp"
    DIVISION = "jsCtxDivOp"
    UNKNOWN = "jsCtxUnknown"


class Attr(StrEnum):
    """The kind of the attribute around a point."""

    NONE = "attrNone"
    SCRIPT = "attrScript"
    SCRIPT_TYPE = "attrScriptType"
    STYLE = "attrStyle"
    URL = "attrURL"
    SRCSET = "attrSrcset"
    META_CONTENT = "attrMetaContent"


class Element(StrEnum):
    """The element around a point, if its content is no HTML."""

    NONE = "elementNone"
    SCRIPT = "elementScript"
    STYLE = "elementStyle"
    TEXTAREA = "elementTextarea"
    TITLE = "elementTitle"
    META = "elementMeta"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no context can be told, and where."""

    message: str
    place: str = ""
    """``name:line:column``; empty if no node is to blame."""
    line: int = 0
    """The line in the template that was to be escaped; 0 if it is not known."""

    def text(self, name: str = "") -> str:
        """Return the whole message; *name* is the template that was to be escaped."""
        place = self.place or (f"{name}:{self.line}" if self.line else name)
        return f"html/template:{place}{':' if place else ''} {self.message}"


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that decides how a value is escaped."""

    state: State = State.TEXT
    delim: Delim = Delim.NONE
    url_part: UrlPart = UrlPart.NONE
    slash: Slash = Slash.REGEXP
    braces: tuple[int, ...] = ()
    """Open braces in each ``${`` of the JavaScript template literals around."""
    attr: Attr = Attr.NONE
    element: Element = Element.NONE
    failure: Failure | None = None

    def __str__(self) -> str:
        braces = f"[{' '.join(map(str, self.braces))}]"
        parts = (self.state, self.delim, self.url_part, self.slash, braces)
        failure = self.failure.text() if self.failure else "<nil>"
        return f"{{{' '.join(parts)} {self.attr} {self.element} {failure}}}"

    def derived(self, name: str) -> str:
        """Return the name of the template *name* where it is called in this context."""
        if self.state is State.TEXT:
            return name
        parts = [self.state.value]
        if self.delim is not Delim.NONE:
            parts.append(self.delim.value)
        if self.url_part is not UrlPart.NONE:
            parts.append(self.url_part.value)
        if self.slash is not Slash.REGEXP:
            parts.append(self.slash.value)
        if self.braces:
            parts.append(f"jsBraceDepth([{' '.join(map(str, self.braces))}])")
        if self.attr is not Attr.NONE:
            parts.append(self.attr.value)
        if self.element is not Element.NONE:
            parts.append(self.element.value)
        return f"{name}$htmltemplate_{'_'.join(parts)}"


COMMENTS: Final = frozenset(
    {
        State.HTML_COMMENT,
        State.JS_BLOCK_COMMENT,
        State.JS_LINE_COMMENT,
        State.JS_OPEN_COMMENT,
        State.JS_CLOSE_COMMENT,
        State.CSS_BLOCK_COMMENT,
        State.CSS_LINE_COMMENT,
    }
)
SCRIPT_LITERALS: Final = frozenset(
    {State.JS_DOUBLE, State.JS_SINGLE, State.JS_TEMPLATE, State.JS_REGEXP}
)

VALUE_STATES: Final = {
    Attr.NONE: State.ATTR,
    Attr.SCRIPT: State.JS,
    Attr.SCRIPT_TYPE: State.ATTR,
    Attr.STYLE: State.CSS,
    Attr.URL: State.URL,
    Attr.SRCSET: State.SRCSET,
    Attr.META_CONTENT: State.META_CONTENT,
}
"""The state at the start of an attribute's value."""

CONTENT_STATES: Final = {
    Element.NONE: State.TEXT,
    Element.SCRIPT: State.JS,
    Element.STYLE: State.CSS,
    Element.TEXTAREA: State.RCDATA,
    Element.TITLE: State.RCDATA,
}
"""The state at the start of an element's content."""


def failed(message: str) -> Context:
    """Return the context after a failure without a place."""
    return Context(State.ERROR, failure=Failure(message))
