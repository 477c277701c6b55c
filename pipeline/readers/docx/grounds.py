"""White text in Word: nobody sees it, unless something lies behind it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readers.docx.names import Element, child, name, value
from pipeline.readers.docx.styles import Styles

_WHITE = "FFFFFF"
# What a fill is that leaves the paper as it is.
_BARE = ("AUTO", _WHITE)
_PROPERTIES = {"w:r": "w:rPr", "w:p": "w:pPr", "w:tc": "w:tcPr", "w:tbl": "w:tblPr"}
_STYLES = {"w:r": "w:rStyle", "w:p": "w:pStyle", "w:tbl": "w:tblStyle"}


def is_white_on_white(run: Element, styles: Styles) -> bool:
    """Whether a run says itself that it is white, and nothing around it says what lies behind."""
    written = value(child(run, "w:rPr", "w:color")) or ""
    return written.upper() == _WHITE and not any(
        _has_ground(element, styles) for element in (run, *run.iterancestors())
    )


def _has_ground(element: Element, styles: Styles) -> bool:
    kind = name(element)
    if kind == "w:document":
        return child(element, "w:background") is not None
    properties = child(element, _PROPERTIES[kind]) if kind in _PROPERTIES else None
    if properties is None:
        return False
    style = value(child(properties, _STYLES[kind])) if kind in _STYLES else None
    return any(map(_fills, _grounds(properties))) or styles.has_ground(style)


def _grounds(properties: Element) -> Iterator[Element]:
    return (part for part in properties if name(part) in ("w:shd", "w:highlight"))


def _fills(ground: Element) -> bool:
    """Whether a shade or a marking puts anything behind the letters: a colour or a pattern."""
    if name(ground) == "w:highlight":
        return (value(ground) or "").lower() not in ("", "none", "white")
    pattern, fill = value(ground) or "clear", value(ground, "fill") or "auto"
    by_theme = value(ground, "themeFill") is not None
    return by_theme or pattern not in ("clear", "nil") or fill.upper() not in _BARE
