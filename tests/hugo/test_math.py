"""Mathematics in Hugo's Markdown; with a passthrough compared with real Hugo."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.hugo.markdown import note_heading_ids, render_inline, use_dialect
from sphinx_updates.hugo.site.math_switch import with_page_math
from sphinx_updates.hugo.site.settings import HugoSettings, settings_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden" / "math.json").read_text("utf-8")
)
CASES: list[dict[str, str]] = GOLDEN["cases"]
DOLLARS = replace(HugoSettings(), unsafe=True, dollar_math=True)
WITHOUT = replace(DOLLARS, dollar_math=False)

# What differs from Hugo on purpose, and why.
_SAME = {"s": "del"}
IN_QUOTES = "the marks of the quote are not part of the formula; in Hugo they are"
DIVERGES = {
    "> $$\n> a\n> $$": IN_QUOTES,
    "> $a\n> b$ c": IN_QUOTES,
    "| a | b |\n|---|---|\n| $c\\|d$ | e |": "the backslash only holds the cell",
}


def _pairs(name: str, place: str) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in GOLDEN["delimiters"][name][place])


def _hook(_self: object, tokens: Sequence[Token], index: int, *_rest: object) -> str:
    token = tokens[index]
    kind = "inline" if token.type == "math_inline" else "block"
    text = token.content.replace("&", "&amp;").replace("<", "&lt;")
    return f'<x-math type="{kind}">{text}</x-math>'


def _render(text: str, settings: HugoSettings) -> str:
    md = use_dialect(MarkdownIt("commonmark"), settings)
    for name in ("math_inline", "math_inline_double", "math_block"):
        md.add_render_rule(name, _hook)
    return str(md.render(text))


def _outline(page: str) -> list[Any]:
    """Return the texts and elements of a page, without what is not about math."""
    found: list[Any] = []

    def walk(element: html.HtmlElement) -> None:
        if element.tag == "input" or (
            element.tag == "p" and not element.xpath("*|text()[normalize-space()]")
        ):
            add(element.tail)
            return
        found.append((_SAME.get(element.tag, element.tag), element.get("type")))
        add(element.text)
        for child in element:
            walk(child)
        found.append("/")
        add(element.tail)

    def add(text: str | None) -> None:
        found.extend((text or "").replace("\N{NO-BREAK SPACE}", " ").split())

    walk(html.fragment_fromstring(page, create_parent="body"))
    return found


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['delimiters']}: {case['markdown']!r}"
)
def test_a_passthrough_is_hugos(case: dict[str, str]) -> None:
    settings = replace(
        WITHOUT,
        passthrough=True,
        passthrough_block=_pairs(case["delimiters"], "block"),
        passthrough_inline=_pairs(case["delimiters"], "inline"),
    )
    made = _outline(_render(case["markdown"], settings))
    assert (made == _outline(case["html"])) == (case["markdown"] not in DIVERGES), made


def test_every_difference_is_about_a_case() -> None:
    assert DIVERGES.keys() <= {case["markdown"] for case in CASES}
    assert len(CASES) > 100


def found(text: str, settings: HugoSettings = DOLLARS) -> list[tuple[str, str]]:
    """Return the formulas of *text*: ``inline`` or ``block``, and the TeX."""
    md = use_dialect(MarkdownIt("commonmark"), settings)
    return [
        ("inline" if token.type == "math_inline" else "block", token.content.strip())
        for block in md.parse(text)
        for token in (block, *(block.children or []))
        if token.type.startswith("math")
    ]


ALIGNED = "\\begin{align}\na &= b NEXT\n&= c\n\\end{align}"
EQUATION = r"\begin{equation*} x \end{equation*}"
FORMULAS = [
    # What Goldmark resolves is what the script sees.
    (r"$x\_{i j}$", "inline", "x_{i j}"),
    (r"$a \\\\ b$", "inline", r"a \\ b"),
    (r"$\{1\}$", "inline", "{1}"),
    (r"$\\{1\\}$", "inline", r"\{1\}"),
    (r"$a \& b$", "inline", "a & b"),
    ("$a &lt; b &amp; c$", "inline", "a < b & c"),
    ("$a &nonsense; b$", "inline", "a &nonsense; b"),
    (r"$x^\*$", "inline", "x^*"),
    (r"$\alpha\beta$", "inline", r"\alpha\beta"),
    # Emphasis, links and typography are not made inside a formula.
    ("$a*b*c$", "inline", "a*b*c"),
    ("$a_b$ and_c", "inline", "a_b"),
    ("*$x_1$*", "inline", "x_1"),
    ("$f'(x) -- ...$", "inline", "f'(x) -- ..."),
    ("$[a](b)$", "inline", "[a](b)"),
    ("$a<b>c$", "inline", "a<b>c"),
    # Braces are counted, and TeX escapes a dollar itself.
    (r"$\text{if $x$}$", "inline", r"\text{if $x$}"),
    (r"$a \$ b^2$", "inline", r"a \$ b^2"),
    (r"$a \\$ b^2$", "inline", r"a \$ b^2"),
    # All the delimiters.
    ("$$a$$", "block", "a"),
    ("a $$b$$ c", "block", "b"),
    (r"\\(a\\)", "inline", "a"),
    (r"a \\[b\\] c", "block", "b"),
    ("\\\\[\na\n\\\\]", "block", "a"),
    (r"\\\(a\\\)", "inline", "a"),
    (ALIGNED.replace("NEXT", 4 * "\\"), "block", ALIGNED.replace("NEXT", 2 * "\\")),
    (f"so {EQUATION} is", "block", EQUATION),
    # Places.
    ("# A $x$", "inline", "x"),
    ("# A $$x$$", "inline", "x"),
    ("| a |\n|---|\n| $x$ |", "inline", "x"),
    ("| a |\n|---|\n| $$x$$ |", "block", "x"),
    ("> $x$", "inline", "x"),
    ("> $$\n> x\n> y\n> $$", "block", "x\ny"),
    ("- a\n- $x$", "inline", "x"),
    ("- a\n\n  $$\n  x\n  + y\n  $$\n", "block", "x\n+ y"),
    ("1. $$\n   x\n   - y\n   $$", "block", "x\n- y"),
    ("a\n$$\n= x\n---\n# y\n$$\nb", "block", "= x\n---\n# y"),
    ("[$x$](u)", "inline", "x"),
    ("[$$x$$](u)", "inline", "x"),
    ("a[^1]\n\n[^1]: $x$", "inline", "x"),
    ("**$x$**", "inline", "x"),
    ("a\n: $x$", "inline", "x"),
    # Beside words and digits.
    ("$n$th", "inline", "n"),
    (r"2$\times$ faster", "inline", r"\times"),
    ("3$x$", "inline", "x"),
    ("non-$k$-free", "inline", "k"),
    ("($x$)", "inline", "x"),
    ("$5$", "inline", "5"),
    ("$10 GB$", "inline", "10 GB"),
    (r"$100\%$", "inline", r"100\%".replace("\\%", "%")),
    ("$2^n$", "inline", "2^n"),
    (r"$ \alpha $", "inline", r"\alpha"),
    ("$ x $", "inline", "x"),
    ("$U \\subset V$, $n$", "inline", "U \\subset V"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "tex"), FORMULAS)
def test_formulas_without_a_passthrough(text: str, kind: str, tex: str) -> None:
    assert found(text)[0] == (kind, tex)


NOT_MATH = [
    "It costs $5 and $6.",
    "US$10 and US$20",
    "US$10, or 20$",
    "$9.99–$20",
    "costs $5, or 6$",
    "costs $5, 6 dollars, or 7$ in all",
    "~200$, and 300$.",
    'the "$1M to $2M budget jump" at `$1M` to `$2M`',
    "$100/hr to $200/hr",
    "($5) or ($6)",
    "$5/$6",
    "5$/6$",
    "raised $2.2M in funding, not $3M",
    "$5 per hour or 6$",
    "pays $5 if it is late, and 7$",
    r"\$5 and \$6$",
    r"\$x\$",
    "$HOME/bin:$PATH",
    "`$HOME` and `$PATH`",
    "$x `code$` y",
    "$x `a` y$",
    "Micro$oft Window$",
    "Ke$ha and A$AP",
    "cheap $, pricey $$$",
    "$$ or $$",
    "$$$ and $$$",
    "only one $ here",
    "$$ only",
    "$ $",
    "$$ $$",
    "$x\n\ny$",
    "$$\nx\n\ny\n$$",
    r"\(x\)",
    r"\[x\]",
    r"\\\\(x\\\\)",
    r"\begin{document}x\end{document}",
    r"\begin{align}x",
    "```\n$x$\n```",
    "    $x$",
    "<div>\n$x$\n</div>",
    '<b title="$x$">y</b>',
    "<https://example.org/$x$>",
    "[a]($x$)",
    "cash ($, or more) and ($)",
]


@pytest.mark.parametrize("text", NOT_MATH)
def test_money_and_other_prose_is_not_math(text: str) -> None:
    assert found(text) == []


def test_money_leads_no_formula_astray() -> None:
    assert found("It costs $5 and $6, but $x_1$ is math.") == [("inline", "x_1")]
    assert found("pays $5 if x=3, and $y$.") == [("inline", "y")]
    assert found("$$ only, and $z$") == [("inline", "z")]


@pytest.mark.parametrize("text", [text for text, _kind, _tex in FORMULAS])
def test_nothing_is_math_unless_it_is_asked_for(text: str) -> None:
    assert found(text, WITHOUT) == []


def test_display_math_splits_its_paragraph_and_keeps_the_lines() -> None:
    md = use_dialect(MarkdownIt("commonmark"), DOLLARS)
    tokens = md.parse("a\nb $$x\ny$$ [c](u)\nd\n")
    blocks = [t for t in tokens if t.type in ("inline", "math_block")]
    assert [(t.type, t.map) for t in blocks] == [
        ("inline", [0, 2]),
        ("math_block", [1, 3]),
        ("inline", [2, 4]),
    ]
    assert blocks[0].content.split() == ["a", "b"]


def test_the_alternative_text_of_an_image_is_text() -> None:
    assert (
        _render("![$x_1$ is](u)", DOLLARS) == '<p><img src="u" alt="$x_1$ is" /></p>\n'
    )


def test_the_id_of_a_heading_comes_from_the_text_of_its_formulas() -> None:
    settings = replace(WITHOUT, passthrough=True, passthrough_inline=(("$", "$"),))
    for chosen, expected in ((DOLLARS, "the-x_1-case"), (settings, "the--case")):
        md = use_dialect(MarkdownIt("commonmark"), chosen)
        note_heading_ids(md, chosen)
        assert md.parse(r"# The $x\_1$ case")[0].meta["id"] == expected


def test_as_html_a_formula_is_what_a_script_looks_for() -> None:
    assert render_inline(r"$a<b$ \\(c\\)", DOLLARS) == r"$a&lt;b$ \(c\)"


HOSTILE = {
    "dollars": "$" * 50_000,
    "openings": "$a {" * 10_000,
    "brackets": r"\\( { " * 8_000 + r"\\)",
    "brackets closed inside": (r"\\({" * 5_000) + (r"\\)}" * 5_000),
    "environments": "\\begin{align}\n" * 4_000 + "\\end{align}",
    "environments with braces": "\\begin{align}{\n" * 4_000 + "\\end{align}",
    "code": "".join("$" + "`" * n + " " for n in range(300)),
    "double dollars": "$$ {\n" * 5_000,
    "money": "costs $5, or 6$ and " * 5_000,
    "NUL": "$a\0b$ \ue000 $c$",
    "paragraphs": "a $$b$$ " * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("is_passthrough", [False, True])
def test_hostile_text_takes_linear_time(text: str, is_passthrough: bool) -> None:
    settings = DOLLARS
    if is_passthrough:
        settings = replace(
            WITHOUT,
            passthrough=True,
            passthrough_block=_pairs("usual", "block"),
            passthrough_inline=_pairs("usual", "inline"),
        )
    start = time.process_time()
    found(text, settings)
    assert time.process_time() - start < 60


@given(st.text(alphabet="$\\(){}[]ab 5`*_\n&;|", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for settings in (
        DOLLARS,
        replace(WITHOUT, passthrough=True, passthrough_inline=(("$", "$"),)),
    ):
        _render(text, settings)


SWITCHES: list[tuple[dict[str, Any], bool | None]] = [
    ({"math": True}, True),
    ({"math": "katex"}, True),
    ({"math": False}, False),
    ({"math": {"enable": True}}, True),
    ({"features": {"math": {"enable": True}}}, True),
    ({"features": {"math": {"enable": False}}}, False),
    ({"katex": {"enable": True}}, True),
    ({"katex": {"version": "latest"}}, None),
    ({"katex": True}, True),
    ({"mathjax": "true"}, True),
    ({"page": {"math": {"enable": True}}}, True),
    ({"math": 3, "katex": []}, None),
    ({}, None),
]


@pytest.mark.parametrize(("params", "switch"), SWITCHES)
@pytest.mark.parametrize("default", [False, True])
def test_a_sites_parameters_switch_math(
    params: dict[str, Any], switch: bool | None, default: bool
) -> None:
    defaults = HugoSettings(dollar_math=default)
    settings, problems = settings_from({"params": params}, defaults)
    assert problems == ()
    assert settings.dollar_math is (default if switch is None else switch)


@pytest.mark.parametrize(
    ("line", "switch"),
    [
        ("math: true", True),
        ("math: false", False),
        ("katex: true", True),
        ("mathjax: true", True),
        ("title: none", None),
    ],
)
@pytest.mark.parametrize("default", [False, True])
def test_a_page_switches_math_for_itself(
    line: str, switch: bool | None, default: bool
) -> None:
    front_matter = read_front_matter(f"---\n{line}\n---\n", name="a").front_matter
    settings = with_page_math(replace(WITHOUT, dollar_math=default), front_matter)
    assert settings.dollar_math is (default if switch is None else switch)


def test_a_page_does_not_touch_a_passthrough() -> None:
    settings = replace(WITHOUT, passthrough=True)
    front_matter = read_front_matter("---\nmath: true\n---\n", name="a").front_matter
    assert with_page_math(settings, front_matter) is settings
