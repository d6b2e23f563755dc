"""The pictures of cards: small, in two formats, made once, and never a fault."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from processes import different, tree

from sphinx_updates.sphinx_ext.listings.resize import Thumbnail, make_thumbnails

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, MakeSite
    from lxml.html import HtmlElement


def picture(
    size: tuple[int, int], form: str = "PNG", mode: str = "RGB", **options: Any
) -> bytes:
    stream = BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(stream, form, **options)
    return stream.getvalue()


def made(tmp_path: Path, name: str, data: bytes) -> Thumbnail | None:
    file = tmp_path / name
    file.write_bytes(data)
    return make_thumbnails([file], tmp_path / "cache").get(file)


def opened(tmp_path: Path, name: str) -> tuple[str | None, tuple[int, int]]:
    with Image.open(tmp_path / "cache" / name) as image:
        image.load()
        return image.format, image.size


def test_a_photograph_is_made_in_two_widths(tmp_path: Path) -> None:
    found = made(tmp_path, "a.jpg", picture((1600, 900), "JPEG"))
    assert found is not None
    assert found.widths == (400, 800)
    assert opened(tmp_path, found.webp(400)) == ("WEBP", (400, 225))
    assert opened(tmp_path, found.webp(800)) == ("WEBP", (800, 450))
    assert opened(tmp_path, found.fallback) == ("JPEG", (800, 450))
    assert (found.suffix, found.height) == (".jpg", 450)


@pytest.mark.parametrize(
    ("size", "mode", "widths", "height", "suffix"),
    [
        ((300, 200), "RGB", (300,), 200, ".jpg"),
        ((500, 100), "RGB", (400, 500), 100, ".jpg"),
        ((900, 450), "RGBA", (400, 800), 400, ".png"),
        ((900, 450), "P", (400, 800), 400, ".jpg"),
        ((400, 4000), "RGB", (400,), 500, ".jpg"),
        ((1, 1), "L", (1,), 1, ".jpg"),
        ((5000, 1), "RGB", (400, 800), 1, ".jpg"),
    ],
)
def test_a_picture_never_grows(
    tmp_path: Path,
    *,
    size: tuple[int, int],
    mode: str,
    widths: tuple[int, ...],
    height: int,
    suffix: str,
) -> None:
    found = made(tmp_path, "a.png", picture(size, mode=mode))
    assert found is not None
    assert (found.widths, found.height, found.suffix) == (widths, height, suffix)
    assert opened(tmp_path, found.fallback)[1] == (widths[-1], height)


def test_a_picture_stands_as_the_camera_was_held(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = made(tmp_path, "a.jpg", picture((1600, 800), "JPEG", exif=exif))
    assert found is not None
    assert opened(tmp_path, found.fallback)[1] == (800, 1000)


def chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


HUGE = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    + chunk(b"IEND", b"")
)
MOVING = BytesIO()
Image.new("RGB", (900, 500)).save(
    MOVING, "WEBP", save_all=True, append_images=[Image.new("RGB", (900, 500), "red")]
)
AS_THEY_ARE = {
    "broken.png": b"\x89PNG\r\n\x1a\n",
    "cut.jpg": picture((1600, 900), "JPEG")[:300],
    "empty.png": b"",
    "text.jpg": b"not a picture",
    "huge.png": HUGE,
    "moving.webp": MOVING.getvalue(),
    "moving.gif": picture((900, 500), "GIF", "P"),
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "other.jpg": picture((900, 500), "GIF", "P"),
}


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_some_pictures_are_shown_as_they_are(tmp_path: Path, name: str) -> None:
    assert made(tmp_path, name, AS_THEY_ARE[name]) is None


def test_a_picture_is_made_once(tmp_path: Path) -> None:
    data = picture((900, 500))
    first = made(tmp_path, "a.png", data)
    assert first is not None
    file = tmp_path / "cache" / first.fallback
    file.write_bytes(b"kept")
    assert make_thumbnails([tmp_path / "a.png"], tmp_path / "cache") == {
        tmp_path / "a.png": first
    }
    assert file.read_bytes() == b"kept"
    file.unlink()
    make_thumbnails([tmp_path / "a.png"], tmp_path / "cache")
    assert file.read_bytes() != b"kept"


@pytest.mark.parametrize(
    "index", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "pictures": 7}']
)
def test_a_broken_index_is_written_anew(tmp_path: Path, index: str) -> None:
    data = picture((900, 500))
    first = made(tmp_path, "a.png", data)
    (tmp_path / "cache" / "index.json").write_text(index)
    assert made(tmp_path, "a.png", data) == first


def test_what_nobody_shows_any_more_is_not_kept(tmp_path: Path) -> None:
    first = made(tmp_path, "a.png", picture((900, 500)))
    assert first is not None
    second = made(tmp_path, "b.png", picture((900, 400)))
    assert second is not None
    names = {path.name for path in (tmp_path / "cache").iterdir()}
    assert names == {"index.json", *second.names}


POST = "---\ntitle: {0}\ndate: 2024-01-0{1}\n---\n\nText.\n"
FILES: dict[str, str | bytes] = {
    "docs/index.md": "# Home\n\n```{listing}\n```\n",
    **{f"posts/p{n}/index.md": POST.format(f"P{n}", n) for n in range(1, 7)},
    **{
        f"posts/p{n}/featured.png": picture((900 + n, 500), mode="RGB")
        for n in range(1, 6)
    },
    "posts/p6/featured.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def cards(built: Build, path: str) -> list[HtmlElement]:
    found: list[HtmlElement] = built.body(path).xpath(".//article")
    return found


def test_cards_show_them(make_site: MakeSite) -> None:
    built = make_site(FILES).build()
    assert built.warnings == ""
    for path in ("index.html", "blog/index.html"):
        drawing, *others = cards(built, path)
        (image,) = drawing.xpath(".//img")
        assert image.get("src").endswith("featured.svg")
        assert drawing.xpath(".//source") == []
        for card in others:
            (image,) = card.xpath(".//picture/img")
            (source,) = card.xpath(".//picture/source[@type='image/webp']")
            assert image.get("width") == "800"
            assert image.get("height") in ("442", "443", "444")
            sources = [one.split() for one in source.get("srcset").split(",")]
            assert [width for _name, width in sources] == ["400w", "800w"]
            for name in (image.get("src"), *(name for name, _width in sources)):
                assert ((built.outdir / path).parent / name).is_file()
        loading = [c.xpath(".//img")[0].get("loading") for c in cards(built, path)]
        assert loading == [None] * 3 + ["lazy"] * 3


def test_a_card_keeps_the_focal_point(make_site: MakeSite) -> None:
    site = make_site(FILES)
    text = (
        "---\ntitle: A\ndate: 2026-01-01\nimage: {focal_point: TopLeft}\n---\n\nText.\n"
    )
    site.write({"posts/p1/index.md": text})
    styles = [
        card.xpath("string(.//img/@style)")
        for card in cards(site.build(), "blog/index.html")
    ]
    assert sorted(set(styles)) == ["", "object-position: top left"]
    assert styles.count("object-position: top left") == 1


def test_phones_get_a_small_picture_of_a_post(make_site: MakeSite) -> None:
    site = make_site(FILES)
    # As wide as the small one, and so tall that a card shows a part of it.
    for post, size in (("p4", (800, 400)), ("p5", (900, 1600))):
        site.write({f"posts/{post}/featured.png": picture(size)})
    built = site.build()
    (figure,) = built.body("blog/p1/index.html").xpath(".//figure")
    (source,) = figure.xpath("picture/source[@type='image/webp']")
    assert source.get("media") == "(max-width: 600px)"
    names = [one.split()[0] for one in source.get("srcset").split(",")]
    assert all((built.outdir / "blog/p1" / name).is_file() for name in names)
    assert figure.xpath("picture/img/@src") == ["featured.png"]
    for post in ("p4", "p5", "p6"):
        (figure,) = built.body(f"blog/{post}/index.html").xpath(".//figure")
        assert len(figure.xpath("img")) == 1
    site.write({"posts/p1/featured.png": picture((800, 400))})
    (figure,) = site.build().body("blog/p1/index.html").xpath(".//figure")
    assert len(figure.xpath("img")) == 1


def test_they_are_the_same_in_every_build(make_site: MakeSite) -> None:
    site = make_site(FILES)
    first = tree(site.build().outdir)
    names = {name for name in first if name.startswith("_images/updates/")}
    assert len(names) == 15
    again = tree(site.build().outdir)
    assert different(first, again) == []
    site.write({"posts/p1/featured.png": picture((700, 350))})
    changed = tree(site.build().outdir)
    assert len(names & changed.keys()) == 12
    assert b'width="700" height="350"' in changed["index.html"]
    assert len([n for n in changed if n.startswith("_images/updates/")]) == 15


@pytest.mark.parametrize("builder", ["latex", "epub", "text", "singlehtml"])
def test_other_builders_need_none(make_site: MakeSite, builder: str) -> None:
    site = make_site(FILES)
    site.build(builder)
    assert not list(site.root.rglob("*.webp"))
