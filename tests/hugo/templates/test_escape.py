"""Escaping by context: what the golden cases cannot show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.escape import ESCAPERS, escape_templates
from sphinx_updates.hugo.templates.escape.context import Context, State
from sphinx_updates.hugo.templates.escape.pipeline import all_names
from sphinx_updates.hugo.templates.escape.tags import strip_tags
from sphinx_updates.hugo.templates.escape.text import follow
from sphinx_updates.hugo.templates.parser import parse
from sphinx_updates.hugo.templates.values import HTML, Duration

PIECES = st.sampled_from(
    [
        *"<>/=\"'` \n;:(){}[]$\\?#&-!*.ax1\u2028é",
        "<!--",
        "-->",
        "<script",
        "</script>",
        "<style>",
        "</style>",
        "<title>",
        "<meta content=",
        "url(",
        "url=",
        " href=",
        " onclick=",
        " style=",
        " type=",
        " srcset=",
        "//",
        "/*",
        "*/",
        "${",
        "<!doctype",
        "&quot;",
        "\\41",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def escaped(source: str) -> dict[str, str]:
    file = parse("t.html", source, lambda name: True)
    trees = escape_templates(file.trees, [file.name])
    return {name: str(tree.root) for name, tree in trees.items()}


def failure(source: str) -> str:
    with pytest.raises(TemplateError) as caught:
        escaped(source)
    return str(caught.value)


def test_every_escaper_that_a_pipe_gets_is_there() -> None:
    assert set(all_names()) == set(ESCAPERS)


def test_templates_are_escaped_for_the_place_they_are_called_in() -> None:
    source = (
        '{{ define "x" }}{{ . }}{{ end }}{{ template "x" }}<p id="{{ template "x" }}">'
    )
    found = escaped(source)
    inside = "x$htmltemplate_stateAttr_delimDoubleQuote"
    assert found["x"] == "{{. | _html_template_htmlescaper}}"
    assert found[inside] == "{{. | _html_template_attrescaper}}"
    assert f'id="{{{{template "{inside}"}}}}"' in found["t.html"]


def test_the_trees_that_were_parsed_stay_as_they_are() -> None:
    file = parse("t.html", "<!-- x -->{{ . }}", lambda name: True)
    before = str(file.trees["t.html"].root)
    escape_templates(file.trees, [file.name])
    assert str(file.trees["t.html"].root) == before


def test_what_is_returned_or_declared_is_not_escaped() -> None:
    source = "{{ $x := 1 }}{{ return $x }}"
    assert escaped(source)["t.html"] == "{{$x := 1}}{{return $x}}"


def test_a_template_that_calls_itself_is_followed_once() -> None:
    call = '{{ template "x" }}'
    body = "<b>{{ if . }}" + call + "{{ end }}"
    source = '{{ define "x" }}' + body + "{{ end }}" + call
    assert "_html" not in escaped(source)["x"]


def test_loops_in_loops_are_followed_in_linear_time() -> None:
    depth = 30
    source = "{{ range . }}" * depth + "<b>{{ . }}</b>" + "{{ end }}" * depth
    assert "htmlescaper" in escaped(source)["t.html"]


def test_literals_in_literals_without_end_are_a_fault() -> None:
    assert "nest too deep" in failure("<script>" + "`${" * 10_000)


def test_chains_of_templates_with_a_fault_at_the_end_are_followed_once() -> None:
    calls = "".join(
        f'{{{{ define "t{n}" }}}}{{{{ template "t{n + 1}" }}}}{{{{ end }}}}'
        for n in range(40)
    )
    source = calls + '{{ define "t40" }}<a =b>{{ end }}{{ template "t0" }}'
    assert "expected space, attr name, or end of tag" in failure(source)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("htmlescaper", (1, 2), "1 2"),
        ("htmlescaper", ("a", 2, None), "a2"),
        ("jsvalescaper", (1, "<"), '"1\\u003c"'),
        ("jsvalescaper", (float("nan"),), " /* json: unsupported value: NaN */null "),
        ("jsvalescaper", (Duration(10**9),), '"1s"'),
        ("nospaceescaper", ("\ud7ff\udcff",), "\ud7ff&#xfffd;"),
        ("urlnormalizer", ("\udcff",), "%ff"),
        ("jsregexpescaper", ("",), "(?:)"),
    ],
)
def test_escapers(name: str, values: tuple[object, ...], expected: str) -> None:
    assert ESCAPERS[f"_html_template_{name}"](*values) == expected


def test_values_inside_each_other_without_end_are_no_crash() -> None:
    value: list[object] = []
    value.append(value)
    assert ESCAPERS["_html_template_jsvalescaper"](value).endswith("*/null ")


@given(st.lists(TEXTS, max_size=4))
def test_no_text_crashes_the_way_through_it(texts: list[str]) -> None:
    context = Context()
    for text in texts:
        context, _ = follow(context, text)
    assert context.state in State


@given(TEXTS)
def test_html_without_tags_has_no_tags(text: str) -> None:
    kept = strip_tags(text)
    assert len(kept) <= len(text)
    shown = ESCAPERS["_html_template_attrescaper"](HTML(text))
    assert not set(shown) & set("<>\"'")


@given(st.text())
def test_no_escaper_crashes(text: str) -> None:
    for name, escape in ESCAPERS.items():
        assert isinstance(escape(text), str), name


@given(st.text())
def test_text_cannot_leave_its_place(text: str) -> None:
    marks = {
        "htmlescaper": "<>&'\"",
        "attrescaper": "<>'\"",
        "nospaceescaper": "<>'\" \n\t=`",
        "jsstrescaper": "<>'\"\n`",
        "jstmpllitescaper": "`$<",
        "urlescaper": "<>'\" &?#",
        "cssescaper": "<>'\"(){}",
    }
    for name, forbidden in marks.items():
        shown = ESCAPERS[f"_html_template_{name}"](text)
        # Entities are made of the marks that they stand for.
        assert not set(shown) & (set(forbidden) - {"&"}), name
