"""Reading the configuration of a Hugo site: one file, or a folder of files."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.front_matter.yaml_build import DecodeError, read_yaml
from sphinx_updates.hugo.problems import Problem, ProblemKind
from sphinx_updates.hugo.site.config_merge import Table, overlay
from sphinx_updates.hugo.site.setting_values import BadValueError, lower_keys

MAX_BYTES: Final = 2_000_000
"""More than any configuration; what is larger was named by mistake."""

SUFFIXES: Final = (".toml", ".yaml", ".yml", ".json")
"""The first one is read of files that differ in it alone."""
_ROOT_NAMES: Final = ("hugo", "config")
_FOLDERS: Final = ("_default", "production", "development")

Faults = tuple[tuple[Path, Problem], ...]
"""What is wrong, each with the file that it is in."""


def read_config(path: Path) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
    """Return what a configuration file or folder says, and its problems."""
    if not is_folder(path):
        return read_config_file(path)
    config, faults = read_config_folder(path)
    named = (
        Problem(problem.kind, f"{file.name}: {problem.message}", problem.span)
        for file, problem in faults
    )
    return config, tuple(named)


def read_config_folder(folder: Path) -> tuple[Table, Faults]:
    """Return what the files of a folder such as ``config/_default`` say together.

    The base name of a file is the key of what it says; ``hugo`` and ``config`` are the
    root, and ``params.de`` is for a language (hugo.md 7). Of files that say the same
    the last one by name counts. Keys are in lower case.
    """
    config: Table = {}
    faults: list[tuple[Path, Problem]] = []
    for file in files_of(folder):
        values, unread = read_table(file)
        faults += [(file, problem) for problem in unread]
        overlay(config, _below_its_name(values, file.stem))
    return config, tuple(faults)


def files_of(folder: Path) -> tuple[Path, ...]:
    """Return the configuration files in *folder* and below, by path."""
    try:
        found = sorted(folder.rglob("*"))
    except OSError:
        return ()
    return tuple(f for f in found if f.suffix.lower() in SUFFIXES and is_file(f))


def _below_its_name(values: Table, stem: str) -> Table:
    if stem in _ROOT_NAMES:
        return values
    name, _dot, language = stem.lower().partition(".")
    name = "menus" if name == "menu" else name
    if not language:
        return {name: values}
    own: Table = {name: values} if name in ("params", "menus") else values
    return {"languages": {language: own}}


def find_config_file(folder: Path) -> Path | None:
    """Return the configuration file of the site or theme in *folder*."""
    names = (name + suffix for name in _ROOT_NAMES for suffix in SUFFIXES)
    return next((folder / name for name in names if is_file(folder / name)), None)


def root_of_config(path: Path) -> Path:
    """Return the folder of the site that a configuration file or folder belongs to."""
    folder = path if is_folder(path) else path.parent
    if folder.name in _FOLDERS:
        folder = folder.parent
    return folder.parent if folder.name == "config" else folder


def read_table(path: Path) -> tuple[Table, tuple[Problem, ...]]:
    """Return what a file says with all keys in lower case, and its problems."""
    values, problems = read_config_file(path)
    try:
        table = lower_keys(values)
    except BadValueError as error:
        return {}, (*problems, _problem(str(error)))
    return table, problems


def read_config_file(path: Path) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
    """Return what a ``hugo.toml``, ``.yaml`` or ``.json`` file says, and its problems.

    A file that cannot be read is a problem and says nothing. An empty one is fine.
    """
    try:
        text, problems = _read_text(path)
        value, faults = _parse(text, path.suffix.lower())
    except OSError as error:
        return {}, (_problem(f"cannot read it: {error.strerror or error}"),)
    except RecursionError:
        return {}, (_problem("it is nested too deeply"),)
    except DecodeError as error:
        line = text.count("\n", 0, error.offset) + 1
        return {}, (_problem(f"line {line}: {error.message}"),)
    except ValueError as error:
        return {}, (_problem(_one_line(error)),)
    problems = (*problems, *faults)
    if value is None:
        return {}, problems
    if not isinstance(value, Mapping):
        return {}, (*problems, _problem("it must be a table of settings"))
    return value, problems


def _read_text(path: Path) -> tuple[str, tuple[Problem, ...]]:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES} bytes")
    return decode(path.read_bytes())


def _parse(text: str, suffix: str) -> tuple[object, tuple[Problem, ...]]:
    if suffix == ".toml":
        return tomllib.loads(text), ()
    if suffix == ".json":
        return json.loads(text) if text.strip() else None, ()
    if suffix in (".yaml", ".yml"):
        # As front matter is read: ``no`` is a language and not false.
        decoded = read_yaml(text)
        return decoded.values, tuple(_problem(p.message) for p in decoded.problems)
    raise ValueError(f"a configuration ends in .toml, .yaml or .json, not {suffix!r}")


def is_folder(path: Path) -> bool:
    """Say whether *path* is a folder; False if that cannot be told."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Say whether *path* is a file; False if that cannot be told."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _problem(message: str) -> Problem:
    return Problem(ProblemKind.CONFIG, f"hugo configuration: {message}; left out")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
