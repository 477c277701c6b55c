"""The markers of lists in disguise: typed bullets, dashes, numbers and letters before items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.document.text import Text

_NUMBER_MARKER = re.compile(
    rf"\(?(\d{{1,2}})(?:[.)]|\s[{signs.DASHES_AND_HYPHENS}](?!\s*\d))\s+(?=\S)"
)
_LETTER_MARKER = re.compile(r"\(?([a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
# What may count on inside a line: `2.`, `(b)`.
_COUNTED = re.compile(r"(?<!\S)\(?(?P<label>\d{1,2}|[a-z])[.)]\s+(?=(?P<opening>\S))")
_SIGN = re.compile(r"(?P<sign>[^\W\d]|[^\w\s\"'(])\s+(?P<opening>\S)")
_WORDS_OF_ONE_LETTER = "uà"

# A dash that comes twice after the one in front parts a line into three items.
_AGAIN_AND_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Marker:
    """What an item begins with: where it ends, and the number that it may be."""

    end: int
    ordered: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line between its markers, and the one that it begins with, if it has one."""

    text: Text
    marker: Marker | None


def without_marker(text: Text) -> Text:
    """A text without the bullet or dash that it begins with."""
    marker = typed_marker(text.chars)
    return text[marker.end() :] if marker else text


def marker_of(chars: str) -> Marker | None:
    """The marker that a text begins with: a bullet or dash, else a number or letter."""
    if found := typed_marker(chars):
        return Marker(found.end())
    if found := _NUMBER_MARKER.match(chars):
        return Marker(found.end(), True, int(found[1]))
    found = _LETTER_MARKER.match(chars)
    return Marker(found.end(), True) if found else None


def items_in(line: Text, in_list: str, alone: bool = False) -> list[Stretch]:
    """The stretches of a line that its bullets, dashes or numbers part; the line where none do.

    `in_list` is the tag of the list that it stands in, of whose items nothing else tells; `alone`
    tells that no other line of the value begins with a dash.
    """
    starts = (
        _at_bullets(line.chars)
        or _at_dashes(line.chars, in_list == "ul", alone)
        or _at_numbers(line.chars, in_list == "ol")
    )
    sign = ""
    if not starts and in_list == "ul" and (sign := recurring_sign(line.chars)):
        again = re.finditer(rf"(?<=\s){re.escape(sign)}\s+(?=\S)", line.chars)
        starts = [match.start() for match in again]
    stretches = line.stretches(sorted({0, *starts}))
    of_sign = Marker(len(sign)) if sign else None
    return [Stretch(one, marker_of(one.chars) or of_sign) for one in stretches]


def recurring_sign(chars: str) -> str:
    """The sign that a list in one line opens with and has again before each item; empty for none.

    Text recognition reads bullets as letters and signs of all kinds (`e Is open. e Is eerlijk.`):
    what recurs tells, between items that end, or that all open with a capital.
    """
    first = _SIGN.match(chars)
    if first is None or first["sign"].lower() in _WORDS_OF_ONE_LETTER:
        return ""
    sign = first["sign"]
    again = list(re.finditer(rf"(?P<end>\S)\s+{re.escape(sign)}\s+(?P<opening>\S)", chars))
    are_alike = all(m["opening"].isupper() == first["opening"].isupper() for m in again)
    have_ends = first["opening"].isupper() or all(m["end"] in ".;,!?" for m in again)
    return sign if again and are_alike and have_ends else ""


def typed_marker(chars: str) -> re.Match[str] | None:
    """The bullet or dash that a text begins with."""
    return signs.BULLET_MARKER.match(chars) or signs.DASH_MARKER.match(chars)


def _at_bullets(chars: str) -> list[int]:
    """Where the bullets of a line stand; empty where it has none or just one in front."""
    starts = signs.bullets_in(chars)
    return [] if starts == [0] else starts


def _at_dashes(chars: str, in_list: bool, alone: bool) -> list[int]:
    """Where the dash that a line opens with stands again before each item.

    In a list nothing more is asked; else an item must end before the dash, or the dash come again
    and again before words that all begin alike: `- Handboek - deel 2` is one item. Once is enough
    before a capital where it opens no other line, for nobody makes a list of one item.
    """
    opening = signs.DASH_MARKER.match(chars)
    if opening is None:
        return []
    dash = re.escape(opening[0].strip())
    found = list(re.finditer(rf"(?<=(.))\s+(?={dash}\s+(\D))", chars))
    first = chars[opening.end() : opening.end() + 1]
    are_alike = all(match[2].islower() == first.islower() for match in found)
    # A minus or an asterisk stands for a bullet wherever words stand around it; other dashes part
    # sentences too.
    is_bullet = opening[0].strip() in (signs.MINUS, "*")
    least = 1 if alone and first.isupper() else _AGAIN_AND_AGAIN
    if not in_list and not is_bullet and (len(found) < least or not are_alike):
        found = [match for match in found if match[1] in ";."]
    return [match.end() for match in found]


def _at_numbers(chars: str, in_list: bool) -> list[int]:
    """Where the numbers or letters stand that count on from the one that a line opens with.

    Outside a list it must begin with `1.` or `a)`; a list may go on counting after a page end.
    """
    first = _NUMBER_MARKER.match(chars) or _COUNTED.match(chars)
    label = first[1] if first is not None else ""
    if first is None or not (label in ("1", "a") or (in_list and label.isdigit())):
        return []
    return counting_on(chars, label, first.end(), in_list)


def counting_on(chars: str, last: str, at: int = 0, in_list: bool = False) -> list[int]:
    """Where the labels stand that count on from the `last` one: `2.` after `1`, `b)` after `a`.

    Outside a list only a capital after a number makes it a label: `zie 2. onder`.
    """
    starts: list[int] = []
    for found in _COUNTED.finditer(chars, at):
        label, opening = found["label"], found["opening"]
        awaited = str(int(last) + 1) if last.isdigit() else chr(ord(last) + 1)
        opens = in_list or label.isalpha() or opening.isupper() or opening in "\"'("
        if label == awaited and opens:
            starts.append(found.start())
            last = label
    return starts
