"""The ``strings`` namespace: letters, words, what stands in a text and at its ends.

Every argument is cast to text; positions and lengths count Unicode characters, but
``slicestr`` and ``len``, which follow Go. Regular expressions, parts of a text and
differences have modules of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_updates.hugo.permalinks import lower_case
from sphinx_updates.hugo.summary import count_words, has_cjk
from sphinx_updates.hugo.templates.bounds import check_length, spend
from sphinx_updates.hugo.templates.casts import to_int, to_string, type_name
from sphinx_updates.hugo.templates.describe import syntax
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.plain_text import strip_tags
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import HTML
from sphinx_updates.hugo.title_case import title_case

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_updates.hugo.templates.registry import Runtime

SPACES: Final = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""Go's white space; Python's has four control characters more."""


def upper_case(text: str) -> str:
    """Return *text* in upper case, letter by letter: ``ß`` has no capital in Go."""
    return text.upper() if text.isascii() else "".join(map(_upper, text))


def _upper(letter: str) -> str:
    for capital in (letter.upper(), letter.title()):
        if len(capital) == 1:
            return capital
    return letter


@function("strings.ToUpper", "upper")
def to_upper(text: object) -> str:
    """Return the text in upper case."""
    return upper_case(to_string(text))


@function("strings.ToLower", "lower")
def to_lower(text: object) -> str:
    """Return the text in lower case."""
    return lower_case(to_string(text))


