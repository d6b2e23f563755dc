"""Docsy's ``tabpane`` and ``tab``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docsy_samples import Cases, build_cases

if TYPE_CHECKING:
    from conftest import MakeSite
    from lxml.html import HtmlElement

ARGUMENT = "[sphinx_updates.shortcode_argument]"
NESTING = "[sphinx_updates.shortcode_nesting]"
BOOLEAN = "must be true or false, without quotes"


def labels(section: HtmlElement) -> list[tuple[str, str]]:
    """Return label and key of every tab."""
    return [
        (label.text_content().strip(), label.get("data-sync-id", ""))
        for label in section.xpath(".//label")
    ]


def pane(arguments: str, *tabs: str) -> str:
    """Return a pane of tabs, all in standard notation."""
    inner = "\n".join(f"{{{{< tab {tab}{{{{< /tab >}}}}" for tab in tabs)
    return f"{{{{< tabpane {arguments} >}}}}\n{inner}\n{{{{< /tabpane >}}}}"


# What stands in the pane: the labels and the keys that go with them, the languages.
LABELS = {
    pane("", ">}}x", "B >}}y"): ([("Tab 0", ""), ("B", "")], ["text", "text"]),
    pane("", 'header="*P* q" lang=python >}}x', "lang=bash >}}y"): (
        [("P q", "python"), ("Tab 1", "bash")],
        ["python", "bash"],
    ),
    pane("lang=python", "One >}}x", 'lang="bash" header="Two" >}}y'): (
        [("One", "one"), ("Two", "two")],
        ["python", "bash"],
    ),
    pane("langEqualsHeader=true", "Python >}}x", 'header="B" lang="json" >}}1'): (
        [("Python", "python"), ("B", "json")],
        ["Python", "json"],
    ),
    pane("persist=header", "Python >}}x"): ([("Python", "python")], ["text"]),
    pane("persist=lang lang=json", "One >}}1"): ([("One", "json")], ["json"]),
    pane("persist=disabled lang=json", "One >}}1"): ([("One", "")], ["json"]),
    pane("text=true", "PowerShell - Windows >}}x"): (
        [("PowerShell", "powershell")],
        [],
    ),
    pane("text=true persist=lang", "A >}}\n```go\nx\n```\n"): ([("A", "go")], []),
    pane("", 'header="T" text=true >}}x', "C >}}y"): ([("T", ""), ("C", "")], ["text"]),
    pane("text=true", 'header="T" text=false >}}x'): ([("T", "t")], []),
    pane("", "A >}}x").replace("<", "%").replace(">}}", "%}}"): ([("A", "")], ["text"]),
}


def test_labels_keys_and_languages(make_site: MakeSite) -> None:
    cases = build_cases(make_site, list(LABELS))
    for number, (call, (expected, languages)) in enumerate(LABELS.items()):
        section = cases.sections[number]
        assert labels(section) == expected, call
        classes = [
            block.get("class").split()[0].removeprefix("highlight-")
            for block in section.xpath(".//div[contains(@class, 'highlight-')]")
        ]
        assert classes == languages, call
    assert [number for number, found in enumerate(cases.warnings) if found] == [7]
    place = "shortcode 'tab' takes no positional argument here, got"
    hint = f"name it, as in 'header=…' {ARGUMENT}"
    assert cases.warnings[7] == [
        f"{place} '-' at position 2; {hint}",
        f"{place} 'Windows' at position 3; {hint}",
    ]


CODE = [
    pane(
        'highlight="linenos=table,hl_lines=1"',
        'lang=python header="A" >}}\na = 1\nb = 2\n\n',
        'lang=ruby header="B" highlight="hl_lines=2" >}}\na = 1\nb = 2\n',
    ),
    "{{< tabpane >}}\n{{% tab A %}}\n**a** = 1\n{{% /tab %}}\n{{< /tabpane >}}",
]


def test_code(make_site: MakeSite) -> None:
    cases = build_cases(make_site, CODE)
    assert cases.built.warnings == ""
    first, second = cases.sections[0].xpath(".//*[contains(@class, 'sd-tab-content')]")
    assert first.xpath("string(.//*[contains(@class, 'hll')])").strip() == "1a = 1"
    assert first.xpath(".//*[contains(@class, 'linenos')]")
    assert second.xpath("string(.//*[contains(@class, 'hll')])") == "b = 2\n"
    assert not second.xpath(".//*[contains(@class, 'linenos')]")
    # Differs from Hugo, which shows the HTML that Markdown makes of the code.
    assert cases.sections[1].xpath("string(.//pre)") == "**a** = 1\n"


TEXTS = [
    (
        "{{< tabpane text=true >}}\n{{% tab A %}}\n- **b**\n{{% /tab %}}\n"
        "{{< tab B >}}<i>x</i>{{< /tab >}}\n{{< /tabpane >}}"
    ),
    # Hugo's page breaks here: its own tags are indented.
    (
        "{{% tabpane text=true %}}\n{{% tab A %}}\n**b**\n{{% /tab %}}\n"
        "{{% tab B %}}\n*x*\n{{% /tab %}}\n{{% /tabpane %}}"
    ),
    "{{% tabpane text=true %}}{{% tab A %}}**b**{{% /tab %}}{{% /tabpane %}}",
    (
        "- item\n\n  {{< tabpane text=true >}}\n  {{% tab A %}}\n  **b**\n"
        "  {{% /tab %}}\n  {{< /tabpane >}}"
    ),
    (
        "`````{hugo:tabpane}\n:text:\n````{hugo:tab} A\n**b**\n````\n"
        "````{hugo:tab}\n:right: true\n*x*\n````\n`````"
    ),
]


def test_texts(make_site: MakeSite) -> None:
    cases = build_cases(make_site, TEXTS)
    assert cases.built.warnings == ""
    bodies = [
        section.xpath(".//*[contains(@class, 'sd-tab-content')]")
        for section in cases.sections
    ]
    assert [len(found) for found in bodies] == [2, 2, 1, 1, 2]
    assert all(found[0].xpath(".//strong/text()") == ["b"] for found in bodies)
    assert bodies[0][1].xpath("./i/text()") == ["x"]
    assert bodies[1][1].xpath("./p/em/text()") == ["x"]
    assert cases.sections[3].xpath("./ul/li//label")
    assert labels(cases.sections[4]) == [("A", "a"), ("Tab 1", "tab 1")]


LAYOUT = [
    pane("right=true", "A >}}x"),
    pane("", "A >}}x", 'header="B" right=true >}}y'),
    pane(
        "", 'header="File:" disabled=true >}}', "A >}}x", 'header="Z" disabled=true >}}'
    ),
    "{{< tabpane text=true >}}first {{< tab A >}}x{{< /tab >}} last{{< /tabpane >}}",
    pane(
        "text=true",
        "Outer >}}" + pane("lang=json", "Inner >}}1"),
        "Other >}}y",
    ),
    "{{< tabpane >}}{{< /tabpane >}}",
    pane("", 'header="Only" disabled=true >}}'),
]


def test_layout(make_site: MakeSite) -> None:
    cases = build_cases(make_site, LAYOUT)
    assert cases.built.warnings == ""
    pane_class, tab_class = "sd-align-major-end", "sd-ml-auto"
    assert [pane_class in cases.html(number) for number in (0, 1)] == [True, False]
    right = cases.sections[1].xpath(f".//label[contains(@class, '{tab_class}')]")
    assert [label.text_content().strip() for label in right] == ["B"]
    caption, tab_set = cases.sections[2]
    assert (caption.tag, caption.get("class")) == ("p", "tabs-caption")
    assert caption.xpath("./strong/text()") == ["File:", "Z"]
    assert [label for label, _key in labels(tab_set)] == ["A"]
    assert tab_set.xpath("./input[@checked]")
    assert cases.text(3) == "first last A x"
    assert [label for label, _key in labels(cases.sections[4])] == [
        "Outer",
        "Inner",
        "Other",
    ]
    outer = cases.sections[4].xpath("./div")
    assert len(outer) == 1
    assert outer[0].xpath("./div[1]/div[contains(@class, 'sd-tab-set')]//pre")
    assert cases.text(5) == ""
    assert cases.text(6) == "Only"


def inside(name: str, content: str) -> str:
    return f"{{{{< {name} >}}}}{content}{{{{< /{name} >}}}}"


TAB = "{{< tab A >}}x{{< /tab >}}"
DEPRECATED = (
    f"shortcode 'tabpane': argument 'persistLang' is deprecated; write 'persist' "
    f"instead {ARGUMENT}"
)
UNKNOWN = (
    "shortcode 'tabpane': argument 'persist' must be one of header, lang, disabled, "
    f"got 'disable'; it is left out {ARGUMENT}"
)
TWICE = (
    "shortcode 'tabpane': two tabs have the key 'a'; 'a' is not remembered, give it "
    f"another header or language {ARGUMENT}"
)
OUTSIDE = "shortcode 'tab': it must stand directly in 'tabpane', and is in"
FAULTS = {
    TAB: [f"{OUTSIDE} none; put it into one {NESTING}"],
    inside("cardpane", TAB): [f"{OUTSIDE} 'cardpane'; put it into one {NESTING}"],
    inside("tabpane", inside("alert", TAB)): [
        f"{OUTSIDE} 'alert'; put it into one {NESTING}"
    ],
    **{
        pane(f"{name}=1", "A >}}x"): [
            f"shortcode 'tabpane': argument {name!r} {BOOLEAN}, got 1 {ARGUMENT}"
        ]
        for name in ("text", "langEqualsHeader", "right")
    },
    **{
        pane("", f'header="A" {name}="false" >}}}}x'): [
            f"shortcode 'tab': argument {name!r} {BOOLEAN}, got 'false' {ARGUMENT}"
        ]
        for name in ("text", "disabled", "right")
    },
    pane("persist=disable", "A >}}x"): [UNKNOWN],
    pane("persistLang=false lang=json", "A >}}x"): [DEPRECATED],
    pane("persistLang=true lang=json", "A >}}x"): [DEPRECATED],
    pane("lang=json", "A >}}x", "a >}}y"): [TWICE],
}


@pytest.fixture
def faults(make_site: MakeSite) -> Cases:
    """Build everything that is wrong."""
    return build_cases(make_site, list(FAULTS))


def test_faults(faults: Cases) -> None:
    for number, (call, expected) in enumerate(FAULTS.items()):
        assert faults.warnings[number] == expected, call
        assert "x" in faults.text(number), call
    assert faults.html(0) == "<p><strong>A</strong></p>x"
    keys = [labels(section) for section in faults.sections[-3:]]
    assert keys == [[("A", "")], [("A", "a")], [("A", "a"), ("a", "")]]
