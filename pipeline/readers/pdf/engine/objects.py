"""Objects of the file by their numbers, for the tag tree, which has one for each element.

playa reads any object; one that stands by itself in the file, without a stream, is read here, in
a quarter of the time. Whatever looks unusual goes to playa.
"""

from __future__ import annotations

import re
from typing import Any

from playa.pdftypes import ObjRef, PSLiteral
from playa.worker import _ref_document

from pipeline.readers.pdf.engine.source import READING_FAULTS, resolved
from pipeline.readers.pdf.engine.syntax import HEX, STRING, name_of, string_of

_HEAD = re.compile(rb"[\s\0]*(\d+)[\s\0]+\d+[\s\0]+obj\b(.*?)\bendobj\b", re.DOTALL)
_TOKEN = re.compile(
    rb"/([^\s\0()<>\[\]{}/%]*+)"
    rb"|(\d++)[\s\0]++\d++[\s\0]++R\b"
    rb"|([-+.\d]++)"
    rb"|(<<|>>|[\[\]])"
    rb"|(" + STRING + rb"|" + HEX + rb")"
    rb"|([^\s\0])",
    re.DOTALL,
)
_NAME, _REFERENCE, _NUMBER, _BRACKET, _STRING, _OTHER = range(1, 7)
_OPENING = (b"<<", b"[")


class _UnusualError(Exception):
    """What is left to playa."""


class Objects:
    """Finds the objects of one document, each read once."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.known: dict[int, Any] = {}
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
            except (_UnusualError, *READING_FAULTS):
                pass  # playa says what is wrong with it, if anything is.
        return resolved(value)

    def _plain(self, number: int) -> Any:
        """An object that stands by itself. Raises _UnusualError where it does not."""
        for table in self.document.xrefs:
            if number in table:
                entry = table[number]
                break
        else:
            raise _UnusualError
        stream, at, _ = entry
        head = None if stream is not None else _HEAD.match(self.document.buffer, at)
        if head is None or int(head[1]) != number or b"stream" in head[2]:
            raise _UnusualError
        return self._object(head[2])

    def _object(self, data: bytes) -> Any:
        stack: list[list[Any]] = [[]]
        opened: list[bytes] = []
        for token in _TOKEN.finditer(data):
            kind, top = token.lastindex, stack[-1]
            if kind == _NAME:
                top.append(PSLiteral(name_of(token[_NAME])))
            elif kind == _REFERENCE:
                top.append(ObjRef(_ref_document(self.document), int(token[_REFERENCE])))
            elif kind == _NUMBER:
                top.append(_number(token[_NUMBER]))
            elif kind == _STRING:
                top.append(string_of(token[_STRING]))
            elif kind == _OTHER:
                raise _UnusualError
            elif token[_BRACKET] in _OPENING:
                opened.append(token[_BRACKET])
                stack.append([])
            else:
                _close(stack, opened, token[_BRACKET])
        if opened or len(stack[0]) != 1:
            raise _UnusualError
        return stack[0][0]


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
    stack[-1].append({key.name: value for key, value in zip(found[::2], found[1::2], strict=True)})


def _number(raw: bytes) -> float:
    return float(raw) if b"." in raw else int(raw)
