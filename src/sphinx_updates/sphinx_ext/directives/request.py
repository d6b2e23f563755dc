"""One call of a shortcode, as ``build`` sees it: the same for both notations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, cast

from docutils import nodes

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.shortcodes.nodes import Notation
from sphinx_updates.sphinx_ext.directives.definition import Inner, Kind
from sphinx_updates.sphinx_ext.lookups import ask
from sphinx_updates.sphinx_ext.nodes import TightParagraph
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.resources import find_resource
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.expansion import Expanded
    from sphinx_updates.hugo.shortcodes.nodes import Value
    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.sphinx_ext.directives.definition import Definition

MAX_FILE_BYTES = 5_000_000
"""What a page includes is read by people; a larger file was named by mistake."""

_LENGTH = re.compile(r"\d+(?:\.\d+)?\s*(?:%|[a-zA-Z]{0,4})")
_PARENTS = "sphinx_updates_parents"
_COUNTS = "sphinx_updates_counts"


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


class Reader(Protocol):
    """What turns the parts of a call into nodes: one for each notation."""

    @property
    def document(self) -> nodes.document:
        """The document that the call stands in."""

    def inner_source(self) -> str:
        """Return the inner content as written; calls in it may be placeholders."""

    def inner_text(self) -> str:
        """Return the inner content as text, with the text of the calls in it."""

    def inner_lines(self) -> Sequence[int]:
        """Return, for each line of the source, its line in the file, 0-based."""

    def inner_blocks(self) -> list[nodes.Node]:
        """Return the inner content, read as Markdown, as block nodes."""

    def blocks(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        """Return *text*, Markdown, as block nodes.

        :param lines: For each line its line in the file, 0-based; the call's without.
        """

    def other_text(
        self, file: Path, text: str, offset: int
    ) -> AbstractContextManager[Expanded | str]:
        """Read the calls in *text*, from *offset* of *file*, for a while.

        Yields the text for :meth:`blocks`, or why it cannot be read.
        """

    def text_of(self, text: str) -> str:
        """Return *text* with the text of the calls in it."""

    def inlines(self, text: str) -> list[nodes.Node]:
        """Return *text*, a line of Markdown, as inline nodes."""

    def html(self, text: str) -> list[nodes.Node]:
        """Return *text*, HTML with calls in it, as block nodes."""

    def image(self, src: str) -> nodes.Element:
        """Return an image, or a ``MissingImage``, for *src* as the author wrote it."""

    def link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        """Return a reference around *children* that leads where *url* leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Arguments):
    """One call of a shortcode, however it was written."""

    reader: Reader
    notation: Notation = Notation.MARKDOWN
    """Which tags were used; Markdown notation for a directive."""
    is_inline: bool = False
    """Whether the call stands inside a paragraph."""
    ordinal: int = 0
    """0-based, among the calls with the same parent."""
    inner_line: int = 0
    """The line on which the inner content begins, 1-based; 0 if there is none."""

    @property
    def parent(self) -> Request | None:
        """The call in whose inner content this one stands; None if there is none."""
        parents = _parents(self.env)
        return parents[-1] if parents else None

    @property
    def document(self) -> nodes.document:
        """The document that is being made; what the call makes is not in it yet."""
        return self.reader.document

    def set_id(self, node: nodes.Element, name: str) -> None:
        """Let links lead to *node* by *name*, unless something else has that name."""
        if name and name not in self.document.ids:
            node["ids"].append(name)
            self.document.ids[name] = node

    def parse_inner(self) -> list[nodes.Node]:
        """Return the inner content as block nodes, read as the definition says."""
        parents = _parents(self.env)
        parents.append(self)
        _counts(self.env)[len(parents)] = 0
        try:
            is_html = self.definition.inner is Inner.HTML or (
                self.definition.inner is Inner.NOTATION
                and self.notation is Notation.STANDARD
            )
            if is_html:
                return self.reader.html(self.reader.inner_source())
            return self.reader.inner_blocks()
        finally:
            parents.pop()

    def inner_source(self) -> str:
        """Return the inner content for :meth:`parse_block`, as it was written.

        Calls in it may be placeholder words, which the parsing methods resolve.
        """
        return self.reader.inner_source()

    def inner_text(self) -> str:
        """Return the inner content as it was written: code, a formula, data."""
        return self.reader.inner_text()

    def inner_lines(self) -> Sequence[int]:
        """Return, for each line of the source, its line in the file, 0-based."""
        return self.reader.inner_lines()

    def parse_block(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        """Return Markdown as block nodes.

        :param lines: For each line its line in the file, 0-based; by default all are
            on the line of the call.
        """
        return self.reader.blocks(text, lines)

    def resolve_text(self, text: str) -> str:
        """Return a part of :meth:`inner_source` with the text of the calls in it."""
        return self.reader.text_of(text)

    def other_text(
        self, file: Path, text: str, offset: int = 0
    ) -> AbstractContextManager[Expanded | str]:
        """Read the calls of another file, of which *text* is the text, for a while.

        Yields the text from *offset* on, for the methods that parse and resolve; or
        why the file cannot be read, for :meth:`warn`.
        """
        return self.reader.other_text(file, text, offset)

    def parse_inline(self, text: str) -> list[nodes.Node]:
        """Return a line of Markdown as inline nodes."""
        return self.reader.inlines(text)

    def markdownify(self, text: str, lines: Sequence[int] = ()) -> list[nodes.Node]:
        """Return Markdown as Hugo's ``markdownify`` does: a line is no paragraph."""
        return without_paragraph(self.parse_block(text, lines))

    def markdownify_inner(self) -> list[nodes.Node]:
        """Return the inner content as ``markdownify`` gives it: a line in a box."""
        blocks = without_paragraph(self.parse_inner())
        if len(blocks) == 1 and isinstance(blocks[0], TightParagraph):
            return [nodes.container("", *blocks, is_div=True)]
        return blocks

    def parse_html(self, text: str) -> list[nodes.Node]:
        """Return HTML as nodes; its links and images lead where Markdown's would."""
        return self.reader.html(text)

    def make_image(self, src: str) -> nodes.Element:
        """Return an image, or a ``MissingImage``, for *src* as it was written."""
        return self.reader.image(src)

    def make_link(self, url: str, children: Sequence[nodes.Node]) -> nodes.Element:
        """Return a reference around nodes that leads where the author's URL leads."""
        return self.reader.link(url, children)


def _parents(env: BuildEnvironment) -> list[Request]:
    """Return the calls whose inner content is being read, the innermost last."""
    return cast("list[Request]", env.temp_data.setdefault(_PARENTS, []))


def _counts(env: BuildEnvironment) -> dict[int, int]:
    """Return how many directives there were, by the depth of calls around them."""
    return cast("dict[int, int]", env.temp_data.setdefault(_COUNTS, {}))


def next_ordinal(env: BuildEnvironment) -> int:
    """Count a directive; return how many came before it in the same content."""
    counts, depth = _counts(env), len(_parents(env))
    counts[depth] = counts.get(depth, 0) + 1
    return counts[depth] - 1


def without_paragraph(blocks: list[nodes.Node]) -> list[nodes.Node]:
    """Return *blocks*; a paragraph that is alone is none in HTML."""
    if len(blocks) == 1 and type(blocks[0]) is nodes.paragraph:
        tight = TightParagraph("", "", *blocks[0].children)
        tight.source, tight.line = blocks[0].source, blocks[0].line
        return [tight]
    return blocks


def check_values(
    definition: Definition, values: Mapping[str, Value]
) -> tuple[dict[str, Value], list[str]]:
    """Return the values that can be used, and what is wrong with the others.

    A value that is not there is fine here; see :func:`missing`.
    """
    usable = dict(values)
    faults: list[str] = []
    for parameter in definition.parameters:
        name = parameter.name
        if name in usable and (wanted := _wanted(parameter.kind, parameter.choices)):
            value = usable[name]
            written = str(value).lower() if isinstance(value, bool) else str(value)
            if not _is_usable(written.strip(), parameter.kind, parameter.choices):
                del usable[name]
                faults.append(
                    f"argument {name!r} must be {wanted}, got {written!r}; "
                    "it is left out"
                )
    return usable, faults


def missing(definition: Definition, values: Mapping[str, Value]) -> str:
    """Return what to say of a required argument that is not there; empty if all are."""
    for parameter in definition.parameters:
        if parameter.is_required and str(values.get(parameter.name, "")) == "":
            first = parameter.position is not None
            hint = " (or as the first argument, without a name)" if first else ""
            return (
                f"it needs the argument {parameter.name!r}{hint}; "
                "the call is shown as it is written"
            )
    return ""


def _wanted(kind: Kind, choices: tuple[str, ...]) -> str:
    """Return what a value must be, for a message; empty if anything is fine."""
    match kind:
        case Kind.CHOICE:
            return "one of " + ", ".join(choices)
        case Kind.LENGTH:
            return "a length such as 500 or 80%"
        case Kind.NUMBER:
            return "a whole number"
    return ""


def _is_usable(text: str, kind: Kind, choices: tuple[str, ...]) -> bool:
    match kind:
        case Kind.CHOICE:
            return text in choices or text == ""
        case Kind.LENGTH:
            return text == "" or _LENGTH.fullmatch(text) is not None
        case Kind.NUMBER:
            return text == "" or (text.isdecimal() and len(text) < 10)
    return True
