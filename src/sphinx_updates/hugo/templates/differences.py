"""What two texts differ in, line by line, in the common format with three lines around.

Lines that stand once in each text are anchors; between them everything is new. The
result is not always the shortest one, but is found in time that grows with the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_AROUND: Final = 3
"""Lines shown before and after a difference."""

_NO_END: Final = "\n\\ No newline at end of file\n"

Pair = tuple[int, int]


def difference(old_name: str, old: str, new_name: str, new: str) -> str:
    """Return the difference of two texts under their names; empty if there is none."""
    if old == new:
        return ""
    before, after = _lines(old), _lines(new)
    parts = [f"diff {old_name} {new_name}\n--- {old_name}\n+++ {new_name}\n"]
    parts += _hunks(before, after)
    return "".join(parts)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
        return [f"{line}\n" for line in lines]
    return [f"{line}\n" for line in lines[:-1]] + [lines[-1] + _NO_END]


def _hunks(before: list[str], after: list[str]) -> Iterator[str]:
    """Yield the hunks. A run of equal lines ends one if it is long enough."""
    shown: list[str] = []
    start: Pair = (0, 0)
    done: Pair = (0, 0)
    counts = [0, 0]
    for anchor in _anchors(before, after):
        if anchor[0] < done[0]:
            continue
        first, last = _grown(before, after, anchor, done)
        for line in before[done[0] : first[0]]:
            shown.append(f"-{line}")
            counts[0] += 1
        for line in after[done[1] : first[1]]:
            shown.append(f"+{line}")
            counts[1] += 1
        same = last[0] - first[0]
        at_end = last == (len(before), len(after))
        goes_on = not at_end and same < 2 * _AROUND
        if shown and (goes_on or (at_end and same < _AROUND)):
            _add_same(shown, counts, before[first[0] : last[0]])
            done = last
            if not at_end:
                continue
        elif shown:
            _add_same(shown, counts, before[first[0] : first[0] + _AROUND])
        if shown:
            yield _head(start, counts) + "".join(shown)
            shown = []
        if at_end:
            return
        done = last
        kept = min(_AROUND, same)
        start = (last[0] - kept, last[1] - kept)
        counts = [0, 0]
        _add_same(shown, counts, before[last[0] - kept : last[0]])


def _add_same(shown: list[str], counts: list[int], lines: list[str]) -> None:
    shown += (f" {line}" for line in lines)
    counts[0] += len(lines)
    counts[1] += len(lines)


def _head(start: Pair, counts: list[int]) -> str:
    """Return the line above a hunk; an empty side stands before its first line."""
    old, new = (at + (count > 0) for at, count in zip(start, counts, strict=True))
    return f"@@ -{old},{counts[0]} +{new},{counts[1]} @@\n"


def _grown(
    before: list[str], after: list[str], anchor: Pair, done: Pair
) -> tuple[Pair, Pair]:
    """Return the run of equal lines around *anchor*, not before *done*."""
    old, new = anchor
    while old > done[0] and new > done[1] and before[old - 1] == after[new - 1]:
        old, new = old - 1, new - 1
    first = (old, new)
    old, new = anchor
    while old < len(before) and new < len(after) and before[old] == after[new]:
        old, new = old + 1, new + 1
    return first, (old, new)


def _anchors(before: list[str], after: list[str]) -> list[Pair]:
    """Return the longest run of lines that stand once in each text, in order.

    The starts and the ends of both texts are the first and the last pair.
    """
    olds, news = Counter(before), Counter(after)
    places = {line: index for index, line in enumerate(after) if news[line] == 1}
    pairs = [
        (index, places[line])
        for index, line in enumerate(before)
        if olds[line] == 1 and line in places
    ]
    ends: list[int] = []
    tails: list[int] = []
    previous: list[int] = []
    for index, (_, new) in enumerate(pairs):
        at = bisect_left(ends, new)
        previous.append(tails[at - 1] if at else -1)
        ends[at : at + 1] = [new]
        tails[at : at + 1] = [index]
    found: list[Pair] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        found.append(pairs[index])
        index = previous[index]
    return [(0, 0), *reversed(found), (len(before), len(after))]
