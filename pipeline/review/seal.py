"""What a file of a review tells of itself in its last line: what it was made of, and its digest.

So a file that was damaged, edited or made by somebody else is never taken for one that still holds.
"""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path

from pipeline.core.version import PROGRAM

_START = b"<!-- made of "
# Where that begins, and the digest of all that stands before: of a length that is known.
_END = re.compile(rb" (\d{12}) ([0-9a-f]{64}) -->\n")
_END_LENGTH = 83
_PIECE = 1_000_000
# How our pages begin, and within how many bytes they say so.
_OURS = f'<meta name="generator" content="{PROGRAM} '.encode()
_OPENING = 4096


def sealed(data: bytes, key: str) -> bytes:
    """A file with the line that tells what it was made of."""
    told = data + _START + key.encode()
    digest = hashlib.sha256(told).hexdigest()
    return told + f" {len(data):012} {digest} -->\n".encode()


def made_of(path: Path) -> str:
    """What a file of a review tells that it was made of; empty where it is not whole, or another's.

    Raises OSError where it may not be read.
    """
    if not _is_regular(path):
        return ""
    with path.open("rb") as stream:
        length = stream.seek(0, 2) - _END_LENGTH
        stream.seek(max(0, length))
        end = _END.fullmatch(stream.read())
        if end is None or not (start := int(end[1])):
            return ""
        stream.seek(0)
        digest = hashlib.sha256()
        for at in range(0, length, _PIECE):
            digest.update(stream.read(min(_PIECE, length - at)))
        if digest.hexdigest().encode() != end[2]:
            return ""
        stream.seek(start)
        key = stream.read(length - start)
    return key.removeprefix(_START).decode(errors="replace") if key.startswith(_START) else ""


def is_foreign(path: Path) -> bool:
    """Whether something stands there that is not of this program.

    Raises OSError where it may not be read.
    """
    if not _is_regular(path):
        return path.is_symlink() or path.exists()
    with path.open("rb") as stream:
        return _OURS not in stream.read(_OPENING)


def _is_regular(path: Path) -> bool:
    # A link leads to what is somebody else's; a pipe would wait for somebody to write into it.
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
