"""Write template_objects.json: what real Hugo says of the pages of a small site.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_template_objects.py

Every expression is printed on every page of the site, as text.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"

CONFIG = """
baseURL = "https://example.org/sub/"
title = "Garden club"
copyright = "CC0"
disableKinds = ["sitemap", "robotsTXT", "404"]
[params]
mood = "calm"
[params.block]
display = "block"
[params.nested]
Key = "v"
[[menus.main]]
name = "Posts"
pageRef = "/posts"
weight = 10
[[menus.main]]
name = "Elsewhere"
url = "https://example.com/"
weight = 20
[[menus.main]]
name = "Child"
parent = "Posts"
url = "/child/"
"""
A_TEXT = """First **bold** text.

## Head

### Low

More text [link](../b/).
<!--more-->
Rest.

## Second
"""


def page(body: str = "Text.", **front: Any) -> str:
    """Return a content file."""
    return f"{json.dumps(front)}\n{body}\n"


FILES = {
    "hugo.toml": CONFIG,
    "data/tools.yaml": "spade: {price: 3}\nrake: {price: 2}\n",
    "content/_index.md": page("Home text.", title="Welcome"),
    "content/about.md": page(
        "About *text*.",
        title="About",
        date="2020-05-05",
        linkTitle="Abt",
        description="D",
        keywords=["k1", "k2"],
        menus={"main": {"weight": 15}},
    ),
    "content/posts/_index.md": page("Section text.", title="Our posts"),
    "content/posts/a.md": page(
        A_TEXT,
        title="A",
        date="2021-01-01",
        tags=["Alpha", "two words"],
        weight=2,
        color="red",
    ),
    "content/posts/b.md": page(
        "Text of B.",
        title="B",
        date="2021-02-02",
        tags=["alpha"],
        lastmod="2022-01-01",
        color="blue",
    ),
    "content/posts/bundle/index.md": page(
        "Bundle text.", title="Bundle", date="2021-01-03", params={"x": 1, "Nested": {"Key": 5}}
    ),
    "content/posts/bundle/n.txt": "inner\n",
    "content/posts/loose/y.md": page("y", title="Y", date="2021-01-04"),
    "content/posts/deep/_index.md": page("deep", title="Deep"),
    "content/posts/deep/z.md": page("z", title="Z", date="2021-01-05"),
    "content/news/n.md": page("n", title="N", date="2021-01-06", summary="Own *summary*"),
    "content/tags/alpha/_index.md": page("term", title="Alpha!"),
}
PAGES = "{{ range %s }}{{ .Path }} {{ end }}"
ONE = "{{ with %s }}{{ .Path }}{{ end }}"
EXPRESSIONS = [
    *(f"{{{{ .{name} }}}}" for name in (
        "Kind", "Path", "RelPermalink", "Permalink", "Type", "Section", "Title", "LinkTitle",
        "Layout", "Date", "Lastmod", "PublishDate", "ExpiryDate", "Slug", "Description",
        "Keywords", "Draft", "Weight", "IsHome", "IsNode", "IsBranch", "IsPage", "IsSection", "BundleType",
        "Lang", "Language.Lang", "Language.Weight", "Aliases", "Plain", "PlainWords", "WordCount",
        "FuzzyWordCount", "ReadingTime", "Truncated", "Len", "RawContent", "Content", "Summary",
        "ContentWithoutSummary", "TableOfContents", "IsTranslated", "Params.color", "Params.tags",
        "Params.nested.key", "Params.x", "Param `mood`", "Param `nested.key`", "Param `title`",
        "Site.Title", "Site.Params.Mood", "Site.BaseURL", "Site.Copyright", "Fragments.Identifiers",
        "HasShortcode `x`", "Resources", "Pages", "InSection .Parent", "InSection .Site.Home",
        "IsAncestor .Site.Home", "IsDescendant .Site.Home", "Eq .Page",
        "RenderString `a *b* c`",
    )),
    *(PAGES % name for name in (
        ".Pages", ".RegularPages", ".RegularPagesRecursive", ".Sections", ".Ancestors",
        ".Ancestors.Reverse", ".AllTranslations", ".Translations", "(.GetTerms `tags`)",
        ".Pages.ByTitle", ".Pages.ByDate.Reverse", "(.Pages.Limit 1)",
    )),
    *(ONE % name for name in (
        ".Parent", ".CurrentSection", ".FirstSection", ".Next", ".Prev", ".NextInSection",
        ".PrevInSection", "(.GetPage `a`)", "(.GetPage `./b.md`)", "(.GetPage `../about`)",
        "(.GetPage `deep`)", "(.GetPage `/posts`)", "(.GetPage `nope`)", "(.GetPage `posts/b`)",
    )),
    *("{{ with .File }}{{ .%s }}{{ end }}" % name for name in (
        "Path", "Dir", "LogicalName", "BaseFileName", "TranslationBaseName", "ContentBaseName",
        "Ext", "UniqueID", "Section",
    )),
    "{{ range .OutputFormats }}{{ .Name }} {{ .RelPermalink }} {{ .Rel }};{{ end }}",
    "{{ with .Fragments }}{{ range .Headings }}[{{ .Title }} {{ .ID }}{{ range .Headings }}({{ .Title }} {{ .Level }}){{ end }}]{{ end }}{{ end }}",
    "{{ with .Fragments }}{{ .ToHTML 1 3 true }}{{ end }}",
    "{{ .Fragments.Identifiers.Contains `head` }}",
]
SITE_EXPRESSIONS = [
    *(PAGES % name for name in (
        "site.Pages", "site.RegularPages", "site.Sections", "site.RegularPages.ByTitle",
        "site.RegularPages.ByTitle.Reverse", "site.RegularPages.ByDate",
        "site.RegularPages.ByWeight", "site.RegularPages.ByLastmod",
        "site.RegularPages.ByPublishDate", "site.RegularPages.ByLength",
        "(site.RegularPages.ByParam `color`)", "(site.RegularPages.Limit 2)",
        "site.RegularPages.ByLinkTitle", "site.RegularPages.ByExpiryDate",
    )),
    *(ONE % f"(site.GetPage `{path}`)" for path in (
        "posts/a", "/posts/a.md", "a", "A.md", "/tags/alpha", "tags", "/", "nope",
        "posts/bundle/index.md", "posts/bundle", "/Posts/B", "posts/_index.md", "section` `posts",
    )),
    *("{{ range site.RegularPages.%s }}{{ .Key }}:{{ range .Pages }}{{ .Title }}{{ end }} {{ end }}" % name for name in (
        "GroupBy `Section`", "GroupBy `Section` `desc`", "GroupByDate `2006-01`",
        "GroupByDate `2006` `asc`", "GroupByParam `color`", "GroupByLastmod `2006`",
        "GroupByPublishDate `2006-01-02`",
    )),
    "{{ range $k, $v := site.Taxonomies }}{{ $k }}({{ range $t, $p := $v }}{{ $t }}:{{ len $p }} {{ range $p }}{{ .Page.Path }},{{ .Title }},{{ .Weight }} {{ end }} {{ end }}){{ end }}",
    "{{ site.Taxonomies.tags.alpha }}",
    "{{ site.Taxonomies.tags.Get `alpha` }} {{ site.Taxonomies.tags.Count `alpha` }}",
    "{{ range site.Taxonomies.tags.Alphabetical }}{{ .Name }} {{ .Term }} {{ .Count }} {{ .Page.Title }} {{ .Page.RelPermalink }} {{ range .Pages }}{{ .Title }}{{ end }};{{ end }}",
    "{{ range site.Taxonomies.tags.ByCount }}{{ .Name }} {{ end }}",
    "{{ range site.Taxonomies.tags.ByCount.Reverse }}{{ .Name }} {{ end }}",
    "{{ range site.Menus.main }}{{ .Name }}|{{ .URL }}|{{ .Weight }}|{{ .Title }}|{{ .HasChildren }}|{{ .Identifier }}|{{ .KeyName }}|{{ .Menu }}|{{ .PageRef }}|{{ with .Page }}{{ .Path }}{{ end }}|{{ range .Children }}{{ .Name }} {{ .URL }} {{ .Parent }}{{ end }}; {{ end }}",
    "{{ range site.Menus.main.ByName }}{{ .Name }} {{ end }}",
    "{{ site.MainSections }} {{ site.LanguagePrefix }} {{ site.Language.Lang }} {{ site.Lastmod }} {{ len site.AllPages }} {{ site.Home.Title }}",
    "{{ site.Params.nested.KEY }} {{ site.Params.nope.x }} {{ site }}",
    "{{ hugo.Data.tools.spade.price }} {{ hugo.Version }} {{ hugo.Environment }} {{ hugo.IsProduction }} {{ hugo.IsServer }} {{ hugo.IsMultilingual }}",
    "{{ (site.GetPage `nope`).Title }}|{{ (site.GetPage `nope`).RelPermalink }}",
    "{{ with site.GetPage `/posts/a` }}{{ with site.RegularPages.Next . }}{{ .Title }}{{ end }}|{{ with site.RegularPages.Prev . }}{{ .Title }}{{ end }}{{ end }}",
]
SITE_EXPRESSIONS += [
    *(PAGES % f"({name})" for name in (
        "where site.RegularPages `Section` `posts`", "where site.RegularPages `Params.color` `red`",
        "where site.RegularPages `Params.color` nil", "where site.RegularPages `.Params.COLOR` `!=` nil",
        "where site.RegularPages `Params.tags` `intersect` (slice `alpha`)",
        "where site.RegularPages `Params.nested.key` `!=` nil", "where site.RegularPages `Title` `like` `^[A-M]`",
        "where site.RegularPages `Weight` `>` 0", "where site.RegularPages `Weight` `in` (slice 1 2 3)",
        "where site.RegularPages `Date.Year` `>=` 2020", "where site.RegularPages `Nope` nil",
        "where site.RegularPages `Kind` `not in` (slice `section`)", "where site.Pages `Kind` `in` (slice `section` `term`)",
        "where site.RegularPages `File.Ext` `md`", "where site.RegularPages `Parent.Title` `!=` ``",
        "sort site.RegularPages `Title`", "sort site.RegularPages `Title` `desc`", "sort site.RegularPages `Params.color`",
        "sort site.RegularPages `Date`", "sort site.RegularPages `Weight` `desc`", "sort site.RegularPages `File.Path`",
        "first 2 site.RegularPages", "last 2 site.RegularPages", "after 1 site.RegularPages",
        "collections.Reverse site.RegularPages", "uniq (site.RegularPages | append site.RegularPages)",
        "union (first 1 site.RegularPages) (last 1 site.RegularPages)",
        "intersect site.RegularPages (first 2 site.RegularPages)",
        "complement (first 1 site.RegularPages) site.RegularPages",
        "symdiff (first 2 site.RegularPages) site.RegularPages",
        "append site.Home site.RegularPages", "slice site.Home (site.GetPage `about`)",
        "(append site.Home site.RegularPages).ByTitle", "(first 3 site.RegularPages).Reverse",
    )),
    *('{{ printf "%%T" (%s) }}' % name for name in (
        "where site.RegularPages `Title` `x`", "sort site.RegularPages `Title`", "first 1 site.RegularPages",
        "append site.Home site.RegularPages", "slice site.Home", "slice site.Home 1", "uniq site.RegularPages",
        "union site.RegularPages site.RegularPages", "collections.Reverse site.RegularPages",
        "shuffle site.RegularPages", "group `k` site.RegularPages", "slice (group `k` site.RegularPages)",
    )),
    "{{ with group `k` (first 2 site.RegularPages) }}{{ .Key }}:{{ range .Pages }}{{ .Title }} {{ end }}{{ end }}",
    "{{ in site.RegularPages (site.GetPage `about`) }} {{ in site.RegularPages site.Home }} {{ eq site.Home (site.GetPage `/`) }} {{ ne site.Home (site.GetPage `about`) }}",
    "{{ isset site.Params `mood` }} {{ isset site.Params `Mood` }} {{ index site.Params `Mood` }} {{ index site.Params `nested` `KEY` }} {{ isset site.Params.nested `key` }}",
    "{{ merge site.Params.nested (dict `KEY` 1) }} {{ merge (dict `KEY` 1 `b` 2) site.Params.nested }}",
    "{{ index site.Data.tools `spade` `price` }} {{ range sort site.Data.tools }}{{ .price }} {{ end }}",
    "{{ (index site.RegularPages 0).Title }} {{ with index (where site.RegularPages `Title` `nope`) 0 }}x{{ else }}none{{ end }}",
    "{{ apply (first 2 site.RegularPages) `print` `x` }} {{ len site.RegularPages }} {{ cond (gt (len site.RegularPages) 2) `many` `few` }}",
    "{{ default `d` site.Params.nope }} {{ default `d` site.Params.mood }} {{ site.Params.Mood | default `d` }}",
    "{{ reflect.IsPage site.Home }} {{ reflect.IsSite site }} {{ reflect.IsMap site.Params }} {{ reflect.IsSlice site.RegularPages }} {{ reflect.IsResource site.Home }} {{ reflect.IsPage site }}",
    "{{ range $i, $p := first 2 (sort site.RegularPages `Title`) }}{{ $i }}{{ $p.Title }}{{ end }}",
]
MARK = "\x02"


def main() -> None:
    """Run Hugo once and write the answers by page, then by expression."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout.split()
    parts = [f"{MARK}{n}:{text}" for n, text in enumerate(EXPRESSIONS)]
    parts.append("{{ if .IsHome }}")
    parts += [f"{MARK}{n}:{text}" for n, text in enumerate(SITE_EXPRESSIONS, len(EXPRESSIONS))]
    parts.append("{{ end }}" + MARK)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        layouts = {"layouts/all.html": "@@{{ .Path }}@@" + "".join(parts)}
        for name, text in (FILES | layouts).items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        subprocess.run([HUGO], cwd=root, check=True)
        answers: dict[str, dict[str, str]] = {}
        every = [*EXPRESSIONS, *SITE_EXPRESSIONS]
        for file in sorted((root / "public").rglob("index.html")):
            text = file.read_text(encoding="utf-8")
            match = re.match(r"@@(.*?)@@", text)
            if match is None:
                continue
            found = re.findall(rf"{MARK}(\d+):([^{MARK}]*)", text)
            answers[match[1]] = {every[int(n)]: out for n, out in found}
    record = {
        "hugo": next(word for word in version if word.startswith("v0.")),
        "files": FILES,
        "answers": answers,
    }
    target = HERE / "template_objects.json"
    target.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
