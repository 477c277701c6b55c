"""What a part of the interpreter remarks about a stretch of text, before its place is known."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """A finding about a text; `below` is the rest of the pointer within the value at hand."""

    code: str
    message: str
    text: Text
    below: str = ""
