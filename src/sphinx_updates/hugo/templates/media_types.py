"""Media types: what kind of file a suffix stands for.

Source: hugo@0.168 media/mediaType.go and builtin.go, run; types that Hugo asks the
machine for are those of Python's own table, so that every machine says the same.
"""

from __future__ import annotations

from functools import cache
from mimetypes import MimeTypes
from typing import Final

from sphinx_updates.hugo.templates.values import Object, reachable

# fmt: off
_TYPES: Final = {
    "application/json": "json",
    "application/manifest+json": "webmanifest",
    "application/octet-stream": "bin",
    "application/pdf": "pdf",
    "application/rss+xml": "xml rss",
    "application/toml": "toml",
    "application/wasm": "wasm",
    "application/xml": "xml",
    "application/yaml": "yaml yml",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "font/otf": "otf",
    "font/ttf": "ttf",
    "font/woff": "woff",
    "font/woff2": "woff2",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/jpeg": "jpg jpeg jpe jif jfif",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/tiff": "tif tiff",
    "image/webp": "webp",
    "model/gltf+json": "gltf",
    "model/gltf-binary": "glb",
    "text/asciidoc": "adoc asciidoc ad",
    "text/calendar": "ics",
    "text/css": "css",
    "text/csv": "csv",
    "text/html": "html htm",
    "text/javascript": "js jsm mjs",
    "text/jsx": "jsx",
    "text/markdown": "md mdown markdown",
    "text/org": "org",
    "text/pandoc": "pandoc pdc",
    "text/plain": "txt",
    "text/rst": "rst",
    "text/tsx": "tsx",
    "text/typescript": "ts",
    "text/x-sass": "sass",
    "text/x-scss": "scss",
    "video/3gpp": "3gpp 3gp",
    "video/mp4": "mp4",
    "video/mpeg": "mpg mpeg",
    "video/ogg": "ogv",
    "video/webm": "webm",
    "video/x-msvideo": "avi",
}
# fmt: on
_NO_SUFFIX: Final = "application/octet-stream"


class SuffixInfo(Object):
    """A suffix, with and without its dot."""

    __slots__ = ("_suffix",)
    go_type = "media.SuffixInfo"

    def __init__(self, suffix: str) -> None:
        """Take the suffix without its dot."""
        self._suffix = suffix

    @reachable("Suffix")
    def suffix(self) -> str:
        """Return it without its dot."""
        return self._suffix

    @reachable("FullSuffix")
    def full_suffix(self) -> str:
        """Return it with its dot."""
        return f".{self._suffix}" if self._suffix else ""


class MediaType(Object):
    """A media type, such as ``image/svg+xml``."""

    __slots__ = ("name", "suffixes", "used")
    go_type = "media.Type"

    def __init__(self, name: str, suffixes: tuple[str, ...], used: str) -> None:
        """Take the type, its suffixes, and the one that a file has."""
        self.name = name
        self.suffixes = suffixes
        self.used = used

    @property
    def main(self) -> str:
        """The part before the slash; empty if the type is not known."""
        return self.name.partition("/")[0]

    @property
    def subtype(self) -> str:
        """The part behind the slash; a suffix that says more than it: ``svg``."""
        return self.name.partition("/")[2].partition("+")[0]

    @reachable("Type")
    def go_string(self) -> str:
        """Return the whole type."""
        return self.name

    @reachable("MainType")
    def main_type(self) -> str:
        """Return the part before the slash."""
        return self.main

    @reachable("SubType")
    def sub_type(self) -> str:
        """Return the part behind the slash, without what follows a plus."""
        return self.subtype

    @reachable("Suffixes")
    def all_suffixes(self) -> list[object]:
        """Return the suffixes without dots."""
        return list(self.suffixes)

    @reachable("FirstSuffix")
    def first_suffix(self) -> SuffixInfo:
        """Return the first suffix."""
        return SuffixInfo(self.suffixes[0] if self.suffixes else "")

    def is_true(self) -> bool:
        """Say whether the type is known."""
        return bool(self.name)


@cache
def media_type(suffix: str) -> MediaType:
    """Return the type of files with *suffix*, which is in lower case without a dot."""
    if not suffix:
        return MediaType(_NO_SUFFIX, (), "")
    for name, written in _TYPES.items():
        suffixes = tuple(written.split())
        # Of two types that have a suffix the one that is no feed is meant.
        if suffix in suffixes and not (suffix == "xml" and len(suffixes) > 1):
            return MediaType(name, suffixes, suffix)
    found = MimeTypes(()).types_map[True].get(f".{suffix}", "")
    return MediaType(found, (suffix,) if found else (), suffix)


def type_of(path: str) -> MediaType:
    """Return the type of the file at *path*."""
    name = path.rpartition("/")[2]
    return media_type(name.rpartition(".")[2].lower() if "." in name else "")
