"""Files of posts in the encodings that authors' editors leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sphinx

if TYPE_CHECKING:
    from conftest import Build, MakeSite

FRONT = b"---\ntitle: A\ndate: 2024-01-01\n---\n\n"


def ours(built: Build) -> list[str]:
    """Return the warnings; Sphinx 8 has one of its own about bytes, without a line."""
    lines = built.warnings.splitlines()
    return [line for line in lines if "undecodable source characters" not in line]


def test_byte_order_mark_and_foreign_line_ends_do_no_harm(make_site: MakeSite) -> None:
    text = FRONT + b"Text\nnext.\n\n[x](#none)\n"
    site = make_site(
        {
            "posts/bom.md": b"\xef\xbb\xbf" + text,
            "posts/crlf.md": text.replace(b"\n", b"\r\n"),
            "posts/both.md": b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
            "posts/cr.md": text.replace(b"\n", b"\r"),
        }
    )
    built = site.build()
    for name in ("bom", "crlf", "both", "cr"):
        body = built.body(f"blog/{name}/index.html")
        assert body.xpath("string(.//h1/text())") == "A"
        assert body.xpath("string(.//section/p[1])") == "Text\nnext."
        assert "\ufeff" not in body.text_content()
    assert built.warnings.splitlines() == [
        f"<site>/posts/{name}.md:9: WARNING: link '#none': 'blog/{name}/index' "
        "has no anchor 'none' [sphinx_updates.link]"
        for name in ("bom", "both", "cr", "crlf")
    ]


def test_text_that_was_encoded_twice_is_reported_and_kept(make_site: MakeSite) -> None:
    party = "🎉".encode().decode("cp1252")
    site = make_site(
        {"posts/a.md": FRONT.decode() + f"Fine.\n\nA {party}.\n\n{party} again.\n"}
    )
    built = site.build()
    assert built.warnings == (
        f"<site>/posts/a.md:8: WARNING: text was encoded twice: {party!r} stands where "
        "'🎉' was meant, and 1 more line like it; save the file as UTF-8 once "
        "[sphinx_updates.encoding]\n"
    )
    body = built.body("blog/a/index.html").text_content()
    assert party in body
    assert "🎉" not in body


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (FRONT + b"Text.\n\nA byte \xff.\n", 8, "byte 0xff is not UTF-8"),
        (b"---\ntitle: Caf\xe9\n---\n\nText.\n", 2, "byte 0xe9 is not UTF-8"),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n\r\n\xff\r\n", 5, "byte 0xff is not"),
    ],
    ids=["body", "front matter", "after mark and line ends"],
)
def test_bytes_that_are_not_utf8_cost_one_warning_and_nothing_else(
    make_site: MakeSite, data: bytes, line: int, message: str
) -> None:
    built = make_site({"posts/a.md": data}).build()
    (warning,) = ours(built)
    assert warning.startswith(f"<site>/posts/a.md:{line}: WARNING: {message}")
    assert warning.endswith("; save the file as UTF-8 [sphinx_updates.encoding]")
    # Sphinx 8 replaces what it reads itself by question marks.
    text = built.body("blog/a/index.html").text_content()
    assert "\ufffd" in text or (sphinx.version_info < (9,) and "?" in text)


def test_utf16_is_named(make_site: MakeSite) -> None:
    built = make_site({"posts/a.md": FRONT.decode().encode("utf-16")}).build()
    assert ours(built)[0] == (
        "<site>/posts/a.md:1: WARNING: byte 0xff is not UTF-8; the file looks like "
        "UTF-16; save the file as UTF-8 [sphinx_updates.encoding]"
    )
    assert built.has("blog/a/index.html")
