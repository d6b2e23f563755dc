"""Find the front matter at the start of a text, as Hugo's page lexer does.

Comes in: decoded text. Goes out: where front matter and body lie, and in which language
the front matter is written; what it says is read in :mod:`.decode`.

Source: hugo@0.168 parser/pageparser/pagelexer_intro.go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_updates.hugo.problems import Problem, ProblemKind, Span

if TYPE_CHECKING:
    from sphinx_updates.hugo.front_matter.model import Format

_INTRO: Final = re.compile(r"\ufeff?[ \t\n\r\v\f]*")
_ORG_LINES: Final = re.compile(r"(?:#\+[^\n]*(?:\n|\Z))+")
# What a brace counter must look at: strings (as Hugo, quotes toggle), escapes, braces.
_JSON_TOKEN: Final = re.compile(r'\\.|["{}]', re.DOTALL)

_YAML_LINE: Final = re.compile(
    r"""[ \t]+\S|-[ \t]|\#|["'\w](?:[^:\n]|:(?=\S))*:(?:\s|$)"""
)
_TOML_LINE: Final = re.compile(r"""[ \t]+\S|\#|\[|\]|["'\w][^=\n]*=""")
_JSON_LINE: Final = re.compile(r"""[ \t]*["{}\[\],]""")


class Split(NamedTuple):
    """Where the parts of a content file lie, as offsets into its text."""

    format: Format
    start: int
    """Start of the front matter, delimiter left out."""
    end: int
    """End of the front matter, exclusive."""
    body: int
    """Start of the body."""
    problem: Problem | None = None


def split_source(text: str) -> Split:
    """Find front matter and body of *text*; never raises."""
    intro = _INTRO.match(text)
    start = intro.end() if intro else 0
    bom = 1 if text.startswith("\ufeff") else 0
    none = Split("", bom, bom, bom)
    if text.startswith("---", start):
        return _split_delimited(text, start, "yaml", "---")
    if text.startswith("+++", start):
        return _split_delimited(text, start, "toml", "+++")
    if text.startswith("{{", start):
        message = (
            "a shortcode at the start of a file is taken for JSON front matter by Hugo;"
            " put front matter or text before it"
        )
        return none._replace(problem=_problem(message, start, start + 2))
    if text.startswith("{", start):
        return _split_json(text, start)
    if org := _ORG_LINES.match(text, start):
        return Split("org", start, org.end(), org.end())
    if text.startswith(("-", "+"), start):
        name = "YAML" if text[start] == "-" else "TOML"
        message = (
            f"invalid {name} delimiter: Hugo takes {text[start]!r} at the start of a"
            " file for front matter; put front matter or text before it"
        )
        return none._replace(problem=_problem(message, start, start + 1))
    return none


def _problem(message: str, start: int, end: int) -> Problem:
    return Problem(ProblemKind.FRONT_MATTER, message, Span(start, end))


def _split_delimited(text: str, opening: int, kind: Format, delimiter: str) -> Split:
    """Split at the first later line that *starts* with *delimiter*.

    What follows the three characters on the closing line belongs to the body: that is
    how Hugo reads ``---6---``, and ``--- `` too.
    """
    start = opening + len(delimiter)
    if text.startswith("\n", start):
        start += 1
    if text.startswith(delimiter, start) and text[start - 1] == "\n":
        end = start
    else:
        newline = text.find("\n" + delimiter, start)
        if newline < 0:
            return _split_unclosed(text, opening, start, kind)
        end = newline + 1
    body = end + len(delimiter)
    if text.startswith("\n", body):
        body += 1
    return Split(kind, start, end, body)


def _split_json(text: str, opening: int) -> Split:
    """Split after the brace that closes the object."""
    level, quoted = 0, False
    for token in _JSON_TOKEN.finditer(text, opening):
        match token.group():
            case '"':
                quoted = not quoted
            case "{" if not quoted:
                level += 1
            case "}" if not quoted:
                level -= 1
                if level == 0:
                    end = token.end()
                    body = end + 1 if text.startswith("\n", end) else end
                    return Split("json", opening, end, body)
            case _:
                pass
    return _split_unclosed(text, opening, opening, "json")


def _split_unclosed(text: str, opening: int, start: int, kind: Format) -> Split:
    """Take the leading lines that look like front matter; the rest is body."""
    if kind == "json":
        pattern, message = _JSON_LINE, "unexpected EOF parsing JSON front matter"
        hint = "close it with '}'"
    else:
        name, mark = ("YAML", "---") if kind == "yaml" else ("TOML", "+++")
        pattern = _YAML_LINE if kind == "yaml" else _TOML_LINE
        message = f"EOF looking for end {name} front matter delimiter"
        hint = f"close it with a line {mark!r}"
    end = start
    while end < len(text) and pattern.match(text, end):
        newline = text.find("\n", end)
        end = newline + 1 if newline >= 0 else len(text)
    body = end
    if text.startswith("...", end):
        newline = text.find("\n", end)
        body = newline + 1 if newline >= 0 else len(text)
    problem = _problem(f"{message}; {hint}", opening, min(opening + 3, len(text)))
    return Split(kind, start, end, body, problem)
