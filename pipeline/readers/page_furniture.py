"""Which elements of a page are no content: what is hidden, what stands around its article."""

from __future__ import annotations

import re

from pipeline.readers.elements import HEADINGS, characters, classes, descendants, find
from pipeline.readers.left_out import DELETED, DRAWN, HIDDEN, SCRIPTLESS
from pipeline.readers.markup import Element

_NAVIGATION_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "datalist", "dialog"})
_NAVIGATION_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "dialog", "search", "complementary"}
)
# What content managers call the parts of a page that are not its article.
_NAVIGATION_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|breadcrumbs?|pagination|pager|skip-?link|"
    r"deel|delen|deelknoppen|kruimelpad|paginering|back-to-top|toolbar|site-header|site-footer|"
    r"page-footer|sidebar|related-links)(?:$|[\s_-])"
)
# These may be identifiers too; those of headings are made of their words (`kennis-delen`).
_BARS = re.compile(r"(?:^|[\s_-])(?:cookie\w*|\w*consent|colophon)(?:$|[\s_-])")
# Cards and sections have feet as well, of names that are longer.
_FOOT_OF_PAGE = re.compile(r"(?:^|\s)footer(?:$|\s)")
# An article may have a list of links; a menu is one that is called so.
_MENU = re.compile(r"(?:^|[\s_-])(?:\w*menu|nav|navbar|navigat\w+)(?:$|[\s_-])")
# What stands in for something else, or in a picture: told, for it may be all that there is.
INSTEAD = {
    "noscript": SCRIPTLESS,
    "iframe": HIDDEN,
    "object": HIDDEN,
    "svg": DRAWN,
    "math": DRAWN,
}


def furniture_kind(element: Element, inside_main: bool = False) -> str:
    """Why the text of an element is no content; empty where it is.

    `inside_main` tells that it stands in what a page declares as its article.
    """
    if element.aside:
        return element.aside
    attributes = element.attributes
    hidden = element.style("display") == "none" or element.style("visibility") == "hidden"
    hidden = hidden or "hidden" in attributes or element.style("mso-hide") == "all"
    if hidden and not element.is_content:
        return "navigation" if _is_links(element) else HIDDEN
    if element.tag in INSTEAD:
        return INSTEAD[element.tag]
    if element.tag == "del" or (element.tag == "span" and "msodel" in classes(element)):
        return DELETED
    if not element.is_content and _is_navigation(element, inside_main):
        return "navigation"
    if any(name.startswith("msotoc") for name in classes(element)):
        return "table of contents"
    return ""


def _is_navigation(element: Element, inside_main: bool) -> bool:
    """Whether an element is a part of the page around its article."""
    attributes = element.attributes
    if element.tag in _NAVIGATION_TAGS or attributes.get("role", "") in _NAVIGATION_ROLES:
        return True
    if _NAVIGATION_CLASSES.search(" ".join(classes(element))) or _is_jump(element):
        return True
    if element.tag not in HEADINGS and _has_name_of_bar(element, inside_main):
        return True
    if element.tag == "header" and not inside_main and not find(element, "table"):
        return find(element, "h1") is None
    return False


def _has_name_of_bar(element: Element, inside_main: bool) -> bool:
    """Whether an element is called a bar of the page: over it, below it, or a menu."""
    names = " ".join([element.attributes.get("id", "").lower(), *classes(element)])
    if _BARS.search(names) or (not inside_main and _FOOT_OF_PAGE.search(names)):
        return True
    return _MENU.search(names) is not None and _is_links(element)


def _is_links(element: Element) -> bool:
    """Whether an element holds text, and all of it in links and buttons: a menu."""
    linked = {
        id(node)
        for link in descendants(element)
        if link.tag in ("a", "button")
        for node in characters(link)
    }
    shown = [node for node in characters(element) if node.chars.strip()]
    return bool(shown) and all(id(node) in linked for node in shown)


def _is_jump(element: Element) -> bool:
    """A block that holds nothing but a link within the page (`Terug naar boven`)."""
    if element.tag not in ("p", "div"):
        return False
    links = [e for e in descendants(element) if e.tag == "a"]
    if len(links) != 1 or not links[0].attributes.get("href", "").startswith("#"):
        return False
    if links[0].attributes["href"].lower().startswith(("#_", "#fn", "#note")):
        # Bookmarks and notes of word processors are marks in running text.
        return False
    inside = sum(len(node.chars.strip()) for node in characters(links[0]))
    whole = sum(len(node.chars.strip()) for node in characters(element))
    return inside == whole > 0
