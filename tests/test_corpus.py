"""A real blog of a hundred and more posts, built to the end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

import pytest
from lxml import html
from processes import run_sphinx

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "2i2c"
POSTS = CORPUS / "content" / "blog"
CONF = """\
project = "Corpus"
extensions = ["sphinx_updates"]
html_theme = "basic"
html_baseurl = "https://example.org/"
updates_posts = {{"blog": {posts!r}}}
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not POSTS.is_dir(), reason="the real blog is not beside the project"
    ),
]
CALL = re.compile(r"\{\{[<%]")
TITLE = re.compile(r"^title: *(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Output:
    """What the build left behind."""

    outdir: Path
    returncode: int
    stderr: str

    def posts(self) -> dict[str, html.HtmlElement]:
        """Return the article of every post, by its page."""
        pages = {
            path.relative_to(self.outdir).as_posix(): html.parse(path)
            for path in sorted(self.outdir.glob("blog/**/index.html"))
        }
        return {
            name: page.xpath("//div[@class='body']")[0]
            for name, page in pages.items()
            if page.xpath("//header[@class='updates-header']")
        }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The blog, built by two processes."""
    root = tmp_path_factory.mktemp("corpus")
    docs = root / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text(CONF.format(posts=str(POSTS)), encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    result = run_sphinx(root, "-q", "-j2", "-d", "doctrees", "docs", "out")
    return Output(root / "out", result.returncode, result.stderr)


def test_it_builds_to_the_end(built: Output) -> None:
    assert built.returncode == 0, built.stderr
    assert "Traceback" not in built.stderr
    assert "Exception" not in built.stderr


def test_every_message_is_ours_and_names_a_file(built: Output) -> None:
    for line in filter(None, built.stderr.splitlines()):
        assert re.match(r"/\S+\.md(:\d+)*: WARNING: .* \[sphinx_updates\.\w+\]$", line)
        assert Path(line.partition(".md")[0] + ".md").is_file()


def test_every_post_has_its_own_title(built: Output) -> None:
    posts = built.posts()
    sources = [path.read_text("utf-8") for path in POSTS.rglob("*.md")]
    written = Counter(
        " ".join(match[1].strip().strip("\"'").split())
        for text in sources
        if (match := TITLE.search(text.partition("\n---")[0]))
    )
    assert len(posts) > 100
    titles = [
        " ".join(body.xpath("string((.//h1)[1]/text())").split())
        for body in posts.values()
    ]
    assert [title for title in titles if not written[title]] == []
    assert all(len(body.xpath(".//h1")) == 1 for body in posts.values())


def test_no_text_of_a_call_stands_outside_a_notice(built: Output) -> None:
    assert "updates-notice" in "".join(
        html.tostring(body, encoding="unicode") for body in built.posts().values()
    )
    leaks = {}
    for name, body in built.posts().items():
        for notice in body.xpath(".//*[contains(@class, 'updates-notice')]"):
            notice.drop_tree()
        if found := CALL.findall(html.tostring(body, encoding="unicode")):
            leaks[name] = found
    assert leaks == {}


def test_the_pages_of_the_list_have_every_post(built: Output) -> None:
    folder = built.outdir / "blog"
    files = [folder / "index.html", *sorted(folder.glob("page/*/index.html"))]
    cards: list[str] = []
    for file in files:
        found = html.parse(file).xpath("//*[@class='updates-card-title']/a/@href")
        place = file.parent.relative_to(built.outdir).as_posix()
        cards += [one if "://" in one else normpath(f"{place}/{one}") for one in found]
    inside = {href for href in cards if "://" not in href}
    assert inside <= set(built.posts())
    assert len(cards) == len(built.posts())
