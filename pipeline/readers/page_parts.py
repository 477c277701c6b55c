"""Parts of a page that are content, whatever their element, their class or their state says.

What holds most of the text is the page itself: a form around all of it, a wrapper whose class names
the sidebar beside it, a body that a script unveils. What a tab or a button unfolds is read as well,
and so is the button, where it stands above that as its title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.readers.elements import HEADINGS, descendants, elements_in
from pipeline.readers.markup import Element

# Of a smaller page no part is told by its share: a profile has thousands of letters.
_SMALLEST_PAGE = 400
# Which element a button shows and hides: ARIA, and the libraries that most pages are built with.
_SHOWS = ("aria-controls", "data-target", "data-bs-target")
_PANELS = frozenset({"div", "section", "article", "dd"})
_TOGGLES = ("data-toggle", "data-bs-toggle")


def declare_content(root: Element) -> None:
    """Declare the elements of a tree that are content by their share of the text or by a button."""
    letters: dict[int, int] = {}
    whole = _count(root, letters)
    elements = descendants(root)
    panels = Counter(_panel(element) for element in elements)
    unfolded = {name for element in elements for name in _shown_by(element)}
    for element in elements:
        is_page = 2 * letters[id(element)] > whole > _SMALLEST_PAGE
        is_panel = (
            element.attributes.get("role") == "tabpanel"
            or element.attributes.get("hidden") == "until-found"
            or element.attributes.get("id") in unfolded
            or ((panel := _panel(element)) is not None and panels[panel] > 1)
        )
        element.is_content = is_page or is_panel
    for before, after in _neighbours(root):
        if after.is_content and before.tag == "button":
            before.is_content = True


def _neighbours(element: Element) -> Iterator[tuple[Element, Element]]:
    """Elements that follow each other; one that stands alone in a heading counts as that."""
    shown = list(elements_in(element))
    for child in shown:
        yield from _neighbours(child)
    for before, after in pairwise(shown):
        inner = list(elements_in(before))
        yield (inner[0] if before.tag in HEADINGS and len(inner) == 1 else before), after


def _panel(element: Element) -> tuple[str, str] | None:
    """What a block that the page's sheet hides is named: several of a name are what a script folds
    (a window that it opens, or a menu, is the only one of its name)."""
    if element.tag not in _PANELS or "display" in element.attributes.get("style", "").lower():
        return None
    is_hidden = element.style("display") == "none"
    return (element.tag, element.attributes.get("class", "")) if is_hidden else None


def _count(element: Element, letters: dict[int, int]) -> int:
    """How many letters an element holds, after those of all in it were counted."""
    found = 0
    for child in element.children:
        if isinstance(child, Element):
            found += _count(child, letters)
        else:
            found += sum(char.isalpha() for char in child.chars)
    letters[id(element)] = found
    return found


def _shown_by(button: Element) -> Iterator[str]:
    """The names of the elements that a button or a tab shows."""
    for key in _SHOWS:
        yield from (name.lstrip("#") for name in button.attributes.get(key, "").split())
    if button.attributes.get("role") == "tab" or any(key in button.attributes for key in _TOGGLES):
        yield button.attributes.get("href", "").partition("#")[2]
