"""What a careful human reader cannot know of a printed file, and whether all words are in it.

Both are read from the file by poppler, which no reader of ours uses.
"""

from __future__ import annotations

import html
import itertools
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from tests.rendering.sheet import Piece, Row, Sheet

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>'
)
# Letters of ligatures whose bytes a rewriter swapped: U+6600 in place of U+0066.
_SWAPPED = re.compile("[" + "".join(chr(ord(letter) << 8) for letter in ascii_lowercase) + "]")
_COUNT = re.compile(r"(Pagina )?\d+( van \d+)?")
_SAME_LINE = 3.0  # points between the bases of words of one line
_BESIDE = 14.0  # points between the first line of a label and that of its value
_BELOW = 48.0  # points: TeX leaves so much above a list that opens a cell
_LABEL_START = 3  # letters: a narrow column divides the words of a label
_PARTS = 6  # lines of a label whose word is cut by a narrow column
_COMPARED = 3  # words before and after a page end


@dataclass(frozen=True, slots=True)
class _Placed:
    left: float
    right: float
    base: float
    text: str


def doubts(pdf: bytes, sheet: Sheet, gap: bool) -> list[str]:
    """What stands at a page end and cannot be known, by the words at which it stands.

    - Where paragraphs are parted by a gap alone, the foot of a page hides the gap; only a last
      line that is not full shows that the paragraph ended (contract.md, Conventions).
    - A label whose value begins on another page: an empty label cell beside the beginning of a
      value says that the row above goes on.
    """
    pages = [_placed(page) for page in _pages(pdf)]
    found = [row.label for row in _rows(sheet) if _is_strayed(row, pages)]
    if not gap:
        return found
    hidden = [
        before.text
        for before, after in _paragraph_ends(sheet)
        if any(_hides(foot, top, before, after) for foot, top in itertools.pairwise(pages))
    ]
    return [*found, *hidden]


def _rows(sheet: Sheet) -> Iterator[Row]:
    for section in sheet.sections:
        for table in section.tables:
            yield from table.rows


def _is_strayed(row: Row, pages: list[list[_Placed]]) -> bool:
    """Whether the value of a row begins where its label does not stand beside it."""
    opening = f"{row.pieces[0].head} {row.pieces[0].text}".split()[:_COMPARED] if row.pieces else []
    if not row.label or len(opening) < _COMPARED:
        return False
    beginnings = [
        (page, page[at]) for page in pages for at in _indexes([word.text for word in page], opening)
    ]
    start = row.label[:_LABEL_START]
    return bool(beginnings) and not any(
        -_BESIDE < first.base - word.base < _BELOW and word.left < first.left
        for page, first in beginnings
        for word in page
        if word.text.startswith(start)
    )


def missing_words(pdf: bytes, sheet: Sheet) -> list[str]:
    """The words of the sheet that the file has fewer times than the sheet.

    Words are compared without hyphens, since a line end may have divided them; a word that a
    page or line end cut is found in the text run together, or by its parts.
    """
    wanted = Counter(map(_folded, words_of(sheet)))
    for order in ("-raw", "-layout", "-nodiag"):
        # No order of poppler's keeps both halves of every divided word together.
        text = _poppler(pdf, order)
        together = _folded("\n".join(_without_running_lines(text, sheet)))
        found = Counter(_folded(word) for word in text.split())
        for word, count in list(wanted.items()):
            whole = found[word] >= count or together.count(word) >= count
            if whole or _is_in_parts(word, found):
                del wanted[word]
    return sorted(filter(None, wanted))


def _without_running_lines(text: str, sheet: Sheet) -> Iterator[str]:
    for line in text.replace("\f", "\n").split("\n"):
        if line != sheet.title and f"BCP {sheet.name}" not in line and not _COUNT.fullmatch(line):
            yield line


def _folded(text: str) -> str:
    ligatures = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
    for sign, letters in ligatures.items():
        text = text.replace(sign, letters)
    text = _SWAPPED.sub(lambda found: chr(ord(found[0]) >> 8), text)
    return re.sub(r"[\s\-\u00ad\u2010\u200b]+", "", text)


def _is_in_parts(word: str, found: Counter[str], parts: int = _PARTS) -> bool:
    """Whether a narrow column or a page end divided the word into parts that are all there."""
    if word in found:
        return True
    return parts > 1 and any(
        word[:at] in found and _is_in_parts(word[at:], found, parts - 1)
        for at in range(1, len(word))
    )


def words_of(sheet: Sheet) -> list[str]:
    """All words of a sheet, in its order."""
    return [word for piece in _pieces(sheet) for word in piece.split()]


def _pieces(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    for section in sheet.sections:
        yield section.heading
        for table in section.tables:
            yield table.heading
            if table.header:
                yield from (*table.header.labels, *table.header.values)
            for row in table.rows:
                yield row.label
                yield from (f"{piece.head} {piece.text}" for piece in row.pieces)


def _paragraph_ends(sheet: Sheet) -> Iterator[tuple[Piece, Piece]]:
    for row in _rows(sheet):
        for before, after in itertools.pairwise(row.pieces):
            # An item with a marker of its own hangs; the paragraph after it does not.
            hangs = before.kind == "item" and before.form == "li"
            plain = before.kind in ("para", "item") and not hangs
            if plain and after.kind == "para" and not after.head:
                yield before, after


def _hides(foot: list[_Placed], top: list[_Placed], before: Piece, after: Piece) -> bool:
    """Whether one page ends with the first piece, in a full line, and the next is on the other."""
    ending, opening = before.text.split()[-_COMPARED:], after.text.split()[:_COMPARED]
    at = _last_index([word.text for word in foot], ending)
    opens = _last_index([word.text for word in top], opening)
    if at is None or opens is None:
        return False
    last = foot[at + len(ending) - 1]
    first = top[opens]
    right = _column_right(foot, last)
    fits = last.right + (first.right - first.left) + _SAME_LINE < right
    return not fits and _is_foot(last, foot)


def _column_right(page: list[_Placed], last: _Placed) -> float:
    """How far the lines reach that begin where the line of a word begins."""
    left = min(word.left for word in page if _on_line(word, last))
    starts = [word for word in page if abs(word.left - left) < _SAME_LINE]
    return max(word.right for start in starts for word in page if _on_line(word, start))


def _on_line(word: _Placed, other: _Placed) -> bool:
    return abs(word.base - other.base) < _SAME_LINE


def _is_foot(last: _Placed, page: list[_Placed]) -> bool:
    """Whether at most a running footer stands below a word."""
    below = {round(w.base) for w in page if w.base > last.base + _SAME_LINE}
    return len(below) <= 1


def _last_index(words: list[str], wanted: list[str]) -> int | None:
    return max(_indexes(words, wanted), default=None)


def _indexes(words: list[str], wanted: list[str]) -> list[int]:
    """Where the wanted words stand, one after the other."""
    places = range(len(words) - len(wanted) + 1)
    return [at for at in places if words[at : at + len(wanted)] == wanted]


def _placed(page: str) -> list[_Placed]:
    return [
        _Placed(float(left), float(right), float(base), html.unescape(text))
        for left, right, base, text in _WORD.findall(page)
    ]


def _pages(pdf: bytes) -> list[str]:
    return _poppler(pdf, "-bbox").split("<page ")[1:]


def _poppler(pdf: bytes, option: str) -> str:
    done = subprocess.run(
        ["pdftotext", option, "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")
