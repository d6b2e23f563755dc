"""Where templates and words are found; plural forms; Markdown as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_updates.hugo.markdown.html import render_html, without_paragraph
from sphinx_updates.hugo.markdown.summaries import split_summary
from sphinx_updates.hugo.site.settings import HugoSettings
from sphinx_updates.hugo.site.site_config import read_site_config
from sphinx_updates.hugo.templates.lookup import Layouts
from sphinx_updates.hugo.templates.phrases import Phrases
from sphinx_updates.hugo.templates.plurals import plural_form

if TYPE_CHECKING:
    from pathlib import Path


def layouts(root: Path, *names: str) -> Layouts:
    (root / "hugo.toml").write_text('theme = "t"\n', "utf-8")
    (root / "themes" / "t").mkdir(parents=True)
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, "utf-8")
    config = read_site_config(root)
    return Layouts(config.layouts, config.language.key)


def text_of(found: object) -> str:
    return found.file.read_text("utf-8") if found else ""  # type: ignore[attr-defined]


def test_the_site_wins_over_its_theme_and_new_folders_over_old(tmp_path: Path) -> None:
    found = layouts(
        tmp_path,
        "layouts/shortcodes/a.html",
        "layouts/_shortcodes/a.html",
        "layouts/shortcodes/b.html",
        "themes/t/layouts/_shortcodes/b.html",
        "themes/t/layouts/_shortcodes/box/c.html",
        "layouts/_shortcodes/d.de.html",
        "layouts/_shortcodes/e.html",
        "layouts/_shortcodes/e.en.html",
        "layouts/_shortcodes/e.md",
    )
    by_key = {(one.key, one.file.suffix): text_of(one) for one in found.shortcodes()}
    assert by_key["a", ".html"] == "layouts/_shortcodes/a.html"
    assert by_key["b", ".html"] == "layouts/shortcodes/b.html"
    assert by_key["box/c", ".html"] == "themes/t/layouts/_shortcodes/box/c.html"
    assert by_key["e", ".html"] == "layouts/_shortcodes/e.en.html"
    assert by_key["e", ".md"] == "layouts/_shortcodes/e.md"
    assert ("d", ".html") not in by_key


def test_partials_are_found_with_and_without_a_suffix(tmp_path: Path) -> None:
    found = layouts(
        tmp_path,
        "layouts/partials/x.html",
        "layouts/_partials/data.json",
        "layouts/_partials/lib.min.html",
        "themes/t/layouts/partials/func/y.html",
    )
    assert text_of(found.partial("x")) == "layouts/partials/x.html"
    assert text_of(found.partial("/x.html")) == "layouts/partials/x.html"
    assert (
        text_of(found.partial("_partials/data.json")) == "layouts/_partials/data.json"
    )
    assert text_of(found.partial("lib.min.html")) == "layouts/_partials/lib.min.html"
    assert text_of(found.partial("func/y")) == "themes/t/layouts/partials/func/y.html"
    assert found.partial("nope") is None


def test_hooks_of_the_folder_come_first(tmp_path: Path) -> None:
    found = layouts(
        tmp_path,
        "layouts/_markup/render-codeblock.html",
        "layouts/_default/_markup/render-table.html",
        "layouts/posts/_markup/render-codeblock.html",
    )
    names = ("render-codeblock-go", "render-codeblock")
    own = "layouts/posts/_markup/render-codeblock.html"
    assert text_of(found.hook(names, "posts/2020")) == own
    assert text_of(found.hook(names, "news")) == "layouts/_markup/render-codeblock.html"
    default = "layouts/_default/_markup/render-table.html"
    assert text_of(found.hook(["render-table"], "posts")) == default
    assert found.hook(["render-link"]) is None


def test_words_have_plural_forms_and_a_language_that_helps_out(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("", "utf-8")
    folder = tmp_path / "i18n"
    folder.mkdir()
    (folder / "de.yaml").write_text("tree:\n  one: Baum\n  other: Bäume\n", "utf-8")
    (folder / "en.toml").write_text(
        'hello = "Hello"\n[menu]\nhome = "Home"\n[tree]\nother = "trees"\n', "utf-8"
    )
    (folder / "fr.json").write_text("{", "utf-8")
    config = read_site_config(tmp_path)
    words = Phrases(config.i18n, "de", "en")
    assert words.find("tree", 1) == "Baum"
    assert words.find("tree", 2) == "Bäume"
    assert words.find("tree", None) == "Bäume"
    assert words.find("hello", None) == "Hello"
    assert words.find("menu.home", None) == "Home"
    assert words.find("nothing", None) is None
    broken = Phrases(config.i18n, "fr", "fr")
    assert [file.name for file, _problem in broken.problems] == ["fr.json"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other", 1.5: "other", "1.0": "other"}),
        ("fr", {0: "one", 1: "one", 1.5: "one", 2: "other"}),
        ("ja", {1: "other"}),
        ("ru", {1: "one", 2: "few", 5: "many", 11: "many", 21: "one", 22: "few"}),
        ("pl", {1: "one", 2: "few", 5: "many", 21: "many", 22: "few"}),
        ("cs", {1: "one", 3: "few", 5: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 5: "few", 11: "many", 100: "other"}),
        ("de", {True: "other", "x": "other", "1": "one"}),
        ("es", {0: "other", 1: "one", "1.0": "one", 1000000: "many"}),
        ("hi", {0: "one", "0.5": "one", 2: "other"}),
        ("sl", {1: "one", 2: "two", 101: "one", "1.5": "few", "0.0": "few"}),
        ("br", {1: "one", 2: "two", 3: "few", 9: "few", 11: "other", 21: "one"}),
        ("mk", {1: "one", 11: "other", 21: "one"}),
        ("pt-pt", {0: "other", 1: "one"}),
        ("pt-br", {0: "one", 1: "one"}),
        # What Hugo does not know counts as English does, an old code too.
        ("xx", {0: "other", 1: "one", 2: "other"}),
        ("iw", {1: "one", 2: "other"}),
        ("no language", {1: "one", 2: "other"}),
        ("ru", {"1e999999999": "other", "-1e-999999999": "other", "inf": "other"}),
    ],
)
def test_plural_forms_are_those_of_the_language(
    language: str, forms: dict[object, str]
) -> None:
    assert {count: plural_form(language, count) for count in forms} == forms


def test_footnotes_tasks_and_headings_are_printed_as_hugo_prints_them() -> None:
    made = render_html("## A *b*\n\nx[^1]\n\n- [x] d\n\n[^1]: N.\n", HugoSettings())
    assert '<h2 id="a-b">A <em>b</em></h2>' in made.html
    assert '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref"' in made.html
    assert '<input checked="" disabled="" type="checkbox"> d' in made.html
    assert '<li id="fn:1">\n<p>N.&#160;<a href="#fnref:1"' in made.html
    assert [(h.level, h.id, h.html) for h in made.headings] == [
        (2, "a-b", "A <em>b</em>")
    ]


def test_a_single_paragraph_loses_its_tags() -> None:
    assert without_paragraph("<p>a</p>\n") == "a"
    assert without_paragraph("<p>a</p>\n<p>b</p>\n") == "<p>a</p>\n<p>b</p>\n"


def test_a_summary_ends_at_the_divider_or_after_enough_words() -> None:
    divided = split_summary(render_html("a\n\n<!--more-->\n\nb\n", HugoSettings()), 70)
    assert divided[1:] == ("<p>a</p>", "<p>b</p>", True)
    text = "one two three\n\nfour\n\nfive\n"
    automatic = split_summary(render_html(text, HugoSettings()), 4)
    assert automatic.summary == "<p>one two three</p>\n<p>four</p>"
    assert automatic.is_truncated
