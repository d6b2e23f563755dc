"""The names that are functions: ours, and those of Hugo that are not here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.templates.functions.library import functions
from sphinx_updates.hugo.templates.special import SPECIAL
from sphinx_updates.hugo.templates.values import Object

if TYPE_CHECKING:
    from sphinx_updates.hugo.templates.registry import Function

# fmt: off
NAMESPACES: Final = frozenset([
    "cast", "collections", "compare", "crypto", "css", "debug", "diagrams", "encoding",
    "fmt", "hash", "images", "inflect", "js", "lang", "math", "openapi3", "os",
    "partials", "path", "reflect", "resources", "safe", "strings", "templates",
    "time", "transform", "urls",
])
"""Hugo's namespaces; ``js`` and ``time`` are functions too."""

HUGO_FUNCTIONS: Final = frozenset([
    "T", "absLangURL", "absURL", "add", "after", "anchorize", "and", "append", "apply",
    "babel", "base64Decode", "base64Encode", "call", "chomp", "complement", "cond",
    "countrunes", "countwords", "dateFormat", "default", "delimit", "dict", "div",
    "duration", "emojify", "eq", "errorf", "erroridf", "fileExists", "findRE",
    "findRESubmatch", "fingerprint", "first", "float", "ge", "getenv", "group", "gt",
    "hasPrefix", "hasSuffix", "highlight", "hmac", "html", "htmlEscape", "htmlUnescape",
    "hugo", "humanize", "i18n", "imageConfig", "in", "index", "int", "intersect",
    "isset", "jsonify", "keyVals", "last", "le", "len", "lower", "lt", "markdownify",
    "md5", "merge", "minify", "mod", "modBool", "mul", "ne", "newScratch", "not", "now",
    "or", "page", "partial", "partialCached", "plainify", "pluralize", "postCSS", "pow",
    "print", "printf", "println", "querify", "readDir", "readFile", "ref", "relLangURL",
    "relURL", "relref", "replace", "replaceRE", "return", "safeCSS", "safeHTML",
    "safeHTMLAttr", "safeJS", "safeJSStr", "safeURL", "seq", "sha1", "sha256",
    "shuffle", "singularize", "site", "slice", "slicestr", "sort", "split", "string",
    "sub", "substr", "symdiff", "title", "toCSS", "trim", "truncate", "try", "union",
    "uniq", "unmarshal", "upper", "urlize", "urlquery", "warnf", "warnidf", "where",
    "xxhash",
])
"""The names without a namespace that Hugo 0.168 knows."""
# fmt: on


class Namespace(Object):
    """A namespace as a value: its functions are found when a template is compiled."""

    __slots__ = ("go_type", "name")

    def __init__(self, name: str) -> None:
        """Make the namespace *name*."""
        self.name = name
        self.go_type = f"*{name}.Namespace"  # type: ignore[misc]

    def go_string(self) -> str:
        """Return what stands for the addresses that Hugo prints."""
        return "{}"


def is_function(name: str) -> bool:
    """Say whether *name* may stand where functions stand: ours, or only Hugo's."""
    return (
        name in HUGO_FUNCTIONS
        or name in SPECIAL
        or name in functions()
        or find_namespace(name) is not None
    )


def find_function(name: str) -> Function | None:
    """Return the function *name*, with namespace or alias; None if it is not here."""
    return functions().get(name)


def find_namespace(name: str) -> Namespace | None:
    """Return the namespace *name*; None if it is none."""
    return _namespace(name) if name in NAMESPACES else None


@cache
def _namespace(name: str) -> Namespace:
    return Namespace(name)
