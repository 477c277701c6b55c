"""WordprocessingML elements by a short notation: `element("w:tcW", w=..., type="dxa")`."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """An element with `w:` attributes and children."""
    found: Any = OxmlElement(tag)
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), str(value))
    found.extend(children)
    return found


def run(text: str, *properties: Any) -> Any:
    """A run with that text."""
    found = element("w:r")
    if properties:
        found.append(element("w:rPr", *properties))
    found.append(text_element(text))
    return found


def text_element(text: str, tag: str = "w:t") -> Any:
    """A text element that keeps its outer spaces."""
    found = element(tag)
    found.text = text
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return found


def field_runs(instruction: str, shown: str) -> list[Any]:
    """The runs of a complex field with its shown result."""
    return [
        element("w:r", element("w:fldChar", fldCharType="begin")),
        element("w:r", text_element(f" {instruction} ", "w:instrText")),
        element("w:r", element("w:fldChar", fldCharType="separate")),
        run(shown),
        element("w:r", element("w:fldChar", fldCharType="end")),
    ]
