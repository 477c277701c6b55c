"""Lines that reach over several columns, cut at their wide gaps."""

from __future__ import annotations

from dataclasses import replace

from pipeline.readers.pdf.lines import Line
from pipeline.readers.pdf.markers import has_marker

# A marker is no column of its own.
_LONGEST_MARKER = 4


def line_parts(line: Line) -> list[Line]:
    """A line in the parts that wide gaps show; a marker goes with what it marks."""
    if not line.gutters:
        return [line]
    found = []
    start, left = 0, line.x0
    for index, before, after in (*line.gutters, (len(line.text), line.x1, line.x1)):
        text = line.text[start:index].strip()
        if len(text) <= _LONGEST_MARKER and has_marker(text.chars + " ") and index < len(line.text):
            continue
        if text:
            found.append(replace(line, text=text, x0=left, x1=before, gutters=()))
        start, left = index, after
    return found
