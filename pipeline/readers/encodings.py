"""Which encoding the bytes of a text are in, and what they say in it.

As browsers have it (WHATWG, Encoding and HTML 13.2.3), but that the bytes are asked before the
declaration: what is valid UTF-8 and no ASCII is UTF-8, for nothing else looks like it by chance.
Windows-1252 is the fall-back because every older Dutch office program wrote it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import webencodings

from pipeline.core import signs
from pipeline.readers.tokens import tokens

UTF_8, WINDOWS = "utf-8", "cp1252"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The declaration must stand in the first kilobyte (HTML standard, 13.2.3.2).
_DECLARATION_WINDOW = 1024
_XML_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*?\bencoding\s*=\s*[\"']\s*([^\"'\s>]+)")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\"'\s;]+)", re.IGNORECASE)
# In UTF-16 text in a Latin script every other byte is zero; a third is far above chance.
_ZERO_SHARE = 0.3
# Windows-1252 leaves five bytes out; browsers read them as the controls of the same code.
_WINDOWS_CODES = "".join(
    bytes((code,)).decode(WINDOWS, "ignore") or chr(code) for code in range(256)
)
# In these the bytes 80 to 9F are controls, which no text has: there they are signs of Windows.
_WITH_CONTROLS = "iso8859"
_CONTROL_BYTES = re.compile(rb"[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Encoded:
    """The encoding of some bytes: its name for Python, where the text begins in them, and the name
    that they declare, if that is another."""

    encoding: str
    start: int = 0
    contradicted: str = ""


def encoding_of(data: bytes) -> Encoded:
    """Which encoding bytes are in: by their mark, their zeros, by trial, by what they declare."""
    declared = _declared(data[:_DECLARATION_WINDOW])
    encoding, start = _by_mark(data)
    encoding = encoding or _by_zeros(data) or _by_trial(data, _known(declared))
    # Pure ASCII is the same under each of the names.
    agrees = not declared or data.isascii() or _known(declared) == encoding
    return Encoded(encoding, start, "" if agrees else declared)


def decoded(data: bytes, encoding: str) -> str:
    """What bytes say in an encoding; one that means nothing in it is one sign (`signs.UNKNOWN`)."""
    if encoding == WINDOWS:
        return codecs.charmap_decode(data, "strict", _WINDOWS_CODES)[0]
    return data.decode(encoding, "replace")


def _by_mark(data: bytes) -> tuple[str, int]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return "", 0


def _by_zeros(data: bytes) -> str:
    sample = data[:4096]
    pairs = max(len(sample) // 2, 1)
    if sample[1::2].count(0) / pairs > _ZERO_SHARE:
        return "utf-16-le"
    if sample[0::2].count(0) / pairs > _ZERO_SHARE:
        return "utf-16-be"
    return ""


def _by_trial(data: bytes, declared: str) -> str:
    """UTF-8 where the bytes are that, or where damage is rarer than what is sound in them."""
    text = data.decode(UTF_8, "replace")
    bad = text.count(signs.UNKNOWN) - data.count(signs.UNKNOWN.encode())
    if not bad:
        return UTF_8
    if declared and declared != UTF_8:
        controls = declared.startswith(_WITH_CONTROLS) and _CONTROL_BYTES.search(data)
        return WINDOWS if controls else declared
    sound = sum(not char.isascii() for char in text) - text.count(signs.UNKNOWN)
    return UTF_8 if sound > bad else WINDOWS


def _declared(head: bytes) -> str:
    """The name that a page declares its encoding by: `meta` first, then the XML declaration."""
    shown = head.decode("latin-1")
    for token in tokens(shown, lambda _at, _message: None):
        if token.kind == "start" and token.name == "meta" and (name := _in_meta(token.attributes)):
            return name
    found = _XML_DECLARATION.match(shown)
    return found[1] if found else ""


def _in_meta(attributes: dict[str, str]) -> str:
    if name := attributes.get("charset", "").strip():
        return name
    if attributes.get("http-equiv", "").strip().lower() != "content-type":
        return ""
    found = _CHARSET.search(attributes.get("content", ""))
    return found[1] if found else ""


def _known(name: str) -> str:
    """Python's name of a declared encoding; empty where browsers know none."""
    found = webencodings.lookup(name)
    if found is None or found.name == "x-user-defined":
        return ""
    # What declares UTF-16 in single bytes is none of it (HTML standard, 13.2.3.2).
    return UTF_8 if found.name.startswith("utf-16") else str(found.codec_info.name)
