"""Files and pictures: what they become, and when they are published."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import (
    LimitError,
    MissingError,
    TemplateError,
)
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.limits import Limits
from sphinx_updates.hugo.templates.objects.small import HugoObject
from sphinx_updates.hugo.templates.resources import Resource, Source, make_resource

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def picture(form: str = "PNG", mode: str = "RGB") -> bytes:
    """Return 100x60 pixels, red at the left and blue at the right."""
    made = Image.new("RGB", (100, 60), RED)
    made.paste(BLUE, (50, 0, 100, 60))
    written = BytesIO()
    made.convert(mode).save(written, form)
    return written.getvalue()


def clear_picture() -> bytes:
    written = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")
    return written.getvalue()


def moving_picture() -> bytes:
    frames = [Image.new("RGB", (20, 10), color) for color in (RED, BLUE, WHITE)]
    written = BytesIO()
    frames[0].save(
        written, "GIF", save_all=True, append_images=frames[1:], duration=70, loop=3
    )
    return written.getvalue()


def huge_picture() -> bytes:
    """Return the head of a PNG with more pixels than a memory holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"")


class FilesHost(Host):
    base_url = "https://example.org/sub/"

    def __init__(self) -> None:
        self.files = {
            "a.png": picture(),
            "a.jpg": picture("JPEG"),
            "p.gif": picture("GIF"),
            "clear.png": clear_picture(),
            "moving.gif": moving_picture(),
            "huge.png": huge_picture(),
            "cut.png": picture()[:80],
            "t.txt": b"text",
        }
        self.published: dict[str, bytes] = {}
        self.asked: list[str] = []

    def resource(self, path: str) -> Resource | None:
        if path not in self.files:
            return None
        return make_resource(
            self, Source(name=f"/{path}", path=path, read=lambda: self.files[path])
        )

    def read_file(self, path: str) -> bytes | None:
        self.asked.append(path)
        return None

    def list_folder(self, path: str) -> None:
        self.asked.append(path)

    def publish(self, path: str, content: bytes) -> str:
        self.published[path] = content
        return f"/sub/{path}"


def render(template: str, host: Host | None = None) -> str:
    engine = Engine(host or FilesHost(), lambda _name: template)
    return engine.render("x.html", {})


def made(expression: str) -> tuple[Image.Image, str]:
    """Return the picture that an expression publishes, and its path."""
    host = FilesHost()
    render(f"{{{{ {expression}.RelPermalink }}}}", host)
    [(path, content)] = host.published.items()
    return Image.open(BytesIO(content)), path


def test_a_picture_is_published_when_its_address_is_asked_for() -> None:
    host = FilesHost()
    sizes = '{{ with (resources.Get "a.png").Resize "50x" }}{{ .Width }}x{{ .Height }}'
    assert render(sizes + "{{ end }}", host) == "50x30"
    assert host.published == {}
    render(sizes + "{{ .RelPermalink }}{{ .RelPermalink }}{{ end }}", host)
    assert list(host.published) == [next(iter(host.published))]


def test_addresses_begin_with_the_address_of_the_site() -> None:
    written = render(
        '{{ with resources.Get "t.txt" }}{{ .RelPermalink }} {{ .Permalink }}{{ end }}'
    )
    assert written == "/sub/t.txt https://example.org/sub/t.txt"


@pytest.mark.parametrize(
    ("spec", "size", "left", "right"),
    [
        ('.Resize "50x"', (50, 30), RED, BLUE),
        ('.Resize "20x40"', (20, 40), RED, BLUE),
        ('.Fit "20x40"', (20, 12), RED, BLUE),
        ('.Fill "30x60 left"', (30, 60), RED, RED),
        ('.Fill "30x60 right"', (30, 60), BLUE, BLUE),
        ('.Fill "30x60"', (30, 60), RED, BLUE),
        ('.Fill "200x50 smart"', (200, 50), RED, BLUE),
        ('.Crop "20x20 topleft"', (20, 20), RED, RED),
        ('.Crop "20x20 bottomright"', (20, 20), BLUE, BLUE),
        ('.Crop "500x20"', (100, 20), RED, BLUE),
        ('.Process "resize 10x Lanczos"', (10, 6), RED, BLUE),
        ('.Process "resize 60x r180"', (60, 36), BLUE, RED),
        ('.Process "resize 30x r90"', (30, 50), BLUE, BLUE),
    ],
)
def test_what_a_picture_becomes(
    spec: str, size: tuple[int, int], left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    found, _path = made(f'((resources.Get "a.png"){spec})')
    assert found.size == size
    assert found.getpixel((0, 0)) == left
    assert found.getpixel((size[0] - 1, 0)) == right


@pytest.mark.parametrize(
    ("word", "form", "suffix"),
    [
        ("webp", "WEBP", ".webp"),
        ("jpg", "JPEG", ".jpg"),
        ("jpeg", "JPEG", ".jpg"),
        ("png", "PNG", ".png"),
        ("gif", "GIF", ".gif"),
        ("bmp", "BMP", ".bmp"),
        ("tiff", "TIFF", ".tif"),
    ],
)
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "p.gif", "clear.png"])
def test_every_format_becomes_every_other(
    name: str, word: str, form: str, suffix: str
) -> None:
    found, path = made(f'((resources.Get "{name}").Resize "8x {word}")')
    assert (found.format, found.width) == (form, 8)
    assert path.startswith(f"{name[:-4]}_hu_")
    assert path.endswith(suffix)


