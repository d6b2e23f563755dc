"""Pages and sites as templates see them, compared with real Hugo."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_updates.hugo.markdown.html import render_html, without_paragraph
from sphinx_updates.hugo.markdown.summaries import split_summary
from sphinx_updates.hugo.site.site import read_site
from sphinx_updates.hugo.site.site_config import read_site_config
from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.objects.body import Body, Heading
from sphinx_updates.hugo.templates.objects.facts import facts_of_site
from sphinx_updates.hugo.templates.objects.world import World

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_updates.hugo.site.page import Page

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden/template_objects.json").read_text("utf-8")
)
DIFFERENT = {
    "{{ .Resources }}": "resources are made by the build",
}
EXPRESSIONS = sorted(
    {one for answers in GOLDEN["answers"].values() for one in answers}
    - DIFFERENT.keys()
)


class Texts:
    """Reads the bodies of the golden site, which has no shortcodes."""

    def __init__(self, world: World) -> None:
        self.world = world

    def source(self, page: Page) -> str:
        return page.file.read_text("utf-8").partition("}\n")[2]

    def read(self, page: Page) -> Body:
        made = render_html(self.source(page), self.world.settings)
        parts = split_summary(made, self.world.settings.summary_length)
        return Body(
            content=parts.content,
            summary=parts.summary,
            rest=parts.rest,
            is_truncated=parts.is_truncated,
            headings=tuple(
                Heading(one.level, one.id, one.html, one.text) for one in made.headings
            ),
        )

    def markdown(
        self, _page: Page | None, text: str, options: Mapping[str, object]
    ) -> str:
        html = render_html(text, self.world.settings).html
        return html if options.get("display") == "block" else without_paragraph(html)

    def shortcodes(self, page: Page) -> str:
        return self.source(page)


@cache
def _world(root: Path) -> tuple[World, Engine]:
    for name, text in GOLDEN["files"].items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = read_site(read_site_config(root), now=datetime(2026, 1, 1, tzinfo=UTC))
    world = World(facts_of_site(site, ["posts"]))
    world.bodies = Texts(world)
    host = Host()
    host.site, host.hugo = world.site, world.hugo
    return world, Engine(host, lambda _name: None)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("objects")


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_pages_say_what_hugos_say(root: Path, expression: str) -> None:
    world, engine = _world(root)
    engine.parse("t.html", expression)
    answers = {
        path: unescape(engine.render("t.html", world.find(path)))
        for path, known in GOLDEN["answers"].items()
        if expression in known
    }
    expected = {
        path: unescape(known[expression])
        for path, known in GOLDEN["answers"].items()
        if expression in known
    }
    assert answers == expected


@pytest.mark.parametrize(
    "template",
    [
        "{{ len (first 2 $all | lang.Merge $all) | eq (len $all) }}",
        "{{ len ($all | lang.Merge (first 2 $all)) | eq (len $all) }}",
        "{{ $one := last 1 $all }}{{ eq ($one | lang.Merge $all) $all }}",
        "{{ eq (lang.Merge nil $all) $all }}",
        "{{ eq (lang.Merge $all nil) $all }}",
    ],
)
def test_lists_are_merged(root: Path, template: str) -> None:
    _, engine = _world(root)
    engine.parse("merge.html", "{{ $all := site.RegularPages }}" + template)
    assert engine.render("merge.html", None) == "true"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ lang.Merge 1 site.Pages }}", "int cannot be merged by language"),
        ("{{ lang.Merge site.Pages 1 }}", "language merge not supported for int"),
    ],
)
def test_only_pages_are_merged(root: Path, template: str, reason: str) -> None:
    _, engine = _world(root)
    engine.parse("merge.html", template)
    with pytest.raises(TemplateError, match=reason):
        engine.render("merge.html", None)
