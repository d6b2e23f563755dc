"""``transform.Unmarshal`` and ``transform.Remarshal``: data in text and back.

Source: hugo@0.168 tpl/transform, every rule run; see the golden cases.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.describe import type_name
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.formats.read import detect, format_of, read_text
from sphinx_updates.hugo.templates.formats.write_toml import write_toml
from sphinx_updates.hugo.templates.formats.write_xml import write_xml
from sphinx_updates.hugo.templates.formats.write_yaml import write_yaml
from sphinx_updates.hugo.templates.json_text import write_json
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.resources import Resource
from sphinx_updates.hugo.templates.values import Params


@function("transform.Unmarshal", "unmarshal")
def unmarshal(*arguments: object) -> object:
    """Return what a text or a resource says; a map before it has the options."""
    if not 1 <= len(arguments) <= 2:
        raise FunctionError("unmarshal takes 1 or 2 arguments")
    options: dict[str, object] = {}
    if len(arguments) == 2:
        if not isinstance(arguments[0], Mapping):
            raise FunctionError("first argument must be a map")
        options = {str(k).lower(): to_string(v) for k, v in arguments[0].items()}
    data = arguments[-1]
    if data is None:
        return None
    if isinstance(data, Resource):
        return _of_resource(data, options)
    try:
        text = to_string(data)
    except FunctionError as error:
        raise FunctionError(f"type {type_name(data)} not supported") from error
    if not text.strip():
        return None
    return read_text(text, _language(text, options), options)


def _language(text: str, options: Mapping[str, object]) -> str:
    wanted = str(options.get("format", ""))
    if wanted:
        if language := format_of(wanted):
            return language
        raise FunctionError(f'format "{wanted}" not supported')
    if language := detect(text, str(options.get("delimiter", ","))):
        return language
    raise FunctionError("unknown format")


def _of_resource(resource: Resource, options: Mapping[str, object]) -> object:
    kind = resource.kind
    wanted = str(options.get("format", "")) or kind.subtype
    language = format_of(wanted)
    if not language:
        raise FunctionError(f'MIME "{kind.name}" not supported')
    text = resource.text()
    if not text.strip():
        return {}
    return read_text(text, language, options)


def _json(value: Mapping[str, object]) -> str:
    return write_json(value, indent="   ") + "\n"


_WRITERS: Final[dict[str, Callable[[Mapping[str, object]], str]]] = {
    "json": _json,
    "yaml": write_yaml,
    "toml": write_toml,
    "xml": write_xml,
}


@function("transform.Remarshal")
def remarshal(target: str, data: object) -> str:
    """Return data, a map or a text in any language, in the language *target*."""
    language = format_of(target)
    if not language:
        raise FunctionError("failed to detect target data serialization format")
    if isinstance(data, Mapping) and not isinstance(data, Params):
        return _write(language, data)
    text = to_string(data)
    if not text:
        return ""
    source = detect(text)
    if not source:
        raise FunctionError("failed to detect format from content")
    if source == "csv":
        raise FunctionError("cannot unmarshal CSV into *map[string]interface {}")
    found = read_text(text, source, {})
    if not isinstance(found, Mapping):
        raise FunctionError(f"cannot write a {type_name(found)} as {language}")
    return _write(language, found)


def _write(language: str, data: Mapping[str, object]) -> str:
    writer = _WRITERS.get(language)
    if writer is None:
        raise FunctionError("unsupported Format provided")
    return writer(data)
