"""Jupyter notebooks, version 4 of their format, read as plain data; nothing is run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_ANSI: Final = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_LANGUAGE: Final = re.compile(r"[\w+#.-]{1,40}")
MAX_CELLS: Final = 2_000


class NotebookError(ValueError):
    """What was read is no notebook; the message says why."""


@dataclass(frozen=True, slots=True)
class Output:
    """One output of a cell: text, or the same thing in several formats."""

    text: str = ""
    is_error: bool = False
    data: Mapping[str, str] | None = None
    """By MIME type; None for plain text."""


@dataclass(frozen=True, slots=True)
class CodeOrText:
    """One cell."""

    kind: str
    """``code``, ``markdown`` or ``raw``."""
    source: str
    outputs: tuple[Output, ...] = ()
    attachments: Mapping[str, str] | None = None
    """``data:`` addresses of pictures, by name."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook."""

    cells: tuple[CodeOrText, ...]
    language: str
    kernel: str
    """Name of the kernel, for people; empty if it is not known."""


def read_notebook(text: str) -> Notebook:
    """Return the notebook that *text* is; raise :class:`NotebookError` if none."""
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotebookError(f"it cannot be read as JSON: {error}") from error
    if not isinstance(data, Mapping) or not isinstance(data.get("cells"), list):
        raise NotebookError("it has no list of cells; is it of format 4?")
    about = data.get("metadata")
    language = _text(_at(about, "language_info", "name")) or _text(
        _at(about, "kernelspec", "language")
    )
    return Notebook(
        cells=tuple(_cells(data["cells"][:MAX_CELLS])),
        language=language if _LANGUAGE.fullmatch(language) else "python",
        kernel=_text(_at(about, "kernelspec", "display_name")),
    )


def _cells(cells: list[Any]) -> Iterator[CodeOrText]:
    for cell in cells:
        if not isinstance(cell, Mapping):
            continue
        outputs = cell.get("outputs")
        yield CodeOrText(
            kind=str(cell.get("cell_type", "raw")),
            source=_text(cell.get("source")),
            outputs=tuple(_outputs(outputs if isinstance(outputs, list) else [])),
            attachments=dict(_attachments(cell.get("attachments"))),
        )


def _outputs(outputs: list[Any]) -> Iterator[Output]:
    for output in outputs:
        match _at(output, "output_type"):
            case "stream":
                yield Output(_plain(output.get("text")))
            case "error":
                trace = output.get("traceback")
                lines = "\n".join(map(str, trace)) if isinstance(trace, list) else ""
                name = f"{_text(output.get('ename'))}: {_text(output.get('evalue'))}"
                yield Output(_plain(lines) or name, is_error=True)
            case "display_data" | "execute_result":
                yield Output(data=dict(_bundle(output.get("data"))))


def _bundle(data: object) -> Iterator[tuple[str, str]]:
    for kind, value in data.items() if isinstance(data, Mapping) else ():
        if isinstance(value, str | list):
            yield str(kind), _text(value)


def _attachments(attachments: object) -> Iterator[tuple[str, str]]:
    for name, data in attachments.items() if isinstance(attachments, Mapping) else ():
        for kind, value in _bundle(data):
            if kind.startswith("image/"):
                yield str(name), f"data:{kind};base64,{''.join(value.split())}"


def _plain(value: object) -> str:
    """Return text for a terminal without its colours."""
    return _ANSI.sub("", _text(value))


def _text(value: object) -> str:
    """Return a text, which may be a list of its lines."""
    if isinstance(value, list):
        value = "".join(part for part in value if isinstance(part, str))
    # JSON can hold half a character, which no file can.
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""


def _at(value: object, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
