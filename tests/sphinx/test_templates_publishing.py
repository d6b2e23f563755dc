"""Files that templates publish: never over Sphinx's own, never two of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from template_samples import CONF

if TYPE_CHECKING:
    from conftest import MakeSite, Site

MAKE = "{{ (resources.FromString (.Get 0) (.Get 1)).RelPermalink }}"


def site_with(make_site: MakeSite, bodies: dict[str, str]) -> Site:
    pages = {
        f"site/content/{name}.md": f"---\ntitle: {name}\n---\n\n{body}\n"
        for name, body in bodies.items()
    }
    return make_site(
        {
            "docs/conf.py": CONF,
            "site/hugo.toml": 'baseURL = "https://example.org/"\n',
            "site/layouts/_shortcodes/make.html": MAKE,
            **pages,
        }
    )


@pytest.mark.parametrize(
    "place", ["searchindex.js", "objects.inv", ".buildinfo", "_static/basic.css"]
)
def test_what_sphinx_writes_cannot_be_taken(make_site: MakeSite, place: str) -> None:
    built = site_with(make_site, {"a": f'{{{{< make "{place}" "taken" >}}}}'}).build()
    assert (built.outdir / place).read_bytes() != b"taken"
    assert built.warnings.count("WARNING") == 1
    assert "a.md:5: WARNING: shortcode 'make': _shortcodes/make.html:1:" in (
        built.warnings
    )
    assert "which is Sphinx's own" in built.warnings


@pytest.mark.parametrize("place", ["n" * 300 + ".txt", "", "../.."])
def test_a_name_that_no_file_has_is_a_warning(make_site: MakeSite, place: str) -> None:
    built = site_with(make_site, {"a": f'{{{{< make "{place}" "x" >}}}}'}).build()
    assert built.warnings.count("WARNING") == 1
    assert "cannot be published" in built.warnings
    assert "sphinx-updates-files" not in built.warnings


def test_pages_that_disagree_publish_the_first(make_site: MakeSite) -> None:
    bodies = {
        "a": '{{< make "one.txt" "of a" >}}',
        "b": '{{< make "one.txt" "of b" >}}',
    }
    site = site_with(make_site, bodies)
    built = site.build()
    assert built.text("one.txt") == "of a"
    assert "b.md:1: WARNING: a template publishes '/one.txt'" in built.warnings
    site.write({"site/content/b.md": "---\ntitle: b\n---\n" + bodies["b"] + "\n\nx\n"})
    assert site.build().text("one.txt") == "of a"


def test_a_file_may_become_a_folder(make_site: MakeSite) -> None:
    site = site_with(make_site, {"a": '{{< make "kept/x" "old" >}}'})
    assert site.build().text("kept/x") == "old"
    text = '---\ntitle: a\n---\n\n{{< make "kept/x/y.txt" "new" >}}\n'
    site.write({"site/content/a.md": text})
    site.build()
    built = site.build()
    assert built.warnings == ""
    assert built.text("kept/x/y.txt") == "new"
    kept = site.root / "doctrees" / "html" / "sphinx-updates-files"
    assert len(list(kept.iterdir())) == 1


def test_a_file_never_goes_into_a_folder_of_its_name(make_site: MakeSite) -> None:
    site = site_with(make_site, {"a": '{{< make "b" "x" >}}', "b": "text"})
    built = site.build()
    assert "cannot be published" in built.warnings
    assert not built.has("b/b")
    assert built.has("b/index.html")


def test_a_path_that_is_too_long_is_no_file(make_site: MakeSite) -> None:
    site = site_with(make_site, {"a": "{{< look >}}"})
    look = '{{ $n := strings.Repeat 5000 "n" }}[{{ readFile $n }}{{ os.ReadDir $n }}]'
    site.write({"site/layouts/_shortcodes/look.html": look})
    built = site.build()
    assert built.warnings == ""
    assert "[[]]" in built.text("a/index.html")
