"""Objects of the file by their numbers, for the tag tree, which has one for each element.

playa reads any object; one that stands by itself in the file, without a stream, is read here, in
a quarter of the time. Whatever looks unusual goes to playa.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from playa.pdftypes import ObjRef, PSLiteral
from playa.worker import _ref_document

from pipeline.readers.pdf.engine.source import UnreadableError, asking_playa, resolved
from pipeline.readers.pdf.engine.syntax import HEX, STRING, name_of, string_of

_HEAD = re.compile(rb"[\s\0]*(\d+)[\s\0]+\d+[\s\0]+obj\b")
_END = b"endobj"
# What nobody asks of an element: that it is one, its parent, its language.
_UNASKED = (
    rb"(?:/(?:Type[\s\0]*+/StructElem|P[\s\0]++\d++[\s\0]++\d++[\s\0]++R\b"
    rb"|Lang[\s\0]*+\([^()\\]*+\))[\s\0]*+)*+"
)
_TOKEN = re.compile(
    rb"[\s\0]*+" + _UNASKED + rb"(?:"
    rb"/([^\s\0()<>\[\]{}/%]*+)"
    rb"|(\d++)[\s\0]++\d++[\s\0]++R\b"
    rb"|([-+.\d]++)"
    rb"|(<<|>>|[\[\]])"
    rb"|(" + STRING + rb"|" + HEX + rb")"
    rb"|([^\s\0]))",
    re.DOTALL,
)
_OPENING = (b"<<", b"[")


class _UnusualError(Exception):
    """What is left to playa."""


class _Names(dict[bytes, PSLiteral]):
    """Names as they are written to names, each looked up once."""

    def __missing__(self, raw: bytes) -> PSLiteral:
        found = self[raw] = PSLiteral(name_of(raw))
        return found


class Objects:
    """Finds the objects of one document, each read once."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.known: dict[int, Any] = {}
        self.names = _Names()
        self.reference = _ref_document(document)
        # Strings of an encrypted file would have to be deciphered.
        self.is_plain = document.decipher is None

    def resolved(self, value: Any) -> Any:
        """What a reference points to."""
        if not isinstance(value, ObjRef):
            return value
        number = value.objid
        if number not in self.known:
            self.known[number] = self._read(value)
        return self.known[number]

    def items(self, value: Any) -> list[Any]:
        """The items of an array, resolved; a single value is the only one, null is none."""
        found = self.resolved(value)
        if isinstance(found, list):
            return [self.resolved(item) for item in found]
        return [] if found is None else [found]

    def _read(self, value: ObjRef) -> Any:
        if self.is_plain:
            try:
                return self._plain(value.objid)
            except (_UnusualError, UnreadableError):
                pass  # playa says what is wrong with it, if anything is.
        return resolved(value)

    def _plain(self, number: int) -> Any:
        """An object that stands by itself. Raises _UnusualError where it does not."""
        with asking_playa():
            stream, at, _ = self._position(number)
        data = self.document.buffer
        head = None if stream is not None else _HEAD.match(data, at)
        end = data.find(_END, at)
        if head is None or int(head[1]) != number or end < 0:
            raise _UnusualError
        return self._object(data[head.end() : end])

    def _position(self, number: int) -> tuple[int | None, int, int]:
        """Where the newest table that knows an object has it; it is asked once for each."""
        for table in self.document.xrefs:
            with suppress(KeyError):
                return table[number]  # type: ignore[no-any-return]
        raise _UnusualError

    def _object(self, data: bytes) -> Any:
        stack: list[list[Any]] = [[]]
        opened: list[bytes] = []
        top = stack[0]
        for name, referred, number, bracket, string, other in _TOKEN.findall(data):
            if name:
                top.append(self.names[name])
            elif referred:
                top.append(ObjRef(self.reference, int(_number(referred))))
            elif number:
                top.append(_number(number))
            elif bracket in _OPENING:
                opened.append(bracket)
                top = []
                stack.append(top)
            elif bracket:
                _close(stack, opened, bracket)
                top = stack[-1]
            elif string:
                top.append(string_of(string))
            elif other:
                # A stream, a comment, `true`: all that elements do not have.
                raise _UnusualError
        if opened or len(top) != 1:
            raise _UnusualError
        return top[0]


def _close(stack: list[list[Any]], opened: list[bytes], bracket: bytes) -> None:
    """End the array or dictionary that was opened last."""
    if not opened or (opened.pop() == b"<<") != (bracket == b">>"):
        raise _UnusualError
    found = stack.pop()
    if bracket == b"]":
        stack[-1].append(found)
        return
    if len(found) % 2:
        raise _UnusualError
    keys = [key for key in found[::2] if isinstance(key, PSLiteral)]
    if len(keys) != len(found) // 2:
        raise _UnusualError
    stack[-1].append({key.name: value for key, value in zip(keys, found[1::2], strict=True)})


def _number(raw: bytes) -> int | float:
    """A number; _UnusualError where it is written wrong, or longer than anybody counts."""
    try:
        return float(raw) if b"." in raw else int(raw)
    except ValueError:
        raise _UnusualError from None
