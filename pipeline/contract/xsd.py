"""Model classes to XSD 1.0: the shape of `<id>.xml`.

Element names are field names. A list has a wrapper element whose children
carry the singular name; text blocks are a choice of `paragraph` and `list`.
An absent field has no element, an empty one an empty element.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from pipeline.contract.shapes import (
    Kind,
    ModelField,
    class_description,
    class_title,
    classes_below,
    fields_in,
    model_fields,
)
from pipeline.contract.xml_versions import ROOT_ELEMENT, XML_NAMESPACE
from pipeline.core.versions import XML
from pipeline.profile.model import ItemList, Paragraph, Profile

# How a file from elsewhere is parsed: no DTD is loaded, no entity replaced, nothing fetched.
XML_PARSER_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}

SCHEMA_NAMESPACE = "http://www.w3.org/2001/XMLSchema"
SCALAR_TYPES = {str: "xs:string", int: "xs:integer", bool: "xs:boolean"}
ITEM_TYPE = "bcp:Item"

Element = ElementTree.Element


def xsd_text() -> str:
    """The XSD as text."""
    root = Element(
        "xs:schema",
        {
            "xmlns:xs": SCHEMA_NAMESPACE,
            "xmlns:bcp": XML_NAMESPACE,
            "targetNamespace": XML_NAMESPACE,
            "elementFormDefault": "qualified",
            "version": XML.version,
        },
    )
    _document(root, class_title(Profile), class_description(Profile))
    root.append(_root_element())
    for cls in classes_below(Profile):
        if cls not in (Paragraph, ItemList):
            root.append(_complex_type(cls))
    root.extend((_blocks_type(), _list_type(), _item_type()))
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _root_element() -> Element:
    """The root, in which no two elements may have the same identifier."""
    element = Element("xs:element", {"name": ROOT_ELEMENT, "type": f"bcp:{Profile.__name__}"})
    unique = ElementTree.SubElement(element, "xs:unique", {"name": "element_id"})
    ElementTree.SubElement(unique, "xs:selector", {"xpath": ".//bcp:*"})
    ElementTree.SubElement(unique, "xs:field", {"xpath": "bcp:id"})
    return element


def _complex_type(cls: type) -> Element:
    complex_type = Element("xs:complexType", {"name": cls.__name__})
    _document(complex_type, class_title(cls), class_description(cls))
    sequence = ElementTree.SubElement(complex_type, "xs:sequence")
    for field in fields_in(cls, XML):
        sequence.append(_field_element(field))
    return complex_type


def _field_element(field: ModelField) -> Element:
    element = Element("xs:element", {"name": field.name})
    if not field.required:
        element.set("minOccurs", "0")
    _document(element, field.title, field.description)
    match field.kind:
        case Kind.SCALAR:
            _set_scalar_type(element, field)
        case Kind.BLOCKS:
            element.set("type", "bcp:Blocks")
        case Kind.OBJECT:
            element.set("type", f"bcp:{field.hint.__name__}")
        case Kind.STRINGS:
            element.append(_wrapper_type(field.singular, ITEM_TYPE))
        case Kind.OBJECTS:
            element.append(_wrapper_type(field.singular, f"bcp:{field.member.__name__}"))
    return element


def _document(element: Element, title: str, description: str) -> None:
    annotation = ElementTree.SubElement(element, "xs:annotation")
    for language, text in (("nl", title), ("en", description)):
        documentation = ElementTree.SubElement(
            annotation, "xs:documentation", {"xml:lang": language}
        )
        documentation.text = text


def _set_scalar_type(element: Element, field: ModelField) -> None:
    """Gives an element a plain type, or a restriction where the model constrains the field."""
    base = SCALAR_TYPES[field.hint]
    facets = _facets(field)
    if not facets:
        element.set("type", base)
        return
    restriction = _restriction(element, base)
    for name, value in facets:
        ElementTree.SubElement(restriction, f"xs:{name}", {"value": value})


def _facets(field: ModelField) -> list[tuple[str, str]]:
    facets = [("enumeration", choice) for choice in field.choices]
    if field.const:
        facets.append(("enumeration", field.const))
    if field.pattern:
        facets.append(("pattern", xsd_pattern(field.pattern)))
    if field.minimum is not None:
        facets.append(("minInclusive", str(field.minimum)))
    if field.maximum is not None:
        facets.append(("maxInclusive", str(field.maximum)))
    return facets


def xsd_pattern(pattern: str) -> str:
    """An anchored pattern in the language of XSD: anchors implied, digits those of ASCII."""
    return re.sub(r"^\^|\$$", "", pattern).replace(r"\d", "[0-9]")


def _restriction(parent: Element, base: str) -> Element:
    simple_type = ElementTree.SubElement(parent, "xs:simpleType")
    return ElementTree.SubElement(simple_type, "xs:restriction", {"base": base})


def _wrapper_type(singular: str, member_type: str) -> Element:
    complex_type = Element("xs:complexType")
    sequence = ElementTree.SubElement(complex_type, "xs:sequence")
    ElementTree.SubElement(
        sequence,
        "xs:element",
        {"name": singular, "type": member_type, "minOccurs": "0", "maxOccurs": "unbounded"},
    )
    return complex_type


def _blocks_type() -> Element:
    complex_type = Element("xs:complexType", {"name": "Blocks"})
    _document(complex_type, "Tekstblokken", "Paragraphs and lists, in document order.")
    choice = ElementTree.SubElement(
        complex_type, "xs:choice", {"minOccurs": "0", "maxOccurs": "unbounded"}
    )
    paragraph = ElementTree.SubElement(
        choice, "xs:element", {"name": "paragraph", "type": "xs:string"}
    )
    _document(paragraph, class_title(Paragraph), class_description(Paragraph))
    ElementTree.SubElement(
        choice, "xs:element", {"name": "list", "type": f"bcp:{ItemList.__name__}"}
    )
    return complex_type


def _list_type() -> Element:
    """The type of `list`: items as children, the other fields as attributes."""
    complex_type = Element("xs:complexType", {"name": ItemList.__name__})
    _document(complex_type, class_title(ItemList), class_description(ItemList))
    (ordered, items) = (f for f in model_fields(ItemList) if f.name != "type")
    sequence = ElementTree.SubElement(complex_type, "xs:sequence")
    item = ElementTree.SubElement(
        sequence,
        "xs:element",
        {"name": items.singular, "type": ITEM_TYPE, "minOccurs": "0", "maxOccurs": "unbounded"},
    )
    _document(item, items.title, items.description)
    attribute = ElementTree.SubElement(
        complex_type,
        "xs:attribute",
        {"name": ordered.name, "type": SCALAR_TYPES[ordered.hint], "use": "required"},
    )
    _document(attribute, ordered.title, ordered.description)
    return complex_type


def _item_type() -> Element:
    simple_type = Element("xs:simpleType", {"name": ITEM_TYPE.removeprefix("bcp:")})
    _document(simple_type, "Onderdeel", "The text of one member of a list; never empty.")
    restriction = ElementTree.SubElement(simple_type, "xs:restriction", {"base": "xs:string"})
    ElementTree.SubElement(restriction, "xs:minLength", {"value": "1"})
    return simple_type
