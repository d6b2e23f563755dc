"""Related pages: what real Hugo says of small sites."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sphinx_updates.blog.related import RelatedPage, RelatedPages
from sphinx_updates.hugo.front_matter import read_front_matter
from sphinx_updates.hugo.site.list_settings import RelatedSettings
from sphinx_updates.hugo.site.settings import settings_from

GOLDEN = Path(__file__).parents[1] / "golden" / "related.json"
CASES: list[dict[str, Any]] = json.loads(GOLDEN.read_text("utf-8"))["cases"]


def read(name: str, front: dict[str, Any]) -> RelatedPage:
    params = {key: value for key, value in front.items() if key != "body"}
    found = read_front_matter(json.dumps(params) + "\n").front_matter
    headings = (line for line in front.get("body", "").splitlines() if line[:2] == "##")
    return RelatedPage(
        key=name,
        name=found.title,
        published=found.publish_date,
        params=found.page_params,
        fragments=tuple(line[3:].lower() for line in headings),
    )


def settings_of(case: dict[str, Any]) -> RelatedSettings:
    config = {} if case["related"] is None else {"related": case["related"]}
    settings, problems = settings_from(config)
    assert problems == ()
    return settings.lists.related


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_related_pages_are_those_of_hugo(case: dict[str, Any]) -> None:
    pages = [read(name, front) for name, front in case["pages"].items()]
    index = RelatedPages(pages, settings_of(case))
    found = {page.key: list(index.of(page.key, 100)) for page in pages}
    assert found == case["expected"]


def test_only_so_many_are_returned_and_a_stranger_has_none() -> None:
    case = next(case for case in CASES if case["name"] == "random 0")
    pages = [read(name, front) for name, front in case["pages"].items()]
    index = RelatedPages(pages, RelatedSettings())
    for name, expected in case["expected"].items():
        assert list(index.of(name, 2)) == expected[:2]
    assert index.of("nobody", 5) == ()


def test_the_example_of_the_docs_is_a_configuration() -> None:
    file = Path(__file__).parents[2] / "docs" / "snippets" / "related.toml.txt"
    settings, problems = settings_from(tomllib.loads(file.read_text("utf-8")))
    assert problems == ()
    related = settings.lists.related
    assert (related.threshold, related.include_newer) == (50, True)
    assert [index.name for index in related.indices] == ["tags", "categories", "date"]
