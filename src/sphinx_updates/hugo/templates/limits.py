"""How much a template may do. Each bound says why it is as high and as low as it is.

The bounds on work are per template that a page calls: partials that it uses and what
they do count together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one run; a test or a site may make them tighter."""

    nesting: int = 60
    """Blocks and parentheses inside each other in one file. Hand-written templates
    stay below 15; each level takes frames of Python's own bounded stack."""
    depth: int = 40
    """Templates and partials that call each other. Menus and sections nest below 10;
    what recurses deeper does not end."""
    steps: int = 2_000_000
    """Statements, function calls and turns of ``range``. A list of 1,000 pages takes
    about 20,000; this many take a few seconds."""
    output: int = 20_000_000
    """Characters written, by all templates of the run. The longest pages that people
    publish have a tenth of it; it keeps a template from filling the memory."""
    seconds: float = 30.0
    """Wall time. Steps bound the work of the language; this bounds slow functions,
    such as images. As long as Hugo waits for a template by default."""
    text: int = 10_000_000
    """Characters of one text that a function may give. A loop that doubles a text
    fills the memory in few steps."""
    variables: int = 1_000
    """Variables that are known at one place. Hand-written templates have below 50; a
    variable is looked for among all of them."""


LIMITS: Final = Limits()
