"""Hugo's globs over paths, and lists of them.

A star stands for any text within one part of a path, two stars for any text at all,
braces hold alternatives. Case does not count. Matching takes time in proportion to
pattern and path, whatever the pattern is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

MAX_LENGTH: Final = 1000
MAX_ALTERNATIVES: Final = 256
"""Patterns that the braces of one may stand for."""


class GlobError(ValueError):
    """A pattern that is none; the message says why."""


class _Step(NamedTuple):
    """One letter of a pattern, or what stands for letters."""

    kind: str
    """``text``, ``one`` (not a slash), ``class``, ``part`` (no slash) or ``all``."""
    chars: str = ""
    negated: bool = False

    def takes(self, char: str) -> bool:
        if self.kind == "all":
            return True
        if self.kind == "text":
            return char == self.chars
        if char == "/":
            return False
        return self.kind != "class" or (char in self.chars) is not self.negated


def matches(pattern: str, path: str) -> bool:
    """Say whether *path* is what the glob *pattern* means.

    :raises GlobError: If *pattern* cannot be read.
    """
    path = path.lower()
    return any(_matches(steps, path) for steps in _compile(pattern.lower()))


def check_glob(pattern: str) -> None:
    """Do nothing.

    :raises GlobError: If *pattern* cannot be read.
    """
    _compile(pattern.lower())


@dataclass(frozen=True, slots=True)
class GlobList:
    """Globs of which the first one that matches decides; ``! x`` leaves out."""

    patterns: tuple[str, ...] = ()

    def wants(self, text: str) -> bool:
        """Say whether *text* is meant; what nothing matches, if nothing is wanted."""
        decision = self._decide(text)
        if decision is None:
            return all(pattern.startswith("! ") for pattern in self.patterns)
        return decision

    def wants_file(self, path: str) -> bool:
        """Say whether the file at *path* is meant: no folder above it is left out."""
        parts = path.split("/")
        folders = ("/".join(parts[:end]) for end in range(1, len(parts)))
        if any(self._decide(folder) is False for folder in folders):
            return False
        return self.wants(path)

    def _decide(self, text: str) -> bool | None:
        for pattern in self.patterns:
            if matches(pattern.removeprefix("! ").strip().lstrip("/"), text):
                return not pattern.startswith("! ")
        return None


def _matches(steps: tuple[_Step, ...], path: str) -> bool:
    """Walk through *path* with the set of all places in *steps* that it may be at."""
    places = _skip_stars({0}, steps)
    for char in path:
        reached: set[int] = set()
        for place in places:
            if place < len(steps) and steps[place].takes(char):
                is_star = steps[place].kind in ("part", "all")
                reached.add(place if is_star else place + 1)
        places = _skip_stars(reached, steps)
        if not places:
            return False
    return len(steps) in places


def _skip_stars(places: set[int], steps: tuple[_Step, ...]) -> set[int]:
    """Add what is reached when stars stand for no text."""
    found = set(places)
    for start in places:
        place = start
        while place < len(steps) and steps[place].kind in ("part", "all"):
            place += 1
            found.add(place)
    return found


@lru_cache(maxsize=512)
def _compile(pattern: str) -> tuple[tuple[_Step, ...], ...]:
    if len(pattern) > MAX_LENGTH:
        raise GlobError(f"it is longer than {MAX_LENGTH} characters")
    return tuple(_steps(text) for text in _alternatives(pattern))


def _alternatives(pattern: str) -> list[str]:
    """Return the patterns without braces that *pattern* stands for."""
    done: list[str] = []
    waiting = [pattern]
    while waiting:
        if len(done) + len(waiting) > MAX_ALTERNATIVES:
            raise GlobError(f"it has more than {MAX_ALTERNATIVES} alternatives")
        text = waiting.pop()
        cut = _first_braces(text)
        if cut is None:
            done.append(text)
            continue
        opening, commas, closing = cut
        starts = [opening, *commas]
        ends = [*commas, closing]
        waiting += [
            text[:opening] + text[start + 1 : end] + text[closing + 1 :]
            for start, end in zip(starts, ends, strict=True)
        ]
    return done


def _first_braces(text: str) -> tuple[int, list[int], int] | None:
    """Return where the first braces open, are divided and close."""
    opening, commas, depth = -1, list[int](), 0
    skip = False
    for place, char in enumerate(text):
        if skip or char == "\\":
            skip = not skip
        elif char == "{":
            depth += 1
            opening = place if depth == 1 else opening
        elif depth and char == "}":
            depth -= 1
            if not depth:
                return opening, commas, place
        elif depth == 1 and char == ",":
            commas.append(place)
    if depth:
        raise GlobError("a brace is not closed")
    return None


def _steps(text: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    place = 0
    while place < len(text):
        char = text[place]
        place += 1
        if char == "*":
            is_all = text[place : place + 1] == "*"
            place += is_all
            steps.append(_Step("all" if is_all else "part"))
        elif char == "?":
            steps.append(_Step("one"))
        elif char == "[":
            step, place = _class(text, place)
            steps.append(step)
        else:
            if char == "\\" and place < len(text):
                char = text[place]
                place += 1
            steps.append(_Step("text", char))
    return tuple(steps)


def _class(text: str, start: int) -> tuple[_Step, int]:
    """Return the letters in brackets, and the place behind them."""
    end = text.find("]", start + 1)
    if end < 0:
        raise GlobError("a bracket is not closed")
    inner = text[start:end]
    negated = inner.startswith(("!", "^"))
    inner = inner[negated:]
    chars = inner
    if len(inner) == 3 and inner[1] == "-":
        first, last = ord(inner[0]), ord(inner[2])
        if not first <= last < first + MAX_LENGTH:
            raise GlobError(f"{inner!r} is no range")
        chars = "".join(map(chr, range(first, last + 1)))
    return _Step("class", chars, negated), end + 1