@function("strings.Title", "title", runtime=True)
def title(runtime: Runtime, text: object) -> str:
    """Return the text as a title, in the style that the site asks for."""
    value = to_string(text)
    spend(1 + len(value) // 2)
    return title_case(value, runtime.host.title_style)


@function("strings.FirstUpper")
def first_upper(text: object) -> str:
    """Return the text with a capital in front."""
    value = to_string(text)
    return upper_case(value[:1]) + value[1:]


@function("strings.FirstLower")
def first_lower(text: object) -> str:
    """Return the text with a small letter in front."""
    value = to_string(text)
    return lower_case(value[:1]) + value[1:]


@function("strings.Contains")
def contains(text: object, part: object) -> bool:
    """Say whether *part* stands in the text."""
    whole = to_string(text)
    return to_string(part) in whole


@function("strings.ContainsAny")
def contains_any(text: object, letters: object) -> bool:
    """Say whether one of the letters stands in the text."""
    whole = to_string(text)
    return not set(whole).isdisjoint(to_string(letters))


@function("strings.ContainsNonSpace")
def contains_non_space(text: object) -> bool:
    """Say whether there is more than white space."""
    return bool(to_string(text).strip(SPACES))


@function("strings.Count")
def count(part: object, text: object) -> int:
    """Return how often *part* stands in the text; an empty one stands everywhere."""
    needle = _named(part, "substr")
    return _named(text, "s").count(needle)


def _named(value: object, name: str) -> str:
    try:
        return to_string(value)
    except FunctionError as error:
        raise FunctionError(f"failed to convert {name} to string: {error}") from error


@function("strings.CountRunes", "countrunes")
def count_runes(text: object) -> int:
    """Return the number of characters without tags and white space."""
    return sum(letter not in SPACES for letter in strip_tags(_named(text, "content")))


@function("strings.CountWords", "countwords")
def count_all_words(text: object) -> int:
    """Return the number of words; each Chinese, Japanese or Korean letter is one."""
    plain = strip_tags(_named(text, "content"))
    return count_words(plain, cjk=has_cjk(plain))


@function("strings.RuneCount")
def rune_count(text: object) -> int:
    """Return the number of characters."""
    return len(_named(text, "content"))


@function("strings.HasPrefix", "hasPrefix")
def has_prefix(text: object, start: object) -> bool:
    """Say whether the text starts with *start*."""
    whole = to_string(text)
    return whole.startswith(to_string(start))


@function("strings.HasSuffix", "hasSuffix")
def has_suffix(text: object, end: object) -> bool:
    """Say whether the text ends with *end*."""
    whole = to_string(text)
    return whole.endswith(to_string(end))


@function("strings.Repeat")
def repeat(times: object, text: object) -> str:
    """Return the text that often."""
    value = to_string(text)
    number = to_int(times)
    if number < 0:
        raise FunctionError("strings: negative Repeat count")
    check_length(number * len(value))
    return value * number


@function("strings.Replace", "replace")
def replace(text: object, old: object, new: object, *limit: object) -> str:
    """Return the text with *old* replaced, at most that often."""
    value, before, after = to_string(text), to_string(old), to_string(new)
    times = to_int(limit[0]) if limit else -1
    check_length(len(value) + (value.count(before)) * len(after))
    return value.replace(before, after, times)


@function("strings.ReplacePairs", runtime=True)
def replace_pairs(runtime: Runtime, *arguments: object) -> str:
    """Return the last argument with each pair replaced, in one go."""
    if len(arguments) < 2:
        raise FunctionError("requires at least 2 arguments")
    given: Sequence[object] = arguments[:-1]
    if len(arguments) == 2:
        pairs = arguments[0]
        if not isinstance(pairs, list | tuple):
            raise FunctionError(
                "with 2 arguments, the first must be a slice of replacement pairs, "
                f"got {type_name(pairs)}"
            )
        given = pairs
    text = to_string(arguments[-1])
    words = _texts(given, is_list=len(arguments) == 2)
    if len(words) % 2:
        raise FunctionError("uneven number of replacement pairs")
    new = dict(reversed(list(zip(words[::2], words[1::2], strict=True))))
    if not new:
        return text
    # Each place is compared with each of the old texts.
    runtime.step(len(text) * len(new) // 1000)
    found = re.compile("|".join(map(re.escape, words[::2])))
    longest = max(map(len, new.values()))
    check_length(len(text) + len(text) * longest * (longest > 1))
    return found.sub(lambda match: new[match[0]], text)


def _texts(values: Sequence[object], *, is_list: bool) -> list[str]:
    try:
        return [to_string(value) for value in values]
    except FunctionError:
        if not is_list:
            raise
        raise FunctionError(
            f"unable to cast {syntax(values)} of type {type_name(values)} to []string"
        ) from None


_PARTS_OF_A_STEP: Final = 4
"""Parts of a text that are made in the time of a step; a list of them takes memory."""


@function("strings.Split", "split")
def split(text: object, separator: str) -> list[object]:
    """Return the parts between the separators; an empty one parts all letters."""
    value, between = to_string(text), to_string(separator)
    spend(value.count(between) // _PARTS_OF_A_STEP)
    return list(value.split(between)) if between else list(value)


@function("strings.Trim", "trim")
def trim(text: object, letters: object) -> str:
    """Return the text without any of the letters at its ends."""
    return _strip(str.strip, text, letters)


@function("strings.TrimLeft")
def trim_left(letters: object, text: object) -> str:
    """Return the text without any of the letters at its start."""
    return _strip(str.lstrip, text, letters)


@function("strings.TrimRight")
def trim_right(letters: object, text: object) -> str:
    """Return the text without any of the letters at its end."""
    return _strip(str.rstrip, text, letters)


def _strip(cut: Callable[[str, str], str], text: object, letters: object) -> str:
    value = to_string(text)
    return cut(value, to_string(letters))


@function("strings.TrimPrefix")
def trim_prefix(start: object, text: object) -> str:
    """Return the text without *start* at its start."""
    value = to_string(text)
    return value.removeprefix(to_string(start))


@function("strings.TrimSuffix")
def trim_suffix(end: object, text: object) -> str:
    """Return the text without *end* at its end."""
    value = to_string(text)
    return value.removesuffix(to_string(end))


@function("strings.TrimSpace")
def trim_space(text: object) -> str:
    """Return the text without white space at its ends."""
    return to_string(text).strip(SPACES)


@function("strings.Chomp", "chomp")
def chomp(text: object) -> str:
    """Return the text without line ends at its end; HTML stays HTML."""
    value = to_string(text).rstrip("\r\n")
    return HTML(value) if isinstance(text, HTML) else value
