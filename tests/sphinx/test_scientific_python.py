"""The shortcodes of the Scientific Python theme, of numpy.org, of Matplotlib's blog."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import CONF, Build, Site
from samples import PNG, article, html_of, post, steady
from scientific_python_cases import CASES, FAULTS, FILES

from sphinx_updates.sphinx_ext.directives.scientific_python import SHORTCODES

PACKS = ["scientific-python", "hugo"]
PICTURES: dict[str, str | bytes] = {"posts/pic.png": PNG, "posts/dark.png": PNG}
GOLDEN = Path(__file__).parent.parent / "golden"

# What differs from the theme's own page, on purpose. Tabs, dropdowns, buttons, badges
# and cards are those of sphinx-design, so that every writer has them.
DIVERGES = {
    "figure": "no id of the order on the page: two figures could share one",
    "details": "a summary that is not given reads as browsers show an empty one",
    "card": "the link of a card has a text, for those who do not see the card",
    "blockquote": "a cite that would run a script is left out",
}


def _site(root: Path) -> Site:
    site = Site(root.resolve())
    site.write({"docs/conf.py": CONF, "docs/index.md": "# Home\n", **PICTURES, **FILES})
    return site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site with a post for each case."""
    site = _site(tmp_path_factory.mktemp("cases"))
    site.write({f"posts/{name}.md": post(call) for name, call in CASES.items()})
    return site.build(updates_shortcode_packs=PACKS)


def test_every_case_builds_without_a_warning(built: Build) -> None:
    assert built.warnings == ""
    called = set(re.findall(r"\{\{[<%] ([\w-]+)", "".join(CASES.values())))
    assert called == {definition.name for definition in SHORTCODES}


