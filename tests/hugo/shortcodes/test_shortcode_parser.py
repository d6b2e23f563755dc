"""Calls are read into nodes, and what is wrong is said at its place."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from sphinx_updates.hugo.problems import ProblemKind, Span, locate
from sphinx_updates.hugo.shortcodes.lexer import MAX_BROKEN
from sphinx_updates.hugo.shortcodes.nodes import (
    Argument,
    Broken,
    Call,
    Literal,
    Notation,
    ParsedPage,
    Text,
)
from sphinx_updates.hugo.shortcodes.parser import MAX_NESTING, parse_page

SYNTAX, NESTING = ProblemKind.SHORTCODE_SYNTAX, ProblemKind.SHORTCODE_NESTING


def takes_inner(name: str) -> bool | None:
    """Know that w and wrap take inner content, and that n and m take none."""
    return {"w": True, "wrap": True, "n": False, "m": False}.get(name)


def parse(text: str) -> ParsedPage:
    return parse_page(text, takes_inner)


def only_call(text: str) -> Call:
    page = parse(text)
    assert page.problems == ()
    (call,) = (item for item in page.items if isinstance(item, Call))
    return call


def kinds(text: str) -> list[str]:
    """Return the items of a page in short: names of calls, the text of all else."""
    return [
        item.name if isinstance(item, Call) else f"{type(item).__name__}:{item}"
        for item in parse(text).items
    ]


def said(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and message of each problem, without the hints."""
    found = []
    for problem in parse(text).problems:
        assert problem.span is not None
        message = problem.message.partition("; ")[0]
        found.append((*locate(text, problem.span.start), message))
    return found


def test_a_page_without_calls_is_one_text() -> None:
    text = "a {{ .x }} {% b %}\n"
    assert parse(text) == ParsedPage((Text(text, Span(0, len(text))),), ())


def test_an_empty_page_has_no_items() -> None:
    assert parse("") == ParsedPage((), ())


def test_a_call_knows_its_places() -> None:
    text = 'x\n{{% w a="b" %}}in{{% /w %}}y'
    call = only_call(text)
    assert call == Call(
        name="w",
        notation=Notation.MARKDOWN,
        arguments=(Argument("a", "b", Span(8, 12)),),
        inner=(Text("in", Span(17, 19)),),
        span=Span(2, 29),
        open_span=Span(2, 17),
        inner_span=Span(17, 19),
        ordinal=0,
        is_self_closed=False,
    )
    assert text[slice(*call.arguments[0].span)] == 'a="b'


def test_text_after_a_call_of_three_lines_knows_its_place() -> None:
    text = "{{< n\n  a=1\n>}}\nafter"
    assert parse(text).items[1] == Text("\nafter", Span(15, 21))


@pytest.mark.parametrize(
    ("text", "inner", "is_self_closed"),
    [
        ("{{< n >}}", None, False),
        ("{{< w />}}", None, True),
        ("{{< w >}}{{< /w >}}", (), False),
        ("{{< unknown >}}", None, False),
        ("{{< unknown />}}", None, True),
        ("{{< unknown >}}{{< /unknown >}}", (), False),
    ],
)
def test_inner_content_is_none_without_a_closing_tag(
    text: str, inner: tuple[()] | None, is_self_closed: bool
) -> None:
    call = only_call(text)
    assert (call.inner, call.is_self_closed) == (inner, is_self_closed)
    assert (call.inner_span is None) == (inner is None)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("{{< n >}}", 0, None),
        ("{{< n >}}", "a", None),
        ("{{< n x >}}", 0, "x"),
        ("{{< n x >}}", 1, ""),
        ("{{< n x >}}", -1, ""),
        ("{{< n x >}}", "a", None),
        ("{{< n a=1 >}}", "a", 1),
        ("{{< n a=1 >}}", "A", ""),
        ("{{< n a=1 >}}", 0, None),
        ("{{< n a=1 a=2 >}}", "a", 2),
    ],
)
def test_get_answers_as_hugo_does(
    text: str, key: str | int, value: int | str | None
) -> None:
    assert only_call(text).get(key) == value


def test_a_call_tells_its_arguments_by_style() -> None:
    named, positional = only_call("{{< n a=1 b=x >}}"), only_call("{{< n 1 x >}}")
    assert (named.is_named, named.named(), named.positional()) == (
        True,
        {"a": 1, "b": "x"},
        (),
    )
    assert (positional.is_named, positional.named(), positional.positional()) == (
        False,
        {},
        (1, "x"),
    )
    assert only_call("{{< n >}}").is_named is False


