"""Content that a file holds in more than one form: the one that a modern Word would show."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.readers.docx.names import Element, name, value

Drop = Callable[[Element, str], None]
"""Enters all text of an element in the account, as markup of a kind."""

# Microsoft's extensions of drawing and word processing (wps, wpg, w14, a14 ...): what they
# hold is read here as far as it is text. Another program's extension is not known.
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
)


def chosen_alternative(element: Element, drop: Drop) -> Element | None:
    """The first choice that is understood, else the fall-back; the others say the same again."""
    forms = [form for form in element if name(form) in ("mc:Choice", "mc:Fallback")]
    chosen = next((form for form in forms if _is_understood(form)), None)
    for form in forms:
        if form is not chosen:
            drop(form, "alternate content")
    return chosen


def _is_understood(form: Element) -> bool:
    if name(form) == "mc:Fallback":
        return True
    namespaces = [
        form.nsmap.get(prefix) or "" for prefix in (value(form, "Requires") or "").split()
    ]
    return all(namespace.startswith(_UNDERSTOOD) for namespace in namespaces)
