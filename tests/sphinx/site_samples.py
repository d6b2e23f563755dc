"""One Hugo site with something of everything, which several tests build whole."""

from __future__ import annotations

from typing import Final

from samples import PNG

CONF: Final = """\
project = "Docs"
author = "The team"
extensions = ["sphinx_updates"]
html_theme = "basic"
html_baseurl = "https://new.example/docs/"
updates_site = "../website"
"""
HUGO: Final = """\
baseURL = "https://old.example/team/"
title = "The team"
defaultContentLanguage = "en"

[taxonomies]
tag = "tags"
category = "categories"
author = "authors"

[permalinks]
news = "/:section/:year/:slug/"
tags = "/tag/:slug/"
authors = "/author/:slug/"

[outputs]
home = ["html", "rss", "json"]
section = ["html", "rss", "atom"]

[mediaTypes."application/feed+json"]
suffixes = ["json"]

[mediaTypes."application/atom+xml"]
suffixes = ["xml"]

[outputFormats.json]
baseName = "feed"
mediaType = "application/feed+json"
isPlainText = true

[outputFormats.atom]
baseName = "atom"
mediaType = "application/atom+xml"

[security]
allowContent = [".*"]

[services.rss]
limit = 3

[languages.en]
languageName = "English"
weight = 1

[languages.fr]
languageName = "French"
weight = 2
title = "Une maison"
"""
FIRST: Final = """\
---
title: The first & the last
date: 2023-02-01
authors: [ann, Bob Stone]
tags: [Fast Code, two]
categories: [Notes]
aliases: [/old/first/, first.html]
slug: first
---

The first post links to [the second](../second/), [its author](/author/ann/) and
[the slides](/files/slides.txt).

![A plot](plot.png)

## Part of it

Text.
"""
SECOND: Final = """\
---
title: Second
date: 2024-03-02
authors: [ann]
tags: [fast code]
slug: number-two
---

Back to [its part](/news/2023/first/#part-of-it) and
{{< ref "third.md" >}}.
"""
THIRD: Final = """\
---
title: Third
date: 2024-03-05
tags: [two]
categories: [Notes, News of all]
---

Text of the third.
"""


def _post(title: str, date: str, *lines: str) -> str:
    front = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: {title}\ndate: {date}\n{front}---\n\nText of {title}.\n"


SITE: Final[dict[str, str | bytes]] = {
    "hugo.toml": HUGO,
    "content/_index.md": "---\ntitle: Welcome\n---\n\nWhat we do.\n",
    "content/_index.fr.md": "---\ntitle: Bienvenue\n---\n\nCe que nous faisons.\n",
    "content/news/_index.md": (
        "---\ntitle: News from us\ncascade:\n  params:\n    colour: red\n---\n\n"
        "All our news.\n"
    ),
    "content/news/first/index.md": FIRST,
    "content/news/first/plot.png": PNG,
    "content/news/first/data.csv": "a,b\n1,2\n",
    "content/news/second.md": SECOND,
    "content/news/third.md": THIRD,
    "content/news/third.fr.md": _post("Troisième", "2024-03-05", "tags: [deux]"),
    "content/news/fourth.md": _post("Fourth", "2024-03-06", "url: /elsewhere/four/"),
    "content/news/written.html": _post("In HTML", "2022-01-02").replace(
        "Text", "<p id='hand'>By <em>hand</em></p> Text"
    ),
    "content/news/later.md": _post("Later", "2023-05-05", "draft: true"),
    "content/guides/one.md": _post("A guide", "2021-01-01", "weight: 2"),
    "content/guides/two.md": _post("Another guide", "2020-01-01", "weight: 1"),
    "content/guides/deep/page.md": _post("Deep", "2019-01-01"),
    "content/about.md": "---\ntitle: About us\n---\n\nWho we are.\n",
    "content/authors/ann/_index.md": (
        "---\ntitle: Ann B. Mole\nslug: ann\nrole: Builder\n---\n\nAnn writes.\n"
    ),
    "content/authors/ann/avatar.png": PNG,
    "content/tags/two/_index.md": "---\ntitle: Number two\n---\n\nAbout twos.\n",
    "data/team.yaml": "members: [Ann]\n",
    "static/files/slides.txt": "slides\n",
    "static/robots.txt": "User-agent: *\n",
}
FILES: Final[dict[str, str | bytes]] = {
    "docs/conf.py": CONF,
    **{f"website/{name}": text for name, text in SITE.items()},
}
"""With it as ``website``, and docs that have nothing of their own."""
