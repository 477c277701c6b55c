"""A profile to XML and back: `xml/<id>.xml`, in the shape of the XSD.

Writing refuses text with characters that XML forbids (IllegalCharacterError).
Reading refuses what is not well-formed, a document type declaration, an
unknown or repeated element, and text between elements (DecodeError): nothing
is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from pipeline.contract.shapes import Kind, ModelField, model_fields
from pipeline.contract.xml_versions import FIRST_NAMESPACE, ROOT_ELEMENT, XML_NAMESPACE, told_in
from pipeline.contract.xsd import XML_PARSER_OPTIONS
from pipeline.core import heartbeat, signs
from pipeline.core.versions import NUMBER_KEY, PROFILE, XML
from pipeline.profile.codec import DecodeError, decode, encode
from pipeline.profile.model import Profile
from pipeline.writers.edition import Edition

# The lexical form of xs:integer, with the white space that a validator collapses.
XS_INTEGER = re.compile(r"[ \t\n\r]*[+-]?[0-9]+[ \t\n\r]*")
XS_BOOLEAN = {"true": True, "1": True, "false": False, "0": False}

Plain = dict[str, Any]


class IllegalCharacterError(ValueError):
    """A text with a character that XML cannot carry; `pointer` is the JSON Pointer of the text."""

    def __init__(self, pointer: str, character: str) -> None:
        super().__init__(f"{pointer}: XML cannot carry the character U+{ord(character):04X}")
        self.pointer = pointer


def write(edition: Edition) -> dict[str, bytes]:
    """The file of one profile."""
    return {f"xml/{edition.profile.id}.xml": _xml(edition.plain)}


# Profile to XML


def profile_to_xml(profile: Profile) -> bytes:
    """The XML of a profile: UTF-8, LF, two spaces of indentation.

    Raises IllegalCharacterError.
    """
    return _xml(encode(profile))


def _xml(plain: Mapping[str, Any]) -> bytes:
    root = etree.fromstring(f'<{ROOT_ELEMENT} xmlns="{XML_NAMESPACE}"/>')
    _fill_object(root, Profile, {**plain, NUMBER_KEY: XML.version}, "")
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _tag(name: str) -> str:
    return f"{{{XML_NAMESPACE}}}{name}"


def _fill_object(element: etree._Element, cls: type, plain: Plain, pointer: str) -> None:
    """Gives an element a child for every field that is present."""
    heartbeat.beat()
    for field in model_fields(cls):
        if field.name in plain:
            child = etree.SubElement(element, _tag(field.name))
            _fill_value(child, field, plain[field.name], f"{pointer}/{field.name}")


def _fill_value(element: etree._Element, field: ModelField, value: Any, pointer: str) -> None:
    match field.kind:
        case Kind.SCALAR:
            element.text = _legal(str(value), pointer)
        case Kind.OBJECT:
            _fill_object(element, field.hint, value, pointer)
        case Kind.BLOCKS:
            for number, block in enumerate(value):
                _append_block(element, block, f"{pointer}/{number}")
        case Kind.STRINGS:
            _append_texts(element, field.singular, value, pointer)
        case Kind.OBJECTS:
            for number, member in enumerate(value):
                child = etree.SubElement(element, _tag(field.singular))
                _fill_object(child, field.member, member, f"{pointer}/{number}")


def _append_block(element: etree._Element, block: Plain, pointer: str) -> None:
    child = etree.SubElement(element, _tag(block["type"]))
    if block["type"] == "paragraph":
        child.text = _legal(block["text"], f"{pointer}/text")
    else:
        child.set("ordered", "true" if block["ordered"] else "false")
        _append_texts(child, "item", block["items"], f"{pointer}/items")


def _append_texts(element: etree._Element, name: str, texts: list[str], pointer: str) -> None:
    for number, text in enumerate(texts):
        etree.SubElement(element, _tag(name)).text = _legal(text, f"{pointer}/{number}")


def _legal(text: str, pointer: str) -> str:
    illegal = signs.XML_FORBIDS.search(text)
    if illegal:
        raise IllegalCharacterError(pointer, illegal.group())
    return text


# XML to profile


def profile_from_xml(data: bytes) -> Profile:
    """The profile of an XML file in the shape of the XSD of a version that is read.

    Raises DecodeError and VersionError.
    """
    root = _parsed(data)
    told_in(root)
    for element in root.iter(f"{{{FIRST_NAMESPACE}}}*"):
        element.tag = _tag(etree.QName(element).localname)
    if root.tag != _tag(ROOT_ELEMENT):
        raise DecodeError("", f"expected the root element {_tag(ROOT_ELEMENT)}, found {root.tag}")
    plain = _object(root, Profile, "")
    if NUMBER_KEY in plain:
        # What is read is a profile of today, whatever the file was.
        plain[NUMBER_KEY] = PROFILE.version
    profile: Profile = decode(Profile, plain)
    return profile


def _parsed(data: bytes) -> etree._Element:
    try:
        root = etree.fromstring(data, etree.XMLParser(**XML_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        raise DecodeError("", f"not well-formed XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DecodeError("", "expected no document type declaration")
    return root


def _object(element: etree._Element, cls: type, pointer: str) -> Plain:
    """The plain object of an element whose children are fields."""
    fields = {_tag(field.name): field for field in model_fields(cls)}
    plain: Plain = {}
    for child in _children(element, pointer):
        field = fields.get(child.tag)
        if field is None:
            raise DecodeError(pointer, f"unknown element {_local(child)}{_line(child)}")
        if field.name in plain:
            raise DecodeError(pointer, f"repeated element {field.name}{_line(child)}")
        plain[field.name] = _value(child, field, f"{pointer}/{field.name}")
    return plain


def _value(element: etree._Element, field: ModelField, pointer: str) -> Any:
    match field.kind:
        case Kind.SCALAR:
            return _scalar(element, field.hint, pointer)
        case Kind.OBJECT:
            return _object(element, field.hint, pointer)
        case Kind.BLOCKS:
            return [
                _block(child, f"{pointer}/{number}")
                for number, child in enumerate(_children(element, pointer))
            ]
        case Kind.STRINGS:
            return _texts(element, field.singular, pointer)
        case Kind.OBJECTS:
            return [
                _object(child, field.member, f"{pointer}/{number}")
                for number, child in enumerate(_members(element, field.singular, pointer))
            ]


def _scalar(element: etree._Element, scalar: type, pointer: str) -> str | int:
    """Text, or a number where one is expected; other text is left to `decode` to refuse."""
    text = _text(element, pointer)
    return int(text) if scalar is int and XS_INTEGER.fullmatch(text) else text


def _block(element: etree._Element, pointer: str) -> Plain:
    if element.tag == _tag("paragraph"):
        return {"type": "paragraph", "text": _text(element, pointer)}
    if element.tag != _tag("list"):
        raise DecodeError(pointer, f"unknown element {_local(element)}{_line(element)}")
    ordered = element.get("ordered", "")
    return {
        "type": "list",
        "ordered": XS_BOOLEAN.get(ordered.strip(), ordered),
        "items": _texts(element, "item", pointer, attributes=("ordered",)),
    }


def _texts(
    element: etree._Element, name: str, pointer: str, attributes: tuple[str, ...] = ()
) -> list[str]:
    members = _members(element, name, pointer, attributes)
    return [_text(child, f"{pointer}/{number}") for number, child in enumerate(members)]


def _members(
    element: etree._Element, name: str, pointer: str, attributes: tuple[str, ...] = ()
) -> list[etree._Element]:
    """The children of a wrapper, all of which carry one name."""
    children = _children(element, pointer, attributes)
    for child in children:
        if child.tag != _tag(name):
            raise DecodeError(pointer, f"expected {name}, found {_local(child)}{_line(child)}")
    return children


def _children(
    element: etree._Element, pointer: str, attributes: tuple[str, ...] = ()
) -> list[etree._Element]:
    """The child elements; text between them is refused."""
    _require_attributes(element, pointer, attributes)
    children = list(element)
    between = [element.text, *(child.tail for child in children)]
    for text in between:
        if text and text.strip():
            raise DecodeError(pointer, f"unexpected text {text.strip()!r}{_line(element)}")
    return children


def _text(element: etree._Element, pointer: str) -> str:
    _require_attributes(element, pointer, ())
    if len(element):
        raise DecodeError(pointer, f"expected text, found {_local(element[0])}{_line(element[0])}")
    return element.text or ""


def _require_attributes(element: etree._Element, pointer: str, attributes: tuple[str, ...]) -> None:
    """DecodeError for an attribute that the XSD does not know; those of `xsi` are no data."""
    for name in map(str, element.attrib):
        if name not in attributes and not name.startswith(
            "{http://www.w3.org/2001/XMLSchema-instance}"
        ):
            raise DecodeError(pointer, f"unknown attribute {name}{_line(element)}")


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _line(element: etree._Element) -> str:
    return f" (line {element.sourceline})"
