"""Write terms.json: which taxonomies and terms real Hugo makes of small made sites.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_terms.py

Each case is a site: its configuration, its content files (front matter as JSON) and
the lists that Hugo publishes, by address: kind, title, members in order and feed. Where
terms are spelled in several ways Hugo picks one at random; such a case is built several
times, and all titles that were seen are kept.
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
from urllib.parse import unquote

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"

BASE_CONFIG: dict[str, Any] = {
    "baseURL": "https://example.org/",
    "disableKinds": ["sitemap", "404", "robotstxt"],
}
LIST = """
{{- $pages := slice }}{{ range .Pages }}{{ $pages = $pages | append .RelPermalink }}{{ end -}}
{{- $feed := "" }}{{ with .OutputFormats.Get "rss" }}{{ $feed = .RelPermalink }}{{ end -}}
{{- dict "kind" .Kind "url" .RelPermalink "title" .Title "pages" $pages "feed" $feed | jsonify -}}
"""
LAYOUTS = {"single.html": "page", "list.html": LIST, "home.html": "home"}
RUNS = 6

Case = dict[str, Any]
Files = dict[str, dict[str, Any]]


def site(name: str, files: Files, *, is_random: bool = False, **config: Any) -> Case:
    """Return one case; *is_random* says that Hugo may choose among spellings."""
    return {"name": name, "config": config, "files": files, "is_random": is_random}


def term(spelling: object, **config: Any) -> Case:
    """Return a case of one post with one term."""
    return site(f"term {spelling!r}", {"posts/x.md": {"title": "X", "tags": [spelling]}}, **config)


SPELLINGS: list[object] = [
    "GSoC", "machine learning", "Machine Learning", "A & B & C", "C++ & X", "a - b", "a \u2014 b", "it's", "x: y",
    "100% y", "Node.js 2.0", "x/y z", "a/b", "#h", "emoji \U0001f600 z", "-lead-", "  sp  ", "Caf\u00e9 \u00dcber",
    "stra\u00dfe", "\u65e5\u672c\u8a9e", "\u0130stanbul", "C#", "F# and .NET", "a%20b", "a+b", "a~b@c", "what?", "x (y) [z]",
    "a,b;c=d", "a--b", "a_b", "tab\tname", "nbsp\u00a0name", "UPPER CASE", "iOS", "e-mail", "state-of-the-art",
    "the lord of the rings", "a tale of two cities", "to be or not to be", "what is it for", "between us",
    "vs. them", "over and out", "and/or", "up: a story", "the end: the beginning", "end - the rest",
    "\u201cthe quoted\u201d of it", "don\u2019t of", "it\u2019s a \u2018big\u2019 and the", "3d of it", "1", "2020", "v1.2", 42, 1.5, True, "null",
    "a.md", "index", "_index", "x.html", "a/", "/a", "a//b", "a/../b", "..", ".", "!", "a\\b", "a b/c d", "tags", "page",
    "aa bb-cc dd", "\u00e9t\u00e9 et \u00e0 la mer", "via the web", "e.g. this", "R&D of things", "(in) the box", "per se",
]  # fmt: skip

TITLES = ["the lord of the rings", "GSoC", "between two and a half", "e-mail of the day", "\u00e9t\u00e9 in", "o'neil's a-b_c", "x.y of z", "\ufb01n a", "with", "x between us and beyond it"]


def members(*fronts: dict[str, Any], key: str = "tags") -> Files:
    """Return posts of one term, with names that say nothing of their order."""
    names = "qbxafm"
    return {
        f"posts/{name}.md": {"title": name.upper(), key: ["t"], **front}
        for name, front in zip(names, fronts, strict=False)
    }


AUTHORS: dict[str, Any] = {"taxonomies": {"tag": "tags", "author": "authors"}}
POSTED: Files = {
    "posts/a.md": {"authors": ["Ann Bee", "admin"], "date": "2024-01-01"},
    "posts/b.md": {"authors": ["ann bee"], "date": "2024-01-02"},
    "posts/c.md": {"authors": ["No Page"], "date": "2024-01-03"},
    "authors/ann-bee/_index.md": {"title": "Ann B. Real"},
    "authors/admin/_index.md": {"title": "The Owner", "superuser": True},
    "authors/lonely/_index.md": {"title": "Never Posted"},
}


def cases() -> list[Case]:
    """Return every case."""
    found = [term(spelling) for spelling in SPELLINGS]
    for style in ("ap", "chicago", "go", "firstupper", "none", "AP", "other"):
        files: Files = {f"posts/{i}.md": {"tags": [title]} for i, title in enumerate(TITLES)}
        found.append(site(f"title style {style}", files, titleCaseStyle=style))
    found += [
        site("no capitals", {"posts/x.md": {"tags": ["the lord", "GSoC", "a-b"]}}, capitalizeListTitles=False),
        site("no capitals, a taxonomy", {"posts/x.md": {"kinds_of-x": ["the lord"]}}, capitalizeListTitles=False, taxonomies={"kind": "kinds_of-x"}),
        site("the name of a taxonomy", {"posts/x.md": {"publication_types": ["1"], "my-types": ["a"]}}, taxonomies={"publication_type": "publication_types", "my-type": "my-types"}),
        site("a taxonomy with capitals", {"posts/x.md": {"mySeries": ["A b"]}}, taxonomies={"mySerie": "mySeries"}),
        site("a taxonomy with blanks", {"posts/x.md": {"my tags": ["A b"]}}, taxonomies={"my tag": "my tags"}),
        site("two names of one taxonomy", {"posts/x.md": {"tags": ["a"]}}, taxonomies={"tag": "tags", "label": "tags"}),
        site("a nested taxonomy", {"posts/x.md": {"news/tags": ["a"]}}, taxonomies={"tag": "news/tags"}),
        site("a taxonomy that is a section", {"posts/x.md": {"posts": ["a"]}, "posts/a/_index.md": {"title": "P"}}, taxonomies={"post": "posts"}),
        site("replaced taxonomies", {"posts/x.md": {"tags": ["a"], "topics": ["b"]}}, taxonomies={"topic": "topics"}),
        site("no taxonomies", {"posts/x.md": {"tags": ["a"]}, "tags/a/_index.md": {"title": "A"}}, taxonomies={}),
        site("defaults", {"posts/x.md": {"tags": ["a"], "categories": ["b"]}}),
        site("nothing is tagged", {"posts/x.md": {}}),
    ]
    found += [
        site("several spellings", {"posts/b.md": {"tags": ["gsoc", "foo Bar"]}, "posts/a.md": {"tags": ["GSoC", "Foo bar"]}}, is_random=True),
        site("spellings that are one path", {"posts/a.md": {"tags": ["a b", "a-b", "A B"]}}, is_random=True),
        site("spellings that differ in accents", {"posts/a.md": {"tags": ["caf\u00e9", "cafe"]}}, is_random=True, removePathAccents=True),
        site("spellings that differ in signs", {"posts/a.md": {"tags": ["what?"]}, "posts/b.md": {"tags": ["what"]}}, is_random=True),
        site("the same term twice", {"posts/a.md": {"tags": ["x", "x", "X"]}}, is_random=True),
        site("one string", {"posts/a.md": {"tags": "a b, c"}}),
        site("empty values", {"posts/a.md": {"tags": ["", None, "x"], "categories": None}, "posts/b.md": {"tags": []}}),
        site("terms in params", {"posts/a.md": {"params": {"tags": ["x"]}}, "posts/b.md": {"tags": ["top"], "params": {"tags": ["inner"]}}}),
        site("a key in another case", {"posts/a.md": {"TAGS": ["x"]}}),
        site("tagged sections and root pages", {"_index.md": {"tags": ["t"]}, "posts/_index.md": {"tags": ["t"], "title": "S"}, "about.md": {"tags": ["t"], "title": "A"}, "posts/b/index.md": {"tags": ["t"], "title": "B"}}),
        site("tagged terms", {"tags/x/_index.md": {"tags": ["x", "y"], "title": "X"}, "tags/_index.md": {"tags": ["y"]}}),
        site("a page in the folder of terms", {"tags/loose.md": {"title": "Loose"}, "posts/a.md": {"tags": ["x"]}}),
        site("a page instead of a term", {"tags/x.md": {"title": "Loose"}, "posts/a.md": {"tags": ["x"]}}),
        site("a bundle instead of a term", {"tags/x/index.md": {"title": "Leaf"}, "posts/a.md": {"tags": ["x"]}}),
    ]
    hidden: dict[str, dict[str, Any]] = {"draft": {"draft": True}, "future": {"date": "2999-01-01"}, "expired": {"expiryDate": "2001-01-01"}, "never rendered": {"build": {"render": "never"}}, "never listed": {"build": {"list": "never"}}, "listed locally": {"build": {"list": "local"}}, "only linked": {"build": {"render": "link"}}, "headless": {"headless": True}}
    for name, front in hidden.items():
        found.append(site(f"a post that is {name}", {"posts/a.md": {"title": "A", "tags": ["x", "only"], **front}, "posts/b.md": {"title": "B", "tags": ["x"]}}))
        found.append(site(f"a term that is {name}", {"tags/x/_index.md": {"title": "X page", **front}, "posts/b.md": {"title": "B", "tags": ["x"]}}))
        found.append(site(f"a taxonomy that is {name}", {"tags/_index.md": {"title": "All", **front}, "posts/b.md": {"title": "B", "tags": ["x"]}}))
    for kinds in (["taxonomy"], ["term"], ["taxonomy", "term"], ["rss"], ["RSS", "Taxonomy"], ["section"], ["taxonomyTerm"]):
        files = {"tags/x/_index.md": {"title": "X page"}, "posts/b.md": {"tags": ["x", "y"]}, "posts/_index.md": {}}
        found.append(site(f"without {kinds}", files, disableKinds=[*BASE_CONFIG["disableKinds"], *kinds]))
    pages: dict[str, dict[str, Any]] = {
        "titled": {"title": "My Title"},
        "untitled": {},
        "with a slug": {"title": "My Title", "slug": "A slug & x"},
        "with a url": {"title": "My Title", "url": "/Over here/"},
        "with a file url": {"title": "My Title", "url": "/over.html"},
        "with a link title": {"title": "My Title", "linkTitle": "Short"},
        "with aliases": {"title": "My Title", "aliases": ["/old/"]},
    }
    for name, front in pages.items():
        found.append(site(f"a term {name}", {"tags/A b/_index.md": front, "posts/x.md": {"tags": ["a b"]}}))
        found.append(site(f"a taxonomy {name}", {"tags/_index.md": front, "posts/x.md": {"tags": ["a b"]}}))
    nested: Files = {"posts/x.md": {"tags": ["a", "a/b", "a/b/c", "d/e"]}}
    found += [
        site("nested terms", nested),
        site("nested terms with pages", {**nested, "tags/a/_index.md": {"title": "Top"}, "tags/a/b/_index.md": {"title": "Below"}, "tags/d/_index.md": {"title": "Dee"}}),
        site("nested terms with a slug above", {**nested, "tags/a/_index.md": {"title": "Top", "slug": "tip"}}),
        site("nested terms with a pattern", nested, permalinks={"tags": "/tag/:slug/"}),
    ]
    tagged: Files = {"posts/x.md": {"tags": ["A b", "Caf\u00e9 & C++", "x/y", "C#"], "categories": ["News"]}, "tags/paged/_index.md": {"title": "Paged & Co", "slug": "slugged"}, "tags/titled x/_index.md": {"title": "The T"}}
    patterns = ["/tag/:slug/", "/tag/:title/", "/tag/:contentbasename/", "/t/:slugorcontentbasename", "/:section/:sections/:slug/", "/:sectionslug/:title/", "/:year/:title/", "/x.html", "/tag/:slug.html", "/one/"]
    found += [site(f"flat pattern {p}", tagged, permalinks={"tags": p}) for p in patterns]
    found += [
        site("pattern of terms", tagged, permalinks={"term": {"tags": "/tag/:slug/"}}),
        site("pattern of a taxonomy", tagged, permalinks={"taxonomy": {"tags": "/all-tags/"}}),
        site("pattern of a taxonomy with a token", tagged, permalinks={"taxonomy": {"tags": "/all/:title/"}}),
        site("pattern of a taxonomy and its page", {**tagged, "tags/_index.md": {"title": "Every Tag"}}, permalinks={"taxonomy": {"tags": "/all/:title/"}, "term": {"tags": "/all/:title/x"}}),
        site("pattern of sections is for no term", tagged, permalinks={"section": {"tags": "/s/:slug/"}}),
        site("patterns as a list", tagged, permalinks=[{"pattern": "/tag/:slug/", "target": {"kind": "term", "path": "/tags/**"}}, {"pattern": "/all-tags/", "target": {"kind": "taxonomy", "path": "/tags"}}]),
        site("patterns as a list for all", tagged, permalinks=[{"pattern": "/p/:slug/", "target": {"path": "/tags/**"}}]),
        site("patterns as a list by kind", tagged, permalinks=[{"pattern": "/k/:slug/", "target": {"kind": "term"}}, {"pattern": "/all/:title/", "target": {"kind": "taxonomy"}}]),
        site("patterns as a list for every page", tagged, permalinks=[{"pattern": "/e/:title/"}]),
        site("pattern of a year, dated", {"posts/x.md": {"tags": ["A"], "date": "2024-03-04"}, "tags/b/_index.md": {"title": "B", "date": "2023-01-02"}}, permalinks={"tags": "/t/:year/:title/"}),
        site("pattern of an untitled term", {"posts/x.md": {"tags": ["A b"]}, "tags/a b/_index.md": {}}, permalinks={"tags": "/tag/:slug/"}),
        site("pattern of nested terms with pages", {**nested, "tags/a/b/_index.md": {"title": "Below it"}}, permalinks={"tags": "/tag/:slug/"}),
        site("ugly urls and term pages", {"posts/x.md": {"tags": ["A b"]}, "tags/a b/_index.md": {"title": "T"}, "tags/a b/pic.png": {}}, uglyURLs=True),
        site("pattern key in another case", tagged, permalinks={"Tags": "/tag/:slug/"}),
        site("ugly urls", tagged, uglyURLs=True),
        site("ugly urls of one taxonomy", tagged, uglyURLs={"tags": True}),
        site("ugly urls with a pattern", tagged, uglyURLs=True, permalinks={"tags": "/tag/:slug/"}),
        site("accents are removed", tagged, removePathAccents=True),
        site("accents are removed by a pattern", tagged, removePathAccents=True, permalinks={"tags": "/tag/:slug/"}),
        site("case is kept", tagged, disablePathToLower=True),
        site("case is kept by a pattern", tagged, disablePathToLower=True, permalinks={"tags": "/Tag/:slug/"}),
        site("a base path", tagged, baseURL="https://example.org/docs/"),
        site("patterns of several taxonomies", {"posts/x.md": {"authors": ["Ann Bee"], "tags": ["A"], "publication_types": ["article-journal"]}}, permalinks={"authors": "/author/:slug/", "tags": "/tag/:slug/", "publication_types": "/publication-type/:slug/"}, taxonomies={"tag": "tags", "author": "authors", "publication_type": "publication_types"}),
    ]
    found += [
        site("order by date", members({"date": "2020-01-01"}, {"date": "2022-01-01"}, {"date": "2021-01-01"}, {})),
        site("order by title", members({"title": "b same"}, {"title": "A same"}, {"title": "c"}, {"title": "B other"})),
        site("order by link title", members({"title": "b", "linkTitle": "z"}, {"title": "a"}, {"title": "c", "linkTitle": "1"})),
        site("order by path", members({"title": "s"}, {"title": "s"}, {"title": "S"}, {"title": "s"})),
        site("order by case", members({"title": "same"}, {"title": "Same"}, {"title": "same"})),
        site("order by signs", members({"title": "a-b"}, {"title": "a b"}, {"title": "ab"}, {"title": "_a"}, {"title": "1a"}, {"title": "$a"})),
        site("order by accents", members({"title": "cote"}, {"title": "c\u00f4te"}, {"title": "cot\u00e9"}, {"title": "Cote"}, {"title": "coter"})),
        site("order of members within a second", members({"title": "b", "date": "2024-01-01T00:00:00.9Z"}, {"title": "a", "date": "2024-01-01T00:00:00.1Z"})),
        site("order by weight", members({"weight": 3}, {"weight": 1}, {"date": "2024-01-01"}, {"weight": -1}, {"date": "2023-01-01"})),
        site("order by the weight in the taxonomy", members({"tags_weight": 3}, {"tags_weight": 1}, {}, {"tags_weight": -2}, {"tags_weight": 1, "date": "2024-01-01"})),
        site("the weight in the taxonomy beats the weight", members({"tags_weight": 3, "weight": 1}, {"tags_weight": 1, "weight": 9}, {"weight": 2})),
        site("a weight that is no number", members({"tags_weight": "2"}, {"tags_weight": "x"}, {"tags_weight": 1.9}, {"tags_weight": [1]})),
        site("the weight of the singular is none", members({"tag_weight": 3}, {"tag_weight": 1})),
        site("order with digits", members({"title": "Part 10"}, {"title": "Part 9"}, {"title": "part 1"}, {"title": "\u00c9cole"}, {"title": "Zed"}, {"title": "ecole"})),
        site("order of terms", {"posts/x.md": {"tags": ["zeta", "Alpha", "beta", "10", "9"]}, "posts/y.md": {"tags": ["new"], "date": "2024-01-01"}, "tags/heavy/_index.md": {"title": "Heavy", "weight": 1}, "tags/beta/_index.md": {"title": "aaa"}}),
        site("order of terms by their dates", {"posts/x.md": {"tags": ["a", "b"], "date": "2020-01-01"}, "posts/y.md": {"tags": ["b", "c"], "date": "2021-01-01"}, "tags/a/_index.md": {"title": "A", "date": "2022-01-01"}}),
    ]
    found += [
        site("people with profiles", POSTED, is_random=True, **AUTHORS),
        site("people with a pattern", POSTED, is_random=True, permalinks={"authors": "/author/:slug/"}, **AUTHORS),
        site("people who sign their own page", {**POSTED, "authors/ann-bee/_index.md": {"title": "Ann B. Real", "authors": ["ann-bee"]}, "posts/d.md": {"authors": ["Ann Bee"], "title": "D"}}, is_random=True, **AUTHORS),
        site("tagged sections with posts", {"posts/_index.md": {"title": "P", "tags": ["t"]}, "posts/sub/_index.md": {"title": "S", "tags": ["t"]}, "posts/sub/x.md": {"date": "2023-01-01", "title": "X", "tags": ["t"]}, "posts/y.md": {"date": "2024-01-01", "title": "Y"}, "z.md": {"date": "2023-06-01", "title": "Z", "tags": ["t"]}, "_index.md": {"tags": ["t"], "title": "H"}}),
        site("people without a taxonomy", {**POSTED, "authors/_index.md": {"title": "People"}}),
        site("people as loose pages", {"posts/a.md": {"authors": ["Ann Bee <ann>"]}, "authors/ann.md": {"title": "Ann Bee"}}, **AUTHORS),
        site("people in an author field", {"posts/a.md": {"author": "Ann Bee"}}, **AUTHORS),
        site("people as maps", {"posts/a.md": {"authors": [{"name": "Ann"}]}}, **AUTHORS),
    ]
    return found


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
        file.write_text(json.dumps(front) + "\nText.\n")


def build(folder: Path) -> dict[str, Any]:
    """Return what Hugo publishes of the site in *folder*: lists by address, or an error."""
    public = folder / "public"
    shutil.rmtree(public, ignore_errors=True)
    done = subprocess.run([HUGO, "--logLevel", "error"], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stdout + done.stderr).splitlines()
        faults = [line for line in lines if re.match(r"(ERROR|Error|panic)\b", line)]
        return {"error": re.sub(r'"?/\S+/', "", (faults or ["Error"])[0])}
    lists: dict[str, Any] = {}
    for file in sorted(f for f in public.rglob("*") if f.suffix == ".html" and f.is_file()):
        text = file.read_text()
        if text.startswith("{"):
            # Two pages of one address may be written into one another.
            found, _end = json.JSONDecoder().raw_decode(text)
            url = unquote(found.pop("url"))
            found["feed"] = unquote(found["feed"])
            found["pages"] = [unquote(page) for page in found["pages"]]
            found["file"] = file.relative_to(public).as_posix()
            lists[url] = found
    return {"lists": lists}


def run(case: Case) -> Case:
    """Return *case* with what Hugo made of it."""
    runs = RUNS if case.pop("is_random") else 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(case, folder)
        builds = [build(folder) for _ in range(runs)]
    first = builds[0]
    for url, found in first.get("lists", {}).items():
        titles = sorted({b["lists"][url]["title"] for b in builds})
        if len(titles) > 1:
            found["title"] = titles
    return {**case, **first}


def main() -> None:
    """Run every case and write the file."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    number = next(word for word in version.split() if word.startswith("v0.")).split("-")[0]
    data = {"hugo_version": number, "cases": [run(case) for case in cases()]}
    (HERE / "terms.json").write_text(json.dumps(data, indent=1, sort_keys=False) + "\n")
    print(len(data["cases"]), "cases")


if __name__ == "__main__":
    main()
