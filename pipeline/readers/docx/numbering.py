"""Automatic numbers and bullets: what Word prints before a paragraph of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.readers.docx.names import Element, child, name, number, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_UNORDERED = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph: a bullet (`text` is empty) or a number as printed.

    `number` counts the paragraphs of its level; `opens` tells that it is the first.
    """

    ordered: bool
    text: str = ""
    number: int | None = None
    level: int = 0
    opens: bool = False


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""


class Numbering:
    """The lists of a document; counts as the paragraphs are asked for in their order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._style_links: dict[str, str] = {}
        self._lists: dict[int, tuple[str, dict[int, int], dict[int, _Level]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._started: set[int] = set()
        if root is not None:
            self._read(root)

    def marker(self, list_number: int, level: int) -> Marker | None:
        """The marker of the next paragraph of a list; None where the list has none."""
        if list_number not in self._lists or not 0 <= level < _LEVELS:
            return None
        key, restarts, own = self._lists[list_number]
        levels = {**self._levels(key), **own}
        found = levels.get(level)
        if found is None:
            return None
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        if list_number not in self._started:
            self._started.add(list_number)
            for restarted, start in restarts.items():
                counts[restarted] = start - 1
                counts[restarted + 1 :] = [0] * (_LEVELS - restarted - 1)
        opens = counts[level] == 0 or (level in restarts and counts[level] == restarts[level] - 1)
        counts[level] = max(counts[level] + 1, found.start) if opens else counts[level] + 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if found.format in _UNORDERED:
            return Marker(False, "", None, level, opens)
        text = _PLACE.sub(lambda place: _printed(levels, counts, int(place[1]) - 1), found.text)
        return Marker(True, text, counts[level], level, opens)

    def _levels(self, key: str) -> dict[int, _Level]:
        """The levels of an abstract list, those of the style that it stands for where it does."""
        link = self._links.get(key)
        target = self._style_links.get(link, key) if link else key
        return self._abstract.get(target, {})

    def _read(self, root: Element) -> None:
        for element in root:
            if name(element) == "w:abstractNum":
                key = value(element, "abstractNumId") or ""
                self._abstract[key] = _levels_of(element)
                if link := value(child(element, "w:numStyleLink")):
                    self._links[key] = link
                if link := value(child(element, "w:styleLink")):
                    self._style_links[link] = key
            elif name(element) == "w:num":
                self._read_list(element)

    def _read_list(self, element: Element) -> None:
        restarts: dict[int, int] = {}
        for override in element:
            if name(override) == "w:lvlOverride":
                start = value(child(override, "w:startOverride"))
                if start is not None:
                    restarts[number(value(override, "ilvl"))] = number(start, 1)
        own = {
            number(value(override, "ilvl")): level
            for override in element
            if name(override) == "w:lvlOverride"
            for level in _levels_of(override).values()
        }
        key = value(child(element, "w:abstractNumId")) or ""
        self._lists[number(value(element, "numId"))] = (key, restarts, own)


def _levels_of(element: Element) -> dict[int, _Level]:
    return {
        number(value(level, "ilvl")): _Level(
            value(child(level, "w:numFmt")) or "decimal",
            value(child(level, "w:lvlText")) or "",
            number(value(child(level, "w:start")), 1),
        )
        for level in element
        if name(level) == "w:lvl"
    }


def _printed(levels: dict[int, _Level], counts: list[int], level: int) -> str:
    """The number of a level in its format."""
    count = max(counts[level], 1)
    kind = levels[level].format if level in levels else "decimal"
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if kind == "lowerRoman" else roman.upper()
    if kind == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    found = ""
    for size, letters in _ROMAN:
        while count >= size:
            found += letters
            count -= size
    return found
