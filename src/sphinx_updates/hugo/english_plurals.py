"""English nouns for one and for many.

Hugo's rules are those of a library with a long list of words; the common ones are here,
found by asking it, and with a capital too; endings are known in small letters alone.
"""

from __future__ import annotations

import re
from typing import Final

_SAME: Final = frozenset((
    "data", "deer", "dice", "equipment", "fish", "gas", "information", "jeans", "lens",
    "media", "money", "moose", "news", "police", "rice", "salmon", "series", "sheep",
    "species",
))  # fmt: skip
_PAIRS: Final = {
    "person": "people", "man": "men", "child": "children", "mouse": "mice",
    "louse": "lice", "ox": "oxen", "foot": "feet", "tooth": "teeth", "goose": "geese",
    "die": "dice", "quiz": "quizzes", "datum": "data", "medium": "media",
    "bacterium": "bacteria", "criterion": "criteria", "phenomenon": "phenomena",
    "stimulus": "stimuluses", "focus": "foci", "cactus": "cacti", "hero": "heroes",
    "potato": "potatoes", "tomato": "tomatoes", "buffalo": "buffaloes", "safe": "saves",
    "octopus": "octupuses", "database": "databases", "movie": "movies",
    "stadium": "stadiums",
}  # fmt: skip
_MANY_OF: Final = {
    **{many: many for many in (*_PAIRS.values(), "octopi", "stadia")}, **_PAIRS
}  # fmt: skip
_ONE_OF: Final = {
    **{many: one for one, many in _PAIRS.items()},
    "lens": "len", "gas": "ga", "octopi": "octopus", "stadia": "stadium",
    "safes": "safe", "hooves": "hoof", "moves": "move", "hives": "hive",
    "archives": "archive", "gases": "gase", "media": "media", "leaves": "leaf",
    "bus": "bus", "status": "status", "alias": "alias", "virus": "virus",
    "octopus": "octopus", "campus": "campus", "oases": "oasis", "cookies": "cookie",
    "shoes": "shoe", "toes": "toe",
}  # fmt: skip

# The first ending that fits is replaced.
_PLURAL: Final = (
    (r"(?<!hu)man$", "men"),
    (r"sis$", "ses"),
    (r"axis$", "axes"),
    (r"(matr|append)ix$|(ind|vert)ex$", r"\1\2ices"),
    (r"([^aeiouy])y$", r"\1ies"),
    (r"(l|ea|oa|ar)f$|(ni|wi|li)fe$", r"\1\2ves"),
    (r"(ss|sh|ch|x|z|us|ias)$", r"\1es"),
    (r"([^s])$", r"\1s"),
)
_SINGULAR: Final = (
    (r"men$", "man"),
    (r"(ss|sis|ous|us)$", r"\1"),
    (r"(matr|append)ices$", r"\1ix"),
    (r"(ind|vert)ices$", r"\1ex"),
    (r"axes$", "axis"),
    (r"(naly|agno|nop|cri|nthe|[^ae]the|^the)ses$", r"\1sis"),
    (r"(kni|wi|li|ri)ves$", r"\1fe"),
    (r"([ael])ves$|(dwar)ves$", r"\1\2f"),
    (r"([^aeiou]|^)ies$", r"\1y"),
    (r"(ss|sh|ch|x|zz|[^o]us|ias)es$", r"\1"),
    (r"s$", ""),
)


def plural(word: str) -> str:
    """Return *word* for many."""
    return _inflect(word, _MANY_OF, _PLURAL)


def singular(word: str) -> str:
    """Return *word* for one."""
    return _inflect(word, _ONE_OF, _SINGULAR)


def _inflect(
    word: str, known: dict[str, str], endings: tuple[tuple[str, str], ...]
) -> str:
    if word.istitle() and (lower := word.lower()) in {*known, *_SAME}:
        return _inflect(lower, known, endings).capitalize()
    if word in _SAME and word not in known:
        return word
    if word in known:
        return known[word]
    for ending, other in endings:
        changed, count = re.subn(ending, other, word, count=1)
        if count:
            return changed
    return word