def test_children_are_counted_apart() -> None:
    call = parse("{{< n >}}{{< w >}}{{< n >}}{{< m >}}{{< /w >}}{{< n >}}").items[1]
    assert isinstance(call, Call)
    assert call.ordinal == 1
    assert call.inner is not None
    assert [item.ordinal for item in call.inner if isinstance(item, Call)] == [0, 1]


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("{{</* n a=1 */>}}", "{{< n a=1 >}}"),
        ("{{%/* n */%}}", "{{% n %}}"),
        ("{{</*/* n */*/>}}", "{{</* n */>}}"),
        ("{{</* n\nb */>}}", "{{< n\nb >}}"),
        ("{{</**/>}}", "{{<>}}"),
    ],
)
def test_a_literal_loses_one_pair_of_comment_marks(text: str, literal: str) -> None:
    assert parse(text).items == (Literal(literal, Span(0, len(text))),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of an unknown name, a closing tag tells
        ("{{< u >}}a{{< v >}}b{{< /u >}}", ["u"]),
        ("{{< u >}}a{{< u >}}b{{< /u >}}", ["u", "Text:a", "u"]),
        (
            "{{< w >}}{{< u >}}{{< /w >}}c{{< /u >}}",
            ["w", "Text:c", "Broken:{{< /u >}}"],
        ),
        ("{{< u >}}{{< w >}}a{{< /w >}}{{< /u >}}", ["u"]),
        # Hugo takes any closing tag for the innermost call that needs one
        ("{{< w >}}{{< wrap >}}x{{< /w >}}{{< /wrap >}}", ["w"]),
        ("{{< w >}}x{{< / >}}y", ["w", "Text:y"]),
        # faults leave the rest where it is
        ("a{{< n 'x' >}}b", ["Text:a", "Broken:{{< n 'x' >}}", "Text:b"]),
        ("{{< w 'x' >}}b{{< /w >}}c", ["Broken:{{< w 'x' >}}", "Text:b", "Text:c"]),
        (
            "{{< wrap >}}{{< w 'x' >}}b{{< /w >}}c{{< /wrap >}}d",
            ["wrap", "Text:d"],
        ),
        ("{{< n a=\n{{< m >}}", ["Broken:{{< n a=", "Text:\n", "m"]),
        ("{{< n 'x\nb {{< m >}}", ["Broken:{{< n 'x", "Text:\nb ", "m"]),
        ("{{< n {{< m >}}", ["Broken:{{< n", "Text: ", "m"]),
        ("{{< n\n'x'\n>}}c", ["Broken:{{< n\n'x'\n>}}", "Text:c"]),
        ("{{< n a=1>}} b {{< m >}}", ["Broken:{{< n a=1>}}", "Text: b ", "m"]),
        ("{{< n \">}}\" 'x' >}}c", ["Broken:{{< n \">}}\" 'x' >}}", "Text:c"]),
        ('{{< n "x >}} y\nc', ['Broken:{{< n "x >}}', "Text: y\nc"]),
        ("{{< n `x >}} y\nc", ["Broken:{{< n `x >}}", "Text: y\nc"]),
        ("{{</* n >}} b\nc", ["Broken:{{</* n >}} b", "Text:\nc"]),
        ("{{< w >}}a{{< m >}}", ["w", "Text:a", "m"]),
        ("{{< n >}}a{{< /n >}}b", ["n", "Text:a", "Text:b"]),
        ("{{< w >}}{{< n >}}a{{< /n >}}b{{< /w >}}c", ["w", "Text:c"]),
        ("{{< n />}}b", ["n", "Text:b"]),
        ("a{{< /w >}}b", ["Text:a", "Broken:{{< /w >}}", "Text:b"]),
        ("{{< >}}b", ["Broken:{{< >}}", "Text:b"]),
        ("{{< n a =1 b >}}c", ["Broken:{{< n a =1 b >}}", "Text:c"]),
        ("{{< =a >}}c", ["Broken:{{< =a >}}", "Text:c"]),
    ],
)
def test_what_stands_on_the_page(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{{< w 'x' >}}b{{< /w >}}",
            [(1, 7, "unrecognized character in shortcode action: U+0027 '''. ")],
        ),
        (
            "{{< n\n  a=1\n>}}\n{{< n\n  a=1\n  'b'\n>}}",
            [(6, 3, "unrecognized character in shortcode action: U+0027 '''. ")],
        ),
        (
            "{{< n 'x' >}}\n{{< w >}}\n{{< /m >}}{{< w />}}{{< n a b=1 >}}",
            [
                (1, 7, "unrecognized character in shortcode action: U+0027 '''. "),
                (3, 6, "closing tag for shortcode 'm' does not match start tag"),
                (3, 29, "got named parameter 'b'. Cannot mix named and positional "),
                (2, 1, 'shortcode "w" must be closed or self-closed'),
            ],
        ),
        (
            "{{< w >}}{{< wrap >}}",
            [
                (1, 10, 'shortcode "wrap" must be closed or self-closed'),
                (1, 1, 'shortcode "w" must be closed or self-closed'),
            ],
        ),
        ("{{< u >}}", []),
        ("{{< n 'x' >}}a{{< /n >}}", [(1, 7, "unrecognized character")]),
        ("{{< nope.x >}}", [(1, 5, "period in shortcode name only allowed")]),
    ],
)
def test_problems_are_said_once_and_at_their_place(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    found = said(text)
    assert [place[:2] for place in found] == [place[:2] for place in expected]
    for (*_, message), (*_, start) in zip(found, expected, strict=True):
        assert message.startswith(start)


@pytest.mark.parametrize(
    ("text", "kind", "hint"),
    [
        (
            "{{<n a=1>}}",
            SYNTAX,
            "a value runs to the next space: write one before '>}}'",
        ),
        ("{{<n a=1>}} b", SYNTAX, "write one before '>}}'"),
        ("{{< n\nb", SYNTAX, "'{{< n' is not ended by '>}}'"),
        ("{{%/* n", SYNTAX, "write '*/%}}' where it ends"),
        (
            "{{% w %}}",
            NESTING,
            "write '{{% /w %}}' after its content, or '/%}}' at its",
        ),
        ("{{< n />}}", NESTING, "remove the '/'"),
        ("{{< n >}}{{< /n >}}", NESTING, "remove the closing tag"),
        ("{{< w />}}{{< /w >}}", NESTING, "no call of 'w' is open here"),
        ("{{< n b c =1 >}}", SYNTAX, "cannot mix named and positional parameters"),
        ("{{< x.inline >}}{{< n >}}", NESTING, ""),
    ],
)
def test_problems_say_what_to_do(text: str, kind: ProblemKind, hint: str) -> None:
    problem = parse(text).problems[0]
    assert problem.kind is kind
    assert hint in problem.message


def test_a_broken_call_says_what_the_problem_says() -> None:
    page = parse("{{< n 'x' >}}")
    (item,) = page.items
    assert isinstance(item, Broken)
    assert item.message == page.problems[0].message


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("{{<n>}}", "{{< n >}}"),
        ("{{%w\n1 true -.5%}}x{{</w>}}", "{{% w 1 true -0.5 %}}x{{% /w %}}"),
        ("{{< w a = b />}}", '{{< w a="b" />}}'),
        ('{{< n "a b"=1 `"`="2" >}}', '{{< n "a b"=1 `"`="2" >}}'),
        ("{{< n 0.0000001 `x` >}}", '{{< n 0.0000001 "x" >}}'),
        (
            "{{< n 100000000000000000000000.0 >}}",
            "{{< n 100000000000000000000000.0 >}}",
        ),
        (r'{{< n "\"`" >}}', r'{{< n "\"`" >}}'),
        (r'{{< n \"`x\\" >}}', r'{{< n \"`x\\" >}}'),
        (r'{{< n a=x"`\y >}}', r'{{< n a=x"`\y >}}'),
        ("{{</* n */>}}{{< n 'x' >}}", "{{</* n */>}}{{< n 'x' >}}"),
    ],
)
def test_canonical_source(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical


def test_long_strings_are_cut_in_messages() -> None:
    assert len(parse("{{< n `" + "x" * 1000).problems[0].message) < 200


@pytest.mark.parametrize("extra", [0, 1, 5000])
def test_calls_nest_up_to_a_limit(extra: int) -> None:
    depth = MAX_NESTING + extra
    page = parse("{{< w >}}" * depth + "x" + "{{< /w >}}" * depth)
    assert len(page.problems) == (1 if extra else 0)
    items, levels = page.items, 0
    while items and isinstance(items[0], Call):
        items, levels = items[0].inner or (), levels + 1
    assert levels == MAX_NESTING
    assert sum(isinstance(item, Broken) for item in items) == extra
    assert items[-1] == Text("x", Span(depth * 9, depth * 9 + 1))


def test_after_too_many_broken_calls_the_rest_is_text() -> None:
    text = "{{< n 'x' >}}" * MAX_BROKEN + "{{< n >}}"
    page = parse(text)
    assert len(page.problems) == MAX_BROKEN
    assert "the rest of the page is text" in page.problems[-1].message
    assert page.items[-1] == Text("{{< n >}}", Span(len(text) - 9, len(text)))


def test_calls_without_a_closing_tag_do_not_nest() -> None:
    page = parse("{{< u >}}" * 500)
    assert page.problems == ()
    assert len(page.items) == 500


@pytest.mark.parametrize(
    "part",
    [
        "{{< n >}}",
        "{{< u >}}",
        "{{< w >}}",
        "{{<",
        "{{</*",
        "{{< n a={{<",
        '{{< n "',
        "{{< n `",
        "{{< a={{",
        "{{< /w >}}",
        "{{< x.inline >}}",
        "{{< n 'x' >}}",
        "{{< n " + "a=b " * 20,
        "{{< w >}}{{< u >}}{{< /v >}}{{< /w >}}",
    ],
)
def test_work_grows_with_the_length_of_the_page(part: str) -> None:
    def calls(length: int) -> int:
        """The function calls that reading `length` characters takes: no clock."""
        counts: Counter[str] = Counter()
        text = part * (length // len(part))
        sys.setprofile(lambda _frame, event, _what: counts.update((event,)))
        try:
            parse(text)
        finally:
            sys.setprofile(None)
        return counts["call"] + counts["c_call"]

    # Four times the text, not sixteen times the work.
    assert calls(80_000) < 5 * calls(20_000) + 1_000
