"""The bytes of a content stream to its operations: an operator and what stands before it.

ISO 32000-2, 7.8.2: the streams of a page are one stream, cut wherever it pleased the program that
wrote them, so they are joined before they come here. Numbers, names, plain strings, arrays of them
and property lists are taken in by one regular expression each, as bytes that are looked into when
an operator asks; whatever is nested deeper is left to a parser that is handed in.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.readers.pdf.settings import Limit

STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"
HEX = rb"<[\dA-Fa-f\s\0]*+>"
_ITEMS = rb"[^()<>\[\]%{}]++|" + STRING + rb"|" + HEX
_ARRAY = rb"\[(?:" + _ITEMS + rb")*+\]"
_TOKEN = re.compile(
    rb"[\s\0]*+(?:"
    # Numbers and the operator behind them: most of any page.
    rb"(?P<numbers>(?:[-+.\d]++[\s\0]*+)*+)(?P<operator>[A-Za-z'\"][^\s\0()<>\[\]{}/%]*+)"
    rb"|(?P<more>[-+.\d][-+.\d\s\0]*+)"
    rb"|/(?P<name>[^\s\0()<>\[\]{}/%]*+)"
    rb"|(?P<array>" + _ARRAY + rb")"
    rb"|(?P<string>" + STRING + rb"|" + HEX + rb")"
    rb"|<<(?P<list>(?:" + _ITEMS + rb"|" + _ARRAY + rb")*+)>>"
    rb"|(?P<comment>%[^\r\n]*+)"
    rb"|(?P<other>.)"
    rb")",
    re.DOTALL,
)
_ELEMENT = re.compile(
    rb"(" + HEX + rb"|" + STRING + rb"|(?=[-+.\d]))[\s\0]*+([-+.\d]*+)", re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n?|\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SPACE = re.compile(rb"[\s\0]+")
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
_HEX_IN_NAME = re.compile(rb"#([\dA-Fa-f]{2})")
# Data of an inline picture may hold what looks like its end; that is followed by operators.
_END_OF_PICTURE = re.compile(rb"[\s\0]EI(?=[\s\0]|$)")
_TEXT_AHEAD = re.compile(rb"[\s\x20-\x7e]{0,16}+(?:[\s\x20-\x7e]|$)")
_OPENING = b"([<{"
_OCTAL = tuple(b"%d" % digit for digit in range(8))
_CONSTANTS = {b"true": True, b"false": False, b"null": None}
# More than any operator takes: a file may write numbers without end and no operator.
_MOST_OPERANDS: Limit = 64


@dataclass(frozen=True, slots=True)
class Name:
    """A name, without its slash."""

    text: str


@dataclass(frozen=True, slots=True)
class String:
    """A string, as it is written."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class Strings:
    """An array of strings and numbers, as it is written."""

    raw: bytes

    def parts(self) -> list[tuple[bytes, bytes]]:
        """Its strings, as they are written, each with the number behind it; either may be empty."""
        return _ELEMENT.findall(self.raw)


@dataclass(frozen=True, slots=True)
class Properties:
    """A property list, as it is written between its brackets."""

    raw: bytes

    def number(self, key: bytes) -> int | None:
        """The whole number that stands behind a key."""
        found = re.search(rb"/" + key + rb"[\s\0]+(\d{1,9})(?!\d)", self.raw)
        return int(found[1]) if found else None


# A parser of any object: (data, where it begins) to (the object, where it ends).
ObjectAt = Callable[[bytes, int], tuple[Any, int]]
Operation = tuple[bytes, list[Any]]


def operations(data: bytes, object_at: ObjectAt) -> Iterator[Operation]:
    """The operations of a content stream, in order: (operator, operands).

    Operands are numbers, truth values, None, `Name`, `String`, `Strings`, `Properties`, or what
    `object_at` makes of an object that is nested deeper. A picture inside the stream is an
    operation `EI`.
    """
    at = 0
    operands: list[Any] = []
    match = _TOKEN.match
    while token := match(data, at):
        at = token.end()
        kind = token.lastgroup
        if kind == "operator":
            operator = token[2]
            if token[1]:
                operands += numbers_of(token[1])
            if operator in _CONSTANTS:
                operands.append(_CONSTANTS[operator])
                continue
            if operator == b"ID":
                operator, at = b"EI", _after_picture(data, at)
            yield operator, operands
            operands = []
        elif kind == "other":
            if token["other"] in _OPENING:
                found, at = object_at(data, at - 1)
                operands.append(found)
        elif kind != "comment":
            _take(kind, token, operands)
            if len(operands) > _MOST_OPERANDS:
                del operands[:-_MOST_OPERANDS]


def _take(kind: str | None, token: re.Match[bytes], operands: list[Any]) -> None:
    """Add the operand of a token."""
    if kind == "array":
        operands.append(Strings(token["array"]))
    elif kind == "name":
        operands.append(Name(name_of(token["name"])))
    elif kind == "string":
        operands.append(String(token["string"]))
    elif kind == "list":
        operands.append(Properties(token["list"]))
    else:
        operands += numbers_of(token["more"])


def _after_picture(data: bytes, at: int) -> int:
    """Where the data of a picture ends that begins there; at the end of all where nothing tells."""
    for end in _END_OF_PICTURE.finditer(data, at):
        if _TEXT_AHEAD.match(data, end.end()):
            return end.end()
    return len(data)


def numbers_of(raw: bytes) -> list[float]:
    """The numbers in a row of them; of what is written wrong (`1.-5`, `--3`) what can be read."""
    try:
        return list(map(float, raw.split()))
    except ValueError:
        return [float(number) for number in _NUMBER.findall(raw)]


def number_of(raw: bytes) -> float:
    """One number; 0 where there is none."""
    return sum(numbers_of(raw)[:1])


def name_of(raw: bytes) -> str:
    """A name as text; #20 is the sign of that code."""
    if b"#" in raw:
        raw = _HEX_IN_NAME.sub(lambda found: bytes((int(found[1], 16),)), raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def string_of(raw: bytes) -> bytes:
    """The bytes that a string in parentheses, or in hexadecimal digits, stands for."""
    inner = raw[1:-1]
    if raw[:1] == b"<":
        digits = _SPACE.sub(b"", inner)
        return unhexlify(digits + b"0" * (len(digits) % 2))
    if b"\\" in inner or b"\r" in inner:
        # Every other part is what stands behind a backslash.
        parts = _ESCAPE.split(inner)
        parts[1::2] = map(_MEANT.__getitem__, parts[1::2])
        return b"".join(parts)
    return inner


class _Meant(dict[bytes | None, bytes]):
    """What stands behind a backslash (None: an end of line without one) to what it means."""

    def __missing__(self, sign: bytes | None) -> bytes:
        found = self[sign] = _unescaped(sign)
        return found


# Some fonts have codes of two bytes, one of which is escaped nearly always.
_MEANT = _Meant()


def _unescaped(sign: bytes | None) -> bytes:
    if sign is None:
        # An end of line in a string is one sign, however it is written.
        return b"\n"
    if sign[:1] in _OCTAL:
        # The part of an octal code that is too large is ignored.
        return bytes((int(sign, 8) & 0xFF,))
    if sign[:1] in (b"\r", b"\n"):
        return b""
    return _ESCAPED.get(sign, sign)
