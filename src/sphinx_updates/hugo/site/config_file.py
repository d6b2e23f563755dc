"""Reading the configuration of a Hugo site: one file, or a folder of files."""

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


SUFFIXES: Final = (".toml", ".yaml", ".yml", ".json")
_ROOT_NAMES: Final = ("hugo", "config")
_FOLDERS: Final = ("_default", "production", "development")


def read_config(path: Path) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
    """Return what a configuration file or folder says, and its problems.

    In a folder such as ``config/_default`` the base name of a file is the key of what
    it says; ``hugo`` and ``config`` are the root (hugo.md 7).
    """
    if not path.is_dir():
        return read_config_file(path)
    merged: dict[str, object] = {}
    problems: list[Problem] = []
    for file in sorted(path.iterdir()):
        if file.suffix.lower() not in SUFFIXES:
            continue
        values, unread = read_config_file(file)
        problems += [
            Problem(p.kind, f"{file.name}: {p.message}", p.span) for p in unread
        ]
        if file.stem.lower() in _ROOT_NAMES:
            merged = {**values, **merged}
        else:
            merged[file.stem.lower()] = values
    return merged, tuple(problems)


def root_of_config(path: Path) -> Path:
    """Return the folder of the site that a configuration file or folder belongs to."""
    folder = path if path.is_dir() else path.parent
    if folder.name in _FOLDERS:
        folder = folder.parent
    return folder.parent if folder.name == "config" else folder


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
