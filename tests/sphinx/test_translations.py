"""The same page in the other languages of a Hugo site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import post

if TYPE_CHECKING:
    from conftest import MakeSite

CONF = """\
project = "Site"
extensions = ["sphinx_updates"]
html_theme = "basic"
updates_site = "../website"
"""
FILES: dict[str, str | bytes] = {
    "docs/conf.py": CONF,
    "website/hugo.toml": (
        'baseURL = "https://old.example/"\ntitle = "S"\n'
        "[languages.en]\nweight = 1\nlabel = 'English'\n"
        "[languages.fr]\nweight = 2\nlabel = 'Fran\u00e7ais'\nlocale = 'fr-FR'\n"
    ),
    "website/content/posts/a.md": post("Hello.\n", "A", "tags: [x]"),
    "website/content/posts/a.fr.md": post("Bonjour.\n", "A", "slug: le-a", "tags: [x]"),
    "website/content/posts/b.md": post("Only here.\n", "B"),
}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_page_leads_to_its_translations(make_site: MakeSite, builder: str) -> None:
    end = "index.html" if builder == "html" else ""
    site = make_site(FILES)
    english = site.build(builder)
    assert english.warnings == ""
    page = english.page("posts/a/index.html")
    target = f"../../fr/posts/le-a/{end}"
    assert page.xpath("//link[@rel='alternate'][@hreflang='fr-FR']/@href") == [target]
    (link,) = page.xpath("//nav[@class='updates-translations']//a")
    assert (link.text, link.get("href")) == ("Fran\u00e7ais", target)
    assert not english.page("posts/b/index.html").xpath("//link[@hreflang]")
    # A list without a text of its own has them too.
    terms = english.page("tags/x/index.html").xpath("//link[@hreflang]/@href")
    assert terms == [f"../../fr/tags/x/{end}"]


def test_the_language_of_the_docs_is_built(make_site: MakeSite) -> None:
    built = make_site(FILES).build(language="fr")
    assert "Bonjour." in built.text("fr/posts/le-a/index.html")
    page = built.page("fr/posts/le-a/index.html")
    assert page.xpath("//nav[@class='updates-translations']//a/@href") == [
        "../../../posts/a/index.html"
    ]
    assert not built.has("posts/b/index.html")
