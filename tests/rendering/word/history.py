"""What editing leaves in a Word file: none of it changes what a reader of the document sees.

Tracked changes are the exception that looks like one: the deleted words are not content.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from tests.rendering.word.elements import element, text_element
from tests.rendering.word.style import DocxStyle

DELETED = "een eerdere versie van deze zin "
_LONG_WORD = re.compile(r"[a-zë]{10,}")
_PIECE = 7  # characters of a run that an editor split
_EVERY = 3  # each third long paragraph was edited


def with_history(document: Any, style: DocxStyle) -> None:
    """Leave in the document's tables the marks that the style asks for."""
    if style.tracked:
        for number, found in enumerate(list(_long_runs(document))[::_EVERY]):
            _edit(found, number)
    if style.split_runs:
        for found in list(_text_runs(document)):
            _split(found)
    if style.soft_hyphens or style.no_break_hyphens:
        for found in list(_text_runs(document)):
            _set_hyphens(found, style)
    if style.noise:
        _make_noise(document)
    if style.controls != "none":
        _add_controls(document, style.controls)


def _text_runs(document: Any) -> Iterator[Any]:
    """The runs in tables that hold one text and nothing else."""
    for found in document.element.body.iter(qn("w:r")):
        texts = [child for child in found if child.tag != qn("w:rPr")]
        in_table = next(found.iterancestors(qn("w:tc")), None) is not None
        if in_table and [child.tag for child in texts] == [qn("w:t")]:
            yield found


def _long_runs(document: Any) -> Iterator[Any]:
    for found in _text_runs(document):
        if len(found.find(qn("w:t")).text.split()) > 8:
            yield found


def _with_text(found: Any, text: str, tag: str = "w:t") -> Any:
    """A run of the same look with another text."""
    other = copy.deepcopy(found)
    other.remove(other.find(qn("w:t")))
    other.append(text_element(text, tag))
    return other


def _edit(found: Any, number: int) -> None:
    """Make words in the middle an insertion, after words that were deleted."""
    words = found.find(qn("w:t")).text.split(" ")
    first, last = len(words) // 3, 2 * len(words) // 3
    parts = [" ".join(part) for part in (words[:first], words[first:last], words[last:])]
    who = {"id": 900 + number, "author": "Redactie", "date": "2026-01-15T10:00:00Z"}
    found.addprevious(_with_text(found, f"{parts[0]} "))
    deleted = element("w:del", _with_text(found, DELETED, "w:delText"), **who)
    found.addprevious(deleted)
    found.addprevious(element("w:ins", _with_text(found, f"{parts[1]} "), **who))
    found.addprevious(_with_text(found, parts[2]))
    found.getparent().remove(found)


def _split(found: Any) -> None:
    text = found.find(qn("w:t")).text
    for at in range(0, len(text), _PIECE):
        found.addprevious(_with_text(found, text[at : at + _PIECE]))
    found.getparent().remove(found)


def _set_hyphens(found: Any, style: DocxStyle) -> None:
    """Soft hyphens in long words, as a character or an element; no-break hyphens for hyphens."""
    text = found.find(qn("w:t"))
    shown = text.text
    if style.soft_hyphens:
        shown = _LONG_WORD.sub(lambda word: f"{word[0][:5]}\u00ad{word[0][5:]}", shown)
    parts = re.split("([\u00ad-])", shown)
    text.getparent().remove(text)
    for number, part in enumerate(parts):
        if part == "\u00ad" and number % 4 == 1:
            found.append(element("w:softHyphen"))
        elif part == "-" and style.no_break_hyphens:
            found.append(element("w:noBreakHyphen"))
        elif part:
            found.append(text_element(part))


def _make_noise(document: Any) -> None:
    for number, found in enumerate(list(document.element.body.iter(qn("w:r")))):
        found.set(qn("w:rsidR"), f"00{number % 4096:04X}AB")
        if number % 3 == 0:
            found.addprevious(element("w:proofErr", type="spellStart"))
            found.addnext(element("w:proofErr", type="spellEnd"))
        if number % 5 == 0:
            found.addprevious(element("w:bookmarkStart", id=5000 + number, name=f"_N{number}"))
            found.addnext(element("w:bookmarkEnd", id=5000 + number))


def _add_controls(document: Any, around: str) -> None:
    tags = {"rows": "w:tr", "cells": "w:tc", "blocks": "w:p", "runs": "w:r"}
    found = list(document.element.body.iter(qn(tags[around])))
    if around in ("blocks", "runs"):
        found = [e for e in found if next(e.iterancestors(qn("w:tc")), None) is not None]
    if around == "runs":
        found = [e for e in found if e.getparent().tag == qn("w:p")]
    for number, inner in enumerate(found):
        if number % 2:
            continue
        content = element("w:sdtContent")
        control = element("w:sdt", element("w:sdtPr", element("w:id", val=7000 + number)), content)
        inner.addprevious(control)
        content.append(inner)
