"""Ways through a tree of HTML elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.readers.markup import Characters, Element

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


def without(element: Element, removed: Element) -> Element:
    """The tree of an element without one of the elements in it."""
    children = [
        child if isinstance(child, Characters) else without(child, removed)
        for child in element.children
        if child is not removed
    ]
    return replace(element, children=children)


def elements_in(element: Element) -> Iterator[Element]:
    """The elements right in an element."""
    return (child for child in element.children if isinstance(child, Element))


def descendants(element: Element) -> list[Element]:
    """All elements in an element, in the order of the page."""
    found: list[Element] = []
    for child in element.children:
        if isinstance(child, Element):
            found.append(child)
            found.extend(descendants(child))
    return found


def characters(element: Element) -> list[Characters]:
    """All stretches of text in an element, in the order of the page."""
    found: list[Characters] = []
    for child in element.children:
        found.extend([child] if isinstance(child, Characters) else characters(child))
    return found


def find(element: Element, tag: str) -> Element | None:
    """The first element of a kind in an element."""
    return next((e for e in descendants(element) if e.tag == tag), None)


def find_main(root: Element) -> Element | None:
    """The element that a page declares as its main content."""
    for element in descendants(root):
        if element.tag == "main" or element.attributes.get("role") == "main":
            return element
    return None


def classes(element: Element) -> list[str]:
    """The names of its class, in lower case."""
    return element.attributes.get("class", "").lower().split()
