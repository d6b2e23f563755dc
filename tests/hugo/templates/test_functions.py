"""Functions where a site has more than the golden cases: a folder, languages, words.

What is expected was run with hugo@0.168.
"""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import LimitError, TemplateError
from sphinx_updates.hugo.templates.functions.digests import xx_sum
from sphinx_updates.hugo.templates.functions.library import functions
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.values import CSS, HTML, Duration, Params

BASE = "https://example.org/sub/"


class SiteHost(Host):
    base_url = BASE

    def __init__(self, language: str = "en", prefix: str = "") -> None:
        self.language = language
        self.language_prefix = prefix
        self.said: list[tuple[str, str, str]] = []

    def translate(self, key: str, argument: object) -> str:
        return f"{key}: {argument}"

    def warn(self, message: str, *, level: str, key: str = "") -> None:
        self.said.append((message, level, key))


def run(template: str, host: Host | None = None) -> str:
    engine = Engine(host or SiteHost(), lambda _name: None)
    engine.parse("_partials/case.md", template)
    return engine.render("_partials/case.md", {})


@pytest.mark.parametrize(
    ("path", "absolute", "relative"),
    [
        ("", BASE, "/sub/"),
        ("foo", f"{BASE}foo", "/sub/foo"),
        ("/foo", "https://example.org/foo", "/foo"),
        ("foo/", f"{BASE}foo/", "/sub/foo/"),
        ("/sub/foo", f"{BASE}foo", "/sub/foo"),
        ("http://x.org/a", "http://x.org/a", "http://x.org/a"),
        ("//x.org/a", "//x.org/a", "//x.org/a"),
        (f"{BASE}foo", f"{BASE}foo", "/sub/foo"),
        (BASE, BASE, "/sub"),
        ("https://example.org/foo", "https://example.org/foo", None),
        ("https://example.org/sub", "https://example.org/sub", None),
        ("a b/é?q=ü#f", f"{BASE}a%20b/%C3%A9?q=ü#f", "/sub/a b/é?q=ü#f"),
        ("mailto:x@y", "mailto:x@y", "mailto:x@y"),
        ("../a", "https://example.org/a", "/a"),
        ("..", "https://example.org/", "/"),
        (".", "https://example.org/sub", "/sub"),
        ("#f", "https://example.org/sub#f", "/sub/#f"),
        ("?q", "https://example.org/sub?q", "/sub/?q"),
        (":bad", ":bad", ":bad"),
        ("%zz", "%zz", "%zz"),
        ("/", "https://example.org/", "/"),
        ("a//b", f"{BASE}a/b", "/sub/a/b"),
        ("a/./b/../c/", f"{BASE}a/c/", "/sub/a/c/"),
        ("a?x=/b/../c", f"{BASE}a?x=/b/../c", "/sub/a?x=/c"),
        ("/a#b/", "https://example.org/a#b/", "/a#b/"),
    ],
)
def test_addresses_under_a_folder(
    path: str, absolute: str, relative: str | None
) -> None:
    assert run(f'{{{{ absURL "{path}" }}}}') == absolute
    assert run(f'{{{{ relURL "{path}" }}}}') == (relative or path)


@pytest.mark.parametrize(
    ("path", "absolute", "relative"),
    [
        ("foo", f"{BASE}fr/foo", "/sub/fr/foo"),
        ("/foo", "https://example.org/fr/foo", "/fr/foo"),
        ("fr/foo", f"{BASE}fr/foo", "/sub/fr/foo"),
        ("/fr/foo", "https://example.org/fr/foo", "/fr/foo"),
        ("", f"{BASE}fr/", "/sub/fr/"),
        ("/", "https://example.org/fr/", "/fr/"),
        (f"{BASE}foo", f"{BASE}foo", "/sub/fr/foo"),
        (f"{BASE}fr/foo", f"{BASE}fr/foo", "/sub/fr/fr/foo"),
        ("#f", f"{BASE}fr/#f", "/sub/fr/#f"),
    ],
)
def test_addresses_of_a_language(path: str, absolute: str, relative: str) -> None:
    host = SiteHost("fr", "fr")
    assert run(f'{{{{ absLangURL "{path}" }}}}', host) == absolute
    assert run(f'{{{{ relLangURL "{path}" }}}}', host) == relative


@pytest.mark.parametrize("base", ["", "/", "https://example.org/"])
def test_addresses_without_a_folder(base: str) -> None:
    host = SiteHost()
    host.base_url = base
    assert run('{{ relURL "a/b" }} {{ relURL "/a/" }} {{ relURL "" }}', host) in {
        "/a/b /a/ /",
        "/a/b /a/ ",
    }


