"""Who wrote a page, as its front matter says it: text in, names and links out.

Sites write authors in four ways (survey A): a list of names, a list of handles, one
text with a job title or with several people in it, and Markdown links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.front_matter.casts import to_text
from sphinx_updates.hugo.links import is_dangerous, is_malformed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_updates.hugo.front_matter import FrontMatter

MAX_LENGTH: Final = 2000
"""Characters of one text; a longer one is no list of people."""

_NAME_PART: Final = r"\[([^\[\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)"
_LINK: Final = re.compile(
    _NAME_PART + r"(?:\s*\((?:\[([^\[\]\n]+)\]\([^()\s]+\)|([^()\n]*))\))?"
)
_HANDLE: Final = re.compile(r"(.*\S)\s*<([^<>\s]+)>")
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)")
# What separates people. Parentheses and angle brackets hide it: ``(see A & B)``.
_AND: Final = re.compile(r",?\s+(?:and|&)\s+", re.IGNORECASE)
_COMMA: Final = re.compile(r"\s*,\s*")
_SEMICOLON: Final = re.compile(r"\s*;\s*")
_GAP: Final = re.compile(r"\s*(?:[,;&]|\band\b)\s*", re.IGNORECASE)

_SUFFIX: Final = re.compile(
    r"(?:jr|sr|ph\.? ?d|m\.? ?d|m\.? ?sc|b\.? ?sc|esq|i{2,3}|iv)\.?", re.IGNORECASE
)
_PARTICLES: Final = frozenset((
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu",
))  # fmt: skip
# Words of jobs and of groups, which nobody is called.
_NO_NAMES: Final = frozenset((
    "administrator", "advisor", "advocate", "agency", "alliance", "analyst",
    "architect", "assistant", "associate", "association", "authors", "board", "ceo",
    "cfo", "chair", "chief", "cofounder", "co-founder", "collective", "committee",
    "community", "company", "consortium", "consultant", "contributor", "contributors",
    "coordinator", "corporation", "council", "cto", "department", "designer",
    "developer", "developers", "development", "director", "division", "editor",
    "editors", "engineer", "engineering", "engineers", "fellow", "foundation",
    "founder", "group", "head", "inc", "institute", "intern", "lab", "labs", "lead",
    "leader", "lecturer", "llc", "ltd", "maintainer", "maintainers", "manager",
    "member", "members", "network", "office", "officer", "operations", "organization",
    "partner", "policy", "postdoc", "president", "principal", "product", "professor",
    "program", "project", "projects", "representative", "research", "researcher",
    "school", "science", "scientist", "secretary", "security", "senior", "services",
    "society", "software", "specialist", "staff", "student", "students", "support",
    "team", "technologist", "technology", "treasurer", "university", "vice",
    "volunteer", "workgroup", "writer",
))  # fmt: skip
_MAX_WORDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One person, as a page names them."""

    name: str
    """Plain text."""
    handle: str = ""
    """What stands in angle brackets behind the name."""
    url: str = ""
    """As written; never one that runs a script."""
    affiliation: str = ""
    role: str = ""
    email: str = ""


def bylines_of(front: FrontMatter, taxonomy: str = "") -> tuple[Byline, ...]:
    """Return the people that a front matter names in ``authors``, else ``author``.

    :param taxonomy: The key of the taxonomy of people, if there is one. Each of its
        terms is one person, whatever is in it.
    """
    for key in dict.fromkeys(filter(None, (taxonomy.lower(), "authors", "author"))):
        value = front.page_params.get(key)
        if value in (None, "", []):
            continue
        items = value if isinstance(value, list) else [value]
        found = [
            byline
            for item in items
            for byline in _of_item(item, is_term=key == taxonomy.lower())
        ]
        if found:
            return _each_once(found)
    return ()


def _each_once(found: list[Byline]) -> tuple[Byline, ...]:
    people: dict[str, Byline] = {}
    for byline in found:
        people.setdefault(byline.handle or byline.name, byline)
    return tuple(people.values())


def _of_item(item: object, *, is_term: bool) -> tuple[Byline, ...]:
    if isinstance(item, Mapping):
        byline = _of_map({str(key).lower(): value for key, value in item.items()})
        return (byline,) if byline else ()
    text = to_text(item) or ""
    if is_term and not _LINK.search(text):
        return (_of_name(text.strip()),) if text.strip() else ()
    return parse_byline(text)


def _of_map(values: Mapping[str, object]) -> Byline | None:
    def first(*keys: str) -> str:
        texts = (to_text(values.get(key)) or "" for key in keys)
        return next((text.strip() for text in texts if text.strip()), "")

    handle = first("handle", "username", "slug", "id")
    name = first("name", "title") or handle
    if not name:
        return None
    return Byline(
        name=name,
        handle=handle,
        url=harmless(first("url", "link", "website", "homepage")),
        affiliation=first("affiliation", "organization", "organisation", "company"),
        role=first("role", "job_title", "position"),
        email=first("email"),
    )


