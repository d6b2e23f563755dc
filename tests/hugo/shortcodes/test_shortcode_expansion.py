"""Expanded source is Markdown, and each of its lines knows where it comes from."""

from __future__ import annotations

import re

import pytest

from sphinx_updates.hugo.shortcodes.expansion import Expanded, Placeholders, expand
from sphinx_updates.hugo.shortcodes.nodes import Call, Notation
from sphinx_updates.hugo.shortcodes.parser import parse_page

OUTPUT = {"lines": "A\n\nB", "end": "A\nB\n", "empty": "", "w": "W\nX", "one": "**b**"}


def takes_inner(name: str) -> bool | None:
    return name == "w"


def replace(call: Call) -> str | None:
    return OUTPUT[call.name] if call.notation is Notation.MARKDOWN else None


def expanded(source: str) -> Expanded:
    """Return the source expanded, with every placeholder written as ``@``."""
    placeholders = Placeholders(source)
    items = parse_page(source, takes_inner).items
    result = expand(items, source, replace, placeholders)
    parts = placeholders.split(result.text)
    text = "".join(part if isinstance(part, str) else "@" for part in parts)
    return Expanded(text, result.lines)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # every place in which Markdown would see something else than one word
        ("```\n{{< n >}}\n```", "```\n@\n```"),
        ("    {{< n >}}", "    @"),
        ("`{{< n >}}`", "`@`"),
        ("<!-- {{< n >}} -->", "<!-- @ -->"),
        ('[a]({{< n "b c.md" >}} "t")', '[a](@ "t")'),
        ("![{{< n >}}](b)", "![@](b)"),
        ('[r]: {{< n "q.md" >}}', "[r]: @"),
        ('| {{< n "a|b" >}} |', "| @ |"),
        ("## A {{< n >}} B", "## A @ B"),
        ("## A {{% one %}} B", "## A **b** B"),
        ('<a href="{{< n >}}">', '<a href="@">'),
        ("<{{< n >}}>", "<@>"),
        ("*{{< n >}}*\n- {{< n >}}{{< n >}}", "*@*\n- @@"),
        # literal calls are text, broken ones a placeholder
        ("`{{</* n */>}}` {{%/* n */%}}", "`{{< n >}}` {{% n %}}"),
        ("a {{< n 'x' >}} b", "a @ b"),
        # a call's inner content goes with it
        ("a {{< w >}}b{{< /w >}} c", "a @ c"),
        ("a {{% w %}}b{{% /w %}} c", "a W\nX c"),
        ("{{% empty %}}", ""),
    ],
)
def test_what_stands_in_the_source(source: str, text: str) -> None:
    assert expanded(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("  {{% lines %}}\nx", "  A\n  \n  B\nx"),
        ("- a\n\n\t{{% lines %}}.", "- a\n\n\tA\n\t\n\tB."),
        ("- {{% lines %}}", "- A\n\nB"),
        ("  {{% end %}}.", "  A\n  B\n."),
        ("{{% one %}}  {{% lines %}}", "**b**  A\n  \n  B"),
        (" {{</* n */>}} {{% lines %}}", " {{< n >}} A\n \n B"),
        ("  {{% w %}}{{% /w %}}", "  W\n  X"),
        ("  {{% w /%}}", "  W\n  X"),
        ("  {{% w %}}x{{% /w %}}", "  W\nX"),
    ],
)
def test_lines_are_indented_like_a_tag_without_inner(source: str, text: str) -> None:
    assert expanded(source).text == text


@pytest.mark.parametrize(
    ("source", "text", "lines"),
    [
        ("", "", (0,)),
        ("a", "a", (0,)),
        ("a\nb\n", "a\nb\n", (0, 1, 2)),
        ("{{< n\n a=1\n>}}", "@", (0,)),
        ("a\n{{< n\n a=1\n>}}\nb\nc", "a\n@\nb\nc", (0, 1, 4, 5)),
        ("a\n{{< n\n a=1\n>}} b\nc", "a\n@ b\nc", (0, 1, 4)),
        ("{{% lines %}}\nb", "A\n\nB\nb", (0, 0, 0, 1)),
        ("{{% end\n%}}b\nc", "A\nB\nb\nc", (0, 0, 1, 2)),
        ("{{% end %}}\nb", "A\nB\n\nb", (0, 0, 0, 1)),
        ("{{< w >}}\nx\n{{< /w >}}\nb", "@\nb", (0, 3)),
        ("{{% empty\n\n%}}\nb", "\nb", (2, 3)),
        ("a\n{{</* n\nb */>}}\nc", "a\n{{< n\nb >}}\nc", (0, 1, 2, 3)),
        ("{{< n 'x'\n>}}\nb", "@\nb", (0, 2)),
        ("{{< w 'x' >}}\nb{{< /w\n>}}\nc", "@\nb\nc", (0, 1, 3)),
    ],
)
def test_lines_know_where_they_come_from(
    source: str, text: str, lines: tuple[int, ...]
) -> None:
    assert expanded(source) == Expanded(text, lines)


def test_lines_of_inner_content_are_those_of_the_page() -> None:
    source = "a\nb {{< w >}}\nc {{< n\n>}}\nd\n{{< /w >}}"
    call = parse_page(source, takes_inner).items[1]
    assert isinstance(call, Call)
    assert call.inner is not None
    placeholders = Placeholders(source)
    inner = expand(call.inner, source, replace, placeholders)
    assert inner.lines == (1, 2, 4, 5)
    assert [
        part for part in placeholders.split(inner.text) if isinstance(part, str)
    ] == [
        "\nc ",
        "\nd\n",
    ]


def test_no_items_stand_on_the_first_line() -> None:
    assert expand((), "a\nb", replace, Placeholders("")) == Expanded("", (0,))


def call_of(source: str) -> Call:
    (item,) = parse_page(source, takes_inner).items
    assert isinstance(item, Call)
    return item


def test_placeholders_are_found_again() -> None:
    placeholders = Placeholders("page")
    first, second = call_of("{{< n >}}"), call_of("{{< m >}}")
    a, b = placeholders.word(first), placeholders.word(second)
    assert re.fullmatch(r"[a-z][a-z0-9]*[a-z]", a)
    assert placeholders.split(f"{a}{b}x {a}1") == [first, second, "x ", first, "1"]
    assert placeholders.split("") == []
    assert placeholders.split(a) == [first]
    assert placeholders.contains(f"x{b}")
    assert not placeholders.contains("x")


def test_a_word_nobody_asked_for_is_text() -> None:
    placeholders = Placeholders("")
    word = placeholders.word(call_of("{{< n >}}")).replace("0z", "1z")
    assert placeholders.split(word) == [word]
    assert not placeholders.contains(word)


def test_placeholders_are_words_that_the_page_does_not_contain() -> None:
    seen = set()
    source = ""
    for _ in range(3):
        word = Placeholders(source).word(call_of("{{< n >}}"))
        assert word not in source.lower()
        seen.add(word)
        source += word.upper() + " hugocall1x "
    assert len(seen) == 3


def test_placeholders_are_the_same_every_time() -> None:
    words = {Placeholders("a").word(call_of("{{< n >}}")) for _ in range(2)}
    assert len(words) == 1
