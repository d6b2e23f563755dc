"""What few letters of a template cannot do: fill the memory, or run for ever."""

from __future__ import annotations

import pytest

from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import LimitError, TemplateError
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.limits import Limits

LISTS = "{{ $x := slice 1 }}{{ range seq 45 }}{{ $x = slice $x $x }}{{ end }}"
MAPS = '{{ $x := dict "a" 1 }}{{ range seq 45 }}{{ $x = dict "l" $x "r" $x }}{{ end }}'
DEEP = "{{ $x := slice 1 }}{{ range seq 2000 }}{{ $x = slice $x }}{{ end }}"
LIMITS = Limits(steps=20_000)


def render(template: str, limits: Limits = LIMITS) -> str:
    return Engine(Host(), lambda _name: template, limits).render("x.html", {})


@pytest.mark.parametrize(
    "walk",
    [
        "{{ $x }}",
        "{{ print $x }}",
        '{{ printf "%v" $x }}',
        '{{ printf "%T" $x }}',
        '{{ printf "%#v" $x }}',
        "{{ jsonify $x }}",
        "<script>{{ $x }}</script>",
        "{{ debug.Dump $x }}",
        "{{ eq $x (slice 1) }}",
        "{{ in $x 1 }}",
        "{{ uniq $x }}",
        "{{ append 1 $x }}",
        "{{ sort $x }}",
        '{{ delimit $x "," }}',
        "{{ upper $x }}",
        "{{ index 5 $x }}",
        '{{ partialCached "x.html" 1 $x }}',
        '{{ transform.Remarshal "yaml" (dict "a" $x) }}',
        '{{ transform.Remarshal "toml" (dict "a" $x) }}',
        '{{ transform.Remarshal "xml" (dict "a" $x) }}',
    ],
)
def test_a_list_that_holds_itself_many_times_is_not_walked_through(
    walk: str,
) -> None:
    with pytest.raises(LimitError):
        render(LISTS + walk)


@pytest.mark.parametrize(
    "walk",
    [
        "{{ $x }}",
        "{{ jsonify $x }}",
        "{{ eq $x (dict) }}",
        "{{ merge $x $x }}",
        "{{ uniq (slice $x $x) }}",
        "{{ upper $x }}",
        '{{ transform.Remarshal "yaml" $x }}',
        '{{ transform.Remarshal "toml" $x }}',
        '{{ transform.Remarshal "xml" $x }}',
    ],
)
def test_a_map_that_holds_itself_many_times_is_not_walked_through(walk: str) -> None:
    with pytest.raises(LimitError):
        render(MAPS + walk)


@pytest.mark.parametrize(
    "walk",
    [
        "{{ len $x }}",
        "{{ $x }}",
        "{{ jsonify $x }}",
        "{{ eq $x (slice 1) }}",
        "{{ uniq $x }}",
        "{{ append 1 $x }}",
        "{{ sort $x }}",
        '{{ transform.Remarshal "yaml" (dict "a" $x) }}',
        '{{ transform.Remarshal "toml" (dict "a" $x) }}',
    ],
)
def test_a_deep_list_is_an_error_at_most(walk: str) -> None:
    try:
        render(DEEP + walk)
    except TemplateError:
        return


@pytest.mark.parametrize(
    "template",
    [
        "{{ range seq 100 }}{{ $x := seq 1000000 }}{{ end }}",
        "{{ $x := seq 100000 }}{{ range seq 90 }}{{ $x = sort $x }}{{ end }}",
        "{{ $x := slice 1 }}{{ range seq 60 }}{{ $x = $x | append $x }}{{ end }}",
        '{{ $x := seq 9000 }}{{ range $x }}{{ $y := where $x "a" 1 }}{{ end }}',
        "{{ $x := seq 9000 }}{{ range $x }}{{ $y := union $x $x }}{{ end }}",
        "{{ $x := seq 9000 }}{{ range $x }}{{ $y := in $x 0 }}{{ end }}",
        '{{ $x := seq 60000 }}{{ $y := apply $x "print" "." }}',
        (
            '{{ $s := newScratch }}{{ $s.Add "a" (seq 90000) }}{{ range seq 9 }}'
            '{{ $s.Add "a" ($s.Get "a") }}{{ end }}'
        ),
        (
            '{{ $s := newScratch }}{{ $s.Add "a" "0123456789" }}{{ range seq 40 }}'
            '{{ $s.Add "a" ($s.Get "a") }}{{ end }}'
        ),
        (
            '{{ $x := "0123456789" }}{{ range seq 40 }}'
            '{{ $x = delimit (slice $x $x) "" }}{{ end }}'
        ),
    ],
)
def test_long_work_ends(template: str) -> None:
    with pytest.raises(LimitError):
        render(template)


def test_no_try_goes_past_a_limit() -> None:
    with pytest.raises(LimitError):
        render(f"{LISTS}{{{{ with try (jsonify $x) }}}}{{{{ .Err }}}}{{{{ end }}}}")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "{a: " * 20_000,
        "- " * 20_000,
        "a = " + "[" * 20_000,
        "<a>" * 20_000,
        '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a><d>&c;</d></a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a><d/></a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><d>&b;</d></a>',
        "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
        '"',
        "\x00=\x01",
        '{"a": ' + "9" * 5_000 + "}",
    ],
)
def test_data_that_means_harm_is_an_error_at_most(text: str) -> None:
    engine = Engine(Host(), lambda _name: "{{ transform.Unmarshal .t }}", LIMITS)
    try:
        written = engine.render("x.html", {"t": text})
    except TemplateError:
        return
    assert "root:" not in written


@pytest.mark.parametrize(
    "work",
    [
        '{{ $y := replaceRE "(a|b)*c" "x" $x }}',
        '{{ $y := findRE "b" $x }}',
        '{{ $y := replace $x "b" "c" }}',
        '{{ $y := strings.Contains $x "b" }}',
        '{{ $y := $x | strings.Count "b" }}',
        "{{ $y := title $x }}",
        "{{ $y := humanize $x }}",
        "{{ $y := plainify $x }}",
        '{{ $y := split $x "" }}',
    ],
)
def test_few_calls_that_work_on_a_long_text_count_as_many(work: str) -> None:
    text = '{{ $x := strings.Repeat 1000000 "a" }}'
    with pytest.raises(LimitError):
        render(f"{text}{{{{ range seq 100 }}}}{work}{{{{ end }}}}")


def test_the_letters_of_code_count() -> None:
    with pytest.raises(LimitError):
        render('{{ highlight (strings.Repeat 30000 "a ") "python" }}')
