"""Posts of every Markdown feature, compared with what real Hugo makes of them.

``golden/markdown.json`` says what Hugo printed; ``regenerate_markdown.py`` writes it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import CONF
from normalise import canonical
from samples import article

if TYPE_CHECKING:
    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden/markdown.json").read_text("utf-8")
)
CONFIGS: dict[str, dict[str, Any]] = GOLDEN["configs"]

_NOT_RUN = "an address that runs a script is shown as text, or is no address at all"
_ONE_ID = "an id stands once on a page; Hugo writes it twice, and links find the first"
_SOURCE = "the source of a diagram; where it is drawn depends on the project"
_OWN_URL = "an empty address leads to the page itself, which is written out"
DIVERGES: dict[str, str] = {
    "hugo: tables 26": "a pipe with two backslashes is a pipe behind one backslash",
    "hugo: footnotes 11": "a label with a blank in it is no footnote",
    "hugo: footnotes 30": "a footnote cannot stand in the text of a link",
    "hugo: headings 22": _ONE_ID,
    "no ids: headings 8": _ONE_ID,
    "hugo: fences 8": _SOURCE,
    "numbered lines: fences 4": _SOURCE,
    "numbered lines: fences 8": _SOURCE,
    "numbered lines: fences 13": "Pygments guesses where Chroma does not",
    "hugo: fences 17": "Hugo numbers no lines in a language that Chroma does not know",
    "hugo: fences 30": "code keeps the divider that it shows, which Hugo takes out",
    "hugo: fences 36": "Hugo leaves the last newline in inline code",
    "hugo: other syntax 48": _OWN_URL,
    "unsafe: other syntax 48": _OWN_URL,
    "hugo: other syntax 53": _NOT_RUN,
    "hugo: other syntax 54": _NOT_RUN,
    "unsafe: other syntax 54": _NOT_RUN,
}
"""By name of the case: why ours differs from Hugo's."""


def whole(built: Build, name: str) -> HtmlElement:
    """Return a post with its footnotes, which stand behind its section."""
    section = article(built, name)
    for notes in section.xpath("./following-sibling::ol[@class='footnotes']"):
        section.append(notes)
    return section


def read(html: str | HtmlElement, number: int) -> list[Any]:
    """Return a post as the tree that both programs should agree on."""
    if isinstance(html, str) and not html.strip():
        return []
    return list(map(_plain, canonical(html, base=f"/blog/c{number}/", ids=True)))


def _plain(node: Any) -> Any:
    """Return *node* without what the place of a post in its page decides.

    The level of a heading depends on those above it, and an id that docutils makes up
    stands where Hugo has none.
    """
    if isinstance(node, str):
        return node
    tag, attributes, children = node
    if re.fullmatch("h[1-6]", tag):
        tag = "heading"
        if re.fullmatch(r"id\d+", attributes.get("id", "")):
            del attributes["id"]
    return [tag, attributes, list(map(_plain, children))]


# Half a thousand posts have Hugo's own configuration.
@pytest.mark.parametrize(
    "config",
    [
        pytest.param(name, marks=pytest.mark.slow if name == "hugo" else ())
        for name in CONFIGS
    ],
)
def test_posts_read_as_in_hugo(make_site: MakeSite, config: str) -> None:
    cases = [case for case in GOLDEN["cases"] if case["config"] == config]
    front = f"---\ntitle: {GOLDEN['title']}\ndate: 2024-01-01\n---\n\n"
    files: dict[str, str | bytes] = {
        f"posts/c{number}.md": front + case["markdown"] + "\n"
        for number, case in enumerate(cases)
    }
    files["hugo.json"] = json.dumps(CONFIGS[config])
    files["docs/conf.py"] = CONF + 'updates_hugo = "../hugo.json"\n'
    built = make_site(files).build()
    differ = {}
    for number, case in enumerate(cases):
        ours = read(whole(built, f"c{number}"), number)
        hugos = read(case["html"], number)
        if ours != hugos:
            differ[case["name"]] = (case["markdown"], ours, hugos)
    expected = {name for name in DIVERGES if name.startswith(f"{config}:")}
    unexpected = {n: pair for n, pair in differ.items() if n not in expected}
    assert not unexpected
    assert expected <= differ.keys(), "these read as in Hugo by now"
