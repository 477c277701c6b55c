"""Names of WordprocessingML, transitional and strict, without their namespaces."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from lxml import etree

Element = etree._Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    # The text boxes of Strict files by the Word that wrote them first.
    "http://schemas.microsoft.com/office/word/2006/wordml": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
}


@lru_cache(maxsize=4096)
def name_of_tag(tag: str) -> str:
    """`w:p` of `{http://...main}p`; the bare local name where the namespace is another one."""
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:])
    return f"{prefix}:{local}" if prefix else local


def name(element: Element) -> str:
    """The prefixed name of an element; empty for comments and processing instructions."""
    return name_of_tag(element.tag) if isinstance(element.tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of prefixed names."""
    for step in path:
        if element is None:
            return None
        element = next((kid for kid in element if name(kid) == step), None)
    return element


def nearest(element: Element, kinds: Container[str]) -> Element:
    """The nearest element of some kinds that one is or stands in; the element where none is."""
    if name(element) in kinds:
        return element
    return next((outer for outer in element.iterancestors() if name(outer) in kinds), element)


def value(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute of an element, whatever namespace it is written in."""
    if element is None:
        return None
    for key, found in element.attrib.items():
        if str(key).rpartition("}")[2] == attribute:
            return str(found)
    return None


def is_on(element: Element | None) -> bool | None:
    """The value of a toggle such as `w:b`: None where it is absent."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")


def number(text: str | None, default: int = 0) -> int:
    """A whole number; the default for what is none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
