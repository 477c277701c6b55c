"""Shapes of lists: of items in a field of their own, and of lists among paragraphs."""

from __future__ import annotations

import re
from typing import Any

from tests.shapes.draw import Draw
from tests.shapes.tree import Block, Emphasis, Para, Run, items, para

Content = dict[str, Any]

MARKERS = ("•", "-", "–", "*", "▪", "o", "➢", "§")
_IN_ONE_LINE = ("•", "▪", "*", "-")
_FACES: tuple[Emphasis, ...] = (*("bold", "italic") * 3, "both", "underline")
_WORDS: tuple[Emphasis, ...] = ("bold", "italic")


def face(draw: Draw, purpose: str) -> Emphasis:
    """How names are emphasised, the same all over a document."""
    return draw.always(f"face of {purpose}", _FACES)


# ------------------------------------------------------- lists among paragraphs and elsewhere


def _real(_draw: Draw, texts: list[str], ordered: bool) -> list[Block]:
    return [items(texts, ordered)]


def _typed(draw: Draw, texts: list[str], ordered: bool) -> list[Block]:
    return [para(text) for text in _marked(draw, texts, ordered)]


def _typed_lines(draw: Draw, texts: list[str], ordered: bool) -> list[Block]:
    return [para("\n".join(_marked(draw, texts, ordered)))]


def _in_one_line(draw: Draw, texts: list[str], ordered: bool) -> list[Block]:
    return [para(" ".join(_marked(draw, texts, ordered, _IN_ONE_LINE)))]


MARKED = (_real, _real, _typed, _typed_lines, _in_one_line)


def _marked(
    draw: Draw, texts: list[str], ordered: bool, markers: tuple[str, ...] = MARKERS
) -> list[str]:
    if not ordered:
        marker = draw.habit(f"marker of {len(markers)}", markers)
        return [f"{marker} {text}" for text in texts]
    form = draw.habit("number", ("{n}.", "{n})", "{a}.", "{a})"))
    return [f"{form.format(n=n, a='abcdefghij'[n - 1])} {text}" for n, text in enumerate(texts, 1)]


def marked(draw: Draw, pointer: str, texts: list[str], ordered: bool = False) -> list[Block]:
    """A list whose items have markers."""
    shapes = MARKED if draw.form.line_breaks else (_real, _typed)
    shape = draw.shape("list", pointer, shapes)
    return list(shape(draw, texts, ordered))


# ------------------------------------------------------------------- items of a field of its own


def _paragraphs(_draw: Draw, texts: list[str]) -> list[Block]:
    return [para(text) for text in texts]


def _bullets(_draw: Draw, texts: list[str]) -> list[Block]:
    return [items(texts)]


def _numbers(_draw: Draw, texts: list[str]) -> list[Block]:
    return [items(texts, ordered=True)]


def _typed_bullets(draw: Draw, texts: list[str]) -> list[Block]:
    return _typed(draw, texts, False)


def _typed_bullet_lines(draw: Draw, texts: list[str]) -> list[Block]:
    return _typed_lines(draw, texts, False)


def _bullets_in_one_line(draw: Draw, texts: list[str]) -> list[Block]:
    return _in_one_line(draw, texts, False)


def _lines(_draw: Draw, texts: list[str]) -> list[Block]:
    return [para("\n".join(texts))]


def _semicolons(_draw: Draw, texts: list[str]) -> list[Block]:
    return [para("; ".join(texts))]


def _commas(_draw: Draw, texts: list[str]) -> list[Block]:
    return [para(", ".join(texts))]


def _run_together(_draw: Draw, texts: list[str]) -> list[Block]:
    return [para(" ".join(texts))]


_WITH_MARKS = (_bullets, _bullets, _typed_bullets)
_BY_LINES = (_typed_bullet_lines, _lines, _bullets_in_one_line)
UNPUNCTUATED = ("semicolons", "run_together")


def names(draw: Draw, kind: str, pointer: str, texts: list[str], commas: bool) -> list[Block]:
    """Names: of titles, of organisations."""
    shapes = [*_WITH_MARKS, _paragraphs, _semicolons, _commas if commas else _bullets]
    shapes += _BY_LINES if draw.form.line_breaks else ()
    return list(draw.shape(kind, pointer, shapes)(draw, texts))


def sentences(draw: Draw, kind: str, pointer: str, found: list[Content]) -> list[Block]:
    """Indicators, or items of knowledge and skills: what separates them is no part of them."""
    shapes = [*_WITH_MARKS, _paragraphs, _numbers, _semicolons, _run_together]
    shapes += _BY_LINES if draw.form.line_breaks else ()
    shape = draw.shape(kind, pointer, shapes)
    if shape.__name__.strip("_") in UNPUNCTUATED:
        unpunctuated(found)
    return list(shape(draw, [one["text"] for one in found]))


def unpunctuated(found: list[Content]) -> None:
    """Take the end punctuation away, where the print could not tell it from a separator."""
    for one in found:
        one["text"] = one["text"].rstrip(".;")


def sources(draw: Draw, pointer: str, texts: list[str]) -> list[Block]:
    """References as a list, in lines, or one after the other."""
    shapes = [*_WITH_MARKS, _paragraphs, _numbers, _semicolons, _sentence]
    shapes += (_typed_bullet_lines, _lines) if draw.form.line_breaks else ()
    return list(draw.shape("sources", pointer, shapes)(draw, texts))


def _sentence(_draw: Draw, texts: list[str]) -> list[Block]:
    return [para("Voor dit profiel is gebruikgemaakt van: " + "; ".join(texts))]


# -------------------------------------------------------------------------------------- prose


def prose(draw: Draw, pointer: str, blocks: list[Content], first: int = 0) -> list[Block]:
    """Text blocks, with words emphasised here and there."""
    found: list[Block] = []
    for number, block in enumerate(blocks, first):
        if block["type"] == "paragraph":
            found.append(spoken(draw, block["text"]))
        else:
            at = f"{pointer}/{number}"
            found += marked(draw, at, block["items"], block["ordered"])
    return found


def spoken(draw: Draw, text: str, *before: Run) -> Para:
    """A paragraph of prose, behind a lead-in."""
    return Para((*before, *runs(draw, text)))


def runs(draw: Draw, text: str) -> list[Run]:
    """The runs of a text in which *these words* may be emphasised."""
    parts = re.split(r"\*([^*]+)\*", text)
    emphasised = draw.form.emphasis and draw.chance(0.6)
    style = draw.habit("face of words", _WORDS) if emphasised else ""
    return [Run(part, style if at % 2 else "") for at, part in enumerate(parts) if part]
