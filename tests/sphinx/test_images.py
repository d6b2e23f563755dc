"""Images: found where Hugo finds them and published beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples import MISSING, PNG, post

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, MakeSite

OTHER_PNG = PNG + b"other"


def images(built: Build, page: str) -> list[tuple[str, str]]:
    """Return source and alternative text of the images of a page."""
    found = built.body(page).xpath(".//section//img")
    return [(image.get("src"), image.get("alt")) for image in found]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_bundle_images_stand_beside_their_page(
    make_site: MakeSite, builder: str
) -> None:
    body = (
        "![Alt *em*](pic.png) ![deep](img/deep.png) ![case](PIC.png)\n\n"
        "![encoded](my%20pic.png) ![space](<my pic.png>) ![bracket](<x (1).png>)\n"
    )
    site = make_site(
        {
            "posts/one/index.md": post(body),
            "posts/one/pic.png": PNG,
            "posts/one/img/deep.png": PNG,
            "posts/one/my pic.png": PNG,
            "posts/one/x (1).png": PNG,
            "posts/two/index.md": post("![two](pic.png)\n", "B"),
            "posts/two/pic.png": OTHER_PNG,
        }
    )
    built = site.build(builder)
    assert built.warnings == ""
    assert images(built, "blog/one/index.html") == [
        ("pic.png", "Alt em"),
        ("img/deep.png", "deep"),
        ("pic.png", "case"),
        ("my%20pic.png", "encoded"),
        ("my%20pic.png", "space"),
        ("x%20%281%29.png", "bracket"),
    ]
    assert images(built, "blog/two/index.html") == [("pic.png", "two")]
    assert (built.outdir / "blog/one/pic.png").read_bytes() == PNG
    assert (built.outdir / "blog/two/pic.png").read_bytes() == OTHER_PNG
    assert not any(name.startswith("_images/") for name in built.files())


def test_images_of_the_mount_of_other_bundles_and_of_the_docs(
    make_site: MakeSite,
) -> None:
    body = (
        "![a](one/pic.png) ![b](/blog/one/pic.png) ![c](loose.png)\n\n"
        "![d](/images/doc.png) ![e](../docs/images/doc.png)\n\n"
        "![f](https://e.example/x.png) ![g](data:image/png;base64,AAAA)\n"
    )
    site = make_site(
        {
            "posts/a.md": post(body),
            "posts/one/index.md": post("x", "B"),
            "posts/one/pic.png": PNG,
            "posts/loose.png": PNG,
            "docs/images/doc.png": PNG,
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert [source for source, _alt in images(built, "blog/a/index.html")] == [
        "../one/pic.png",
        "../one/pic.png",
        "../loose.png",
        "../../_images/doc.png",
        "../../_images/doc.png",
        "https://e.example/x.png",
        "data:image/png;base64,AAAA",
    ]


def test_missing_image_is_reported_and_keeps_its_place(make_site: MakeSite) -> None:
    body = "Text.\n\n![Lost](nope.png) stays\n\n![no](/a/b.png) ![](<>)\n"
    built = make_site({"posts/a.md": post(body)}).build()
    assert built.warnings.splitlines() == [
        f"<site>/posts/a.md:{line}: WARNING: image {source!r} not found beside "
        f"'blog/a.md', {MISSING}"
        for line, source in [(8, "nope.png"), (10, "/a/b.png"), (10, "")]
    ]
    assert images(built, "blog/a/index.html")[:2] == [
        ("nope.png", "Lost"),
        ("/a/b.png", "no"),
    ]


@pytest.mark.parametrize("builder", ["text", "latex", "singlehtml", "man"])
def test_missing_image_does_not_stop_other_builders(
    make_site: MakeSite, builder: str
) -> None:
    built = make_site({"posts/a.md": post("![Lost](nope.png) stays\n")}).build(builder)
    assert built.warnings == (
        "<site>/posts/a.md:6: WARNING: image 'nope.png' not found beside 'blog/a.md', "
        f"{MISSING}\n"
    )
    if builder == "text":
        assert "Lost stays" in built.text("blog/a/index.txt")


@pytest.mark.parametrize(
    "source", ["../../secret.png", "/etc/hostname", "../../../../../../etc/hostname"]
)
def test_files_outside_the_site_are_refused(make_site: MakeSite, source: str) -> None:
    site = make_site({"posts/a.md": post(f"![x]({source})\n"), "secret.png": PNG})
    built = site.build()
    assert built.warnings == (
        f"<site>/posts/a.md:6: WARNING: image {source!r} not found beside 'blog/a.md', "
        f"{MISSING}\n"
    )
    assert not any("secret" in name or "hostname" in name for name in built.files())


@pytest.mark.parametrize("path", ["posts/link.png", "docs/link.png"])
def test_link_out_of_the_site_is_no_image(make_site: MakeSite, path: str) -> None:
    site = make_site({"posts/a.md": post("![x](/link.png) ![y](link.png)\n")})
    site.write({"secret.png": PNG})
    (site.root / path).symlink_to(site.root / "secret.png")
    built = site.build()
    assert "image '/link.png' not found" in built.warnings
    assert not any("link.png" in name for name in built.files())


FEATURED = {
    "named in the bundle": ("", "featured-x.png", True, "featured-x.png"),
    "in front matter": ("image: pic.png", "pic.png", True, "pic.png"),
    "a map": (
        "image: {filename: pic.png, alt_text: An alt}",
        "pic.png",
        True,
        "pic.png",
    ),
    "cover": ("cover: {image: pic.png}", "pic.png", True, "pic.png"),
    "only in lists": (
        "image: {preview_only: true}",
        "featured.png",
        False,
        "featured.png",
    ),
    "elsewhere": (
        "image: https://e.example/x.png",
        "pic.png",
        True,
        "https://e.example/x.png",
    ),
}


def test_featured_image_stands_above_the_post_and_in_lists(make_site: MakeSite) -> None:
    files: dict[str, str | bytes] = {}
    for number, (case, (front, file, _header, _source)) in enumerate(FEATURED.items()):
        files[f"posts/p{number}/index.md"] = post("x", case, front)
        files[f"posts/p{number}/{file}"] = PNG
    built = make_site(files).build()
    assert built.warnings == ""
    cards = built.page("blog/index.html").xpath("//article[@class='updates-card']")
    pictures = {
        card.xpath("string(.//*[@class='updates-card-title'])"): card.xpath(
            ".//img/@src"
        )
        for card in cards
    }
    for number, (case, (_front, _file, header, source)) in enumerate(FEATURED.items()):
        body = built.body(f"blog/p{number}/index.html")
        assert body.xpath(".//header//img/@src") == [source] * header, case
        in_list = source if "//" in source else f"p{number}/{source}"
        assert pictures[case] == [in_list], case


def test_featured_image_may_lie_in_the_docs(
    make_site: MakeSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(
        {
            "posts/a.md": post("x", "A", "image: /images/doc.png"),
            "docs/images/doc.png": PNG,
        }
    )
    monkeypatch.chdir(tmp_path.parent)
    built = site.build()
    assert built.warnings == ""
    body = built.body("blog/a/index.html")
    assert body.xpath(".//header//img/@src") == ["../../_images/doc.png"]
    assert built.body("blog/index.html").xpath(".//img/@src") == ["../_images/doc.png"]


def test_missing_featured_image_is_left_out(make_site: MakeSite) -> None:
    built = make_site({"posts/a.md": post("x", "A", "image: nope.png")}).build()
    assert built.warnings == (
        "<site>/posts/a.md:1: WARNING: featured image 'nope.png' not found; put it "
        "into the page bundle, or correct the path [sphinx_updates.image]\n"
    )
    assert not built.body("blog/a/index.html").xpath(".//img")
    assert not built.body("blog/index.html").xpath(".//img")


def test_title_of_an_image_is_kept(make_site: MakeSite) -> None:
    site = make_site({"posts/a.md": post('![x](p.png "A title")'), "posts/p.png": PNG})
    body = site.build().body("blog/a/index.html")
    assert body.xpath(".//img/@title") == ["A title"]


def test_docs_may_show_an_image_of_a_post(make_site: MakeSite) -> None:
    site = make_site(
        {
            "docs/index.md": "# H\n\n![x](../posts/one/pic.png)\n",
            "posts/one/index.md": post("x"),
            "posts/one/pic.png": PNG,
        }
    )
    built = site.build()
    assert built.warnings == ""
    assert built.body("index.html").xpath(".//img/@src") == ["blog/one/pic.png"]