DATE = '"2020-03-04T15:06:07Z"'
FORMS = " | ".join(
    f'{{{{ time.Format ":{form}" {DATE} }}}}'
    for form in ("date_full", "date_long", "date_medium", "date_short", "time_medium")
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mittwoch, 4. März 2020 | 4. März 2020 | 04.03.2020 | 04.03.20"),
        ("fr", "mercredi 4 mars 2020 | 4 mars 2020 | 4 mars 2020 | 04/03/20"),
        ("sv", "onsdag 4 mars 2020 | 4 mars 2020 | 4 mars 2020 | 20-03-04"),
        ("ja", "2020年3月4日水曜日 | 2020年3月4日 | 2020/03/04 | 20/03/04"),
        ("xx", "Wednesday, March 4, 2020 | March 4, 2020 | Mar 4, 2020 | 3/4/20"),
    ],
)
def test_dates_of_a_language(language: str, text: str) -> None:
    found = run(FORMS, SiteHost(language))
    assert found.rpartition(" | ")[0] == text
    assert found.endswith(("15:06:07", "3:06:07\u202fpm"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,234,567.89|-1,234|-12.6%|$1,234.50|€-1,234.50"),
        ("de", "1.234.567,89|-1.234|-12,6\xa0%|1.234,50\xa0$|-1.234,50\xa0€"),
        ("pt", "1.234.567,89|-1.234|-12,6%|US$\xa01.234,50|€\xa0-1.234,50"),
        (
            "sv",
            "1 234 567,89|−1 234|−12,6 %|1 234,50 US$|−1 234,50 €".replace(" ", "\xa0"),
        ),
        ("zh", "1,234,567.89|-1,234|-12.6%|US$1,234.50|€-1,234.50"),
    ],
)
def test_numbers_of_a_language(language: str, text: str) -> None:
    template = (
        "{{ lang.FormatNumber 2 1234567.891 }}|{{ lang.FormatNumber 0 -1234 }}"
        '|{{ lang.FormatPercent 1 -12.55 }}|{{ lang.FormatCurrency 2 "USD" 1234.5 }}'
        '|{{ lang.FormatAccounting 2 "EUR" -1234.5 }}'
    )
    assert run(template, SiteHost(language)) == text


def test_names_in_a_layout() -> None:
    long = '{{ time.Format "Monday 2 January 2006" "2020-05-05" }}'
    assert run(long, SiteHost("fr")) == "mardi 5 mai 2020"
    both = f'{{{{ time.Format "Monday Mon January Jan 2 PM" {DATE} }}}}'
    assert run(both, SiteHost("de")) == "Mittwoch Wed März Mar 4 PM"


def test_translations_come_from_the_host() -> None:
    assert run('{{ i18n "a" }} {{ T "b" 3 }} {{ lang.Translate "c" nil }}') == (
        "a: None b: 3 c: None"
    )
    with pytest.raises(TemplateError, match="expecting at most 2, got 4"):
        run('{{ i18n "a" 1 2 3 }}')


def test_warnings_with_details() -> None:
    host = SiteHost()
    run('{{ fmt.Warnmf (dict "b" 2 "a" 1) "x %d" 3 }}', host)
    run('{{ fmt.Errormf nil "y" }}', host)
    assert host.said == [("x 3 a 1 b 2", "warning", ""), ("y", "error", "")]


def test_numbers_by_chance_come_again() -> None:
    template = "{{ math.Rand }} {{ math.Rand }}"
    found = run(template)
    assert found == run(template)
    first, second = map(float, found.split())
    assert 0 <= first < 1
    assert first != second


def test_counters_go_on_in_a_page() -> None:
    host = SiteHost()
    assert run("{{ math.Counter }}{{ math.Counter }}", host) == "12"
    assert run("{{ math.Counter }}", host) == "3"
    assert run("{{ math.Counter }}") == "1"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+$", "a" * 50_000 + "b"),
        ("(a|aa)+$", "a" * 50_000 + "b"),
        ("(.*)*(.*)*(.*)*x", "a" * 20_000),
        ("(a?){500}a{500}", "a" * 500),
        ("^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 50_000),
    ],
)
def test_no_pattern_hangs(pattern: str, text: str) -> None:
    engine = Engine(Host(), lambda _name: None)
    engine.parse("_partials/case.md", f'{{{{ replaceRE "{pattern}" "-" . }}}}')
    assert engine.render("_partials/case.md", text) in {text, "-"}


