"""The arguments of a call, and what can be asked about its page and its site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.sphinx_ext.lookups import ask
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.resources import find_resource
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.nodes import Value
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.sphinx_ext.directives.definition import Definition

MAX_FILE_BYTES = 5_000_000
"""What a page includes is read by people; a larger file was named by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The arguments of a call and where it stands."""

    definition: Definition
    values: Mapping[str, Value]
    """The arguments by parameter name; positional ones are named by then."""
    more: tuple[Value, ...] = ()
    """The positional arguments behind the declared ones, with ``takes_more``."""
    env: BuildEnvironment
    page: Page | None
    """The mounted page of the call; None on a page of the docs."""
    source: str
    """The file of the call, absolute."""
    line: int
    """The line of the call in that file, 1-based."""
    said: set[str] = field(default_factory=set, repr=False, compare=False)
    """The messages about this call so far."""

    @property
    def name(self) -> str:
        """The name of the shortcode."""
        return self.definition.name

    def has(self, name: str) -> bool:
        """Say whether an argument is given, empty or not."""
        return name in self.values

    def text(self, name: str) -> str:
        """Return an argument as text; the declared default when it is not given."""
        value = self.values.get(name)
        if value is None:
            parameter = self.definition.parameter(name)
            return parameter.default if parameter else ""
        if isinstance(value, bool):
            return str(value).lower()
        return str(value)

    def flag(self, name: str) -> bool:
        """Return an on/off argument by Hugo's rule for its embedded shortcodes.

        Only ``true``, ``"true"`` and ``1`` are on and only ``false``, ``"false"`` and
        ``0`` are off; anything else is as if it were not given (hugo.md 2.7).
        """
        value = self.values.get(name)
        # A bool is an int in Python, so `in` would not tell 1.0 or "1" apart from it.
        if value is True or value == "true" or (type(value) is int and value == 1):
            return True
        if value is False or value == "false" or (type(value) is int and value == 0):
            return False
        parameter = self.definition.parameter(name)
        return parameter is not None and parameter.default == "true"

    def number(self, name: str) -> int:
        """Return an argument as a whole number, 0 when there is none."""
        text = self.text(name).strip()
        return int(text) if text.isdecimal() and len(text) < 10 else 0

    def param(self, name: str) -> Any:
        """Return a parameter of the page, else of the site; None if none has it.

        Names have no case, and dots lead into maps. Source: hugo.md 2.7, ``param``.
        """
        settings = project_of(self.env).settings
        sources: list[Mapping[str, Any]] = [settings.params]
        if self.page is not None:
            sources.insert(0, self.page.front_matter.page_params)
        for source in sources:
            value: Any = source
            for key in name.lower().split("."):
                if not isinstance(value, Mapping):
                    value = None
                    break
                value = {str(k).lower(): v for k, v in value.items()}.get(key)
            if value is not None:
                return value
        return None

    def privacy(self, service: str, switch: str) -> bool:
        """Say whether the site has switched something on for *service*: ``disable``."""
        return switch in project_of(self.env).settings.privacy.get(service, ())

    def ask(self, question: str, about: str) -> str:
        """Return what other pages answer, and read this page again when it changes.

        *question* is a key of :data:`sphinx_updates.sphinx_ext.lookups.QUESTIONS`.
        """
        return ask(self.env, question, about)

    def find_file(
        self, name: str, *, folders: Sequence[str] = ("media",)
    ) -> Path | None:
        """Return the file that *name* means, or None; nothing outside the site.

        Looked for in the bundle and beside the page, in *folders* of the site's
        assets, in the assets, below the content root, in the documentation. The page
        is read again when the file changes or appears.
        """
        return find_resource(name, self.page, self.env, folders)

    def read_file(self, name: str) -> str | None:
        """Return the text of the file *name*; None, and a warning, if there is none."""
        file = self.find_file(name)
        if file is None:
            self.warn(f"file {name!r} not found; put it into the page bundle")
            return None
        return self.text_of_file(file, name)

    def text_of_file(self, file: Path, name: str) -> str | None:
        """Return the text of *file*, which the author calls *name*; None as above."""
        try:
            if file.stat().st_size > MAX_FILE_BYTES:
                self.warn(f"file {name!r} is larger than {MAX_FILE_BYTES} bytes")
                return None
            text, _problems = decode(file.read_bytes())
        except OSError as error:
            self.warn(f"file {name!r} cannot be read: {error.strerror}")
            return None
        return text

    def warn(
        self,
        message: str,
        kind: ProblemKind = ProblemKind.SHORTCODE_ARGUMENT,
        *,
        line: int = 0,
    ) -> None:
        """Report something that cannot be used, once however often the call is read.

        :param line: 1-based; by default the line of the call.
        """
        place = f"{self.source}:{line or self.line}"
        if (key := f"{place}: {message}") not in self.said:
            self.said.add(key)
            warn(kind, f"shortcode {self.name!r}: {message}", place)
