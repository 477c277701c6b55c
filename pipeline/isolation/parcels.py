"""What a process hands back of a document: plain JSON and compressed bytes, checked on arrival.

parcel = length of header (4 bytes), header (JSON), conversion (zlib of JSON), files (zlib)
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.conversion import Conversion
from pipeline.core.diagnostics import Diagnostic
from pipeline.isolation.faults import (
    CRASH,
    finding_from_plain,
    place_from_plain,
    plain_finding,
    plain_place,
)
from pipeline.profile.codec import encode, profile_from_plain, profile_to_plain
from pipeline.profile.trace import Ledger, TraceEntry

# Texts compress to a tenth; what grows to more was not made by us.
_MOST_UNPACKED = 500_000_000
_LENGTH = struct.Struct(">I")


class ParcelError(ValueError):
    """Bytes that are no parcel: the process that sent them was not itself any more."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a document gave. `content` is equal for profiles that say the same; `files` are the
    compressed files of the writers by path, under the id `profile_id`."""

    profile_id: str
    content: str
    reader: str
    layout: str
    structure: tuple[str, ...]
    ledger: Ledger
    files: Mapping[str, bytes]
    packed: bytes

    def file(self, path: str) -> bytes:
        """The bytes of one of the files."""
        return _inflated(self.files[path])

    def conversion(self, findings: tuple[Diagnostic, ...]) -> Conversion:
        """The conversion as it was in the process."""
        plain = json.loads(_inflated(self.packed))
        return Conversion(
            profile_from_plain(plain["profile"]),
            {pointer: _entry(entry) for pointer, entry in plain["trace"]},
            findings,
            self.ledger,
            self.reader,
            self.layout,
            self.structure,
        )


@dataclass(frozen=True, slots=True)
class Parcel:
    """What became of a document: findings, and what it gave (None where nothing came out)."""

    sha256: str | None
    findings: tuple[Diagnostic, ...]
    found: Found | None = None


def packed(sha256: str | None, conversion: Conversion, files: Mapping[str, bytes]) -> bytes:
    """The parcel of a conversion with the files that were written of it."""
    profile = profile_to_plain(conversion.profile)
    plain = {
        "profile": profile,
        "trace": [[pointer, _plain_entry(e)] for pointer, e in conversion.trace.items()],
    }
    body = zlib.compress(_json(plain), 1)
    compressed = {path: zlib.compress(data, 1) for path, data in files.items()}
    header = {
        "sha256": sha256,
        "findings": [plain_finding(finding) for finding in conversion.findings],
        "id": conversion.profile.id,
        "content": content_key(profile),
        "reader": conversion.reader,
        "layout": conversion.layout,
        "structure": conversion.structure,
        "ledger": encode(conversion.ledger),
        "conversion": len(body),
        "files": [[path, len(data)] for path, data in compressed.items()],
    }
    return _framed(header, body, *compressed.values())


def refused(sha256: str | None, *findings: Diagnostic) -> bytes:
    """The parcel of a document that gave nothing."""
    return _framed({"sha256": sha256, "findings": [plain_finding(f) for f in findings]})


def content_key(plain: Mapping[str, Any]) -> str:
    """A digest of what a profile says, whatever file it came from."""
    said = {key: value for key, value in plain.items() if key not in ("id", "source")}
    return hashlib.sha256(_json(said)).hexdigest()


def unpacked(data: bytes) -> Parcel:
    """The parcel in these bytes. Raises ParcelError where they are none."""
    try:
        (length,) = _LENGTH.unpack_from(data)
        header = json.loads(data[_LENGTH.size : _LENGTH.size + length])
        findings = tuple(finding_from_plain(plain) for plain in header["findings"])
        sha256 = _text(header["sha256"]) if header["sha256"] is not None else None
        if "id" not in header:
            return Parcel(sha256, findings)
        at = _LENGTH.size + length
        body = data[at : at + header["conversion"]]
        at += header["conversion"]
        files = {}
        for path, size in header["files"]:
            files[_text(path)] = data[at : at + size]
            at += size
        found = Found(
            _text(header["id"]),
            _text(header["content"]),
            _text(header["reader"]),
            _text(header["layout"]),
            tuple(map(_text, header["structure"])),
            Ledger(**header["ledger"]),
            files,
            body,
        )
    except (struct.error, KeyError, TypeError, ValueError) as error:
        raise ParcelError(f"expected a parcel, found {len(data)} other bytes: {error}") from error
    return Parcel(sha256, findings, found)


def received(data: bytes) -> Parcel:
    """The parcel that a process sent; for other bytes one that says so (BCP162)."""
    try:
        return unpacked(data)
    except ParcelError as error:
        return Parcel(None, (Diagnostic(CRASH, str(error)),))


def _framed(header: dict[str, Any], *bodies: bytes) -> bytes:
    plain = _json(header)
    return b"".join((_LENGTH.pack(len(plain)), plain, *bodies))


def _json(plain: Any) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()


def _inflated(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    found = stream.decompress(data, _MOST_UNPACKED)
    if stream.unconsumed_tail:
        raise ParcelError(f"{len(data)} bytes unpack to more than {_MOST_UNPACKED}")
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, found {type(value).__name__}")
    return value


def _plain_entry(entry: TraceEntry) -> list[Any]:
    places = [plain_place(place) for place in entry.places]
    return [places, entry.raw, entry.label, entry.steps, entry.derived]


def _entry(plain: Any) -> TraceEntry:
    places, raw, label, steps, derived = plain
    return TraceEntry(tuple(map(place_from_plain, places)), raw, label, tuple(steps), derived)
