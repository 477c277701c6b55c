"""The fields of forms as Word had them first: what they show, which no element holds as text."""

from __future__ import annotations

from pipeline.core import signs
from pipeline.readers.docx.names import Element, child, is_on, name, number, value


def shown_choice(data: Element | None) -> str:
    """The entry of a drop-down, or the box of a check box; empty for other fields."""
    if (choices := child(data, "w:ddList")) is not None:
        return _entry(choices)
    if (box := child(data, "w:checkBox")) is not None:
        return signs.CROSSED if is_on(_chosen(box, "w:checked")) else signs.UNTICKED
    return ""


def _entry(choices: Element) -> str:
    entries = [value(entry) or "" for entry in choices if name(entry) == "w:listEntry"]
    at = number(value(_chosen(choices, "w:result")))
    return entries[at] if 0 <= at < len(entries) else ""


def _chosen(field: Element, by_user: str) -> Element | None:
    """What the user chose; what the form proposes where nobody did."""
    chosen = child(field, by_user)
    return child(field, "w:default") if chosen is None else chosen
