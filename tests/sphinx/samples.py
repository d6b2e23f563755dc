"""Small pieces that the tests of this folder build their sites from."""

from __future__ import annotations

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
"""A picture of one pixel."""

MISSING = (
    "below the posts' folder or in the documentation; put the file into the page "
    "bundle, or correct the path [sphinx_updates.image]"
)
"""The end of the warning about an image that is not there."""


def post(body: str, title: str = "A", *lines: str) -> str:
    """Return a post with *lines* of front matter; without any, *body* is on line 6."""
    front = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: {title}\ndate: 2024-01-01\n{front}---\n\n{body}"