@pytest.mark.parametrize(
    "template",
    [
        '{{ strings.Repeat 100000000000 "abc" }}',
        '{{ replace (strings.Repeat 9000 "a") "a" (strings.Repeat 9000 "b") }}',
        '{{ replaceRE "a" (strings.Repeat 9000 "b") (strings.Repeat 9000 "a") }}',
        '{{ $s := strings.Repeat 9000 "a" }}{{ strings.ReplacePairs "a" $s $s }}',
        '{{ jsonify (dict "indent" (strings.Repeat 9000000 " ")) (slice 1 2) }}',
    ],
)
def test_no_text_fills_the_memory(template: str) -> None:
    with pytest.raises(LimitError):
        run(template)


@pytest.mark.parametrize(
    "template",
    [
        '{{ strings.Split (strings.Repeat 1000 "a,") "," | len }}',
        '{{ path.Clean (strings.Repeat 10000 "../a/") }}',
        '{{ urls.Parse (strings.Repeat 10000 "%41/") }}',
        '{{ $s := strings.Repeat 5000 "x\\n" }}{{ strings.Diff "" $s "" "x\\n" }}',
        '{{ truncate 5 (strings.Repeat 10000 "<b>" | safeHTML) }}',
        '{{ truncate 500000 (strings.Repeat 500000 "<" | safeHTML) }}',
        '{{ truncate 900000 (print (strings.Repeat 300000 "<a ") "\\n>" | safeHTML) }}',
        '{{ truncate 9 (print "<a" (strings.Repeat 300000 "\\n") ">" | safeHTML) }}',
        '{{ strings.CountWords (strings.Repeat 50000 "<") }}',
        '{{ strings.CountWords (strings.Repeat 50000 "<a \'") }}',
        '{{ strings.CountWords (strings.Repeat 50000 "<!--") }}',
    ],
)
def test_long_texts_end(template: str) -> None:
    run(template)


def test_xxhash_of_all_lengths() -> None:
    """Each way through the sum: short, whole blocks, words, single bytes."""
    assert f"{xx_sum(b''):016x}" == "ef46db3751d8e999"
    assert f"{xx_sum(b'Hello'):016x}" == "0a75a91375b27d44"
    sums = {xx_sum(b"x" * length) for length in range(100)}
    assert len(sums) == 100


def test_bytes_that_are_no_utf_8() -> None:
    """They come together to letters, and what is left cannot end a build."""
    assert run(r'{{ print "\xc3" "\xa9" }}') == "é"
    assert run(r'{{ "a\xff" }}{{ base64Decode "//8=" }}') == "a\ufffd\ufffd\ufffd"
    run(r'{{ base64Decode "//8=" }}').encode()


ODD: list[object] = [
    None, True, 0, -1, 2**63 - 1, -(2**63), 1e308, nan, -inf, -0.0, 1.5,
    "", "a", "日本 x", "<p>a</p> <b", "\udcff\ud800", "%zz", "../..", "(a", "$1",
    "https://u:p@e.org:80/a b?q=1#f", "//", "http://[::1", "a:b", "\x00", "\t\n ",
    "2020-01-02", "9999-12-31T23:59:59-12:00", "0001-01-01", "Europe/Oslo", "hour",
    ":date_full", "Jan 2006 .000", "sha256", "- , .", HTML("<b>x</b>"), CSS("c"),
    [], [1], ["a", "b"], [None], [[1]], {}, {"a": 1, "indent": " "}, Params(x=1),
    datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC),
    Duration(5), Duration(-(2**63)), b"x\xff",
]  # fmt: skip
SPACES = (
    "cast", "crypto", "encoding", "fmt", "hash", "inflect", "lang", "math", "path",
    "strings", "time", "urls",
)  # fmt: skip
FUNCTIONS = sorted(n for n in functions() if n.partition(".")[0] in SPACES and "." in n)


@given(st.sampled_from(FUNCTIONS), st.lists(st.sampled_from(ODD), max_size=5))
@settings(max_examples=2_000, deadline=None)
def test_no_value_is_too_odd(name: str, values: list[object]) -> None:
    """What a function cannot use is its own error, never one of Python's."""
    places = " ".join(f"(index . {number})" for number in range(len(values)))
    engine = Engine(SiteHost(), lambda _name: None)
    engine.parse("_partials/odd.md", f"{{{{ {name} {places} }}}}")
    why: BaseException | None = None
    try:
        engine.render("_partials/odd.md", values)
    except TemplateError as error:
        why = error.__cause__
    assert isinstance(why, TemplateError | None)
