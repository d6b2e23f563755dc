"""Write sites.json: what real Hugo publishes of small whole sites.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_sites.py

Each case is a site: all its files, the paths that Hugo publishes for all languages
together, and what each page says of itself: kind, path, title, date, parameters,
members, translations and resources. Where Hugo gives up, the case says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"

# Every page is a row; the list of resources is of names, not of addresses, as asking
# for an address publishes the file.
ROW = """
{{- $members := slice }}{{ $pages := .RegularPages }}
{{- if .IsHome }}{{ $pages = site.RegularPages }}{{ else if or (eq .Kind "term") (eq .Kind "taxonomy") }}{{ $pages = .Pages }}{{ end }}
{{- if .IsNode }}{{ range $pages }}{{ $members = $members | append .Path }}{{ end }}{{ end }}
{{- $others := slice }}{{ range .Translations }}{{ $others = $others | append (dict .Language.Lang .RelPermalink) }}{{ end }}
{{- $files := slice }}{{ range .Resources }}{{ if ne .ResourceType "page" }}{{ $files = $files | append (dict "name" .Name "title" .Title "params" .Params) }}{{ end }}{{ end }}
{{- $feed := "" }}{{ with .OutputFormats.Get "rss" }}{{ $feed = .RelPermalink }}{{ end }}
{{- $date := "" }}{{ if not .Date.IsZero }}{{ $date = .Date.Format "2006-01-02" }}{{ end -}}
ROW{{ dict "kind" .Kind "path" .Path "url" .RelPermalink "title" .Title "date" $date "language" .Language.Lang
"params" .Params "members" $members "translations" $others "resources" $files "feed" $feed "type" .Type "section" .Section | jsonify }}"""
LAYOUTS = {"layouts/all.html": ROW, "layouts/list.atom.atom": "atom", "layouts/list.jsonfeed.json": "json"}
BASE = 'baseURL = "https://example.org/"\ndisableKinds = ["sitemap", "404", "robotstxt"]\n'
QUIET = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n'

Files = dict[str, str]
Case = dict[str, Any]


def page(title: str = "", body: str = "Text.", **front: Any) -> str:
    """Return a content file with front matter in JSON."""
    fields = ({"title": title} if title else {}) | front
    return f"{json.dumps(fields, ensure_ascii=False)}\n{body}\n"


def pages(*names: str, **front: Any) -> Files:
    """Return pages with their own paths as titles."""
    return {f"content/{name}": page(name, **front) for name in names}


def site(name: str, *parts: Files, config: str = "", base: str = QUIET) -> Case:
    """Return one case."""
    files: Files = {"hugo.toml": base + config}
    for part in parts:
        files |= part
    return {"name": name, "files": files}


def data(*names: str) -> Files:
    """Return files that are no content."""
    return {name: f"data of {name}\n" for name in names}


TREE = {
    "content/_index.md": page("Welcome"),
    "content/about.md": page("About", date="2020-05-05"),
    "content/README.md": page("Read me"),
    "content/posts/_index.md": page("Our posts"),
    "content/posts/a.md": page("A", date="2021-01-01", tags=["One", "two words"]),
    "content/posts/B c.md": page("B", date="2021-01-02", tags=["one"], categories=["News"]),
    "content/posts/bundle/index.md": page("Bundle", date="2021-01-03", weight=5),
    "content/posts/bundle/inner.md": page("Inner"),
    "content/posts/bundle/sub/index.md": page("Sub inner"),
    "content/posts/loose/y.md": page("Y", date="2021-01-04"),
    "content/posts/deep/_index.md": page("Deep"),
    "content/posts/deep/z.md": page("Z", date="2021-01-05"),
    "content/posts/deep/deeper/index.md": page("Deeper", date="2020-01-05"),
    "content/my-notes/n.md": page("N"),
    "content/news/n.md": page("N"),
    "content/story/n/o.md": page("O"),
    "content/_under.md": page("Under"),
    "content/.hidden.md": page("Hidden"),
    "content/plain.txt.md": page("Plain"),
    "content/no-front.md": "Only text.\n",
    "content/old.markdown": page("Old"),
    "content/older.mdown": page("Older"),
    "content/untitled/_index.md": page(),
    "content/untitled/only/_index.md": page("", date="2019-01-01"),
    **data(
        "content/posts/pic 2.PNG", "content/posts/bundle/Pic A.png", "content/posts/bundle/sub/deep.txt", "content/root.txt",
        "content/posts/loose/l.txt", "content/posts/deep/d.txt", "content/posts/deep/x/e.txt", "content/.keep", "content/posts/bundle/.h",
        "static/Top.txt", "static/img/S p.png", "static/.nojekyll", "content/empty-dir/f.txt",
    ),
}

CASCADE = {
    "content/_index.md": page("Home", cascade={"params": {"from": "home", "home": 1}, "colour": "red"}),
    "content/posts/_index.md": page(
        "Posts",
        cascade=[
            {"target": {"path": "/posts/special**"}, "colour": "gold", "tags": ["cascaded"], "type": "odd", "build": {"render": "never"}},
            {"_target": {"kind": "page"}, "colour": "blue", "size": "big", "params": {"from": "posts", "posts": 1}},
            {"target": {"environment": "development"}, "colour": "dev"},
            {"target": {"environment": "production", "kind": "section"}, "env": "prod", "layout": "l"},
        ],
    ),
    "content/posts/a.md": page("A", colour="own", params={"from": "a"}),
    "content/posts/b.md": page("B", tags=["own"]),
    "content/posts/special.md": page("Special", tags=["mine"]),
    "content/posts/special-2/index.md": page("Special 2"),
    "content/posts/sub/_index.md": page("Sub", cascade={"size": "small", "title": "Given", "date": "2020-02-02", "weight": 7}),
    "content/posts/sub/c.md": page("C"),
    "content/posts/sub/d.md": page(),
    "content/drafts/_index.md": page("Drafts", cascade={"draft": True}),
    "content/drafts/x.md": page("X"),
    "content/drafts/y.md": page("Y", draft=False),
    "content/hiddensec/_index.md": page("H", draft=True, cascade={"colour": "of a draft"}),
    "content/hiddensec/x.md": page("HX"),
    "content/self/_index.md": page("Self", cascade={"mark": "self", "slug": "moved"}),
    "content/self/x.md": page("SX"),
    "content/auto/x.md": page("AX"),
    "content/tags/_index.md": page("Tags", cascade={"mark": "tagged", "params": {"of": "tags"}}),
    "content/tags/own/_index.md": page("Own tag"),
    "content/tagged.md": page("T", tags=["own", "free"]),
    **data("content/posts/special-2/s.txt"),
}

BUILDS = {
    "content/posts/never.md": page("Never", build={"render": "never"}, tags=["n"], aliases=["/old-never/"]),
    "content/posts/link.md": page("Link", build={"render": "link"}, tags=["l"]),
    "content/posts/unlisted.md": page("Unlisted", build={"list": "never"}, tags=["u"]),
    "content/posts/local.md": page("Local", build={"list": "local"}, tags=["o"]),
    "content/posts/headless/index.md": page("Headless", headless=True, tags=["h"]),
    "content/posts/single.md": page("Single", headless=True),
    "content/posts/nofiles/index.md": page("No files", build={"publishResources": False}),
    "content/posts/both/index.md": page("Both", build={"render": "never", "list": "never"}),
    "content/posts/plain.md": page("Plain"),
    "content/never/_index.md": page("Section", build={"render": "never"}),
    "content/never/x.md": page("X"),
    "content/unlisted/_index.md": page("Unlisted", build={"list": "never"}),
    "content/unlisted/x.md": page("X"),
    "content/headless/_index.md": page("Headless", headless=True),
    "content/headless/x.md": page("X"),
    "content/tags/t/_index.md": page("T", build={"render": "never"}),
    "content/x.md": page("X", tags=["t", "s"]),
    "content/posts/draft/index.md": page("Draft", draft=True),
    "content/posts/future.md": page("Future", date="2199-01-01"),
    "content/posts/expired.md": page("Expired", expiryDate="2001-01-01"),
    "content/draftsec/_index.md": page("Draft section", draft=True),
    "content/draftsec/x.md": page("X"),
    **data(*(f"content/{name}/f.txt" for name in ("posts/headless", "posts/nofiles", "posts/both", "posts/draft", "never", "unlisted", "headless", "draftsec"))),
}

BY_NAME = {
    "content/_index.md": page("Home"),
    "content/_index.fr.md": page("Accueil"),
    "content/about.md": page("About"),
    "content/only.fr.md": page("Seulement", tags=["mot"]),
    "content/de.de.md": page("De"),
    "content/v1.2.md": page("V"),
    "content/posts/p.md": page("P", date="2020-01-01", tags=["word"]),
    "content/posts/p.fr.md": page("P fr", date="2020-01-02", slug="pe", tags=["mot", "le mot"], aliases=["/vieux/", "rel"]),
    "content/posts/u.fr.md": page("U", url="/absolu/x/"),
    "content/posts/u.md": page("U", aliases=["/alt/"]),
    "content/posts/v.fr.md": page("V", url="relatif/x/", aliases=["ici"]),
    "content/posts/w.fr.md": page("W", url="/absolu/w/", aliases=["la", "/racine/"]),
    "content/posts/k1.md": page("K", translationKey="k"),
    "content/posts/k2.fr.md": page("K", translationKey="k"),
    "content/posts/b/index.md": page("B"),
    "content/posts/b/index.fr.md": page("B fr"),
    "content/posts/o/index.fr.md": page("O fr"),
    "content/notes/n.md": page("N"),
    "content/notes/m.fr.md": page("M"),
    **data(
        "content/posts/b/a.txt", "content/posts/b/c.fr.txt", "content/posts/b/d.txt", "content/posts/b/d.fr.txt", "content/posts/b/e.en.txt",
        "content/posts/o/a.txt", "content/posts/o/c.fr.txt", "content/posts/l.txt", "content/posts/m.fr.txt", "content/root.fr.txt", "static/s.fr.txt", "static/s.txt",
        "content/posts/b/x.de.txt",
    ),
}
FRENCH = {
    "content/_index.md": page("Home", cascade=[{"target": {"sites": {"matrix": {"languages": ["fr"]}}}, "x": "fr"}, {"x": "all"}]),
    "content/_index.fr.md": page("Accueil", cascade={"y": "accueil"}),
    "content/a.md": page("A"),
    "content/a.fr.md": page("A"),
    "content/b.fr.md": page("B", x="own"),
    "content/s/_index.fr.md": page("S", cascade={"target": {"sites": {"matrix": {"languages": ["en"]}}}, "z": "from the French"}),
    "content/s/c.md": page("C"),
    "content/s/c.fr.md": page("C"),
}
LANGUAGES = 'defaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\ntitle = "Le site"\n'

BY_FOLDER = {
    "content/en/_index.md": page("Home"),
    "content/en/posts/p.md": page("P", tags=["t"]),
    "content/en/posts/x.fr.md": page("X fr"),
    "content/en/posts/b/index.md": page("B"),
    "content/en/posts/s/index.md": page("S"),
    "content/fr/posts/p.md": page("P fr", tags=["t"]),
    "content/fr/posts/b/index.md": page("B fr"),
    "content/fr/posts/q.md": page("Q"),
    "content/fr/posts/y.en.md": page("Y en"),
    **data("content/en/posts/b/a.txt", "content/fr/posts/b/a.txt", "content/fr/posts/b/z.txt", "content/en/posts/l.txt", "content/fr/posts/l.txt", "content/en/posts/s/s.txt", "content/fr/posts/s/t.txt"),
}
FOLDERS = 'defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\nweight = 1\n[languages.fr]\ncontentDir = "content/fr"\nweight = 2\n'

MOUNTS = {
    "content/a.md": page("A of content"),
    "content/posts/x.md": page("X of content"),
    "content/posts/b/index.md": page("B of content"),
    "content/secret/s.md": page("S"),
    "more/x.md": page("X of more", slug="never-seen"),
    "more/y.md": page("Y"),
    "more/b/extra.txt": "extra",
    "more/b/index.md": page("B of more"),
    "more/sub/_index.md": page("Sub"),
    "more/sub/z.md": page("Z"),
    "french/f.md": page("F"),
    "single/one.md": page("One file"),
    "README.md": page("Read me"),
    "themes/t/content/theme.md": page("Of the theme"),
    "themes/t/content/a.md": page("A of the theme"),
    "themes/t/content/posts/b/t.txt": "t",
    "themes/t/static/t.txt": "t",
    "themes/t/static/both.txt": "theme",
    **data("static/both.txt", "static2/two.txt", "content/posts/b/own.txt"),
}
MOUNTED = """
theme = "t"
[languages.en]
weight = 1
[languages.fr]
weight = 2
[module]
[[module.mounts]]
source = "content"
target = "content"
files = ["! secret/**", "**"]
[[module.mounts]]
source = "more"
target = "content/posts"
[[module.mounts]]
source = "french"
target = "content"
[module.mounts.sites.matrix]
languages = ["fr"]
[[module.mounts]]
source = "single/one.md"
target = "content/one/index.md"
[[module.mounts]]
source = "README.md"
target = "content/readme.md"
[[module.mounts]]
source = "static"
target = "static"
[[module.mounts]]
source = "static2"
target = "static/under"
"""

ALIASES = {
    "content/posts/_index.md": page("Posts", aliases=["/old-posts/", "older"]),
    "content/posts/a.md": page("A", aliases=["/Old Path/", "rel", "../up", "./here", "/old.html", "/no/slash", "/q/x.htm", "sub/dir/"]),
    "content/posts/b/index.md": page("B", aliases="one-string"),
    "content/posts/c.md": page("C", aliases=["/posts/a/", "/posts/", "/tags/", "/shared/"]),
    "content/posts/d.md": page("D", aliases=["/shared/"], slug="dee"),
    "content/_index.md": page("Home", aliases=["/start/"]),
    "content/tags/x/_index.md": page("X", aliases=["/old-x/", "near"]),
    "content/posts/draft.md": page("Draft", aliases=["/draft-alias/"], draft=True),
}

UGLY = {
    "content/_index.md": page("Home"),
    "content/about.md": page("About"),
    "content/posts/_index.md": page("P"),
    "content/posts/a.md": page("A", tags=["Foo bar"], aliases=["/old/", "rel"]),
    "content/posts/b/index.md": page("B"),
    "content/posts/u.md": page("U", url="/some/where/"),
    "content/posts/v.md": page("V", url="/some/v.html"),
    "content/posts/sub/_index.md": page("S"),
    "content/notes/n.md": page("N"),
    "content/notes/b/index.md": page("NB"),
    **data("content/posts/b/f.txt", "content/posts/l.txt"),
}

PATTERNS = {
    "content/_index.md": page("Home"),
    "content/root.md": page("Root page"),
    "content/posts/_index.md": page("Posts"),
    "content/posts/first.md": page("First one", date="2023-04-05", slug="the-first", tags=["A b"]),
    "content/posts/year/second/index.md": page("Second", date="2022-01-09"),
    "content/posts/year/_index.md": page("Year"),
    "content/blog/x.md": page("X & y", date="2021-12-31", authors=["Ann Bee"]),
    "content/blog/u.md": page("U", url="/u/:year/:slug/", date="2020-02-02"),
    "content/docs/a/b/c.md": page("C"),
    "content/docs/a/_index.md": page("A", slug="aaa"),
    "content/authors/ann-bee/_index.md": page("Ann B."),
    **data("content/posts/year/second/f.txt", "content/docs/a/b/l.txt", "content/docs/a/l.txt", "content/blog/l.txt"),
}
PATTERN = """
[permalinks]
blog = "/:year/:month/:title/"
tags = "/label/:slug/"
[permalinks.page]
"/" = "/pages/:slug/"
posts = "/p/:slug/"
docs = "/:sections[1:]/:slugorfilename/"
[permalinks.section]
posts = "/all/:slug/"
[permalinks.term]
authors = "/author/:slug/"
[permalinks.taxonomy]
authors = "/people/"
[taxonomies]
tag = "tags"
author = "authors"
"""

RESOURCES = {
    "content/b/index.md": page(
        "B",
        resources=[
            {"src": "sub/one.txt", "name": "first", "title": "The first", "params": {"credit": "Me"}},
            {"src": "**.png", "name": "pic-:counter", "title": "Picture :counter", "params": {"k": 1}},
            {"src": "*.TXT", "title": "Text #:counter", "params": {"k": 2, "l": 3}},
            {"src": "gallery/*", "title": "Late", "params": {"late": True}},
            {"src": "doc.txt", "name": "named"},
        ],
    ),
    "content/b/page.md": page("A page as a resource"),
    "content/sec/_index.md": page("S", resources=[{"src": "*.png", "title": "Of a section :counter"}]),
    "content/sec/a.md": page("A"),
    **data("content/b/A.png", "content/b/b.PNG", "content/b/doc.txt", "content/b/more.txt", "content/b/sub/one.txt", "content/b/gallery/g1.png", "content/b/gallery/g2.jpg", "content/sec/s.png", "content/sec/sub/t.png"),
}

ORDER = {
    f"content/posts/{name}.md": page(title, **front)
    for name, title, front in (
        ("q", "B", {"date": "2020-01-01"}), ("b", "a", {"date": "2020-01-01"}), ("x", "New", {"date": "2022-01-01"}),
        ("a", "Heavy", {"weight": 20}), ("f", "Light", {"weight": 1, "date": "2001-01-01"}), ("m", "None", {}), ("n", "Négative", {"weight": -3}),
        ("o", "Z", {"linkTitle": "0 first", "date": "2020-01-01"}), ("l", "Mod", {"lastmod": "2021-01-01"}),
    )
}  # fmt: skip

CLASHES = {
    "content/posts.md": page("Page posts"),
    "content/posts/x.md": page("X"),
    "content/stat/index.md": page("Stat"),
    **data("static/stat/index.html", "static/stat/f.txt", "content/stat/f.txt", "static/s.txt"),
}

FORMATS = """
[outputs]
home = ["html", "rss", "atom", "jsonfeed"]
section = ["html", "atom"]
taxonomy = ["html"]
term = ["html", "rss"]
[mediaTypes."application/atom+xml"]
suffixes = ["atom"]
[outputFormats.rss]
baseName = "feed"
[outputFormats.atom]
mediaType = "application/atom+xml"
baseName = "index"
[outputFormats.jsonfeed]
mediaType = "application/json"
baseName = "feed"
path = "feeds"
"""

SUFFIXES = {
    "content/a.html": "---\ntitle: A\n---\n<p>Hi</p>\n",
    "content/b.htm": "<p>No front matter</p>\n",
    "content/c.md": page("C"),
    "content/posts/index.html": "+++\ntitle = 'Bundle'\n+++\n<b>x</b>\n",
    "content/posts/f.txt": "f",
    "content/sec/_index.html": "---\ntitle: Section\n---\n<b>x</b>\n",
    "content/sec/p.htm": "---\ntitle: P\n---\nx\n",
    "content/bun/index.md": page("Bun"),
    "content/bun/raw.html": "<p>raw</p>",
    "content/bun/front.html": "---\ntitle: F\n---\n<p>raw</p>",
    "content/o/index.html": "<p>raw</p>",
}


PARAMS = {
    "content/_index.md": page("", cascade={"params": {"a": 1, "map": {"x": 1}, "top": "handed"}, "build": {"list": "never"}, "both": "top"}),
    "content/p.md": page("P", top="own", params={"map": {"y": 2}, "both": "own"}, build={"publishResources": False}),
    "content/q.md": page("Q", both="own"),
    "content/s/_index.md": page("S", cascade={"params": {"both": "inner", "map": {"z": 3}}}),
    "content/s/r.md": page("R"),
    "content/drafts/x.md": page("X", draft=True),
    "content/outer/draft/_index.md": page("D", draft=True),
    "content/outer/draft/x.md": page("X"),
    "content/outer/y.md": page("Y"),
}


def cases() -> list[Case]:
    """Return every case."""
    tagged = {"content/posts/a.md": page("A", tags=["x"]), "content/about.md": page("About"), "content/posts/_index.md": page("P"), "content/_index.md": page("Home"), "content/b/index.md": page("B"), "content/b/f.txt": "f", "content/posts/l.txt": "l"}  # fmt: skip
    kinds = ["home", "section", "page", "taxonomy", "term", "rss"]
    return [
        site("tree", TREE, base=BASE),
        site("cascade", CASCADE, base=BASE),
        site("cascade of the config", CASCADE, config='[[cascade]]\nlate = "config"\ncolour = "config"\n[[cascade]]\nweight = 3\n[cascade.target]\npath = "/auto/**"\n[[cascade]]\nkindly = "term"\n[cascade.target]\nkind = "term"\n', base=BASE),  # fmt: skip
        site("cascade of the config as a map", {"content/x.md": page("X"), "content/y.md": page("Y", draft=True), "content/z.md": page("Z", draft=False)}, config="[cascade]\ndraft = true\n"),
        site("cascade of parameters", PARAMS, config='title = "The site"\n', base=BASE),
        site("cascade in two languages", FRENCH, config=LANGUAGES),
        site("cascade hides terms", {"content/x.md": page("X", tags=["a"]), "content/tags/_index.md": page("Tags", cascade={"build": {"render": "never", "list": "never"}, "target": {"kind": "term"}})}, base=BASE),
        site("cascade of urls", {"content/s/_index.md": page("S", cascade={"target": {"kind": "page"}, "url": "/flat/:slug/", "aliases": ["/gone/"]}), "content/s/a.md": page("A")}),
        site("cascade of aliases and layout", {"content/s/_index.md": page("S", cascade={"layout": "l", "outputs": ["html"], "keywords": "a b", "description": "D", "headless": False}), "content/s/a.md": page("A")}),
        site("build options", BUILDS, base=BASE),
        site("languages by name", BY_NAME, config=LANGUAGES, base=BASE),
        site("languages by name, all in folders", BY_NAME, config="defaultContentLanguageInSubdir = true\n" + LANGUAGES, base=BASE),
        site("languages by name, french first", BY_NAME, config=LANGUAGES.replace('= "en"', '= "fr"', 1), base=BASE),
        site("a disabled language", BY_NAME, config=LANGUAGES + "disabled = true\n", base=BASE),
        site("languages of other servers", BY_NAME, config=LANGUAGES + 'baseURL = "https://fr.example.org/"\n', base=BASE),
        site("languages by folder", BY_FOLDER, config=FOLDERS, base=BASE),
        site("languages with patterns", {**BY_NAME, "content/posts/year/t.fr.md": page("Tee", date="2020-02-03")}, config="uglyURLs = true\n" + LANGUAGES + '[permalinks]\nposts = "/:year/:slug/"\ntags = "/label/:slug/"\n', base=BASE),
        site("one language in a folder", pages("x.md", "posts/y.md"), config="defaultContentLanguageInSubdir = true\n", base=BASE),
        site("mounts", MOUNTS, config=MOUNTED),
        site("static folders", data("static/a.txt", "static/b.txt", "static_b/b.txt", "static_b/c/D.txt", "static_fr/a.txt", "static_fr/f.txt"), pages("x.md", "x.fr.md"), config='staticDir = ["static", "static_b"]\n' + LANGUAGES + 'staticDir2 = "static_fr"\n'),
        site("aliases", ALIASES, base=BASE),
        site("aliases are off", ALIASES, config="disableAliases = true\n", base=BASE),
        site("ugly addresses", UGLY, config="uglyURLs = true\n", base=BASE),
        site("ugly addresses of one section", UGLY, config="[uglyURLs]\nposts = true\nnotes = false\n", base=BASE),
        site("permalinks", PATTERNS, config=PATTERN, base=BASE),
        site("resources", RESOURCES),
        site("order", ORDER),
        site("clashes", CLASHES, base=BASE),
        site("feeds", tagged, {"content/posts/sub/_index.md": page("Sub", outputs=["html", "rss"]), "content/posts/sub/x.md": page("X")}, config=FORMATS, base=BASE),
        site("feeds in two languages", BY_NAME, config=FORMATS + LANGUAGES, base=BASE),
        site("titles of lists", pages("my-posts/a.md", "Big Things/b.md", "news/c.md", "city/d.md", "gsoc-2020/e.md"), config='title = "The site"\n'),
        site("plain titles of lists", pages("my-posts/a.md", "Big Things/b.md", "news/c.md", "city/d.md"), config='title = "The site"\npluralizeListTitles = false\ncapitalizeListTitles = false\n'),
        site("ignored files", TREE, config='ignoreFiles = ["/deep/", "\\\\.txt$", "about"]\n', base=BASE),
        site("other suffixes", SUFFIXES, config="[security]\nallowContent = ['.*']\n"),
        *(site(f"without {kind}", tagged, base=BASE.replace('"sitemap"', f'"{kind}", "sitemap"')) for kind in kinds),
    ]  # fmt: skip


def run(case: Case, folder: Path) -> Case:
    """Build the site of *case* and return it with what Hugo makes of it."""
    for path, text in (case["files"] | LAYOUTS).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    done = subprocess.run([HUGO, "--source", folder], check=False, capture_output=True, text=True)
    if done.returncode:
        print("!", case["name"], (done.stdout + done.stderr)[-500:])
        return case | {"fails": True}
    public = folder / "public"
    paths = sorted(f.relative_to(public).as_posix() for f in public.rglob("*") if f.is_file())
    rows = {}
    for path in paths:
        text = (public / path).read_text("utf-8")
        if text.startswith("ROW"):
            rows[path] = _without_dates(json.loads(text.removeprefix("ROW")))
    return case | {"published": paths, "pages": rows}


def _without_dates(row: Case) -> Case:
    dates = ("date", "lastmod", "publishdate", "expirydate")
    row["params"] = {key: value for key, value in row["params"].items() if key not in dates}
    return row


def main() -> None:
    """Build every site and write the file."""
    version = subprocess.run([HUGO, "version"], check=True, capture_output=True, text=True)
    found = []
    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            found.append(run(case, Path(folder)))
    record = {"hugo": version.stdout.split()[1], "cases": found}
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / "sites.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
