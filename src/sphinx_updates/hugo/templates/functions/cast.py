"""The ``cast`` namespace."""

from __future__ import annotations

from sphinx_updates.hugo.templates import casts
from sphinx_updates.hugo.templates.registry import function

to_float = function("cast.ToFloat", "float")(casts.to_float)
to_int = function("cast.ToInt", "int")(casts.to_int)
to_string = function("cast.ToString", "string")(casts.to_string)
