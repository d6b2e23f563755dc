"""Reading one configuration file of a Hugo site."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import yaml

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 2_000_000
"""More than any configuration; what is larger was named by mistake."""


def read_config_file(path: Path) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
    """Return what a ``hugo.toml``, ``.yaml`` or ``.json`` file says, and its problems.

    A file that cannot be read is a problem and says nothing. An empty one is fine.
    """
    try:
        text, problems = _read_text(path)
        value = _parse(text, path.suffix.lower())
    except OSError as error:
        return {}, (_problem(f"cannot read it: {error.strerror or error}"),)
    except RecursionError:
        return {}, (_problem("it is nested too deeply"),)
    except (ValueError, yaml.YAMLError) as error:
        return {}, (_problem(_one_line(error)),)
    if value is None:
        return {}, problems
    if not isinstance(value, Mapping):
        return {}, (*problems, _problem("it must be a table of settings"))
    return value, problems


def _read_text(path: Path) -> tuple[str, tuple[Problem, ...]]:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES} bytes")
    return decode(path.read_bytes())


def _parse(text: str, suffix: str) -> object:
    if suffix == ".toml":
        return tomllib.loads(text)
    if suffix == ".json":
        return json.loads(text) if text.strip() else None
    if suffix in (".yaml", ".yml"):
        # The pure Python loader: on hostile nesting it raises where C overflows.
        return yaml.load(text, Loader=yaml.SafeLoader)
    raise ValueError(f"a configuration ends in .toml, .yaml or .json, not {suffix!r}")


def _problem(message: str) -> Problem:
    return Problem(ProblemKind.CONFIG, f"hugo configuration: {message}; left out")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
