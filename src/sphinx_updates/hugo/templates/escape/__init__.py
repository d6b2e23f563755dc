"""Escaping by the place in the HTML where a value lands, as html/template does it.

``walk`` follows the text of a template through the states of ``context`` and adds to
each action the escapers that its place needs; ``escapers`` holds those functions.
"""

from sphinx_updates.hugo.templates.escape.escapers import ESCAPERS, split_escapers
from sphinx_updates.hugo.templates.escape.walk import escape_templates

__all__ = ["ESCAPERS", "escape_templates", "split_escapers"]
