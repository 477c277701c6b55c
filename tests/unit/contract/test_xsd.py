"""The XSD of the profile."""

from __future__ import annotations

from xml.etree import ElementTree

from pipeline.contract.shapes import classes_below, model_fields
from pipeline.contract.xsd import xsd_pattern, xsd_text
from pipeline.profile.model import ItemList, Paragraph, Profile

XS = "{http://www.w3.org/2001/XMLSchema}"


def complex_type(name: str) -> ElementTree.Element:
    """The named type of the XSD."""
    root = ElementTree.fromstring(xsd_text().encode())
    return next(t for t in root.findall(f"{XS}complexType") if t.get("name") == name)


def test_every_field_of_every_class_is_an_element_in_document_order() -> None:
    for cls in classes_below(Profile):
        if cls not in (Paragraph, ItemList):
            elements = complex_type(cls.__name__).findall(f"{XS}sequence/{XS}element")
            names = [field.name for field in model_fields(cls)]
            assert [element.get("name") for element in elements] == names


def test_every_field_of_a_text_block_is_expressed() -> None:
    blocks, item_list = complex_type("Blocks"), complex_type("ItemList")

    expressed = {
        "type": blocks.findall(f"{XS}choice/{XS}element"),
        "text": blocks.findall(f"{XS}choice/{XS}element[@name='paragraph']"),
        "items": item_list.findall(f"{XS}sequence/{XS}element[@name='item']"),
        "ordered": item_list.findall(f"{XS}attribute[@name='ordered']"),
    }
    assert all(expressed.values())
    fields = {f.name for cls in (Paragraph, ItemList) for f in model_fields(cls)}
    assert fields == set(expressed)


def test_every_field_is_documented_in_dutch_and_in_english() -> None:
    for cls in classes_below(Profile):
        for field in model_fields(cls) if cls not in (Paragraph, ItemList) else ():
            path = f"{XS}sequence/{XS}element[@name='{field.name}']/{XS}annotation/*"
            texts = [element.text for element in complex_type(cls.__name__).findall(path)]
            assert texts == [field.title, field.description]


def test_an_element_is_optional_exactly_where_the_field_is() -> None:
    elements = complex_type("Profile").findall(f"{XS}sequence/{XS}element")
    optional = {element.get("name") for element in elements if element.get("minOccurs") == "0"}

    assert optional == {field.name for field in model_fields(Profile) if not field.required}


def test_a_pattern_loses_its_anchors_and_means_the_digits_of_ascii() -> None:
    assert xsd_pattern(r"^\d{4}(-[12]\d)?$") == "[0-9]{4}(-[12][0-9])?"
