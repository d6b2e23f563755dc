"""Links of a whole site: its own absolute addresses, every place, every depth."""

from __future__ import annotations

import posixpath
import re
import zlib
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from conftest import CONF, Site
from lxml import html
from samples import PNG, article, post

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from conftest import Build, MakeSite

OWN = "https://site.example"
DOCS = "https://docs.example/en/latest"
OPTIONS: dict[str, Any] = {
    "updates_posts": {"": "../content"},
    "updates_hugo": {"baseURL": f"{OWN}/"},
    "updates_self_urls": [f"{DOCS}/"],
    "html_baseurl": "https://pages.example/project/",
    "html_extra_path": ["extra"],
    "blog_feed_archives": True,
}
FILES: dict[str, str | bytes] = {
    "content/_index.md": post("The front page.", "Front"),
    "content/news/_index.md": post("## Old news\n", "News"),
    "content/news/other.md": post(
        "## Part two\n\n<div id='in-html'></div><a name=named></a>"
        "<b data-id='no-id' title=\"id='x'\">x</b>\n",
        "Other",
        "slug: Renamed",
        "aliases: [/old/other/, /very/old.html]",
        "tags: [Big Things]",
    ),
    "content/news/2024/deep/bundle/index.md": post("## Here\n", "Bundle"),
    "content/news/2024/deep/bundle/data.csv": "1",
    "content/news/2024/deep/bundle/a b.png": PNG,
    "content/pic.png": PNG,
    "content/plain.pdf": "%PDF",
    "content/ugly.md": post("## Ugly\n", "Ugly", "url: /files/Ugly.html"),
    "content/späte/über.md": post("x", "U"),
    "docs/guide/page.md": (
        "---\norphan: true\n---\n\n# Page\n\n## Deep part\n\n(my-label)=\n## Labelled\n"
        "\n```{py:function} speed(x)\n```\n\n<p id='raw-id'>x</p>\n"
    ),
    "docs/extra/robots.txt": "User-agent: *",
    "docs/extra/shop/index.html": "<p>shop</p>",
    "docs/li/st.md": (
        "---\norphan: true\n---\n\n# List\n\n```{postlist}\n:excerpts:\n```\n"
    ),
    "docs/index.md": "# Home\n",
    "docs/conf.py": CONF,
}
HERE = "news/2024/deep/bundle/index.html"
DATA = "news/2024/deep/bundle/data.csv"

