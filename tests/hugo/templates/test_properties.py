"""What holds for every template, however wild."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_templates import check, check_printing, soup, template

from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import (
    LimitError,
    MissingError,
    TemplateError,
)
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.lexer import Lexer
from sphinx_updates.hugo.templates.limits import LIMITS, Limits
from sphinx_updates.hugo.templates.parser import parse
from sphinx_updates.hugo.templates.tokens import Kind
from sphinx_updates.hugo.templates.values import Object, reachable
from sphinx_updates.hugo.templates.verbs import sprintf

SEEDS = st.integers(0, 2**64).map(Random)
SOUPS = SEEDS.map(soup)
TEMPLATES = SEEDS.map(template)


@settings(deadline=None)
@given(st.one_of(st.text(), SOUPS, TEMPLATES))
def test_tokens_come_to_an_end(source: str) -> None:
    tokens = list(Lexer(source).tokens())
    assert tokens[-1].kind in (Kind.EOF, Kind.ERROR)
    assert all(t.kind not in (Kind.EOF, Kind.ERROR) for t in tokens[:-1])
    assert all(source.startswith(t.text, t.offset) for t in tokens[:-1])


@settings(deadline=None)
@given(st.one_of(SOUPS, TEMPLATES))
def test_printed_trees_print_the_same_again(source: str) -> None:
    check_printing(source)


@settings(deadline=None)
@given(st.one_of(st.text(), SOUPS, TEMPLATES), st.sampled_from(["html", "md"]))
def test_only_errors_of_templates_come_out(source: str, kind: str) -> None:
    check(source, kind=kind)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*"%vdsqxXoObcUeEfFgGtTpw*.[]0123 +-#é", "%"])),
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-(2**63), 2**63 - 1),
            st.floats(),
            st.text(),
            st.complex_numbers(),
            st.lists(st.integers(-99, 99)),
        ),
        max_size=4,
    ),
)
def test_printf_always_answers(layout: list[str], values: list[object]) -> None:
    assert isinstance(sprintf("".join(layout), *values), str)


def run(source: str, *, limits: Limits = LIMITS, dot: object = None) -> str:
    return Engine(Host(), {"x.md": source}.get, limits).render("x.md", dot)


def test_nesting_is_bounded() -> None:
    for source in (
        "{{ print " + "(" * 5000 + "1" + ")" * 5000 + "}}",
        "{{ if 1 }}" * 5000 + "{{ end }}" * 5000,
        "{{ if 1 }}" + "{{ else if 1 }}" * 5000 + "{{ end }}",
        '{{ define "a" }}' * 5000,
        '{{ block "a" . }}' * 5000 + "{{ end }}" * 5000,
    ):
        with pytest.raises(TemplateError):
            run(source)


def test_what_is_nested_as_deep_as_may_be_runs() -> None:
    deep = LIMITS.nesting // 2 - 2
    assert run("{{ if 1 }}" * deep + "x" + "{{ end }}" * deep) == "x"
    assert run("{{ print " + "(print " * deep + "1" + ")" * deep + "}}") == "1"


def test_recursion_is_bounded() -> None:
    with pytest.raises(LimitError, match="40 deep"):
        run('{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}')
    with pytest.raises(LimitError, match="40 deep"):
        run(
            '{{ define "_partials/a.md" }}{{ partial "a.md" . }}{{ end }}'
            '{{ partial "a.md" }}'
        )


def test_work_is_bounded() -> None:
    with pytest.raises(LimitError, match="2,000,000 steps"):
        run("{{ range 9999 }}{{ range 9999 }}{{ end }}{{ end }}")


def test_output_is_bounded() -> None:
    with pytest.raises(LimitError, match="1,000 characters"):
        run(
            "{{ range 99 }}a long text{{ end }}{{ range 99 }}more{{ end }}",
            limits=Limits(output=1000),
        )


def test_texts_are_bounded() -> None:
    with pytest.raises(LimitError, match="print gives more than 10,000,000 characters"):
        run('{{ $x := "ab" }}{{ range 99 }}{{ $x = print $x $x }}{{ end }}')


def test_variables_are_bounded() -> None:
    with pytest.raises(LimitError, match="1,000 variables"):
        run("{{ $x := 1 }}" * 1001)
    assert run("{{ if 1 }}{{ $x := 1 }}{{ end }}" * 1001) == ""


def test_time_is_bounded() -> None:
    with pytest.raises(LimitError, match="0 seconds"):
        run("{{ range 99999 }}{{ end }}", limits=Limits(seconds=0))


def test_try_does_not_hide_a_limit() -> None:
    with pytest.raises(LimitError):
        run(
            "{{ range 9999 }}{{ with try (seq 9999) }}{{ end }}{{ end }}",
            limits=Limits(steps=1000),
        )


def test_a_limit_says_where_the_template_was() -> None:
    with pytest.raises(LimitError, match=r"template: x\.md:2:9: "):
        run("\n{{ range 9999999 }}{{ end }}")


class Thing(Object):
    go_type = "*thing.Thing"
    secret = "not to be seen"

    @reachable("Name")
    def name(self) -> str:
        return "n"

    @reachable("Twice")
    def twice(self, text: str, count: int = 2) -> str:
        return text * count

    @reachable("Fault")
    def fault(self) -> object:
        return int("no number")


@pytest.mark.parametrize(
    "field", ["secret", "name", "__class__", "go_type", "methods", "__init__", "Secret"]
)
def test_only_declared_methods_are_reached(field: str) -> None:
    with pytest.raises(MissingError, match=f"can't evaluate field {field} in type"):
        run(f"{{{{ (index . 0).{field} }}}}", dot=[Thing()])


def test_methods_have_types_and_counts() -> None:
    thing = Thing()
    assert (
        run(
            '{{ .Twice "ab" }}{{ .Twice "c" 3 }}{{ "d" | .Twice }}{{ .Name }}',
            dot=thing,
        )
        == "ababcccddn"
    )
    with pytest.raises(TemplateError, match="at <3>: expected string; found 3"):
        run("{{ .Twice 3 }}", dot=thing)
    with pytest.raises(
        TemplateError, match="wrong number of args for Twice: want 2 got 3"
    ):
        run('{{ .Twice "a" 1 2 }}', dot=thing)


def test_a_fault_of_python_is_an_error_of_the_template() -> None:
    with pytest.raises(TemplateError, match="error calling Fault"):
        run("{{ .Fault }}", dot=Thing())


def test_a_function_of_hugo_that_is_not_here_is_missing() -> None:
    with pytest.raises(MissingError, match=r"template: x\.md:1:3") as caught:
        run("{{ babel . }}")
    assert caught.value.name == "babel"


def test_trees_can_be_compared() -> None:
    def root(source: str) -> object:
        return parse("x", source, lambda name: True).trees["x"].root

    assert root("{{ .a }}") == root("{{.a}}")
    assert root("{{ .a }}") != root("{{.b}}")
