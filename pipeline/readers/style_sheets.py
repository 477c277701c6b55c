"""The style sheets that stand in a page: what their rules say of each of its elements.

Read is what tells what a text is: weight and slant, lines through it, how it is displayed and what
marks its lists. Sheets in files of their own are not there, and what a script changes is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import cssselect2
import tinycss2

from pipeline.core import heartbeat
from pipeline.readers.elements import descendants, elements_in
from pipeline.readers.markup import Element

_READ = frozenset(
    "font-weight font-style font text-decoration text-decoration-line vertical-align display "
    "visibility color background background-color background-image "
    "list-style list-style-type grid-template-columns grid-column flex-direction".split()
)
_INHERITED_BY_CELLS = ("font-weight", "font-style", "font")
_AROUND_CELLS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
# A selector with more brackets is nobody's, and would be read bracket in bracket.
_MOST_BRACKETS = 30
# The window of a desktop, in pixels; an em of a media query has sixteen.
_WINDOW = 1280.0
_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0}
_WIDTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)\s*(px|r?em)\s*\)")
_MEDIA = re.compile(r"(?:only\s+)?(?:all|screen)?(?:\s*and\s*)?")

Declared = list[tuple[str, str, bool]]
"""Properties with their values, and whether they are important."""


def apply_style_sheets(root: Element) -> None:
    """Declare of each element in a tree what the sheets of the page say of it."""
    matcher = cssselect2.Matcher()
    count = 0
    for sheet in _sheets(root):
        for rule in _rules(tinycss2.parse_stylesheet(sheet)):
            heartbeat.beat()
            count += _add(matcher, rule)
    if count:
        tree = _Tree.of(root)
        for wrapped, element in zip(tree.wrapped.iter_subtree(), tree.elements, strict=True):
            _declare(element, [found[3] for found in matcher.match(wrapped)])
    _inherit(root, {})


def has_other_sheets(root: Element) -> bool:
    """Whether a page has style sheets that stand in files of their own."""
    return any(
        element.tag == "link" and "stylesheet" in element.attributes.get("rel", "").lower()
        for element in descendants(root)
    )


def _sheets(element: Element) -> Iterator[str]:
    for part in descendants(element):
        if part.tag == "style" and _is_for_screens(part.attributes.get("media", "")):
            yield part.raw


def _rules(found: Iterable[Any]) -> Iterator[Any]:
    """The rules that count for a page in a wide window."""
    for rule in found:
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule" and rule.content is not None:
            condition = tinycss2.serialize(rule.prelude).strip().lower()
            if rule.lower_at_keyword == "supports" or (
                rule.lower_at_keyword == "media" and _is_for_screens(condition)
            ):
                yield from _rules(tinycss2.parse_rule_list(rule.content))


def _is_for_screens(media: str) -> bool:
    """Whether one of the queries of a list holds; a feature that is not known does not."""
    return any(_holds(query.strip()) for query in media.lower().split(","))


def _holds(query: str) -> bool:
    for bound, number, unit in _WIDTH.findall(query):
        width = float(number.strip(".") or 0) * _PIXELS[unit]
        if width > _WINDOW if bound == "min" else width < _WINDOW:
            return False
    rest = _WIDTH.sub("", query)
    return all(_MEDIA.fullmatch(part.strip()) for part in rest.split(" and "))


def _add(matcher: Any, rule: Any) -> bool:
    """Take in a rule; whether it says anything that is read."""
    declared: Declared = [
        (one.lower_name, tinycss2.serialize(one.value).strip().lower(), one.important)
        for one in tinycss2.parse_blocks_contents(rule.content)
        if one.type == "declaration" and one.lower_name in _READ
    ]
    if not declared or tinycss2.serialize(rule.prelude).count("(") > _MOST_BRACKETS:
        return False
    try:
        selectors = cssselect2.compile_selector_list(rule.prelude)
    except cssselect2.SelectorError:
        return False
    for selector in selectors:
        if selector.pseudo_element is None and not selector.never_matches:
            matcher.add_selector(selector, declared)
    return True


@dataclass(frozen=True, slots=True)
class _Tree:
    """The elements of a page, and the same tree as selectors are asked of it."""

    elements: list[Element]
    wrapped: Any

    @classmethod
    def of(cls, root: Element) -> _Tree:
        elements: list[Element] = []

        def copied(element: Element) -> ElementTree.Element:
            elements.append(element)
            copy = ElementTree.Element(element.tag, element.attributes)
            copy.extend(map(copied, elements_in(element)))
            return copy

        return cls(elements, cssselect2.ElementWrapper.from_html_root(copied(root)))


def _declare(element: Element, rules: Iterable[Declared]) -> None:
    """Enter what rules say of an element, the strongest of them last."""
    for declared in rules:
        for name, value, important in declared:
            if important or name not in element.forced:
                element.declared[name] = value
            if important:
                element.forced.add(name)


def _inherit(element: Element, above: dict[str, str]) -> None:
    """Give cells what their row or table says of the letters in it."""
    if element.tag in ("td", "th", "caption"):
        for name, value in above.items():
            element.declared.setdefault(name, value)
    within: dict[str, str] = {}
    if element.tag in _AROUND_CELLS:
        within = above | {
            name: value for name in _INHERITED_BY_CELLS if (value := element.style(name))
        }
    for part in elements_in(element):
        _inherit(part, within)
