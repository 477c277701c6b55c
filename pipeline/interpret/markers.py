"""The markers of lists in disguise: typed bullets, dashes, numbers and letters before items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.core import signs
from pipeline.document.text import Text
from pipeline.interpret.claims import Claims

_NUMBER_MARKER = re.compile(
    rf"\(?(\d{{1,2}})(?:[.)]|\s[{signs.DASHES_AND_HYPHENS}](?!\s*\d))\s+(?=\S)"
)
_LETTER_MARKER = re.compile(r"\(?([a-z]|[ivx]{1,4})[.)]\s+(?=\S)")

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FIRST_LETTER = re.compile(r"\(?a(?P<sign>[.)])\s+(?=\S)")
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


def has_bullet(chars: str) -> bool:
    """Whether a text begins with a typed bullet."""
    return signs.opens_with_bullet(chars)


def has_marker(chars: str) -> bool:
    """Whether a text begins with a typed bullet or dash."""
    return typed_marker(chars) is not None


def without_marker(text: Text, claims: Claims) -> Text:
    """A text without the bullet or dash that it begins with, which is claimed."""
    marker = typed_marker(text.chars)
    end = marker.end() if marker else 0
    claims.take(text[:end], "list markers")
    return text[end:]


def marker_of(chars: str) -> Marker | None:
    """The marker that a text begins with: a bullet or dash, else a number or letter."""
    if found := typed_marker(chars):
        return Marker(found.end())
    if found := _NUMBER_MARKER.match(chars):
        return Marker(found.end(), True, int(found[1]))
    found = _LETTER_MARKER.match(chars)
    return Marker(found.end(), True) if found else None


def items_in(line: Text, in_list: str) -> list[Text]:
    """The stretches of a line that its bullets, dashes or numbers part; the line where none do.

    `in_list` is the tag of the list that it stands in, of whose items nothing else tells.
    """
    return (
        _at_bullets(line)
        or _at_dashes(line, in_list == "ul")
        or _at_numbers(line, in_list == "ol")
        or _at_letters(line)
        or _at_signs(line, in_list == "ul")
        or [line]
    )


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


def _at_signs(line: Text, in_list: bool) -> list[Text]:
    """The stretches of a line at the sign that recurs in it; empty outside lists."""
    sign = recurring_sign(line.chars) if in_list else ""
    if not sign:
        return []
    found = re.finditer(rf"(?<=\s){re.escape(sign)}\s+(?=\S)", line.chars)
    return line.stretches([0, *(match.start() for match in found)])


def typed_marker(chars: str) -> re.Match[str] | None:
    """The bullet or dash that a text begins with."""
    return signs.BULLET_MARKER.match(chars) or signs.DASH_MARKER.match(chars)


def _at_bullets(line: Text) -> list[Text]:
    """The stretches of a line between its bullets; empty where it has none or just one in front."""
    starts = signs.bullets_in(line.chars)
    if not starts or starts == [0]:
        return []
    return line.stretches([0, *starts])


def _at_dashes(line: Text, in_list: bool) -> list[Text]:
    """The stretches of a line that opens with a dash and has the same again before each item.

    In a list nothing more is asked; else an item must end before the dash, or the dash come again
    and again before words that all begin alike: `- Handboek - deel 2` is one item.
    """
    opening = signs.DASH_MARKER.match(line.chars)
    if opening is None:
        return []
    dash = re.escape(opening[0].strip())
    found = list(re.finditer(rf"(?<=(.))\s+(?={dash}\s+(\D))", line.chars))
    first = line.chars[opening.end() : opening.end() + 1]
    are_alike = all(match[2].islower() == first.islower() for match in found)
    # A minus stands for a bullet wherever words stand around it; other dashes part sentences too.
    if not in_list and dash != signs.MINUS and (len(found) < _AGAIN_AND_AGAIN or not are_alike):
        found = [match for match in found if match[1] in ";."]
    starts = [match.end() for match in found]
    return line.stretches([0, *starts]) if starts else []


def _at_numbers(line: Text, in_list: bool) -> list[Text]:
    """The stretches of a line that opens with a number and counts on; empty where it does not.

    Outside a list it must begin with `1.`; a list may go on counting after a page end.
    """
    first = _NUMBER_MARKER.match(line.chars)
    if first is None or (int(first[1]) != 1 and not in_list):
        return []
    starts = [0]
    at = first.end()
    while found := _next_number(line.chars, at, int(first[1]) + len(starts), in_list):
        starts.append(found)
        at = found + 2
    if len(starts) == 1:
        return []
    return line.stretches(starts)


def _at_letters(line: Text) -> list[Text]:
    """The stretches of a line that counts on by letters from `a)`; empty where it does not."""
    first = _FIRST_LETTER.match(line.chars)
    if first is None:
        return []
    starts, sign = [0], re.escape(first["sign"])
    for letter in _LETTERS[1:]:
        found = re.compile(rf"(?<=\s)\(?{letter}{sign}\s+(?=\S)").search(line.chars, starts[-1] + 1)
        if found is None:
            break
        starts.append(found.start())
    return line.stretches(starts) if len(starts) > 1 else []


def _next_number(chars: str, at: int, number: int, in_list: bool) -> int:
    """Where the marker of this number stands; 0 where it does not."""
    # Outside a list only a capital after the number makes it a marker: `zie 2. onder`.
    following = r"\S" if in_list else r"[A-ZÀ-Þ\"'(]"
    found = re.compile(rf"(?<=\s){number}[.)]\s+(?={following})").search(chars, at)
    return found.start() if found else 0
