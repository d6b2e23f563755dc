"""What templates may ask of a build: the sandbox."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING

from pygments import highlight as colour
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from sphinx_updates.hugo.highlight import from_attributes
from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.values import Params
from sphinx_updates.sphinx_ext.clock import build_time
from sphinx_updates.sphinx_ext.inside import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sphinx_updates.hugo.templates.phrases import Phrases
    from sphinx_updates.hugo.templates.resources import Resource
    from sphinx_updates.hugo.templates.values import Object
    from sphinx_updates.sphinx_ext.templates.build import BuildTemplates

MAX_FILE = 20_000_000
"""Bytes of a file that a template reads; more is no text that anybody shows."""


class BuildHost(Host):
    """The services of one build."""

    def __init__(self, templates: BuildTemplates) -> None:
        world = templates.world
        settings = world.settings
        self._templates = templates
        self._phrase_engine = Engine(self, lambda _name: None)
        self.say: Callable[[str, str], None] = lambda _message, _level: None
        """Reports a message of a level, where the call stands."""
        self.site = world.site
        self.hugo = world.hugo
        self.base_url = settings.base_url
        self.language = settings.language
        self.language_prefix = settings.url_prefix.strip("/")
        self.time_zone = settings.time_zone
        self.title_style = settings.lists.title_style
        self.anchor_style = settings.heading_id_style
        self.removes_accents = settings.remove_path_accents
        self.lowers_paths = not settings.disable_path_to_lower

    def begin_page(self) -> None:
        """Count from the start again: each page stands for itself."""
        self.__dict__.pop("_numbers", None)

    def now(self) -> datetime:
        """Return the time of the build."""
        return build_time()

    def markdown(self, text: str, options: Mapping[str, object]) -> str:
        """Return *text* as HTML, with the shortcodes in it."""
        return self._templates.bodies.markdown(None, text, options)

    def highlight(self, code: str, language: str, options: Mapping[str, object]) -> str:
        """Return *code* as HTML in the classes of the theme's colours."""
        return highlighted(code, language, options)

    def translate(self, key: str, argument: object) -> str:
        """Return the words for *key*, with what *argument* gives them."""
        self._templates.watch.words()
        phrases: Phrases = self._templates.phrases
        count: object = argument
        dot = argument
        if isinstance(argument, int | float | str) and not isinstance(argument, bool):
            dot = {"Count": argument}
        elif isinstance(argument, dict):
            is_params = isinstance(argument, Params)
            count = argument.get("count" if is_params else "Count")
        text = phrases.find(key, count)
        if text is None or "{{" not in text:
            return text or ""
        # Words are plain text, whatever place they are put into.
        self._phrase_engine.parse("i18n.txt", text)
        return self._phrase_engine.render("i18n.txt", dot)

    def find_file(self, path: str) -> Path | None:
        """Return a file of the site; None if there is none, or not inside."""
        files = (inside(root, path) for root in self._templates.roots)
        return next((file for file in files if file and file.is_file()), None)

    def read_file(self, path: str) -> bytes | None:
        """Return what a file of the site holds; the page depends on it."""
        self._templates.watch.place(path)
        file = self.find_file(path)
        if file is None:
            return None
        self._templates.watch.file(file)
        try:
            return file.read_bytes() if file.stat().st_size <= MAX_FILE else None
        except OSError:
            return None

    def names_in(self, path: str) -> list[str] | None:
        """Return the names in a folder of the site; None if there is none."""
        for root in self._templates.roots:
            folder = inside(root, path)
            if folder is not None and folder.is_dir():
                with os.scandir(folder) as entries:
                    return sorted(e.name + "/" * e.is_dir() for e in entries)
        return None

    def list_folder(self, path: str) -> Sequence[str] | None:
        """Return the names in a folder of the site, folders with a slash."""
        self._templates.watch.folder(path)
        return self.names_in(path)

    def resource(self, path: str) -> Resource | None:
        """Return a file of ``assets``; None if there is none."""
        self._templates.watch.asset(path)
        return self._templates.files.asset(path)

    def resources_matching(self, pattern: str) -> Sequence[Object]:
        """Return the files of ``assets`` that a glob matches."""
        self._templates.watch.assets()
        return self._templates.files.assets_matching(pattern)

    def publish(self, path: str, content: bytes) -> str:
        """Publish *content* under a path from the root of the site."""
        return self._templates.publish(path, content)

    def warn(self, message: str, *, level: str, key: str = "") -> None:
        """Report what a template says, unless the site ignores it."""
        if key and key.lower() in self._templates.ignored_messages:
            return
        self.say(message, level)


def highlighted(code: str, language: str, options: Mapping[str, object]) -> str:
    """Return *code* in the language as HTML; one that is not known is plain text."""
    wanted = from_attributes(options)
    text = code.strip("\n")
    try:
        lexer = get_lexer_by_name(language or "text", stripnl=False)
    except ClassNotFound:
        lexer = get_lexer_by_name("text", stripnl=False)
    if wanted.is_inline:
        inner = colour(text, lexer, HtmlFormatter(nowrap=True)).rstrip("\n")
        kind = f" language-{escape(language)}" if language else ""
        return f'<code class="code-inline{kind}">{inner}</code>'
    formatter = HtmlFormatter(
        cssclass="highlight",
        linenos="inline" if wanted.has_line_numbers else False,
        linenostart=wanted.first_line,
        hl_lines=list(wanted.marked),
    )
    return str(colour(text, lexer, formatter)).rstrip("\n")