# A link as written in the post and where it leads from the root, as HTML has it.
OWN_LINKS = [
    (f"{OWN}/news/renamed/", "news/renamed/index.html"),
    (f"{OWN}/news/Renamed", "news/renamed/index.html"),
    (
        f"{OWN}/news/renamed/index.html?x=1#part-two",
        "news/renamed/index.html?x=1#part-two",
    ),
    (f"{OWN}/news/other.md#part-two", "news/renamed/index.html#part-two"),
    ("http://www.site.example/news/renamed", "news/renamed/index.html"),
    ("HTTPS://SITE.example:443/news/renamed", "news/renamed/index.html"),
    ("//site.example/news/renamed", "news/renamed/index.html"),
    (f"{OWN}", "index.html"),
    (f"{OWN}/", "index.html"),
    (f"{OWN}?q=1", "index.html?q=1"),
    (f"{OWN}/old/other/", "news/renamed/index.html"),
    (f"{OWN}/plain.pdf#page=2", "plain.pdf#page=2"),
    (f"{OWN}/guide/page.html#deep-part", "guide/page.html#deep-part"),
    (f"{DOCS}/guide/page.html#my-label", "guide/page.html#my-label"),
    (f"{DOCS}/guide/page#speed", "guide/page.html#speed"),
    (f"{DOCS}/guide/page/", "guide/page.html"),
    (f"{DOCS}", "index.html"),
    (f"{DOCS}/news/renamed/", "news/renamed/index.html"),
]
SITE_LINKS = [
    # Terms, sections, archives and feeds, which no file stands for.
    ("/blog/tag/big-things/", "blog/tags/big-things/index.html"),
    ("/blog/tag/big-things", "blog/tags/big-things/index.html"),
    ("/blog/tag/Big-Things/index.html", "blog/tags/big-things/index.html"),
    ("/blog/tag/big-things.html", "blog/tags/big-things/index.html"),
    ("../../../../blog/tag/big-things/", "blog/tags/big-things/index.html"),
    ("/blog/2024", "blog/archive/2024/index.html"),
    ("/blog/atom.xml", "blog/atom.xml"),
    ("../../../../blog/tag/big-things/atom.xml", "blog/tag/big-things/atom.xml"),
    ("/news/", "news/index.html"),
    ("/news", "news/index.html"),
    ("/news/_index.md#old-news", "news/index.html#old-news"),
    # What Sphinx copies and adds.
    ("/robots.txt", "robots.txt"),
    ("/shop/index.html", "shop/index.html"),
    ("/search.html", "search.html"),
    # Ugly addresses, and addresses that are ugly only in the link.
    ("/files/Ugly.html#ugly", "files/Ugly.html#ugly"),
    ("/files/ugly", "files/Ugly.html"),
    ("/files/ugly/", "files/Ugly.html"),
    ("/news/renamed.html", "news/renamed/index.html"),
    ("/very/old.html", "news/renamed/index.html"),
    ("/very/old/", "news/renamed/index.html"),
    # Slugs, names, cases and signs.
    ("/news/other/", "news/renamed/index.html"),
    ("/NEWS/OTHER.md", "news/renamed/index.html"),
    ("../../../renamed/", "news/renamed/index.html"),
    ("/sp%C3%A4te/%C3%BCber/", "sp%C3%A4te/%C3%BCber/index.html"),
    ("/späte/über.md", "sp%C3%A4te/%C3%BCber/index.html"),
    ("a%20b.png", "news/2024/deep/bundle/a%20b.png"),
    (f"/{DATA}?raw=1#row=2", f"{DATA}?raw=1#row=2"),
    # Fragments.
    ("/news/renamed/#in-html", "news/renamed/index.html#in-html"),
    ("/news/renamed/#named", "news/renamed/index.html#named"),
    ("/guide/page/#raw-id", "guide/page.html#raw-id"),
    ("/news/renamed/#top", "news/renamed/index.html#top"),
    ("/news/renamed/#:~:text=x", "news/renamed/index.html#:~:text=x"),
    ("/news/renamed/#part-two:~:text=x", "news/renamed/index.html#part-two:~:text=x"),
]  # fmt: skip
LINKS = [*OWN_LINKS, *SITE_LINKS]

PLACES = f"""\
## Heading [own]({OWN}/news/renamed/)

[ref][r] [r] <{OWN}/news/renamed/> {OWN}/news/renamed/#part-two
www.site.example/plain.pdf

| a | b |
|---|---|
| [x]({OWN}/plain.pdf) | ![]({OWN}/pic.png) |

Note[^1]. [![alt](/pic.png)]({OWN}/plain.pdf "T") ![q]({OWN}/pic.png?x=1 "Title")

<p><a href="{OWN}/news/renamed/#part-two">h</a>
<img src="{OWN}/pic.png?v=1" srcset="{OWN}/pic.png 2x">
<a href='//site.example/plain.pdf#page=2'>d</a>
<iframe src="{OWN}/news/renamed/"></iframe></p>

{{{{< figure src="{OWN}/pic.png" link="{OWN}/news/renamed/" >}}}}

[s]({{{{< ref "news/other.md" >}}}}) <b><a href="{{{{< ref "other" >}}}}">t</a></b>

- *[deep]({OWN}/news/renamed/)* **<a href="{OWN}/">x</a>**

> quote [q]({DOCS}/guide/page.html)

<me@site.example> <https://site.example.org/x> https://other.site.example/

`{OWN}/nope/` <https://user@site.example/> [port]({OWN}:8080/) [ftp](ftp://site.example/)

[r]: {OWN}/news/renamed/ "T"
[^1]: Foot [x]({OWN}/news/renamed/).
"""
RENAMED, PDF, PIC = "../renamed/", "../../plain.pdf", "../../pic.png"
LEAD_TO = [
    RENAMED, RENAMED, RENAMED, RENAMED, f"{RENAMED}#part-two", PDF,
    PDF, "#footnote-1", PDF,
    f"{RENAMED}#part-two", f"{PDF}#page=2", RENAMED, RENAMED, RENAMED,
    RENAMED, "../../", "../../guide/page/",
    "mailto:me%40site.example", "https://site.example.org/x",
    "https://other.site.example/", "https://user@site.example/",
    f"{OWN}:8080/", "ftp://site.example/",
]  # fmt: skip
SHOW = [PIC, PIC, PIC, f"{PIC}?v=1", RENAMED, PIC]


