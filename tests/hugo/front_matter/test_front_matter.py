"""What front matter means beyond Hugo's own fields, and what authors hear about it."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.front_matter import (
    FeaturedImage,
    FrontMatter,
    ResourceMeta,
    Visibility,
    read_front_matter,
)
from sphinx_updates.hugo.front_matter.yaml_build import MAX_DEPTH, MAX_NODES
from sphinx_updates.hugo.problems import ProblemKind

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


def read(text: str) -> FrontMatter:
    """Read YAML that is expected to be sound."""
    source = read_front_matter(f"---\n{text}\n---\n")
    assert source.problems == ()
    return source.front_matter


def complain(text: str) -> list[tuple[str, str, str]]:
    """Return kind, place (as text) and message of each problem."""
    return [
        (p.kind.value, text[slice(*p.span)] if p.span else "", p.message)
        for p in read_front_matter(text).problems
    ]


@pytest.mark.parametrize(
    ("text", "body", "line", "kind"),
    [
        ("---\ntitle: a\n---\nb\nc", "b\nc", 3, "yaml"),
        ("---\ntitle: a\n---6\nb", "6\nb", 2, "yaml"),
        ("+++\n\n+++\nb", "b", 3, "toml"),
        ('\n{"a": 1} b', " b", 1, "json"),
        ("#+title: a\n\nb", "\nb", 1, "org"),
        ("\n\nb", "\n\nb", 0, ""),
        ("\ufeffb", "b", 0, ""),
        ("", "", 0, ""),
        ("---\ntitle: a\nx:\n- 1\n\nb: c", "\nb: c", 4, "yaml"),
        ("---\ntitle: a\n...\nb", "b", 3, "yaml"),
        ("- a\n- b", "- a\n- b", 0, ""),
        ("{{% x %}}\nb", "{{% x %}}\nb", 0, ""),
    ],
)
def test_body_starts_where_it_is_said_to(
    text: str, body: str, line: int, kind: str
) -> None:
    source = read_front_matter(text)
    assert (source.body, source.body_line, source.format) == (body, line, kind)
    assert text[source.body_offset :] == body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("authors: [A, B]", ("A", "B")),
        ("authors: A and B", ("A and B",)),
        ("author: 'A, Title'", ("A, Title",)),
        ("authors: []\nauthor: A", ("A",)),
        ("authors:\n- name: A\n- B <b>", ("A", "B <b>")),
        ("params: {authors: [A]}", ("A",)),
        ("x: 1", ()),
    ],
)
def test_authors(text: str, expected: tuple[str, ...]) -> None:
    assert read(text).authors == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("image: a.png", FeaturedImage(filename="a.png")),
        (
            (
                "image: {filename: a.png, caption: c, alt_text: d, focal_point: Left,"
                " placement: 2, preview_only: true}"
            ),
            FeaturedImage(
                filename="a.png",
                caption="c",
                alt_text="d",
                focal_point="Left",
                placement=2,
                preview_only=True,
            ),
        ),
        ("image: {Caption: c}", FeaturedImage(caption="c")),
        ("image: ''\ncover: a.png", FeaturedImage(filename="a.png")),
        (
            "cover: {image: a.png, alt: b}",
            FeaturedImage(filename="a.png", alt_text="b"),
        ),
        ("cover: {icon: x}\nbanner: {image: b.png}", FeaturedImage(filename="b.png")),
        ("image:", None),
    ],
)
def test_featured_image(text: str, expected: FeaturedImage | None) -> None:
    assert read(text).image == expected


def test_theme_fields() -> None:
    front_matter = read(
        "subtitle: s\nabstract: a\nfeatured: yes\nreading_time: false\ntoc: false\n"
        "math: true\nexternal_link: https://example.org/x\ncanonicalURL: u\n"
        "isCJKLanguage: true\nblogpost: true\nother: 1"
    )
    assert front_matter == FrontMatter(
        subtitle="s",
        abstract="a",
        featured=True,
        reading_time=False,
        toc=False,
        math=True,
        external_link="https://example.org/x",
        canonical_url="u",
        is_cjk=True,
        is_blogpost=True,
        params={"other": 1},
        page_params=front_matter.page_params,
    )


@pytest.mark.parametrize("key", ["canonicalURL", "canonical_url", "canonical_link"])
def test_canonical_url_has_three_spellings(key: str) -> None:
    assert read(f"{key}: u").canonical_url == "u"


def test_flags_that_are_not_given() -> None:
    front_matter = read("title: a")
    assert front_matter.is_blogpost is None
    assert front_matter.math is None
    assert front_matter.is_cjk is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{enable: false}", False), ("{enabled: true}", True), ("{depth: 2}", True)],
)
def test_settings_of_a_flag_are_looked_into(text: str, *, expected: bool) -> None:
    assert read(f"toc: {text}").toc is expected


@pytest.mark.parametrize("key", ["build", "_build"])
def test_build_options(key: str) -> None:
    front_matter = read(f"{key}: {{render: link, list: local, publishResources: no}}")
    assert (front_matter.render, front_matter.list_) == ("link", "local")
    assert not front_matter.publish_resources


def test_resources() -> None:
    text = "resources:\n- {src: '*.png', Name: n, title: t, params: {ShowOnTop: true}}"
    assert read(text).resources == (
        ResourceMeta(src="*.png", name="n", title="t", params={"showontop": True}),
    )


def test_params_are_all_that_is_not_a_field() -> None:
    front_matter = read(
        "title: a\nImage: x.png\nMine: 1\nparams: {Mine: 2, title: b}\nmenu: main"
    )
    assert front_matter.params == {"mine": 2, "title": "b", "menu": "main"}
    assert front_matter.title == "a"
    assert front_matter.page_params["image"] == "x.png"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: a", Visibility.PUBLISHED),
        ("date: 2024-06-01T12:00:00Z", Visibility.PUBLISHED),
        ("date: 2024-06-01T12:00:01Z", Visibility.FUTURE),
        ("expiryDate: 2024-06-01T12:00:00Z", Visibility.EXPIRED),
        ("expiryDate: 2024-06-01T12:00:01Z", Visibility.PUBLISHED),
        ("draft: true\ndate: 2999-01-01\nexpiryDate: 2000-01-01", Visibility.DRAFT),
        ("date: 2999-01-01\nexpiryDate: 2000-01-01", Visibility.FUTURE),
    ],
)
def test_visibility(text: str, expected: Visibility) -> None:
    assert read(text).is_visible(NOW) is expected


@pytest.mark.parametrize(
    ("text", "kind", "place", "words"),
    [
        ("draft: yes", "front_matter_key", "draft", "write draft: true"),
        ("Draft: maybe", "front_matter_key", "Draft", "must be a boolean"),
        ("toc: no", "front_matter_key", "toc", "write toc: false"),
        ("math: maybe", "front_matter_key", "math", "must be true or false"),
        ("weight: five", "front_matter_key", "weight", "must be a whole number"),
        ("title: [a]", "front_matter_key", "title", "must be text, got a list"),
        ("title: {a: b}", "front_matter_key", "title", "must be text, got a map"),
        ("tags: {a: b}", "front_matter_key", "tags", "must be a list of texts"),
        ("tags: [[a]]", "front_matter_key", "tags", "a list of others"),
        ("authors: [[a]]", "front_matter_key", "authors", "must be a list of names"),
        ("image: [a]", "front_matter_key", "image", "must be text, got a list"),
        ("image: {placement: x}", "front_matter_key", "image", "image.placement: must"),
        ("build: x", "front_matter_key", "build", "must be a map, got 'x'"),
        ("build: {list: x}", "front_matter_key", "build", "build.list: must be 'alw"),
        ("params: x", "front_matter_key", "params", "must be a map"),
        ("resources: x", "front_matter_key", "resources", "must be a list of maps"),
        ("resources: [x]", "front_matter_key", "resources", "entry 1 must be a map"),
        ("url: https://x.org/", "front_matter_key", "url", "not supported"),
        ("aliases: ['']", "front_matter_key", "aliases", "must be paths of this site"),
        (
            "date: 2 Jan 2020",
            "post_date",
            "date",
            "got '2 Jan 2020'; write it as 2020-",
        ),
        ("published: true", "post_date", "published", "write draft: true to hide"),
        ("x: 1\nx: 2", "front_matter", "x", "'x' already defined; the last value"),
        ("Title: a\ntitle: b", "front_matter", "Title", "'Title' is used"),
        ("x: *y", "front_matter", "x", "could not find alias 'y'"),
        ("x: &a [*a]", "front_matter", "x", "could not find alias 'a'"),
        ("[a]: b", "front_matter", "", "a list or map cannot be a key"),
        ("x: {<<: 1}", "front_matter", "x", "'<<' must merge a map"),
        ("x: !!python/none y", "front_matter", "", "'!!python/none' is ignored"),
    ],
)
def test_problem_is_told_at_its_key(
    text: str, kind: str, place: str, words: str
) -> None:
    found = complain(f"---\nfirst: 1\n{text}\nlast: 1\n---\n")
    assert len(found) == 1
    assert found[0][0] == kind
    if place:
        assert found[0][1] == place
    assert words in found[0][2]


@pytest.mark.parametrize(
    "text",
    ["draft: no", "draft:", "draft: ''", "weight: ''", "tags:", "image:", "date: ''"],
)
def test_empty_and_harmless_values_are_not_reported(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "title", "weight"),
    [
        ("---\ntitle: a: b\nweight: 5\n---\n", "a: b", 5),
        ("---\nweight: 5\ntitle: 'a\n---\n", "a", 5),
        ('---\nweight: 5\ntitle: "a" b\n---\n', '"a" b', 5),
        ("---\nx: [1\ntitle: a\nweight: 5\n---\n", "a", 5),
        ("---\ntitle: a\nx:\n\t- b\nweight: 5\n---\n", "a", 5),
        ("---\ntitle: a\nstray\nweight: 5\n---\n", "a", 5),
        ("---\nx: @y\nns:key: 1\ntitle: a\nweight: 5\n---\n", "a", 5),
        ("+++\ntitle = a b\nweight = 5\n[x]\ny = 1\n+++\n", "a b", 5),
        ("+++\nweight = 5\ntitle = 'a'\n[x]\ny = oops\n+++\n", "a", 5),
        ('{"title": "a", "weight": 5, "x": oops}', "a", 5),
    ],
)
def test_what_can_be_read_of_broken_front_matter_is_kept(
    text: str, title: str, weight: int
) -> None:
    source = read_front_matter(text)
    assert [p.kind for p in source.problems] == [ProblemKind.FRONT_MATTER]
    assert source.front_matter.title == title
    assert source.front_matter.weight == weight


def test_fault_is_located_and_explained() -> None:
    assert complain("---\nweight: 1\ntitle: a: b\n---\n") == [
        (
            "front_matter",
            ":",
            (
                "front matter is not readable as YAML: mapping values are not allowed"
                " in this context; quote a value that contains ': '"
            ),
        )
    ]


def test_missing_delimiter_is_told_at_the_opening_one() -> None:
    text = "---\ntitle: a\n\nSome text\n"
    source = read_front_matter(text)
    assert source.front_matter.title == "a"
    assert source.body == "\nSome text\n"
    assert complain(text) == [
        (
            "front_matter",
            "---",
            (
                "EOF looking for end YAML front matter delimiter;"
                " close it with a line '---'"
            ),
        )
    ]


def test_aliases_that_multiply_are_bounded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    text = "---\n" + "\n".join([*lines, "title: t"]) + "\n---\n"
    source = read_front_matter(text)
    assert source.front_matter.title == "t"
    assert f"more than {MAX_NODES} values" in source.problems[0].message
    assert source.problems[0].span is not None
    assert text[slice(*source.problems[0].span)] == "a4"
    assert "a3" in source.front_matter.params
    assert "a4" not in source.front_matter.params


@pytest.mark.parametrize(
    "text",
    [
        "---\nx: " + "[" * 100 + "]" * 100 + "\ntitle: t\n---\n",
        "---\nx: " + "[" * 5000 + "]" * 5000 + "\ntitle: t\n---\n",
        "---\nx:\n " + "- " * 5000 + "\ntitle: t\n---\n",
        "+++\ntitle = 't'\nx = " + "[" * 100 + "]" * 100 + "\n+++\n",
        "+++\ntitle = 't'\nx = " + "[" * 5000 + "]" * 5000 + "\n+++\n",
        '{"title": "t", "x": ' + "[" * 100 + "]" * 100 + "}",
        '{"title": "t", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_deep_nesting_is_bounded(text: str) -> None:
    source = read_front_matter(text)
    assert source.front_matter.title == "t"
    assert "x" not in source.front_matter.params
    assert len(source.problems) == 1
    assert f"more than {MAX_DEPTH} levels" in source.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: " + "1" * 10_000 + "\n---\n",
        "+++\nx = " + "1" * 10_000 + "\n+++\n",
        '{"x": ' + "1" * 10_000 + "}",
        "---\n? " * 100,
        "---\n" + "? " * 3000 + "\n---\n",
        "---\ndate: 99999999999999999\n---\n",
        "---\ndate: -99999999999999999\n---\n",
        "---\ndate: 9999-12-31T23:59:59-10:00\n---\n",
        "---\ndate: 2020-01-02T03:04:05+99:99\n---\n",
        "---\ndate: 0000-01-01\n---\n",
    ],
)
def test_extremes_are_survived(text: str) -> None:
    front_matter = read_front_matter(text).front_matter
    assert front_matter.is_visible(NOW) in Visibility


def test_front_matter_pickles() -> None:
    source = read_front_matter(
        "---\ntitle: a\ndate: 2020-01-02T03:04:05+02:00\nimage: x.png\n"
        "resources: [{src: a}]\nx: {y: [1]}\ndraft: yes\n---\nb"
    )
    assert pickle.loads(pickle.dumps(source)) == source


FRONT_MATTER = st.lists(
    st.sampled_from(
        [
            *("---", "+++", "{", "}", "[", "]", "\n", "\n", ": ", ":", " ", "- ", "\t"),
            *(
                "title",
                "date",
                "draft",
                "tags",
                "image",
                "build",
                "params",
                "resources",
            ),
            *(
                "&a",
                "*a",
                "<<",
                "!!str ",
                "!x",
                "|",
                ">-",
                "'",
                '"',
                "#",
                "%",
                "?",
                ",",
            ),
            *("2020-01-02", "yes", "true", "010", "=", "\x00", "\u2028", "\ufeff", "é"),
            *("#+", "...", "\U0001f600", "\\", "null", "authors", "x", "weight", "5"),
        ]
    ),
    max_size=40,
).map("".join)


@given(
    start=st.sampled_from(["", "---\n", "+++\n", "{", "#+", "\ufeff---\n"]),
    middle=st.one_of(FRONT_MATTER, st.text()),
    end=st.sampled_from(["", "\n---\nb", "\n+++\nb", "}b"]),
)
def test_never_raises(start: str, middle: str, end: str) -> None:
    text = start + middle + end
    source = read_front_matter(text, name=middle)
    assert source.body == text[source.body_offset :]
    assert source.body_line == text.count("\n", 0, source.body_offset)
    for problem in source.problems:
        assert problem.span is None or (
            0 <= problem.span.start <= problem.span.end <= len(text)
        )
    assert source.front_matter.is_visible(NOW) in Visibility
    assert pickle.loads(pickle.dumps(source.front_matter)) is not None
