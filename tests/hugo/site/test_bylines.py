"""The people that a text names, in all the ways in which sites write them."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.site.bylines import Byline, is_full_name, parse_byline


def names(text: str) -> list[str]:
    return [byline.name for byline in parse_byline(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("Ann Bee", ["Ann Bee"]),
        ("  Ann \n Bee ", ["Ann Bee"]),
        ("Ann Bee and Cee Dee", ["Ann Bee", "Cee Dee"]),
        ("Ann Bee AND Cee Dee", ["Ann Bee", "Cee Dee"]),
        ("Ann Bee & Cee Dee", ["Ann Bee", "Cee Dee"]),
        ("Ann Bee, Cee Dee and Eff Gee", ["Ann Bee", "Cee Dee", "Eff Gee"]),
        ("Ann Bee, Cee Dee, and Eff Gee", ["Ann Bee", "Cee Dee", "Eff Gee"]),
        ("Ann Bee, Cee Dee, Eff Gee", ["Ann Bee", "Cee Dee", "Eff Gee"]),
        ("Ann Bee; Cee Dee; me", ["Ann Bee", "Cee Dee", "me"]),
        ("Ann van der Bee and J. R. Cee", ["Ann van der Bee", "J. R. Cee"]),
        ("Zoë O'Neil & Ann d'Arc", ["Zoë O'Neil", "Ann d'Arc"]),
        ("王 伟 and 李 娜", ["王 伟", "李 娜"]),
        ("ANN BEE and CEE DEE", ["ANN BEE", "CEE DEE"]),
        # One name, or one that cannot be told from one.
        ("Ann and Bob", ["Ann and Bob"]),
        ("Salt & Pepper", ["Salt & Pepper"]),
        ("Research and Development Team", ["Research and Development Team"]),
        ("Governance Committee", ["Governance Committee"]),
        ("Ann Bee and friends", ["Ann Bee and friends"]),
        ("Ann (see Bee & Cee)", ["Ann (see Bee & Cee)"]),
        (
            "Ann Bee (Here and There) and Cee Dee",
            ["Ann Bee (Here and There)", "Cee Dee"],
        ),
        ("Bee, Ann", ["Bee, Ann"]),
        ("Ann Bee, Jr.", ["Ann Bee, Jr."]),
        ("Ann Bee, Ph.D.", ["Ann Bee, Ph.D."]),
        ("Ann Bee, PhD and Cee Dee, M.D.", ["Ann Bee, PhD", "Cee Dee, M.D."]),
        ("Ann Bee,", ["Ann Bee"]),
        ("<ann>", ["<ann>"]),
        ("A" * 3000, []),
    ],
)
def test_people_are_told_apart(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Bee, Site Lead", ["Ann Bee", "Site Lead"]),
        ("Ann Bee, ABCD Executive Director", ["Ann Bee", "ABCD Executive Director"]),
        ("Ann Bee, Head of It, Somewhere", ["Ann Bee", "Head of It, Somewhere"]),
        ("Ann Bee, Cee Dee", ["Ann Bee", "Cee Dee"]),
        ("Ann Bee, Director and Founder", ["Ann Bee", "Director and Founder"]),
        ("Ann Bee, Chief and Head Cook", ["Ann Bee", "Chief and Head Cook"]),
        ("Ann Bee, Lead and Cee Dee, Cook", ["Ann Bee", "Lead", "Cee Dee", "Cook"]),
        ("Ann Bee, Cook; Cee Dee", ["Ann Bee", "Cook", "Cee Dee", ""]),
        ("Ann Bee, Jr., Cook", ["Ann Bee, Jr.", "Cook"]),
        ("Ann Bee, the chair & more", ["Ann Bee", "the chair & more"]),
    ],
)
def test_a_comma_is_followed_by_a_job_title(text: str, expected: list[str]) -> None:
    assert [part for b in parse_byline(text) for part in (b.name, b.role)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Bee <annbee>", [Byline(name="Ann Bee", handle="annbee")]),
        ("Ann Bee <@annbee>", [Byline(name="Ann Bee", handle="annbee")]),
        ("Ann Bee <a@example.org>", [Byline(name="Ann Bee", email="a@example.org")]),
        (
            "Ann <ann>, Writer",
            [Byline(name="Ann <ann>, Writer")],
        ),
        (
            "Ann Bee <ann> and Cee Dee <cee>",
            [
                Byline(name="Ann Bee", handle="ann"),
                Byline(name="Cee Dee", handle="cee"),
            ],
        ),
        ("[A](https://a.org)", [Byline(name="A", url="https://a.org")]),
        (
            "[A](https://a.org) (One), [B](/b/) (Two)",
            [
                Byline(name="A", url="https://a.org", affiliation="One"),
                Byline(name="B", url="/b/", affiliation="Two"),
            ],
        ),
        (
            "[A](a), [B](b) and [C](c), & [D](d)",
            [Byline(name=name, url=name.lower()) for name in "ABCD"],
        ),
        (
            "Cee Dee (One), [A](a)",
            [Byline(name="Cee Dee", affiliation="One"), Byline(name="A", url="a")],
        ),
        (
            "[A](a) and Cee Dee",
            [Byline(name="A", url="a"), Byline(name="Cee Dee")],
        ),
        ("[A](a), Writer", [Byline(name="A", url="a", role="Writer")]),
        ("[A](a) ([One](o))", [Byline(name="A", url="a", affiliation="One")]),
        ("[A](a_(b))", [Byline(name="A", url="a_(b)")]),
        ("[A](javascript:alert(1))", [Byline(name="A")]),
        ("[A]()", [Byline(name="[A]()")]),
    ],
)
def test_handles_and_links_are_read(text: str, expected: list[Byline]) -> None:
    assert list(parse_byline(text)) == expected


def test_what_a_full_name_is() -> None:
    for good in ("Ann Bee", "Ann B. Cee", "Ana de la Cruz", "Jo O'Neil", "Ann Bee (X)"):
        assert is_full_name(good), good
    for bad in ("Ann", "ann bee", "Ann Director", "The 2nd", "Ann of", "a b c d e f"):
        assert not is_full_name(bad), bad


@given(st.text(alphabet=st.sampled_from("A b<>[]()&;,.é\n and"), max_size=80))
def test_any_text_gives_people_with_names(text: str) -> None:
    assert all(byline.name.strip() for byline in parse_byline(text))


@pytest.mark.parametrize("text", ["[a](", "(", "A & ", "A, ", "<", "[" * 3, "A B and "])
def test_hostile_text_is_read_quickly(text: str) -> None:
    start = process_time()
    parse_byline(text * (1990 // len(text)))
    assert process_time() - start < 10
