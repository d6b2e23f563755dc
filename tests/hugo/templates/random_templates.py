"""Templates made at random, and what has to hold for each of them.

``benchmarks/fuzz_templates.py`` makes more of them than the property tests do.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import LimitError, TemplateError
from sphinx_updates.hugo.templates.functions.library import functions
from sphinx_updates.hugo.templates.host import Host
from sphinx_updates.hugo.templates.limits import Limits
from sphinx_updates.hugo.templates.parser import parse

if TYPE_CHECKING:
    from random import Random

LIMITS = Limits(steps=20_000, output=200_000, seconds=5.0)
SLOWEST = 60.0
"""Seconds that one template may take: a function may not be asked while it works."""

DOT: dict[str, Any] = {
    "s": "Text <b>&\"' é",
    "e": "",
    "i": 3,
    "f": -1.5,
    "b": True,
    "d": datetime(2024, 3, 5, 16, 7, 8, tzinfo=UTC),
    "l": ["a", "b", "c"],
    "n": [3, 1, 2],
    "mix": [1, "a", None, [2.5], {"k": None}],
    "m": {"k": "v", "n": {"x": 1}, "nil": None},
    "none": [],
}
PIECES = (
    *"{}()[]|.,:=$-+\"'`/*\\ \n\t0159axé→\x00\udcff",
    *("{{", "}}", "{{-", "-}}", "/*", "*/", ":=", "nil", "true", "0x", "1e9", "1i"),
    *("if", "else", "end", "range", "with", "define", "template", "block", "break"),
    *("continue", "return", "and", "or", "try", "print", "len", "printf", "%v", "%*d"),
    *(".s", ".m.n", "$x", "strings.", '"a"', "'a'", "`b`", "<a href='", "<script>"),
)
NAMES = sorted(functions())
FIELDS = (*(f".{name}" for name in DOT), ".", ".m.k", ".m.n.x", ".nope.x", ".m.nil.x")
LITERALS = (
    *("0", "1", "-7", "3", "1.5", "-0.0", "1e300", "9223372036854775807", "0x1f", "2i"),
    *("'a'", "true", "false", "nil", '""', '"a"', '"a,b"', '"%d %s"', "`\\d+(`"),
    *('"2006-01-02"', '"é→😀"', '"{\\"a\\": [1]}"', '"../../etc/passwd"', '"<b>x</b>"'),
)
METHODS = ("Year", "Format", "Add", "Title", "x", "k", "String", "Err", "Value", "Get")


def soup(random: Random) -> str:
    """Return pieces of the language in no order."""
    return "".join(random.choices(PIECES, k=random.randrange(40)))


def template(random: Random, depth: int = 3) -> str:
    """Return a template that parses, mostly."""
    made = [statement(random, depth) for _ in range(random.randrange(1, 4))]
    text = "".join(made)
    if random.random() < 0.05:
        cut = random.randrange(len(text) + 1)
        text = text[:cut] + random.choice(PIECES) + text[cut:]
    return text


def statement(random: Random, depth: int) -> str:
    kind = random.randrange(12) if depth else random.randrange(4)
    if kind == 0:
        return random.choice((" text ", "<p>", "\n", "{", "<a href='", "'>", "é"))
    if kind <= 4:
        return f"{{{{ {pipe(random, depth)} }}}}"
    body = template(random, depth - 1) if depth else ""
    match kind:
        case 5:
            return f"{{{{ $x = {pipe(random, depth)} }}}}{{{{ $x }}}}"
        case 6:
            return f"{{{{ $x := {pipe(random, depth)} }}}}{body}{{{{ print $x }}}}"
        case 7 | 8:
            word = random.choice(("if", "with", "range", "range $i, $x :="))
            rest = random.choice(("", "{{ else }}{{ .s }}", "{{ break }}"))
            return f"{{{{ {word} {pipe(random, depth)} -}}}} {body}{rest}{{{{- end }}}}"
        case 9:
            name = f"t{random.randrange(3)}"
            made = f'{{{{ define "{name}" }}}}{body}{{{{ end }}}}'
            return f'{made}{{{{ template "{name}" . }}}}'
        case 10:
            return f"{{{{ if .b }}}}{body}{{{{ else if .e }}}}{body}{{{{ end }}}}"
    value = pipe(random, depth)
    return f"{{{{ with try ({value}) }}}}{{{{ .Err }}}}{{{{ .Value }}}}{{{{ end }}}}"


def pipe(random: Random, depth: int) -> str:
    commands = [command(random, depth)]
    while random.random() < 0.25:
        commands.append(call(random, depth))
    return " | ".join(commands)


def command(random: Random, depth: int) -> str:
    return call(random, depth) if random.random() < 0.6 else term(random, depth)


def call(random: Random, depth: int) -> str:
    arguments = [term(random, depth) for _ in range(random.randrange(4))]
    return " ".join((random.choice(NAMES), *arguments))


def term(random: Random, depth: int) -> str:
    chance = random.random()
    if depth and chance < 0.2:
        inner = f"({pipe(random, depth - 1)})"
        return f"{inner}.{random.choice(METHODS)}" if random.random() < 0.3 else inner
    if chance < 0.6:
        return random.choice(FIELDS)
    return random.choice(LITERALS)


def check(text: str, *, kind: str = "html") -> bool:
    """Run *text*; only errors of templates come out. Return whether it ran."""
    name = f"fuzz.{kind}"
    engine = Engine(Host(), {name: text}.get, LIMITS)
    started = time.monotonic()
    try:
        engine.run_named(engine.start(), name, DOT)
        ran = True
    except TemplateError:
        ran = False
    taken = time.monotonic() - started
    assert taken < SLOWEST, f"{taken:.1f} s for {text!r}"
    return ran


def check_printing(text: str) -> bool:
    """Look whether what *text* prints as parses to what prints the same."""

    def printed(source: str) -> dict[str, str]:
        trees = parse("x", source, lambda name: True).trees
        return {name: str(tree.root) for name, tree in trees.items()}

    try:
        once = printed(text)
    except TemplateError:
        return False
    for shown in once.values():
        try:
            again = printed(shown)["x"]
        except LimitError:
            continue
        assert again == shown, text
    return True
