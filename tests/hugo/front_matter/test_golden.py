"""Our front matter against real Hugo's, case by case.

The cases are written by ``tests/golden/regenerate_front_matter.py``.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sphinx_updates.hugo.front_matter import (
    DateRules,
    Source,
    Visibility,
    read_front_matter,
)
from sphinx_updates.hugo.problems import locate

GOLDEN = Path(__file__).parents[2] / "golden" / "front_matter.json"
CASES: list[dict[str, Any]] = json.loads(GOLDEN.read_text(encoding="utf-8"))["cases"]
NOW = datetime(2500, 1, 1, tzinfo=UTC)
ZERO = "0001-01-01T00:00:00Z"

# Differs from Hugo on purpose: what we do instead, and why.
DIVERGES = {
    "yaml: tags": "what is marked as text stays as written; Hugo reads !!str 010 as 8",
    "yaml: recursive anchor": "the key is dropped with a problem; Hugo leaves a null",
    "date: 0001-01-01": "the zero date is no date, also in the parameters",
    "date: '3:04PM'": "Python has no year 0; it is reported as no date",
    "date: Jan  2 15:04:05": "Python has no year 0; it is reported as no date",
    "toml: offset time": "fractions of a second are kept",
}

RULES = {
    "": DateRules(),
    'timeZone = "America/New_York"\n': DateRules(
        time_zone=ZoneInfo("America/New_York")
    ),
    '[frontmatter]\ndate = [":filename", ":default"]\n': DateRules(
        date=(":filename", ":default")
    ),
    '[frontmatter]\ndate = ["date", ":filename"]\n': DateRules(
        date=("date", ":filename")
    ),
    '[frontmatter]\nlastmod = [":filename", ":default"]\n': DateRules(
        lastmod=(":filename", ":default")
    ),
    '[frontmatter]\ndate = ["Posted", ":default"]\n': DateRules(
        date=("posted", ":default")
    ),
}


def read(case: dict[str, Any]) -> Source:
    path = PurePosixPath(case.get("file", "p.md"))
    name = path.parent.name if path.name == "index.md" else path.stem
    text = case["text"].replace("\r\n", "\n")
    return read_front_matter(text, name=name, rules=RULES[case.get("config", "")])


def rfc3339(moment: datetime | None) -> str:
    if moment is None:
        return ZERO
    text = moment.isoformat().replace("+00:00", "Z")
    head, dot, rest = text.partition(".")
    digits, zone = rest[:6].rstrip("0"), rest[6:]
    return f"{head}.{digits}{zone}" if dot else text


def plain(value: object) -> object:
    """Return *value* as it looks in JSON; empty and absent lists are the same."""
    match value:
        case datetime():
            return rfc3339(value)
        case dict():
            return {key: plain(inner) for key, inner in value.items()}
        case list():
            return [plain(item) for item in value] or None
        case _:
            return value


def ours(source: Source) -> dict[str, object]:
    front_matter = source.front_matter
    params = dict(front_matter.page_params)
    for key in ("draft", "iscjklanguage"):
        if params[key] is False:
            del params[key]
    terms = [f"/tags/{tag.lower().replace(' ', '-')}" for tag in front_matter.tags]
    page: dict[str, object] = {
        "title": front_matter.title,
        "link_title": front_matter.link_title or front_matter.title,
        "date": rfc3339(front_matter.date),
        "publish_date": rfc3339(front_matter.publish_date),
        "lastmod": rfc3339(front_matter.lastmod),
        "expiry_date": rfc3339(front_matter.expiry_date),
        "draft": front_matter.draft,
        "slug": front_matter.slug,
        "weight": front_matter.weight,
        "description": front_matter.description,
        "keywords": list(front_matter.keywords),
        "layout": front_matter.layout,
        "body": source.body,
        "tags": terms,
    }
    empty: tuple[object, ...] = ("", None, [], 0, ZERO)
    page = {key: value for key, value in page.items() if value not in empty}
    return page | {"params": plain(params)}


def differences(case: dict[str, Any]) -> list[str]:
    """Return what differs between Hugo and us, empty when nothing does."""
    hugo, source = case["hugo"], read(case)
    front_matter = source.front_matter
    found = []
    errors = [error for error in hugo["errors"] if "deprecated" not in error]
    if errors and not source.problems:
        found.append(f"Hugo says {errors}, we say nothing")
    if hugo["page"] is not None:
        theirs = dict(hugo["page"])
        theirs.pop("aliases", None)
        theirs["params"] = plain(theirs["params"])
        if ours(source) != theirs:
            found.append(f"Hugo reads {theirs}, we read {ours(source)}")
    is_shown = (
        front_matter.is_visible(NOW) is Visibility.PUBLISHED
        and front_matter.render == "always"
        and not front_matter.headless
    )
    if not hugo["errors"] and is_shown != hugo["rendered"]:
        found.append(f"rendered by Hugo: {hugo['rendered']}, by us: {is_shown}")
    return found


def parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["name"],
            marks=[pytest.mark.xfail(reason=DIVERGES[case["name"]])]
            if case["name"] in DIVERGES
            else [],
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", parameters())
def test_reads_as_hugo_reads(case: dict[str, Any]) -> None:
    assert differences(case) == []


def test_golden_cases_are_there() -> None:
    assert len(CASES) > 300
    assert {case["name"] for case in CASES} >= DIVERGES.keys()


FAULTS = [
    case
    for case in CASES
    if case["name"].startswith(("yaml:", "toml:"))
    and any("p.md:" in error for error in case["hugo"]["errors"])
    and "parsable" not in case["hugo"]["errors"][0]
]


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["name"])
def test_fault_is_reported_near_hugos_line(case: dict[str, Any]) -> None:
    """An open bracket is noticed where something else goes on."""
    error = case["hugo"]["errors"][0]
    line = int(error.partition("p.md:")[2].split(":")[0])
    first = read(case).problems[0]
    assert first.span is not None
    assert abs(locate(case["text"], first.span.start).line - line) <= 1
