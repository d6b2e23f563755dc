"""Docsy's shortcodes that hold text: alerts, page infos, comments, cards, tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docsy_samples import build_cases
from docutils import nodes

from sphinx_updates.sphinx_ext.directives.parts.alerts import make_alert
from sphinx_updates.sphinx_ext.directives.parts.markup import inline_html

if TYPE_CHECKING:
    from conftest import MakeSite

ARGUMENT = "[sphinx_updates.shortcode_argument]"
BOOLEAN = "must be true or false, without quotes"
NESTING = "[sphinx_updates.shortcode_nesting]"
TITLE = '<p class="admonition-title">{}</p>'
NO_TITLE = '<p class="updates-admonition-title admonition-title">{}</p>'


def box(kind: str, colour: str, inner: str) -> str:
    """Return the HTML of an alert."""
    return f'<div class="{kind} alert-{colour} admonition">{inner}</div>'


def info(colour: str, inner: str) -> str:
    """Return the HTML of a page info."""
    classes = f"pageinfo pageinfo-{colour} admonition note sd-pt-3 docutils"
    return f'<div class="{classes}">{inner}</div>'


ALERTS = {
    '{{% alert title="A *t*" color="warning" %}}\n- **b**\n{{% /alert %}}': box(
        "warning",
        "warning",
        TITLE.format("A *t*") + "<ul><li><strong>b</strong></li></ul>",
    ),
    "{{% alert %}}**b**{{% /alert %}}": box(
        "note", "primary", NO_TITLE.format("Note") + "<p><strong>b</strong></p>"
    ),
    '{{< alert color="danger" title="<b>T</b> &amp; t" >}}**b** &lt;{{< /alert >}}': (
        box(
            "danger",
            "danger",
            TITLE.format("<strong>T</strong> &amp; t") + "**b** &lt;",
        )
    ),
    '{{< alert color="success" >}}<p class="x">h</p>{{< /alert >}}': box(
        "tip", "success", NO_TITLE.format("Tip") + '<p class="x">h</p>'
    ),
    '{{% alert color="Odd One}" %}}{{% /alert %}}': box(
        "note", "odd-one-", NO_TITLE.format("Note")
    ),
    '{{% pageinfo color="info" %}}\n*x*\n{{% /pageinfo %}}': info(
        "info", "<p><em>x</em></p>"
    ),
    # Hugo's page shows the stars of Markdown that stands in one line with the tags.
    "{{% pageinfo %}}**x**{{% /pageinfo %}}": info(
        "primary", "<p><strong>x</strong></p>"
    ),
    "{{< pageinfo >}}**x**{{< /pageinfo >}}": info("primary", "**x**"),
    "a{{% comment %}} {{% alert %}}b{{% /alert %}} {{% /comment %}}c": "<p>ac</p>",
    "a{{< comment >}}b{{< /comment >}}c": "<p>ac</p>",
    "`{{< comment >}}b{{< /comment >}}c`": (
        '<p><code class="docutils literal notranslate"><span class="pre">c</span>'
        "</code></p>"
    ),
    "```{hugo:alert} My title\n:color: info\n**x**\n```": box(
        "note", "info", TITLE.format("My title") + "<p><strong>x</strong></p>"
    ),
}


def test_boxes(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(ALERTS))
    assert cases.built.warnings == ""
    for number, (call, expected) in enumerate(ALERTS.items()):
        assert cases.html(number) == expected, call


def test_alerts_know_no_title_without_a_name(make_site: MakeSite) -> None:
    cases = build_cases(make_site, ['{{% alert "T" %}}x{{% /alert %}}'])
    (message,) = cases.warnings[0]
    assert message.startswith("shortcode 'alert' takes no positional argument here")
    assert cases.text(0) == "Note x"


QUOTES = [
    (("NOTE", "", "b", ""), "note alert-note", "Note|b", None),
    (("warning", "T", "b", "+"), "warning alert-warning", "T|b", "open"),
    (("Custom", "", "b", "-"), "note alert-custom", "Custom|b", "closed"),
    (("info", "", "", ""), "note alert-info", "Info", None),
    # Docsy: what stands behind [!NB] is the remark itself, unless there is a body.
    (("NB", "Remember.", "", ""), "note alert-nb", "Note|Remember.", None),
    (("nb", "", "b", ""), "note alert-nb", "Nb|b", None),
]


@pytest.mark.parametrize(("arguments", "classes", "parts", "fold"), QUOTES)
def test_alerts_of_quotes(
    arguments: tuple[str, str, str, str], classes: str, parts: str, fold: str | None
) -> None:
    kind, title, body, sign = arguments
    alert = make_alert(
        kind,
        [nodes.Text(title)] if title else [],
        [nodes.paragraph(body, body)] if body else [],
        sign,
    )
    assert alert["classes"] == classes.split()
    assert "|".join(child.astext() for child in alert.children) == parts
    assert alert.get("collapsible") == fold


LINES = {
    "a <b>c <i>d</i></b>": "a c d",
    "x < y &amp; z": "x < y & z",
    "</b>q": "q",
    "<!-- c -->a": "a",
    "<b>" * 50 + "x": "<b>" * 41 + "x",
}


@pytest.mark.parametrize("line", LINES)
def test_lines_of_html(line: str) -> None:
    found = "".join(node.astext() for node in inline_html(line))
    assert found == LINES[line]


CARDS = [
    (
        '{{% card header="**h**" title="*t*" subtitle="`s`" footer="f" %}}\n'
        "- i\n\np\n{{% /card %}}"
    ),
    '{{< card header="h" >}}**x**{{< /card >}}',
    (
        '{{< card code=true lang="python" highlight="linenos=table,hl_lines=2" >}}\n'
        "a = 1\nb = 2\n{{< /card >}}"
    ),
    '{{< card code="true" >}}x = 1{{< /card >}}',
    (
        '{{< card-code header="*h*" lang="toml" highlight="hl_lines=1" >}}\na = 1\n'
        "{{< /card-code >}}"
    ),
]


def test_cards(make_site: MakeSite) -> None:
    cases = build_cases(make_site, CARDS)
    whole, plain, code, quoted, older = (
        section.xpath("./div[contains(@class, 'sd-card ')]")[0]
        for section in cases.sections
    )
    assert [child.get("class").split()[0] for child in whole] == [
        "sd-card-header",
        "sd-card-body",
        "sd-card-footer",
    ]
    assert whole[0].xpath("./strong/text()") == ["h"]
    assert whole[1].xpath("./div[contains(@class, 'sd-card-title')]/em/text()") == ["t"]
    (subtitle,) = whole[1].xpath("./div[contains(@class, 'sd-card-subtitle')]")
    assert subtitle.xpath("string(./code)") == "s"
    assert whole[1].xpath("./ul/li")
    assert whole[1].xpath("./p[@class='sd-card-text']/text()") == ["p"]
    assert whole[2].text_content().strip() == "f"
    assert plain[1].text_content().strip() == "**x**"
    assert code.xpath(".//div[contains(@class, 'highlight-python')]")
    assert code.xpath(".//*[contains(@class, 'linenos')]")
    assert code.xpath("string(.//*[contains(@class, 'hll')])").strip().endswith("b = 2")
    assert quoted.xpath("string(.//pre)") == "x = 1\n"
    assert older[0].xpath("./em/text()") == ["h"]
    assert older.xpath(".//div[contains(@class, 'highlight-toml')]//*[@class='hll']")
    assert cases.warnings == [
        [],
        [],
        [],
        [f"shortcode 'card': argument 'code' {BOOLEAN}, got 'true' {ARGUMENT}"],
        [],
    ]


PANES = [
    (
        "{{< cardpane >}}\nbefore\n"
        "{{% card %}}**a**{{% /card %}}{{< card >}}b{{< /card >}}\n{{< /cardpane >}}"
    ),
    "{{% cardpane %}}\n{{% card %}}a{{% /card %}}\n\n*after*\n{{% /cardpane %}}",
    "{{< cardpane >}}<p>none</p>{{< /cardpane >}}",
    "````{hugo:cardpane}\n```{hugo:card} H\n:code:\n:lang: python\nx = 1\n```\n````",
]


def test_card_panes(make_site: MakeSite) -> None:
    cases = build_cases(make_site, PANES)
    assert cases.built.warnings == ""
    cards = "./div[contains(@class, 'sd-container-fluid')]/div/div/div"
    assert [len(section.xpath(cards)) for section in cases.sections] == [2, 1, 0, 1]
    assert [cases.text(number) for number in range(4)] == [
        "before a b",
        "after a",
        "none",
        "H x = 1",
    ]
    assert "sd-row-cols-lg-2" in cases.html(0)
    assert "sd-row-cols-lg-1" in cases.html(1)
    assert cases.sections[3].xpath(".//div[contains(@class, 'highlight-python')]")


def test_boxes_and_panes_in_other_formats(make_site: MakeSite) -> None:
    calls = [*ALERTS, *CARDS, *PANES, "{{< tabpane >}}{{< tab A >}}x{{< /tab >}}"]
    calls[-1] += "{{< /tabpane >}}"
    body = "---\ntitle: A\ndate: 2024-01-01\n---\n\n" + "\n\n".join(calls)
    site = make_site({"posts/a/index.md": body})
    packs: dict[str, Any] = {"updates_shortcode_packs": ["docsy", "hugo"]}
    text = site.build("text", **packs).text("blog/a/index.txt")
    for part in ("A *t*:\n\n* **b**", "T & t: **b** <", "*x*", "-[ A ]-\n\n   x"):
        assert part in text
    document = ("blog/a/index", "a.tex", "T", "A", "manual")
    latex = site.build("latex", latex_documents=[document], **packs).text("a.tex")
    assert r"\begin{sphinxadmonition}{note}{A *t*}" in latex
    assert r"\begin{sphinxuseclass}{pageinfo-info}" in latex