@pytest.mark.parametrize("form", ["gif", "webp"])
def test_an_animation_stays_one(form: str) -> None:
    found, _path = made(f'((resources.Get "moving.gif").Resize "8x {form} q100")')
    assert getattr(found, "n_frames", 1) == 3
    assert (found.size, found.info["loop"]) == ((8, 4), 3)
    found.seek(1)
    red, _green, blue = found.convert("RGB").getpixel((3, 2))  # type: ignore[misc]
    assert blue > red


def test_a_still_format_has_the_first_picture() -> None:
    found, _path = made('((resources.Get "moving.gif").Resize "8x png")')
    assert found.convert("RGB").getpixel((3, 2)) == RED


def test_what_is_clear_becomes_white_or_a_colour() -> None:
    found, _ = made('((resources.Get "clear.png").Resize "8x bmp")')
    assert found.getpixel((0, 0)) == WHITE
    found, _ = made('((resources.Get "clear.png").Resize "8x bmp #00f")')
    assert found.getpixel((0, 0)) == BLUE


def test_a_name_says_what_was_done() -> None:
    def path(spec: str) -> str:
        return made(f'((resources.Get "a.jpg").Resize "{spec}")')[1]

    assert path("50x") == path("50x box")
    assert len({path("50x"), path("51x"), path("50x q10"), path("50x webp")}) == 4


@pytest.mark.parametrize("name", ["huge.png", "cut.png", "t.txt"])
def test_what_is_no_usable_picture_is_an_error_of_the_template(name: str) -> None:
    with pytest.raises(TemplateError, match=r"error calling (Resize|RelPermalink)"):
        made(f'((resources.Get "{name}").Resize "50x")')


@pytest.mark.parametrize("spec", ["100000x100000", "999999999x", "x999999999999"])
def test_pictures_do_not_fill_the_memory(spec: str) -> None:
    with pytest.raises(TemplateError, match="has more than"):
        made(f'((resources.Get "a.png").Resize "{spec}")')


def test_work_on_pictures_is_counted() -> None:
    host = FilesHost()
    written = BytesIO()
    Image.new("L", (2_000, 2_000)).save(written, "PNG")
    host.files["large.png"] = written.getvalue()
    template = (
        '{{ range seq 20 }}{{ $spec := printf "%dx" . }}'
        '{{ ((resources.Get "large.png").Resize $spec).RelPermalink }}{{ end }}'
    )
    engine = Engine(host, lambda _name: template, Limits(steps=1_000))
    with pytest.raises(LimitError):
        engine.render("x.html", {})
    assert 1 < len(host.published) < 10


@pytest.mark.parametrize("call", [".Filter 1", ".Colors"])
def test_what_pictures_cannot_do_is_named(call: str) -> None:
    with pytest.raises(MissingError):
        render(f'{{{{ (resources.Get "a.png"){call} }}}}')


@pytest.mark.parametrize(
    "call",
    [
        'readFile "../secret"',
        'readFile "/../secret"',
        'readFile "a/../../secret"',
        'fileExists "../../etc/passwd"',
        'readDir "../"',
        'os.Stat ".."',
        'images.Config "../a.png"',
        'resources.Get "../t.txt"',
        'resources.Get "a/../../t.txt"',
    ],
)
def test_nothing_outside_the_site_is_asked_for(call: str) -> None:
    host = FilesHost()
    try:
        render(f"{{{{ {call} }}}}", host)
    except TemplateError as error:
        assert "file does not exist" in str(error)  # noqa: PT017
    assert not any(path.startswith(("..", "/")) for path in host.asked)


def test_what_is_made_stays_in_the_site() -> None:
    host = FilesHost()
    render('{{ (resources.FromString "../../x.txt" "a").RelPermalink }}', host)
    render(
        '{{ (resources.Copy "/../y.txt" (resources.Get "t.txt")).RelPermalink }}', host
    )
    render('{{ (images.QR "x" (dict "targetDir" "../../q")).RelPermalink }}', host)
    assert sorted(path.partition("_")[0] for path in host.published) == [
        "q/qr",
        "x.txt",
        "y.txt",
    ]


def test_cached_partials_are_forgotten_between_calls() -> None:
    texts = {
        "a.html": '{{ partialCached "p" . }}{{ partialCached "p" 3 }}',
        "_partials/p.html": "{{ . }}",
    }
    engine = Engine(Host(), texts.get)
    assert engine.render("a.html", 1) == "11"
    assert engine.render("a.html", 2) == "22"


@pytest.mark.parametrize(
    ("test", "wanted"),
    [
        ('ge hugo.Version "0.120"', "true"),
        ('lt hugo.Version "0.9.9"', "false"),
        ('gt hugo.Version "0.168.0-DEV"', "true"),
        ('eq hugo.Version "0.168.0"', "true"),
        ('ge "0.200.0" hugo.Version', "true"),
        ("gt hugo.Version 0.5", "true"),
        ("lt hugo.Version 1", "true"),
        ('gt hugo.Version "none"', "true"),
        ("len hugo.Version", "7"),
        ('in (slice "0.168.0") hugo.Version', "false"),
        ('sort (slice hugo.Version "0.9.0")', "[0.9.0 0.168.0]"),
    ],
)
def test_versions_are_compared_part_by_part(test: str, wanted: str) -> None:
    host = Host()
    host.hugo = HugoObject(None, {})
    assert render(f"{{{{ {test} }}}}", host) == wanted
