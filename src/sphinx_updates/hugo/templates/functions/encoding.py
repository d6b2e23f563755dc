"""The ``encoding`` namespace. A text of bytes that are no UTF-8 keeps them."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from sphinx_updates.hugo.templates.casts import to_bool, to_map, to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.json_text import write_json
from sphinx_updates.hugo.templates.quoting import quote_rune, utf8
from sphinx_updates.hugo.templates.registry import function
from sphinx_updates.hugo.templates.values import HTML

_ESCAPING: Final = "surrogateescape"
_BASE64: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
)


@function("encoding.Base64Encode", "base64Encode")
def base64_encode(text: object) -> str:
    """Return the text in base 64."""
    return base64.b64encode(utf8(to_string(text))).decode()


@function("encoding.Base64Decode", "base64Decode")
def base64_decode(text: object) -> str:
    """Return the text that stands there in base 64."""
    data = utf8(to_string(text))
    fault = _base64_fault(data)
    if fault is not None:
        raise FunctionError(f"illegal base64 data at input byte {fault}")
    return base64.b64decode(data).decode("utf-8", _ESCAPING)


def _base64_fault(data: bytes) -> int | None:
    """Return where *data* is no base 64; line ends do not count.

    Go reads groups of four, and names the group's start if it is not full.
    """
    places = [index for index, byte in enumerate(data) if byte not in b"\r\n"]
    signs = bytes(data[index] for index in places)
    for number, sign in enumerate(signs):
        if sign in _BASE64:
            continue
        if sign != ord("=") or number % 4 < 2:
            return places[number]
        if number % 4 == 2 and signs[number + 1 : number + 2] != b"=":
            return places[number + 1] if number + 1 < len(places) else len(data)
        end = number + (2 if number % 4 == 2 else 1)
        return places[end] if end < len(places) else None
    whole = len(signs) // 4 * 4
    return places[whole] if whole < len(signs) else None


@function("encoding.HexEncode")
def hex_encode(text: object) -> str:
    """Return the bytes of the text as hexadecimal digits."""
    return utf8(to_string(text)).hex()


@function("encoding.HexDecode")
def hex_decode(text: object) -> str:
    """Return the text that stands there as hexadecimal digits."""
    digits = to_string(text)
    if bad := re.search(r"[^0-9a-fA-F]", digits):
        raise FunctionError(f"encoding/hex: invalid byte: {quote_rune(bad[0])}")
    if len(digits) % 2:
        raise FunctionError("encoding/hex: odd length hex string")
    return binascii.unhexlify(digits).decode("utf-8", _ESCAPING)


@function("encoding.Jsonify", "jsonify")
def jsonify(*arguments: object) -> HTML:
    """Return the last argument as JSON; a map before it has the options.

    ``prefix`` and ``indent`` give lines, ``noHTMLEscape`` keeps ``<``, ``>`` and ``&``.
    """
    if not arguments:
        return HTML("")
    if len(arguments) > 2:
        raise FunctionError("too many arguments to jsonify")
    options: dict[str, object] = {}
    if len(arguments) == 2:
        given = to_map(arguments[0])
        options = {key.lower(): value for key, value in given.items()}
    return HTML(
        write_json(
            arguments[-1],
            prefix=to_string(options.get("prefix")),
            indent=to_string(options.get("indent")),
            escapes_html=not _bool(options.get("nohtmlescape")),
        )
    )


def _bool(value: object) -> bool:
    try:
        return to_bool(value)
    except FunctionError as error:
        reason = str(error).rpartition("bool: ")[2]
        raise FunctionError(
            f"1 error(s) decoding:\n\n* cannot parse 'NoHTMLEscape' as bool: {reason}"
        ) from error
