"""Many calls on one page: each under a heading of its own, with its own warnings."""

from __future__ import annotations

import re
import struct
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import html
from samples import PNG, article, post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Build, MakeSite
    from lxml.html import HtmlElement

PACKS = ["docsy", "hugo"]
_WARNING = re.compile(r"<site>/posts/a/index\.md:(\d+)(?::\d+)?: WARNING: (.*)")


@dataclass
class Cases:
    """What each call of a page became."""

    built: Build
    sections: list[HtmlElement]
    """What stands below the heading of each case."""
    warnings: list[list[str]]
    """The messages about each case."""
    other_warnings: list[str]
    """Those about other places, as they are."""

    def html(self, number: int) -> str:
        """Return the HTML of a case, without blanks between the tags."""
        parts = (html.tostring(e, encoding="unicode") for e in self.sections[number])
        text = "".join(parts).replace(">\n", ">").replace("\n<", "<")
        return " ".join(text.split())

    def text(self, number: int) -> str:
        """Return the text of a case."""
        return " ".join(self.sections[number].text_content().split())


def build_cases(
    make_site: MakeSite,
    calls: Sequence[str],
    files: dict[str, str | bytes] | None = None,
    front: Sequence[str] = (),
    **conf: object,
) -> Cases:
    """Build the bundle ``blog/a`` with *calls*, and take the page apart."""
    text = post("", "A", *front)
    starts: list[int] = []
    for number, call in enumerate(calls):
        starts.append(text.count("\n") + 1)
        text += f"## c{number}\n\n{call}\n\n"
    given = {"posts/a/index.md": text, "posts/a/pic.png": PNG, **(files or {})}
    values: dict[str, Any] = {"updates_shortcode_packs": PACKS, **conf}
    built = make_site(given).build(**values)
    sections = article(built, "a").xpath("./section")
    for section in sections:
        section.xpath("./h2")[0].drop_tree()
    warnings: list[list[str]] = [[] for _call in calls]
    others: list[str] = []
    for line in built.warnings.splitlines():
        if found := _WARNING.fullmatch(line):
            warnings[bisect_right(starts, int(found[1])) - 1].append(found[2])
        else:
            others.append(line)
    return Cases(built, sections, warnings, others)


def picture(width: int, height: int) -> bytes:
    """Return a PNG of that size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    head = b"\x89PNG\r\n\x1a\n"
    return head + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