def parse_byline(text: str) -> tuple[Byline, ...]:
    """Return the people that *text* names, in order.

    A comma is followed by a job title, as on most sites, ``and`` and ``&`` by another
    person, if what they divide are names of people. Three names or more may have commas
    between them; a semicolon always separates.
    """
    text = " ".join(text.split())
    if not text or len(text) > MAX_LENGTH:
        return ()
    if _LINK.search(text):
        found = list(_linked(text))
    else:
        parts = _split(_SEMICOLON, text)
        found = [byline for part in parts for byline in _plain_people(part)]
    return tuple(byline for byline in found if any(map(str.isalnum, byline.name)))


def harmless(url: str) -> str:
    """Return *url*, or nothing if following it would run a script."""
    return "" if is_dangerous(url) or is_malformed(url) else url


def _plain_people(text: str) -> list[Byline]:
    parts = _split(_AND, text)
    fields = [_fields(part) for part in parts]
    if len(parts) > 1 and all(is_full_name(names[0]) for names in fields):
        return [byline for names in fields for byline in _of_fields(names, more=True)]
    return _of_fields(_fields(text), more=False)


def _of_fields(fields: list[str], *, more: bool) -> list[Byline]:
    """Return the people of a text that was split at its commas.

    :param more: Whether there are other people beside them, so that two names with a
        comma between them are two people.
    """
    if len(fields) > (1 if more else 2) and all(map(is_full_name, fields)):
        return [_of_name(name) for name in fields]
    head, rest = _of_name(fields[0]), ", ".join(fields[1:])
    if rest and " " not in head.name:
        # The family name comes first: ``Bee, Ann``.
        return [_of_name(", ".join(fields))]
    return [replace(head, role=rest)]


def _fields(text: str) -> list[str]:
    """Split *text* at its commas; ``Ph.D.`` and the like stay with the name."""
    fields: list[str] = []
    for part in _split(_COMMA, text):
        if fields and (not part or _SUFFIX.fullmatch(part)):
            fields[-1] += f", {part}" if part else ""
        elif part or not fields:
            fields.append(part)
    return fields


def _of_name(text: str) -> Byline:
    match = _HANDLE.fullmatch(text)
    if match is None:
        return Byline(name=text)
    name, handle = match.groups()
    if "@" in handle.strip("@"):
        return Byline(name=name, email=handle)
    return Byline(name=name, handle=handle.strip("@"))


def _linked(text: str) -> Iterator[Byline]:
    """Yield the people of a text with links in it, and those between the links."""
    end = 0
    last: Byline | None = None
    for match in _LINK.finditer(text):
        *between, last = _between(text[end : match.start()], last)
        yield from (byline for byline in (*between, last) if byline)
        name, url, linked_group, group = match.groups(default="")
        affiliation = (linked_group or group).strip()
        last = Byline(name=name.strip(), url=harmless(url), affiliation=affiliation)
        end = match.end()
    yield from (byline for byline in _between(text[end:], last) if byline)


def _between(text: str, before: Byline | None) -> list[Byline | None]:
    """Return *before*, with a job title that follows it, and the people after it."""
    found: list[Byline | None] = [before]
    for part in _split(_GAP, text):
        if not any(letter.isalnum() for letter in part):
            continue
        if found == [before] and before and not is_full_name(part):
            found = [replace(before, role=part)]
            continue
        group = _BRACKETED.search(part)
        byline = _of_name(_BRACKETED.sub("", part).strip() or part)
        affiliation = group[0].strip().strip("()") if group else ""
        found.append(replace(byline, affiliation=affiliation))
    return found


def is_full_name(text: str) -> bool:
    """Say whether *text* looks like the first and last name of somebody.

    Two words or more with capitals, initials and particles, and no word of a job or of
    a group. Scripts without capitals count as having them.
    """
    text = _BRACKETED.sub("", text)
    if match := _HANDLE.fullmatch(text):
        return is_full_name(match[1]) or bool(match[1])
    words = text.split(",")[0].split()
    if not 2 <= len(words) <= _MAX_WORDS:
        return False
    shouted = [len(word) > 2 and word.isalpha() and word.isupper() for word in words]
    if any(shouted) and not all(shouted):
        return False
    return all(map(_is_name_word, words)) and words[-1].lower() not in _PARTICLES


def _is_name_word(word: str) -> bool:
    plain = word.strip(".'’\"“”")
    if not plain or plain.lower() in _NO_NAMES or any(c.isdigit() for c in plain):
        return False
    first = next((letter for letter in plain if letter.isalpha()), "")
    is_capital = bool(first) and not first.islower()
    has_article = len(plain) > 2 and plain[1] in "'’" and plain[2].isupper()
    return is_capital or has_article or plain.lower() in _PARTICLES


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    """Split *text* where *separator* is outside of parentheses and angle brackets."""
    parts: list[str] = []
    start = 0
    for match in separator.finditer(text):
        before = text[: match.start()]
        depth = before.count("(") - before.count(")")
        if depth <= 0 and before.count("<") <= before.count(">"):
            parts.append(text[start : match.start()].strip())
            start = match.end()
    return [*parts, text[start:].strip()]
