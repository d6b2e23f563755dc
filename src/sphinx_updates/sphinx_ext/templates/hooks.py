"""A site's own render hooks, run for the parts of a page that they stand for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sphinx.util import logging

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.objects.hooks import HookObject
from sphinx_updates.hugo.templates.objects.shortcode import PositionObject
from sphinx_updates.sphinx_ext.lookups import QUESTIONS, ask
from sphinx_updates.sphinx_ext.option_checks import REPLACED_HOOKS
from sphinx_updates.sphinx_ext.project import project_of
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.templates.lookup import Layouts, TemplateFile
    from sphinx_updates.sphinx_ext.calls import PageCalls
    from sphinx_updates.sphinx_ext.templates.build import BuildTemplates

HOOKS: Final = "render hooks of a page"
QUOTE_HOOKS: Final = ("render-blockquote-alert", "render-blockquote")

_logger = logging.getLogger(__name__)


class RenderHooks:
    """The hooks for one page; each part that has none is rendered as ever."""

    def __init__(self, calls: PageCalls) -> None:
        self._calls = calls
        self._env = calls.env
        self._ordinals: dict[str, int] = {}
        self._is_there: bool | None = None

    @property
    def _templates(self) -> BuildTemplates:
        from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

        return hugo_domain(self._env).templates

    def _any(self) -> bool:
        """Say whether there is any hook; the page is read again if that changes."""
        if self._is_there is None:
            config = project_of(self._env).site_config
            has_layouts = config is not None and self._calls.page is not None
            self._is_there = has_layouts and ask(self._env, HOOKS, "") != "[]"
        return self._is_there

    def find(self, kind: str, *names: str) -> TemplateFile | None:
        """Return the hook of a *kind* with one of *names*, the most special first."""
        if not self._any():
            return None
        options = project_of(self._env).options
        if kind in REPLACED_HOOKS and kind not in options.render_hooks:
            return None
        page = self._calls.page
        folder = page.directory if page else ""
        found = self._templates.layouts.hook(names, folder)
        packs = project_of(self._env).settings.packs
        # What a known theme brings is made by what we ship for it, in all formats.
        return None if found is None or (found.theme and len(packs) > 1) else found

    def run(
        self, hook: TemplateFile, kind: str, line: int, values: Mapping[str, object]
    ) -> str | None:
        """Return what *hook* writes; None, and a warning, if it cannot be run."""
        templates, calls = self._templates, self._calls
        ordinal = self._ordinals.get(kind, 0)
        self._ordinals[kind] = ordinal + 1

        def say(message: str, _level: str) -> None:
            self._warn(ProblemKind.TEMPLATE_MESSAGE, f"{hook.name}: {message}", line)

        try:
            with templates.answering(calls, say) as page:
                dot = HookObject(
                    {
                        "Page": page,
                        "PageInner": page,
                        "Ordinal": ordinal,
                        "Position": PositionObject(calls.file.name, line, 1),
                        **values,
                    }
                )
                return templates.run_file(hook, dot)
        except TemplateError as error:
            self._warn(ProblemKind.TEMPLATE, f"render hook: {error}; not used", line)
            return None

    def _warn(self, kind: ProblemKind, message: str, line: int) -> None:
        warn(kind, message, f"{self._calls.file}:{line}")


def _files_of_hooks(env: BuildEnvironment, _docname: str, _about: str) -> str:
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    layouts = hugo_domain(env).templates.layouts
    return json.dumps(sorted(str(hook.file) for hook in layouts.hooks()))


QUESTIONS[HOOKS] = _files_of_hooks


def name_replaced_hooks(layouts: Layouts, wanted: Sequence[str], root: Path) -> None:
    """Say in the log which hooks of the site the link resolver stands for."""
    names = sorted(
        hook.name
        for hook in layouts.hooks()
        for kind in REPLACED_HOOKS
        if hook.key == f"render-{kind}" and kind not in wanted
    )
    if names:
        _logger.info(
            "%s: %s: replaced by the link resolver; updates_render_hooks runs them",
            root,
            ", ".join(names),
        )