def read_golden(name: str) -> dict[str, str]:
    """Return the parts of a golden file by name; ``## name`` starts each."""
    parts = re.split(
        r"^## (.+)\n", (GOLDEN / name).read_text("utf-8"), flags=re.MULTILINE
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


MADE = read_golden("scientific_python.txt")
REPORTED = read_golden("scientific_python_faults.txt")


def plain(html: str) -> str:
    """Return *html* without what the versions of sphinx-design and Sphinx differ in."""
    html = re.sub(r"<svg.*?(sd-octicon-[\w-]+).*?</svg>", r"[\1]", html)
    html = re.sub(r"(?<=[ \"])(docutils|sd-sphinx-override|no-scaled-link) ?", "", html)
    html = re.sub(r' (aria-controls|id)="sd-tab-item-\d-content"', "", html)
    return html.replace(' class=""', "").replace(' "', '"')


@pytest.mark.parametrize("name", CASES)
def test_makes(built: Build, name: str) -> None:
    made = f"{plain(html_of(built, name))}\n"
    assert steady(made) == steady(MADE[name])


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a site with a post for each fault."""
    site = _site(tmp_path_factory.mktemp("faults"))
    site.write({f"posts/{name}.md": post(call) for name, call in FAULTS.items()})
    return site.build(updates_shortcode_packs=PACKS)


def reports(built: Build, name: str) -> str:
    """Return the warnings about a file, without its name, and what its page says."""
    file = f"<site>/posts/{name}"
    warnings = built.warnings.splitlines()
    found = [w.removeprefix(f"{file}:") for w in warnings if w.startswith(f"{file}:")]
    if "." not in name.removesuffix(".md"):
        text = " ".join(article(built, name.removesuffix(".md")).text_content().split())
        found.append(f"= {text[:60]}".rstrip())
    return "".join(f"{line}\n" for line in found)


@pytest.mark.parametrize("name", REPORTED)
def test_reports(faulty: Build, name: str) -> None:
    assert reports(faulty, name) == REPORTED[name]


def test_every_report_is_expected(faulty: Build) -> None:
    files = {
        w.removeprefix("<site>/posts/").partition(":")[0]
        for w in faulty.warnings.splitlines()
    }
    assert files <= set(REPORTED)


def test_paper_shows_what_the_screen_shows(tmp_path: Path) -> None:
    site = _site(tmp_path)
    calls = (call for name, call in CASES.items() if not name.startswith("include-"))
    site.write({"posts/all.md": post("\n\n".join(calls))})
    document = ("blog/all/index", "a.tex", "T", "A", "howto")
    built = site.build(
        "latex", latex_documents=[document], updates_shortcode_packs=PACKS
    )
    latex = " ".join(built.text("a.tex").split())
    for expected in (
        r"\begin{sphinxadmonition}{note}{Mission}",
        r"\sphinxstylesidebartitle{A *t*}",
        r"\sphinxhref{https://e.example/}{Go}",
        r"\sphinxhref{https://e.example/}{\DUrole{sd-visually-hidden}{T *t*}}",
        r"\begin{wrapfigure}{l}",
        r"\sphinxmultirow{2}",
        r"\sphinxAtStartPar 1.5",
        r"a_1 * b_1 * c",
        r"\begin{align}a &= b\end{align}",
        r"\sphinxstyleemphasis{text}",
    ):
        assert expected in latex
    assert "dark.png" not in latex


def test_text_shows_what_the_screen_shows(tmp_path: Path) -> None:
    site = _site(tmp_path)
    shown = ("admonition-tip", "blockquote", "tabs", "table", "field-list", "figure")
    body = "\n\n".join(CASES[name] for name in shown)
    site.write({"posts/all.md": post(body)})
    text = site.build("text", updates_shortcode_packs=PACKS).text("blog/all/index.txt")
    for expected in (
        "Tip: Some *text*.",
        "-- Ann, *of x*",
        "-[ A *b* ]-",
        "| wide              | a  b |",
        "A *a*:\n   B *b*",
        "By *us* C *c*",
    ):
        assert expected in text


DIRECTIVES = {
    "docs/page.md": "---\norphan: true\n---\n\n# Page\n\n"
    "```{hugo:admonition} mission\nSome *text*.\n```\n\n"
    "```{hugo:grid} 1 2 3 4\n:gutter: 1\n\n[[item]]\ntype = 'card'\n"
    "title = 'T'\nbody = 'B *b*'\n```\n\n"
    "```{hugo:badge} info\n:style: outline\nnew\n```\n\n"
    "```{hugo:include-code} page.py\n:language: python\n```\n\n"
    "```{hugo:include-md} part.txt\n```\n\n"
    "```{hugo:card}\ntitle = 'T'\nbody = open\n```\n",
    "docs/page.py": "x = 1\n",
    "docs/part.txt": "Some *part*.\n",
    "posts/m.md": "---\ntitle: M\ndate: 2024-01-01\nmarkup: myst\n---\n\n"
    "```{hugo:grid} 2\n[[item]]\nbody = '''\n"
    "a {{< badge info >}}in{{< /badge >}}\n'''\n```\n\n"
    '```{hugo:grid} 2\n:file: team.toml\n```\n\n{{< include "part.txt" >}}\n',
}


def test_directives_make_the_same(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.write(DIRECTIVES)
    built = site.build(updates_shortcode_packs=PACKS)
    fault = "shortcode 'card': it is not readable as TOML: invalid value"
    assert built.warnings == (
        f"<site>/docs/page.md:34: WARNING: {fault} "
        "[sphinx_updates.shortcode_argument]\n"
    )
    page = built.body("page.html")
    assert page.xpath("string(.//*[@class='admonition-title'])") == "Mission"
    card = page.xpath("string(.//*[contains(@class, 'sd-card-body')])")
    assert card.split() == ["T", "B", "b"]
    assert page.xpath("string(.//*[contains(@class, 'sd-outline-info')])") == "new"
    assert page.xpath(".//*[contains(@class, 'highlight-python')]")
    assert page.xpath(".//p[em = 'part']")
    made = article(built, "m")
    badges = made.xpath(".//*[contains(@class, 'sd-badge')]")
    assert [badge.text_content() for badge in badges] == ["in", "Bo", "in"]
    assert made.xpath(".//img/@src") == ["../pic.png"]


def test_a_page_is_read_again_when_what_it_includes_changes(tmp_path: Path) -> None:
    site = _site(tmp_path)
    calls = (
        '{{< include "later.txt" >}}\n\n{{< grid file="later.toml" />}}\n\n'
        '{{< include-html "later.htm" >}}\n'
    )
    site.write({"posts/a.md": post(calls)})
    assert site.build(updates_shortcode_packs=PACKS).warnings.count("not found") == 3
    site.write(
        {
            "posts/later.txt": "one",
            "posts/later.toml": "item = [{body = 'two'}]",
            "posts/later.htm": "three",
        }
    )
    built = site.build(updates_shortcode_packs=PACKS)
    assert built.warnings == ""
    assert article(built).text_content().split() == ["one", "two", "three"]


LINES = {
    "One.\n\nTwo *x*.": "One. Two x.",
    "- a\n- b": "- a - b",
    "# H": "# H",
    "~~~\nx\n~~~": "~~~ x ~~~",
    "{{< badge >}}": "{{< badge >}}",
}


def test_what_stands_in_one_line_stays_in_one_line(tmp_path: Path) -> None:
    site = _site(tmp_path)
    calls = (
        f"{{{{< figure src=pic.png caption=`{text}` >}}}}\n\n"
        f"{{{{< details `{text}` >}}}}x{{{{< /details >}}}}\n\n"
        f"{{{{< blockquote by=`{text}` >}}}}x{{{{< /blockquote >}}}}"
        for text in LINES
    )
    site.write({"posts/a.md": post("\n\n".join(calls))})
    page = article(site.build(updates_shortcode_packs=PACKS))
    for path in ("figcaption", "details/summary", "p[@class='attribution']"):
        found = [e.text_content().lstrip("—").split() for e in page.xpath(f".//{path}")]
        assert found == [text.split() for text in LINES.values()]
        assert not page.xpath(f".//{path}//*[self::ul or self::pre or self::h2]")
