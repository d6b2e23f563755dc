"""The ``crypto`` and ``hash`` namespaces: sums of texts.

None of them keeps a secret here: they name things.
"""

from __future__ import annotations

import hashlib
import hmac as digests
from typing import Final

from sphinx_updates.hugo.templates.casts import to_string
from sphinx_updates.hugo.templates.errors import FunctionError
from sphinx_updates.hugo.templates.quoting import utf8
from sphinx_updates.hugo.templates.registry import function

_HASHES: Final = ("md5", "sha1", "sha256", "sha384", "sha512")
_KEYED: Final = ("md5", "sha1", "sha256", "sha512")

_64: Final = 2**64 - 1
_PRIMES: Final = (
    11400714785074694791,
    14029467366897019727,
    1609587929392839161,
    9650029242287828579,
    2870177450012600261,
)


def _bytes(text: object) -> bytes:
    return utf8(to_string(text))


def _digest(name: str, text: object) -> str:
    return hashlib.new(name, _bytes(text), usedforsecurity=False).hexdigest()


@function("crypto.MD5", "md5")
def md5(text: object) -> str:
    """Return the MD5 sum as hexadecimal digits."""
    return _digest("md5", text)


@function("crypto.SHA1", "sha1")
def sha1(text: object) -> str:
    """Return the SHA-1 sum as hexadecimal digits."""
    return _digest("sha1", text)


@function("crypto.SHA256", "sha256")
def sha256(text: object) -> str:
    """Return the SHA-256 sum as hexadecimal digits."""
    return _digest("sha256", text)


@function("crypto.Hash")
def hash_text(*arguments: object) -> str:
    """Return the sum by the algorithm that the first of two arguments names."""
    if len(arguments) not in (1, 2):
        raise FunctionError(
            f"crypto.Hash: expected 1 or 2 arguments, got {len(arguments)}"
        )
    name = to_string(arguments[0]) if len(arguments) == 2 else "sha256"
    if name not in _HASHES:
        raise FunctionError(f'crypto.Hash: "{name}" is not a supported hash algorithm')
    return _digest(name, arguments[-1])


@function("crypto.HMAC", "hmac")
def hmac(name: object, key: object, message: object, *encoding: object) -> str:
    """Return the keyed sum of a message, as hexadecimal digits or as bytes."""
    algorithm = to_string(name)
    secret, data = _bytes(key), _bytes(message)
    if algorithm not in _KEYED:
        raise FunctionError(f"hmac: {algorithm} is not a supported hash function")
    found = digests.new(secret, data, algorithm)
    form = to_string(encoding[0]) if encoding else "hex"
    if form == "binary":
        return found.digest().decode("utf-8", "surrogateescape")
    if form != "hex":
        raise FunctionError(f'"{form}" is not a supported encoding method')
    return found.hexdigest()


@function("hash.FNV32a")
def fnv32a(text: object) -> int:
    """Return the 32-bit FNV-1a sum."""
    value = 0x811C9DC5
    for byte in _bytes(text):
        value = (value ^ byte) * 0x01000193 % 2**32
    return value


@function("hash.XxHash", "xxhash")
def xxhash(text: object) -> str:
    """Return the 64-bit xxHash as hexadecimal digits."""
    return f"{xx_sum(_bytes(text)):016x}"


def xx_sum(data: bytes) -> int:
    """Return XXH64 of *data* with seed 0, after its published specification."""
    first, second, third, fourth, fifth = _PRIMES
    at = 0
    if len(data) >= 32:
        lanes = [(first + second) & _64, second, 0, -first & _64]
        while at <= len(data) - 32:
            for lane in range(4):
                lanes[lane] = _xx_round(lanes[lane], _word(data, at, 8))
                at += 8
        turned = zip(lanes, (1, 7, 12, 18), strict=True)
        value = sum(_rotate(lane, bits) for lane, bits in turned) & _64
        for lane in lanes:
            value = ((value ^ _xx_round(0, lane)) * first + fourth) & _64
    else:
        value = fifth
    value = (value + len(data)) & _64
    while at <= len(data) - 8:
        value ^= _xx_round(0, _word(data, at, 8))
        value = (_rotate(value, 27) * first + fourth) & _64
        at += 8
    if at <= len(data) - 4:
        value ^= _word(data, at, 4) * first & _64
        value = (_rotate(value, 23) * second + third) & _64
        at += 4
    for byte in data[at:]:
        value = _rotate(value ^ byte * fifth & _64, 11) * first & _64
    value = (value ^ value >> 33) * second & _64
    value = (value ^ value >> 29) * third & _64
    return value ^ value >> 32


def _xx_round(lane: int, word: int) -> int:
    return _rotate((lane + word * _PRIMES[1]) & _64, 31) * _PRIMES[0] & _64


def _rotate(value: int, bits: int) -> int:
    return (value << bits | value >> (64 - bits)) & _64


def _word(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")