def _site(folder: Path, files: Mapping[str, str | bytes]) -> Site:
    site = Site(folder.resolve())
    site.write({**FILES, **files})
    return site


def absolute(page: str, href: str) -> str:
    """Return where *href* on *page* leads, from the root of the output."""
    assert not href.startswith("/"), href
    parts = urlsplit(href)
    assert not parts.netloc, href
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
    path = "" if joined == "." else joined
    if parts.path.endswith("/") or not posixpath.basename(parts.path).strip("."):
        path = f"{path}/".lstrip("/")
    rest = href[len(parts.path) :]
    return path + rest


def as_dirhtml(target: str) -> str:
    """Return the address that the builder ``dirhtml`` gives a page."""
    parts = urlsplit(target)
    path, is_page = parts.path, parts.path != "shop/index.html"
    if is_page and path.endswith(".html"):
        path = path.removesuffix(".html") + "/"
        path = "" if path == "index/" else path
        path = path.removesuffix("index/") if path.endswith("/index/") else path
    return path + target[len(parts.path) :]


@pytest.fixture(scope="module", params=["html", "dirhtml"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Build:
    """The site with a post that has all of :data:`LINKS`."""
    body = "\n\n".join(f"[t](<{link}>)" for link, _target in LINKS)
    pages: dict[str, str | bytes] = {
        f"content/{HERE[:-5]}.md": post(f"{body}\n\n## Here\n", "Bundle"),
        "content/news/places.md": post(
            PLACES, "Places", f"summary: 'In short [s]({OWN}/news/renamed/#part-two).'"
        ),
    }
    return _site(tmp_path_factory.mktemp("links"), pages).build(
        request.param, **OPTIONS
    )


def test_nothing_that_leads_somewhere_is_a_warning(built: Build) -> None:
    assert built.warnings == ""


def test_every_link_leads_from_a_deep_page_to_its_place(built: Build) -> None:
    is_dirhtml = built.outdir.name == "dirhtml"
    found = built.body(HERE).xpath(".//p/a/@href")
    # The builder dirhtml does not encode its addresses.
    leads = {
        link: unquote(absolute(HERE, href))
        for (link, _target), href in zip(LINKS, found, strict=True)
    }
    assert leads == {
        link: unquote(as_dirhtml(target) if is_dirhtml else target)
        for link, target in LINKS
    }


def test_links_and_pictures_lead_there_wherever_they_stand(built: Build) -> None:
    if built.outdir.name != "dirhtml":
        return  # the same but for the names of files
    page = article(built, "../news/places")
    found = page.xpath(".//a/@href")
    assert found[: len(LEAD_TO)] == LEAD_TO
    assert page.xpath(".//@src") == SHOW
    assert page.xpath(".//@srcset") == [f"{PIC} 2x"]
    assert page.xpath(".//img/@title") == ["Title"]
    words = [link.text_content() for link in page.xpath(".//p/a")]
    # The text of a bare address is the author's.
    assert f"{OWN}/news/renamed/#part-two" in words
    assert "www.site.example/plain.pdf" in words


def test_a_list_shows_the_summary_with_its_link(built: Build) -> None:
    is_dirhtml = built.outdir.name == "dirhtml"
    page = built.body("li/st/index.html" if is_dirhtml else "li/st.html")
    (link,) = page.xpath(".//a[text()='s']")
    assert link.get("href").startswith("../")
    assert link.get("href").endswith("#part-two")


def test_other_projects_and_the_docs_find_every_page(built: Build) -> None:
    lines = (built.outdir / "objects.inv").read_bytes().split(b"\n", 4)[4]
    entries = zlib.decompress(lines).decode()
    documents = {
        name: (uri, title)
        for name, uri, title in re.findall(
            r"^(\S+) std:doc -1 (\S*) (.+)$", entries, re.MULTILINE
        )
    }
    is_dirhtml = built.outdir.name == "dirhtml"
    for name, title in (
        ("news/renamed/index", "Other"),
        ("news/index", "News"),
        ("news/2024/deep/bundle/index", "Bundle"),
        ("files/Ugly", "Ugly"),
        ("guide/page", "Page"),
    ):
        uri = as_dirhtml(f"{name}.html") if is_dirhtml else f"{name}.html"
        assert documents[name] == (uri, title)
    assert re.search("^renamed std:label -1 ", entries, re.MULTILINE)


def test_every_page_is_relative_and_complete(built: Build) -> None:
    """Every address of every page, generated ones too, leads to a file that is there.

    So the site may be served below any path.
    """
    assert list(_faults(built)) == []


_ADDRESSES = "//@href | //@src | //@data | //@poster | //@action"


def _faults(built: Build) -> Iterator[str]:
    """Yield what is wrong with the addresses of all pages."""
    ids: dict[Path, set[str]] = {}
    for file in sorted(built.outdir.rglob("*.html")):
        name = file.relative_to(built.outdir).as_posix()
        # The page for missing pages is shown at any address: it has no other choice.
        if name.startswith("_static/") or name == "404.html":
            continue
        page = html.document_fromstring(file.read_bytes())
        refreshes = page.xpath("//meta[@http-equiv='refresh']/@content")
        found = [*page.xpath(_ADDRESSES), *(r.partition("url=")[2] for r in refreshes)]
        for href in found:
            parts = urlsplit(href)
            if parts.scheme:
                continue
            if href.startswith("/"):
                yield f"{name}: {href} is not relative"
                continue
            path = unquote(urlsplit(absolute(name, href)).path)
            target = built.outdir / path if parts.path else file
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                yield f"{name}: {href} leads to no file"
                continue
            fragment = unquote(parts.fragment).partition(":~:")[0]
            if fragment in ("", "top") or target.suffix != ".html":
                continue
            if target not in ids:
                tree = html.document_fromstring(target.read_bytes())
                ids[target] = {*tree.xpath("//@id | //a/@name")}
            if fragment not in ids[target]:
                yield f"{name}: {href} has no such anchor"


NOWHERE = "leads to no page, file or document; no page or file has this path or address"
DEAD = f"""\
## Heading [own]({OWN}/no-heading/)

[ref][r] <{OWN}/no-auto/>
{OWN}/no-bare/

| a | b |
|---|---|
| [x]({OWN}/no.pdf) | ![]({OWN}/no.png) |

Note[^1]. [![alt](/pic.png)]({OWN}/no-picture)

<p><a href="{OWN}/no-html">h</a>
<img src="{OWN}/no-html.png">
<iframe src="{OWN}/no-frame/"></iframe></p>

{{{{< figure src="{OWN}/no-figure.png" link="{OWN}/no-figure/" >}}}}

[f]({OWN}/news/renamed/#part-tow) [a](/no-abs/) [a](/no-abs/)

[id](/news/renamed/#no-id) [x](/news/renamed/#x) [near](/guide/paeg)

[r]: {OWN}/no-ref/ "T"
[^1]: Foot [x]({DOCS}/no-foot/).
"""
DEAD_LINKS = [
    (1, f"{OWN}/no-summary/", NOWHERE),
    (7, f"{OWN}/no-heading/", NOWHERE),
    (9, f"{OWN}/no-ref/", NOWHERE),
    (9, f"{OWN}/no-auto/", NOWHERE),
    (10, f"{OWN}/no-bare/", NOWHERE),
    (14, f"{OWN}/no.pdf", NOWHERE),
    (16, f"{OWN}/no-picture", NOWHERE),
    (18, f"{OWN}/no-html", NOWHERE),
    (20, f"{OWN}/no-frame/", NOWHERE),
    (22, f"{OWN}/no-figure/", NOWHERE),
    (24, f"{OWN}/news/renamed/#part-tow", "; did you mean '#part-two'?"),
    (24, "/no-abs/", NOWHERE),
    (26, "/news/renamed/#no-id", "has no anchor 'no-id'"),
    (26, "/news/renamed/#x", "has no anchor 'x'"),
    (26, "/guide/paeg", f"{NOWHERE}; did you mean 'guide/page.md'?"),
    (29, f"{DOCS}/no-foot/", NOWHERE),
]
DEAD_IMAGES = [(14, "no.png"), (19, "no-html.png"), (22, "no-figure.png")]
FILE = "<site>/content/news/dead.md"


def _links(warnings: str) -> list[tuple[int, str, str]]:
    found = re.findall(
        rf"^{FILE}:(\d+): WARNING: link '([^']+)':? (.*) \[sphinx_updates\.link\]$",
        warnings,
        re.MULTILINE,
    )
    return [(int(line), link, message) for line, link, message in found]


@pytest.mark.parametrize("parallel", [0, 2])
def test_dead_addresses_are_reported_once_and_stay_as_written(
    tmp_path: Path, parallel: int
) -> None:
    """Lists and feeds show them again, and say nothing."""
    dead = post(DEAD, "Dead", f"summary: 'Sum [s]({OWN}/no-summary/) end.'")
    site = _site(tmp_path, {"content/news/dead.md": dead})
    for number in range(20):  # so that two processes have something to do
        site.write({f"content/more/{number}.md": post("x")})
    promised = OPTIONS | {"updates_self_urls": [f"{DOCS}/", f"{OWN}/"]}
    built = site.build(parallel=parallel, **promised, blog_feed_fulltext=True)
    links = _links(built.warnings)
    assert [(line, link) for line, link, _ in links] == [
        (line, link) for line, link, _ in DEAD_LINKS
    ]
    for (*_, message), (*_, expected) in zip(links, DEAD_LINKS, strict=True):
        assert message.endswith(expected)
    images = re.findall(rf"{FILE}:(\d+): WARNING: image '{OWN}/(\S+)'", built.warnings)
    assert [(int(line), name) for line, name in images] == DEAD_IMAGES
    assert len(built.warnings.splitlines()) == len(DEAD_LINKS) + len(DEAD_IMAGES)
    written = built.text("news/dead/index.html")
    for _line, link, message in DEAD_LINKS[1:]:
        assert (f'"{link}"' in written) == (message.startswith("leads"))
    for _line, name in DEAD_IMAGES:
        assert f'src="{OWN}/{name}"' in written


def test_other_projects_below_the_base_are_no_faults(tmp_path: Path) -> None:
    """An organisation's pages often share a host; only a promise makes them ours."""
    body = f"[x]({OWN}/another-project/) ![y]({OWN}/another/logo.png)\n"
    built = _site(tmp_path, {"content/a.md": post(body)}).build(**OPTIONS)
    assert built.warnings == ""
    paragraph = built.body("a/index.html").xpath(".//section/p")[0]
    assert paragraph.xpath("./a/@href") == [f"{OWN}/another-project/"]
    assert paragraph.xpath("./img/@src") == [f"{OWN}/another/logo.png"]


def test_the_log_counts_dead_links(tmp_path: Path) -> None:
    bodies = {"one": "[x](/no/) [x](/no/)\n\n[y](#no)\n", "two": "[x](/no/)\n"}
    pages = {f"content/{name}.md": post(body) for name, body in bodies.items()}
    site = _site(tmp_path, {**pages})

    def build() -> tuple[list[str], int]:
        built = site.build(**OPTIONS)
        counts = re.findall("^sphinx_updates: (.*)$", built.log, re.MULTILINE)
        return counts, len(built.warnings.splitlines())

    assert build() == (["3 dead links on 2 pages"], 3)
    # Nothing is read again: what is known is counted, and not reported.
    assert build() == (["3 dead links on 2 pages"], 0)
    site.write({"content/one.md": post("x")})
    assert build() == (["1 dead link on 1 page"], 0)
    site.write({"content/no.md": post("x")})
    assert build() == ([], 0)


def test_the_path_of_the_site_may_be_written_or_not(tmp_path: Path) -> None:
    """Whoever publishes under a path writes it, as Hugo's links need it."""
    body = "[a](/sub/news/renamed/) [b](/news/renamed/) [c](https://h.example/sub) "
    body += (
        "[d](https://h.example/else) [e](https://h.example/sub/plain.pdf) [f](/sub/)"
    )
    site = _site(tmp_path, {"content/a.md": post(body)})
    options = OPTIONS | {"updates_hugo": {"baseURL": "https://h.example/sub/"}}
    built = site.build(**options)
    assert built.warnings == ""
    assert built.body("a/index.html").xpath(".//p/a/@href") == [
        "../news/renamed/index.html",
        "../news/renamed/index.html",
        "../index.html",
        "https://h.example/else",
        "../plain.pdf",
        "../index.html",
    ]


def test_addresses_of_a_mount_below_the_root(make_site: MakeSite) -> None:
    """The blog is the root of its old site, and a folder of the docs."""
    body = f"[a]({OWN}/b/) [b](/b/) [c]({OWN}/b.csv) [d](/slug/) [e]({OWN}/blog/b/)\n"
    files: dict[str, str | bytes] = {
        "posts/a.md": post(body),
        "posts/b.md": post("x", "B"),
        "posts/c.md": post("x", "C", "slug: slug"),
        "posts/b.csv": "1",
    }
    built = make_site(files).build(updates_hugo={"baseURL": OWN})
    assert built.warnings == ""
    assert built.body("blog/a/index.html").xpath(".//p/a/@href") == [
        "../b/index.html",
        "../b/index.html",
        "../b.csv",
        "../slug/index.html",
        "../b/index.html",
    ]


def test_shortcodes_of_the_docs_know_the_site(tmp_path: Path) -> None:
    page = "---\norphan: true\n---\n\n# D\n\n"
    for number, url in enumerate(
        (f"{OWN}/news/renamed/", f"{OWN}/plain.pdf", f"{DOCS}/no/")
    ):
        page += f"```{{hugo:figure}}\n:src: /p{number}.png\n:link: {url}\n```\n\n"
    files: dict[str, str | bytes] = {f"docs/p{n}.png": PNG for n in range(3)}
    site = _site(tmp_path, {**files, "docs/deep/d.md": page})
    built = site.build(**OPTIONS)
    assert built.body("deep/d.html").xpath(".//figure//a/@href") == [
        "../news/renamed/index.html",
        "../plain.pdf",
        f"{DOCS}/no/",
    ]
    assert built.warnings.count("WARNING") == 1
    assert f"link '{DOCS}/no/' leads to no page" in built.warnings


NO_URL = "must be absolute http or https URLs, not "
BAD_OPTIONS: dict[str, tuple[object, str]] = {
    "host": (["docs.example"], f"{NO_URL}'docs.example'"),
    "relative": (["/docs/"], f"{NO_URL}'/docs/'"),
    "ftp": (["ftp://x.example/"], f"{NO_URL}'ftp://x.example/'"),
    "malformed": (["https://[x"], f"{NO_URL}'https://[x'"),
    "number": ([3], "must be a list of text"),
    "text": ("https://x.example/", "must be a list of text"),
}


@pytest.mark.parametrize("name", BAD_OPTIONS)
def test_a_bad_option_is_a_warning(make_site: MakeSite, name: str) -> None:
    value, message = BAD_OPTIONS[name]
    conf = f"{CONF}updates_self_urls = {value!r}\n"
    body = "[x](https://x.example/no/)"
    built = make_site({"docs/conf.py": conf, "posts/a.md": post(body)}).build()
    assert built.warnings == (
        f"WARNING: updates_self_urls: {message}, got {value!r}; using the default [] "
        "[sphinx_updates.config]\n"
    )


def test_the_docs_and_other_projects_refer_to_posts_by_name(tmp_path: Path) -> None:
    other = _site(tmp_path / "one", {}).build(**OPTIONS)
    mapping = {"blog": ("https://blog.example/", str(other.outdir / "objects.inv"))}
    conf = f"{CONF}extensions.append('sphinx.ext.intersphinx')\n"
    body = (
        "---\norphan: true\n---\n\n# D\n\n{doc}`/news/renamed/index` "
        "{doc}`text </news/index>` {ref}`renamed` "
        "{external+blog:doc}`news/renamed/index` {external+blog:ref}`renamed`"
    )
    site = _site(tmp_path / "two", {"docs/conf.py": conf, "docs/d.md": body})
    built = site.build(**OPTIONS, intersphinx_mapping=mapping)
    assert built.warnings == ""
    links = built.body("d.html").xpath(".//p/a")
    assert [(a.get("href"), a.text_content()) for a in links] == [
        ("news/renamed/index.html", "Other"),
        ("news/index.html", "text"),
        ("news/renamed/index.html#renamed", "Other"),
        ("https://blog.example/news/renamed/index.html", "Other"),
        ("https://blog.example/news/renamed/index.html#renamed", "Other"),
    ]
