"""Whatever stands on a page, it is read, covered and written back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.shortcodes.expansion import Placeholders, expand
from sphinx_updates.hugo.shortcodes.items import ItemKind
from sphinx_updates.hugo.shortcodes.lexer import lex_page
from sphinx_updates.hugo.shortcodes.nodes import Call, Item
from sphinx_updates.hugo.shortcodes.parser import parse_page

PARTS = [
    *["{{<", "{{%", ">}}", "%}}", "/", "*/", "/*", "{{</*", "*/>}}", "{", "}", "="],
    *[
        " ",
        "\n",
        "\t",
        '"',
        "`",
        "\\",
        '\\"',
        "\\`",
        "'",
        ".",
        "-",
        "a",
        "é",
        "²",
        "\u2003",
    ],
    *["n ", "w ", "u ", "x.inline ", "1", "-2.5", "true", 'a="b"', "a=b", "{{< n >}}"],
    *["{{< w >}}", "{{< /w >}}", "{{< u >}}", "{{< /u >}}", "{{% w /%}}", "{{< / >}}"],
]
PAGES = st.lists(st.sampled_from(PARTS), max_size=40).map("".join) | st.text()
VALUES = st.text(
    st.sampled_from('ab1. -"`\\\n>}{<%=/\té') | st.characters(exclude_categories=["Cs"])
)

ARGUMENTS = st.sampled_from(
    [
        "",
        "x 1 -2.5 true",
        'a=1 b=.5 c=true d="1" é=x"y`',
        r'"C:\d" "q\"" `"` \"b c\" \"b`\\"',
        '"a b"="1" `"`="2"',
        "a=`x\n` b=0.0000001 c=100000000000000000000.0",
        r'a="`\"" b=x"`\y',
    ]
)
FAULTLESS = st.recursive(
    st.sampled_from(["text ", "\n", "`", "{{</* n */>}}", "{{< w />}}", "{{% u %}}"])
    | ARGUMENTS.map("{{{{< n {} >}}}}".format),
    lambda parts: st.builds(
        "{{{{% w {} %}}}}{}{{{{< /w >}}}}".format,
        ARGUMENTS,
        st.lists(parts, max_size=4).map("".join),
    ),
    max_leaves=8,
)


def takes_inner(name: str) -> bool | None:
    return {"w": True, "n": False}.get(name)


def never(call: Call) -> None:
    return None


def strip_places(item: Item) -> object:
    """Return a node without its offsets."""
    if not isinstance(item, Call):
        return (type(item), str(item))
    arguments = [(a.name, a.value, type(a.value)) for a in item.arguments]
    inner = None if item.inner is None else list(map(strip_places, item.inner))
    return (
        item.name,
        item.notation,
        arguments,
        inner,
        item.ordinal,
        item.is_self_closed,
    )


@given(PAGES)
def test_any_page_is_parsed_in_order_and_within_its_text(text: str) -> None:
    page = parse_page(text, takes_inner)
    for first, second in pairwise(page.items):
        assert first.span.end <= second.span.start
    for item in page.items:
        assert 0 <= item.span.start < item.span.end <= len(text)
    for problem in page.problems:
        assert problem.span is not None
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


@given(PAGES)
def test_tags_and_texts_cover_the_page(text: str) -> None:
    end = 0
    for item in lex_page(text):
        if item.kind is ItemKind.LEFT:
            assert item.span.start == end
        elif item.kind in {ItemKind.TEXT, ItemKind.LITERAL}:
            assert item.span.start == end
            end = item.span.end
        elif item.kind in {ItemKind.RIGHT, ItemKind.ERROR}:
            end = item.span.end
    assert end == len(text)


@given(FAULTLESS | PAGES)
def test_canonical_source_of_a_faultless_page_is_read_as_the_same_page(
    text: str,
) -> None:
    page = parse_page(text, takes_inner)
    if page.problems:
        return
    again = parse_page(str(page), takes_inner)
    assert list(map(strip_places, again.items)) == list(map(strip_places, page.items))
    assert str(again) == str(page)
    assert again.problems == ()


@given(FAULTLESS)
def test_pages_that_are_meant_to_be_faultless_are(text: str) -> None:
    assert parse_page(text, takes_inner).problems == ()


@given(VALUES, st.sampled_from(["{{{{< n {} >}}}}", "{{{{< n a={} >}}}}"]))
def test_a_value_in_any_notation_is_written_back(value: str, template: str) -> None:
    for notation in ('"{}"', "`{}`", '\\"{}\\"', "{}"):
        page = parse_page(template.format(notation.format(value)), takes_inner)
        if page.problems:
            continue
        again = parse_page(str(page), takes_inner)
        assert list(map(strip_places, again.items)) == list(
            map(strip_places, page.items)
        )


@given(PAGES)
def test_every_line_of_expanded_source_has_a_place(text: str) -> None:
    page = parse_page(text, takes_inner)
    placeholders = Placeholders(text)
    result = expand(page.items, text, never, placeholders)
    assert len(result.lines) == result.text.count("\n") + 1
    assert list(result.lines) == sorted(result.lines)
    assert result.lines[-1] <= text.count("\n")
    calls = [
        part for part in placeholders.split(result.text) if not isinstance(part, str)
    ]
    assert calls == [item for item in page.items if item in calls]
