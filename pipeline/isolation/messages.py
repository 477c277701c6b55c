"""What a child sends: signs of life, then one answer, a result or the finding why there is none.

message = kind (1 byte), size (8 bytes), so many bytes
"""

from __future__ import annotations

import struct

from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.faults import CRASH, finding_bytes, finding_in

Answer = bytes | Diagnostic
BEAT = b"."
_RESULT, _FINDING = b"R", b"F"
_HEADER = struct.Struct(">cQ")


def message(answer: Answer) -> tuple[bytes, bytes]:
    """An answer as it is sent: its header, and its bytes as they are, which may be many."""
    kind, body = (
        (_FINDING, finding_bytes(answer)) if isinstance(answer, Diagnostic) else (_RESULT, answer)
    )
    return _HEADER.pack(kind, len(body)), body


class Inbox:
    """What has come from a child so far."""

    def __init__(self, data: bytes = b"") -> None:
        self._received = bytearray()
        self.add(data)

    def __len__(self) -> int:
        return len(self._received)

    def add(self, data: bytes) -> None:
        """Take what came next."""
        self._received += data
        # Nothing but beats stands before the answer; who beats for ever must not fill the inbox.
        if self._received.startswith(BEAT):
            self._received = self._received.lstrip(BEAT)

    @property
    def is_whole(self) -> bool:
        """Whether an answer has arrived. This is asked at each piece, so nothing is copied."""
        if len(self) < _HEADER.size:
            return False
        _, size = _HEADER.unpack_from(self._received)
        return len(self) >= _HEADER.size + int(size)

    def answer(self) -> Answer | None:
        """The answer that has arrived whole; None before."""
        if not self.is_whole:
            return None
        kind, size = _HEADER.unpack_from(self._received)
        with memoryview(self._received) as view:
            body = bytes(view[_HEADER.size : _HEADER.size + size])
        if kind == _RESULT:
            return body
        if kind == _FINDING:
            return finding_in(body)
        return Diagnostic(CRASH, f"the process that read it sent an answer of no kind: {kind!r}")
