"""Whatever page Hugo was asked about, we read it as Hugo does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from sphinx_updates.hugo.problems import locate
from sphinx_updates.hugo.shortcodes.nodes import Broken, Call, Item, Value
from sphinx_updates.hugo.shortcodes.parser import parse_page

GOLDEN = Path(__file__).parents[2] / "golden" / "shortcodes.json"

DIVERGES = {
    "names 10": "we point at the nameless call, Hugo at the outermost one around it",
    "names 11": "whether a name is known is asked where it is looked up, not here",
    "names 16": "whether a name is known is asked where it is looked up, not here",
    "self-closed 2": "whether a name is known is asked where it is looked up, not here",
    "needs closing 3": "we point at the unclosed call, Hugo at the outermost one",
    "takes no inner 4": "we point at the closed call, Hugo at the outermost one",
    "takes no inner 6": "Hugo takes the inner call's closing tag for the outer one's",
    "nesting 6": "Hugo renders the inner content of a nested call; not done here",
    "inline 6": "Hugo drops the rest of the page without a word; we say why",
}
DUMP = re.compile(r"⟦(\{.*?\})(?=[⟨⟧])")
TYPES = {str: "string", int: "int", float: "float64", bool: "bool"}


class Case(TypedDict, total=False):
    name: str
    page: str
    output: str
    error: str
    line: int
    column: int


def golden() -> tuple[list[Case], frozenset[str], frozenset[str]]:
    data = json.loads(GOLDEN.read_text(encoding="utf-8"))
    takes, takes_not = data["takes_inner"], data["takes_no_inner"]
    return data["cases"], frozenset(takes), frozenset(takes_not)


CASES, TAKES_INNER, TAKES_NO_INNER = golden()


def takes_inner(name: str) -> bool | None:
    """Answer as the golden site's templates do; Hugo looks them up without case."""
    if name.lower() in TAKES_INNER:
        return True
    return False if name.lower() in TAKES_NO_INNER else None


def dump(item: Item) -> str:
    """Return what the golden site's templates write for a call."""
    if not isinstance(item, Call):
        assert not isinstance(item, Broken)
        return item.text if hasattr(item, "text") else ""
    if item.name.endswith(".inline"):
        return ""
    named = dict(sorted(item.named().items()))
    values = [*named.values(), *item.positional()]
    shown = [shown_by_go(value) for value in values]
    args = dict(zip(named, shown, strict=True)) if named else shown or None
    head = canonical(
        {
            "args": args,
            "name": item.name,
            "ordinal": item.ordinal,
            "types": [TYPES[type(value)] for value in values],
        }
    )
    inner = "".join(map(dump, item.inner or ()))
    return f"⟦{head}⟨{inner}⟩⟧" if takes_inner(item.name) else f"⟦{head}⟧"


def shown_by_go(value: Value) -> Value:
    """Return what Go's JSON leaves of a value: whole floats lose their point."""
    is_whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e21
    return int(value) if is_whole else value


def canonical(data: object) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False)


def same_message(ours: str, hugos: str) -> bool:
    """Return whether we say what Hugo says, be it with a hint or cut short."""
    if hugos.startswith("unterminated"):
        what, _, string = hugos.partition(": '")
        ours_what, _, ours_string = ours.partition(": '")
        shown = ours_string.partition("';")[0].removesuffix("'")
        return ours_what == what and string.startswith(shown)
    return ours == hugos or ours.startswith(hugos + "; ")


def agrees(case: Case) -> bool:
    """Return whether we read the page of *case* as Hugo did."""
    text = case["page"]
    page = parse_page(text, takes_inner)
    if "output" in case:
        expected = DUMP.sub(
            lambda match: "⟦" + canonical(json.loads(match[1])), case["output"]
        )
        return not page.problems and "".join(map(dump, page.items)) == expected
    if not page.problems:
        return False
    span = page.problems[0].span
    assert span is not None
    line, _ = locate(text, span.start)
    # Hugo counts columns in bytes.
    before = text[: span.start].rpartition("\n")[2]
    place = (line, len(before.encode()) + 1)
    return place == (case["line"], case["column"]) and same_message(
        page.problems[0].message, case["error"]
    )


def test_there_are_golden_cases() -> None:
    assert len(CASES) > 200
    assert DIVERGES.keys() <= {case["name"] for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_page_is_read_as_hugo_reads_it(case: Case) -> None:
    assert agrees(case) is (case["name"] not in DIVERGES), case
