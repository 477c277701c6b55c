"""Automatic numbers and bullets: what Word prints before a paragraph of a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.readers.docx.names import Element, child, is_on, name, number, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_UNORDERED = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph: a bullet (`text` is empty) or a number as printed.

    `number` counts the paragraphs of its level; `opens` tells that it is the first;
    `worded` that words are printed with the number (`Rol 1:`); `lost` that the file does not
    say what is printed.
    """

    ordered: bool
    text: str = ""
    number: int | None = None
    level: int = 0
    opens: bool = False
    worded: bool = False
    lost: bool = False


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""
    """The paragraph style that stands for this level."""
    restart: int | None = None
    """After which level (from 1) it counts anew; 0 for never, None for after every higher one."""
    legal: bool = False
    """Whether the numbers of higher levels are printed as digits."""

    @property
    def is_bullet(self) -> bool:
        """Whether no number is printed: a sign stands in its place, whatever the format says."""
        is_sign = bool(self.text.strip()) and not any(
            char.isalnum() for char in _PLACE.sub("1", self.text)
        )
        return self.format in _UNORDERED or is_sign


class Numbering:
    """The lists of a document; counts as the paragraphs are asked for in their order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._style_links: dict[str, str] = {}
        self._lists: dict[int, tuple[str, dict[int, int], dict[int, _Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[int] = set()
        if root is not None:
            self._read(root)

    def marker(self, list_number: int, level: int) -> Marker | None:
        """The marker of the next paragraph of a list; None where the list has none."""
        if not 0 <= level < _LEVELS:
            return None
        levels = self._levels(list_number) if list_number in self._lists else {}
        found = levels.get(level)
        if found is None:
            return _undescribed(levels, level)
        key, restarts, _ = self._lists[list_number]
        counts = self._counts.setdefault(self._counted_as(key), [None] * _LEVELS)
        if list_number not in self._started:
            self._started.add(list_number)
            for restarted in restarts:
                counts[restarted:] = [None] * (_LEVELS - restarted)
        before = counts[level]
        count = restarts.get(level, found.start) if before is None else before + 1
        counts[level] = count
        for lower in range(level + 1, _LEVELS):
            if _counts_anew(levels.get(lower), level):
                counts[lower] = None
        if found.is_bullet:
            return Marker(False, "", None, level, before is None)
        text = _PLACE.sub(
            lambda place: _printed(levels, counts, int(place[1]) - 1, found.legal), found.text
        )
        worded = any(char.isalpha() for char in _PLACE.sub("", found.text))
        return Marker(True, text.strip(), count, level, before is None, worded)

    def level_of(self, list_number: int, style: str) -> int | None:
        """The level of a list that a paragraph style stands for; None where it does for none."""
        if not style or list_number not in self._lists:
            return None
        levels = self._levels(list_number)
        return next((n for n, level in levels.items() if level.style == style), None)

    def _levels(self, list_number: int) -> dict[int, _Level]:
        """The levels of a list, its own before those of the abstract one that it refers to."""
        key, _, own = self._lists[list_number]
        return {**self._abstract.get(self._counted_as(key), {}), **own}

    def _counted_as(self, key: str) -> str:
        """The abstract list that counts for this one: another where it stands for a style."""
        link = self._links.get(key)
        return self._style_links.get(link, key) if link else key

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
            value(child(level, "w:pStyle")) or "",
            None if restart is None else number(restart),
            bool(is_on(child(level, "w:isLgl"))),
        )
        for level in element
        if name(level) == "w:lvl"
        for restart in (value(child(level, "w:lvlRestart")),)
    }


def _undescribed(levels: Mapping[int, _Level], level: int) -> Marker:
    """The marker of a level that the file lacks: below bullets there are bullets."""
    above = max((n for n in levels if n < level), default=None)
    return Marker(False, level=level, lost=above is None or not levels[above].is_bullet)


def _counts_anew(lower: _Level | None, level: int) -> bool:
    """Whether a lower level begins again after a paragraph of this one."""
    return lower is None or lower.restart is None or level < lower.restart


def _printed(
    levels: dict[int, _Level], counts: list[int | None], level: int, as_digits: bool
) -> str:
    """The number of a level in its format."""
    own = levels.get(level, _Level())
    counted = counts[level]
    count = own.start if counted is None else counted
    kind = "decimal" if as_digits else own.format
    if kind in ("lowerLetter", "upperLetter") and count > 0:
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
