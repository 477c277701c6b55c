"""How the letters of an element are set: bold, italic, raised, struck out, white on nothing."""

from __future__ import annotations

import re

from pipeline.document.text import BOLD, ITALIC
from pipeline.readers.asides import GROUND, RAISED, STRUCK, WHITE
from pipeline.readers.markup import Element

_BOLD_TAGS = frozenset({"b", "strong"})
_WHITE = re.compile(r"white|#f{3}(?:f{3})?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)")
_NO_GROUND = ("", "none", "transparent", "inherit", "initial", "unset")
_ITALIC_TAGS = frozenset({"i", "em", "cite", "dfn", "var"})


def style_in(element: Element, style: int) -> int:
    """The style of the text in an element that stands in text of a style."""
    if element.tag in _BOLD_TAGS:
        style |= BOLD
    if element.tag in _ITALIC_TAGS or _is_underlined(element):
        style |= ITALIC
    if element.tag == "sup" or element.style("vertical-align") == "super":
        style |= RAISED
    if _is_struck(element):
        style |= STRUCK
    style = _coloured(element, style)
    font = element.style("font").split()
    weight = element.style("font-weight") or next(filter(_is_weight, font), "")
    if weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600):
        style |= BOLD
    elif weight == "normal" or weight.isdigit():
        style &= ~BOLD
    slant = element.style("font-style") or next(filter(_is_slant, font), "")
    if slant.startswith(("italic", "oblique")):
        style |= ITALIC
    elif slant == "normal":
        style &= ~ITALIC
    return style


def _coloured(element: Element, style: int) -> int:
    """A style with what an element says of the colour of its text, and of what lies behind it."""
    if _has_ground(element):
        style |= GROUND
    colour = element.style("color")
    if not colour:
        return style
    return style | WHITE if _WHITE.fullmatch(colour) else style & ~WHITE


def _has_ground(element: Element) -> bool:
    """Whether something lies behind the text of an element, white or not."""
    names = ("background", "background-color", "background-image")
    told = [element.style(name) for name in names]
    told += [element.attributes.get(name, "") for name in ("bgcolor", "background")]
    return any(value not in _NO_GROUND for value in told)


def _is_weight(word: str) -> bool:
    return word in ("bold", "bolder") or (word.isdigit() and len(word) == 3)


def _is_slant(word: str) -> bool:
    return word in ("italic", "oblique")


def _is_underlined(element: Element) -> bool:
    """Whether an element underlines its text to stress it: links are underlined to be seen."""
    drawn = _line_of(element)
    return element.tag not in ("a", "ins") and (
        "underline" in drawn or (element.tag == "u" and drawn != "none")
    )


def _is_struck(element: Element) -> bool:
    drawn = _line_of(element)
    return "line-through" in drawn or (element.tag in ("s", "strike") and drawn != "none")


def _line_of(element: Element) -> str:
    """What a style says of the lines under, over and through its text."""
    return element.style("text-decoration") or element.style("text-decoration-line")
