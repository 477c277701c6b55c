"""Content controls: which hold no content but what stands in for it, or what Word makes itself."""

from __future__ import annotations

from pipeline.readers.docx.names import Element, child, is_on, name, value
from pipeline.readers.left_out import PLACEHOLDER

CONTENTS = "table of contents"


def why_left_out(control: Element) -> str:
    """The kind of text that a control holds where it is no content; empty where it is."""
    properties = child(control, "w:sdtPr")
    if is_on(child(properties, "w:showingPlcHdr")):
        return PLACEHOLDER
    gallery = child(properties, "w:docPartObj", "w:docPartGallery")
    return CONTENTS if value(gallery) == "Table of Contents" else ""


def is_controlled(element: Element) -> bool:
    """Whether an element stands in a content control."""
    return any(name(outer) == "w:sdt" for outer in element.iterancestors())
