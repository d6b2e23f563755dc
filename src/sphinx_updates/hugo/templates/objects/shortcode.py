"""The dot of a shortcode's template: the call, its arguments and its inner content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.objects.base import SiteObject
from sphinx_updates.hugo.templates.values import HTML, reachable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_updates.hugo.shortcodes.nodes import Value
    from sphinx_updates.hugo.templates.objects.page import PageObject


class PositionObject(SiteObject):
    """Where a call stands."""

    go_type = "text.Position"

    def __init__(self, file: str, line: int, column: int) -> None:
        """Take a path from the site's root, and a place in the file, 1-based."""
        self._file = file
        self._line = line
        self._column = column

    def go_string(self) -> str:
        """Return what printing it gives, with quotes."""
        return f'"{self._file}:{self._line}:{self._column}"'

    @reachable("String")
    def string(self) -> str:
        """Return what printing it gives."""
        return self.go_string()

    @reachable("Filename")
    def filename(self) -> str:
        """Return the path from the site's root."""
        return self._file

    @reachable("LineNumber")
    def line_number(self) -> int:
        """Return the line, 1-based."""
        return self._line

    @reachable("ColumnNumber")
    def column_number(self) -> int:
        """Return the column, 1-based."""
        return self._column

    @reachable("IsValid")
    def is_valid(self) -> bool:
        """Say that there is a place."""
        return True


class ShortcodeObject(SiteObject):
    """A call of a shortcode, as its template sees it."""

    go_type = "*hugolib.ShortcodeWithPage"

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        *,
        name: str,
        arguments: dict[str, Value] | list[Value],
        page: PageObject,
        parent: ShortcodeObject | None,
        ordinal: int,
        position: Callable[[], PositionObject],
        indentation: Callable[[], str],
        make_store: Callable[[], object],
    ) -> None:
        """Take a call; its inner content is given once that is rendered.

        What few templates ask for is found out when they do.
        """
        self._name = name
        self._arguments = arguments
        self._page = page
        self._parent = parent
        self._ordinal = ordinal
        self._position = position
        self._indentation = indentation
        self._make_store = make_store
        self._store: object = None
        self.inner_text = ""

    @reachable("Get")
    def get(self, key: object) -> object:
        """Return an argument by name or by place.

        Empty if there is none of it; None if the arguments are of the other kind.
        """
        if isinstance(key, bool) or not isinstance(key, int | str):
            raise FunctionError(f"cannot index shortcode with type {type_name(key)}")
        arguments = self._arguments
        if not arguments or isinstance(key, str) != isinstance(arguments, dict):
            return None
        if isinstance(arguments, dict):
            return arguments.get(str(key), "")
        place = int(key)
        return arguments[place] if 0 <= place < len(arguments) else ""

    @reachable("Params")
    def params(self) -> object:
        """Return the arguments as a map, or as a list."""
        return self._arguments

    @reachable("IsNamedParams")
    def is_named_params(self) -> bool:
        """Say whether the arguments have names."""
        return isinstance(self._arguments, dict)

    @reachable("Inner")
    def inner(self) -> HTML:
        """Return what stands between the tags, the calls in it already made."""
        return HTML(self.inner_text)

    @reachable("InnerDeindent")
    def inner_deindent(self) -> HTML:
        """Return the same without the blanks before the opening tag."""
        indentation = self._indentation()
        if not indentation:
            return HTML(self.inner_text)
        start = re.escape(indentation)
        return HTML(re.sub(rf"^{start}", "", self.inner_text, flags=re.MULTILINE))

    @reachable("Name")
    def name(self) -> str:
        """Return the name of the shortcode."""
        return self._name

    @reachable("Ordinal")
    def ordinal(self) -> int:
        """Return the place among the calls with the same parent, from 0."""
        return self._ordinal

    @reachable("Parent")
    def parent(self) -> ShortcodeObject | None:
        """Return the call in which this one stands; None if there is none."""
        return self._parent

    @reachable("Position")
    def position(self) -> PositionObject:
        """Return where the call stands."""
        return self._position()

    @reachable("Page")
    def page(self) -> PageObject:
        """Return the page of the call."""
        return self._page

    @reachable("Site")
    def site(self) -> object:
        """Return the site."""
        return self._page.site()

    @reachable("Store", "Scratch")
    def store(self) -> object:
        """Return the store of this call, which the calls in it can reach."""
        if self._store is None:
            self._store = self._make_store()
        return self._store

    @reachable("RenderString")
    def render_string(self, *arguments: object) -> HTML:
        """Return Markdown as HTML."""
        return self._page.render_string(*arguments)

    @reachable("Ref")
    def ref(self, options: dict[str, object]) -> str:
        """Return the whole address of a page."""
        return self._page.ref(options)

    @reachable("RelRef")
    def rel_ref(self, options: dict[str, object]) -> str:
        """Return the address of a page from the root."""
        return self._page.rel_ref(options)
