"""A blog of 60 posts beside a few pages of documentation, for tests that look at it.

Nothing is random: two runs write the same bytes.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw, ImageOps

if TYPE_CHECKING:
    from pathlib import Path

POSTS: Final = 60
TAGS: Final = ("Release", "Community", "Tutorial", "Research", "Infrastructure")
AUTHORS: Final = {
    "ada-marsh": ("Ada Marsh", "Gardener of documentation"),
    "bo-lind": ("Bo Lind", "Keeper of the build"),
    "cy-oduya": ("Cy Oduya", "Writer"),
}
SUBJECTS: Final = (
    "A quieter release",
    "What the map left out",
    "Notes from the spring meeting",
    "How the index learned to forget",
    "Thirty small repairs",
    "Where the numbers come from",
)
FIRST_DAY: Final = date(2023, 1, 9)

CONF: Final = """\
project = "Field notes"
html_title = "Field notes"
language = {language!r}
extensions = ["sphinx_updates"]
html_theme = {theme!r}
html_baseurl = "https://notes.example.org/"
updates_site = "../website"
html_theme_options = {options!r}
updates_giscus = {{
    "repo": "example/notes",
    "repo_id": "R_1",
    "category": "Comments",
    "category_id": "DIC_1",
}}
updates_support = {{"url": "https://notes.example.org/ask?page={{url}}"}}
{more}
"""
SETTINGS: Final = """\
baseURL = "https://notes.example.org/"
title = "Field notes"
[taxonomies]
tag = "tags"
author = "authors"
category = "categories"
series = "series"
[permalinks]
blog = "/blog/:slug/"
"""
DOCS: Final = {
    "index.md": (
        "# Field notes\n\nWhat we keep, and how.\n\n"
        "```{toctree}\nguide\nlist\nempty\n```\n"
    ),
    "guide.md": "# Guide\n\nOne page of documentation.\n\n## First steps\n\nWalk.\n",
    "empty.md": "# Empty\n",
    "list.md": (
        "---\nmyst:\n  html_meta:\n    description: All our notes.\n---\n\n"
        "# All posts\n\n```{listing}\n:style: cards\n:limit: 50\n:filter: yes\n"
        ":show: +tags\n```\n"
    ),
    "table.md": (
        "---\norphan: true\n---\n\n# As a table\n\n"
        "```{listing}\n:style: table\n:paginate: 10\n:filter: yes\n```\n"
    ),
}
BODY: Final = """\
The first paragraph says what this is about, in *two* lines that a list can show,
with [a link to the guide](/guide/) and `code`.

<!--more-->

## Where we stand

Some text, then a table and a figure.

| part | state |
|------|------:|
| roof |     3 |
| wall |    12 |

{{< figure src="featured.png" alt="Hills" caption="The *season*" >}}

```python
def walk(steps: int) -> list[int]:
    return [step**2 for step in range(steps)]
```

## What comes next

> A quiet thought.

{{< details summary="More of it" >}}
What was folded.
{{< /details >}}
"""


def picture(number: int) -> bytes:
    """Return a PNG of 1,200 by 675 pixels: hills under a sky of its own colour."""
    turn = math.tau * (number * 7 % POSTS) / POSTS
    light = tuple(int(205 + 45 * math.sin(turn + part)) for part in (0, 2, 4))
    dark = tuple(int(90 + 55 * math.sin(turn + 1 + part)) for part in (0, 2, 4))
    ramp = Image.linear_gradient("L").resize((1200, 675))
    below = tuple((part + sky) // 2 for part, sky in zip(dark, light, strict=True))
    image = ImageOps.colorize(ramp, light, below)
    draw = ImageDraw.Draw(image)
    draw.ellipse((860 - number * 9, 90, 990 - number * 9, 220), fill="#fff6e0")
    for hill in range(3):
        colour = tuple(
            (part * (hill + 1) + sky * (2 - hill)) // 3
            for part, sky in zip(dark, light, strict=True)
        )
        heights = [
            (x, 330 + hill * 95 + 55 * math.sin(x / (230 - 40 * hill) + number + hill))
            for x in range(0, 1201, 20)
        ]
        draw.polygon([*heights, (1200, 675), (0, 675)], fill=colour)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def post(number: int) -> str:
    """Return the text of a post."""
    day = FIRST_DAY + timedelta(days=23 * number)
    authors = list(AUTHORS)
    who = [authors[number % 3]]
    if number % 4 == 0:
        who.append(authors[(number + 1) % 3])
    tags = [TAGS[number % 5], TAGS[(number * 2 + 1) % 5]]
    lines = [
        "---",
        f'title: "{SUBJECTS[number % 6]}, part {number + 1}"',
        f'subtitle: "Number {number + 1} of our notes"',
        f"date: {day}",
        f"lastmod: {day + timedelta(days=number % 3)}",
        f"authors: [{', '.join(who)}]",
        f"tags: [{', '.join(dict.fromkeys(tags))}]",
        f"categories: [{'News' if number % 2 else 'Essays'}]",
        f"slug: note-{number + 1}",
    ]
    if number % 10 < 3:
        lines.append("series: [The long walk]")
    if number == POSTS - 5:
        lines.append("featured: true")
    return "\n".join([*lines, "---", "", BODY])


def write_blog(
    root: Path,
    theme: str = "pydata_sphinx_theme",
    *,
    options: dict[str, object] | None = None,
    language: str = "en",
    more: str = "",
) -> Path:
    """Write the sources below *root* and return the folder of ``conf.py``."""
    files: dict[str, str | bytes] = {
        f"docs/{name}": text for name, text in DOCS.items()
    }
    files["docs/conf.py"] = CONF.format(
        theme=theme, options=options or {}, language=language, more=more
    )
    files["website/hugo.toml"] = SETTINGS
    files["website/content/tags/release/_index.md"] = (
        "---\ntitle: Release\n---\n\nWhat is new, and *when*.\n"
    )
    for slug, (name, role) in AUTHORS.items():
        folder = f"website/content/authors/{slug}"
        files[f"{folder}/_index.md"] = (
            f'---\ntitle: {name}\nrole: "{role}"\nbio: "Here from the start."\n'
            "social:\n- icon: github\n  icon_pack: fab\n"
            f"  link: https://github.com/{slug}\n---\n\nMore about {name}.\n"
        )
        files[f"{folder}/avatar.png"] = picture(len(name) * 5)
    for number in range(POSTS):
        folder = f"website/content/blog/note-{number + 1}"
        files[f"{folder}/index.md"] = post(number)
        files[f"{folder}/featured.png"] = picture(number)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_text(content, "utf-8")
        else:
            path.write_bytes(content)
    return root / "docs"
