"""The XML of a part: strictly read, or without the characters that XML forbids."""

from __future__ import annotations

import codecs
import re
import sys

from lxml import etree

from pipeline.core import signs
from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.errors import DocumentError

Element = etree._Element

_DECLARATION = re.compile(rf"^{signs.BYTE_ORDER_MARK}?\s*<\?xml[^>]*\?>")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def root_of(blob: bytes, name: str) -> tuple[Element, list[Diagnostic]]:
    """The root element of a part, without entities, DTD or network, and what was amiss.

    Where forbidden characters are all that keeps it from being XML, blanks take their place and a
    finding (BCP105) says so. Raises DocumentError BCP120 for any other fault.
    """
    findings: list[Diagnostic] = []
    try:
        root = _parsed(blob)
    except etree.XMLSyntaxError as error:
        root, count = _salvaged(blob, name, error)
        message = f"{count} characters that XML forbids were replaced by blanks"
        findings.append(Diagnostic("BCP105", message, Place(part=name)))
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError("BCP120", f"{name} declares a document type, which no Word file does")
    return root, findings


def _parsed(blob: bytes) -> Element:
    # A comment may stand inside a text: without it that is one text again.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(blob, parser)


def _salvaged(blob: bytes, name: str, fault: etree.XMLSyntaxError) -> tuple[Element, int]:
    """The root of a part without forbidden characters, and how many there were."""
    count = 0
    try:
        # Bytes of another encoding are letters that would be lost: they are no case for blanks.
        text = blob.decode("utf-16" if blob.startswith(_UTF_16) else "utf-8")
        text, count = signs.XML_FORBIDS.subn(" ", _DECLARATION.sub("", text))
        count += sum(_is_forbidden(found) for found in _REFERENCE.finditer(text))
        text = _REFERENCE.sub(lambda found: " " if _is_forbidden(found) else found[0], text)
        root = _parsed(text.encode()) if count else None
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        root = None
    if root is None:
        raise DocumentError("BCP120", f"{name} is no well-formed XML: {fault.msg}") from fault
    return root, count


def _is_forbidden(reference: re.Match[str]) -> bool:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return number > sys.maxunicode or signs.XML_FORBIDS.fullmatch(chr(number)) is not None
