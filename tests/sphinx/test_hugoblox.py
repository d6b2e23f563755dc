"""The shortcodes of Hugo Blox and Wowchemy that need nothing but their call."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import hugoblox_cases as simple
import hugoblox_media_cases as media
import pytest
from docsy_samples import build_cases
from docutils import nodes
from hugoblox_faults import FAULTS
from samples import PNG, post, steady

from sphinx_updates.sphinx_ext.directives.hugoblox import SHORTCODES
from sphinx_updates.sphinx_ext.directives.packs import SHIPPED

if TYPE_CHECKING:
    from conftest import MakeSite
    from sphinx.application import Sphinx

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
PACKS = ["hugoblox", "hugo"]
FILES: dict[str, str | bytes] = {
    f"posts/a/{name}": b"x"
    for name in ("clip.mp4", "clip.jpg", "posterless.webm", "sound.mp3")
}
GROUPS = {
    "boxes": simple.BOXES,
    "phrases": simple.PHRASES,
    "buttons": simple.BUTTONS,
    "cards": simple.CARDS,
    "formulas": media.FORMULAS,
    "figures": media.FIGURES,
    "players": media.PLAYERS,
}

DIVERGES = {
    "callout, alert": "have a title, the name of their kind, where colours may miss",
    "button": "new_tab=false stays in the tab; in Hugo any text means a new one",
    "cta, icon": "true and false are read by Hugo's rule for its own shortcodes",
    "chart": "is tables: Plotly would be fetched from another server",
    "embed": "shows what the author says: nothing is fetched by a build",
    "gallery, figure": "pictures are neither cut nor converted, and open in no box",
    "include": "headings are not in the page's list of contents",
    "list_children": "headings of entries are strong text, not fifth-level headings",
    "math": "a formula without any signs around it is one all the same",
    "notebook": "a notebook elsewhere is not fetched; its file name is no title",
    "slide": "is a rule, and notes for the speaker can be opened",
    "steps": "are a numbered list, with numbers in every format",
    "table": "a number with a sign, a point or a percent sign is one too",
    "toc": "is open and shown on every screen unless the call says otherwise",
    "video": "one that starts by itself is muted, or browsers do not start it",
}
"""Where we mean something else than the theme, and why; for people."""


def full(text: str) -> str:
    """Return an expectation with what its words in square brackets stand for."""
    for short, long in simple.SHORT.items():
        text = text.replace(short, long)
    return text


@pytest.mark.parametrize("group", GROUPS)
def test_shortcodes(make_site: MakeSite, group: str) -> None:
    calls = [call for call, _html in GROUPS[group]]
    cases = build_cases(make_site, calls, FILES, updates_shortcode_packs=PACKS)
    assert cases.built.warnings == ""
    for number, (call, html) in enumerate(GROUPS[group]):
        assert steady(cases.html(number)) == steady(full(html)), call


def test_bad_values_are_reported_and_something_is_shown(make_site: MakeSite) -> None:
    calls = [call for call, _html, _warnings in FAULTS]
    cases = build_cases(make_site, calls, FILES, updates_shortcode_packs=PACKS)
    for number, (call, html, warnings) in enumerate(FAULTS):
        assert cases.html(number) == full(html), call
        assert cases.warnings[number] == [full(text) for text in warnings], call
    assert cases.other_warnings == []


EMOJI = {
    '{{< cta cta_text="Go :rocket:" cta_link="#c0" >}}': "Go 🚀",
    '{{< spoiler text=":warning: a:nope:c" >}}x{{< /spoiler >}}': "⚠️ a:nope:c x",
    '{{< figure src="pic.png" caption="*A* :tada:" >}}': "A 🎉",
    '{{< card title=":tada:" subtitle=":tada: s" >}}': ":tada: 🎉 s",
}


def test_emoji_have_names_in_arguments(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(EMOJI), FILES, updates_shortcode_packs=PACKS)
    assert cases.built.warnings == ""
    assert [cases.text(n) for n in range(len(EMOJI))] == list(EMOJI.values())


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_shortcodes_come_out_in_other_formats(
    make_site: MakeSite, builder: str
) -> None:
    directives = (
        "callout} tip\nIn a *box*.",
        "spoiler} More\nHidden *words*.",
        "button} https://e.example/\n:text: Press",
        "cta} Act\n:cta_link: https://e.example/",
        "card} Card title\n:subtitle: Card text",
        "figure} pic.png\n:caption: Cap\n:numbered: true",
        "math}\n$$a^2$$",
        "mermaid}\ngraph TD",
        "video} https://e.example/v.mp4",
        "bilibili} BV1xx",
        "fragment}\nA piece",
        "speaker_note}\nSaid aside",
        "steps}\n### First\n\nDo it.",
        "icon} circle-check",
        "hl}\nMarked",
        "embed} owner/name\n:platform: github",
    )
    body = "\n\n".join(f"````{{hugo:{part}\n````" for part in directives)
    site = make_site({"docs/index.md": f"# Home\n\n{body}\n", "docs/pic.png": PNG})
    built = site.build(builder, updates_shortcode_packs=PACKS)
    assert built.warnings == ""
    text = built.text("index.txt" if builder == "text" else "site.tex")
    parts = (
        "In a", "Hidden", "Press", "Act", "Card title", "Card text", "Cap", "graph TD",
        "e.example/v.mp4", "Bilibili video", "A piece", "Said aside", "First", "Do it.",
        "circle check", "Marked", "owner/name",
    )  # fmt: skip
    for part in parts:
        assert part in text, part
    assert ("Fig. 1: Cap" in text) == (builder == "text")
    assert "a^2" in text


def test_examples_build(make_site: MakeSite) -> None:
    files: dict[str, str | bytes] = {
        f"posts/a/{file.relative_to(GALLERY).as_posix()}": file.read_bytes()
        for file in GALLERY.rglob("*")
        if file.is_file() and file.suffix != ".md"
    }
    named = ("cite", "include")  # they name a page, which our own site has
    examples = [d.example for d in SHORTCODES if d.name not in named]
    assert all(examples)
    cases = build_cases(make_site, examples, files, updates_shortcode_packs=PACKS)
    assert cases.built.warnings == ""


def test_the_current_theme_has_no_figure_of_its_own() -> None:
    legacy, current = SHIPPED["hugoblox"], SHIPPED["hugoblox-current"]
    assert legacy.keys() - current.keys() == {"figure"}
    assert len(legacy) == len(SHORTCODES)
    assert "toggle" not in legacy


class mermaid(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801 - its name
    """What sphinxcontrib-mermaid calls its node."""


def test_mermaid_is_drawn_where_the_extension_is_loaded(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("sphinxcontrib.mermaid")

    def setup(app: Sphinx) -> None:
        app.add_config_value("mermaid_output_format", "raw", "html")
        visit = (lambda self, node: self.body.append(node["code"]), lambda _s, _n: None)
        app.add_node(mermaid, html=visit)

    vars(module).update(mermaid=mermaid, setup=setup)
    monkeypatch.setitem(sys.modules, "sphinxcontrib.mermaid", module)
    call = "{{< mermaid >}}\nDRAWN\n{{< /mermaid >}}\n"
    built = make_site({"posts/a.md": post(call)}).build(
        updates_shortcode_packs=PACKS,
        extensions=["sphinx_updates", "sphinxcontrib.mermaid"],
    )
    (box,) = built.body("blog/a/index.html").xpath(".//section/div[@class='docutils']")
    assert box.text_content().strip() == "DRAWN"
