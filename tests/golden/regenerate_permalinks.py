"""Write permalinks.json: which files real Hugo publishes for small made sites.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_permalinks.py

Each case is a site: its configuration, its content files (front matter as JSON; null
for a file that is not content) and the sorted list of the paths that Hugo publishes.
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

# Sections, terms and feeds are not what these cases ask for. A list prints something
# only where a file stands behind it, and Hugo writes no empty file.
BASE_CONFIG: dict[str, Any] = {
    "baseURL": "https://example.org/",
    "disableKinds": ["taxonomy", "term", "rss", "sitemap", "404", "robotstxt"],
}
LAYOUTS = {
    "single.html": "{{ .RelPermalink }}",
    "list.html": "{{ with .File }}list{{ end }}",
    "home.html": "{{ with .File }}home{{ end }}",
}

Case = dict[str, Any]


def site(name: str, files: dict[str, Any], **config: Any) -> Case:
    """Return one case; front matter None stands for a file that is not content."""
    return {"name": name, "config": config, "files": files}


def post(name: str, path: str = "posts/x.md", pattern: str = "", **front: Any) -> Case:
    """Return a case of one post, with a permalink pattern for its section or not."""
    config = {"permalinks": {path.split("/")[0]: pattern}} if pattern else {}
    return site(name, {path: front}, **config)


DATED = {"title": "A Post", "date": "2023-04-05T16:07:08Z"}
FILE_NAMES = [
    "A & B & C", "C++ & X", "a - b", "a \u2014 b", "it's", "x: y", "100% y",
    "Node.js 2.0", "#h", "emoji \U0001f600 z", "-lead-", "a__b", "Caf\u00e9 \u00dcber",
    "stra\u00dfe", "\u65e5\u672c\u8a9e", "a%20b", "a+b", "a~b@c", "UPPER Case", "v1.2", "post.fr",
    "a(b)[c]", "tab\tname", "1", "e\u0301combining", "a,b;c=d", "a--b", "\u0130stanbul",
    "nbsp\u00a0name", "\u00bd half", "x\u200by",
]  # fmt: skip
SLUGS = [
    *FILE_NAMES, "x/y z", "  sp  ", "--lead--", "a  b", "/abs/olute/", "../up", "index",
    "a/../b", "a\\b", "a%zz", "a?b#c", "a//b", "x.html", ":slug", "!",
]  # fmt: skip
TOKENS = [
    ":year", ":month", ":monthname", ":day", ":weekday", ":weekdayname", ":yearday",
    ":section", ":sections", ":sectionslug", ":sectionslugs", ":title", ":slug",
    ":contentbasename", ":filename", ":slugorcontentbasename", ":slugorfilename",
    ":06", ":1", ":2", ":01", ":02", ":Jan", ":January", ":Mon", ":Monday", ":2006",
    ":15", ":3", ":03", ":04", ":05", ":002", ":MST", ":Z0700", ":_2", ":2006Jan",
    ":2006_01_02", ":3PM", ":Janx", ":__2",
]  # fmt: skip
SLICES = [
    "[0]", "[1]", "[9]", "[last]", "[1:]", "[:1]", "[:last]", "[0:2]", "[1:2]", "[5:]",
    "[:9]", "[last:]", "[:]", "[LAST]", "[2:1]", "[x]",
]  # fmt: skip
DEEP = {
    "docs/_index.md": {"title": "The Docs"},
    "docs/One Two/_index.md": {"title": "Part One", "slug": "p1"},
    "docs/One Two/three/_index.md": {"title": "3rd"},
}


def cases() -> list[Case]:
    """Return every case."""
    found = [post(f"file name {name}", f"posts/{name}.md") for name in FILE_NAMES]
    found += [post(f"bundle name {name}", f"posts/{name}/index.md") for name in FILE_NAMES[:14]]
    found += [post(f"folder name {name}", f"posts/{name}/x.md") for name in FILE_NAMES[:14]]
    found += [post(f"slug {slug}", slug=slug) for slug in SLUGS]
    found += [post(f"slug in a bundle {slug}", "posts/x/index.md", slug=slug) for slug in ("A b", "index", "x/y")]
    found += [post(f"token slug {slug}", pattern="/p/:slug/", title="T t", slug=slug) for slug in SLUGS]
    found += [post(f"token title {title}", pattern="/p/:title/", title=title) for title in SLUGS]
    found += [post(f"token title {title} with number signs", pattern="/p/:title/", title=title) for title in ("C#", "C# and F#", "a#b", "##")]
    found += [post(f"token file name {name}", f"posts/{name}.md", "/p/:contentbasename/") for name in FILE_NAMES]
    found += [post(f"token {token}", "posts/My File.md", f"/p/{token}/q/", **DATED) for token in TOKENS]
    found += [post(f"token {token} of a bundle", "posts/a b/My File/index.md", f"/p/{token}/q/", **DATED) for token in TOKENS[7:17]]
    found += [post(f"token {token} without a date", pattern=f"/p/{token}/q/", title="A") for token in TOKENS[:7]]
    for token in (":sections", ":sectionslugs"):
        found += [
            site(
                f"token {token}{cut}",
                {**DEEP, "docs/One Two/three/x.md": DATED},
                permalinks={"docs": f"/p/{token}{cut}/q/"},
            )
            for cut in ("", *SLICES)
        ]
    found += [
        site("token :sectionslug of a section", {**DEEP, "docs/One Two/x.md": {}}, permalinks={"docs": "/p/:sectionslug/q/"}),
        site("sections need an index file", {"a/b/c/x.md": {}}, permalinks={"a": "/p/:sections/q/"}),
        site("a bundle's own folder is no section", {**DEEP, "docs/One Two/b/index.md": {}}, permalinks={"docs": "/p/:sections/q/"}),
        site("date in a time zone", {"posts/x.md": {"date": "2023-01-01T01:00:00+05:00"}}, permalinks={"posts": "/:year/:month/:day/:15/x/"}),
        post("pattern without a trailing slash", pattern="/p/:year/:slug", **DATED),
        post("pattern without a leading slash", pattern="p/:slug", **DATED),
        post("pattern that ends in html", pattern="/p/:slug.html", **DATED),
        post("pattern with an escaped colon", pattern=r"/p/\:slug/:slug/", **DATED),
        post("pattern with spaces, case and plus", pattern="/P q/r+s/:slug/", **DATED),
        post("pattern with doubled slashes", pattern="/p//:slug//", **DATED),
        post("pattern with dots", pattern="/p/../:slug/./x/", **DATED),
        post("pattern that is a constant", pattern="/constant/", **DATED),
        post("pattern with tokens side by side", pattern="/:year:month/:slug-:day/", **DATED),
        post("pattern repeats a token", pattern="/:slug/:slug/", **DATED),
        post("slug or title: no title", pattern="/p/:slug/", date="2023-04-05"),
        post("slug or base name: a slug", pattern="/p/:slugorcontentbasename/", slug="S s"),
        site("pattern of the root pages", {"x.md": {}, "posts/y.md": {}}, permalinks={"/": "/p/:contentbasename/"}),
        site("pattern by kind", {"posts/x.md": {}}, permalinks={"page": {"posts": "/p/:contentbasename/"}}),
        site("pattern of a section page", {"posts/_index.md": {"title": "T"}, "posts/x.md": {}}, permalinks={"section": {"posts": "/s/:slug/"}}),
        site("pattern of a section page moves its files", {"posts/_index.md": {"title": "T"}, "posts/a.txt": None}, permalinks={"section": {"posts": "/s/"}}),
        site("pattern as a list", {"posts/x.md": {}, "docs/y.md": {}}, permalinks=[{"pattern": "/p/:contentbasename/", "target": {"path": "/posts/**"}}]),
        site("pattern as a list by kind", {"posts/_index.md": {}, "posts/x.md": {}}, permalinks=[{"pattern": "/p/:contentbasename/", "target": {"path": "{/posts,/posts/**}", "kind": "page"}}]),
        site("pattern of a nested folder", {"a/b/x.md": {}, "a/y.md": {}}, permalinks={"a/b": "/p/:contentbasename/"}),
        site("pattern key in another case", {"posts/x.md": {}}, permalinks={"POSTS": "/p/:contentbasename/"}),
        site("pattern of a top folder reaches below", {"a/b/_index.md": {}, "a/b/x.md": {}}, permalinks={"a": "/p/:contentbasename/"}),
        site("pattern by kind beats nothing else", {"posts/x.md": {}, "posts/b/index.md": {}, "posts/b/a.png": None}, permalinks={"posts": "/:year/:contentbasename/"}),
    ]
    found += [
        post(f"url {url}", "posts/My File.md", url=url, **DATED)
        for url in (
            "/a/b/", "/a/b", "a/b/", "a/b", "/a/b.html", "/v1.2/page", "/v1.2/page/", "/A b/C/",
            "/:year/:slug/", "/:year/:title.html", "x/../y/", "../../up/", "/a//b/", "/index.html",
            "/a/index.html", "/", "/caf\u00e9/", "/a%20b/", "a.b", "/x.xml", "/./a/", "/a/:contentbasename", "/a+b/:year/",
        )
    ]  # fmt: skip
    found += [
        post("url beats a pattern", pattern="/p/:slug/", url="/u/", **DATED),
        post("url beats the slug", url="/u/", slug="s"),
        site("url of a bundle moves its files", {"posts/b/index.md": {"url": "/u/v/"}, "posts/b/a.png": None, "posts/b/Sub Dir/B c.TXT": None}),
        site("url of a bundle as a file", {"posts/b/index.md": {"url": "/u/v.html"}, "posts/b/a.png": None}),
        site("url of a section", {"posts/_index.md": {"url": "/U v/"}, "posts/x.md": {}, "posts/a.txt": None}),
        site("url of the home page", {"_index.md": {"url": "/u/"}}),
        site("sections with signs", {"C#/_index.md": {}, "C#/x.md": {}, "d.html/_index.md": {}, "d.html/y.md": {}}),
        site("slug of a section", {"posts/_index.md": {"slug": "s"}, "posts/x.md": {}}),
        site("slug of a bundle moves its files", {"posts/b/index.md": {"slug": "s"}, "posts/b/A b.png": None, "posts/b/Sub/c.txt": None}),
    ]
    ugly: dict[str, dict[str, object] | None] = {"posts/x.md": {}, "posts/b/index.md": {}, "posts/b/a.png": None, "posts/_index.md": {}, "posts/pic.png": None, "y.md": {}}
    found += [
        site("ugly urls", ugly, uglyURLs=True),
        site("ugly urls of one section", {**ugly, "docs/z.md": {}}, uglyURLs={"posts": True}),
        site("ugly urls with a pattern", ugly, uglyURLs=True, permalinks={"posts": "/p/:contentbasename/"}),
        site("ugly urls with a url", {"posts/x.md": {"url": "/u/v/"}, "posts/y.md": {"url": "/u/w"}}, uglyURLs=True),
        site("ugly urls with a slug", {"posts/x.md": {"slug": "A b"}}, uglyURLs=True),
        site("case is kept", {"Posts/My File.md": {}, "Posts/B c/index.md": {}, "Posts/B c/D e.png": None}, disablePathToLower=True),
        site("case is kept in names with signs", {"Posts/A & B.md": {}, "Posts/C - D/x.md": {}, "Posts/E  F/index.md": {}, "Q & A/_index.md": {}}, disablePathToLower=True),
        site("case is kept in a slug", {"Posts/x.md": {"slug": "A b"}}, disablePathToLower=True),
        site("case is kept in a pattern", {"Posts/x.md": {"title": "A b"}}, disablePathToLower=True, permalinks={"posts": "/P/:title/"}),
        site("accents are removed", {"posts/Caf\u00e9 \u00dcber stra\u00dfe.md": {}, "posts/\u00c9t\u00e9/index.md": {}, "posts/\u00c9t\u00e9/\u00e0.png": None}, removePathAccents=True),
        site("accents are removed from a slug", {"posts/x.md": {"slug": "\u00e9t\u00e9 \u0142"}}, removePathAccents=True),
        site("accents are removed by a pattern", {"posts/x.md": {"title": "\u00c9t\u00e9"}}, removePathAccents=True, permalinks={"posts": "/\u00e0/:title/"}),
        site("accents stay in a url", {"posts/x.md": {"url": "/\u00e9t\u00e9/"}}, removePathAccents=True),
    ]
    aliases = [
        "/old/", "/old", "rel", "rel/", "./here", "../up", "../../../../top", "/Old Name/", "/old.html", "/old.htm",
        "rel.html", "/a//b", "/x.xml", "/caf\u00e9/", "/a/../b", "/index.html", "/a/index.html", "/a%20b", "/q?x=1", "/",
    ]  # fmt: skip
    found += [post(f"alias {alias}", "posts/sub/p.md", aliases=[alias]) for alias in aliases]
    found += [
        post("alias of a bundle", "posts/bun/index.md", aliases=["rel", "/abs"]),
        post("alias of a page with a pattern", "posts/x.md", "/:year/:slug/", aliases=["rel"], **DATED),
        post("alias of a page with a url", url="/u/v/", aliases=["rel"]),
        post("alias of a page with a file url", url="/u/v.html", aliases=["rel"]),
        site("alias of a section", {"posts/_index.md": {"aliases": ["rel", "/news"]}}),
        site("alias of the home page", {"_index.md": {"aliases": ["rel", "/news"]}}),
        site("alias with ugly urls", {"posts/x.md": {"aliases": ["rel", "/a"]}}, uglyURLs=True),
        site("aliases are switched off", {"posts/x.md": {"aliases": ["/a"]}}, disableAliases=True),
        site("alias that is a page", {"posts/x.md": {"aliases": ["/posts/y/"]}, "posts/y.md": {}}),
    ]
    terms = {"tags/A b/_index.md": {"title": "The A & B"}, "tags/_index.md": {}, "posts/x.md": {"tags": ["a b"]}}
    listed = {"disableKinds": ["rss", "sitemap", "404", "robotstxt"]}
    found += [
        site("term pages", terms, **listed),
        site("term pages with a pattern", terms, permalinks={"tags": "/tag/:slug/"}, **listed),
        site("term pages with a pattern by kind", terms, permalinks={"term": {"tags": "/tag/:contentbasename/"}}, **listed),
        site("term pages of another taxonomy", {"authors/jo/_index.md": {"slug": "J o"}, "posts/x.md": {"authors": ["jo"]}}, permalinks={"authors": "/by/:slug/"}, taxonomies={"author": "authors"}, **listed),
    ]
    found += [site("a small site", SMALL_SITE), site("a site of bundles", BUNDLES)]
    found += [
        site("root index file", {"index.md": {}, "posts/x.md": {}, "a.png": None, "y.md": {}}),
        site("index file in a section", {"posts/index.md": {}, "posts/x.md": {}, "posts/sub/y.md": {}, "posts/sub/index.md": {}}),
        site("both index files", {"posts/index.md": {"title": "leaf"}, "posts/_index.md": {"title": "b"}, "posts/x.md": {}}),
        site("two suffixes", {"posts/x.md": {}, "posts/y.markdown": {}, "posts/z.mdown": {}, "posts/b/index.markdown": {}, "posts/b/a.txt": None}),
        site("html files", {"posts/b/index.md": {}, "posts/b/plot.html": None, "posts/loose.html": None}),
        site("notebooks and odd files", {"posts/b/index.md": {}, "posts/b/n.ipynb": None, "posts/b/data.tar.gz": None, "posts/b/README": None, "posts/b/.hidden": None, "posts/b/.dir/x.png": None, "posts/b/~x.txt": None, "posts/b/x.txt~": None}),
        site("files of headless bundles", {"posts/b/index.md": {"headless": True}, "posts/b/a.txt": None}),
        site("files of never rendered bundles", {"posts/b/index.md": {"build": {"render": "never"}}, "posts/b/a.txt": None}),
        site("files of linked bundles", {"posts/b/index.md": {"build": {"render": "link"}}, "posts/b/a.txt": None}),
        site("files that are not published", {"posts/b/index.md": {"build": {"publishResources": False}}, "posts/b/a.txt": None}),
        site("files of draft bundles", {"posts/b/index.md": {"draft": True}, "posts/b/a.txt": None}),
        site("files of a draft section", {"posts/_index.md": {"draft": True}, "posts/a.txt": None, "posts/x.md": {}, "posts/sub/b.txt": None}),
        site("files of a headless section", {"posts/_index.md": {"headless": True}, "posts/a.txt": None, "posts/x.md": {}}),
        site("same name, file and bundle", {"posts/x.md": {"title": "f"}, "posts/x/index.md": {"title": "b"}, "posts/x/a.txt": None}),
        site("ignored files", {"posts/x.md": {}, "posts/a.ipynb": None, "posts/b_cache/y.md": {}}, ignoreFiles=[r"\.ipynb$", "_cache"]),
    ]  # fmt: skip
    return found


SMALL_SITE = {
    "_index.md": {"title": "Home"},
    "about.md": {},
    "README.md": {},
    "logo.svg": None,
    "posts/_index.md": {"title": "Posts"},
    "posts/one.md": {"aliases": ["/first/", "uno", "old.html"]},
    "posts/Pic 2.PNG": None,
    "posts/sub/y.md": {},
    "posts/sub/Pic 3.png": None,
    "posts/_under.md": {},
    "posts/.hidden.md": {},
    "posts/.git/x.md": {},
    "posts/future.md": {"date": "2999-01-01"},
    "posts/expired.md": {"expiryDate": "2001-01-01"},
    "posts/draft.md": {"draft": True, "aliases": ["/draft-alias/"]},
    "posts/never.md": {"build": {"render": "never"}},
    "No Index/Deep Er/z.md": {},
    "No Index/Deep Er/File A.txt": None,
}
BUNDLES = {
    "posts/Bundle A/index.md": {"slug": "other"},
    "posts/Bundle A/Featured.png": None,
    "posts/Bundle A/images/a b.png": None,
    "posts/Bundle A/notes.md": {},
    "posts/Bundle A/sub/index.md": {},
    "posts/Bundle A/sub/c.png": None,
    "posts/branch/_index.md": {},
    "posts/branch/x.md": {},
    "posts/branch/d.png": None,
    "posts/branch/leaf/index.md": {},
    "posts/branch/leaf/e.png": None,
    "posts/empty/f.png": None,
}


def write_site(case: Case, folder: Path) -> None:
    """Write the site of *case* below *folder*."""
    for name, text in LAYOUTS.items():
        layout = folder / "layouts" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(text)
    (folder / "hugo.json").write_text(json.dumps(BASE_CONFIG | case["config"]))
    for path, front in case["files"].items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("data" if front is None else json.dumps(front) + "\nText.\n")


def run(case: Case) -> Case:
    """Return *case* with what Hugo published, or with the first line of its error."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(case, folder)
        done = subprocess.run([HUGO, "--logLevel", "error"], cwd=folder, capture_output=True, text=True, check=False)
        public = folder / "public"
        published = sorted(f.relative_to(public).as_posix() for f in public.rglob("*") if f.is_file())
        if done.returncode:
            lines = (done.stdout + done.stderr).splitlines()
            faults = [line for line in lines if re.match(r"(ERROR|Error|panic)\b", line)]
            return {**case, "error": (faults or ["Error"])[0].replace(name, "")}
        return {**case, "published": published}


def main() -> None:
    """Run every case and write the file."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    number = next(word for word in version.split() if word.startswith("v0.")).split("-")[0]
    data = {"hugo_version": number, "cases": [run(case) for case in cases()]}
    (HERE / "permalinks.json").write_text(json.dumps(data, indent=1, sort_keys=False) + "\n")
    print(len(data["cases"]), "cases")


if __name__ == "__main__":
    main()
